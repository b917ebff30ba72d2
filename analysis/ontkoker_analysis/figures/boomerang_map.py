"""Map of the boomerang month over two axes of a study."""
import matplotlib
import numpy as np
import pandas as pd

from .. import boomerang, reader, tidy
from ..words import Refusal, say
from . import style

COLOUR_MAP = "viridis_r"   # late is dark; even steps for every kind of colour sight and in grey


def _cells(study, x, y, scenario, payer):
    """One row a place on the map: points with equal values of both axes taken together."""
    found = boomerang.months(study, scenario, payer)
    frame = pd.DataFrame({x: np.repeat(study[x].values, study.sizes["replicate"]),
                          y: np.repeat(study[y].values, study.sizes["replicate"]),
                          "month": found.month.transpose("point", "replicate").values.ravel(),
                          "turning": found.turning.transpose("point", "replicate").values.ravel()})
    rows = []
    for place, part in frame.groupby([x, y]):
        known = part[part["turning"] != boomerang.UNKNOWN]
        hit = sorted(known["month"][known["month"] > 0])
        never = int((known["turning"] == boomerang.NEVER_SAVED).sum())
        word = (boomerang.UNKNOWN if known.empty else boomerang.BOOMERANG if 2 * len(hit) >= len(known) and hit else
                boomerang.NEVER_SAVED if 2 * never > len(known) else boomerang.NONE)
        rows.append({x: place[0], y: place[1], "pairs": len(known), "occurs": len(hit), "never_saved": never,
                     "median_month": hit[(len(hit) - 1) // 2] if hit else 0, "shown_as": word})
    return pd.DataFrame(rows)


def boomerang_map(study, x=None, y=None, scenario=None, payer="municipality", lang="nl", save_as=None):
    """The month over axes `x` and `y` (else the first two): cells of a grid, or dots of a design that was drawn."""
    names = reader.axes(study)
    if len(names) < 2:
        raise Refusal("two_axes")
    x, y = x or names[0], y or next(name for name in names if name != (x or names[0]))
    table = _cells(study, x, y, scenario, payer)
    figure, axes = style.blank(1, 2, gridspec_kw={"width_ratios": [45, 1]})
    ax, bar = axes[0]
    whole = len(table) == table[x].nunique() * table[y].nunique()
    scale = matplotlib.colors.Normalize(1, study.sizes["time"])
    (_tiles if whole else _dots)(ax, table, x, y, scale, lang)
    _decorate(figure, ax, bar, study, x, y, scale, lang)
    other, reference = tidy.chosen_scenario(study, scenario), str(study.scenario.values[0])
    payer_words = say("payer_all", lang) if payer == "all" else style.name_of(study, f"spending/{payer}", lang)
    title = f"{say('boomerang', lang)}: {say('difference_of', lang, scenario=other, reference=reference)}\n{payer_words}"
    notes = [say("boomerang", lang) + ": " + say("boomerang_long", lang), *([say("map_note", lang)] if whole else []),
             *([say("map_others", lang)] if len(names) > 2 else [])]
    return style.finish(figure, title, style.caption(study, lang, *notes), table, save_as, _key(table, whole, lang))


LOOKS = {boomerang.NONE: ("#ffffff", ""), boomerang.NEVER_SAVED: ("#c8c8c8", "///"), boomerang.UNKNOWN: ("#ffffff", "xx")}


def _text_on(colour):
    """Ink or white, whichever is easier to read on it."""
    red, green, blue = matplotlib.colors.to_rgb(colour)
    return "white" if 0.3 * red + 0.6 * green + 0.1 * blue < 0.5 else style.INK


def _look(row, scale):
    if row["shown_as"] == boomerang.BOOMERANG:
        return matplotlib.colormaps[COLOUR_MAP](scale(row["median_month"])), ""
    return LOOKS[row["shown_as"]]


def _tiles(ax, table, x, y, scale, lang):
    across, up = sorted(table[x].unique()), sorted(table[y].unique())
    size = 13 if len(across) <= 8 else 10 if len(across) <= 14 else 7
    for _, row in table.iterrows():
        at, height = across.index(row[x]), up.index(row[y])
        colour, hatch = _look(row, scale)
        ax.add_patch(matplotlib.patches.Rectangle((at - 0.5, height - 0.5), 1, 1, facecolor=colour, hatch=hatch, edgecolor="#777777"))
        if row["occurs"]:
            text = f"{row['median_month']:.0f}" + (f"\n{row['occurs']}/{row['pairs']}" if row["pairs"] > 1 else "")
            ax.text(at, height, text, ha="center", va="center", fontsize=size, color=_text_on(colour))
    ax.set_xlim(-0.5, len(across) - 0.5)
    ax.set_ylim(-0.5, len(up) - 0.5)
    style.ticks(ax.xaxis, across, lang)
    style.ticks(ax.yaxis, up, lang)
    ax.grid(visible=False)


DOTS = {boomerang.NONE: "o", boomerang.NEVER_SAVED: "X", boomerang.UNKNOWN: "x", boomerang.BOOMERANG: "o"}


def _dots(ax, table, x, y, scale, lang):
    for _, row in table.iterrows():
        colour, _ = _look(row, scale)
        edge = {"edgecolors": "#777777"} if row["shown_as"] != boomerang.UNKNOWN else {}
        ax.scatter(row[x], row[y], s=70, color=[colour] if edge else "#777777", marker=DOTS[row["shown_as"]], **edge)
    style.numbered(ax.xaxis, lang)
    style.numbered(ax.yaxis, lang)


def _key(table, whole, lang):
    for word, key in ((boomerang.NONE, "no_boomerang"), (boomerang.NEVER_SAVED, "never_saved"), (boomerang.UNKNOWN, "failed")):
        if not (table["shown_as"] == word).any():
            continue
        face, hatch = LOOKS[word]
        yield (style.patch(face, say(key, lang), hatch=hatch, edgecolor="#777777") if whole else
               style.mark(DOTS[word], "#777777", say(key, lang), markerfacecolor=face, markersize=8))


def _decorate(figure, ax, bar, study, x, y, scale, lang):
    with matplotlib.rc_context(style.RULES):
        ax.set_xlabel(style.axis_name(study, x, lang, 90))
        ax.set_ylabel(style.axis_name(study, y, lang, 45))
        figure.colorbar(matplotlib.cm.ScalarMappable(scale, COLOUR_MAP), cax=bar).set_label(say("boomerang", lang))

"""Bars of sensitivity indices with their intervals; which indices follows from the design of the study."""
import matplotlib
import numpy as np

from .. import indices, tidy
from ..words import number, say
from . import style

# For each method: the columns drawn, which of them has an interval, and by which the axes are put in order.
DRAWN = {"sobol": (("first", "total"), "total"), "morris": (("mu_star", "sigma"), "mu_star"), "regression": (("src", "rank"), "rank")}


def sensitivity(study, wish, scenario=None, table=None, lang="nl", save_as=None, most=15, **options):
    """Bars of the indices of `indices.of_study` (or of a `table` that it made), the largest above. `options` go there too
    (estimator, resamples, failed). Pale: the interval spans zero."""
    if table is None:
        table = indices.of_study(study, wish, scenario, **options)
    columns, key = DRAWN[table.attrs["method"]]
    told = dict(table.attrs)
    table = table.sort_values(key, key=np.abs).tail(most).reset_index(drop=True)
    figure, axes = style.blank(height=max(4.4, 2.8 + 0.75 * len(table)))
    ax, thick = axes[0, 0], 0.36
    for place, column in enumerate(columns):
        at = np.arange(len(table)) + (0.5 - place) * thick
        _bars(ax, at, table, column, style.COLOURS[1 + place], thick)
    _decorate(ax, study, table, lang)
    second = say(told["method"], lang)
    if study.sizes["scenario"] > 1:
        pair = {"scenario": tidy.chosen_scenario(study, scenario), "reference": study.scenario.values[0]}
        second = f"{second}: {say('difference_of', lang, **pair)}"
    notes = [say("morris_note" if told["method"] == "morris" else "index_note", lang, rows=told["rows"])]
    if told["dropped"]:
        notes.append(say("dropped", lang, dropped=told["dropped"]))
    return style.finish(figure, style.heading(study, wish, lang, second), style.caption(study, lang, *notes), table, save_as,
                        _key(table, columns, told, lang))


def _bars(ax, at, table, column, colour, thick):
    value = table[column].to_numpy()
    if column + "_low" not in table:
        ax.barh(at, value, color=colour, height=thick * 0.9)
        return
    low, high = table[column + "_low"].to_numpy(), table[column + "_high"].to_numpy()
    spans = (low <= 0) & (high >= 0)
    for y, size, faint in zip(at, value, spans):
        ax.barh(y, size, color=colour, height=thick * 0.9, alpha=style.PALE if faint else 1.0)
    ax.hlines(at, low, high, color=style.INK, linewidth=1.4)
    ax.plot(low, at, "|", high, at, "|", color=style.INK, markersize=6)


def _key(table, columns, told, lang):
    r2 = {"r2": number(told["r2"], lang, 2)} if "r2" in told else {}
    for place, column in enumerate(columns):
        yield style.patch(style.COLOURS[1 + place], say(column, lang, **r2))
    if told["method"] != "morris":
        yield style.patch(style.NEITHER, say("no_effect", lang), alpha=style.PALE)


def _decorate(ax, study, table, lang):
    with matplotlib.rc_context(style.RULES):
        ax.axvline(0, color=style.INK, linewidth=1)
        ax.set_yticks(range(len(table)), [style.axis_name(study, axis, lang) for axis in table["axis"]])
        ax.set_ylim(-0.6, len(table) - 0.4)
        ax.grid(axis="y", visible=False)
        style.numbered(ax.xaxis, lang)

"""Tornado: how far each axis shifts the difference between two scenarios, from its low to its high end."""
import matplotlib
import numpy as np
import pandas as pd
from scipy import stats

from .. import reader, tidy
from ..words import number, say
from . import style

SHARE = 0.2   # of the points at each end of an axis that was drawn


def ends(study, wish, scenario=None):
    """Table: for each axis the mean response at its low and high end (lowest and highest value of a grid, else the lowest and
    highest fifth of the points), and the 90% interval of their difference (Welch)."""
    y = tidy.responses(study, wish, scenario).values
    there = np.isfinite(y)
    rows = []
    for axis in reader.axes(study):
        x, found = study[axis].values[there], y[there]
        low, high = (x.min(), x.max()) if study.attrs["design"] in ("grid", "list") else np.quantile(x, [SHARE, 1 - SHARE])
        left, right = found[x <= low], found[x >= high]
        half = _half_width(left, right)
        rows.append({"axis": axis, "low_value": x[x <= low].mean(), "high_value": x[x >= high].mean(), "low": left.mean(),
                     "high": right.mean(), "shift": right.mean() - left.mean(), "shift_low": right.mean() - left.mean() - half,
                     "shift_high": right.mean() - left.mean() + half, "points_low": left.size, "points_high": right.size,
                     "mean_all": found.mean()})
    table = pd.DataFrame(rows)
    table["demonstrable"] = (table["shift_low"] > 0) | (table["shift_high"] < 0)
    return table.sort_values("shift", key=np.abs, ignore_index=True)


def _half_width(left, right):
    """Of the 90% interval of the difference of two means with spreads of their own; infinite with one point at an end."""
    if min(left.size, right.size) < 2:
        return np.inf
    a, b = left.var(ddof=1) / left.size, right.var(ddof=1) / right.size
    if a + b == 0:
        return 0.0
    degrees = (a + b) ** 2 / (a * a / (left.size - 1) + b * b / (right.size - 1))
    return stats.t.ppf(0.95, degrees) * np.sqrt(a + b)


def tornado(study, wish, scenario=None, lang="nl", save_as=None, most=15):
    """One bar an axis, the widest above; pale where no shift can be shown. At most `most` axes are drawn."""
    table = ends(study, wish, scenario).tail(most).reset_index(drop=True)
    figure, axes = style.blank(height=max(4.2, 2.6 + 0.62 * len(table)))
    ax, middle = axes[0, 0], table["mean_all"].iloc[0]
    for at, row in table.iterrows():
        _bar(ax, at, row, middle, lang)
    _decorate(ax, study, table, middle, lang)
    marks = [style.patch(style.LOWER, say("at_low", lang)), style.patch(style.HIGHER, say("at_high", lang)),
             style.patch(style.NEITHER, say("no_difference", lang), alpha=style.PALE)]
    grid = study.attrs["design"] in ("grid", "list")
    name = str(tidy.chosen_scenario(study, scenario)) if study.sizes["scenario"] > 1 else None
    second = say("tornado", lang) + (f": {say('difference_of', lang, scenario=name, reference=study.scenario.values[0])}" if name else "")
    note = say("tornado_note", lang, share=say("value" if grid else "fifth", lang))
    return style.finish(figure, style.heading(study, wish, lang, f"{second}, {_period(study, lang)}"),
                        style.caption(study, lang, note), table, save_as, marks)


def _bar(ax, at, row, middle, lang):
    """From the mean of all points to the mean at either end; one above the other where both lie on the same side."""
    same = (row["low"] - middle) * (row["high"] - middle) > 0
    for end, colour, shift in (("low", style.LOWER, -0.165), ("high", style.HIGHER, 0.165)):
        y = at + (shift if same else 0)
        ax.barh(y, row[end] - middle, left=middle, color=colour, alpha=1.0 if row["demonstrable"] else style.PALE,
                height=0.31 if same else 0.62)
        side = 1 if row[end] >= middle else -1
        ax.annotate(number(row[end + "_value"], lang), (row[end], y), xytext=(6 * side, 0), textcoords="offset points",
                    ha="left" if side > 0 else "right", va="center", fontsize=10, color=style.INK,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.7})


def _period(study, lang):
    first, last = style.years_of(study)
    return say("whole", lang, first=first, last=last)


def _decorate(ax, study, table, middle, lang):
    with matplotlib.rc_context(style.RULES):
        ax.axvline(middle, color=style.INK, linewidth=1)
        if table[["low", "high"]].min().min() <= 0 <= table[["low", "high"]].max().max():
            ax.axvline(0, color=style.INK, linewidth=1, linestyle=":")
        ax.set_yticks(range(len(table)), [style.axis_name(study, axis, lang) for axis in table["axis"]])
        ax.grid(axis="y", visible=False)
        ax.margins(x=0.14)
        style.numbered(ax.xaxis, lang)
        difference = say("difference", lang, reference=study.scenario.values[0]) if study.sizes["scenario"] > 1 else ""
        ax.set_xlabel(say("mean_all", lang, difference=difference, value=number(middle, lang)).lstrip("; "))

"""Scatter: the difference at every point against each axis in turn."""
import matplotlib
import matplotlib.ticker
import numpy as np
import pandas as pd

from .. import reader, tidy
from ..words import say
from . import style

GROUPS = 8
MOST_RANGES = 300  # points; with more their ranges would cover each other


def _points(study, wish, scenario):
    """One row a point: axes, mean difference and range over its pairs, and on which side it lies."""
    gap = tidy.point_differences(study, wish, scenario)
    told = tidy.describe(gap.where(gap.notnull().all("replicate")))
    frame = pd.DataFrame({"point": study.point.values, **{axis: study[axis].values for axis in reader.axes(study)},
                          **{key: told[key].values for key in ("mean", "low", "high", "demonstrable")}}).dropna(subset=["mean"])
    several = study.sizes["replicate"] > 1
    sure = frame["demonstrable"] | (not several)
    frame["side"] = np.where(~sure | (frame["mean"] == 0), "no_difference", np.where(frame["mean"] > 0, "higher", "lower"))
    return frame, several


def _middle_line(frame, axis, grid):
    """Mean along the axis: at each value of a grid, else of equal groups in order of the axis."""
    if grid:
        groups = [part for _, part in frame.groupby(axis)]
    else:
        ordered = frame.sort_values(axis, kind="stable")
        groups = [ordered.iloc[part] for part in np.array_split(np.arange(len(ordered)), min(GROUPS, max(1, len(ordered) // 4)))]
    return [part[axis].mean() for part in groups], [part["mean"].mean() for part in groups]


def scatter(study, wish, scenario=None, lang="nl", save_as=None, most=9):
    """One panel an axis, at most `most` of them. Colour and shape tell a demonstrably lower or higher difference from none."""
    frame, several = _points(study, wish, scenario)
    names, grid = reader.axes(study)[:most], study.attrs["design"] in ("grid", "list")
    columns = min(3, len(names))
    rows = -(-len(names) // columns)
    figure, panels = style.blank(rows, columns, height=max(style.HEIGHT, 3.6 * rows), sharey=True)
    for ax, name in zip(panels.ravel(), names):
        _panel(ax, frame, name, study, grid, several, lang)
    for ax in panels.ravel()[len(names):]:
        ax.set_visible(False)
    reference, other = str(study.scenario.values[0]), tidy.chosen_scenario(study, scenario)
    with matplotlib.rc_context(style.RULES):
        for row in panels:
            row[0].set_ylabel(say("difference", lang, reference=reference))
    marks = [style.mark(shape, colour, say(_word(side, several), lang)) for side, shape, colour in SIDES if (frame["side"] == side).any()]
    second = f"{say('scatter', lang)}: {say('difference_of', lang, scenario=other, reference=reference)}, " + _whole(study, lang)
    dot = "dot_of_one" if not several else "dot_and_range" if len(frame) <= MOST_RANGES else "dot"
    note = say("grid_note" if grid else "scatter_note", lang, dot=say(dot, lang))
    return style.finish(figure, style.heading(study, wish, lang, second), style.caption(study, lang, note), frame, save_as, marks)


SIDES = (("lower", "v", style.LOWER), ("higher", "^", style.HIGHER), ("no_difference", "o", style.NEITHER))


def _word(side, several):
    return side if several else "mean_" + side


def _whole(study, lang):
    first, last = style.years_of(study)
    return say("whole", lang, first=first, last=last)


def _panel(ax, frame, name, study, grid, several, lang):
    for side, mark, colour in SIDES:
        part = frame[frame["side"] == side]
        if several and len(frame) <= MOST_RANGES:
            ax.vlines(part[name], part["low"], part["high"], color=colour, linewidth=1, alpha=0.4)
        ax.plot(part[name], part["mean"], mark, color=colour, markersize=5 if len(frame) <= MOST_RANGES else 3, alpha=0.8)
    x, y = _middle_line(frame, name, grid)
    ax.plot(x, y, color=style.INK, linewidth=1.8)
    ax.axhline(0, color=style.INK, linewidth=0.8, linestyle=":")
    with matplotlib.rc_context(style.RULES):
        ax.set_xlabel(style.axis_name(study, name, lang, 40))
        ax.xaxis.set_major_locator(matplotlib.ticker.MaxNLocator(5))
        style.numbered(ax.xaxis, lang)
        style.numbered(ax.yaxis, lang)

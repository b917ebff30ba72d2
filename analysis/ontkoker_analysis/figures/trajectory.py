"""Course of an outcome under every scenario, and below it the difference from the first within pairs."""
import matplotlib
import numpy as np
import pandas as pd

from .. import tidy
from ..words import Refusal, say, unit
from . import style


def _courses(ds, wish, period, point):
    """(values, differences), over (scenario, time, run)."""
    numbers = tidy.values(ds, wish, period, together=True)
    if "point" in numbers.dims:
        numbers = numbers.sel(point=[point] if point is not None else numbers.point.values)
        numbers = numbers.stack(run=("point", "replicate"))
    else:
        numbers = numbers.rename(replicate="run")
    return numbers, tidy.paired_difference(numbers)


def _table(numbers, what):
    told = tidy.describe(numbers, "run").reset_coords(drop=True)
    frame = told[["mean", "low", "high", "mean_low", "mean_high", "pairs", "demonstrable"]].to_dataframe().reset_index()
    frame.insert(0, "drawn", what)
    return frame


def _moment(frame):
    """Where on the horizontal axis: the year, or the month as a share of its year."""
    if "year" in frame:
        return frame["year"].to_numpy(float)
    return (frame["time"].dt.year + (frame["time"].dt.month - 1) / 12).to_numpy(float)


def _line(ax, frame, colour, label, line, faint=False):
    x = _moment(frame)
    ax.fill_between(x, frame["low"], frame["high"], color=colour, alpha=0.16, linewidth=0)
    ax.plot(x, frame["mean"], line, color=colour, label=label, linewidth=2, zorder=3 if line == "--" else 2)
    if faint and len(x) <= 60:
        sure = frame["demonstrable"].to_numpy(bool)
        ax.plot(x[sure], frame["mean"][sure], "o", color=colour, markersize=6)
        ax.plot(x[~sure], frame["mean"][~sure], "o", color=colour, markersize=6, markerfacecolor="white")


def trajectory(ds, wish, scenarios=None, point=None, period="year", lang="nl", save_as=None):
    """Upper part: every scenario; lower part: every later one less the first, pair by pair. Lines are means, areas the 5th to
    95th percentile of the runs, hollow dots moments without a demonstrable difference.

    point: of a study, this point alone; else all of its points together. period: "year", or "stored" for months.
    """
    names = [str(name) for name in ds.scenario.values]
    reference, later = names[0], [tidy.chosen_scenario(ds, name) for name in scenarios or names[1:]]
    if not later:
        raise Refusal("one_scenario")
    shown = ds if point is None else ds.sel(point=[point])
    numbers, gaps = _courses(shown, wish, period, point)
    courses, differences = _table(numbers, "value"), _table(gaps, "difference")
    figure, axes = style.blank(2, 1, sharex=True, gridspec_kw={"height_ratios": [1.15, 1]})
    above, below = axes[:, 0]
    for index, name in enumerate([reference, *later]):
        colour, line = style.COLOURS[index % len(style.COLOURS)], "--" if name == reference else "-"
        _line(above, courses[courses["scenario"] == name], colour, name, line)
        if name != reference:
            _line(below, differences[differences["scenario"] == name], colour, name, line, faint=True)
    _decorate(above, below, ds, wish, reference, differences[differences["scenario"].isin(later)], lang)
    table = pd.concat([courses[courses["scenario"].isin([reference, *later])], differences[differences["scenario"].isin(later)]])
    table.insert(1, "outcome", wish)
    note = say("band", lang, runs=style.runs_of(shown, lang)) + "; " + say("hollow", lang)
    text = style.caption(shown, lang, *([say("point", lang, point=point)] if point is not None else []), note)
    by_month = period == "stored" and ds.attrs.get("time_step", "month") == "month"
    title = style.heading(ds, wish, lang, say("by_month" if by_month else "by_year", lang))
    return style.finish(figure, title, text, table, save_as, above.get_legend_handles_labels()[0])


def _decorate(above, below, ds, wish, reference, differences, lang):
    measure = unit(ds[tidy.named(ds, wish)[0]].attrs, lang)
    with matplotlib.rc_context(style.RULES):
        above.set_ylabel(measure)
        below.set_ylabel(say("difference", lang, reference=reference))
        below.axhline(0, color=style.INK, linewidth=1)
        years = sorted(set(np.floor(_moment(differences)).astype(int)))
        below.set_xticks(years[::max(1, len(years) // 12)])
        below.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
        for ax in (above, below):
            style.numbered(ax.yaxis, lang)
        if not differences["demonstrable"].any():
            below.set_title(say("no_difference", lang), loc="left", color=style.INK)

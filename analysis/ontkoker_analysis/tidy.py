"""Outcomes by year and over the horizon, differences within pairs, and long tables of them.

An outcome is named as the program names it: `spending`, or `spending/municipality` for one part of a split. Of a split that
is crossed (parts `a.b`) either half may be named; its cells are then taken together.
"""
import warnings

import numpy as np
import pandas as pd
import xarray as xr
from scipy import stats

from . import reader
from .words import Refusal


def parts_of(ds, split, part):
    """The cells that a part consists of: itself, or all of a crossed split that have it as a half."""
    names = [str(name) for name in ds[split].values]
    found = [name for name in names if part == name or part in name.split(".")]
    if not found:
        raise Refusal("no_part", split=split, part=part, known=", ".join(names))
    return found


def named(ds, wish):
    """(name, part or '') of an outcome, which must be there."""
    name, _, part = wish.partition("/")
    if name not in ds.data_vars:
        raise Refusal("no_outcome", name=name, known=", ".join(reader.outcomes(ds)))
    if part and not ds[name].attrs.get("split"):
        raise Refusal("no_parts", name=name)
    return name, part


def _by_year(values, rule):
    if "time" not in values.dims:
        raise Refusal("one_moment")
    years = values.time.dt.year.values
    each, months = np.unique(years, return_counts=True)
    if (months != months[0]).any() or (np.diff(years) < 0).any():
        grouped = values.groupby("time.year")   # years that are not alike: a selection
        return grouped.last(skipna=False) if rule == "last" else getattr(grouped, rule)(skipna=False)
    if rule == "last":
        found = values.isel(time=slice(months[0] - 1, None, months[0]))
    else:
        found = getattr(values.coarsen(time=months[0]), rule)(skipna=False) if months[0] > 1 else values
    return found.assign_coords(time=each).rename(time="year")


def _over_all(values, rule):
    if rule == "last":
        return values.isel(time=-1, drop=True)
    return values.mean("time", skipna=False) if rule == "mean" else values.sum("time", skipna=False)


def _as_stored(values, rule):
    return values


PERIODS = {"year": _by_year, "horizon": _over_all, "stored": _as_stored}


def values(ds, wish, period="horizon", together=False):
    """One outcome by its own rule: sum, mean, last moment, or ratio of sums.

    period: "year", "horizon" (all of it) or "stored" (months or years, as in the file). together: all parts of a split
    added, as happens of itself with a part that is named. NaN where a run failed or is missing, or a ratio has no
    denominator.
    """
    name, part = named(ds, wish)
    var, over = ds[name], PERIODS[period]
    split, rule = var.attrs.get("split"), var.attrs["aggregation"]

    def counted(cells):
        if part:
            cells = cells.sel({split: parts_of(ds, split, part)})
        return cells.sum(split, skipna=False) if split and (part or together) else cells
    if rule == "ratio":
        above, below = (over(counted(half), "sum") for half in reader.ratio_parts(ds, name))
        result = above / below.where(below != 0) / var.attrs["divisor"]
    else:   # whole counts (cents, minutes): their sums are exact, so that equal amounts differ by nothing at all
        whole = var if var.attrs["divisor"] == 1 else (var * var.attrs["divisor"]).round()
        result = over(counted(whole), rule) / var.attrs["divisor"]
    return result.rename(wish).assign_attrs(var.attrs)


def by_year(ds, wish, together=False):
    """`values` by calendar year."""
    return values(ds, wish, "year", together)


def over_horizon(ds, wish, together=False):
    """`values` over all years."""
    return values(ds, wish, "horizon", together)


def paired_difference(numbers):
    """Every later scenario less the first, replicate by replicate."""
    return (numbers.isel(scenario=slice(1, None)) - numbers.isel(scenario=0, drop=True)).assign_attrs(numbers.attrs)


def describe(gap, over="replicate"):
    """What pairs tell, along a dimension or several: mean; `low` and `high`, the 5th and 95th percentile, which is what one
    municipality may see; `mean_low` and `mean_high`, the 90% interval of the mean (Student's t); numbers of pairs. With
    fewer than two pairs there is no range: the ends equal the mean. `demonstrable`: low to high leaves zero out."""
    over = [over] if isinstance(over, str) else list(over)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)   # where no pair is left: NaN, without a word
        pairs = gap.notnull().sum(over)
        mean, spread = gap.mean(over), gap.std(over, ddof=1)
        low, high = (gap.quantile(share, over).drop_vars("quantile") for share in (0.05, 0.95))
    half = xr.where(pairs > 1, stats.t.ppf(0.95, np.maximum(pairs - 1, 1)) * spread / np.sqrt(pairs), 0.0)
    return xr.Dataset({"mean": mean, "low": low, "high": high, "mean_low": mean - half, "mean_high": mean + half,
                       "pairs": pairs, "pairs_higher": (gap > 0).sum(over), "pairs_lower": (gap < 0).sum(over),
                       "demonstrable": (pairs > 1) & ((low > 0) | (high < 0))})


def summary(ds, wish, period="year"):
    """A table of `describe`: point and axes (of a study), scenario, year and part, each later scenario against the first."""
    told = describe(paired_difference(values(ds, wish, period)))
    keep = [name for name in (*told.dims, *reader.axes(told)) if name in told.coords]
    return told.reset_coords(drop=False)[[*[name for name in keep if name not in told.dims], *told.data_vars]].to_dataframe().reset_index()


def _rows(ds, wishes, period, change):
    """One long table over several outcomes."""
    tables = []
    for wish in wishes or reader.outcomes(ds):
        numbers = change(values(ds, wish, period))
        split, part = numbers.attrs.get("split"), wish.partition("/")[2]
        keys = [dim for dim in ("point", "scenario", "replicate", "year", "time") if dim in numbers.dims]
        axes = [name for name in reader.axes(ds) if name in numbers.coords] if "point" in numbers.dims else []
        frame = numbers.rename("value").reset_coords(drop=True).to_dataframe().reset_index()
        if split in numbers.dims:
            frame = frame.rename(columns={split: "part"})
        else:
            frame["part"] = part
        for axis in axes:
            frame[axis] = numbers[axis].to_series().reindex(frame["point"]).to_numpy()
        frame["outcome"], frame["unit"] = wish.partition("/")[0], numbers.attrs["units"]
        first = [key for key in keys if key == "point"]
        tables.append(frame[[*first, *axes, *[key for key in keys if key != "point"], "outcome", "part", "unit", "value"]])
    return pd.concat(tables, ignore_index=True)


def outcome_table(ds, wishes=None, period="year"):
    """Long table, one row a number: point and axes (of a study), scenario, replicate, year, outcome, part, unit, value."""
    return _rows(ds, wishes, period, lambda numbers: numbers)


def difference_table(ds, wishes=None, period="year"):
    """The same of paired differences: every later scenario less the first."""
    return _rows(ds, wishes, period, paired_difference)


def chosen_scenario(ds, scenario=None):
    """The scenario that is put beside the first: the one named, else the last."""
    names = [str(name) for name in ds.scenario.values]
    if len(names) < 2:
        raise Refusal("one_scenario")
    if scenario is None:
        return names[-1]
    if scenario not in names[1:]:
        raise Refusal("no_scenario", scenario=scenario, reference=names[0], known=", ".join(names[1:]))
    return scenario


def point_differences(study, wish, scenario=None, period="horizon"):
    """Paired differences of one scenario from the first over the horizon, all parts together: (point, replicate)."""
    gap = paired_difference(values(study, wish, period, together=True))
    return gap.sel(scenario=chosen_scenario(study, scenario))


def responses(study, wish, scenario=None):
    """One number a point, on which indices are computed: the mean paired difference over the horizon; of a study with one
    scenario the mean itself. NaN where any replicate failed or is missing: a mean over fewer would mean something else."""
    if study.sizes["scenario"] == 1:
        return values(study, wish, together=True).isel(scenario=0).mean("replicate", skipna=False)
    return point_differences(study, wish, scenario).mean("replicate", skipna=False)

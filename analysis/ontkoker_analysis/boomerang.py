"""The boomerang month: from which month on the cumulative net saving stays below zero until the horizon, having been above
zero before. The same definition as `ontkoker compare`; for files with months, not years."""
import numpy as np
import pandas as pd
import xarray as xr

from . import reader, tidy
from .words import Refusal

NONE, BOOMERANG, NEVER_SAVED, UNKNOWN = "none", "boomerang", "never_saved", "unknown"


def cumulative_saving(ds, scenario=None, payer="municipality"):
    """What the first scenario has spent less what this one has, since the start, at the end of each month; euros. `payer`: a
    part of `spending`, or "all"."""
    if ds.sizes["time"] == 1 or ds.attrs.get("time_step", "month") != "month":
        raise Refusal("needs_months")
    if "spending" not in ds.data_vars:
        raise Refusal("no_spending")
    spent = tidy.values(ds, "spending" if payer == "all" else f"spending/{payer}", "stored", together=True)
    divisor = ds["spending"].attrs["divisor"]
    cents = (spent * divisor).round()   # whole cents: sums of them are exact
    saved = cents.isel(scenario=0, drop=True) - cents.sel(scenario=tidy.chosen_scenario(ds, scenario))
    return (saved.cumsum("time", skipna=False) / divisor).assign_coords(time=ds.time).rename("saving").assign_attrs(units="EUR")


def turning(saving):
    """(month, word) of one series: 1-based month from which it stays below zero, or 0; "boomerang", "never_saved" (below
    zero at the end and never above it before), "none", or "unknown" where a run failed."""
    saving = np.asarray(saving, dtype=float)
    if not np.isfinite(saving).all():
        return 0, UNKNOWN
    up = np.flatnonzero(saving >= 0)
    first = up[-1] + 1 if up.size else 0             # start of the last stretch below zero
    if first == saving.size:
        return 0, NONE
    return (int(first) + 1, BOOMERANG) if (saving[:first] > 0).any() else (0, NEVER_SAVED)


def months(ds, scenario=None, payer="municipality"):
    """Month and word for every pair: Dataset with `month` and `turning` over (point of a study, replicate)."""
    saving = cumulative_saving(ds, scenario, payer).transpose(..., "time")
    shape = saving.shape[:-1]
    found = [turning(series) for series in saving.values.reshape(-1, saving.shape[-1])]
    like = saving.isel(time=0, drop=True)
    return xr.Dataset({"month": (like.dims, np.array([month for month, _ in found]).reshape(shape)),
                       "turning": (like.dims, np.array([word for _, word in found], dtype=object).reshape(shape))},
                      coords={name: coord for name, coord in like.coords.items() if name != "scenario"})


def summary(ds, scenario=None, payer="municipality"):
    """A table with one row a point (one row of a result file): `occurs` in how many `pairs`, `never_saved`, and earliest,
    median (lower middle) and latest month of those in which it occurs, 0 where none."""
    found = months(ds, scenario, payer)
    if "point" not in found.dims:
        found = found.expand_dims(point=[0])
    rows = []
    for at, point in enumerate(found.point.values):
        one = found.isel(point=at)
        words, when = one.turning.values.ravel(), one.month.values.ravel()
        hit = sorted(int(month) for month in when if month > 0)
        rows.append({"point": int(point), **{name: float(one[name]) for name in reader.axes(ds)},
                     "pairs": int((words != UNKNOWN).sum()), "occurs": len(hit), "never_saved": int((words == NEVER_SAVED).sum()),
                     "earliest": hit[0] if hit else 0, "median": hit[(len(hit) - 1) // 2] if hit else 0,
                     "latest": hit[-1] if hit else 0})
    return pd.DataFrame(rows)

"""Where the conclusion flips: in which share of the points one scenario beats the other, and at which value of an axis."""
import numpy as np
import pandas as pd

from . import reader, tidy
from .words import Refusal


def better_of(study, wish, better=None):
    """"lower" or "higher": what counts as beating; the outcome's own word, or the caller's where it has none."""
    better = better or study[tidy.named(study, wish)[0]].attrs["better"]
    if better not in ("lower", "higher"):
        raise Refusal("which_better", wish=wish)
    return better


def share_that_beats(study, wish, scenario=None, better=None):
    """In which share of the points the scenario beats the first. Returns a dict: `beats`, `loses`, `equal` by the mean of
    the pairs; `surely_beats`, `surely_loses` where the range over pairs leaves zero out too (None with one pair a point);
    `points`, `left_out` (failed or missing)."""
    sign = -1 if better_of(study, wish, better) == "lower" else 1
    gap = tidy.point_differences(study, wish, scenario)
    gap = gap.where(gap.notnull().all("replicate"))
    told = tidy.describe(gap)
    mean = told["mean"].values
    there = np.isfinite(mean)
    gain, sure = sign * mean[there], told["demonstrable"].values[there]
    if not gain.size:
        raise Refusal("no_whole_point", wish=wish)
    pairs = study.sizes["replicate"] > 1
    return {"beats": float((gain > 0).mean()), "loses": float((gain < 0).mean()), "equal": float((gain == 0).mean()),
            "surely_beats": float(((gain > 0) & sure).mean()) if pairs else None,
            "surely_loses": float(((gain < 0) & sure).mean()) if pairs else None,
            "points": int(gain.size), "left_out": int(mean.size - gain.size)}


def _crossings(x, y):
    """Values at which a broken line through (x, y) crosses zero; a touched zero counts where the sign differs around it."""
    order = np.argsort(x, kind="stable")
    x, y = x[order], y[order]
    some = np.flatnonzero(y != 0)
    found = []
    for left, right in zip(some[:-1], some[1:]):
        if np.sign(y[left]) != np.sign(y[right]):
            if right - left > 1:                                   # zero itself was seen: the middle of where
                found.append(float((x[left + 1] + x[right - 1]) / 2))
            else:
                found.append(float(x[left] - y[left] * (x[right] - x[left]) / (y[right] - y[left])))
    return found


def _lines(study, axis, there):
    """Groups of points that differ in this axis only, of at least two; none in a design that was drawn."""
    others = [name for name in reader.axes(study) if name != axis]
    frame = pd.DataFrame({name: study[name].values for name in others} | {"at": np.arange(study.sizes["point"])})[there]
    groups = frame.groupby(others)["at"] if others else [((), frame["at"])]
    return [part.to_numpy() for _, part in groups if len(part) > 1]


def sign_changes(study, wish, axis, scenario=None, target=0.0):
    """Smallest and largest value of an axis at which the mean difference passes `target`. Returns a dict:

    method "lines": along every line of points that differ in this axis only, between neighbours; `lines` of them, in
    `without` of which the sign is the same from end to end. method "scatter" (a design that was drawn, where no two points
    lie on a line): between neighbours along this axis whatever the other axes do; the two ends hold the zone in which both
    signs occur. `smallest` and `largest` are None where the sign never changes.
    """
    if axis not in reader.axes(study):
        raise Refusal("no_axis", axis=axis, known=", ".join(reader.axes(study)))
    x, y = study[axis].values, tidy.responses(study, wish, scenario).values - target
    there = np.isfinite(y)
    lines = _lines(study, axis, there)
    method = "lines" if lines else "scatter"
    found = [_crossings(x[line], y[line]) for line in lines or [np.flatnonzero(there)]]
    every = [value for line in found for value in line]
    return {"axis": axis, "unit": study[axis].attrs["units"], "method": method, "lines": len(found),
            "without": sum(not line for line in found), "smallest": min(every, default=None),
            "largest": max(every, default=None)}


def all_sign_changes(study, wish, scenario=None, target=0.0):
    """`sign_changes` of every axis, as a table."""
    return pd.DataFrame([sign_changes(study, wish, axis, scenario, target) for axis in reader.axes(study)])

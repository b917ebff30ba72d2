"""Sensitivity: which varied value moves an outcome, and how sure is that?

Every function exists twice: on plain arrays (`sobol`, `morris`, `regression`), and on a study (`of_study`), which picks the
one that the design was made for. Tables have one row an axis, with 90% bootstrap intervals.
"""
import numpy as np
import pandas as pd
from scipy import stats

from . import reader, tidy
from .words import Refusal

RESAMPLES = 1000
LEVEL = 0.90


def _interval(resampled, level=LEVEL):
    """Ends of the middle `level` of the first axis."""
    return np.nanquantile(resampled, [(1 - level) / 2, (1 + level) / 2], axis=0)


def _variance(numbers):
    """Along the last axis; NaN where all are equal, as can happen in a draw of few rows: such a draw tells nothing."""
    found = numbers.var(axis=-1, ddof=1)
    return np.where(found > 0, found, np.nan)


# --- Sobol' indices of a saltelli design ------------------------------------------------------------------------------

def saltelli_blocks(y, rows, axes, second_order=False):
    """The blocks of a saltelli design in the order of the plan: A, B, AB_i (A with column i of B) and with second_order also
    BA_i (B with column i of A): arrays (rows,), (rows,), (axes, rows), (axes, rows) or None. With two axes the design has no
    BA: they are AB in reverse order."""
    y = np.asarray(y, dtype=float)
    expected = rows * (2 + axes * (2 if second_order and axes != 2 else 1))
    if y.size != expected:
        raise Refusal("not_saltelli", points=y.size, rows=rows, axes=axes, expected=expected)
    blocks = y.reshape(-1, rows)
    ab = blocks[2:2 + axes]
    ba = ab[::-1] if axes == 2 else blocks[2 + axes:]
    return blocks[0], blocks[1], ab, ba if second_order else None


def _first_and_total(a, b, ab, estimator):
    """Indices along the axis before the last; the last axis is the row of the design. `a`, `b`: (..., rows); `ab`: (axes, ..., rows).
    The numbers are centred already."""
    rows = a.shape[-1]
    variance = _variance(a)
    if estimator == "saltelli":     # Saltelli 2002, as OpenTURNS computes it
        first = (b * ab).sum(-1) / (rows - 1) - a.mean(-1) * b.mean(-1)
        total = variance - (a * ab).sum(-1) / (rows - 1) + a.mean(-1) ** 2
        return first / variance, total / variance
    total = ((a - ab) ** 2).sum(-1) / (2 * rows - 1)                     # Jansen 1999
    if estimator == "jansen":
        return 1 - ((b - ab) ** 2).sum(-1) / (2 * rows - 1) / variance, total / variance
    variance = _variance(np.concatenate([a, b], axis=-1))                # Saltelli and others 2010, table 2
    return (b * (ab - a)).mean(-1) / variance, total / variance


ESTIMATORS = ("saltelli2010", "jansen", "saltelli")


def _resampled_rows(rows, resamples, seed, width):
    """Draws of rows with replacement, in portions that keep memory small; `width`: numbers a row costs."""
    draw = np.random.default_rng(seed)
    portion = max(1, int(4e6 // (rows * width)))
    for begin in range(0, resamples, portion):
        yield draw.integers(0, rows, size=(min(portion, resamples - begin), rows))


def sobol(y, rows, names, second_order=False, estimator="saltelli2010", resamples=RESAMPLES, seed=1, failed="refuse"):
    """First and total order Sobol' indices of each axis, with bootstrap intervals over the rows of the design.

    estimator: "saltelli2010" (first order of Saltelli and others 2010, total of Jansen 1999), "jansen" (both of Jansen) or
    "saltelli" (as OpenTURNS's SaltelliSensitivityAlgorithm). failed: what to do where y is NaN: "refuse", or "drop" the
    whole row of the design in all blocks; `attrs["dropped"]` of the table tells how many rows.
    """
    if estimator not in ESTIMATORS:
        raise ValueError(f"no estimator {estimator}; one of: {', '.join(ESTIMATORS)}")
    a, b, ab, _ = saltelli_blocks(y, rows, len(names), second_order)
    kept = _rows_to_keep(np.isfinite(np.vstack([a, b, ab])).all(axis=0), failed)
    a, b, ab = a[kept], b[kept], ab[:, kept]
    middle = np.concatenate([a, b, ab.ravel()]).mean()
    a, b, ab = a - middle, b - middle, ab - middle
    if np.ptp(np.concatenate([a, b])) == 0:
        raise Refusal("all_equal")
    first, total = _first_and_total(a, b, ab, estimator)
    drawn = [_first_and_total(a[i], b[i], ab[:, i], estimator) for i in _resampled_rows(kept.size, resamples, seed, len(names) + 2)]
    low, high = _interval(np.concatenate([np.stack(pair, axis=-1) for pair in drawn], axis=1).swapaxes(0, 1))
    table = pd.DataFrame({"axis": list(names), "first": first, "first_low": low[:, 0], "first_high": high[:, 0],
                          "total": total, "total_low": low[:, 1], "total_high": high[:, 1]})
    table.attrs = {"method": "sobol", "estimator": estimator, "rows": int(kept.size), "dropped": int(rows - kept.size)}
    return table


def sobol_pairs(y, rows, names, resamples=RESAMPLES, seed=1, failed="refuse"):
    """Second order indices of each pair of axes, of a design with second_order (Saltelli 2002), with bootstrap intervals."""
    a, b, ab, ba = saltelli_blocks(y, rows, len(names), True)
    kept = _rows_to_keep(np.isfinite(np.vstack([a, b, ab, ba])).all(axis=0), failed)
    whole = np.vstack([a, b, ab, ba])[:, kept]
    whole = whole - whole.mean()
    pairs = [(i, j) for i in range(len(names)) for j in range(i + 1, len(names))]

    def indices(cells):
        """`cells`: (blocks, ..., rows)"""
        ya, yb, yab, yba = cells[0], cells[1], cells[2:2 + len(names)], cells[2 + len(names):]
        variance = _variance(np.concatenate([ya, yb], axis=-1))
        first = (yb * (yab - ya)).mean(-1) / variance
        return np.stack([(yba[i] * yab[j] - ya * yb).mean(-1) / variance - first[i] - first[j] for i, j in pairs], axis=-1)
    drawn = np.concatenate([indices(whole[:, i]) for i in _resampled_rows(kept.size, resamples, seed, len(whole))])
    low, high = _interval(drawn)
    table = pd.DataFrame({"axis": [names[i] for i, _ in pairs], "with": [names[j] for _, j in pairs], "second": indices(whole),
                          "second_low": low, "second_high": high})
    table.attrs = {"method": "sobol_pairs", "rows": int(kept.size), "dropped": int(rows - kept.size)}
    return table


def _rows_to_keep(good, failed):
    """Indices of rows without a failed point; refuses when there are any and nobody asked to drop them."""
    bad = int((~good).sum())
    if bad and failed != "drop":
        raise Refusal("failed_rows", bad=bad, rows=good.size)
    kept = np.flatnonzero(good)
    if kept.size < 2:
        raise Refusal("few_rows")
    return kept


# --- Morris -----------------------------------------------------------------------------------------------------------

def unit_values(values, low, high, spread="uniform", mode=None):
    """Values of an axis back on [0, 1]: the share of its distribution that lies below."""
    values = np.asarray(values, dtype=float)
    if spread == "log-uniform":
        return np.log(values / low) / np.log(high / low)
    if spread == "triangular":
        return stats.triang.cdf(values, (mode - low) / (high - low), loc=low, scale=high - low)
    return (values - low) / (high - low)


def elementary_effects(units, y):
    """(trajectories, axes): change of y by a whole range of one axis, of trajectories that move one axis a step. `units`:
    (points, axes) on [0, 1]. NaN where a run of the step failed."""
    units, y = np.asarray(units, dtype=float), np.asarray(y, dtype=float)
    axes = units.shape[1]
    if y.size % (axes + 1):
        raise Refusal("no_trajectories", points=y.size, each=axes + 1)
    steps = np.diff(units.reshape(-1, axes + 1, axes), axis=1)           # (trajectory, step, axis)
    moved = np.abs(steps) > 1e-9
    if not (moved.sum(axis=2) == 1).all() or not (moved.sum(axis=1) == 1).all():
        raise Refusal("not_morris")
    change = np.diff(y.reshape(-1, axes + 1), axis=1)[:, :, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(moved, change / steps, 0.0).sum(axis=1)


def morris(units, y, names, resamples=RESAMPLES, seed=1, failed="refuse"):
    """mu* (mean size of the elementary effects, with interval), mu and sigma of each axis, in the unit of the outcome for
    the whole range of the axis. A trajectory with a failed run is dropped whole when asked."""
    effects = elementary_effects(units, y)
    whole = np.isfinite(effects).all(axis=1)
    effects = effects[_rows_to_keep(whole, failed)]
    sizes = np.abs(effects)
    drawn = np.concatenate([sizes[i].mean(axis=1) for i in _resampled_rows(len(sizes), resamples, seed, len(names))])
    low, high = _interval(drawn)
    table = pd.DataFrame({"axis": list(names), "mu_star": sizes.mean(axis=0), "mu_star_low": low, "mu_star_high": high,
                          "mu": effects.mean(axis=0), "sigma": effects.std(axis=0, ddof=1)})
    table.attrs = {"method": "morris", "rows": len(effects), "dropped": int((~whole).sum())}
    return table


# --- regression and ranks ---------------------------------------------------------------------------------------------

def _standardised(x, y):
    """Standardised regression coefficients and R2."""
    x, y = (x - x.mean(0)) / x.std(0), (y - y.mean()) / y.std()
    found, *_ = np.linalg.lstsq(x, y, rcond=None)
    return found, 1 - ((y - x @ found) ** 2).mean()


def regression(x, y, names, resamples=RESAMPLES, seed=1, failed="refuse"):
    """Standardised regression coefficients (`src`) and rank correlations (`rank`, Spearman) of each axis with intervals;
    `attrs["r2"]`: share of the variance that a straight line explains. Below about 0.7 trust the ranks, not the line."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    whole = np.isfinite(y)
    kept = _rows_to_keep(whole, failed)
    x, y = x[kept], y[kept]
    if len(y) <= len(names) + 1:
        raise Refusal("few_points", points=len(y), axes=len(names))
    still = [name for name, size in zip([*names, "the outcome"], np.ptp(np.column_stack([x, y]), axis=0)) if size == 0]
    if still:
        raise Refusal("one_value", names=", ".join(still))
    found, r2 = _standardised(x, y)

    def ranks(points, numbers):
        ordered = stats.rankdata(np.column_stack([points, numbers]), axis=0)
        return np.corrcoef(ordered, rowvar=False)[:-1, -1]
    draws = np.concatenate(list(_resampled_rows(len(y), resamples, seed, len(names))))
    draws = [i for i in draws if np.ptp(y[i]) > 0 and (np.ptp(x[i], axis=0) > 0).all()]
    lines = _interval(np.array([_standardised(x[i], y[i])[0] for i in draws]))
    orders = _interval(np.array([ranks(x[i], y[i]) for i in draws]))
    table = pd.DataFrame({"axis": list(names), "src": found, "src_low": lines[0], "src_high": lines[1], "rank": ranks(x, y),
                          "rank_low": orders[0], "rank_high": orders[1]})
    table.attrs = {"method": "regression", "r2": float(r2), "rows": len(y), "dropped": int((~whole).sum())}
    return table


# --- of a study -------------------------------------------------------------------------------------------------------

def axis_units(study):
    """(points, axes) on [0, 1]."""
    modes = {axis["name"]: axis.get("mode") for axis in reader.configuration(study)["axes"]} if any(
        study[name].attrs["spread"] == "triangular" for name in reader.axes(study)) else {}
    columns = []
    for name in reader.axes(study):
        told = study[name].attrs
        columns.append(unit_values(study[name].values, float(told["low"]), float(told["high"]), told["spread"], modes.get(name)))
    return np.column_stack(columns)


def of_study(study, wish, scenario=None, **options):
    """The indices that fit the design: Sobol' of saltelli, Morris of morris, regression and ranks of any other; of the mean
    paired difference of one scenario from the first, over the horizon. `options` go to the function on arrays."""
    y, names, design = tidy.responses(study, wish, scenario).values, reader.axes(study), study.attrs["design"]
    if design == "saltelli":
        table = sobol(y, int(study.attrs["design_size"]), names, bool(study.attrs["second_order"]), **options)
    elif design == "morris":
        table = morris(axis_units(study), y, names, **options)
    else:
        x = np.column_stack([study[name].values for name in names])
        table = regression(x, y, names, **options)
    table.attrs |= {"outcome": wish, "design": design}
    return table


def pairs_of_study(study, wish, scenario=None, **options):
    """Second order indices of a saltelli study with second_order."""
    if study.attrs["design"] != "saltelli" or not int(study.attrs["second_order"]):
        raise Refusal("no_second_order")
    y = tidy.responses(study, wish, scenario).values
    return sobol_pairs(y, int(study.attrs["design_size"]), reader.axes(study), **options)

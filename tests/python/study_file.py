"""Writes result files and studies to the letter of the format page (runs/README.md), with any numbers in them: for tests
that need answers which are known beforehand. The program's own files are tested beside them."""
import json

import h5py
import numpy as np

TEXT = h5py.string_dtype("utf-8")
DIGEST = "0123456789abcdef" * 2


class Outcome:
    """values: (point,) scenario, replicate, time(, part); of a ratio `parts` are (numerators, denominators)."""

    def __init__(self, name, values=None, rule="sum", unit="EUR", better="lower", divisor=100.0, split=None, ratio=None):
        self.name, self.rule, self.unit, self.better, self.divisor, self.split = name, rule, unit, better, divisor, split
        self.ratio = ratio
        if ratio:
            above, below = (np.asarray(half, dtype=float) for half in ratio)
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.where(below != 0, above / below / divisor, np.nan)
        self.values = np.asarray(values, dtype=float)


class Axis:
    def __init__(self, name, values, low, high, spread="uniform", unit="1", mode=None):
        self.name, self.values, self.low, self.high, self.spread = name, np.asarray(values, float), low, high, spread
        self.unit, self.mode = unit, mode


def _put(file, name, data, dims, attrs=()):
    data = np.asarray(data)
    found = file.create_dataset(name, data=data, dtype=TEXT if data.dtype.kind in "OU" else data.dtype)
    for place, dim in enumerate(dims):
        found.dims[place].attach_scale(file.file[dim])
    for key, value in dict(attrs).items():
        found.attrs[key] = value
    return found


def _scale(file, name, data, attrs=()):
    _put(file, name, data, (), attrs).make_scale(name)


def _outcomes(file, outcomes, dims):
    for number, one in enumerate(outcomes):
        shape = [*dims, *([one.split] if one.split else [])]
        attrs = {"units": one.unit, "long_name": f"words of {one.name}", "long_name_nl": f"woorden van {one.name}",
                 "aggregation": one.rule, "better": one.better, "divisor": one.divisor, "outcome_number": np.int64(number)}
        _put(file, one.name, one.values, shape, {**attrs, **({"split": one.split} if one.split else {})})
        for half, numbers in zip(("numerator", "denominator"), one.ratio or ()):
            _put(file, f"parts_of_ratios/{one.name}_{half}", np.asarray(numbers), shape)


def _common(file, filetype, version, start_year, more):
    attrs = {"Conventions": "CF-1.8", "title": "test", "source": "Bron: CBS, CC BY 4.0", "filetype": filetype,
             "format_version": np.array(version, np.int64), "program_version": "0.1.0", "municipality": "Woudenberg",
             "start_year": np.int64(start_year), "digest": DIGEST, **more}
    for key, value in attrs.items():
        file.attrs[key] = value


def _shared(file, scenarios, replicates, days, start_year, splits):
    _scale(file, "scenario", np.array(scenarios, object))
    _scale(file, "replicate", np.arange(replicates, dtype=np.int64))
    _scale(file, "time", np.asarray(days, float), {"units": f"days since {start_year}-01-01", "calendar": "standard", "axis": "T"})
    for split, parts in splits.items():
        _scale(file, split, np.array(parts, object))
        for lang in ("nl", "en"):
            _put(file, f"labels/{split}_{lang}", np.array(["; ".join(half.upper() + lang for half in part.split(".")) for part in parts], object), [split])


def first_days(start_year, count, months):
    """Days since the start at which each month or year begins."""
    first = np.datetime64(f"{start_year}-01", "M")
    return [(np.datetime64(first + step * (1 if months else 12), "D") - np.datetime64(first, "D")).astype(int) for step in range(count)]


def write_result(path, outcomes, scenarios=("a", "b"), start_year=2026, splits=(), version=(1, 0), filetype="ontkoker-result"):
    """A result file by month."""
    _, replicates, months = outcomes[0].values.shape[:3]
    with h5py.File(path, "w") as file:
        _shared(file, scenarios, replicates, first_days(start_year, months, True), start_year, dict(splits))
        _outcomes(file, outcomes, ["scenario", "replicate", "time"])
        file.create_dataset("configuration/effective", data="{}", dtype=TEXT)
        _common(file, filetype, version, start_year, {"households": np.int64(5000)})
    return path


def write_study(path, outcomes, axes, design="latin-hypercube", size=0, second_order=False, scenarios=("a", "b"), start_year=2026,
                splits=(), months=False, status=None, version=(1, 0), filetype="ontkoker-sweep", more=()):
    """A merged study; numbers of runs that are not done are NaN already."""
    points, _, replicates, times = outcomes[0].values.shape[:4]
    status = np.zeros((points, replicates), np.int64) if status is None else np.asarray(status, np.int64)
    missing, failed = int((status == 2).sum()), int((status == 1).sum())
    with h5py.File(path, "w") as file:
        _scale(file, "point", np.arange(points, dtype=np.int64))
        _shared(file, scenarios, replicates, first_days(start_year, times, months), start_year, dict(splits))
        for number, axis in enumerate(axes):
            _put(file, axis.name, axis.values, ["point"],
                 {"units": axis.unit, "long_name": f"axis {axis.name}", "long_name_nl": f"as {axis.name}", "kind": "parameter",
                  "axis_number": np.int64(number), "target": axis.name, "low": axis.low, "high": axis.high, "spread": axis.spread})
        _outcomes(file, outcomes, ["point", "scenario", "replicate", "time"])
        of_runs = ["point", "replicate"]
        _put(file, "status", status, of_runs, {"flag_values": np.array([0, 1, 2], np.int64), "flag_meanings": "done failed missing"})
        _put(file, "run_households", np.where(status == 0, 5000, 0).astype(np.int64), of_runs)
        _put(file, "run_digest", np.where(status == 0, DIGEST, "").astype(object), of_runs)
        _put(file, "error", np.where(status == 1, "E0401 wet gebroken", "").astype(object), of_runs)
        plan = {"axes": [{"name": axis.name, "mode": axis.mode} for axis in axes]}
        file.create_dataset("configuration/plan", data=json.dumps(plan), dtype=TEXT)
        _common(file, filetype, version, start_year,
                {"plan_digest": DIGEST, "study": "proef", "design": design, "design_size": np.int64(size or points),
                 "second_order": np.int64(second_order), "time_step": "month" if months else "year",
                 "partial": np.int64(missing > 0), "points": np.int64(points), "failed_runs": np.int64(failed),
                 "missing_runs": np.int64(missing), **dict(more)})
    return path

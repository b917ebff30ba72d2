"""The one reader of result files and studies; the format is described in runs/README.md. Numbers are read when used.

What it gives is an xarray.Dataset whose data variables are the outcomes and nothing else. In a study the varied values,
`status`, `run_households`, `run_digest` and `error` are coordinates. Whatever the file has besides is left alone: a later
minor version may add things.
"""
import json
import pathlib
import warnings

import h5py
import numpy as np
import xarray as xr

from .words import Refusal, Said

MAJOR = 1  # of the file format: another major version means something else by the same names
KINDS = {"ontkoker-result": "result", "ontkoker-sweep": "study", "ontkoker-shard": "shard"}
OF_RUNS = ("status", "run_households", "run_digest", "error")


class FormatError(Refusal):
    """The file is not one that this reader knows; the text says why, in one sentence."""


class PartialStudy(Said, UserWarning):
    """Runs are missing or failed in a study; their numbers are NaN."""


def _text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def _kind(path):
    """Kind of the file, after the rule for compatibility: the same major version; what is unknown is ignored."""
    try:
        with h5py.File(path, "r") as file:
            attributes = dict(file.attrs)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise FormatError("not_whole", path=path, error=error) from error
    kind = KINDS.get(_text(attributes.get("filetype", "")))
    if kind is None:
        raise FormatError("not_ours", path=path)
    version = [int(number) for number in attributes.get("format_version", [0])]
    if version[0] != MAJOR:
        raise FormatError("other_version", path=path, version=".".join(map(str, version)), known=MAJOR)
    return kind


def _outcomes_only(ds, path):
    axes = {name for name, var in ds.variables.items() if "axis_number" in var.attrs}
    outcomes = {name for name, var in ds.variables.items() if "outcome_number" in var.attrs}
    kept = axes | outcomes | set(ds.dims) | {name for name in OF_RUNS if name in ds.variables}
    shown = ds.drop_vars([name for name in ds.variables if name not in kept]).set_coords([*(kept - outcomes) & set(ds.variables)])
    shown.attrs["path"] = str(pathlib.Path(path).resolve())
    shown.set_close(ds.close)   # `with open_result(...)` closes the file
    return shown


def open_any(path, level=2):
    """A result file or study, whichever it is. A study with missing or failed runs warns once, here."""
    kind = _kind(path)
    try:
        ds = _outcomes_only(xr.open_dataset(path, engine="h5netcdf"), path)
    except (OSError, ValueError, KeyError) as error:
        raise FormatError("unreadable", path=path, kind=kind, error=error) from error
    if kind == "shard":
        warnings.warn(PartialStudy("one_shard", path=path), stacklevel=level)
    missing, failed = (int(ds.attrs.get(f"{what}_runs", 0)) for what in ("missing", "failed"))
    if int(ds.attrs.get("partial", 0)) or failed:
        warnings.warn(PartialStudy("partial", path=path, runs=ds["status"].size, missing=missing, failed=failed), stacklevel=level)
    return ds


def open_result(path):
    """A result file: outcomes by (scenario, replicate, time[, split])."""
    if (kind := _kind(path)) != "result":
        raise FormatError("open_study", path=path, kind=kind)
    return open_any(path, 3)


def open_study(path):
    """A merged study, a virtual view or a shard: outcomes by (point, scenario, replicate, time[, split])."""
    if _kind(path) == "result":
        raise FormatError("open_result", path=path)
    return open_any(path, 3)


def is_study(ds):
    return "point" in ds.coords


def axes(study):
    """Names of the varied values, in the order of the plan."""
    found = [name for name in study.coords if "axis_number" in study[name].attrs]
    return sorted(found, key=lambda name: int(study[name].attrs["axis_number"]))


def outcomes(ds):
    """Names of the outcomes, in the program's order."""
    return sorted(ds.data_vars, key=lambda name: int(ds[name].attrs["outcome_number"]))


def _places(file, ds, dim):
    """Where along a dimension of the file the labels of `ds` stand; one place where the dimension was selected away."""
    if dim not in ds.coords:
        raise ValueError(f"of which {dim} is this? Keep the coordinate when selecting (no drop=True)")
    wanted = ds[dim].values
    if dim == "time":   # in the file: days since the start
        wanted = (wanted - np.datetime64(f"{int(ds.attrs['start_year'])}-01-01")) / np.timedelta64(1, "D")
    there = file[dim].asstr()[()] if h5py.check_string_dtype(file[dim].dtype) else file[dim][()]
    place = {label: number for number, label in enumerate(there.tolist())}
    return np.array([place[label] for label in np.atleast_1d(wanted).tolist()])


def ratio_parts(ds, name):
    """Numerator and denominator of a ratio for the cells that `ds` holds: they may be added up, the ratio may not."""
    like = ds[name]
    with h5py.File(ds.attrs["path"], "r") as file:
        dims = [file[scale[0].name].name[1:] for scale in file[name].dims]
        places = [_places(file, ds, dim) for dim in dims]
        if min(map(len, places)) == 0:
            return like.astype(float), like.astype(float)   # nothing was selected
        near = tuple(slice(at.min(), at.max() + 1) for at in places)
        exact = np.ix_(*(at - at.min() for at in places))
        kept = [file[f"parts_of_ratios/{name}_{part}"][near][exact] for part in ("numerator", "denominator")]
    order = [dim for dim in dims if dim in like.dims]
    shape = [like.sizes[dim] for dim in order]
    return tuple(xr.DataArray(part.reshape(shape), dims=order, coords=like.coords).transpose(*like.dims) for part in kept)


def labels(ds, split, lang="nl"):
    """Identifier -> name to show, of the parts of a split."""
    with h5py.File(ds.attrs["path"], "r") as file:
        shown = file[f"labels/{split}_{lang}"].asstr()[()]
        names = file[split].asstr()[()]
    return dict(zip(names, shown))


def configuration(ds):
    """The effective configuration of a result file, or the plan of a study, as the program wrote it."""
    with h5py.File(ds.attrs["path"], "r") as file:
        found = file.get("configuration/plan", file.get("configuration/effective"))
        if found is None:
            raise Refusal("no_plan", path=ds.attrs["path"])
        return json.loads(found.asstr()[()])


def sample_of(ds):
    """Every how manieth household was run: amounts and numbers are of so small a part."""
    try:
        told = configuration(ds)
    except Refusal:   # a shard
        return 1
    return int(told.get("sample") or told.get("run", {}).get("sample", 1))

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

MAJOR = 1  # of the file format: another major version means something else by the same names
KINDS = {"ontkoker-result": "result", "ontkoker-sweep": "study", "ontkoker-shard": "shard"}
OF_RUNS = ("status", "run_households", "run_digest", "error")


class FormatError(ValueError):
    """The file is not one that this reader knows; the text says why, in one sentence."""


class PartialStudy(UserWarning):
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
        raise FormatError(f"{path}: not a whole HDF5 file ({error})") from error
    kind = KINDS.get(_text(attributes.get("filetype", "")))
    if kind is None:
        raise FormatError(f"{path}: not a result file or study of ontkoker (its attribute filetype says otherwise)")
    version = [int(number) for number in attributes.get("format_version", [0])]
    if version[0] != MAJOR:
        raise FormatError(f"{path}: format version {'.'.join(map(str, version))}, and this reader knows version {MAJOR}; "
                          "use the ontkoker_analysis that belongs to the program which made the file")
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
        raise FormatError(f"{path}: a {kind} of ontkoker that cannot be read ({error})") from error
    if kind == "shard":
        warnings.warn(f"{path}: one shard of a study; the other points are in other files", PartialStudy, stacklevel=level)
    missing, failed = (int(ds.attrs.get(f"{what}_runs", 0)) for what in ("missing", "failed"))
    if int(ds.attrs.get("partial", 0)) or failed:
        warnings.warn(f"{path}: {missing} runs are missing and {failed} failed; their numbers are NaN", PartialStudy,
                      stacklevel=level)
    return ds


def open_result(path):
    """A result file: outcomes by (scenario, replicate, time[, split])."""
    if (kind := _kind(path)) != "result":
        raise FormatError(f"{path}: a {kind}, not a result file; open it with open_study")
    return open_any(path, 3)


def open_study(path):
    """A merged study, a virtual view or a shard: outcomes by (point, scenario, replicate, time[, split])."""
    if _kind(path) == "result":
        raise FormatError(f"{path}: a result file, not a study; open it with open_result")
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
            raise ValueError(f"{ds.attrs['path']}: a shard holds no plan; it is in plan.json of the study")
        return json.loads(found.asstr()[()])

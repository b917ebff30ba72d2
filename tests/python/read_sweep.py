"""Opens sweep files as a stranger would, and checks what the format page (runs/README.md) promises.

    /usr/bin/python3 tests/python/read_sweep.py FILE.h5 ...

Merged files, virtual views and shards. With python3-netcdf4 also through netCDF-C, with Rscript and r-cran-ncdf4 also in R.
Exit code 0: as promised; 1: not; 77: skipped, because a package is missing.
"""
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import h5py
    import numpy as np
    import xarray as xr
    import h5netcdf  # noqa: F401  (the engine that xarray uses)
except ImportError as missing:
    print(f"skipped: {missing}; on Debian: apt install python3-xarray python3-h5netcdf python3-h5py")
    sys.exit(77)

FIXED_DIMS = ("point", "scenario", "replicate", "time")
RUN_TABLES = ("status", "run_households", "run_digest", "error")
R_SCRIPT = r"""
library(ncdf4)
words <- commandArgs(trailingOnly = TRUE)
f <- nc_open(words[1])
v <- f$var[[words[2]]]
x <- ncvar_get(f, words[2], collapse_degen = FALSE)
cat(paste(sapply(rev(v$dim), function(d) d$name), collapse = " "), "\n")
cat(paste(rev(dim(x)), collapse = " "), "\n")
cat(format(x[1:min(length(x), 50)], digits = 17), "\n")
cat(format(ncvar_get(f, words[3]), digits = 17), "\n")
cat(ncatt_get(f, 0, "digest")$value, "\n")
cat(ncatt_get(f, words[2], "units")$value, "\n")
"""


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def outcomes(ds):
    return {name: var for name, var in ds.data_vars.items() if "outcome_number" in var.attrs}


def axes(file):
    found = [(item.attrs["axis_number"], name) for name, item in file.items() if "axis_number" in item.attrs]
    return [name for _, name in sorted(found)]


def check_coordinates(ds, file):
    for dim in FIXED_DIMS:
        assert dim in ds.coords, f"{dim} has no coordinate"
    assert np.array_equal(ds.replicate.values, np.arange(ds.sizes["replicate"]))
    assert np.array_equal(np.diff(ds.point.values), np.ones(ds.sizes["point"] - 1))
    first = ds.indexes["time"]
    assert first[0].month == 1 and all(day.day == 1 for day in first), "time does not step over first days"
    steps = set(day.month for day in first)
    assert (steps == {1}) == (text(ds.attrs["time_step"]) == "year"), "time_step"
    names = axes(file)
    assert names, "no axes"
    for name in names:
        assert name in ds.coords, f"{name} is no coordinate for xarray"
        assert ds[name].dims == ("point",), f"{name}: {ds[name].dims}"
        assert ds[name].dtype == np.float64, name
        raw = file[name]
        assert text(raw.attrs["kind"]) in ("parameter", "lever") and text(raw.attrs["target"]), name
        assert {"units", "long_name", "long_name_nl", "low", "high", "spread"} <= set(raw.attrs), name
        assert (text(raw.attrs["kind"]) == "lever") == ("from" in raw.attrs), name
    return names


def check_runs(ds, partial):
    status = ds["status"].values
    assert ds["status"].dims == ("point", "replicate")
    assert text(ds["status"].attrs["flag_meanings"]) == "done failed missing"
    assert (status == 1).sum() == ds.attrs["failed_runs"] and (status == 2).sum() == ds.attrs["missing_runs"]
    assert partial == (ds.attrs["partial"] == 1)
    for name in RUN_TABLES:
        assert ds[name].dims == ("point", "replicate"), name
    digests, errors = ds["run_digest"].values, ds["error"].values
    assert all((text(d) != "") == (s == 0) for d, s in zip(digests.flat, status.flat)), "digests go with done runs"
    assert all((text(e) != "") == (s == 1) for e, s in zip(errors.flat, status.flat)), "errors go with failed runs"
    assert ((ds["run_households"].values > 0) == (status == 0)).all()
    return status


def check_numbers(ds, ratios, file, status, names):
    found = outcomes(ds)
    assert found, "no outcomes"
    undone = (status != 0)[:, None, :, None]
    for name, var in found.items():
        assert var.dims[:4] == FIXED_DIMS and len(var.dims) == (5 if "split" in var.attrs else 4), f"{name}: {var.dims}"
        assert set(names) <= set(var.coords), f"{name} lacks axes"
        assert text(var.attrs["units"]) and text(var.attrs["long_name"]) and text(var.attrs["long_name_nl"]), name
        values = var.values if var.ndim == 5 else var.values[..., None]
        raw = file[name]
        assert np.array_equal(var.values, raw[()], equal_nan=True), f"{name}: xarray and h5py differ"
        assert np.isnan(values[np.broadcast_to(undone[..., None], values.shape)]).all(), f"{name}: numbers of runs that are not done"
        if not raw.is_virtual:
            assert raw.compression == "gzip" and raw.shuffle and raw.fletcher32, f"{name} is not packed as promised"
            assert raw.chunks[1] == 1 and raw.chunks[3] == raw.shape[3], f"{name}: chunks of {raw.chunks}"
        done = ~np.broadcast_to(undone[..., None], values.shape)
        divisor = var.attrs["divisor"]
        if text(var.attrs["aggregation"]) == "ratio":
            above, below = (ratios[f"{name}_{word}"].values.reshape(values.shape) for word in ("numerator", "denominator"))
            with np.errstate(divide="ignore", invalid="ignore"):
                expected = above / below / divisor
            expected[below == 0] = np.nan
            assert np.array_equal(values, expected, equal_nan=True), f"{name} is not numerator / denominator / divisor"
            assert np.isnan(above[~done]).all() and not np.isnan(above[done]).any(), name
        else:
            assert not np.isnan(values[done]).any(), f"{name} has NaN in a run that is done"
            counts = np.rint(values * divisor)
            assert np.array_equal(counts[done] / divisor, values[done]), f"{name} does not give its whole numbers back"
    return found


def check_file(path, engine):
    ds = xr.open_dataset(path, engine=engine)
    ratios = xr.open_dataset(path, engine=engine, group="parts_of_ratios")
    labels = xr.open_dataset(path, engine=engine, group="labels")
    with h5py.File(path, "r") as file:
        for key in ("Conventions", "title", "source", "program_version", "municipality", "plan_digest", "study", "design"):
            assert text(ds.attrs[key]), f"root attribute {key} is empty"
        kind = text(ds.attrs["filetype"])
        assert kind in ("ontkoker-sweep", "ontkoker-shard"), kind
        assert ds.attrs["format_version"][0] == 1 and len(text(ds.attrs["digest"])) == 32
        assert ds.attrs["points"] == ds.sizes["point"]
        assert ("configuration" in file) == (kind == "ontkoker-sweep")
        if kind == "ontkoker-sweep":
            json.loads(file["configuration/plan"].asstr()[()])
        names = check_coordinates(ds, file)
        status = check_runs(ds, ds.attrs["partial"] == 1)
        found = check_numbers(ds, ratios, file, status, names)
    for split in set(ds.dims) - set(FIXED_DIMS):
        for language in ("nl", "en"):
            assert labels[f"{split}_{language}"].dims == (split,), f"labels of {split}"
    print(f"{path.name} through {engine}: {dict(ds.sizes)}, {len(found)} outcomes, axes {', '.join(names)}")
    return ds, found, names


def check_in_r(path, ds, found, names):
    with h5py.File(path, "r") as file:
        if file[next(iter(found))].is_virtual:
            return "R: skipped, ncdf4 does not open virtual datasets (merge without --virtual)"
    if not shutil.which("Rscript"):
        return "R: skipped, no Rscript; on Debian: apt install r-base-core r-cran-ncdf4"
    if subprocess.run(["Rscript", "-e", "library(ncdf4)"], capture_output=True).returncode != 0:
        return "R: skipped, no package ncdf4; on Debian: apt install r-cran-ncdf4"
    with tempfile.NamedTemporaryFile("w", suffix=".R") as script:
        script.write(R_SCRIPT)
        script.flush()
        for name in sorted(found, key=lambda one: -found[one].ndim)[:1] + list(found)[:1]:
            out = subprocess.run(["Rscript", script.name, path, name, names[0]], capture_output=True, text=True, timeout=300)
            assert out.returncode == 0, out.stderr
            dims, sizes, values, axis, digest, unit = out.stdout.splitlines()
            assert tuple(dims.split()) == found[name].dims, f"R sees {dims}"
            assert [int(n) for n in sizes.split()] == list(found[name].shape), f"R sees {sizes}"
            # R turns the order of the axes around: its first numbers are those along our last axis.
            read = np.array([np.nan if word in ("NA", "NaN") else float(word) for word in values.split()])
            assert np.array_equal(read, found[name].values.ravel()[:len(read)], equal_nan=True), f"R reads {values}"
            assert np.array_equal([float(word) for word in axis.split()], ds[names[0]].values), f"R reads {axis}"
            assert digest.strip() == text(ds.attrs["digest"]) and unit.strip() == text(found[name].attrs["units"])
    return f"{path.name} in R"


def main(paths):
    engines = ["h5netcdf"] + (["netcdf4"] if importlib.util.find_spec("netCDF4") else [])
    for path in map(pathlib.Path, paths):
        for engine in engines:
            ds, found, names = check_file(path, engine)
        print(check_in_r(path, ds, found, names))
    if len(engines) == 1:
        print("netCDF-C: skipped, no python3-netcdf4")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: read_sweep.py FILE.h5 ...")
    main(sys.argv[1:])

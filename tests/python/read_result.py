"""Opens a result file as a stranger would, and checks what the format page (runs/README.md) promises.

    /usr/bin/python3 tests/python/read_result.py FILE.h5

Exit code 0: as promised; 1: not; 77: skipped, because a package is missing.
"""

import sys

try:
    import h5py
    import numpy as np
    import xarray as xr
    import h5netcdf  # noqa: F401  (the engine that xarray uses)
except ImportError as missing:
    print(f"skipped: {missing}; on Debian: apt install python3-xarray python3-h5netcdf python3-h5py")
    sys.exit(77)

FIXED_DIMS = ("scenario", "replicate", "time")


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def check_dataset(ds):
    """Named dimensions, units and words on everything."""
    for dim in FIXED_DIMS:
        assert dim in ds.coords, f"{dim} has no coordinate"
    assert ds.indexes["time"][0].day == 1, "time does not start on a first day of a month"
    assert np.array_equal(ds.replicate.values, np.arange(ds.sizes["replicate"]))
    for name, var in ds.data_vars.items():
        assert var.dims[:3] == FIXED_DIMS, f"{name}: {var.dims}"
        assert len(var.dims) == 3 or var.dims[3] == var.attrs["split"], f"{name}: {var.dims}"
        assert var.attrs.get("units"), f"{name} has no units"
        assert var.attrs.get("long_name") and var.attrs.get("long_name_nl"), f"{name} has no long_name"
        assert var.attrs["aggregation"] in ("sum", "mean", "last", "ratio"), name
        assert var.attrs["better"] in ("lower", "neither", "higher"), name
        assert var.dtype.kind in "if", f"{name} was decoded to {var.dtype}"


def check_numbers(ds, ratios, file):
    """xarray, h5py and the whole numbers behind the values agree to the last bit."""
    for name, var in ds.data_vars.items():
        raw = file[name]
        assert np.array_equal(var.values, raw[()], equal_nan=True), f"{name}: xarray and h5py differ"
        assert raw.compression == "gzip" and raw.shuffle and raw.fletcher32, f"{name} is not packed as promised"
        assert raw.chunks[0] == 1, f"{name}: a chunk spans scenarios"
        divisor = var.attrs["divisor"]
        if var.attrs["aggregation"] == "ratio":
            above, below = ratios[f"{name}_numerator"], ratios[f"{name}_denominator"]
            assert above.dims == below.dims == var.dims, f"{name}: the parts have other dimensions"
            assert above.dtype == below.dtype == np.int64, name
            with np.errstate(divide="ignore", invalid="ignore"):
                value = above.values / below.values / divisor
            value[below.values == 0] = np.nan
            assert np.array_equal(value, var.values, equal_nan=True), f"{name} is not numerator / denominator / divisor"
        elif divisor == 1.0:
            assert var.dtype == np.int64, name
        else:
            assert not np.isnan(var.values).any(), f"{name} has NaN"
            counts = np.floor(np.abs(var.values * divisor) + 0.5) * np.sign(var.values)
            assert np.array_equal(counts / divisor, var.values), f"{name} does not give its whole numbers back"


def check_rest(ds, path, file):
    for key in ("Conventions", "title", "source", "program_version", "municipality", "digest"):
        assert text(ds.attrs[key]), f"root attribute {key} is empty"
    assert text(ds.attrs["filetype"]) == "ontkoker-result"
    assert ds.attrs["format_version"][0] == 1
    assert len(text(ds.attrs["digest"])) == 32
    assert len(file["configuration/effective"].asstr()[()]) > 0
    labels = xr.open_dataset(path, engine="h5netcdf", group="labels")
    for split in set(ds.dims) - set(FIXED_DIMS):
        for language in ("nl", "en"):
            assert labels[f"{split}_{language}"].dims == (split,), f"labels of {split}"


def main(path):
    ds = xr.open_dataset(path, engine="h5netcdf")
    ratios = xr.open_dataset(path, engine="h5netcdf", group="parts_of_ratios")
    print(dict(ds.sizes))
    for name, var in ds.data_vars.items():
        print(f"  {name} ({', '.join(var.dims)}) [{var.attrs.get('units')}] {var.attrs.get('long_name')}")
    with h5py.File(path, "r") as file:
        check_dataset(ds)
        check_numbers(ds, ratios, file)
        check_rest(ds, path, file)
    print(f"as promised: {len(ds.data_vars)} outcomes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: read_result.py FILE.h5")
    main(sys.argv[1])

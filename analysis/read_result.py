"""Reads a result file of ontkoker (format: runs/README.md) and shows differences between its scenarios.

    /usr/bin/python3 analysis/read_result.py FILE.h5 [OUTCOME] [--csv]

Needs xarray and h5netcdf (Debian: python3-xarray python3-h5netcdf).
"""
import argparse
import signal
import sys

import numpy as np
import xarray as xr

MAJOR = 1  # of the file format


def open_result(path):
    """The outcomes of a result file, after a look at its format version."""
    ds = xr.open_dataset(path, engine="h5netcdf")
    if str(ds.attrs.get("filetype")) != "ontkoker-result" or int(ds.attrs["format_version"][0]) != MAJOR:
        raise SystemExit(f"{path}: no result file of ontkoker that this reader knows (format {MAJOR})")
    ds.attrs["path"] = str(path)
    return ds


def by_year(ds, name, together=False):
    """One outcome by calendar year, by its own rule: sum, mean, last month, or ratio of sums; `together`: its parts added."""
    var = ds[name]
    split = var.attrs.get("split")

    def whole(values):
        return values.sum(split) if together and split else values
    if var.attrs["aggregation"] == "ratio":
        parts = xr.open_dataset(ds.attrs["path"], engine="h5netcdf", group="parts_of_ratios")
        above, below = (whole(parts[f"{name}_{part}"]).assign_coords(time=ds.time).groupby("time.year").sum()
                        for part in ("numerator", "denominator"))
        result = above / below.where(below != 0) / var.attrs["divisor"]
    else:
        years = whole(var).groupby("time.year")
        result = {"sum": years.sum, "mean": years.mean, "last": years.last}[var.attrs["aggregation"]]()
    result = result.assign_coords(scenario=ds.scenario, replicate=ds.replicate)
    if split and not together:
        result = result.assign_coords({var.attrs["split"]: ds[var.attrs["split"]]})
    return result.rename(name).assign_attrs(var.attrs)


def paired_difference(values):
    """Every later scenario less the first, replicate by replicate."""
    gap = values.isel(scenario=slice(1, None)) - values.isel(scenario=0, drop=True)
    return gap.round(9).assign_attrs(values.attrs)  # sums of euros differ in their last bits


def summary(ds, name):
    """A table: scenario, year, part; mean difference, 5th and 95th percentile, pairs higher and lower."""
    gap = paired_difference(by_year(ds, name))
    over = {"mean": gap.mean("replicate"), "low": gap.quantile(0.05, "replicate").drop_vars("quantile"),
            "high": gap.quantile(0.95, "replicate").drop_vars("quantile"),
            "pairs_higher": (gap > 0).sum("replicate"), "pairs_lower": (gap < 0).sum("replicate")}
    return xr.Dataset(over).to_dataframe().reset_index()


def show_contents(ds):
    print(f"{ds.attrs['municipality']}, {ds.attrs['start_year']}, digest {ds.attrs['digest']}")
    print("scenarios:", ", ".join(ds.scenario.values.astype(str)), "| replicates:", ds.sizes["replicate"])
    for name, var in ds.data_vars.items():
        print(f"  {name:<24} {var.attrs['units']:<6} {var.attrs.get('split', ''):<12} {var.attrs['long_name']}")


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("file")
    reader.add_argument("outcome", nargs="?")
    reader.add_argument("--csv", action="store_true", help="comma separated values instead of a table")
    asked = reader.parse_args()
    ds = open_result(asked.file)
    if not asked.outcome:
        return show_contents(ds)
    if asked.outcome not in ds.data_vars:
        raise SystemExit(f"there is no outcome {asked.outcome}; one of: {', '.join(ds.data_vars)}")
    if ds.sizes["scenario"] < 2:
        raise SystemExit("one scenario only: there is nothing to compare")
    rows = summary(ds, asked.outcome)
    unit = ds[asked.outcome].attrs["units"]
    if asked.csv:
        rows.to_csv(sys.stdout, index=False)
    else:
        print(f"{asked.outcome} [{unit}]: difference from {ds.scenario.values[0]}, over {ds.sizes['replicate']} pairs")
        print(rows.to_string(index=False, float_format=lambda x: "-" if np.isnan(x) else f"{x:,.4g}"))


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    main()

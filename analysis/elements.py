#!/usr/bin/python3
"""Is the whole more than its parts? The five elements of integral work and what carries them, each alone and all together
(D18).

Which lever belongs to which element stands in configs/elements.json, dates and values in the scenario that it names. Runs them on one municipality, in one comparison and so
under the same luck: the base, each element, all of them. Prints differences from the base in the last year, with the range
over pairs (5th to 95th percentile); where every n-th household is run, numbers and sums are times n. Beside "together"
stands the sum of the parts, pair by pair. A range of the gap that spans zero means that these pairs show neither more nor
less than the sum. Measured, not imposed. Debian: packages as in analysis/README.md.

  analysis/elements.py [-m heusden] [--sample 4] [--years 8] [--pairs 8] [--outcome NAME[/PART] ...] [-o FILE]
"""
import argparse
import json
import pathlib
import sys
import tempfile

import numpy as np

from ontkoker_analysis import by_year, open_result, paired_difference
from runs import ROOT, call, read_json, table

FAMILIES = {"other": "other families", "parents": "parents with problems", "vulnerable": "vulnerable families",
            "lifelong": "a child with a lifelong problem", "minimum": "at the minimum", "low": "low income", "higher": "higher income"}
OF_FAMILIES = ["problem_load", "burden", "youth_in_help_group", "problematic_families"]   # lower is a gain in each of them
OUTCOMES = ["spending/municipality", "fund_spending/youth", "problem_load", "financial_stress", "problematic_debt", "returns"]


def scenario(name, base, source, changes):
    return {"name": name, "extends": base, "nl": name, "en": name, "status": "study", "source": source, "changes": changes}


def arms(plan):
    """Name of each arm and its dated changes; the last one is all elements together. Every lever of the scenario belongs to
    exactly one element."""
    changes = read_json(ROOT / f"configs/scenarios/{plan['scenario']}.json")["changes"]
    placed = [lever for e in plan["elements"] for lever in e["levers"]]
    if sorted(placed) != sorted({change["lever"] for change in changes}):
        raise SystemExit(f"configs/elements.json and {plan['scenario']} differ in: "
                         + ", ".join(sorted(set(placed) ^ {change["lever"] for change in changes})))
    parts = {e["name"]: [c for c in changes if c["lever"] in e["levers"]] for e in plan["elements"]}
    return parts | {"together": changes}


def run(plan, options, folder):
    files = []
    for name, changes in arms(plan).items():
        files.append(folder / f"{name}.json")
        files[-1].write_text(json.dumps(scenario(name, plan["base"], plan["source"], changes)), encoding="utf-8")
    named = [word for file in files for word in ("--scenario", file)]
    call("compare", "--scenario", plan["base"], *named, "-m", options.municipality, "--sample", options.sample, "--years",
         options.years, "--replicates", options.pairs, "-o", folder / "out")
    return open_result(folder / "out" / "result.h5")


def last_year(ds, wish, sample):
    """One outcome, or some parts of it, in the last year: all parts together where none is named, for the whole municipality."""
    values = by_year(ds, wish, together=True).isel(year=-1)
    return values if values.attrs["aggregation"] == "ratio" else values * sample


def gaps(ds, wish, sample):
    """Differences from the base in the last year: one row an arm, one column a pair."""
    return paired_difference(last_year(ds, wish, sample)).transpose("scenario", "replicate").values


def number(value):
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def shown(pairs):
    low, high = np.quantile(pairs, [0.05, 0.95])
    return f"{number(pairs.mean())} ({number(low)} to {number(high)})"


def elements_table(ds, plan, options):
    words = [e["en"] for e in plan["elements"]]
    rows = []
    for wish in options.outcome or OUTCOMES:
        found = gaps(ds, wish, options.sample)
        parts, together = found[:-1], found[-1]
        total = parts.sum(axis=0)
        rows.append([f"`{wish}`", *(shown(p) for p in parts), shown(total), shown(together), shown(together - total)])
    return table(["outcome", *words, "sum of parts", "together", "together less sum"], rows)


def families_table(ds, options):
    rows = []
    for group, words in FAMILIES.items():
        row = [words]
        for name in OF_FAMILIES:
            pairs = gaps(ds, f"{name}/{group}", options.sample)[-1]
            row.append(f"{shown(pairs)}; lower in {int((pairs < 0).sum())} of {pairs.size}")
        rows.append(row)
    return table(["families", *(f"`{name}`" for name in OF_FAMILIES)], rows)


def report(ds, plan, options):
    return "\n".join([
        "# Elements alone and together\n",
        f"Made by `analysis/elements.py`: {options.municipality}, last of {options.years} years, {options.pairs} pairs, 1 in "
        f"{options.sample} households (numbers and sums times {options.sample}).",
        f"Difference of each element of `{plan['scenario']}`, and of all together, from `{plan['base']}`: mean (5th to 95th "
        "percentile of pairs).",
        "A range of \"together less sum\" that spans zero shows neither more nor less than the sum. Measured, not imposed.\n",
        elements_table(ds, plan, options),
        "All together, by family: who gains and who loses. Either sign is an answer; a range that spans zero is no demonstrable",
        "difference.\n",
        families_table(ds, options)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-m", "--municipality", default="heusden")
    parser.add_argument("--sample", type=int, default=4)
    parser.add_argument("--years", type=int, default=8)
    parser.add_argument("--pairs", type=int, default=8)
    parser.add_argument("--outcome", action="append")
    parser.add_argument("-o", "--output", type=pathlib.Path)
    options = parser.parse_args()
    plan = json.loads((ROOT / "configs/elements.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        text = report(run(plan, options, pathlib.Path(folder)), plan, options)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()

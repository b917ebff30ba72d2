#!/usr/bin/python3
"""Does what a document says of a local system occur here, and how often?

Runs every scenario of configs/scenarios against verkokerd on its municipality, under the same luck, for five years from its
first change: a 5,000-household version, 20 pairs. A statement occurs in a pair when every measure that the scenario file
names lies on its side ("none": within 5% of verkokerd). A second part draws parameter sets by Latin hypercube over the
ranges of the assumptions that models/claims.json varies; a statement occurs in a set when it does so in each of its pairs.
Nothing is forced: a statement that never occurs is a finding. Debian: packages as in analysis/README.md.

  analysis/systems.py [--pairs N] [--sets N] [--only NAME] [--write]    the loop; --write renews models/systems.md
  analysis/systems.py --full [--pairs N]                                whole municipalities, no parameter sets
  analysis/systems.py --quick                                           do all scenarios end without a broken law?

Exit code 1 when a run ended with an error, such as a broken law.
"""
import argparse
import collections
import pathlib
import sys
import tempfile

import numpy as np

from ontkoker_analysis import by_year, open_result
from runs import (ROOT, Refused, as_options, call, compare_arms, contested, latin_sets, parameter_ranges, replace_part,
                  sample_for, table)

FIRST_YEAR = 2027  # in which every scenario begins to change
NEAR = 0.05        # "none": within this share of verkokerd


def systems_by_municipality(only):
    """municipality -> its systems, in the order of the list; the reference is no system."""
    found = collections.defaultdict(list)
    for system in call("systems", "--lang", "en")["systems"]:
        if system["name"] != "verkokerd" and only in (None, system["name"]):
            found[system["municipality"]].append(system)
    return found


def values_of(results, measure):
    """One number for each (scenario, replicate): the last year, or the whole horizon."""
    years = by_year(results, measure["outcome"], together=not measure["part"])
    rule = years.attrs["aggregation"]
    if measure["part"]:
        years = years.sel({years.attrs["split"]: measure["part"]})
    if measure["over"] == "last_year":
        chosen = years.isel(year=-1)
    else:
        chosen = years.sum("year") if rule == "sum" else years.mean("year")
    return chosen.transpose("scenario", "replicate").values


class Seen:
    """Reference, difference and whether it lies on the stated side, pair by pair, of one measure."""

    def __init__(self, results, arm, measure):
        values = values_of(results, measure)
        self.measure, self.reference = measure, values[0]
        self.gap = np.round(values[arm] - values[0], 9)
        sides = {"lower": self.gap < 0, "higher": self.gap > 0, "none": np.abs(self.gap) <= NEAR * np.abs(values[0])}
        self.met = sides[measure["direction"]]

    def name(self):
        return self.measure["outcome"] + ("/" + self.measure["part"] if self.measure["part"] else "")

    def text(self):
        gap, reference = self.gap[~np.isnan(self.gap)], self.reference[~np.isnan(self.gap)]
        if not gap.size:
            return f"{self.name()} {self.measure['direction']}: does not exist here"
        low, high = np.percentile(gap, [5, 95])
        relative = f", {100 * gap.mean() / reference.mean():+.1f}%" if reference.mean() else ""
        return f"{self.name()} {self.measure['direction']}: {gap.mean():+,.3g} ({low:,.3g} to {high:,.3g}{relative})"

    def why_not(self):
        """Why a measure never lies on its side, as far as numbers tell."""
        if not self.gap.any():
            return f"`{self.name()}` does not move at all"
        if self.measure["direction"] == "none":
            return f"`{self.name()}` stays further than {NEAR:.0%} from verkokerd"
        if (self.gap == 0).mean() > 0.5:
            return f"`{self.name()}` is the same in most pairs: too few of them in so small a municipality"
        return f"`{self.name()}` moves the other way in {np.mean(self.gap * self.sign() < 0):.0%} of the pairs"

    def sign(self):
        return {"lower": -1, "higher": 1}.get(self.measure["direction"], 0)


def run_group(municipality, systems, options, pairs, more=()):
    """name -> [Seen] of all systems of one municipality, or raises Refused."""
    with tempfile.TemporaryDirectory() as folder:
        settings = ["--municipality", municipality, "--start-year", FIRST_YEAR, "--years", options.years, "--replicates",
                    pairs, "--seed", 1, "--scenario", "verkokerd"]
        for system in systems:
            settings += ["--scenario", system["name"]]
        compare_arms([*settings, "--sample", sample_for(municipality, options.households), *more], folder)
        with open_result(pathlib.Path(folder) / "result.h5") as results:
            return {system["name"]: [Seen(results, arm, measure) for measure in system["measures"]]
                    for arm, system in enumerate(systems, 1)}


def share_of_pairs(seen):
    return np.logical_and.reduce([one.met for one in seen]).mean() if seen else None


def share_of_sets(groups, options):
    """name -> share of parameter sets in which the statement occurs in each pair."""
    counts, ranges, names = collections.Counter(), parameter_ranges(), contested()
    for number, values in enumerate(latin_sets(names, ranges, options.sets), 1):
        for municipality, systems in groups.items():
            for name, seen in run_group(municipality, systems, options, options.set_pairs, as_options(values)).items():
                counts[name] += share_of_pairs(seen) == 1.0
        print(f"parameter set {number} of {options.sets}", file=sys.stderr, flush=True)
    return {system["name"]: counts[system["name"]] / options.sets for systems in groups.values() for system in systems}


def percent(share):
    return "-" if share is None else f"{share:.0%}"


def row_of(system, seen, in_sets):
    where = "any (heusden)" if system["any_municipality"] else system["municipality"]
    told = "; ".join(one.text() for one in seen) or "not measurable: " + system["not_measurable"]
    return [f"`{system['name']}`", where, system["status"], system["statement"], told, percent(share_of_pairs(seen)),
            percent(in_sets if seen else None)]


def never(system, seen):
    """Of a statement that occurs in no pair: what each of its measures does."""
    failing = [one for one in seen if not one.met.all()]
    return f"- `{system['name']}`: " + "; ".join(one.why_not() for one in failing if one.met.mean() < 0.5 or len(failing) == 1)


def loop(groups, options):
    """(rows of the table, lines on those that never occur, problems)"""
    found, problems = {}, []
    for municipality, systems in groups.items():
        try:
            found.update(run_group(municipality, systems, options, options.pairs))
        except Refused as refused:
            problems.append(f"{municipality}: {refused}")
        print(f"{municipality}: {', '.join(system['name'] for system in systems)}", file=sys.stderr, flush=True)
    in_sets = share_of_sets(groups, options) if options.sets and not problems else {}
    every = [system for systems in groups.values() for system in systems if system["name"] in found]
    every.sort(key=lambda system: system["name"])
    rows = [row_of(system, found[system["name"]], in_sets.get(system["name"])) for system in every]
    lines = [never(system, found[system["name"]]) for system in every if share_of_pairs(found[system["name"]]) == 0]
    return rows, lines, problems


def settings_of(options):
    if options.quick:
        options.households, options.pairs, options.sets, options.years = 500, 1, 0, 3
    if options.full:
        options.households, options.sets = 10**9, 0
        options.pairs = min(options.pairs, 2)
    return options


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--sets", type=int, default=8, help="parameter sets; 0: none")
    parser.add_argument("--set-pairs", type=int, default=3, help="pairs of each parameter set")
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--households", type=int, default=5000)
    parser.add_argument("--only", help="one scenario")
    parser.add_argument("--quick", action="store_true", help="tiny and short: only whether all of them end well")
    parser.add_argument("--full", action="store_true", help="whole municipalities, at most two pairs, no parameter sets")
    parser.add_argument("--write", action="store_true", help="renew models/systems.md")
    options = settings_of(parser.parse_args())
    groups = systems_by_municipality(options.only)
    rows, lines, problems = loop(groups, options)
    head = ["system", "municipality", "status", "the document says", "seen here by: mean difference (5th to 95th percentile)",
            "pairs", "parameter sets"]
    text = (f"{options.pairs} pairs of a version of about {options.households:,} households, {options.years} years from "
            f"{FIRST_YEAR}; {options.sets} parameter sets of {options.set_pairs} pairs over the ranges of "
            f"{len(contested())} assumptions.\n\n" + table(head, rows) + "\nIn no pair:\n\n" + "\n".join(lines or ["- none"]) + "\n")
    if options.write:
        replace_part(ROOT / "models/systems.md", "systems", text)
    elif not options.quick:
        print(text)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(rows)} systems, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

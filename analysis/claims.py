#!/usr/bin/python3
"""How often does what the documents claim come out of the whole model, over the range of its assumptions?

Reads models/claims.json and writes models/claims.md. Each claim is a change of policy and a direction of one outcome.
Parameter sets are drawn by Latin hypercube (scipy) over the declared ranges of the parameters that the claim names; every
set runs some pairs of equal luck. A claim occurs in a set when the 90% interval of the mean difference lies wholly on its
side of zero. Nothing is required of the shares: either sign, or no demonstrable difference, is an answer. Beside it stands
whether the effect is gone when the links that carry it are off. Debian: python3-scipy.

  analysis/claims.py [--sets N] [--pairs N] [--only NAME] [-o FILE]
"""
import argparse
import json
import pathlib

from runs import ROOT, as_options, compare, latin_sets, parameter_ranges, table


def difference(claim, settings, values):
    told = compare(claim["changes"], *settings, *as_options(values))
    return told[claim["outcome"], claim.get("split", ""), claim["period"]]


def side(row):
    """1, -1 or 0: on which side of zero the interval of the mean lies."""
    return (row["mean_low"] > 0) - (row["mean_high"] < 0)


def measure(claim, ranges, options):
    settings = ["--municipality", claim.get("municipality", "heusden"), "--sample", claim.get("sample", 4), "--years",
                claim["years"], "--replicates", options.pairs, "--seed", 1]
    wanted = 1 if claim["direction"] == "higher" else -1
    rows = [difference(claim, settings, values) for values in latin_sets(claim["vary"], ranges, options.sets)]
    sides = [side(row) * wanted for row in rows]
    effects = sorted(100.0 * row["difference"] / row["a"] for row in rows if row["a"])
    nil = all(ranges[name]["low"] <= 0.0 for name in claim["links"])
    gone = difference(claim, settings, dict.fromkeys(claim["links"], 0.0)) if claim["links"] and nil else None
    return {"occurs": sides.count(1), "other": sides.count(-1), "none": sides.count(0),
            "middle": effects[len(effects) // 2] if effects else 0.0, "low": effects[0] if effects else 0.0,
            "high": effects[-1] if effects else 0.0,
            "gone": "not asked" if not claim["links"] else "zero is out of range" if gone is None else "no" if side(gone) else "yes"}


def row_of(claim, found, sets):
    share = {key: f"{100 * found[key] / sets:.0f}%" for key in ("occurs", "other", "none")}
    return [claim["mechanism"], claim["en"], f"`{claim['outcome']}` {claim['direction']} in {claim['period']}",
            share["occurs"], share["other"], share["none"],
            f"{found['middle']:+.1f}% ({found['low']:+.1f} to {found['high']:+.1f})", found["gone"], claim["source"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=int, default=24)
    parser.add_argument("--pairs", type=int, default=6)
    parser.add_argument("--only")
    parser.add_argument("-o", "--output", type=pathlib.Path, default=ROOT / "models/claims.md")
    options = parser.parse_args()
    claims = json.loads((ROOT / "models/claims.json").read_text(encoding="utf-8"))["claims"]
    ranges = parameter_ranges()
    rows = []
    for claim in claims:
        if options.only in (None, claim["name"]):
            rows.append(row_of(claim, measure(claim, ranges, options), options.sets))
            print(f"{claim['name']}: occurs in {rows[-1][3]}, the other way in {rows[-1][4]}", flush=True)
    head = ["id", "claim", "measured as", "occurs", "other way", "no demonstrable difference",
            "effect: middle (range over sets)", "gone without its links", "said by"]
    options.output.write_text(
        "# Claims, measured\n\nMade by `analysis/claims.py` from `claims.json`: "
        f"{options.sets} parameter sets by Latin hypercube over the ranges of the named parameters, {options.pairs} pairs each, "
        "every fourth household. A claim occurs in a set when the 90% interval of the mean difference lies on its side of "
        "zero. None is required; the ranges are mostly assumptions, so a share says how the model's own doubt falls, not "
        "how likely the claim is in the world.\n\n" + table(head, rows), encoding="utf-8")
    print(options.output)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""What each process does: switches off one at a time and prints how much the outcomes change.

Writes models/switches.md. A 5,000-household version of Heusden (every fourth household), five years, the same luck with
and without the process. Not every row is a policy: without births there are no births. The table shows that each process
matters to something, and to what.

  analysis/switches.py [--replicates N] [-o FILE]
"""
import argparse
import pathlib

from runs import ROOT, Refused, call, run, table

OUTCOMES = [("problematic_debt", "", "problematic debts"), ("arrears", "", "arrears"),
            ("problem_load", "", "problem load"), ("youth_in_help", "", "youths in help"), ("starts", "", "starts"),
            ("waiting", "", "waiting"), ("fund_spending", "youth", "youth fund"),
            ("spending", "municipality", "municipality"), ("under_social_minimum", "", "under the minimum"),
            ("school_home", "", "at home without school"), ("children_protected", "", "under a measure"),
            ("young_homeless", "", "homeless young"), ("new_faces", "", "new faces"), ("population", "", "inhabitants")]
SCENARIOS = ("verkokerd", "integraal")


def change(before, after):
    """Change in percent as text; a dot where not one bit differs."""
    if before == after:
        return "·"
    if not before:
        return "new"
    percent = 100.0 * (after / before - 1.0)
    return f"{percent:+.1f}%" if abs(percent) >= 0.05 else "±0.0%"


def rows_of(scenario, settings, processes):
    whole = run(scenario, *settings)
    yield ["everything on", *(f"{whole[name, split]:,.6g}" for name, split, _ in OUTCOMES)]
    for process in processes:
        try:
            without = run(scenario, *settings, "--off", process)
        except Refused as refused:
            raise SystemExit(f"{process} cannot be switched off: {refused}") from refused
        yield [f"`{process}`", *(change(whole[name, split], without[name, split]) for name, split, _ in OUTCOMES)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--replicates", type=int, default=4)
    parser.add_argument("-o", "--output", type=pathlib.Path, default=ROOT / "models/switches.md")
    options = parser.parse_args()
    settings = ["--municipality", "heusden", "--sample", 4, "--years", 5, "--replicates", options.replicates, "--seed", 1]
    processes = [row["name"] for row in call("processes")["processes"]]
    text = ["# What each process does\n",
            "Made by `analysis/switches.py`: Heusden, every fourth household, five years from 2026, "
            f"{options.replicates} replicates; means over the horizon, and the change when one process is switched off. "
            "A dot: not one bit differs.\n"]
    for scenario in SCENARIOS:
        print(scenario, flush=True)
        rows = list(rows_of(scenario, settings, processes))
        text += [f"## `{scenario}`\n", table(["process off", *(what for _, _, what in OUTCOMES)], rows)]
    options.output.write_text("\n".join(text), encoding="utf-8")
    print(options.output)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures the rows of the performance table: `cmake --build --preset release --target benchmark`, then
`tests/benchmark/run.py`. Everything is run in turn, several rounds; what counts is CPU time and ratios within a round.
Writes benchmark.json, benchmark.txt and benchmark.svg to the output folder. `--quick`: seconds, small, only to see that
everything runs; its numbers mean nothing."""
import argparse
import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

from measure import LEVELS, ROOT, Failed, build_yardsticks, processor, spread
from report import chart, shown, table, verdict
from rows import ROWS, Bench, available, sizes


def options_of(words):
    names = [row[0] for row in ROWS]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--yardsticks", type=Path, default=None, help="folder of lower_bound.cpp and the others")
    parser.add_argument("--output", type=Path, default=ROOT / "build/benchmark")
    parser.add_argument("--build", type=Path, default=ROOT / "build/release", help="folder of a release build")
    parser.add_argument("--wasm", type=Path, default=ROOT / "build/wasm/ontkoker_digest.wasm")
    parser.add_argument("--rounds", type=int, default=None, help="5, with --quick 1")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", choices=names, metavar="ROW", help=f"of {', '.join(names)}")
    parser.add_argument("--skip", action="append", choices=names, metavar="ROW", default=[])
    parser.add_argument("--no-chart", action="store_true", help="leave out cost against size")
    options = parser.parse_args(words)
    options.rounds = options.rounds or (1 if options.quick else 5)
    if options.yardsticks is None:
        # Beside the checkout; a worktree elsewhere finds it through the folder that holds the repository.
        common = subprocess.run(["git", "-C", ROOT, "rev-parse", "--path-format=absolute", "--git-common-dir"],
                                capture_output=True, text=True).stdout.strip()
        places = [ROOT.parent / "shared/bench"] + ([Path(common).parent.parent / "shared/bench"] if common else [])
        options.yardsticks = next((place for place in places if place.exists()), places[0])
    options.binary, options.wachtlijst = options.build / "ontkoker", options.build / "tests/wachtlijst"
    for program in (options.binary, options.wachtlijst):
        if not program.exists():
            sys.exit(f"{program} is missing: cmake --build --preset release --target benchmark")
    return options


def measure(bench, chosen, rounds, with_sizes):
    samples, failures, curves = {row[0]: [] for row in chosen}, {}, {}
    for turn in range(rounds):
        bench.round = {}
        for row in chosen:
            if row[0] in failures:
                continue
            try:
                value = row[6](bench)
            except Failed as problem:
                failures[row[0]] = str(problem)
                print(f"{row[0]}: {problem}", file=sys.stderr)
                continue
            samples[row[0]].append(value)
            print(f"round {turn + 1} of {rounds}: {row[0]} {shown(value)} {row[2]}", file=sys.stderr)
        if with_sizes:
            for name, points in sizes(bench).items():
                for households, cost in points:
                    curves.setdefault(name, {}).setdefault(households, []).append(cost)
    return samples, failures, {name: [(n, min(costs)) for n, costs in line.items()] for name, line in curves.items()}


def notes_of(bench, samples):
    level = bench.level
    notes = [f"Kernels and lower bound: {level} unless a row says otherwise; naive.cpp and numpy_model.py as their README has them."]
    if bench.quick:
        notes.append("--quick: sizes far too small for any verdict.")
    if os.getloadavg()[0] > 0.8 * (os.cpu_count() or 1) + 1:
        notes.append(f"The machine was busy with other work too (load {os.getloadavg()[0]:.1f} at the end): times on the clock, "
                     "and so the rows on threads, say little.")
    if "netherlands" in bench.once:
        done = bench.once["netherlands"]
        notes.append(f"The Netherlands: {done['households']:.0f} households of the average municipality (scaled, so not the country's own "
                     f"mix): {done['seconds']:.0f} s, {done['cpu_seconds']:.0f} CPU s, {done['peak'] / 1e9:.1f} GB.")
    return notes


def main(words):
    options = options_of(words)
    options.output.mkdir(parents=True, exist_ok=True)
    machine = processor()
    levels = LEVELS[:LEVELS.index(machine["instructions"]) + 1]
    bench = Bench(options, machine, build_yardsticks(options.yardsticks, options.output / "yardsticks", levels))
    wanted = [row for row in ROWS if (not options.only or row[0] in options.only) and row[0] not in options.skip]
    reasons = {row[0]: available(row, bench) for row in wanted}
    samples, failures, curves = measure(bench, [row for row in wanted if not reasons[row[0]]], options.rounds,
                                        not options.no_chart and not options.only)
    rows = []
    for name, text, unit, reach, aim, less, _ in wanted:
        why = reasons[name] or ("failed" if name in failures else None)
        rows.append({"name": name, "text": text, "unit": unit, "reach": reach, "aim": aim, "less_is_better": less,
                     "value": None if why else spread(samples[name]), "samples": samples.get(name, []),
                     **({"why": why} if why else {})})
        rows[-1]["verdict"] = "too small" if options.quick else verdict(rows[-1])
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    report = {"machine": machine, "date": datetime.date.today().isoformat(), "commit": commit, "rounds": options.rounds,
              "quick": options.quick, "command": "tests/benchmark/run.py " + " ".join(words), "rows": rows,
              "cost_against_size": curves, "notes": notes_of(bench, samples)}
    plain = json.loads(json.dumps(report), parse_constant=lambda _: None)  # no infinity in JSON
    (options.output / "benchmark.json").write_text(json.dumps(plain, indent=1) + "\n")
    (options.output / "benchmark.txt").write_text(table(report))
    if curves:
        (options.output / "benchmark.svg").write_text(chart(curves))
    print(table(report), end="")
    print(f"\n{options.output}/benchmark.json, benchmark.txt" + (", benchmark.svg" if curves else ""))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

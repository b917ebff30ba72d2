#!/usr/bin/python3
"""The twelve questions that users bring, each answered by one comparison, in words.

Runs configs/comparisons/vraag-*.json on about 5,000 households with the pairs of the file and writes models/vragen.md, from
which the table of the README is made. An answer is the difference in the figures of the file's headline with the 5th to 95th
percentile of the pairs; a range that spans zero is "geen aantoonbaar verschil". Some questions ask for more: the boomerang
month, families, the year in which a figure first shows, the assumption that turns the conclusion.

  analysis/questions.py [--only 6] [--pairs N] [--households N] [--full] [--print]

--only: renews the answer to one question. --full: whole municipalities. --print: only to the screen. Debian: packages as in analysis/README.md.
"""
import argparse
import collections
import json
import pathlib
import re
import sys
import tempfile

import numpy as np

from ontkoker_analysis import by_year, open_result
from runs import ROOT, as_options, compare_arms, parameter_ranges, read_json, sample_for

WORDS = json.loads((ROOT / "analysis/questions.json").read_text(encoding="utf-8"))
TERM = ["causes_seen", "referred_out", "stacked_families", "new_faces", "waiting/access", "waiting", "youth_in_help",
        "children_protected", "fund_spending/youth", "spending/municipality", "problematic_debt"]
OF_THE_COLLEGE = {"college_cuts", "reserve_months", "providers_active"}   # one municipality, whatever part of it is run
FAMILIES = ["other", "parents", "vulnerable", "lifelong", "minimum", "low", "higher"]


class Told:
    """What one comparison told: rows by scenario, figure and period, for the whole municipality and by the year."""

    def __init__(self, told, results):
        self.rows = {(row["scenario"], row["name"] + ("/" + row["split"] if row["split"] else ""), row["period"]):
                     whole(row, results[row["name"]].attrs["aggregation"], told["sample"]) for row in told["outcomes"]}
        self.arms = told["scenarios"][1:]
        first, last = told["start_year"], told["start_year"] + told["years"] - 1
        self.years, self.whole = [str(year) for year in range(first, last + 1)], f"{first}-{last}"
        self.boomerangs, self.pairs, self.told = told["boomerangs"], told["replicates"], told

    def row(self, arm, figure, period=None):
        return self.rows.get((arm, figure, period or self.whole))


def whole(row, rule, sample):
    """A row with its numbers multiplied up from the sample, and sums by the year."""
    first, _, last = row["period"].partition("-")
    years = int(last) - int(first) + 1 if last else 1
    times = 1 if row["name"] in OF_THE_COLLEGE else sample
    factor = 1.0 if rule == "ratio" else times / (years if rule == "sum" else 1)
    keys = ("a", "b", "difference", "low", "high", "mean_low", "mean_high")
    return {**row, **{key: row[key] * factor for key in keys}}


def run(settings, folder):
    """(Told, the result file)"""
    told = compare_arms(settings, folder)
    with open_result(pathlib.Path(folder) / "result.h5") as results:
        return Told(told, results), results.load()


def spans_zero(row):
    return row["low"] <= 0 <= row["high"]


def localised(text, language):
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def amounts(values, unit, language):
    """Differences with one scale for all of them: (texts, unit); euros in thousands or millions."""
    largest = max(map(abs, values))
    if unit.startswith("EUR") and largest >= 950_000:
        texts, unit = [f"{value / 1e6:+,.2f}" for value in values], WORDS["million"][language]
    elif unit.startswith("EUR"):
        texts, unit = [f"{round(value, -3 if largest >= 1000 else 0):+,.0f}" for value in values], WORDS["euros"][language]
    else:
        texts = [f"{value:+,.3g}" if largest < 1000 else f"{value:+,.0f}" for value in values]
        unit = WORDS["points"][language] if unit == "%" else ""  # others stand in the name of the figure
    return [localised(text, language) for text in texts], unit


def label(figure, language):
    return WORDS["figures"].get(figure, {}).get(language, figure)


def difference(row, figure, language):
    """One figure in words."""
    name = label(figure, language)
    if not row["pairs"]:
        return f"{name}: {WORDS['nothing'][language]}"
    (middle, low, high), unit = amounts([row[key] for key in ("difference", "low", "high")], row["unit"], language)
    span = WORDS["span"][language].format(low, high)
    if row["low"] == 0 == row["high"]:
        return f"{name}: {WORDS['no_difference'][language]}"
    if spans_zero(row):
        return f"{name}: {WORDS['no_difference'][language]} ({span}{' ' + unit if unit else ''})"
    return f"{name}: {middle}{' ' + unit if unit else ''} ({span})"


def scenario_label(arm, language):
    path = next(p for p in ((ROOT / "configs/scenarios/vragen" / f"{arm}.json"), ROOT / "configs/scenarios" / f"{arm}.json")
                if p.exists())
    return read_json(path)[language]


def headline(told, figures, language, period=None):
    """A sentence for each arm: these figures, for the whole horizon or one period."""
    for arm in told.arms:
        rows = [(told.row(arm, figure, period), figure) for figure in figures]
        words = "; ".join(difference(row, figure, language) for row, figure in rows if row)
        yield f"{scenario_label(arm, language)} ({period or told.whole}): {words}."


# --- what some questions ask besides ----------------------------------------------------------------------------------

def boomerang(told, language):
    for one in told.boomerangs:
        who = WORDS["payers"][one["payers"]][language]
        if one["occurs"]:
            text = WORDS["boomerang"][language].format(one["occurs"], one["pairs"], one["median"], who)
        else:
            text = WORDS["no_boomerang"][language].format(one["pairs"], who, one["never_saved"])
        yield text


def families(told, language, figures=("arrears_families", "problem_load", "burden")):
    for arm in told.arms:
        for figure in figures:
            parts = [(part, told.row(arm, f"{figure}/{part}")) for part in FAMILIES]
            shown = [(part, row) for part, row in parts if row and not spans_zero(row)]
            words = "; ".join(f"{WORDS['families'][part][language]} {amounts([row['difference']], row['unit'], language)[0][0]}"
                              for part, row in shown)
            yield f"{label(figure, language)}: {words or WORDS['no_group'][language]}."


def first_years(told, language):
    """For each figure the first year in which the 90% interval of the mean difference leaves zero."""
    found = {}
    for arm in told.arms:
        for figure in TERM:
            rows = ((year, told.row(arm, figure, year)) for year in told.years)
            found[figure] = next((year for year, row in rows if row and (row["mean_low"] > 0 or row["mean_high"] < 0)), None)
    shown = sorted((figure for figure in found if found[figure]), key=lambda figure: found[figure])
    never = [figure for figure in found if not found[figure]]
    if shown:
        yield WORDS["first"][language] + "; ".join(f"{label(figure, language)} {found[figure]}" for figure in shown) + "."
    if never:
        yield WORDS["not_within"][language] + ", ".join(label(figure, language) for figure in never) + "."


def reserve(told, results, language):
    """In how many pairs the reserve runs out or cuts begin, and when."""
    money, cuts = (by_year(results, name).transpose("scenario", "replicate", "year").values for name in ("reserve", "college_cuts"))
    for index, arm in enumerate(["verkokerd", *told.arms]):
        words = []
        for key, gone in (("cut", cuts[index] > 0), ("empty", money[index] < 0)):
            pairs = gone.any(axis=1)
            years = [told.years[i] for i in gone.argmax(axis=1)[pairs]]
            first = sorted(years)[len(years) // 2] if years else ""
            words.append(WORDS[key if years else "no_" + key][language].format(pairs.sum(), len(pairs), first))
        yield f"{scenario_label(arm, language)}: {'; '.join(words)}."


def by_years(told, figures, language, years):
    for year in years:
        yield from headline(told, figures, language, year)


def turning(spec, settings, options):
    """Each assumption about money at the ends of its range: what the conclusion becomes."""
    claims = json.loads((ROOT / "models/claims.json").read_text(encoding="utf-8"))["claims"]
    names = sorted({name for claim in claims for change in claim["changes"] if change["lever"] == "minimaregeling_amount"
                    for name in claim["vary"]})
    ranges = parameter_ranges()

    def sides(values):
        with tempfile.TemporaryDirectory() as folder:
            told, _ = run([*settings, "--replicates", min(options.pairs, 6), *as_options(values)], folder)
        rows = [told.row(told.arms[0], figure) for figure in spec["headline"]]
        return [(row["mean_low"] > 0) - (row["mean_high"] < 0) for row in rows]
    base = sides({})
    turned = collections.defaultdict(list)
    for name in names:
        for end in ("low", "high"):
            for figure, before, after in zip(spec["headline"], base, sides({name: ranges[name][end]})):
                if before != after:
                    turned[figure].append((name, ranges[name][end], after))
    return names, base, turned


def turning_words(found, spec, language):
    names, base, turned = found
    side = {1: "more", -1: "less", 0: "no_difference"}
    for figure, before in zip(spec["headline"], base):
        words = "; ".join(f"`{name}` = {value:g}: {WORDS[side[after]][language]}" for name, value, after in turned[figure])
        yield (f"{label(figure, language)}, {WORDS[side[before]][language]}: "
               + (WORDS["turned_by"][language] + words if words else WORDS["not_turned"][language].format(len(names))) + ".")


# --- all of them ------------------------------------------------------------------------------------------------------

def short(number, told, spec, results, turned, language):
    """The answer itself, in a few sentences."""
    last, first_two = told.years[-1:], told.years[:2]
    few = spec["headline"][:2]
    return list({
        1: lambda: [*headline(told, few, language), *boomerang(told, language)],
        2: lambda: by_years(told, few, language, first_two),
        3: lambda: [*headline(told, spec["headline"][1:3], language)],
        5: lambda: headline(told, spec["headline"], language),
        6: lambda: turning_words(turned, spec, language),
        7: lambda: first_years(told, language),
        8: lambda: reserve(told, results, language),
        9: lambda: by_years(told, few, language, last),
        12: lambda: [*reserve(told, results, language), *headline(told, spec["headline"][2:4], language)],
    }.get(number, lambda: headline(told, few, language))())


def figures_of(number, told, spec, language):
    """The whole headline, and for whom."""
    more = {1: lambda: families(told, language), 3: lambda: by_years(told, ["spending/municipality"], language, told.years[:1]),
            5: lambda: families(told, language)}
    return [*headline(told, spec["headline"], language), *more.get(number, lambda: [])()]


def answers(number, spec, settings, options):
    """{language: (answer, figures)}, both lists of sentences"""
    with tempfile.TemporaryDirectory() as folder:
        told, results = run(settings, folder)
        turned = turning(spec, settings, options) if number == 6 else None
    return {language: (short(number, told, spec, results, turned, language), figures_of(number, told, spec, language))
            for language in ("nl", "en")}


def text_of(number, path, spec, found, made):
    command = f"ontkoker compare {path.stem} -o runs/{path.stem}"
    lines = [f"## {number}. {spec['question']['nl']}", "", f"*{spec['question']['en']}*", "", f"`{command}`", ""]
    for language in ("nl", "en"):
        for word, part in zip(("answer", "in_figures"), found[language]):
            lines += [f"**{WORDS[word][language]}**", "", *(f"- {line}" for line in part), ""]
    return "\n".join([*lines, f"({made})", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", type=int, help="one question")
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--households", type=int, default=5000)
    parser.add_argument("--full", action="store_true", help="whole municipalities")
    parser.add_argument("--print", action="store_true", help="to the screen only")
    options = parser.parse_args()
    head = ("# Vragen van gebruikers, beantwoord\n\nGemaakt door `analysis/questions.py`: elke vraag is één vergelijking in "
            "`configs/comparisons/`. Een antwoord noemt het verschil met ongewijzigd beleid en tussen haakjes het 5e en 95e percentiel "
            "van de paren; omvat dat nul, dan staat er dat er geen aantoonbaar verschil is. Bedragen en aantallen gelden voor de hele "
            "gemeente, wat optelt per jaar. Aannames blijven op hun waarde; wat zij doen staat bij vraag 6 en in "
            "[claims.md](claims.md).\n\nMade by the script. Each question is one comparison; amounts and counts are those of the "
            "whole municipality, and by the year where they add up.\n")
    parts = [head]
    for path in sorted((ROOT / "configs/comparisons").glob("vraag-*.json")):
        number, spec = int(path.stem.split("-")[1]), read_json(path)
        if options.only not in (None, number):
            continue
        sample = 1 if options.full else sample_for(spec["municipality"], options.households)
        settings = [path, "--sample", sample, "--replicates", options.pairs]
        found = answers(number, spec, settings, options)
        made = f"{spec['municipality']}, {options.pairs} paren, elk {sample}e huishouden, {spec['years']} jaar vanaf {spec['start_year']}"
        parts.append(text_of(number, path, spec, found, made))
        print("\n".join([f"{number}. {spec['question']['nl']}", *(f"   {line}" for line in found["nl"][0])]), flush=True)
    if not options.print:
        write(parts, options.only)
    return 0


def write(parts, only):
    """The whole page, or the answer to one question in it."""
    page = ROOT / "models/vragen.md"
    if only is not None:
        old = re.split(r"(?m)^(?=## \d+\. )", page.read_text(encoding="utf-8"))
        parts = [parts[-1] + "\n" if one.startswith(f"## {only}. ") else one for one in old]
        page.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")
    else:
        page.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

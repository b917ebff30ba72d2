"""Checks the numbers under models/ without the program: every row complete, in range, dated and sourced, sums as promised.

    /usr/bin/python3 tests/python/check_models.py [REPOSITORY]

The names come from the same rows that the program binds (src/domain/parameters.cpp and config.cpp), so a number without a
field and a field without a number both fail. Exit code 0: all right; 1: at least one fault, each on a line of its own.
"""

import collections
import datetime
import json
import math
import pathlib
import re
import sys

ROW_KEYS = ["value", "low", "high", "unit", "distribution", "source", "status", "valid_until", "mechanism", "nl", "en"]
TABLE_KEYS = ["values", "unit", "source", "status", "valid_until", "mechanism", "nl", "en"]
FIGURE_KEYS = ["value", "unit", "table", "year", "source"]
FIGURE_TABLE_KEYS = ["values", "unit", "table", "year", "source"]
DISTRIBUTIONS = {"point", "uniform", "triangular", "lognormal"}
STATUSES = ("measured", "estimated", "expert", "assumed")
MECHANISM = re.compile(r"[A-D]\d{1,2}( [A-D]\d{1,2})*")
MACHINE_PATH = re.compile(r"(^|[\s\"'(])(/(home|root|tmp|work|usr|var|opt|mnt|etc|srv)/|[A-Za-z]:\\|file:)")
FACT_ID = re.compile(r"\b[ABCK]\d{3}\b|\bK\d{2}\b")
HELP_TYPES = ["team_help", "ambulant", "ggz", "day_treatment", "in_network", "foster_care", "residential"]
MUNICIPALITIES = [
    "gemiddeld", "alkmaar", "almelo", "amersfoort", "amsterdam", "borger-odoorn", "gouda", "groningen", "haarlem",
    "heusden", "hollands-kroon", "nijkerk", "nijmegen", "rijssen-holten", "tilburg", "utrecht", "woudenberg", "zwolle"]
SHARES = re.compile(r"^share\b")
TOLERANCE = 1e-9

faults = []
statuses = collections.Counter()


def fault(where, what):
    faults.append(f"{where}: {what}")


def refuse_twice(pairs):
    names = [name for name, _ in pairs]
    for name in {n for n in names if names.count(n) > 1}:
        fault("JSON", f"key {name} stands twice")
    return dict(pairs)


def refuse_word(word):
    raise ValueError(f"{word} is no JSON number")


def read(path):
    text = path.read_text(encoding="utf-8")
    if not text.endswith("}\n"):
        fault(path.name, "does not end with one newline")
    return json.loads(text, object_pairs_hook=refuse_twice, parse_constant=refuse_word)


def is_number(x):
    return isinstance(x, (int, float)) and not isinstance(x, bool) and math.isfinite(x)


def check_words(where, node):
    """No empty text and no machine path anywhere below."""
    if isinstance(node, dict):
        for key, value in node.items():
            check_words(f"{where}/{key}", value)
    elif isinstance(node, str):
        if not node.strip():
            fault(where, "empty text")
        if MACHINE_PATH.search(node):
            fault(where, f"machine path in {node!r}")


def check_keys(where, row, keys, optional=()):
    if not isinstance(row, dict):
        fault(where, "is not an object")
        return False
    missing = [k for k in keys if k not in row]
    extra = [k for k in row if k not in keys and k not in optional]
    if missing:
        fault(where, f"lacks {', '.join(missing)}")
    if extra:
        fault(where, f"has unknown {', '.join(extra)}")
    if not missing and not extra and [k for k in row if k in keys] != keys:
        fault(where, "keys are not in the agreed order")
    return not missing


def check_origin(where, row):
    """Status, source, date and mechanism of a parameter or a table."""
    if row["status"] not in STATUSES:
        fault(where, f"status {row['status']!r}")
    statuses[row["status"]] += 1
    if (row["status"] == "assumed") != row["source"].startswith("assumption: "):
        fault(where, "exactly the assumed rows have a source that begins with 'assumption: '")
    if FACT_ID.search(row["source"]):
        fault(where, "cites a row id in place of the source")
    if not MECHANISM.fullmatch(row["mechanism"]):
        fault(where, f"mechanism {row['mechanism']!r}")
    try:
        day = datetime.date.fromisoformat(row["valid_until"])
        if not datetime.date(2024, 12, 31) <= day <= datetime.date(2040, 12, 31):
            fault(where, f"date {row['valid_until']} is out of reach")
    except ValueError:
        fault(where, f"no date: {row['valid_until']!r}")


def check_row(where, row):
    if not check_keys(where, row, ROW_KEYS):
        return
    low, value, high = row["low"], row["value"], row["high"]
    if not all(map(is_number, (low, value, high))):
        return fault(where, "value, low and high must be numbers")
    if not low <= value <= high:
        fault(where, f"not low <= value <= high: {low} {value} {high}")
    if row["distribution"] not in DISTRIBUTIONS:
        fault(where, f"distribution {row['distribution']!r}")
    if (row["distribution"] == "point") != (low == high):
        fault(where, "a point has no range, and the rest has one")
    if row["distribution"] == "lognormal" and low <= 0:
        fault(where, "lognormal needs low > 0")
    if SHARES.match(row["unit"]) and row["unit"] == "share" and not 0 <= low <= high <= 1:
        fault(where, "a share lies in 0..1")
    check_origin(where, row)


def check_table(where, row, size):
    if not check_keys(where, row, TABLE_KEYS):
        return
    if len(row["values"]) != size or not all(map(is_number, row["values"])):
        fault(where, f"needs {size} numbers")
    if row["unit"] in ("1/year", "share") and not all(0 <= x <= 1 for x in row["values"]):
        fault(where, "lies outside 0..1")
    check_origin(where, row)


def same_names(where, have, want):
    for name in sorted(set(want) - set(have)):
        fault(where, f"lacks {name}")
    for name in sorted(set(have) - set(want)):
        fault(where, f"unknown {name}")


def rows_of(source, variable):
    """Names (and sizes) in one `constexpr ... variable[] = {...};` of a C++ source."""
    body = re.search(rf"\b{variable}\[\] = \{{(.*?)\n\}};", source, re.S)
    if not body:
        fault(variable, "rows not found in the source")
        return {}
    found = re.findall(r'\{"([a-z_0-9.]+)",.*?;\s*\}\s*(?:,\s*(\d+))?\s*\}', body.group(1), re.S)
    return {name: int(size or 0) for name, size in found}


def format_of(where, data, wanted):
    if data.get("format") != wanted:
        fault(where, f"format {data.get('format')!r}, not {wanted}")


def check_sum(where, numbers, wanted, tolerance=1e-6):
    if abs(math.fsum(numbers) - wanted) > tolerance:
        fault(where, f"sums to {math.fsum(numbers):.6f}, not {wanted}")


def check_parameters(models, source, areas):
    numbers, tables = rows_of(source, "number_rows"), rows_of(source, "vector_rows")
    for area in areas:
        numbers.update(rows_of(area, "rows"))
    have = {}
    for path in sorted((models / "parameters").glob("*.json")):
        data = read(path)
        check_words(path.name, data)
        format_of(path.name, data, "ontkoker-parameters-1")
        for name, row in data["parameters"].items():
            if not name.startswith(path.stem + "."):
                fault(path.name, f"{name} belongs in another file")
            have[name] = row
            if name in tables:
                check_table(name, row, tables[name])
            else:
                check_row(name, row)
    same_names("models/parameters", have, list(numbers) + list(tables))
    if faults:
        return
    check_sum("tables.duration_shares", have["tables.duration_shares"]["values"], 1)
    borders = have["tables.duration_months"]["values"]
    if borders != sorted(set(borders)) or borders[0] != 0:
        fault("tables.duration_months", "borders do not rise from 0")
    for total in (["children.share_lifelong", "children.share_severe", "children.share_mild"],
                  ["seeking.none_share", "seeking.gi_share"],
                  ["seeking.youth_doctor_share", "seeking.specialist_share"]):
        if sum(have[name]["high"] for name in total) > 1:
            fault(" + ".join(total), "more than 1 at the high end")
    for name in ("children.livelihood_stress", "children.worsening", "stress.narrowing", "access.trust_face"):
        if have[name]["low"] != 0:
            fault(name, "an effect without good evidence keeps 0 in its range")
    if have["seeking.light_limit"]["value"] >= have["seeking.severe_limit"]["value"]:
        fault("seeking.light_limit", "not below severe_limit")


def check_help_types(models, source):
    path = models / "help_types.json"
    data = read(path)
    check_words(path.name, data)
    format_of(path.name, data, "ontkoker-help-types-1")
    types = data["types"]
    if [t["name"] for t in types] != HELP_TYPES:
        fault(path.name, "types are not the agreed ones in the agreed order")
    want = rows_of(source, "help_rows")
    for t in types:
        check_keys(t["name"], t, ["name", "nl", "en", "places", "team", "delivered_by", "payer", "parameters"])
        same_names(t["name"], t["parameters"], want)
        for name, row in t["parameters"].items():
            check_row(f"{t['name']}.{name}", row)
    if faults:
        return
    value = lambda t, name: t["parameters"][name]["value"]
    check_sum("help_types stock_share", [value(t, "stock_share") for t in types], 1)
    check_sum("help_types budget_share without the team", [value(t, "budget_share") for t in types if not t["team"]], 1)
    for name in [n for n in want if n.startswith("chosen.")]:
        check_sum(f"help_types {name}", [value(t, name) for t in types], 1, 0.005)
    for t in types:
        check_sum(f"help_types {t['name']} duration", [value(t, n) for n in want if n.startswith("duration.")], 1, 0.002)
    if [t["name"] for t in types if t["team"]] != ["team_help"]:
        fault(path.name, "only team_help is given by the team")
    if [t["name"] for t in types if t["places"]] != ["foster_care", "residential"]:
        fault(path.name, "only foster care and residential care are counted in places")


def check_schemes(models, source):
    path = models / "schemes.json"
    data = read(path)
    check_words(path.name, data)
    format_of(path.name, data, "ontkoker-schemes-1")
    want = rows_of(source, "minima_rows")
    for s in data["schemes"]:
        check_keys(s["name"], s, ["name", "nl", "en", "lawful_to_cut", "per_child", "families_only", "parameters"])
        same_names(s["name"], s["parameters"], want)
        for name, row in s["parameters"].items():
            check_row(f"{s['name']}.{name}", row)
        if s["lawful_to_cut"] != (s["name"] != "bijzondere_bijstand"):
            fault(s["name"], "necessary individual costs may not be cut, the rest may")


def check_actors(models, source):
    path = models / "actors.json"
    data = read(path)
    check_words(path.name, data)
    format_of(path.name, data, "ontkoker-actors-1")
    want = rows_of(source, "actor_fields")
    lines = ["access", "debt_help", "parent_care", "board", "certified_institution", "adult_care"] + HELP_TYPES
    for a in data["actors"]:
        check_keys(a["name"], a, ["name", "nl", "en", "type", "domain", "services", "parameters"])
        same_names(a["name"], a["parameters"], want)
        for name, row in a["parameters"].items():
            check_row(f"{a['name']}.{name}", row)
        for service in a["services"]:
            if service not in lines:
                fault(a["name"], f"no service {service}")


def check_municipality(path, figures, tables):
    data = read(path)
    check_words(path.name, data)
    format_of(path.name, data, "ontkoker-municipality-1")
    check_keys(path.name, data, ["format", "name", "code", "nl", "figures", "tables"])
    if data["name"] != path.stem or not re.fullmatch(r"GM\d{4}|NL", data["code"]):
        fault(path.name, "name is not the file's, or no code")
    same_names(path.name, data["figures"], figures)
    same_names(path.name, data["tables"], tables)
    for name, row in list(data["figures"].items()) + list(data["tables"].items()):
        where = f"{path.stem}.{name}"
        keys = FIGURE_TABLE_KEYS if name in data["tables"] else FIGURE_KEYS
        if not check_keys(where, row, keys, optional=("note",)):
            continue
        numbers = row["values"] if "values" in row else [row["value"]]
        if not all(is_number(x) and x >= 0 for x in numbers):
            fault(where, "needs numbers of at least 0")
        if not isinstance(row["year"], int) or not 2015 <= row["year"] <= 2030:
            fault(where, f"year {row['year']!r}")
        if row["unit"].startswith("share") and not all(0 <= x <= 1 for x in numbers):
            fault(where, "a share lies in 0..1, not in percent")
        if FACT_ID.search(row["source"]):
            fault(where, "cites a row id in place of the source")
    if not faults:
        check_profile(path.stem, data)


def check_profile(name, data):
    """Figures of one place agree with each other."""
    value = {k: v["value"] for k, v in data["figures"].items()}
    ages, child = data["tables"]["ages"]["values"], data["tables"]["ages_child"]["values"]
    if len(ages) != 20 or len(child) != 20:
        fault(name, "ages need 20 bands")
    if any(c > a for c, a in zip(child, ages)):
        fault(name, "more children at home than persons in a band")
    if not 0.85 < sum(ages) / value["population"] < 1.1:
        fault(name, "ages do not fit the population")
    parts = sum(value[k] for k in ("single_person", "couple_no_children", "couple_children", "single_parent"))
    if not 0.85 < parts / value["households"] < 1.1:
        fault(name, "household types do not fit the households")
    if not 1.5 < value["population"] / value["households"] < 3.5:
        fault(name, "household size out of reach")
    if value["social_rented"] > value["rented"]:
        fault(name, "more social rent than rent")
    per_head = value["youth_spending"] / value["population"]
    if not 100 < per_head < 1000:
        fault(name, f"youth spending of EUR {per_head:.0f} an inhabitant")


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    models = root / "models"
    source = (root / "src/domain/parameters.cpp").read_text(encoding="utf-8")
    areas = [p.read_text(encoding="utf-8") for p in sorted((root / "src/domain/parameters").glob("*.cpp"))]
    check_parameters(models, source, [a for a in areas if "rows[] = {" in a])
    check_help_types(models, source)
    check_schemes(models, source)
    check_actors(models, (root / "src/domain/parameters/workforce.cpp").read_text(encoding="utf-8"))
    config = (root / "src/domain/config.cpp").read_text(encoding="utf-8")
    figures, tables = rows_of(config, "figures"), rows_of(config, "figure_tables")
    places = sorted((models / "municipalities").glob("*.json"))
    same_names("models/municipalities", [p.stem for p in places if p.stem in MUNICIPALITIES], MUNICIPALITIES)
    for path in places:
        check_municipality(path, figures, tables)
    for line in faults:
        print(line)
    total = sum(statuses.values())
    print(f"{total} parameters: " + ", ".join(f"{statuses[s]} {s}" for s in STATUSES) + f"; {len(places)} municipalities")
    print(f"{len(faults)} faults" if faults else "models: all right")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

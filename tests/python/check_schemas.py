"""Every file in models/ and configs/ fits its schema; bad configurations that a schema can know do not.

Run with /usr/bin/python3 (needs jsonschema): tests/python/check_schemas.py
"""
import csv
import json
import pathlib
import re
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
WHERE = {
    "parameters": "models/parameters/*.json",
    "help_types": "models/help_types.json",
    "schemes": "models/schemes.json",
    "actors": "models/actors.json",
    "municipality": "models/municipalities/*.json",
    "scenario": "configs/scenarios/**/*.json",
    "comparison": "configs/comparisons/*.json",
    "overlay": "configs/overlays/*.json",
    "chains": "models/chains.json",
    "checklist": "models/checklist.json",
    "sweep": "configs/sweeps/*.json",
}
# Problems that are visible in one file, without other files and without arithmetic.
KNOWN_TO_SCHEMA = {"E0201", "E0202", "E0203", "E0206", "E0209", "E0212", "E0215", "E0217", "E0220"}
# What can only be known with another file beside it (a service may be a kind of help of help_types.json, and so may a
# part of an outcome), or with a second key.
NEEDS_ANOTHER_FILE = {"actor-service-unknown.json", "measure-part-unknown.json", "measure-part-of-unsplit.json",
                      "measures-empty-without-reason.json"}
# A text or a comment; texts are kept.
TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/', re.S)


def read(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(TOKEN.sub(lambda m: m[0] if m[0].startswith('"') else " ", text))


def schemas():
    made = {}
    for kind in WHERE:
        schema = read(ROOT / "models/schema" / f"{kind}.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        made[kind] = jsonschema.Draft202012Validator(schema)
    return made


def good_files(validators):
    checked = 0
    for kind, pattern in WHERE.items():
        for path in sorted(ROOT.glob(pattern)):
            checked += 1
            for error in validators[kind].iter_errors(read(path)):
                yield f"{path.relative_to(ROOT)}: /{'/'.join(map(str, error.path))}: {error.message[:200]}"
    print(f"{checked} files of models/ and configs/ checked")


def bad_files(validators):
    folder, refused = ROOT / "tests/io/bad", 0
    with open(folder / "expected.tsv", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["code"] not in KNOWN_TO_SCHEMA or row["file"] in NEEDS_ANOTHER_FILE:
                continue
            refused += 1
            if validators[row["kind"]].is_valid(read(folder / row["file"])):
                yield f"tests/io/bad/{row['file']}: fits the schema, though {row['code']} is expected"
    print(f"{refused} bad configurations checked")


def main():
    validators = schemas()
    wrong = list(good_files(validators)) + list(bad_files(validators))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""scaled.py PROFILE HOUSEHOLDS: prints a municipality's profile with that number of households. Every count and every
amount of money is multiplied; shares, rates and averages stay. From `gemiddeld` and 8,100,000 households comes something of
the size of the Netherlands: 343 average municipalities in one, not the country with its own differences between places."""
import json
import sys
from pathlib import Path

COUNTED = {"persons", "households", "homes", "EUR/year"}  # units; all others are shares, rates, averages or durations


def scaled(profile, households):
    factor = households / profile["figures"]["households"]["value"]
    note = f"{profile['name']} times {factor:.6g}, for measuring size; not a place"

    def grow(entry):
        if entry["unit"] not in COUNTED:
            return entry
        key = "values" if "values" in entry else "value"
        value = entry[key]
        grown = [round(v * factor) for v in value] if key == "values" else round(value * factor)
        return {**entry, key: grown, "note": f"{note}. {entry.get('note', '')}".strip()}

    made = {**profile, "name": f"{profile['name']}-{households}", "nl": f"{profile['nl']} x {factor:.4g}"}
    made["figures"] = {name: grow(entry) for name, entry in profile["figures"].items()}
    made["tables"] = {name: grow(entry) for name, entry in profile.get("tables", {}).items()}
    made["figures"]["households"]["value"] = households
    return made


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source = Path(sys.argv[1])
    if not source.exists():
        source = Path(__file__).resolve().parents[2] / "models/municipalities" / f"{sys.argv[1]}.json"
    json.dump(scaled(json.loads(source.read_text()), int(sys.argv[2])), sys.stdout, indent=1, ensure_ascii=False)
    print()

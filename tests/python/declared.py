"""What the sources and the data declare, read as text: processes, levers, outcomes, parameters and commands."""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = r'"((?:\\.|[^"\\])*)"'   # a literal of C++ or JSON


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def read_json(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(re.sub(r'"(?:\\.|[^"\\])*"|//[^\n]*', lambda m: m[0] if m[0][0] == '"' else " ", text))


def processes():
    """(name, what, mechanisms) in the order of the model."""
    return re.findall(rf'^    {{{TEXT}, {TEXT}, {TEXT}, \w+}},$', read("src/domain/step.cpp"), re.M)


def levers():
    """Rows of src/domain/levers, in the order of the list."""
    found = {}
    row = re.compile(rf'const LeverRow \w+ = {{\s*{TEXT}, {TEXT}, ([-\d.]+), ([-\d.]+), ([-\d.]+),\s*'
                     rf'{TEXT},\s*{TEXT},\s*{TEXT},\s*{TEXT},\s*{TEXT},', re.S)
    for path in sorted((ROOT / "src/domain/levers").glob("*.cpp")):
        for one in row.findall(path.read_text(encoding="utf-8")):
            keys = ("name", "unit", "neutral", "low", "high", "nl", "en", "legal", "source", "mechanisms")
            found[one[0]] = dict(zip(keys, one))
    return [found[name] for name in re.findall(r"^    row\((\w+)\)", read("src/domain/levers/levers.h"), re.M)]


def shorthands(text):
    """Constructors that a file of outcomes makes for itself: name -> (unit, split)."""
    found = {}
    for name, unit, split in re.findall(rf'^OutcomeInfo (\w+)\(.*?\) {{\n    return make\(std::move\(name\), {TEXT}, .*?, (\w+)\(.*?\), OverTime',
                                        text, re.M):
        found[name] = (unit, "" if split == "no_split" else split.removeprefix("by_"))
    return found


def outcomes():
    """(name, unit, split, English phrase) of every outcome row."""
    rows = []
    for path in sorted((ROOT / "src/domain/outcomes").glob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        short = shorthands(text)
        for call in re.finditer(rf'return (make|{"|".join(short) or "make"})\(\s*"([a-z_0-9]+)"(.*?)\);', text, re.S):
            words = re.findall(TEXT, call[3])
            if call[1] == "make":
                split = re.search(r'by_([a-z_]+)\(|\{"([a-z_]+)",\s*\{', call[3])
                unit, split = words.pop(0), next(filter(None, split.groups()), "") if split else ""
            else:
                unit, split = short[call[1]]
            rows.append((call[2], unit, split, words[1]))
    return rows


def parameters():
    """name -> row, of all parameters, kinds of help and schemes, as `ontkoker params` names them."""
    rows = {}
    for path in sorted((ROOT / "models/parameters").glob("*.json")):
        rows.update(read_json(path)["parameters"])
    for one in read_json(ROOT / "models/help_types.json")["types"]:
        rows.update({f"help.{one['name']}.{name}": row for name, row in one["parameters"].items()})
    for one in read_json(ROOT / "models/schemes.json")["schemes"]:
        rows.update({f"schemes.{one['name']}.{name}": row for name, row in one["parameters"].items()})
    for one in read_json(ROOT / "models/actors.json")["actors"]:
        rows.update({f"actors.{one['name']}.{name}": row for name, row in one["parameters"].items()})
    return rows


def commands():
    names = re.search(r"commands = \{\{(.*?)\}\};", read("src/cli/options.cpp"), re.S)[1]
    return re.findall(TEXT, names)

"""The documents against the code and the data: links, paths, names, commands and generated tables.

    /usr/bin/python3 tests/python/check_docs.py [PROGRAM] [--all] [--write]

Without PROGRAM what only the program can tell is skipped, with a message. --all runs every municipality's table again
(slow; otherwise the small ones). --write brings the generated parts up to date instead of checking them.
A generated part stands between <!-- generated: KIND --> and <!-- end -->. Exit code 0: in order; 1: not.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from declared import ROOT, TEXT, commands, levers, outcomes, parameters, processes, read, read_json

DOCUMENTS = ["README.md", "models/README.md", "models/limits.md", "models/limits.en.md", "models/CHANGES.md",
             "models/assumptions.md", "models/decisions.md", "models/systems.md", "models/fit.md", "runs/README.md",
             "analysis/README.md", "analysis/cluster/README.md"]
# The seven elements of ODD (Grimm and others 2020) and its eleven design concepts.
ODD = ("Purpose and patterns", "Entities, state variables and scales", "Process overview and scheduling", "Design concepts",
       "Initialisation", "Input data", "Submodels")
CONCEPTS = ("Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing", "Interaction",
            "Stochasticity", "Collectives", "Observation")
QUICK = ("woudenberg", "heusden")
FRONT = ("heusden", "woudenberg", "zwolle", "amsterdam", "gemiddeld")   # whose tables stand in the README whole
COMPARED = {"youth help": "Youths under 23 with help", "GP, youth doctor, specialist": "Referrers: GP",
            "debts": "Households with problematic debts", "poverty": "Households at or under the social minimum",
            "bijstand": "Households on social assistance", "youth spending": "Youth help and protection",
            "team spending": "Local teams", "6.3 spending": "Social assistance and schemes", "wait": "Wait for outpatient help"}
PART = re.compile(r"(<!-- generated: ([^>]*?) -->\n)(.*?)(<!-- end -->)", re.S)
TOP = ("src/", "include/", "models/", "configs/", "runs/", "analysis/", "tests/", ".ci/")
MADE_BY_RUNS = ("runs/heusden", "runs/woudenberg", "runs/zwolle", "build/")


# --- generated parts --------------------------------------------------------------------------------------------------

def table(head, rows, aligned=""):
    marks = aligned or "-" * len(head)
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join("--:" if m == "r" else "---" for m in marks) + "|"]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]) + "\n"


def of_processes():
    return table(["", "process", "what happens", "mechanisms"],
                 [(i + 1, f"`{name}`", what, ids) for i, (name, what, ids) in enumerate(processes())])


def of_levers():
    rows = [(f"`{x['name']}`", f"{float(x['neutral']):g}", f"{float(x['low']):g} to {float(x['high']):g}", x["unit"],
             x["en"], x["mechanisms"]) for x in levers()]
    return table(["lever", "neutral", "range", "unit", "what it does", "mechanisms"], rows)


def of_outcomes():
    return table(["outcome", "unit", "split", "what it is"],
                 [(f"`{name}`", unit, split, what) for name, unit, split, what in outcomes()])


def of_statuses():
    counts = {}
    for row in parameters().values():
        counts[row["status"]] = counts.get(row["status"], 0) + 1
    order = [word for word in ("measured", "estimated", "expert", "assumed") if word in counts]
    rows = [(word, counts[word]) for word in order] + [("together", sum(counts.values()))]
    return table(["status", "numbers"], rows, "-r")


def number_rows(wanted):
    """(name, value, range, row) of the parameters whose status is wanted."""
    def number(x):
        return f"{x:.10g}"
    for name, row in sorted(parameters().items()):
        if wanted(row["status"]):
            value = " ".join(map(number, row["values"])) if "values" in row else number(row["value"])
            yield f"`{name}`", value, f"{number(row['low'])} to {number(row['high'])}" if "low" in row else "", row


def of_assumptions():
    rows = [(name, value, span, row["unit"], row["en"], row["source"].removeprefix("assumption: "), row["valid_until"])
            for name, value, span, row in number_rows(lambda status: status == "assumed")]
    return table(["parameter", "value", "range", "unit", "what it is", "why this value", "look again by"], rows)


def of_sources():
    rows = [(name, value, span, row["unit"], row["status"], row["source"], row["valid_until"])
            for name, value, span, row in number_rows(lambda status: status != "assumed")]
    return table(["parameter", "value", "range", "unit", "status", "source", "look again by"], rows)


def of_questions():
    """The twelve questions with their commands, and the answers that stand in models/vragen.md."""
    path, answers, rows = ROOT / "models/vragen.md", {}, []
    if path.exists():
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            told = re.search(r"\*\*Answer\*\*\n\n((?:- .*\n)+)", section)
            answers[int(section.split(".")[0])] = " ".join(line[2:] for line in told[1].splitlines())
    for file in sorted((ROOT / "configs/comparisons").glob("vraag-*.json")):
        number = int(file.stem.split("-")[1])
        rows.append((number, read_json(file)["question"]["en"], f"`ontkoker compare {file.stem} -o runs/{file.stem}`",
                     answers.get(number, "not run yet")))
    return table(["", "question", "command", "answer here"], rows)


def fit_tables():
    """municipality -> {row: (published, made, ratio)} of the bases in models/fit.md."""
    tables = {}
    for _, kind, body, _ in PART.findall(read("models/fit.md")):
        rows = re.findall(r"^\| (.+?) \| (.+?) \| (\S+) \| (\S+) \| (\S+) \| \S* \| \S* \| .*? \|$", body, re.M)
        tables[kind.split()[1]] = {f"{what}, {unit}": numbers for what, unit, *numbers in rows if what != ""}
    return tables


def of_fit():
    tables = fit_tables()
    names, labels = list(FRONT), []
    for rows in sorted(tables.values(), key=len, reverse=True):
        labels += [label for label in rows if label not in labels]
    cell = {(n, label): "{1} / {0} ({2})".format(*tables[n][label]) for n in tables for label in tables[n]}
    text = table(["made / published (ratio)", *names],
                 [(label, *(cell.get((n, label), "") for n in names)) for label in labels])
    missed = [(label, [f"{n} {tables[n][label][2]}" for n in tables if "**" in cell.get((n, label), "")])
              for label in labels]
    lines = [f"- {label}: {', '.join(where).replace('**', '')}" for label, where in missed if where]
    return text + "\nOutside 0.7 to 1.4:\n\n" + ("\n".join(lines) if lines else "- nothing") + "\n"


def of_ratios():
    """Made / published of the rows in COMPARED, a line for every profile."""
    tables = fit_tables()
    found = {n: [next((v[2] for label, v in rows.items() if label.startswith(start)), "") for start in COMPARED.values()]
             for n, rows in tables.items()}
    return table(["made / published", *COMPARED], [(n, *found[n]) for n in sorted(tables)], "-" + "r" * len(COMPARED))


LOCAL = {"processes": of_processes, "levers": of_levers, "outcomes": of_outcomes, "statuses": of_statuses,
         "assumptions": of_assumptions, "sources": of_sources, "questions": of_questions, "fit": of_fit, "ratios": of_ratios}
MADE_ELSEWHERE = {"systems": "analysis/systems.py"}  # studies that take minutes renew their own part


def of_program(program, kind):
    return subprocess.run([program, *kind.split(), "--quiet", "--root", str(ROOT)], check=True, capture_output=True,
                          text=True).stdout


def generated(kind, program, everything):
    """The text of a part, or None where it is skipped."""
    if kind in MADE_ELSEWHERE:
        return None
    if kind in LOCAL:
        return "\n" + LOCAL[kind]() + "\n"
    if not program or not (everything or kind.split()[1] in QUICK):
        print(f"skipped: {kind} ({'only with --all' if program else 'no program given'})")
        return None
    return "\n" + of_program(program, kind) + "\n"


def check_generated(program, everything, write):
    # models/fit.md goes before README.md, whose table is made from it.
    for name in sorted(DOCUMENTS, key=lambda name: name == "README.md"):
        text = read(name)

        def renew(part):
            new = generated(part[2], program, everything)
            return part[0] if new is None else part[1] + new + part[4]
        fresh = PART.sub(renew, text)
        if fresh == text:
            continue
        if write:
            (ROOT / name).write_text(fresh, encoding="utf-8")
            print(f"written: {name}")
        else:
            old, new = text.splitlines(), fresh.splitlines()
            at = next((i for i, pair in enumerate(zip(old, new)) if pair[0] != pair[1]), min(len(old), len(new)))
            yield f"{name}:{at + 1}: generated part is out of date (renew with --write): {(new + [''])[at][:100]}"


# --- links, paths, names ----------------------------------------------------------------------------------------------

def anchors(text):
    heads = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def check_links(name, text):
    folder = (ROOT / name).parent
    for place in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", place):
            continue
        path, _, anchor = place.partition("#")
        target = folder / path if path else ROOT / name
        if not target.exists():
            yield f"{name}: link to {place}: there is no such file"
        elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
            yield f"{name}: link to {place}: there is no such heading"


def spans(text):
    prose = re.sub(r"```.*?```", "", text, flags=re.S)
    return re.findall(r"`([^`\n]+)`", prose)


def check_paths(name, text):
    sources = {path.name for path in (ROOT / "src").rglob("*") if path.is_file()}
    for span in spans(text):
        if span.startswith(TOP) and not span.startswith(MADE_BY_RUNS) and not re.search(r"[*<> ]", span):
            if not (ROOT / span).exists():
                yield f"{name}: `{span}` does not exist"
        elif span.startswith(TOP) and "*" in span and " " not in span and not list(ROOT.glob(span)):
            yield f"{name}: `{span}` fits no file"
        elif re.fullmatch(r"\w+\.(cpp|h)", span) and span not in sources:
            yield f"{name}: there is no source file {span}"


def known_names():
    rows = parameters()
    known = set(rows) | {name for name, *_ in processes()} | {x["name"] for x in levers()} | {x[0] for x in outcomes()}
    for name in rows:
        parts = name.split(".")
        known |= {parts[-1], ".".join(parts[1:]), parts[1]}
    known |= set(read_json(ROOT / "models/municipalities/heusden.json")["figures"])
    known |= set(re.findall(TEXT, read("src/domain/decisions.cpp")))
    known |= set(re.findall(r"\b\w+_\w+\b", read("runs/README.md")))  # names of the file format
    known |= set(re.findall(r"\b[a-z]+_[a-z_]+\b", read("include/ontkoker/population/population.h")))
    known |= set(re.findall(TEXT, read("src/io/json/schema.cpp")))
    for path in sorted((ROOT / "analysis/ontkoker_analysis").rglob("*.py")):
        known |= {word for name in re.findall(r"^(?:def|class) (\w+)", path.read_text(encoding="utf-8"), re.M)
                  for word in (name, f"{path.stem}.{name}", f"figures.{name}")}
    return known


def check_names(name, text, known):
    """Words that look like a name of the model must be one. A star stands for any rest."""
    for span in spans(text):
        file = re.search(r"\.(md|json|cpp|h|h5|py|html|csv)$", span)
        if file or not re.fullmatch(r"[a-z]+(?:[_.][a-z0-9*<>]+)+", span):
            continue
        wanted = re.compile(re.sub(r"<\w+>|\*", "[a-z0-9_.]*", span.replace(".", r"\.")))
        if not any(wanted.fullmatch(word) for word in known):
            yield f"{name}: `{span}` is no name of a parameter, lever, outcome, process or figure"


def check_commands(name, text):
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/cli").glob("options*.cpp")))
    options = set(re.findall(r"--[a-z][a-z-]*", sources))
    for line in re.findall(r"(?:^|`)(?:build/release/)?(ontkoker [^`\n]*)", text, re.M):
        line = line.split("#")[0].strip()
        if not re.match(r"ontkoker [a-z]", line):
            continue
        # A name of two words is a command below the first word, which alone means all of them.
        words, families = line.split(), {command.split()[0] for command in commands() if " " in command}
        named = words[1] if words[1] not in families or len(words) < 3 else " ".join(words[1:3])
        if named not in commands() and not (named in families):
            yield f"{name}: there is no command '{line.split()[1]}': {line}"
        for option in re.findall(r"(?<=\s)--[a-z][a-z-]*", line):
            if option not in options | {"--help", "--version"}:
                yield f"{name}: there is no option {option}: {line}"


def check_coverage():
    text = read("models/README.md")
    for kind, names in (("process", [x[0] for x in processes()]), ("lever", [x["name"] for x in levers()]),
                        ("outcome", [x[0] for x in outcomes()])):
        for name in names:
            if f"`{name}`" not in text:
                yield f"models/README.md: {kind} {name} is missing"
    headings = " ".join(re.findall(r"^### (.*)$", text, re.M))
    for _, _, ids in processes():
        for mechanism in ids.split():
            if not re.search(rf"\b{mechanism}\b", headings):
                yield f"models/README.md: mechanism {mechanism} of a process has no section"
    for path in sorted((ROOT / "src/domain/processes").glob("*.cpp")):
        if path.name not in text:
            yield f"models/README.md: {path.name} is named nowhere"
    for name, row in parameters().items():
        if row["status"] == "assumed" and f"`{name}`" not in read("models/assumptions.md"):
            yield f"models/assumptions.md: {name} is missing"


def submodels():
    """Heading -> text of each section on a submodel."""
    text = read("models/README.md").split("\n## 7. Submodels\n")[1].split("\n## 8. ")[0]
    parts = re.split(r"^### (.*)$", text, flags=re.M)[1:]
    return dict(zip(parts[::2], parts[1::2]))


def check_odd():
    """All elements and concepts of the protocol, in order, and a submodel for every process."""
    text = read("models/README.md")
    heads = re.findall(r"^## \d+\. (.*)$", text, re.M)
    if tuple(heads[:len(ODD)]) != ODD:
        yield f"models/README.md: the elements of ODD are {', '.join(ODD)}, in this order"
    concepts = text.split("\n## 4. Design concepts\n")[1].split("\n## 5. ")[0]
    if tuple(re.findall(r"^- \*\*(.*?)\.\*\*", concepts, re.M)) != CONCEPTS:
        yield f"models/README.md: the design concepts of ODD are {', '.join(CONCEPTS)}, in this order"
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/domain/processes").glob("*.cpp"))}
    for name, _, ids in processes():
        files = [file for file, code in sources.items() if re.search(rf"^void {name}\(Step& ", code, re.M)]
        if not any(re.search(rf"\b({'|'.join(ids.split())})\b", head) and any(file in body for file in files)
                   for head, body in submodels().items()):
            yield f"models/README.md: process {name} ({', '.join(files)}) has no section of a submodel that names its file"


def check_questions():
    """Twelve questions of users, each a comparison with its question and the figures that answer it."""
    files = sorted((ROOT / "configs/comparisons").glob("vraag-*.json"))
    if [file.stem.split("-")[1] for file in files] != [f"{number:02}" for number in range(1, 13)]:
        yield "configs/comparisons: the questions vraag-01 to vraag-12 are not all there, once each"
    for file in files:
        text = read_json(file)
        if not (text.get("question") and text.get("headline")):
            yield f"{file.name}: a question needs its words and a headline"


def check_limits():
    for name in ("models/limits.md", "models/limits.en.md"):
        lines = [line for line in read(name).splitlines() if line.startswith("- ")]
        if len(lines) < 10:
            yield f"{name}: {len(lines)} limits, at least 10 are wanted"
    if read("models/limits.md").count("\n- ") != read("models/limits.en.md").count("\n- "):
        yield "models/limits.md and models/limits.en.md differ in number"


def check_examples(program):
    """The scenario and the comparison of the README are files that the program accepts."""
    if not program:
        return
    blocks = re.findall(r"```json\n(.*?)```", read("README.md"), re.S)
    with tempfile.TemporaryDirectory() as folder:
        names = {json.loads(text).get("name"): f"{folder}/{json.loads(text).get('name')}.json" for text in blocks}
        names.pop(None, None)
        files = []
        for number, text in enumerate(blocks):
            path = names.get(json.loads(text).get("name"), f"{folder}/{number}.json")
            if path.endswith(f"/{number}.json"):
                for name, file in names.items():
                    text = text.replace(f'"{name}"', f'"{file}"')
            pathlib.Path(path).write_text(text, encoding="utf-8")
            files.append(path)
        told = subprocess.run([program, "check", *files, "--json", "--root", str(ROOT)], capture_output=True, text=True)
        if not files or told.returncode != 0:
            yield f"README.md: an example is refused: {told.stdout[-600:]}"


def check_program(program):
    """What the sources were read as is what the program has."""
    if not program:
        print("skipped: the program's own lists (no program given)")
        return
    def ask(*words):
        return json.loads(subprocess.run([program, *words, "--json", "--quiet", "--root", str(ROOT)], check=True,
                                         capture_output=True, text=True).stdout)
    if [(x["name"], x["what"], x["mechanisms"]) for x in ask("processes")["processes"]] != processes():
        yield "the program's processes differ from src/domain/step.cpp"
    told = ask("params")
    if [x["name"] for x in told["levers"]] != [x["name"] for x in levers()]:
        yield "the program's levers differ from src/domain/levers"
    mine = {name: row["status"] for name, row in parameters().items()}
    if {x["name"]: x["status"] for x in told["parameters"]} != mine:
        yield "the program's parameters differ from models/"
    with tempfile.TemporaryDirectory() as folder:
        run = ask("run", "verkokerd", "-m", "woudenberg", "--years", "1", "--replicates", "1", "--sample", "20", "-o",
                  folder + "/x.h5")
        if {x["name"] for x in run["outcomes"]} != {x[0] for x in outcomes()}:
            yield "the program's outcomes differ from src/domain/outcomes"


def main(words):
    program = next((word for word in words if not word.startswith("-")), None)
    wrong = list(check_generated(program, "--all" in words or "--write" in words, "--write" in words))
    known = known_names()
    for name in DOCUMENTS:
        text = read(name)
        wrong += [*check_links(name, text), *check_paths(name, text), *check_names(name, text, known),
                  *check_commands(name, text)]
    wrong += [*check_coverage(), *check_odd(), *check_questions(), *check_limits(), *check_examples(program), *check_program(program)]
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(DOCUMENTS)} documents, {len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

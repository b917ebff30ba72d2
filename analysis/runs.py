"""What the studies share: calling the program, drawing parameter sets, tables. Python's own library, but for the draws
(python3-scipy) and what reads result files (ontkoker_analysis)."""
import json
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/ontkoker"


class Refused(RuntimeError):
    """The program ended with an error; its message is the text."""


def call(*arguments):
    """The JSON object that the program prints."""
    done = subprocess.run([str(PROGRAM), *map(str, arguments), "--json", "--quiet", "--root", str(ROOT)],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(done.stdout + done.stderr)
    return json.loads(done.stdout)


def run(scenario, *options):
    """Mean over replicates and horizon of every outcome of one scenario: {(name, split): mean}."""
    with tempfile.TemporaryDirectory() as folder:
        told = call("run", scenario, *options, "-o", pathlib.Path(folder) / "result.h5")
    return {(row["name"], row["split"]): row["mean"] for row in told["outcomes"]}


def compare(changes, *options, base="verkokerd"):
    """Rows of `ontkoker compare` of `base` against `base` with `changes` ({"lever", "value", "from"}, ...)."""
    with tempfile.TemporaryDirectory() as folder:
        scenario = pathlib.Path(folder) / "changed.json"
        scenario.write_text(json.dumps({"name": "changed", "extends": base, "nl": "veranderd", "en": "changed",
                                        "status": "study", "source": "study", "changes": changes}), encoding="utf-8")
        told = call("compare", "--scenario", base, "--scenario", scenario, *options, "-o",
                    pathlib.Path(folder) / "out")
    return {(row["name"], row["split"], row["period"]): row for row in told["outcomes"]}


def compare_arms(settings, folder):
    """Runs `ontkoker compare` with these words; its JSON, with the result file and the report in `folder`."""
    return call("compare", *settings, "-o", folder, "--overwrite")


def read_json(path):
    """A JSON file that may have // comments."""
    text = path.read_text(encoding="utf-8")
    return json.loads(re.sub(r'"(?:\\.|[^"\\])*"|//[^\n]*', lambda m: m[0] if m[0][0] == '"' else " ", text))


def parameter_ranges():
    """Every parameter of the model by its name, with low and high."""
    return {row["name"]: row for row in call("params")["parameters"]}


def contested():
    """The assumptions that the claims vary: those that a conclusion may hang on."""
    claims = json.loads((ROOT / "models/claims.json").read_text(encoding="utf-8"))["claims"]
    return sorted({name for claim in claims for name in claim["vary"]})


def latin_sets(names, ranges, count):
    """Values of the named parameters, drawn over their ranges by Latin hypercube."""
    from scipy.stats import qmc  # only studies need it

    for point in qmc.LatinHypercube(d=len(names), seed=1).random(count):
        yield {name: ranges[name]["low"] + share * (ranges[name]["high"] - ranges[name]["low"])
               for name, share in zip(names, point)}


def as_options(values):
    """Parameter values as options of the program."""
    return [f"--set={name}={value:.6g}" for name, value in values.items()]


def households_of(municipality):
    return read_json(ROOT / f"models/municipalities/{municipality}.json")["figures"]["households"]["value"]


def sample_for(municipality, households):
    """Every how manieth household leaves about so many."""
    return max(1, round(households_of(municipality) / households))


def replace_part(path, kind, text):
    """Puts `text` between the marks of a generated part of a document."""
    whole = path.read_text(encoding="utf-8")
    begin, end = f"<!-- generated: {kind} -->\n", "<!-- end -->"
    head, rest = whole.split(begin, 1)
    path.write_text(head + begin + "\n" + text + "\n" + end + rest.split(end, 1)[1], encoding="utf-8")


def table(head, rows):
    """A table in Markdown; numbers come as text."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"

"""Calls the program for studies of many small comparisons. Needs only Python's own library."""
import json
import pathlib
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


def table(head, rows):
    """A table in Markdown; numbers come as text."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"

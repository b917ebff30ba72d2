"""Follows the recipe of the README for a lever and an outcome, from a copy of the sources, and uses both.

    /usr/bin/python3 tests/python/recipe_test.py

Only what the recipe touches is compiled, with the commands of build/release, and linked with the rest of that build; a
row added to a list changes none of the other levers and outcomes.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/release"
BLOCK = re.compile(r"<!-- recipe: (.*?) -->\n```\w+\n(.*?)```\n", re.S)
LISTS = ("src/domain/levers/levers.h", "src/domain/outcomes/rows.h")
NEW = {"src/domain/levers/intake_pace.cpp": "src/domain/levers/levers.cpp",   # made as this one is
       "src/domain/outcomes/minimum_and_debts.cpp": "src/domain/outcomes/households.cpp"}
COMPILED = (*NEW, "src/domain/levers/levers.cpp", "src/domain/outcomes/outcomes.cpp")


def blocks():
    """(instruction, text) of each step of the recipe, in order."""
    return BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def follow(tree, instruction, text):
    """Does one step in the copy of the sources; the file that it changed."""
    if match := re.fullmatch(r"file (\S+)", instruction):
        assert not (tree / match[1]).exists(), f"{match[1]} is there already"
        (tree / match[1]).write_text(text, encoding="utf-8")
        return match[1]
    where, mark, name = re.fullmatch(r'(after|before) "(.*)" in (\S+)', instruction).groups()
    mark, path = mark.replace("\\n", "\n"), tree / name
    whole = path.read_text(encoding="utf-8")
    assert whole.count(mark) == 1, f"{name}: '{mark}' stands there {whole.count(mark)} times"
    at = whole.index(mark)
    if where == "after":
        at = whole.index("\n", at) + 1
    path.write_text(whole[:at] + text + whole[at:], encoding="utf-8")
    return name


def commands():
    """The commands by which the release build makes the program, in order."""
    return subprocess.run(["ninja", "-t", "commands", "ontkoker"], cwd=BUILD, check=True, capture_output=True,
                          text=True).stdout.splitlines()


def built(tree, folder):
    """The program of the copied tree: the touched sources compiled, the rest from build/release."""
    lines, objects, jobs = commands(), [], []
    for name in COMPILED:
        like = NEW.get(name, name)
        line = next(line for line in lines if line.endswith(f"-c {ROOT / like}"))
        objects.append(folder / (pathlib.Path(name).stem + ".o"))
        line = re.sub(r" -o \S+ -c \S+$", f" -o {objects[-1]} -c {tree / name}", line)
        line = re.sub(r" -M\S+( \S+\.(?:o|d))?", "", line)  # no lists of dependencies
        line = re.sub(r" -Winvalid-pch| -include \S+", "", line)  # its headers are those of the copy
        jobs.append(subprocess.Popen(line.replace(f"-I{ROOT}", f"-I{tree}"), shell=True, cwd=BUILD))
    assert not any(job.wait() for job in jobs), "the recipe does not compile"
    library = folder / "libontkoker_domain.a"
    shutil.copy(BUILD / "src/libontkoker_domain.a", library)
    members = subprocess.run(["ar", "t", library], check=True, capture_output=True, text=True).stdout.split()
    for made in objects:  # an object takes the place of the one of its name
        renamed = folder / next((m for m in members if m == made.stem + ".cpp.o"), made.name)
        made.rename(renamed)
        subprocess.run(["ar", "r", library, renamed], check=True, capture_output=True)
    link = lines[-1].replace("-o ontkoker ", f"-o {folder / 'ontkoker'} ").replace("src/libontkoker_domain.a", str(library))
    subprocess.run(link, shell=True, cwd=BUILD, check=True)
    return folder / "ontkoker"


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ontkoker-recipe-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        tree = cls.folder / "tree"
        for name in ("src", "include", "models", "configs"):
            shutil.copytree(ROOT / name, tree / name)
        cls.changed = [follow(tree, *block) for block in blocks()]
        cls.tree, cls.program = tree, built(tree, cls.folder)

    def call(self, *words):
        done = subprocess.run([self.program, *words, "--json", "--quiet", "--root", self.tree], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def test_it_is_one_file_and_one_row_each(self):
        self.assertEqual(sorted(self.changed), sorted((*NEW, *LISTS)))
        rows = [text for instruction, text in blocks() if instruction.endswith(LISTS)]
        self.assertEqual([text.count("\n") for text in rows], [1, 1])

    def test_the_lever_is_listed(self):
        lever = self.call("params", "intake_pace")["levers"]
        self.assertEqual([row["name"] for row in lever], ["intake_pace"])
        self.assertEqual(lever[0]["neutral"], 1)

    def test_a_scenario_turns_the_lever_and_results_have_the_outcome(self):
        scenario = self.folder / "own.json"
        scenario.write_text(json.dumps({"name": "own", "extends": "verkokerd", "nl": "Eigen", "en": "Own", "status": "test",
                                        "source": "test",
                                        "changes": [{"lever": "intake_pace", "value": 2, "from": "2026-01"}]}))
        told = self.call("compare", "--scenario", "verkokerd", "--scenario", scenario, "-m", "woudenberg", "--years", "1",
                         "--replicates", "1", "--sample", "4", "-o", self.folder / "out")
        rows = {row["name"]: row for row in told["outcomes"] if not row["split"]}
        self.assertGreater(rows["minimum_and_debts"]["a"], 0)
        self.assertLess(rows["minimum_and_debts"]["a"], rows["problematic_debt"]["a"])
        self.assertTrue(any(row["difference"] for row in told["outcomes"]), "the lever moves nothing")


if __name__ == "__main__":
    if not (BUILD / "build.ninja").exists() or os.name != "posix":
        print("build/release is missing")
        raise SystemExit(77)
    unittest.main()

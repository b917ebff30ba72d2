"""Calling the program in tests of the command line. ONTKOKER names another program than build/release/ontkoker."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("ONTKOKER", str(ROOT / "build/release/ontkoker"))
SMALL = ["--municipality", "woudenberg", "--years", "1", "--replicates", "2", "--seed", "5", "--sample", "8"]


def call(*words, **options):
    options.setdefault("cwd", ROOT)
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=600, **options)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ontkoker-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def expect(self, code, *words, **options):
        result = call(*words, **options)
        self.assertEqual(result.returncode, code, f"{words}\n{result.stdout[-2000:]}\n{result.stderr[-2000:]}")
        return result

    def run_small(self, name="a.h5", *words, scenario="verkokerd"):
        path = self.folder / name
        return path, json.loads(self.expect(0, "run", scenario, *SMALL, "-o", path, "--json", *words).stdout)

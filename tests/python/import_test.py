"""ontkoker municipality import: profiles out of made-up files in the form of CBS's, and what scripts may rely on.

Run with /usr/bin/python3 tests/python/import_test.py; ONTKOKER names another program than build/release/ontkoker.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ONTKOKER", str(ROOT / "build/release/ontkoker"))


class Import(unittest.TestCase):
    SHORT, OPEN_DATA = "tests/io/kwb/kwb-2023.csv", "tests/io/kwb/84583NED.csv"

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ontkoker-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def expect(self, code, *words):
        result = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=600, cwd=ROOT)
        self.assertEqual(result.returncode, code, f"{words}\n{result.stdout[-2000:]}\n{result.stderr[-2000:]}")
        return result

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return self.folder / name

    def make(self, code, *words, file=SHORT, text=None, to="mijn-gemeente.json", expected=0):
        if text is not None:
            file = self.folder / "kwb-2023.csv"
            file.write_text(text)
        path = self.folder / to
        result = self.expect(expected, "municipality", "import", file, "--code", code, "-o", path, *words)
        return path, result

    def test_the_profile_is_checked_and_runs(self):
        for code, file in (("GM9001", self.SHORT), ("gm9002", self.SHORT), ("9003", self.OPEN_DATA)):
            path, result = self.make(code, "--json", file=file, to=code + ".json")
            told = json.loads(result.stdout)
            self.assertEqual(told["file"], str(path))
            self.assertEqual(told["year"], 2019 if file == self.OPEN_DATA else 2023)
            profile = json.loads(path.read_text())
            self.assertEqual((told["name"], told["code"], told["nl"]),
                             (profile["name"], profile["code"], profile["nl"]))
            for row in told["stand_ins"]:
                self.assertEqual(set(row), {"figure", "value", "column", "column_present", "split", "rule", "reason"})
                place = profile["figures"].get(row["figure"]) or profile["tables"][row["figure"]]
                self.assertIn("national", place["source"])
            self.expect(0, "check", path)
            self.expect(0, "run", "verkokerd", "-m", path, "--years", "2", "--replicates", "1", "--sample", "4",
                        "--check-laws", "--quiet", "-o", self.folder / f"{code}.h5")

    def test_it_says_in_both_languages_what_was_missing_and_what_stood_in(self):
        _, dutch = self.make("GM9002")
        self.assertIn("(social_minimum): 0.061 share of households\n      landelijk cijfer; geen waarde in kolom p_hh_osm",
                      dutch.stdout)
        self.assertIn("landelijk cijfer per inwoner; staat niet in de Kerncijfers", dutch.stdout)
        _, english = self.make("GM9002", "--overwrite", "--lang", "en")
        self.assertIn("national figure; no value in column p_hh_osm", english.stdout)
        text = (ROOT / self.SHORT).read_text(encoding="utf-8-sig")
        _, assumed = self.make("GM9001", file=self.write("cijfers.csv", text), to="b.json")
        self.assertIn("--edition", assumed.stdout)
        path, known = self.make("GM9001", "--edition", "2021", "--json", file=self.folder / "cijfers.csv", to="c.json")
        self.assertEqual(json.loads(known.stdout)["year"], 2021)
        self.assertEqual(json.loads(path.read_text())["figures"]["income"]["year"], 2021)

    def test_everything_wrong_is_told_at_once_with_row_and_column_and_nothing_is_written(self):
        text = (ROOT / self.SHORT).read_text(encoding="utf-8-sig")
        text = text.replace(";38,2;", ";veel;").replace(";5630;", ";5630,5;")
        path, result = self.make("GM9001", "--json", text=text + "GM9004;kort\n", expected=2)
        problems = json.loads(result.stdout)["problems"]
        self.assertEqual([p["code"] for p in problems], ["E0510", "E0509", "E0504"])
        for problem in problems:
            self.assertEqual(set(problem), {"code", "message", "hint", "file", "pointer", "line", "column"})
            self.assertTrue(problem["file"].endswith("kwb-2023.csv"))
            self.assertGreater(problem["column"], 0)
        self.assertEqual([p["line"] for p in problems], [3, 3, 7])
        self.assertIn("rij 3, kolom g_hh_sti: 'veel'", problems[1]["message"])
        self.assertFalse(path.exists())
        _, english = self.make("GM9001", "--lang", "en", text=text, expected=2)
        self.assertEqual(english.stdout, "")
        self.assertRegex(english.stderr, r"kwb-2023\.csv:3:\d+: E0509: row 3, column g_hh_sti: 'veel' is no number")
        self.assertEqual(sorted(os.listdir(self.folder)), ["kwb-2023.csv"])

    def test_each_kind_of_mistake_has_its_exit_code(self):
        _, result = self.make("GM0797", expected=2)
        self.assertIn("GM9001 Voorbeeldrecht", result.stderr)
        _, result = self.make("Heusden", expected=2)
        self.assertIn("GM0797", result.stderr)
        _, result = self.make("GM9001", text="naam;inwoners\nHeusden;45557\n", expected=2)
        self.assertIn("gwb_code_10", result.stderr)
        self.make("GM9001", file=self.folder / "is-er-niet.csv", expected=3)
        self.expect(2, "municipality", "import", self.SHORT, "--code", "GM9001")
        self.expect(2, "municipality", "export", self.SHORT, "--code", "GM9001", "-o", "x.json")
        self.expect(3, "municipality", "import", self.SHORT, "--code", "GM9001", "-o",
                    self.folder / "kwb-2023.csv" / "a.json")

    def test_nothing_is_overwritten_unasked(self):
        path, _ = self.make("GM9001")
        before = path.read_text()
        _, result = self.make("GM9002", "--json", expected=2)
        self.assertEqual(json.loads(result.stdout)["problems"][0]["code"], "E0301")
        self.assertEqual(path.read_text(), before)
        self.make("GM9002", "--overwrite")
        self.assertNotEqual(path.read_text(), before)


if __name__ == "__main__":
    if not pathlib.Path(PROGRAM).exists():
        print(f"skipped: {PROGRAM} is not built")
        sys.exit(77)
    unittest.main()

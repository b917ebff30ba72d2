"""ontkoker profile: the table of published against made figures says what run and the profile say.

Run with /usr/bin/python3 tests/python/profile_test.py; ONTKOKER names another program than build/release/ontkoker.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ONTKOKER", str(ROOT / "build/release/ontkoker"))
SMALL = ["--replicates", "2", "--seed", "5", "--sample", "4", "--quiet"]


def call(*words):
    return subprocess.run([PROGRAM, *words, "--root", str(ROOT)], capture_output=True, text=True, timeout=600)


class Profile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.told = json.loads(call("profile", "woudenberg", "--base-years", "2", *SMALL, "--json").stdout)
        cls.base = {row["name"]: row for row in cls.told["base"]}
        cls.population = {row["name"]: row for row in cls.told["population"]}
        cls.figures = json.loads((ROOT / "models/municipalities/woudenberg.json").read_text())["figures"]
        with tempfile.TemporaryDirectory() as folder:
            run = call("run", "verkokerd", "-m", "woudenberg", "--years", "2", *SMALL, "-o", folder + "/a.h5", "--json")
            cls.whole = json.loads(run.stdout)
        cls.means = {(row["name"], row["split"]): row["mean"] for row in cls.whole["outcomes"]}

    def made(self, name):
        return self.base[name]["made"]

    def test_it_is_the_run_of_the_same_settings(self):
        self.assertEqual(self.told["digest"], self.whole["digest"])

    def test_made_figures_are_those_of_the_run(self):
        mean = self.means
        self.assertAlmostEqual(self.made("youth_help"), mean["youth_help_reach", ""])
        self.assertAlmostEqual(self.made("wait_ambulant"), mean["waiting_weeks", "ambulant"])
        debts = 100 * mean["problematic_debt", ""] / mean["households", ""]
        self.assertAlmostEqual(self.made("problematic_debt"), debts)
        self.assertAlmostEqual(self.made("spending/youth"), 4 * mean["fund_spending", "youth"] / 2, delta=0.01)
        income = mean["fund_spending", "income_support"] + mean["fund_spending", "schemes"]
        self.assertAlmostEqual(self.made("spending/income"), 4 * income / 2, delta=0.01)
        stay = mean["starts", "foster_care"] + mean["starts", "residential"]
        self.assertAlmostEqual(self.made("starts/stay"), 100 * stay / mean["starts", ""])

    def test_published_figures_are_those_of_the_profile(self):
        figure = {name: row["value"] for name, row in self.figures.items()}
        self.assertAlmostEqual(self.base["youth_help"]["published"], 100 * figure["youth_help"])
        self.assertAlmostEqual(self.base["spending/youth"]["published"], figure["youth_spending"])
        self.assertAlmostEqual(self.base["spending/teams"]["published"], figure["team_spending"])
        self.assertAlmostEqual(self.base["problematic_debt"]["published"], 100 * figure["debt_persons"] * 8.9 / 5.9)
        self.assertAlmostEqual(self.population["ww"]["published"], figure["ww"])

    def test_shares_add_up(self):
        for group in ("in_help", "starts"):
            shares = [row["made"] for name, row in self.base.items() if name.startswith(group + "/")]
            self.assertAlmostEqual(sum(shares), 100, msg=group)
        referrers = [row for name, row in self.base.items() if re.match("referrer/(?!medical$)", name)]
        self.assertEqual(len(referrers), 6)
        self.assertAlmostEqual(sum(row["made"] for row in referrers), 100)
        self.assertAlmostEqual(sum(row["published"] for row in referrers), 99.6, delta=0.11)

    def test_marks_follow_the_ratio(self):
        for row in [*self.told["base"], *self.told["population"]]:
            if row["ratio"] is None:
                continue
            self.assertAlmostEqual(row["ratio"], row["made"] / row["published"])
            self.assertEqual(row["inside"], 0.7 <= row["ratio"] <= 1.4, row["name"])
            self.assertTrue(row["source"] or not row["name"] or row in self.told["population"], row["name"])

    def test_own_referrers_leave_the_national_ones_out(self):
        told = json.loads(call("profile", "heusden", "--base-years", "1", *SMALL, "--sample", "40", "--json").stdout)
        names = [row["name"] for row in told["base"] if row["name"].startswith("referrer/")]
        self.assertEqual(names, ["referrer/medical"])
        self.assertEqual(len(told["notes"]), len(self.told["notes"]) + 1)

    def test_text_and_markdown_tell_the_same_rows_in_both_languages(self):
        words = ["profile", "woudenberg", "--base-years", "2", *SMALL]
        text, english = call(*words).stdout, call(*words, "--lang", "en").stdout
        tables = call(*words, "--markdown", "--lang", "en").stdout
        for row in self.told["base"]:
            self.assertIn(row["nl"], text)
            self.assertIn(row["en"], english)
            self.assertIn(f"| {row['en']} |", tables)
        marked = sum(not row["inside"] for row in [*self.told["base"], *self.told["population"]])
        self.assertEqual(tables.count(" **"), marked)
        self.assertIn(f"{marked} of the {len(self.told['base']) + len(self.told['population'])} rows", tables)

    def test_an_unknown_municipality_is_refused(self):
        result = call("profile", "heusdem")
        self.assertEqual(result.returncode, 2)
        self.assertIn("heusden", result.stderr)


if __name__ == "__main__":
    if not pathlib.Path(PROGRAM).exists():
        print(f"skipped: {PROGRAM} is not built")
        sys.exit(77)
    unittest.main()

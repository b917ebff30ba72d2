"""The Python package on what the program itself made: a comparison, and a study from plan to merged file; then R.

    /usr/bin/python3 tests/python/sweep_analysis_test.py [unittest arguments]

The program's own numbers are the oracle: what `ontkoker compare` says of pairs and boomerangs must come out of the file.
Exit code 77: skipped, because a package is missing.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))
try:
    import numpy as np

    import ontkoker_analysis as oa
    from ontkoker_analysis import boomerang, figures, indices, reader, tidy
except ImportError as missing:
    print(f"skipped: {missing}; on Debian: packages as in analysis/README.md")
    sys.exit(77)

from runs import call  # noqa: E402

SMALL = ["--municipality", "woudenberg", "--sample", 8, "--seed", 7]


class Comparison(unittest.TestCase):
    """One comparison of three scenarios: the file against what the program told."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        scenarios = [word for name in ("verkokerd", "boemerang-minimaregeling", "integraal") for word in ("--scenario", name)]
        cls.told = call("compare", *SMALL, *scenarios, "--years", 4, "--replicates", 6, "-o", cls.folder / "out")
        cls.ds = cls.enterClassContext(oa.open_result(cls.folder / "out/result.h5")).load()

    def described(self, wish, together):
        """(scenario, period, part) -> what `describe` says: of every part of an outcome, of one, or of all of them together."""
        whole, found = f"{self.told['start_year']}-{self.told['start_year'] + self.told['years'] - 1}", {}
        for period in ("year", "horizon"):
            gap = tidy.paired_difference(oa.values(self.ds, wish, period, together))
            rows = oa.describe(gap).reset_coords(drop=True).to_dataframe().reset_index().to_dict("records")
            for row in rows:
                part = row.get(gap.attrs.get("split"), wish.partition("/")[2])
                found[row["scenario"], str(row.get("year", whole)), part] = row
        return found

    def test_pairs_of_every_outcome_part_and_period(self):
        tables, wrong, checked = {}, [], 0
        for row in self.told["outcomes"]:
            split = self.ds[row["name"]].attrs.get("split")
            margin = row["split"] and row["split"] not in self.ds[split].values     # half of a crossed part
            wish = row["name"] + ("/" + row["split"] if margin else ""), not row["split"]
            if wish not in tables:
                tables[wish] = self.described(*wish)
            ours = tables[wish][row["scenario"], row["period"], row["split"]]
            same = ours["pairs"] == row["pairs"] and (not row["pairs"] or np.allclose(
                [ours[key] for key in ("mean", "low", "high", "mean_low", "mean_high", "pairs_higher", "pairs_lower")],
                [row[key] for key in ("difference", "low", "high", "mean_low", "mean_high", "pairs_higher", "pairs_lower")],
                rtol=1e-9, atol=1e-8 + 1e-9 * abs(row["a"])))   # a difference has the rounding of what it was taken from
            wrong += [] if same else [f"{wish} {row['split']} {row['scenario']} {row['period']}\n{ours}\n{row}"]
            checked += row["pairs"] > 0
        self.assertEqual(wrong[:3], [], f"{len(wrong)} of {checked}")
        self.assertGreater(checked, 1000)

    def test_boomerangs(self):
        self.assertEqual(len(self.told["boomerangs"]), 4)
        for theirs in self.told["boomerangs"]:
            ours = boomerang.summary(self.ds, theirs["scenario"], theirs["payers"]).iloc[0]
            for key in ("pairs", "occurs", "never_saved", "earliest", "median", "latest"):
                self.assertEqual(ours[key], theirs[key], f"{key}: {theirs}")
        self.assertTrue(any(one["occurs"] for one in self.told["boomerangs"]), "no boomerang anywhere: this tests nothing")

    def test_labels_are_those_of_the_program(self):
        self.assertEqual(reader.labels(self.ds, "payer")["municipality"].lower(), "gemeente")
        self.assertIn("woudenberg", self.ds.attrs["municipality"].lower())


if __name__ == "__main__":
    unittest.main()

"""The Python package on what the program itself made: a comparison, and a study from plan to merged file; then R.

    /usr/bin/python3 tests/python/sweep_analysis_test.py [unittest arguments]

The program's own numbers are the oracle: what `ontkoker compare` says of pairs and boomerangs must come out of the file.
Exit code 77: skipped, because a package is missing.
"""
import json
import pathlib
import re
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


class Study(unittest.TestCase):
    """A tiny study of four points, two replicates, two years and every outcome, kept by month and by year."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.files = {}
        for time in ("months", "years"):
            cls.plan(time, {"time": time, "design": {"kind": "grid"}, "outcomes": "all", "axes": [
                {"lever": "minimaregeling_amount", "values": [0.3, 0.8]}, {"parameter": "finances.bill_chance", "values": [0.04, 0.15]}]})
            call("sweep", "run", cls.folder / time)
            cls.files[time] = cls.folder / f"{time}.h5"
            call("sweep", "merge", cls.folder / time, "-o", cls.files[time])
        cls.months, cls.years = (cls.enterClassContext(oa.open_study(cls.files[time])) for time in ("months", "years"))

    @classmethod
    def plan(cls, name, what):
        text = {"name": name, "nl": name, "en": name, "municipality": "woudenberg", "scenarios": ["verkokerd", "boemerang-minimaregeling"],
                "start_year": 2026, "years": 2, "replicates": 2, "seed": 1, "sample": 20, **what}
        (cls.folder / f"{name}.json").write_text(json.dumps(text), encoding="utf-8")
        call("sweep", "plan", cls.folder / f"{name}.json", "-o", cls.folder / name, "--points-per-shard", 1)
        return json.loads((cls.folder / name / "plan.json").read_text(encoding="utf-8"))

    def test_axes_and_outcomes(self):
        self.assertEqual(reader.axes(self.years), ["minimaregeling_amount", "finances.bill_chance"])
        self.assertEqual(self.years["finances.bill_chance"].values.tolist(), [0.04, 0.15, 0.04, 0.15])
        self.assertEqual(reader.outcomes(self.years), reader.outcomes(self.months))
        self.assertGreater(len(reader.outcomes(self.years)), 100)
        self.assertEqual(self.years.sizes["time"], 2)
        self.assertEqual(self.months.sizes["time"], 24)
        self.assertTrue((self.years.status == 0).all() and (self.years.run_households > 100).all())
        self.assertEqual(oa.configuration(self.years)["sample"], 20)

    def test_months_add_up_to_the_years_that_the_program_kept(self):
        for name in reader.outcomes(self.years):
            ours, theirs = oa.by_year(self.months, name), oa.by_year(self.years, name)
            self.assertEqual(ours.dims, theirs.dims, name)
            self.assertTrue(np.allclose(ours, theirs, rtol=1e-12, atol=1e-12, equal_nan=True), name)
            self.assertTrue(np.allclose(oa.over_horizon(self.months, name), oa.over_horizon(self.years, name), rtol=1e-12, equal_nan=True), name)

    def test_a_point_is_the_run_that_rerun_gives(self):
        call("rerun", self.files["months"], "--point", 2, "--replicate", 1, "-o", self.folder / "one.h5")
        with oa.open_result(self.folder / "one.h5") as one:
            for name in reader.outcomes(one):
                ours = self.months[name].sel(point=2, replicate=1)
                self.assertTrue(np.allclose(ours, one[name].isel(replicate=0), rtol=1e-12, equal_nan=True), name)

    def test_a_virtual_view_and_a_partial_study(self):
        call("sweep", "merge", self.folder / "years", "-o", self.folder / "virtual.h5", "--virtual")
        with oa.open_study(self.folder / "virtual.h5") as view:
            for name in ("spending", "waiting_weeks"):
                self.assertTrue(np.array_equal(oa.over_horizon(view, name), oa.over_horizon(self.years, name), equal_nan=True))
        self.plan("part", {"design": {"kind": "latin-hypercube", "size": 2}, "axes": [{"parameter": "finances.bill_chance"}], "outcomes": ["spending"]})
        call("sweep", "run", self.folder / "part", "--tasks", "1/2")
        call("sweep", "merge", self.folder / "part", "-o", self.folder / "part.h5", "--partial")
        with self.assertWarnsRegex(oa.PartialStudy, "2 are missing and 0 failed"), oa.open_study(self.folder / "part.h5") as part:
            self.assertEqual(np.isnan(oa.responses(part, "spending").values).tolist(), [False, True])
        with self.assertWarnsRegex(oa.PartialStudy, "one shard"), oa.open_study(next((self.folder / "years/shards").glob("*.h5"))) as shard:
            self.assertEqual(shard.sizes["point"], 1)

    def test_the_blocks_of_a_saltelli_plan_are_where_the_indices_look(self):
        axes = [{"parameter": "finances.bill_chance"}, {"parameter": "children.livelihood_stress"}, {"lever": "minimaregeling_amount", "low": 0.3, "high": 1}]
        for count, second in ((3, False), (3, True), (2, True)):
            plan = self.plan(f"saltelli-{count}-{int(second)}", {"design": {"kind": "saltelli", "size": 4, "second_order": second},
                                                            "axes": axes[:count], "outcomes": ["spending"]})
            columns = [indices.saltelli_blocks(column, 4, count, second) for column in np.array(plan["points"]).T]
            for at, (a, b, ab, ba) in enumerate(columns):
                self.assertFalse((a == b).all())
                for axis in range(count):
                    self.assertTrue((ab[axis] == (b if axis == at else a)).all(), (count, second, at, axis))
                    if second:
                        self.assertTrue((ba[axis] == (a if axis == at else b)).all(), (count, second, at, axis))

    def test_a_morris_plan_gives_steps_of_two_thirds_whatever_the_spread(self):
        axes = [{"parameter": "finances.bill_chance", "spread": "log-uniform"}, {"parameter": "children.livelihood_stress", "spread": "triangular"},
                {"lever": "minimaregeling_amount", "low": 0.3, "high": 1}]
        self.plan("morris", {"design": {"kind": "morris", "size": 2}, "axes": axes, "outcomes": ["spending"]})
        call("sweep", "run", self.folder / "morris")
        call("sweep", "merge", self.folder / "morris", "-o", self.folder / "morris.h5")
        with oa.open_study(self.folder / "morris.h5") as study:
            units = indices.axis_units(study)
            self.assertTrue(np.allclose(np.abs(np.diff(units.reshape(2, 4, 3), axis=1)).max(axis=2), 2 / 3), units)
            self.assertTrue(np.allclose(indices.morris(units, units @ [1.0, 2, 3], "xyz")["mu_star"], [1, 2, 3]))
            figures.sensitivity(study, "spending/municipality", save_as=self.folder / "morris-figure")
            self.assertIn("Morris", (self.folder / "morris-figure.svg").read_text(encoding="utf-8"))

    def test_r_tells_the_same_difference(self):
        if not shutil.which("Rscript") or subprocess.run(["Rscript", "-e", "library(ncdf4)"], capture_output=True, check=False).returncode:
            self.skipTest("R with ncdf4 is not installed (Debian: r-cran-ncdf4)")
        done = subprocess.run(["Rscript", ROOT / "analysis/read_study.R", self.files["years"], "spending/municipality", "finances.bill_chance",
                               self.folder / "r.png"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("axes: minimaregeling_amount, finances.bill_chance", done.stdout)
        self.assertRegex(done.stdout, "point = 4")
        told = float(re.search(r"mean over 4 points: (\S+) EUR", done.stdout)[1])
        self.assertAlmostEqual(told / float(oa.responses(self.years, "spending/municipality").mean()), 1, places=5)
        self.assertEqual((self.folder / "r.png").read_bytes()[:4], b"\x89PNG")

    def test_the_command_tells_and_draws(self):
        done = subprocess.run([sys.executable, "-m", "ontkoker_analysis", self.files["months"], "--outcome", "spending/municipality", "--figures",
                               self.folder / "drawn"], cwd=ROOT / "analysis", capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(sorted(file.stem for file in (self.folder / "drawn").glob("*.png")),
                         ["boomerang-municipality", *(f"spending-municipality-{kind}" for kind in ("scatter", "sensitivity", "tornado", "trajectory"))])


class WorkedStudy(unittest.TestCase):
    def test_the_script_goes_from_plan_to_figures(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, ROOT / "analysis/worked_study.py", folder], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr[-3000:])
            self.assertEqual(len(list((pathlib.Path(folder) / "figuren").glob("*.png"))), 6)


if __name__ == "__main__":
    unittest.main()

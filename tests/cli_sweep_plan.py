#!/usr/bin/python3
"""What scripts may rely on in `ontkoker sweep plan` and `sweep suggest`: a study is planned whole or not at all, nothing is
overwritten, and rounds of suggestions close in on where a conclusion flips.

Run with /usr/bin/python3 tests/cli_sweep_plan.py; ONTKOKER names another program than build/release/ontkoker.
"""
import csv
import json
import os
import resource
import shutil
import unittest

from cli_case import Case, ROOT

LEVER = "minimaregeling_amount"


class PlanCase(Case):
    def sweep(self, name="proef", **more):
        """A sweep file of seconds."""
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps({
            "name": name, "nl": "Een proef", "en": "A try", "municipality": "woudenberg",
            "scenarios": ["verkokerd", "boemerang-minimaregeling"], "start_year": 2026, "years": 2, "replicates": 2, "seed": 5,
            "sample": 20, "design": {"kind": "grid"}, "axes": [{"lever": LEVER, "values": [0, 0.5, 1]}],
            "outcomes": ["spending", "arrears"], "time": "years", **more}))
        return file

    def told(self, code, *words, **options):
        return json.loads(self.expect(code, *words, "--json", "-q", **options).stdout)

    def code(self, *words, exit_code=2, **options):
        return self.told(exit_code, *words, **options)["problems"][0]["code"]


class Planning(PlanCase):
    def test_a_study_is_a_folder_with_plan_and_table(self):
        told = self.told(0, "sweep", "plan", self.sweep(), "-o", self.folder / "a")
        self.assertEqual({key: told[key] for key in ("points", "replicates", "runs", "shards", "points_per_shard")},
                         {"points": 3, "replicates": 2, "runs": 6, "shards": 3, "points_per_shard": 1})
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["a", "proef.json"])
        self.assertEqual(sorted(path.name for path in (self.folder / "a").iterdir()), ["plan.json", "points.csv"])
        plan = json.loads((self.folder / "a/plan.json").read_text())
        self.assertEqual(plan["digest"], told["digest"])
        with open(self.folder / "a/points.csv", newline="") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([[float(row[LEVER])] for row in rows], plan["points"])
        self.assertEqual([int(row["point"]) for row in rows], [0, 1, 2])
        again = self.told(0, "sweep", "plan", self.sweep(), "-o", self.folder / "b")
        self.assertEqual(again["digest"], told["digest"])
        self.assertEqual((self.folder / "a/plan.json").read_bytes(), (self.folder / "b/plan.json").read_bytes())

    def test_options_go_over_the_file(self):
        words = ["--years", 3, "--replicates", 1, "--seed", 9, "--sample", 40, "--set", "finances.bill_chance=0.1", "-m", "heusden"]
        told = self.told(0, "sweep", "plan", self.sweep(), "-o", self.folder / "a", *words)
        self.assertEqual((told["years"], told["replicates"], told["seed"], told["sample"], told["municipality"]), (3, 1, 9, 40, "heusden"))
        base = json.loads((self.folder / "a/plan.json").read_text())["base"]
        self.assertEqual(base["parameters"]["finances.bill_chance"]["value"], 0.1)
        self.assertEqual(base["parameters"]["finances.bill_chance"]["changed_from"], 0.08)

    def test_a_dry_run_writes_nothing_and_tells_the_cost(self):
        file = self.sweep(replicates=3)
        told = self.told(0, "sweep", "plan", file, "--dry-run")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["proef.json"])
        self.assertEqual((told["points"], told["runs"], told["folder"]), (3, 9, None))
        self.assertGreater(told["seconds_per_run"], 0)
        self.assertAlmostEqual(told["cpu_seconds"], 9 * told["seconds_per_run"])
        self.assertAlmostEqual(told["seconds"], told["cpu_seconds"] / told["threads"])
        self.assertGreater(told["peak_bytes"], 5e6)
        # 2 scenarios x 9 runs x 2 years x 8 bytes, for every payer of `spending` and for `arrears`.
        self.assertEqual(told["disk_bytes"] % (2 * 9 * 2 * 8), 0)
        self.assertIn("analysis/cluster/sweep.sbatch", told["sbatch"])
        self.assertRegex(told["sbatch"], r"--array=1-1 .*--time=0-00:1\d:00")
        text = self.expect(0, "sweep", "plan", file, "--dry-run", "-o", self.folder / "a", "--lang", "en").stdout
        for part in ("3 points x 3 replicates = 9 runs", "A run takes", "Memory", "Disk", "sbatch", LEVER):
            self.assertIn(part, text)
        self.assertFalse((self.folder / "a").exists())

    def test_shards_hold_whole_points(self):
        points = {"design": {"kind": "list"}, "axes": [{"lever": LEVER}], "points": [[i / 1000] for i in range(1000)]}
        many = self.told(0, "sweep", "plan", self.sweep(**points), "-o", self.folder / "a")
        self.assertEqual((many["points_per_shard"], many["shards"]), (100, 10))   # 200 runs
        luck = self.told(0, "sweep", "plan", self.sweep(**points, replicates=500), "-o", self.folder / "b")
        self.assertEqual((luck["points_per_shard"], luck["shards"]), (1, 1000))   # a point is never cut
        asked = self.told(0, "sweep", "plan", self.sweep(**points), "-o", self.folder / "c", "--points-per-shard", 300)
        self.assertEqual((asked["points_per_shard"], asked["shards"]), (300, 4))
        self.assertEqual(asked["digest"], many["digest"])

    def test_nothing_is_overwritten_unasked_and_results_never(self):
        folder = self.folder / "a"
        self.told(0, "sweep", "plan", self.sweep(), "-o", folder)
        before = (folder / "plan.json").read_bytes()
        other = self.sweep("ander", seed=6)
        self.assertEqual(self.code("sweep", "plan", other, "-o", folder), "E0301")
        self.assertEqual((folder / "plan.json").read_bytes(), before)
        self.told(0, "sweep", "plan", other, "-o", folder, "--overwrite")
        self.assertNotEqual((folder / "plan.json").read_bytes(), before)
        self.told(0, "sweep", "run", folder)
        planned = (folder / "plan.json").read_bytes()
        problem = self.told(2, "sweep", "plan", self.sweep(), "-o", folder, "--overwrite")["problems"][0]
        self.assertEqual(problem["code"], "E0301")
        self.assertIn("sweep run", problem["hint"])
        self.assertEqual((folder / "plan.json").read_bytes(), planned)
        self.assertEqual(self.told(0, "sweep", "status", folder)["done"], 3)
        self.assertEqual(self.code("sweep", "plan", self.sweep(), "-o", other), "E0301")   # a file is no folder

    def test_a_plan_that_does_not_fit_leaves_nothing(self):
        def no_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        self.assertEqual(self.code("sweep", "plan", self.sweep(), "-o", self.folder / "a", exit_code=3, preexec_fn=no_room), "E0302")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["proef.json"])
        there = self.folder / "b"
        there.mkdir()
        (there / "notes.txt").write_text("mine")
        self.assertEqual(self.code("sweep", "plan", self.sweep(), "-o", there, exit_code=3, preexec_fn=no_room), "E0302")
        self.assertEqual([path.name for path in there.iterdir()], ["notes.txt"])
        if os.geteuid() == 0:
            return   # root may write anywhere
        there.chmod(0o500)
        self.assertEqual(self.code("sweep", "plan", self.sweep(), "-o", there / "c", exit_code=3), "E0302")

    def test_what_is_wrong_is_told_at_once_with_place_and_hint(self):
        file = self.sweep(axes=[{"lever": "minimaregeling_amuont", "values": [1]}], outcomes=["spendign"])
        problems = self.told(2, "sweep", "plan", file, "-o", self.folder / "a")["problems"]
        self.assertEqual({(p["code"], p["pointer"]) for p in problems}, {("E0209", "/axes/0/lever"), ("E0215", "/outcomes/0")})
        self.assertTrue(all(p["line"] > 0 and "bedoelde u" in p["hint"] for p in problems))
        self.assertEqual(self.code("sweep", "plan", "smokee", "-o", self.folder / "a"), "E0214")
        self.assertEqual(self.code("sweep", "plan", self.sweep()), "E0001")   # no folder
        self.assertFalse((self.folder / "a").exists())

    def test_check_knows_sweep_files(self):
        self.expect(0, "check", self.sweep())
        bad = self.sweep("slecht", design={"kind": "saltelli", "size": 100})
        self.assertEqual(self.code("check", bad), "E0204")
        files = self.told(0, "check", "smoke")["files"]
        self.assertEqual([file.split("configs/")[-1] for file in files], ["sweeps/smoke.json"])
        every = {str(path.relative_to(ROOT)) for path in (ROOT / "configs/sweeps").glob("*.json")}
        self.assertTrue(every)
        checked = "\n".join(self.told(0, "check")["files"])
        for name in every:
            self.assertIn(name, checked)


class Suggesting(PlanCase):
    def run_study(self, file, name):
        folder = self.folder / name
        self.told(0, "sweep", "plan", file, "-o", folder)
        self.told(0, "sweep", "run", folder)
        return folder

    def suggest(self, *words, code=0):
        return self.told(code, "sweep", "suggest", *words)

    def test_rounds_close_in_on_the_flip_from_folders_and_merged_files(self):
        # The less a cut leaves, the less is spent on schemes: from which amount on is that EUR 1,000? One pair has no interval.
        question, widths = ["--outcome", "fund_spending/schemes", "--target", -1000], []
        sources = [self.run_study(self.sweep(outcomes=["fund_spending"], replicates=1), "round1")]
        for number in range(2, 5):
            told = self.suggest(*sources, *question, "-o", self.folder / f"round{number}.json")
            self.assertEqual(len(told["brackets"]), 1)
            bracket = told["brackets"][0]
            self.assertLess(bracket["lower"]["mean"], -1000)
            self.assertGreater(bracket["upper"]["mean"], -1000)
            widths.append(bracket["upper"]["at"][0] - bracket["lower"]["at"][0])
            self.assertEqual((len(told["points"]), told["again"]), (1, []))
            self.assertAlmostEqual(told["points"][0][0], (bracket["upper"]["at"][0] + bracket["lower"]["at"][0]) / 2)
            folder = self.run_study(told["file"], f"round{number}")
            base = [json.loads((f / "plan.json").read_text())["base"] for f in (sources[0], folder)]
            self.assertEqual(base[0], base[1])
            merged = self.folder / f"round{number}.h5"
            self.told(0, "sweep", "merge", folder, "-o", merged)
            shutil.rmtree(folder)
            sources.append(merged)
        self.assertEqual(len(widths), 3)
        for before, after in zip(widths, widths[1:]):
            self.assertAlmostEqual(after, before / 2)

    def test_differences_are_those_of_the_merged_file(self):
        import xarray
        folder = self.run_study(self.sweep(outcomes=["spending", "arrears", "waiting_weeks", "reserve"], time="months", years=3), "a")
        merged = self.folder / "a.h5"
        self.told(0, "sweep", "merge", folder, "-o", merged)
        with xarray.open_dataset(merged, engine="h5netcdf") as data, \
                xarray.open_dataset(merged, engine="h5netcdf", group="parts_of_ratios") as parts:
            def paired(values):
                return (values.isel(scenario=1) - values.isel(scenario=0)).mean("replicate").values
            wait = [parts[f"waiting_weeks_{end}"].sum("time").sum(data.waiting_weeks.attrs["split"]) for end in ("numerator", "denominator")]
            expected = {"spending/municipality": paired(data.spending.sel(payer="municipality").sum("time")),
                        "spending": paired(data.spending.sum("payer").sum("time")),
                        "arrears": paired(data.arrears.mean("time")),
                        "reserve": paired(data.reserve.isel(time=-1)),
                        "waiting_weeks": paired(wait[0] / wait[1] / data.waiting_weeks.attrs["divisor"])}
        for source in (folder, merged):
            for outcome, means in expected.items():
                # Beyond all differences, so that the nearest point is that with the smallest or the largest.
                for target, nearest in ((-1e9, min(means)), (1e9, max(means))):
                    told = self.suggest(source, "--outcome", outcome, "--target", target)
                    self.assertAlmostEqual(told["nearest"]["mean"], nearest, places=6, msg=outcome)
                    self.assertEqual(told["known"], 3)

    def test_along_the_axis_that_was_asked_for(self):
        bill = {"parameter": "finances.bill_chance", "values": [0.04, 0.15]}
        folder = self.run_study(self.sweep(axes=[{"lever": LEVER, "values": [0, 1]}, bill]), "a")
        for place, name in enumerate((LEVER, "finances.bill_chance")):
            told = self.suggest(folder, "--outcome", "spending/municipality", "--axis", name, "--target", -1)
            self.assertEqual(told["axis"], name)
            # The cut saves money, whatever a bill does: it flips along the amount, on both lines, and never along the other.
            self.assertEqual(len(told["brackets"]), 0 if place else 2)
            for bracket in told["brackets"]:
                lower, upper = bracket["lower"]["at"], bracket["upper"]["at"]
                self.assertEqual((lower[0], upper[0], lower[1]), (0, 1, upper[1]))

    def test_no_flip_is_said_and_writes_nothing(self):
        folder = self.run_study(self.sweep(), "a")
        told = self.suggest(folder, "--outcome", "arrears", "--target", 1e6, "-o", self.folder / "next.json")
        self.assertEqual((told["brackets"], told["points"], told["file"]), ([], [], None))
        self.assertFalse((self.folder / "next.json").exists())
        text = self.expect(0, "sweep", "suggest", folder, "--outcome", "arrears", "--target", "1e6").stdout
        self.assertIn("Nergens een omslag", text)

    def test_wrong_words_and_studies_that_do_not_belong_together(self):
        folder = self.run_study(self.sweep(), "a")
        for words, code in ((["--outcome", "spendign"], "E0215"), (["--outcome", "spending/muncipality"], "E0215"),
                            (["--outcome", "arrears/x"], "E0215"), (["--outcome", "arrears", "--scenario", "verkokerd"], "E0215"),
                            (["--outcome", "arrears", "--axis", "amount"], "E0215"), (["--outcome", "arrears", "--target", "x"], "E0002"),
                            (["--outcome", "problematic_debt"], "E0215"), (["--outcome", "arrears", "-o", folder / "plan.json"], "E0301")):
            self.assertEqual(self.code("sweep", "suggest", folder, *words), code, words)
        other = self.run_study(self.sweep("ander", seed=6), "b")
        problem = self.told(2, "sweep", "suggest", folder, other, "--outcome", "arrears")["problems"][0]
        self.assertEqual(problem["code"], "E0605")
        self.assertIn("een andere basis", problem["message"])
        third = self.run_study(self.sweep("derde", scenarios=["verkokerd", "integraal"], axes=[{"parameter": "finances.bill_chance", "values": [0.1]}]), "d")
        fourth = self.run_study(self.sweep("vierde", axes=[{"parameter": "finances.bill_chance", "values": [0.1]}]), "e")
        problem = self.told(2, "sweep", "suggest", third, fourth, "--outcome", "arrears")["problems"][0]
        self.assertIn("andere scenario's", problem["message"])
        shard = folder / "shards/shard-00000.h5"
        self.assertEqual(self.code("sweep", "suggest", shard, "--outcome", "arrears"), "E0605")
        # More replicates of the same question belong together.
        more = self.run_study(self.sweep("meer", replicates=3), "c")
        self.assertEqual(self.suggest(folder, more, "--outcome", "arrears", "--target", 1e6)["nearest"]["pairs"], 3)


if __name__ == "__main__":
    unittest.main()

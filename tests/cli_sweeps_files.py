#!/usr/bin/python3
"""What scripts may rely on once a study has been run: `sweep merge`, `export`, `inspect` and `rerun --point`.

Run with /usr/bin/python3 tests/cli_sweeps_files.py; ONTKOKER names another program than build/release/ontkoker.
"""
import csv
import json
import os
import resource
import shutil
import subprocess
import unittest

import h5py
import numpy as np

from cli_case import Case, PROGRAM, ROOT
from cli_sweeps import SweepCase


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class MergeCase(SweepCase):
    def merge(self, folder, name="m.h5", *words, code=0, **options):
        path = self.folder / name
        return path, json.loads(self.expect(code, "sweep", "merge", folder, "-o", path, "--json", "-q", *words, **options).stdout)

    def merged(self, name="a", points=None, **more):
        folder = self.plan(name, points, **more)
        self.run_all(folder)
        path, told = self.merge(folder, f"{name}.h5")
        return folder, path, told

    def entries(self):
        return sorted(os.listdir(self.folder))


class Merge(MergeCase):
    def test_the_digest_does_not_depend_on_how_the_study_was_run(self):
        folder, path, told = self.merged()
        runs = self.POINTS * self.REPLICATES
        self.assertEqual((told["points"], told["done"], told["failed"], told["missing"]), (self.POINTS, self.POINTS, 0, 0))
        self.assertEqual((told["runs"], told["done_runs"], told["failed_runs"], told["missing_runs"]), (runs, runs, 0, 0))
        self.assertEqual((told["partial"], told["virtual"], told["file"], told["bytes"]), (False, False, str(path), path.stat().st_size))
        self.assertGreater(told["seconds"], 0)
        self.assertRegex(told["digest"], "^[0-9a-f]{32}$")
        other = self.plan("other")
        for task in ("3/3", "1/3", "2/3"):
            self.run_all(other, "--tasks", task, "--threads", 1)
        again, other_told = self.merge(other, "other.h5")
        self.assertEqual(other_told["digest"], told["digest"])
        self.assertEqual(again.read_bytes(), path.read_bytes())
        cut = self.plan("cut", per_shard=4)
        self.run_all(cut)
        self.assertEqual(self.merge(cut, "cut.h5")[1]["digest"], told["digest"])
        seeded = self.plan("seeded", seed=6)
        self.run_all(seeded)
        self.assertNotEqual(self.merge(seeded, "seeded.h5")[1]["digest"], told["digest"])
        seen = json.loads(self.expect(0, "inspect", path, "--json").stdout)
        self.assertEqual((seen["digest"], seen["plan_digest"], seen["partial"]), (told["digest"], told["plan_digest"], False))
        with h5py.File(path) as file:
            self.assertEqual(file["spending"].shape[:4], (self.POINTS, 2, self.REPLICATES, 2))
            self.assertEqual(list(file["point"][()]), list(range(self.POINTS)))
            self.assertEqual(file["help.ambulant.tariff"][3], 55 + 30 * 3 / self.POINTS)
            self.assertFalse(np.isnan(file["spending"][()]).any())

    def test_missing_damaged_and_foreign_shards_are_all_told(self):
        folder, _, told = self.merged()
        self.shard(folder, 1).unlink()
        before = self.entries()
        problem = self.problem(2, folder, "-o", self.folder / "x.h5", command="merge")
        self.assertEqual(problem["code"], "E0604")
        self.assertIn("deel 1", problem["message"])
        self.assertIn(f"ontkoker sweep run {folder}", problem["hint"])
        bad = self.shard(folder, 0)
        whole = bad.read_bytes()
        bad.write_bytes(whole[:2000] + bytes([whole[2000] ^ 4]) + whole[2001:])
        problems = json.loads(self.expect(3, "sweep", "merge", folder, "-o", self.folder / "x.h5", "--json").stdout)["problems"]
        self.assertEqual([problem["code"] for problem in problems], ["E0612", "E0604"])
        self.assertEqual(problems[0]["file"], str(bad))
        other = self.plan("other", seed=6)
        self.run_all(other)
        for ending in (".h5", ".json"):
            shutil.copy(self.shard(other, 2, ending), self.shard(folder, 2, ending))
        problems = json.loads(self.expect(3, "sweep", "merge", folder, "-o", self.folder / "x.h5", "--json").stdout)["problems"]
        self.assertEqual([problem["code"] for problem in problems], ["E0612", "E0610", "E0604"])
        self.assertEqual(self.entries(), sorted(before + ["other", "other.json"]))
        bad.write_bytes(whole)
        path, partial = self.merge(folder, "part.h5", "--partial")
        self.assertEqual((partial["partial"], partial["missing"], partial["missing_runs"], partial["left_out_shards"]), (True, 4, 8, [1, 2]))
        self.assertNotEqual(partial["digest"], told["digest"])
        with h5py.File(path) as file:
            self.assertEqual(file.attrs["partial"], 1)
            self.assertEqual(file["status"][()].tolist(), [[0, 0]] * 2 + [[2, 2]] * 4)
            self.assertTrue(np.isnan(file["spending"][2:]).all())
            self.assertFalse(np.isnan(file["spending"][:2]).any())
        self.assertIn("8 ontbreken", self.expect(0, "inspect", path).stdout)

    def test_an_existing_file_a_full_disk_and_a_wrong_folder_lose_nothing(self):
        folder, path, told = self.merged()
        before = path.read_bytes()
        self.assertEqual(self.merge(folder, "a.h5", code=2)[1]["problems"][0]["code"], "E0301")
        size = len(before)

        def tight():
            resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

        full = self.merge(folder, "b.h5", code=3, preexec_fn=tight)[1]["problems"][0]
        self.assertEqual(full["code"], "E0302")
        self.assertRegex(full["message"], r"nodig: ongeveer \d+ bytes")
        full = self.merge(folder, "a.h5", "--overwrite", code=3, preexec_fn=tight)[1]["problems"][0]
        self.assertEqual(full["code"], "E0302")
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(self.merge(folder, "a.json/b.h5", code=3)[1]["problems"][0]["code"], "E0302")
        self.assertEqual(self.problem(2, self.folder, "-o", self.folder / "c.h5", command="merge")["code"], "E0601")
        self.assertEqual(self.entries(), ["a", "a.h5", "a.json"])
        self.assertEqual(self.merge(folder, "a.h5", "--overwrite")[1]["digest"], told["digest"])
        self.assertEqual(path.read_bytes(), before)

    def test_failed_runs_are_in_the_file_with_their_error(self):
        folder = self.plan()
        self.doctor("break", folder, 1)
        path, told = self.merge(folder)
        self.assertEqual((told["failed_runs"], told["failed"], told["done"], told["missing"]), (self.POINTS, self.POINTS, 0, 0))
        with h5py.File(path) as file:
            self.assertEqual(file["status"][()].tolist(), [[0, 1]] * self.POINTS)
            self.assertIn("E0401", file["error"].asstr()[0, 1])
            self.assertTrue(np.isnan(file["spending"][:, :, 1]).all())
            self.assertFalse(np.isnan(file["spending"][:, :, 0]).any())
        text = self.expect(0, "inspect", path).stdout
        self.assertIn("6 mislukt", text)
        self.assertIn("punt 5, herhaling 1: E0401", text)

    def test_the_virtual_view_gives_the_same_numbers_and_refuses_when_a_shard_has_gone(self):
        folder, path, told = self.merged()
        view, virtual = self.merge(folder, "v.h5", "--virtual")
        self.assertEqual((virtual["digest"], virtual["virtual"]), (told["digest"], True))
        self.assertEqual(json.loads(self.expect(0, "inspect", view, "--json").stdout)["kind"], "virtual")
        for name in ("m", "v"):
            self.expect(0, "export", {"m": path, "v": view}[name], "-o", self.folder / f"{name}.csv", "-q")
        self.assertEqual((self.folder / "m.csv").read_bytes(), (self.folder / "v.csv").read_bytes())
        self.shard(folder, 2).unlink()
        self.assertIn("E0305", self.expect(3, "inspect", view).stderr)
        self.assertEqual(self.merge(folder, "w.h5", "--virtual", code=2)[1]["problems"][0]["code"], "E0604")
        part, partial = self.merge(folder, "w.h5", "--virtual", "--partial")
        self.assertEqual((partial["partial"], partial["missing_runs"]), (True, 4))
        self.assertEqual(json.loads(self.expect(0, "inspect", part, "--json").stdout)["missing_runs"], 4)


class Inspect(MergeCase):
    def test_text_json_and_plan(self):
        folder, path, told = self.merged()
        text = self.expect(0, "inspect", path).stdout
        for word in ("proef", "woudenberg", "help.ambulant.tariff", "spending", told["digest"], "55 tot 80"):
            self.assertIn(word.lower(), text.lower())
        self.assertIn("a merged study", self.expect(0, "inspect", path, "--lang", "en").stdout)
        seen = json.loads(self.expect(0, "inspect", path, "--json").stdout)
        self.assertEqual((seen["kind"], seen["design"], seen["points"], seen["replicates"], seen["time_step"]),
                         ("merged", "list", self.POINTS, self.REPLICATES, "year"))
        self.assertEqual([axis["name"] for axis in seen["axes"]], ["help.ambulant.tariff"])
        self.assertEqual((seen["axes"][0]["least"], seen["axes"][0]["most"]), (55, 80))
        self.assertEqual([outcome["name"] for outcome in seen["outcomes"]], ["spending", "problematic_debt"])
        self.assertEqual(self.expect(0, "inspect", path, "--config").stdout, (folder / "plan.json").read_text())
        shard = self.shard(folder, 1)
        seen = json.loads(self.expect(0, "inspect", shard, "--json").stdout)
        self.assertEqual((seen["kind"], seen["first_point"], seen["points"], seen["plan_digest"]), ("shard", 2, 2, told["plan_digest"]))
        self.assertIn("plan.json", self.expect(2, "inspect", shard, "--config").stderr)
        whole = path.read_bytes()
        path.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
        self.assertIn("E0308", self.expect(3, "inspect", path).stderr)


class Export(MergeCase):
    def export(self, file, *words, code=0):
        table = self.folder / "t.csv"
        result = self.expect(code, "export", file, "-o", table, "--overwrite", "--json", "-q", *words)
        return (rows_of(table) if code == 0 else None), json.loads(result.stdout)

    def test_a_result_file_by_month_and_by_year(self):
        path, _ = self.run_small("r.h5")
        rows, told = self.export(path, "--outcome", "spending", "--outcome", "problematic_debt", "--outcome", "requests")
        self.assertEqual(list(rows[0]), ["scenario", "replicate", "year", "month", "outcome", "part", "value", "unit"])
        self.assertEqual((told["rows"], told["by"], told["outcomes"]), (len(rows), "month", ["spending", "problematic_debt", "requests"]))
        with h5py.File(path) as file:
            spending, payers = file["spending"][()], [part.decode() for part in file["payer"][()]]
            debt = file["problematic_debt"][()]
        mine = [row for row in rows if row["outcome"] == "spending"]
        self.assertEqual([float(row["value"]) for row in mine], spending.ravel().tolist())
        self.assertEqual([row["part"] for row in mine[:len(payers)]], payers)
        self.assertEqual((mine[0]["unit"], mine[-1]["month"], mine[-1]["replicate"]), ("EUR", "12", "1"))
        self.assertEqual([float(row["value"]) for row in rows if row["outcome"] == "problematic_debt"], debt.ravel().tolist())
        years, told = self.export(path, "--by", "year")
        self.assertEqual(list(years[0]), ["scenario", "replicate", "year", "outcome", "part", "value", "unit"])
        self.assertEqual(len({row["outcome"] for row in years}), len(told["outcomes"]))
        first = [float(row["value"]) for row in years if row["outcome"] == "spending" and row["replicate"] == "0"]
        cents = np.rint(spending[0, 0] * 100).sum(axis=0)
        self.assertEqual(first, (cents / 100).tolist())
        mean = [float(row["value"]) for row in years if row["outcome"] == "problematic_debt" and row["replicate"] == "0"]
        self.assertEqual(mean, [debt[0, 0].sum() / 12])

    def test_a_ratio_is_a_ratio_of_sums_and_nothing_is_an_empty_cell(self):
        path, _ = self.run_small("r.h5")
        with h5py.File(path) as file:
            ratios = [name for name, item in file.items() if item.attrs.get("aggregation") == b"ratio"]
            above, below, unit = {}, {}, {}
            for name in ratios:
                above[name] = file[f"parts_of_ratios/{name}_numerator"][()].sum(axis=2).ravel()
                below[name] = file[f"parts_of_ratios/{name}_denominator"][()].sum(axis=2).ravel()
                unit[name] = file[name].attrs["divisor"]
        self.assertGreater(len(ratios), 3)
        rows, _ = self.export(path, "--by", "year", *[word for name in ratios for word in ("--outcome", name)])
        empty = 0
        for name in ratios:
            values = [row["value"] for row in rows if row["outcome"] == name]
            expected = ["" if b == 0 else a / b / unit[name] for a, b in zip(above[name], below[name])]
            self.assertEqual([value and float(value) for value in values], expected, name)
            empty += values.count("")
        months, _ = self.export(path, *[word for name in ratios for word in ("--outcome", name)])
        self.assertGreater(sum(row["value"] == "" for row in months), 0)

    def test_a_study_by_month_summed_is_the_study_by_year(self):
        outcomes = ["spending", "problematic_debt", "reserve", "waiting_weeks"]
        _, yearly, _ = self.merged("jaren", 2, outcomes=outcomes)
        _, monthly, _ = self.merged("maanden", 2, outcomes=outcomes, time="months")
        years, told = self.export(yearly)
        self.assertEqual(list(years[0])[:4], ["point", "help.ambulant.tariff", "scenario", "replicate"])
        self.assertEqual(told["by"], "year")
        summed, _ = self.export(monthly, "--by", "year")
        self.assertEqual(summed, years)
        months, _ = self.export(monthly)
        self.assertEqual(len(months), 12 * len(years))
        problem = self.export(yearly, "--by", "month", code=2)[1]["problems"][0]
        self.assertIn("jaren", problem["message"])

    def test_wrong_words_are_told_before_anything_is_written(self):
        path, _ = self.run_small("r.h5")
        table = self.folder / "t.csv"
        result = self.expect(2, "export", path, "-o", table, "--outcome", "spendin", "--outcome", "xyz")
        self.assertIn("bedoelde u spending?", result.stderr)
        self.assertIn("xyz", result.stderr)
        table.write_text("kostbaar")
        self.assertIn("E0301", self.expect(2, "export", path, "-o", table).stderr)
        self.assertEqual(table.read_text(), "kostbaar")
        self.assertIn("E0305", self.expect(3, "export", self.folder / "nergens.h5", "-o", self.folder / "u.csv").stderr)

        def tight():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        self.assertIn("E0302", self.expect(3, "export", path, "-o", self.folder / "u.csv", preexec_fn=tight).stderr)
        self.assertEqual(self.entries(), ["r.h5", "t.csv"])


class Rerun(MergeCase):
    def rerun(self, path, point, replicate, *words, code=0):
        return json.loads(self.expect(code, "rerun", path, "--point", point, "--replicate", replicate, "--json", "-q", *words).stdout)

    def test_one_run_alone_gives_its_digest_whatever_is_recorded(self):
        folder, path, _ = self.merged("a", 3)
        with h5py.File(path) as file:
            digests = file["run_digest"].asstr()[()]
            kept = file["spending"][()]
        self.assertEqual(len(set(digests.ravel())), 6)
        for point, replicate, threads in ((0, 0, 1), (2, 1, 2)):
            told = self.rerun(path, point, replicate, "--threads", threads)
            self.assertEqual((told["same"], told["digest"], told["status_in_file"]), (True, digests[point, replicate], "done"))
            self.assertEqual(told["axes"], {"help.ambulant.tariff": 55 + 30 * point / 3})
            full, journal = self.folder / f"vol{threads}.h5", self.folder / f"dagboek{threads}.csv"
            told = self.rerun(path, point, replicate, "-o", full, "--journal", journal, "--threads", threads)
            self.assertEqual((told["same"], told["digest"]), (True, digests[point, replicate]))
            seen = json.loads(self.expect(0, "inspect", full, "--json").stdout)
            self.assertEqual((seen["replicates"], seen["first_replicate"], len(seen["scenarios"])), (1, replicate, 2))
            with h5py.File(full) as file:
                self.assertEqual(list(file["replicate"][()]), [replicate])
                cents = np.rint(file["spending"][:, 0] * 100)
                cents = cents.reshape(2, 2, 12, -1).sum(axis=2)   # scenario, year, payer
                self.assertEqual((cents / 100).tolist(), kept[point, :, replicate].tolist())
            again = json.loads(self.expect(0, "rerun", full, "--json", "-q").stdout)
            self.assertTrue(again["same"])
            self.assertEqual(again["digest"], seen["digest"])
        self.assertIn("dezelfde digest", self.expect(0, "rerun", path, "--point", 0, "--replicate", 1, "-q").stdout)

    def test_the_journal_holds_every_scenario_and_does_not_depend_on_threads(self):
        folder = self.plan("a", 1)
        file = self.folder / "a.json"
        sweep = json.loads(file.read_text())
        sweep.update(axes=[{"lever": "minimaregeling_amount", "from": "2026-07", "scenarios": ["boemerang-minimaregeling"]}], points=[[0.5]])
        file.write_text(json.dumps(sweep))
        self.expect(0, "sweep", "plan", file, "-o", folder, "--overwrite")
        self.run_all(folder)
        path, _ = self.merge(folder)
        one, two = self.folder / "1.csv", self.folder / "2.csv"
        told = self.rerun(path, 0, 1, "--journal", one, "--threads", 1)
        self.rerun(path, 0, 1, "--journal", two, "--threads", 2, "--grain", 7)
        self.assertEqual(one.read_bytes(), two.read_bytes())
        rows = rows_of(one)
        self.assertEqual(len(rows), told["events"])
        self.assertGreater(len(rows), 100)
        self.assertEqual({row["scenario"] for row in rows}, {"verkokerd", "boemerang-minimaregeling"})
        story = {}
        for name in ("verkokerd", "boemerang-minimaregeling"):
            days = [int(row["day"]) for row in rows if row["scenario"] == name]
            self.assertEqual(days, sorted(days), name)
            self.assertTrue(0 <= days[0] < 31 and days[-1] > 700, name)
            story[name] = [tuple(value for key, value in row.items() if key != "scenario") for row in rows if row["scenario"] == name]
            dates = [row["date"] for row in rows if row["scenario"] == name]
            self.assertTrue("2026-01-01" <= dates[0] < "2026-02" and "2027-12" < dates[-1] < "2028-01-07", (dates[0], dates[-1]))
        past = {name: [row for row in story[name] if row[0] < "2026-07"] for name in story}
        self.assertEqual(past["verkokerd"], past["boemerang-minimaregeling"])
        self.assertNotEqual(story["verkokerd"], story["boemerang-minimaregeling"])
        self.assertIn("scheme_granted", {row["event"] for row in rows})
        self.assertTrue(any(row["name"] for row in rows if row["event"] == "scheme_granted"))
        self.assertIn("E0301", self.expect(2, "rerun", path, "--point", 0, "--replicate", 1, "--journal", one).stderr)

    def test_a_failing_point_fails_again_with_the_same_error(self):
        self.doctor("value", self.plan("goed", 2), self.folder / "fout", 1, 1e9)
        folder = self.folder / "fout"
        self.run_all(folder, code=1)
        path, told = self.merge(folder)
        self.assertEqual((told["failed"], told["failed_runs"]), (1, self.REPLICATES))
        with h5py.File(path) as file:
            error = file["error"].asstr()[1, 0]
        problem = self.rerun(path, 1, 0, code=1)["problems"][0]
        self.assertTrue(error.startswith(f"{problem['code']} {problem['message']}"), (error, problem))
        self.assertIn("dezelfde fout", problem["hint"])
        self.assertTrue(self.rerun(path, 0, 0)["same"])

    def test_a_run_that_failed_and_now_succeeds_is_told(self):
        folder = self.plan("a", 2)
        self.doctor("break", folder, 1)
        path, _ = self.merge(folder)
        told = self.rerun(path, 1, 1, code=1)
        self.assertEqual((told["status_in_file"], told["same"]), ("failed", False))
        self.assertIn("E0401", told["error_in_file"])
        self.assertIn("in het bestand mislukt: E0401", self.expect(1, "rerun", path, "--point", 1, "--replicate", 1, "-q").stdout)

    def test_a_missing_run_can_be_run(self):
        folder, path, _ = self.merged("a", 4)
        with h5py.File(path) as file:
            digest = file["run_digest"].asstr()[3, 1]
        self.shard(folder, 1).unlink()
        part, _ = self.merge(folder, "part.h5", "--partial")
        told = self.rerun(part, 3, 1)
        self.assertEqual((told["status_in_file"], told["digest"], told["digest_in_file"]), ("missing", digest, ""))

    def test_wrong_words_are_told_all_at_once(self):
        folder, path, _ = self.merged("a", 3)
        problems = self.rerun(path, 3, 2, code=2)["problems"]
        self.assertEqual(len(problems), 2)
        self.assertIn("0 tot en met 2", problems[0]["message"])
        self.assertIn("0 tot en met 1", problems[1]["message"])
        text = self.expect(2, "rerun", path).stderr
        self.assertIn("--point ontbreekt: 0 tot en met 2", text)
        self.assertIn("--replicate ontbreekt: 0 tot en met 1", text)
        self.assertIn("sweep merge", self.expect(2, "rerun", self.shard(folder, 0), "--point", 0, "--replicate", 0).stderr)
        result, _ = self.run_small("r.h5")
        self.assertIn("horen bij een studie", self.expect(2, "rerun", result, "--point", 0).stderr)
        self.assertIn("horen bij een studie", self.expect(2, "rerun", result, "--journal", self.folder / "j.csv").stderr)
        self.assertFalse((self.folder / "j.csv").exists())

    def test_interrupted_leaves_nothing(self):
        _, path, _ = self.merged("a", 1)
        full, journal = self.folder / "vol.h5", self.folder / "dagboek.csv"
        process = subprocess.Popen([PROGRAM, "rerun", str(path), "--point", "0", "--replicate", "0", "-o", str(full), "--journal", str(journal),
                                    "--json", "-q"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4000):
            if any(self.folder.glob("dagboek.csv.tmp.*")):
                break
            try:
                process.wait(0.005)
            except subprocess.TimeoutExpired:
                continue
            break
        process.terminate()
        stdout, stderr = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130, stdout + stderr)
        self.assertEqual(self.entries(), ["a", "a.h5", "a.json"])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
"""What scripts may rely on in `ontkoker sweep run` and `sweep status`: the same shards whatever the order, tasks, threads, kills and
restarts; every kind of damage told, and nothing lost.

Run with /usr/bin/python3 tests/cli_sweeps.py; ONTKOKER names another program than build/release/ontkoker.
"""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import time
import unittest

from cli_case import Case, PROGRAM, ROOT

DOCTOR = os.environ.get("SWEEP_DOCTOR", str(pathlib.Path(PROGRAM).resolve().parent / "tests/sweep_doctor"))


class SweepCase(Case):
    POINTS, REPLICATES = 6, 2
    SHARDS = 3  # of two points each

    def plan(self, name="a", points=None, per_shard=2, **more):
        points = points or self.POINTS
        sweep = {"name": "proef", "nl": "Een proef", "en": "A try", "municipality": "woudenberg",
                 "scenarios": ["verkokerd", "boemerang-minimaregeling"], "years": 2, "replicates": self.REPLICATES, "seed": 5,
                 "sample": 20, "design": {"kind": "list"}, "axes": [{"parameter": "help.ambulant.tariff"}],
                 "points": [[55 + 30 * i / points] for i in range(points)], "outcomes": ["spending", "problematic_debt"], **more}
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(sweep))
        folder = self.folder / name
        self.expect(0, "sweep", "plan", file, "-o", folder, "--points-per-shard", per_shard)
        return folder

    def run_all(self, folder, *words, code=0, **options):
        return json.loads(self.expect(code, "sweep", "run", folder, "--json", "-q", *words, **options).stdout)

    def status(self, folder, code=0):
        return json.loads(self.expect(code, "sweep", "status", folder, "--json").stdout)

    def problem(self, code, folder, *words, command="run", **options):
        """The first problem of a command that must end with `code`."""
        told = json.loads(self.expect(code, "sweep", command, folder, "--json", *words, **options).stdout)
        return told["problems"][0]

    @staticmethod
    def shards(folder):
        return {path.name: path.read_bytes() for path in (folder / "shards").iterdir()}

    def shard(self, folder, number, ending=".h5"):
        return folder / "shards" / f"shard-{number:05d}{ending}"

    def start(self, folder, *words):
        return subprocess.Popen([PROGRAM, "sweep", "run", str(folder), "--json", *words], cwd=ROOT, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, start_new_session=True)

    def doctor(self, *words):
        result = subprocess.run([DOCTOR, *map(str, words)], capture_output=True, text=True, timeout=600, cwd=ROOT)
        self.assertEqual(result.returncode, 0, result.stderr)


class SameBits(SweepCase):
    def test_tasks_threads_and_order_change_no_bit(self):
        whole = self.plan()
        told = self.run_all(whole, "--threads", 1)
        runs = self.POINTS * self.REPLICATES
        self.assertEqual((told["points"], told["runs"], told["done"], told["failed"]), (self.POINTS, runs, runs, 0))
        self.assertEqual((told["shards_written"], told["runs_made"]), (self.SHARDS, runs))
        for key in ("seconds", "cpu_seconds", "peak_bytes"):
            self.assertGreater(told[key], 0)
        expected = self.shards(whole)
        self.assertEqual(len(expected), 2 * self.SHARDS)
        self.assertEqual(self.status(whole)["done"], self.POINTS)
        again = self.run_all(whole)
        self.assertEqual((again["done"], again["runs_made"], again["shards_written"]), (runs, 0, 0))
        for number, threads in enumerate((2, 4)):
            folder = self.plan(f"threads{number}")
            self.run_all(folder, "--threads", threads)
            self.assertEqual(self.shards(folder), expected)
        for number, order in enumerate((["1/2", "2/2"], ["3/3", "1/3", "2/3"], ["4/5", "2/5", "5/5", "1/5", "3/5"])):
            folder = self.plan(f"order{number}")
            done = sum(self.run_all(folder, "--tasks", task, "--threads", 1)["done"] for task in order)
            self.assertEqual(done, runs)
            self.assertEqual(self.shards(folder), expected)

    def test_another_seed_or_value_gives_other_shards(self):
        first, second = self.plan("a", 1, 1), self.plan("b", 1, 1, seed=6)
        self.run_all(first)
        self.run_all(second)
        self.assertNotEqual(self.shard(first, 0).read_bytes(), self.shard(second, 0).read_bytes())

    def test_shards_do_not_depend_on_how_they_are_cut(self):
        """The runs of a point are the same in whatever shard: their digests stand in the files."""
        import h5py
        digests = []
        for per_shard in (1, 4):
            folder = self.plan(f"cut{per_shard}", 4, per_shard)
            self.run_all(folder)
            found = []
            for path in sorted((folder / "shards").glob("*.h5")):
                with h5py.File(path, "r") as file:
                    found += [cell.decode() for row in file["run_digest"][()] for cell in row]
            digests.append(found)
        self.assertEqual(len(set(digests[0])), 4 * self.REPLICATES)
        self.assertEqual(digests[0], digests[1])


class Killed(SweepCase):
    POINTS = 24

    def kills(self, folder, times, seed, *tasks):
        """Kills the process groups of all tasks at random moments until it happened `times` times, then lets them end."""
        luck = random.Random(seed)
        killed = 0
        for _ in range(20 * times):
            processes = [self.start(folder, "-q", *words) for words in tasks]
            if killed == times:
                break
            time.sleep(luck.uniform(0.02, 0.45))
            for process in processes:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    killed += 1
                process.communicate(timeout=60)
        for process in processes:
            out, err = process.communicate(timeout=300)
            self.assertEqual(process.returncode, 0, out + err)
        return killed

    def test_killed_ten_times_and_restarted_gives_the_same_shards(self):
        whole = self.plan("whole", per_shard=1)
        self.run_all(whole)
        expected = self.shards(whole)
        folder = self.plan("killed", per_shard=1)
        self.assertEqual(self.kills(folder, 10, 1, []), 10)
        self.assertEqual(self.shards(folder), expected)
        self.assertEqual(self.status(folder), self.status(whole))
        split = self.plan("split", per_shard=1)
        self.assertGreaterEqual(self.kills(split, 10, 2, ["--tasks", "1/2", "--threads", "1"], ["--tasks", "2/2", "--threads", "1"]), 10)
        self.assertEqual(self.shards(split), expected)
        self.assertEqual(self.status(split), self.status(whole))

    def test_two_commands_on_one_study_share_the_work(self):
        folder = self.plan("shared", per_shard=2)
        processes = [self.start(folder, "-q", "--threads", "1") for _ in range(2)]
        told = []
        for process in processes:
            out, err = process.communicate(timeout=300)
            self.assertEqual(process.returncode, 0, err)
            told.append(json.loads(out))
        runs = self.POINTS * self.REPLICATES
        self.assertEqual(sum(one["runs_made"] for one in told), runs)
        self.assertEqual(sum(one["shards_written"] for one in told), self.POINTS // 2)
        for one in told:  # both say how the whole study stands
            self.assertEqual(one["done"], runs)
            self.assertGreater(one["runs_made"], 0)
        self.assertEqual(self.status(folder)["done"], self.POINTS)

    def test_stopped_by_a_signal_it_keeps_finished_runs_and_goes_on(self):
        folder = self.plan("whole", per_shard=self.POINTS)
        self.run_all(folder)
        expected = self.shards(folder)
        folder = self.plan("stopped", per_shard=self.POINTS)
        kept = 0
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1):
            process = self.start(folder, "--threads", "1")
            for line in process.stderr:
                if int(re.search(r"(\d+) van", line)[1]) > kept:
                    break
            process.send_signal(sign)
            out, _ = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 130, sign)
            problem = json.loads(out)["problems"][0]
            self.assertEqual(problem["code"], "E0499")
            status = self.status(folder)
            self.assertGreater(status["kept_in_parts"], kept)
            kept = status["kept_in_parts"]
            self.assertRegex(problem["hint"], rf"^{kept} van {self.POINTS * self.REPLICATES} ")
            self.assertEqual((status["done"], status["missing_shards"]), (0, [0]))
        told = self.run_all(folder)
        self.assertEqual(told["runs_made"], self.POINTS * self.REPLICATES - kept)
        self.assertEqual(self.shards(folder), expected)


class Failures(SweepCase):
    def test_an_impossible_point_is_recorded_and_does_not_stop_the_rest(self):
        self.plan("sound")
        folder = self.folder / "a"
        self.doctor("value", self.folder / "sound", folder, 3, 1234.5)
        result = self.expect(1, "sweep", "run", folder)
        self.assertRegex(result.stderr, r"MISLUKT: punt 3, herhaling 0: E0204 .*: 1234.5 valt buiten 51 .. 95")
        self.assertIn("--retry-failed", result.stderr)
        status = self.status(folder)
        self.assertEqual((status["points"], status["done"], status["failed"]), (6, 5, 1))
        self.assertEqual((status["runs"], status["done_runs"], status["failed_runs"]), (12, 10, 2))
        self.assertEqual([(one["point"], one["replicate"]) for one in status["failures"]], [(3, 0), (3, 1)])
        self.assertIn("1234.5", status["failures"][0]["error"])
        self.assertEqual(status["shards"], {"total": 3, "whole": 3, "absent": 0, "damaged": 0, "foreign": 0})
        before = self.shards(folder)
        told = self.run_all(folder, code=1)
        self.assertEqual((told["runs_made"], told["failed"]), (0, 2))
        told = self.run_all(folder, "--retry-failed", code=1)  # only those
        self.assertEqual((told["runs_made"], told["failed"]), (2, 2))
        self.assertEqual(self.shards(folder), before)

    def test_a_broken_law_is_a_failure_and_can_be_run_again(self):
        sound = self.plan("sound")
        self.run_all(sound)
        folder = self.plan("a")
        self.doctor("break", folder, 1)
        status = self.status(folder)
        self.assertEqual((status["done"], status["failed"], status["failed_runs"]), (0, 6, 6))
        self.assertRegex(status["failures"][0]["error"], "^E0401 wet gebroken in herhaling 1")
        self.assertIn("E0401", self.expect(0, "sweep", "status", folder, "--lang", "en").stderr)
        told = self.run_all(folder, "--retry-failed")
        self.assertEqual((told["runs_made"], told["done"], told["failed"]), (6, 12, 0))
        self.assertEqual(self.shards(folder), self.shards(sound))


class Damage(SweepCase):
    def setUp(self):
        super().setUp()
        self.study = self.plan()
        self.run_all(self.study)
        self.good = self.shards(self.study)

    def test_a_truncated_shard_is_told_kept_aside_and_run_again(self):
        path = self.shard(self.study, 1)
        path.write_bytes(path.read_bytes()[:-100])
        status = self.status(self.study, code=3)
        self.assertEqual((status["shards"]["damaged"], status["missing_shards"], status["done"]), (1, [1], 4))
        problem = status["problems"][0]
        self.assertEqual((problem["code"], problem["file"]), ("E0612", str(path)))
        self.assertIn("sweep run", problem["hint"])
        result = self.expect(0, "sweep", "run", self.study)
        self.assertIn("E0612", result.stderr)
        self.assertIn(".h5.damaged", result.stderr)
        now = self.shards(self.study)
        self.assertEqual(now.pop("shard-00001.h5.damaged"), self.good["shard-00001.h5"][:-100])
        self.assertEqual(now, self.good)

    def test_a_shard_of_another_plan_stops_everything_and_is_left_alone(self):
        other = self.plan("other", seed=6)
        path = self.shard(other, 1)
        path.parent.mkdir(exist_ok=True)
        for ending in (".h5", ".json"):
            shutil.copy(self.shard(self.study, 1, ending), path.parent)
        problem = self.problem(3, other)
        self.assertEqual((problem["code"], problem["file"]), ("E0610", str(path)))
        self.assertTrue(problem["hint"])
        self.assertEqual(self.status(other, code=3)["shards"]["foreign"], 1)
        self.assertEqual(self.shards(other), {name: self.good[name] for name in ("shard-00001.h5", "shard-00001.json")})
        self.shard(other, 1, ".json").unlink()  # the file says so itself
        self.assertEqual(self.problem(3, other)["code"], "E0610")
        # Tasks that do not have that shard go on.
        self.assertEqual(self.run_all(other, "--tasks", "1/3")["done"], 4)

    def test_a_shard_of_another_version_stops_everything_and_is_left_alone(self):
        line = self.shard(self.study, 2, ".json")
        line.write_text(line.read_text().replace('"version": "', '"version": "9.'))
        before = self.shards(self.study)
        problem = self.problem(3, self.study)
        self.assertEqual((problem["code"], problem["file"]), ("E0611", str(self.shard(self.study, 2))))
        self.assertIn("9.", problem["message"])
        self.assertEqual(self.shards(self.study), before)

    def test_a_study_that_another_version_planned_is_refused(self):
        self.doctor("version", self.study, self.folder / "old", "0.0.9")
        for command in ("run", "status"):
            problem = self.problem(2, self.folder / "old", command=command)
            self.assertEqual(problem["code"], "E0602")
            self.assertIn("0.0.9", problem["message"])

    def test_an_edited_plan_is_refused_and_nothing_is_lost(self):
        path = self.study / "plan.json"
        text = path.read_text()
        path.write_text(text.replace('"seed": 5', '"seed": 7'))
        self.assertNotEqual(path.read_text(), text)
        self.shard(self.study, 0).unlink()
        left = self.shards(self.study)
        for command in ("run", "status"):
            problem = self.problem(2, self.study, command=command)
            self.assertEqual(problem["code"], "E0603")
        self.assertEqual(self.shards(self.study), left)
        path.write_text(text)
        self.assertEqual(self.run_all(self.study)["runs_made"], 4)
        self.assertEqual(self.shards(self.study), self.good)

    def test_where_no_study_is_and_wrong_tasks(self):
        for command in ("run", "status"):
            self.assertEqual(self.problem(2, self.folder, command=command)["code"], "E0601")
        for tasks in ("0/2", "3/2", "1", "a/b", "1/2x", "-1/2", "1/"):
            self.assertIn(tasks, self.problem(2, self.study, f"--tasks={tasks}")["message"])


class NoRoom(SweepCase):
    def test_a_limit_on_file_size_loses_nothing(self):
        folder = self.plan()
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        for bytes_a_file in (300, 8192):  # room for nothing; for what is kept of a shard, not for the shard
            problem = self.problem(3, folder, "-q", "--threads", 1,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_a_file, hard)))
            self.assertEqual((problem["code"], problem["file"]), ("E0302", str(self.shard(folder, 0))))
            self.assertRegex(problem["message"], r"nodig: \d+ bytes")
            self.assertEqual(list(self.shards(folder)), [] if bytes_a_file == 300 else ["shard-00000.part"])
        kept = self.status(folder)["kept_in_parts"]
        self.assertEqual(kept, 4)
        told = self.run_all(folder)
        self.assertEqual((told["done"], told["runs_made"]), (12, 12 - kept))
        whole = self.plan("whole")
        self.run_all(whole)
        self.assertEqual(self.shards(folder), self.shards(whole))

    def mounted(self, script, folder):
        """Runs a shell script with mounts of its own, or skips where that is not allowed."""
        enter = ["unshare", "--mount", "--propagation", "private"]
        trial = subprocess.run([*enter, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(self.folder)], capture_output=True)
        if trial.returncode != 0:
            self.skipTest("this place allows no mounts: " + trial.stderr.decode(errors="replace").strip())
        return subprocess.run([*enter, "sh", "-c", script, "sh", PROGRAM, str(folder)], capture_output=True, text=True, cwd=ROOT,
                              timeout=300)

    def test_a_full_disk_loses_nothing(self):
        whole = self.plan("whole")
        self.run_all(whole)
        expected = self.shards(whole)
        size = len(expected["shard-00000.h5"])
        folder = self.plan()
        # Room for one shard and a half. What was finished is copied out, as a person would make room.
        script = f"""
            mkdir "$2/shards"; mount -t tmpfs -o size={(3 * size // 2 // 4096 + 2) * 4096},nr_inodes=64 tmpfs "$2/shards" || exit 99
            "$1" sweep run "$2" --threads 1 -q --json; code=$?
            mkdir "$2/saved"; cp "$2/shards/"* "$2/saved"; exit $code"""
        result = self.mounted(script, folder)
        self.assertEqual(result.returncode, 3, result.stdout + result.stderr)
        problem = json.loads(result.stdout)["problems"][0]
        self.assertEqual(problem["code"], "E0302")
        self.assertRegex(problem["message"], r"nodig: \d+ bytes; vrij op dit volume: \d+ bytes")
        saved = {path.name: path.read_bytes() for path in (folder / "saved").iterdir()}
        self.assertEqual(saved["shard-00000.h5"], expected["shard-00000.h5"])
        self.assertFalse([name for name in saved if ".tmp." in name])
        shutil.rmtree(folder / "shards")
        (folder / "saved").rename(folder / "shards")
        told = self.run_all(folder)
        self.assertEqual(told["done"], 12)
        self.assertLess(told["runs_made"], 12)
        self.assertEqual(self.shards(folder), expected)

    def test_a_folder_in_which_nothing_may_be_written(self):
        folder = self.plan()
        (folder / "shards").write_text("a file")
        problem = self.problem(3, folder)
        self.assertEqual((problem["code"], problem["file"]), ("E0302", str(folder / "shards")))
        (folder / "shards").unlink()
        result = self.mounted('mount --bind "$2" "$2" && mount -o remount,ro,bind "$2" && "$1" sweep run "$2" --json', folder)
        self.assertEqual(result.returncode, 3, result.stdout + result.stderr)
        problem = json.loads(result.stdout)["problems"][0]
        self.assertEqual(problem["code"], "E0302")
        self.assertTrue(problem["hint"])
        self.assertEqual(self.run_all(folder)["done"], 12)


class Told(SweepCase):
    def test_progress_with_runs_and_time_left_and_silence(self):
        folder = self.plan()
        result = self.expect(0, "sweep", "run", folder, "--threads", 1)
        self.assertRegex(result.stderr, r"(?m)^ *\d+%  \d+ van 12 runs  nog \d+ s$")
        self.assertRegex(result.stdout, "12 van 12 runs af, 0 mislukt; 3 delen geschreven")
        self.assertIn("sweep merge", result.stderr)
        shutil.rmtree(folder / "shards")
        self.assertEqual(self.expect(0, "sweep", "run", folder, "-q", "--json").stderr, "")

    def test_status_tells_how_far_it_is(self):
        folder = self.plan()
        self.run_all(folder, "--tasks", "2/3")
        status = self.status(folder)
        self.assertEqual((status["points"], status["done"], status["failed"]), (6, 2, 0))
        self.assertEqual((status["runs"], status["done_runs"], status["failed_runs"], status["kept_in_parts"]), (12, 4, 0, 0))
        self.assertEqual(status["shards"], {"total": 3, "whole": 1, "absent": 2, "damaged": 0, "foreign": 0})
        self.assertEqual(status["missing_shards"], [0, 2])
        self.assertRegex(status["plan_digest"], "^[0-9a-f]{32}$")
        self.assertEqual((status["failures"], status["problems"]), ([], []))
        self.assertIn("2 van 6 punten af", self.expect(0, "sweep", "status", folder).stdout)
        english = self.expect(0, "sweep", "status", folder, "--lang", "en")
        self.assertIn("2 of 6 points done", english.stdout)
        self.assertIn("Next: ontkoker sweep run", english.stderr)

    def test_nothing_but_the_study_is_needed(self):
        folder = self.plan()
        self.run_all(folder, cwd="/")
        self.assertEqual(self.status(folder)["done"], 6)


if __name__ == "__main__":
    unittest.main()

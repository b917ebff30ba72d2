#!/usr/bin/python3
"""The same study on one machine and on a real Slurm, with kills: always the same merged file.

Run with /usr/bin/python3 tests/cluster/slurm_test.py. Uses Debian's slurm-wlm, munge, parallel and strace, and root for Slurm; what is
not there is skipped with the reason.
"""
import atexit
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import study as studies
from local_slurm import LocalSlurm, Unavailable, ends_with_parent, wait_for

CLUSTER = studies.ROOT / "analysis/cluster"
sys.path.insert(0, str(CLUSTER))
import drive  # noqa: E402

DRIVER, SWEEP_JOB, MERGE_JOB = CLUSTER / "drive.py", CLUSTER / "sweep.sbatch", CLUSTER / "merge.sbatch"
POINTS, POINTS_PER_SHARD = 32, 2
SHARDS = POINTS // POINTS_PER_SHARD
KILLS = 10


def setUpModule():
    """The study, run serially: what every other way must give."""
    global folder, reference_study, reference
    # A step of tests/run starts with the signals of a keyboard ignored; then nothing would end the daemons.
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, stop)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="ontkoker-cluster-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)   # an interrupted unittest skips its own cleaning
    reference_study = studies.plan(folder / "reference", POINTS, POINTS_PER_SHARD)
    assert POINTS * studies.REPLICATES >= 64
    studies.call("sweep", "run", reference_study, "--threads", 1, "--quiet")
    reference = studies.merged(reference_study)


def stop(*_):
    raise KeyboardInterrupt


class OneMachine(unittest.TestCase):
    def setUp(self):
        self.study = studies.copy(reference_study, folder / self.id().split(".")[-1] / "study")

    def tearDown(self):
        shutil.rmtree(self.study.parent)

    def test_tasks_in_shuffled_order_with_other_threads(self):
        parts = list(range(1, SHARDS + 1))
        random.Random(6).shuffle(parts)
        self.assertNotEqual(parts, sorted(parts))
        for at, part in enumerate(parts):
            studies.part(self.study, part, SHARDS, threads=1 + at % 3)
        self.assertEqual(studies.merged(self.study), reference)

    def test_split_in_two_and_killed_at_random_ten_times(self):
        luck = random.Random(10)
        kills, running = 0, {}
        try:
            while kills < KILLS:
                self.assertTrue(studies.status(self.study)["missing_shards"], f"it was whole after {kills} kills: too short a study")
                for part in (1, 2):
                    if part not in running or running[part].poll() is not None:
                        running[part] = subprocess.Popen([studies.PROGRAM, "sweep", "run", self.study, "--tasks", f"{part}/2",
                                                          "--threads", "1", "--quiet"], cwd=studies.ROOT)
                time.sleep(luck.uniform(0.05, 0.6))
                victim = running[luck.choice((1, 2))]
                victim.kill()
                kills += victim.wait() == -signal.SIGKILL
        finally:
            for process in running.values():
                process.kill()
                process.wait()
        before = studies.whole_shards(self.study)
        self.assertLess(before, SHARDS)
        for part in (1, 2):
            studies.part(self.study, part, 2)
        self.assertEqual(studies.merged(self.study), reference)

    def test_the_driver_takes_a_damaged_shard_for_a_missing_one_and_stops_at_a_foreign_one(self):
        program = drive.Program(studies.PROGRAM, self.study)
        studies.part(self.study, 1, SHARDS)
        damaged = studies.damage_a_shard(self.study)
        told = program.status()
        self.assertEqual((told["missing_shards"], told["shards"]["damaged"]), (list(range(SHARDS)), 1))
        studies.part(self.study, 1, SHARDS)
        self.assertEqual((program.status()["missing_shards"], program.status()["shards"]["damaged"]), (list(range(1, SHARDS)), 0))
        studies.part(self.study, 2, SHARDS)
        second = next(file for file in (self.study / "shards").glob("shard-*.h5") if file != damaged)
        shutil.copy(damaged, second)   # the points of the first shard in the place of those of the second
        with self.assertRaises(drive.Stop) as end:
            program.status()
        self.assertEqual(end.exception.code, 3)
        self.assertIn("E0610", str(end.exception))

    def test_two_commands_where_the_file_system_has_no_locks(self):
        without_locks = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK"]
        try:
            subprocess.run([*without_locks, "true"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as why:
            self.skipTest(f"strace cannot be used: {why}")
        both = [subprocess.Popen([*without_locks, studies.PROGRAM, "sweep", "run", self.study, "--threads", "1"], cwd=studies.ROOT,
                                 stderr=subprocess.PIPE, text=True) for _ in range(2)]
        for process in both:
            told = process.communicate(timeout=600)[1]
            self.assertEqual(process.returncode, 0, told)
            self.assertIn("geen sloten", told)
        self.assertEqual(studies.merged(self.study), reference)

    def test_plain_shells(self):
        script = 'for i in 1 2 3; do "$0" sweep run "$1" --threads 1 --tasks $i/3 --quiet & done; wait'
        subprocess.run(["bash", "-c", script, studies.PROGRAM, self.study], check=True, timeout=600, cwd=studies.ROOT,
                       capture_output=True)
        self.assertEqual(studies.merged(self.study), reference)

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed (Debian: parallel)")
    def test_gnu_parallel(self):
        done = subprocess.run(["parallel", "--will-cite", "-j2", studies.PROGRAM, "sweep", "run", self.study, "--threads", "1", "--quiet",
                               "--tasks", "{}/8", ":::", *map(str, range(1, 9))], capture_output=True, text=True, timeout=300,
                              check=False, cwd=studies.ROOT, env=dict(os.environ, HOME=str(self.study.parent)))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(studies.merged(self.study), reference)


class Slurm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.why_not = None
        try:
            cls.slurm = LocalSlurm(nodes=4, cpus=1)
            atexit.register(cls.slurm.stop)
            cls.addClassCleanup(cls.nothing_is_left)
            cls.slurm.start()
        except Unavailable as why:
            cls.why_not = f"no Slurm here: {why}"

    @classmethod
    def nothing_is_left(cls):
        cls.slurm.stop()
        wait_for(lambda: not cls.slurm.left_over() and not cls.slurm.listening(), 5, "the end of all daemons")

    def setUp(self):
        if self.why_not:
            self.skipTest(self.why_not)
        self.environment = dict(self.slurm.environment, ONTKOKER=studies.PROGRAM)
        self.folder = folder / self.id().split(".")[-1]
        self.drivers = []

    def tearDown(self):
        for driver in self.drivers:
            driver.kill()
            driver.wait()   # some have been read to the end before
            driver.stdout.close()
        self.slurm.ask("scancel", "--user=root")
        shutil.rmtree(self.folder, ignore_errors=True)

    def drive(self, study, *words):
        """Starts the driver, with a look every half second; returns when it has told something."""
        told = study.parent / f"driver-{len(self.drivers)}.err"
        with open(told, "w", encoding="utf-8") as err:
            driver = subprocess.Popen([DRIVER, study, "-o", study.parent / "merged.h5", "--cpus", "1", "--interval", "0.5", *words, "--",
                                       "--time=5"], env=self.environment, stdout=subprocess.PIPE, stderr=err, text=True,
                                      preexec_fn=ends_with_parent)
        driver.told = told
        self.drivers.append(driver)
        wait_for(lambda: told.stat().st_size or driver.poll() is not None, 60, "the first words of the driver")
        return driver

    def ended(self, driver, study, code=0):
        """(standard output, standard error) of a driver that must end with this code."""
        try:
            out, _ = driver.communicate(timeout=300)
        except subprocess.TimeoutExpired:
            driver.kill()
            out, _ = driver.communicate()
        err = driver.told.read_text()
        self.assertEqual(driver.returncode, code, "\n".join([err, self.logs(study), self.slurm.ask("squeue"), self.slurm.last_words()]))
        return out, err

    def logs(self, study):
        return "\n".join(f"--- {log.name}\n{log.read_text()}" for log in sorted((study / "cluster").glob("*.log")))

    def running_on(self, node):
        return self.slurm.ask("squeue", "--noheader", "--states=running", "--nodelist", node).strip()

    def test_a_node_and_the_controller_die(self):
        study = studies.copy(reference_study, self.folder / "study")
        driver = self.drive(study, "--tasks", str(SHARDS))
        wait_for(lambda: studies.whole_shards(study) >= 2 and self.running_on("n2"), 180, "a task on n2")
        self.slurm.kill("n2")
        self.slurm.ask("scontrol", "update", "nodename=n2", "state=down", "reason=crash")
        at_node = studies.whole_shards(study)
        wait_for(lambda: studies.whole_shards(study) >= at_node + 3, 180, "shards after the loss of a node")
        self.slurm.kill("slurmctld")
        at_controller = studies.whole_shards(study)
        self.assertLess(at_controller, SHARDS, "the controller died too late to matter")
        time.sleep(1)
        self.slurm.start_controller()
        self.slurm.start_node("n2")
        out, err = self.ended(driver, study)
        file = study.parent / "merged.h5"
        self.assertEqual((out.strip(), studies.bytes_of(file)), reference)
        # What the node ran was begun twice.
        begun = [line.split()[2] for line in self.logs(study).splitlines() if ", start " in line]
        self.assertGreater(len(begun), len(set(begun)), self.logs(study))
        self.assertEqual(set(begun), {f"{i + 1}/{SHARDS}" for i in range(SHARDS)})
        # Once more: nothing to do, the same answer.
        out, _ = self.ended(self.drive(study, "--tasks", str(SHARDS)), study)
        self.assertEqual(out.strip(), reference[0])

    def test_jobs_and_a_shard_that_got_lost_are_submitted_again_by_a_driver_that_was_killed(self):
        study = studies.copy(reference_study, self.folder / "study")
        first = self.drive(study, "--tasks", "6", "--at-once", "2")
        wait_for(lambda: studies.whole_shards(study) >= 1, 180, "a shard")
        first.kill()
        first.communicate()
        damaged = studies.damage_a_shard(study)
        second = self.drive(study, "--tasks", "6")
        third = self.drive(study, "--tasks", "6")
        self.assertIn("another driver", self.ended(third, study, code=2)[1])
        # To the driver it is all the same whether a controller forgot jobs or somebody took them away.
        self.slurm.ask("scancel", "--user=root")
        wait_for(lambda: "submitted parts" in second.told.read_text(), 60, "a submission of the second driver")
        # Nor does it stop at one submission of its own.
        whole = studies.whole_shards(study)
        wait_for(lambda: studies.whole_shards(study) > whole, 180, "another shard")
        self.slurm.ask("scancel", "--user=root")
        self.assertTrue(studies.status(study)["missing_shards"], "the jobs were taken away too late to matter")
        out, err = self.ended(second, study)
        self.assertEqual((out.strip(), studies.bytes_of(study.parent / "merged.h5")), reference)
        self.assertGreaterEqual(err.count("submitted parts"), 2, err)
        self.assertIn(", 1 damaged;", err)
        self.assertTrue(list(damaged.parent.glob(damaged.name + ".damaged*")))

    def test_gives_up_when_submissions_bring_nothing(self):
        study = studies.copy(reference_study, self.folder / "study")
        program = self.folder / "program"
        program.write_text(f'#!/bin/sh\n[ "$1 $2" != "sweep run" ] || exit 3\nexec {studies.PROGRAM} "$@"\n')
        program.chmod(0o755)
        _, err = self.ended(self.drive(study, "--tasks", "2", "--attempts", "2", "--program", program), study, code=3)
        self.assertIn(f"gave up: 2 submissions in a row brought nothing; missing: shards 0-{SHARDS - 1}.", err)
        self.assertEqual(err.count("submitted parts 1-2 of 2"), 2)

    def submit(self, *words, program=studies.PROGRAM):
        """(exit code, standard output) of sbatch with these words."""
        done = subprocess.run(["sbatch", "--parsable", "--cpus-per-task=1", *map(str, words)], capture_output=True, text=True,
                              env=dict(self.environment, ONTKOKER=str(program)), check=False, timeout=300)
        return done.returncode, done.stdout.strip() + done.stderr.strip()

    def begun_task(self, parts):
        """The first of so many parts as a job, after its first shard: study, log, number of the job."""
        study, log = studies.copy(reference_study, self.folder / "study"), self.folder / "task.log"
        code, job = self.submit("--array=1", "--output", log, SWEEP_JOB, study, parts)
        self.assertEqual(code, 0, job)
        wait_for(lambda: studies.whole_shards(study) >= 1, 180, "a shard")
        return study, log, job

    def wait_for_empty_queue(self):
        wait_for(lambda: not self.slurm.ask("squeue", "--noheader").strip(), 180, "the end of the task")

    def test_a_signal_before_the_time_limit_stops_cleanly_and_the_task_starts_again(self):
        study, log, job = self.begun_task(4)
        self.slurm.ask("scancel", "--signal=USR1", "--batch", f"{job}_1")
        self.wait_for_empty_queue()
        told = log.read_text()
        self.assertRegex(told, r"(?s)start 1\n.*ended with code 130\n.*start 2\n.*ended with code 0\n")
        missing = studies.status(study)["missing_shards"]
        self.assertEqual(missing, [shard for shard in range(SHARDS) if shard % 4])

    def test_slurm_itself_starts_a_task_again_when_its_node_dies(self):
        study, log, _ = self.begun_task(2)
        node = re.search(r" on (n\d), start 1\n", log.read_text())[1]
        self.slurm.kill(node)
        self.slurm.ask("scontrol", "update", f"nodename={node}", "state=down", "reason=crash")
        self.wait_for_empty_queue()
        self.slurm.start_node(node)
        self.assertRegex(log.read_text(), r"(?s) start 2\n.*ended with code 0\n")
        self.assertEqual(studies.status(study)["missing_shards"], [shard for shard in range(SHARDS) if shard % 2])

    def test_codes_of_a_task(self):
        self.folder.mkdir()
        program = self.folder / "program"
        for own, of_task in ((0, 0), (1, 0), (2, 2), (3, 3)):
            program.write_text(f"#!/bin/sh\necho $*\nexit {own}\n")
            program.chmod(0o755)
            code, told = self.submit("--wait", "--array=2", "--output", self.folder / "log", SWEEP_JOB, "PLAN", 5, program=program)
            self.assertEqual(code, of_task, told + (self.folder / "log").read_text())
            self.assertIn("sweep run PLAN --tasks 2/5 --threads 1", (self.folder / "log").read_text())
        code, _ = self.submit("--wait", "--array=2", "--output", self.folder / "log", SWEEP_JOB, "PLAN", program=program)
        self.assertEqual(code, 2)   # an array with gaps does not say how many parts there are

    def test_the_merge_refuses_while_shards_are_missing(self):
        study = studies.copy(reference_study, self.folder / "study")
        studies.part(study, 1, SHARDS)
        code, told = self.submit("--wait", "--output", self.folder / "log", MERGE_JOB, study, self.folder / "merged.h5")
        self.assertEqual(code, 2, told)
        self.assertIn("E0604", (self.folder / "log").read_text())
        self.assertFalse((self.folder / "merged.h5").exists())

    def test_listens_on_the_loopback_only(self):
        listening = self.slurm.listening()
        self.assertEqual(sorted(port for _, port in listening), sorted(self.slurm.ports))
        self.assertEqual({address for address, _ in listening}, {"0100007F"})   # 127.0.0.1


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))

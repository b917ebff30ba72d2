#!/usr/bin/env python3
"""Runs a study on a Slurm cluster until it is whole: submits, watches, submits again what got lost, merges.

    analysis/cluster/drive.py PLANDIR -o MERGED.h5 [--tasks 16] [--cpus 2] [-- further words for sbatch]

Runs on a machine that may submit jobs. It believes the shards and not the queue: a controller that is killed just after a
submission forgets jobs, and a task may end without having done its part. When none of the study's jobs is in the queue in two
looks in a row and shards are missing, it submits the parts that they belong to. A damaged shard counts as missing: its part
puts it aside and runs it again; a shard of another plan or version ends the driver. It gives up after some submissions in a row
that brought no shard (--attempts). It may be stopped and started again at any moment: jobs go on without it, and it finds
them by their name, which follows from the study and its folder.

Standard output: the digest of the merged file. Everything else goes to standard error; logs of the jobs to PLANDIR/cluster/.
Ends with 0: merged; 1: merged, and some runs failed (recorded in the file); 2: wrong command line, or a study that cannot be
run; 3: gave up, or a file; 130: stopped on request. Python 3.6 or later, its own library only.
"""
import argparse
import fcntl
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
FEW = 12  # of a list in a message


class Stop(Exception):
    """An end with an exit code and a text."""

    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


def say(text):
    print(time.strftime("%H:%M:%S ") + text, file=sys.stderr, flush=True)


def run(words, **options):
    """(exit code, standard output, standard error) of a command."""
    try:
        done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              universal_newlines=True, check=False, **options)
    except OSError as problem:
        raise Stop(2, "{}: {}".format(words[0], problem.strerror))
    return done.returncode, done.stdout, done.stderr


def ranges(numbers):
    """[1, 2, 3, 7] as Slurm writes it: 1-3,7."""
    parts = []
    for number in sorted(numbers):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ",".join(str(first) if first == last else "{}-{}".format(first, last) for first, last in parts)


class Program:
    """What ontkoker tells of the study and of the merged file."""

    def __init__(self, path, plan):
        self.path, self.plan = path, plan

    def ask(self, *words):
        """(exit code, JSON object) of a command."""
        code, out, err = run([self.path, *words, "--json"])
        try:
            return code, json.loads(out)
        except ValueError:
            raise Stop(3, "{} {} ended with code {} and told no JSON: {}".format(self.path, " ".join(map(str, words)), code, err.strip()))

    def status(self):
        """How far the study is. Damaged shards end the command with code 3, but are among the missing ones and can be mended."""
        code, told = self.ask("sweep", "status", self.plan)
        only_damaged = code == 3 and "shards" in told and told["shards"]["foreign"] == 0
        if code > 1 and not only_damaged:
            raise Stop(code, problems(told))
        return told

    def merged(self, file):
        """What the merged file says of itself; nothing where it is not there."""
        if not file.exists():
            return None
        code, told = self.ask("inspect", file)
        if code:
            raise Stop(3, problems(told))
        return told


def problems(told):
    return "; ".join("{code} {message}".format(**problem) for problem in told.get("problems", [])) or json.dumps(told)


class Queue:
    """The jobs of one study."""

    def __init__(self, wanted, plan_digest):
        self.wanted = wanted
        where = "{} {}".format(wanted.plan.resolve(), plan_digest)
        self.name = "ontkoker-" + hashlib.sha256(where.encode()).hexdigest()[:12]
        self.merge_name = self.name + "-merge"

    def jobs(self):
        """[(name, id, state, reason)] of those in the queue, None when the controller does not answer."""
        code, out, _ = run(["squeue", "--noheader", "--array", "--name", self.name + "," + self.merge_name, "--format", "%j|%i|%T|%r"])
        if code:
            return None
        return [tuple(line.strip().split("|", 3)) for line in out.splitlines() if line.strip()]

    def submit(self, name, script, words, *options):
        """The id of a new job, None when it was not accepted (or not known to be)."""
        log = self.wanted.plan / "cluster" / ("{}-%A_%a.log" if name == self.name else "{}-%j.log").format(script.stem)
        environment = dict(os.environ, ONTKOKER=self.wanted.program)
        code, out, err = run(["sbatch", "--parsable", "--export=ALL", "--job-name", name, "--output", log, *options,
                              *self.wanted.sbatch, script, *words], env=environment)
        if code:
            say("sbatch: " + (err.strip() or "code {}".format(code)))
            return None
        return out.strip().split(";")[0]

    def submit_parts(self, parts):
        """An array of these parts and a merge that waits for it."""
        array = ranges(parts) + ("%{}".format(self.wanted.at_once) if self.wanted.at_once else "")
        job = self.submit(self.name, HERE / "sweep.sbatch", [self.wanted.plan, self.wanted.tasks], "--array", array,
                          "--cpus-per-task", self.wanted.cpus)
        if job:
            say("submitted parts {} of {} as job {}".format(ranges(parts), self.wanted.tasks, job))
            self.submit_merge("--dependency", "afterany:" + job)

    def submit_merge(self, *options):
        job = self.submit(self.merge_name, HERE / "merge.sbatch", [self.wanted.plan, self.wanted.output], *options)
        if job:
            say("submitted the merge as job {}".format(job))


class Driver:
    def __init__(self, wanted):
        self.wanted = wanted
        self.program = Program(wanted.program, wanted.plan)
        told = self.program.status()
        self.plan_digest = told["plan_digest"]
        wanted.tasks = min(wanted.tasks, told["shards"]["total"])
        self.queue = Queue(wanted, self.plan_digest)
        self.empty_looks = 0      # in a row, with nothing in the queue
        self.in_vain = 0          # submissions in a row that brought nothing
        self.missing_then = None  # shards at the last submission
        self.seconds_to_look = 0
        self.last_said = None

    def finished(self):
        """What the merged file says of itself, once it is there."""
        told = self.program.merged(self.wanted.output)
        if told is None:
            return None
        if told.get("plan_digest") != self.plan_digest or told.get("partial"):
            raise Stop(2, "{} is there already and is not the whole of this study; give another name".format(self.wanted.output))
        return told

    def step(self):
        """One look: what the merged file says when everything is done, else None after doing what is needed."""
        jobs = self.queue.jobs()   # before the shards: what ends in between is then seen as done
        began = time.monotonic()
        status = self.program.status()
        missing = status["missing_shards"]
        self.seconds_to_look = time.monotonic() - began
        if not missing:
            told = self.finished()
            if told:
                return told
        self.tell(jobs, status["shards"])
        if jobs is None:
            return None
        if any(name == self.queue.name or (not missing and name == self.queue.merge_name) for name, *_ in jobs):
            self.empty_looks = 0
            return None
        self.empty_looks += 1
        if self.empty_looks < 2 and self.missing_then is not None:
            return None
        self.submit(jobs, missing)
        return None

    def submit(self, jobs, missing):
        if self.missing_then is not None and len(missing) >= self.missing_then:
            self.in_vain += 1
            if self.in_vain >= self.wanted.attempts:
                raise Stop(3, "gave up: {} submissions in a row brought nothing; {} See the logs in {}".format(
                    self.in_vain, "missing: shards " + ranges(missing) + "." if missing else "the merge fails.",
                    self.wanted.plan / "cluster"))
        else:
            self.in_vain = 0
        self.missing_then = len(missing)
        self.empty_looks = 0
        for _, job, *_ in jobs:    # a merge whose array is gone
            run(["scancel", job])
        if missing:
            self.queue.submit_parts(sorted({shard % self.wanted.tasks + 1 for shard in missing}))
        else:
            self.queue.submit_merge()

    def tell(self, jobs, shards):
        """Says where things stand, when that is news."""
        if jobs is None:
            queue = "the controller does not answer"
        else:
            states = [state for _, _, state, _ in jobs]
            queue = ", ".join("{} {}".format(states.count(state), state.lower()) for state in sorted(set(states))) or "nothing"
            stuck = ["{} ({})".format(job, reason) for _, job, state, reason in jobs if state == "PENDING" and "held" in reason.lower()]
            if stuck:
                queue += "; held: {} (scontrol release JOB)".format(", ".join(stuck[:FEW]))
        damaged = ", {} damaged".format(shards["damaged"]) if shards["damaged"] else ""
        said = "{} of {} shards{}; in the queue: {}".format(shards["whole"], shards["total"], damaged, queue)
        if said != self.last_said:
            say(said)
        self.last_said = said

    def drive(self):
        while True:
            told = self.step()
            if told:
                return told
            # To look at the shards is to read them, so of a large study less often.
            time.sleep(max(self.wanted.interval, 20 * self.seconds_to_look))


def only_one(folder):
    """Holds a lock for as long as this process lives: two drivers of one study would submit everything twice."""
    folder.mkdir(exist_ok=True)
    file = open(str(folder / "driver.lock"), "a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Stop(2, "another driver is at work on this study")
    except OSError as problem:   # a file system without locks
        say("no lock against a second driver: {}".format(problem.strerror))
    return file


def command_line():
    words = sys.argv[1:]
    at = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(usage="%(prog)s PLANDIR -o MERGED.h5 [options] [-- further words for sbatch]",
                                     description=__doc__.split("\n\n")[0])
    parser.add_argument("plan", metavar="PLANDIR", type=pathlib.Path)
    parser.add_argument("-o", "--output", metavar="MERGED.h5", type=pathlib.Path, required=True)
    parser.add_argument("--program", default=os.environ.get("ONTKOKER", "ontkoker"), help="(ontkoker, or what ONTKOKER names)")
    parser.add_argument("--tasks", type=int, default=16, help="parts in which the study is cut, at most one a shard (16)")
    parser.add_argument("--at-once", type=int, default=0, help="tasks that run at the same time (no limit)")
    parser.add_argument("--cpus", type=int, default=2, help="threads of a task (2)")
    parser.add_argument("--attempts", type=int, default=3, help="submissions in a row that may bring nothing (3)")
    parser.add_argument("--interval", type=float, default=30, help="seconds between two looks (30)")
    wanted = parser.parse_args(words[:at])
    wanted.sbatch = words[at + 1:]
    if min(wanted.tasks, wanted.cpus, wanted.attempts) < 1 or wanted.at_once < 0 or wanted.interval <= 0:
        parser.error("numbers must be positive")
    return wanted


def main():
    wanted = command_line()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, interrupted)
    try:
        program = shutil.which(wanted.program)
        if not program:
            raise Stop(2, "no program {}: name it with --program or ONTKOKER".format(wanted.program))
        wanted.program = os.path.abspath(program)
        wanted.plan = wanted.plan.resolve()
        wanted.output = pathlib.Path(os.path.abspath(str(wanted.output)))
        driver = Driver(wanted)
        lock = only_one(wanted.plan / "cluster")
        told = driver.drive()
        lock.close()
    except Stop as end:
        say(str(end))
        return end.code
    except KeyboardInterrupt:
        say("stopped; jobs in the queue go on, and the same command goes on watching")
        return 130
    print(told["digest"])
    failed = driver.program.status()["failed_runs"]
    if failed:
        say("{} runs failed; the file holds their errors".format(failed))
    return 1 if failed else 0


def interrupted(*_):
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())

"""A small study for the tests beside this file, and the ways to run and merge it. ONTKOKER names another program than
build/release/ontkoker."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ONTKOKER", str(ROOT / "build/release/ontkoker"))
REPLICATES = 2
SWEEP = {
    "name": "cluster-test", "nl": "Een kleine studie voor de toetsen", "en": "A small study for the tests",
    "municipality": "woudenberg", "scenarios": ["verkokerd", "boemerang-minimaregeling"], "years": 2, "replicates": REPLICATES, "seed": 6,
    "sample": 6, "outcomes": ["spending", "problematic_debt", "waiting_weeks"],
    "axes": [{"parameter": "children.livelihood_stress"},
             {"lever": "minimaregeling_amount", "low": 0.5, "high": 1.5, "from": "2026-07"}],
}


def call(*words, code=0, program=None, **options):
    """Runs the program, which must end with this code; its JSON object where it was asked for."""
    done = subprocess.run([program or PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=600, check=False,
                          cwd=ROOT, **options)
    if done.returncode != code:
        raise AssertionError(f"{words} ended with {done.returncode}, not {code}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return json.loads(done.stdout) if "--json" in words else done.stdout


def plan(folder, points, points_per_shard):
    """Makes a study of that many points; its folder."""
    folder.mkdir(parents=True)
    file = folder / "sweep.json"
    file.write_text(json.dumps(dict(SWEEP, design={"kind": "latin-hypercube", "size": points, "seed": 3})))
    call("sweep", "plan", file, "-o", folder / "study", "--points-per-shard", points_per_shard, "--quiet")
    return folder / "study"


def copy(study, folder):
    """The same plan in another folder, without results."""
    folder.mkdir(parents=True)
    shutil.copy(study / "plan.json", folder)
    return folder


def part(study, i, n, threads=1, code=0):
    call("sweep", "run", study, "--tasks", f"{i}/{n}", "--threads", threads, "--quiet", code=code)


def merged(study):
    """(digest that the program tells, digest of the file's bytes) of the merged study."""
    file = study.parent / (study.name + ".h5")
    told = call("sweep", "merge", study, "-o", file, "--json", "--quiet")
    return told["digest"], bytes_of(file)


def bytes_of(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def status(study):
    return call("sweep", "status", study, "--json")


def damage_a_shard(study):
    """Cuts the first whole shard in half; its path."""
    file = next(line.with_suffix(".h5") for line in sorted((study / "shards").glob("shard-*.json")) if line.with_suffix(".h5").exists())
    os.truncate(str(file), file.stat().st_size // 2)
    return file


def whole_shards(study):
    """Number of shards with their line of the manifest, by a look at the folder only: cheap enough to wait for."""
    return len([line for line in (study / "shards").glob("shard-*.json") if line.with_suffix(".h5").exists()])

"""Running programs and counting what they cost; building the yardsticks; statistics of ratios."""
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEVELS = ["x86-64", "x86-64-v3", "x86-64-v4"]  # instruction sets for which there are kernels
MONTHS = 120


class Failed(Exception):
    pass


def run(command, kernels=None):
    """CPU seconds (all threads), seconds on the clock, peak bytes and output of one run."""
    env = dict(os.environ)
    env.pop("ONTKOKER_KERNELS", None)
    if kernels:
        env["ONTKOKER_KERNELS"] = kernels
    begin = os.times().elapsed
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=env, cwd=ROOT) as process:
        out = process.stdout.read()
        problems = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}: exit code {process.returncode}\n{problems[-2000:]}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "seconds": os.times().elapsed - begin,
            "peak": usage.ru_maxrss * 1024, "out": out}


def processor():
    """Name, number of processors and the widest instruction set for which there are kernels."""
    text = subprocess.run(["lscpu"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout
    fields = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    flags = set(fields.get("Flags", "").split())
    v3 = {"avx2", "bmi1", "bmi2", "fma", "movbe", "f16c"} <= flags
    v4 = v3 and {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"} <= flags
    return {"model": fields.get("Model name", "?").strip(), "cores": os.cpu_count(),
            "instructions": LEVELS[2] if v4 else LEVELS[1] if v3 else LEVELS[0]}


def build_yardsticks(folder, work, levels):
    """The programs of ../shared/bench, the lower bound once for each instruction set; {} where the folder is absent."""
    if not (folder / "lower_bound.cpp").exists():
        print(f"yardsticks: no lower_bound.cpp in {folder}; rows that need them are skipped", file=sys.stderr)
        return {}
    work.mkdir(parents=True, exist_ok=True)
    made = {}

    def compile_one(name, source, *options):
        target = work / name
        if not target.exists() or target.stat().st_mtime < (folder / source).stat().st_mtime:
            subprocess.run(["g++", "-std=c++20", "-O3", *options[:-1], folder / source, "-o", target, *options[-1:]],
                           check=True)
        made[name] = [target]

    for level in levels:
        compile_one(f"lower_bound {level}", "lower_bound.cpp", "-ffp-contract=off", "-fno-math-errno",
                    "-fno-trapping-math", "-w", f"-march={level}",
                    *(["-mprefer-vector-width=512"] if level == LEVELS[2] else []), "-DREAL=double", "-ltbb")
    compile_one("naive", "naive.cpp", "-w")
    python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
    if subprocess.run([python, "-c", "import numpy"], capture_output=True).returncode == 0:
        made["numpy"] = [python, folder / "numpy_model.py"]
    else:
        print("yardsticks: numpy is missing (package python3-numpy); its row is skipped", file=sys.stderr)
    return made


def month_loop(command, households, months=MONTHS, kernels=None, threads=None):
    """What the months of a wachtlijst program cost: a run of all of them less a run of one, which is mostly the start."""
    more = [] if threads is None else [threads]
    long, short = (run([*command, households, n, *more], kernels) for n in (months, 1))
    scale = months / (months - 1)
    return {"cpu": max(1e-9, (long["cpu"] - short["cpu"]) * scale),
            "seconds": max(1e-9, (long["seconds"] - short["seconds"]) * scale), "peak": long["peak"], "out": long["out"]}


def own(result):
    """The numbers that our wachtlijst program prints about its own month loop."""
    return json.loads(result["out"])


def spread(values):
    values = [value for value in values if value is not None]
    if not values:
        return None
    return {"median": statistics.median(values), "least": min(values), "most": max(values), "count": len(values)}


def have(program):
    return shutil.which(str(program)) is not None

"""The rows of the table: what is run, and how the runs become ratios. A row's `samples` are taken one a round, in turn
with those of all other rows, so that a slow minute of the machine hits all of them."""
import json

from measure import LEVELS, MONTHS, ROOT, Failed, have, month_loop, own, run
from scaled import scaled


class Bench:
    """What the rows share: programs, sizes, and what each round has measured already."""

    def __init__(self, options, machine, yardsticks):
        self.options, self.machine, self.yardsticks = options, machine, yardsticks
        self.quick = options.quick
        self.level = machine["instructions"]
        self.large, self.small = (20_000, 5_000) if self.quick else (1_000_000, 100_000)
        self.years = 1 if self.quick else 10
        self.city = "woudenberg" if self.quick else "amsterdam"
        self.round = {}
        self.once = {}

    def kept(self, key, make):
        if key not in self.round:
            self.round[key] = make()
        return self.round[key]

    def bound(self, households, level=None):
        """CPU seconds of the lower bound's months."""
        level = level or self.level
        program = self.yardsticks[f"lower_bound {level}"]
        return self.kept(("bound", households, level), lambda: month_loop(program, households, threads=1))["cpu"]

    def wachtlijst(self, households, threads=1, level=None):
        level = level or self.level
        return self.kept(("own", households, threads, level), lambda: month_loop(
            [self.options.wachtlijst], households, kernels=level, threads=threads))

    def other(self, name, households):
        return self.kept((name, households), lambda: month_loop(self.yardsticks[name], households))["cpu"]

    def model(self, municipality, threads=1, years=None, kernels=None, more=()):
        """The full model, `verkokerd`, one replicate: what `run --json` says."""
        years = years or self.years

        def make():
            file = self.options.output / "benchmark.h5"
            done = run([self.options.binary, "run", "verkokerd", "-m", municipality, "--years", years, "--replicates", 1,
                        "--threads", threads, "--json", "--quiet", "--overwrite", "-o", file, *more], kernels)
            return {**json.loads(done["out"]), "peak": done["peak"]}
        return self.kept(("model", municipality, threads, years, kernels, tuple(more)), make)


def needs(*names):
    """Marks a row that cannot be measured without these yardsticks ("lower_bound": that of the widest set)."""
    def mark(function):
        function.needs = names
        return function
    return mark


def per_household_month(result):
    return result["cpu_seconds"] / (result["households"] * 12 * result["years"])


@needs("lower_bound")
def against_bound(b):
    return b.wachtlijst(b.large)["cpu"] / b.bound(b.large)


def against_bound_at(level):
    @needs(f"lower_bound {level}")
    def row(b):
        return b.wachtlijst(b.large, level=level)["cpu"] / b.bound(b.large, level)
    return row


@needs("naive")
def against_naive(b):
    return b.other("naive", b.large) / b.wachtlijst(b.large)["cpu"]


@needs("numpy")
def against_numpy(b):
    return b.other("numpy", b.large) / b.wachtlijst(b.large)["cpu"]


def two_threads(size):
    def row(b):
        households = getattr(b, size)
        one, two = (own(b.wachtlijst(households, threads)) for threads in (1, 2))
        if one["digest"] != two["digest"]:
            raise Failed("two threads gave another digest")
        return one["seconds"] / two["seconds"]
    return row


def two_threads_model(b):
    one, two = (b.model(b.city, threads) for threads in (1, 2))
    if one["digest"] != two["digest"]:
        raise Failed("two threads gave another digest")
    return one["seconds"] / two["seconds"]


def cost_of_size(b):
    return b.wachtlijst(b.large)["cpu"] / b.large / (b.wachtlijst(b.small)["cpu"] / b.small)


@needs("lower_bound")
def full_model(b):
    return per_household_month(b.model(b.city)) / (b.bound(b.large) / b.large / MONTHS)


def one_thread_only(b):
    """Per cent of the time of the processes that is not spent in parallel loops, on one thread, from `--profile`."""
    done = b.model(b.city, more=["--profile"])
    return 100.0 * done["profile"]["one_thread_share"]


def state(b):
    """Peak memory per household: the slope between a city and a smaller one, so without what is there anyhow."""
    if "state" not in b.once:
        large, small = (b.model(name, years=1) for name in (("heusden", "woudenberg") if b.quick else ("amsterdam", "zwolle")))
        b.once["state"] = (large["peak"] - small["peak"]) / (large["households"] - small["households"])
    return b.once["state"]


def heusden(b):
    folder = b.options.output / "benchmark-heusden"
    done = run([b.options.binary, "compare", "--scenario", "verkokerd", "--scenario", "boemerang-minimaregeling", "-m",
                "woudenberg" if b.quick else "heusden", "--years", 2 if b.quick else 10, "--replicates",
                1 if b.quick else 20, "--threads", 2, "--quiet", "--overwrite", "-o", folder])
    return done["seconds"]


def netherlands(b):
    """Once, whatever the number of rounds: minutes, and gigabytes."""
    if "netherlands" not in b.once:
        households = 40_000 if b.quick else 8_100_000
        source = json.loads((ROOT / "models/municipalities/gemiddeld.json").read_text())
        file = b.options.output / "netherlands.json"
        file.write_text(json.dumps(scaled(source, households), ensure_ascii=False))
        b.once["netherlands"] = b.model(file, 2)
    return b.once["netherlands"]["seconds"]


def browser(b):
    wasm = b.options.wasm
    if not wasm.exists() or not have("node"):
        return None
    town, years = ("woudenberg", 1) if b.quick else ("heusden", 3)
    native = b.model(town, 1, years, "x86-64")
    file = b.options.output / "benchmark.json.config"
    made = b.options.output / "benchmark.h5"
    run([b.options.binary, "run", "verkokerd", "-m", town, "--years", years, "--replicates", 1, "--quiet", "--overwrite",
         "-o", made])
    file.write_text(run([b.options.binary, "inspect", made, "--config"])["out"])
    node = run(["node", "--no-warnings", "src/web/run_in_node.mjs", wasm, file])
    if node["out"].strip() != native["digest"]:
        raise Failed("the browser build gave another digest")
    return node["cpu"] / native["cpu_seconds"]


# name, text, unit, reach, aim, is less better, how
ROWS = [
    ("bound", "wachtlijst-abm against the lower bound, CPU, 1M households, one thread", "x", 3.0, 1.5, True, against_bound),
    ("bound_v3", "... both held to x86-64-v3", "x", 3.0, 1.5, True, against_bound_at(LEVELS[1])),
    ("bound_plain", "... both held to x86-64", "x", 3.0, 1.5, True, against_bound_at(LEVELS[0])),
    ("naive", "... faster than naive.cpp", "x", 6.0, 15.0, False, against_naive),
    ("numpy", "... faster than numpy_model.py", "x", 2.5, 6.0, False, against_numpy),
    ("threads_small", "two threads against one, wachtlijst-abm, 100,000 households", "x", 1.80, 1.90, False, two_threads("small")),
    ("threads_large", "two threads against one, wachtlijst-abm, 1M households", "x", 1.80, 1.90, False, two_threads("large")),
    ("threads_model", "two threads against one, full model, Amsterdam", "x", 1.80, 1.90, False, two_threads_model),
    ("size", "cost per household-month, 1M against 100,000 households", "x", 1.10, 1.03, True, cost_of_size),
    ("model", "full model, Amsterdam, per household-month against the lower bound", "x", 30.0, 10.0, True, full_model),
    ("one_thread", "part of a step that runs on one thread only", "%", 5.0, 2.0, True, one_thread_only),
    ("state", "state per household", "bytes", 650.0, 400.0, True, state),
    ("heusden", "Heusden, ten years, two arms, 20 pairs, two threads", "s", 10.0, 3.0, True, heusden),
    ("netherlands", "the Netherlands, ten years, one replicate, two threads", "s", float("inf"), 90.0, True, netherlands),
    ("browser", "the browser build under node against native x86-64, CPU", "x", 3.0, 1.6, True, browser),
]


def available(row, bench):
    """None when the row can be measured here, else why not."""
    for name in getattr(row[6], "needs", ()):
        name = f"lower_bound {bench.level}" if name == "lower_bound" else name
        if name not in bench.yardsticks:
            return f"no yardstick {name}"
        if name.startswith("lower_bound ") and LEVELS.index(name.split()[1]) > LEVELS.index(bench.level):
            return f"this processor has no {name.split()[1]}"
    if row[0] == "browser" and not (bench.options.wasm.exists() and have("node")):
        return f"no {bench.options.wasm} (tests/run wasm) or no node"
    return None


def sizes(b):
    """Cost per household-month in nanoseconds against size: {series: [(households, ns)]}."""
    series = {"wachtlijst-abm": [], "lower bound": [], "full model": []}
    for households in (2_000, 5_000) if b.quick else (10_000, 31_600, 100_000, 316_000, 1_000_000):
        series["wachtlijst-abm"].append((households, b.wachtlijst(households)["cpu"] / households / MONTHS * 1e9))
        if f"lower_bound {b.level}" in b.yardsticks:
            series["lower bound"].append((households, b.bound(households) / households / MONTHS * 1e9))
    for name in ("woudenberg",) if b.quick else ("woudenberg", "heusden", "zwolle", "amsterdam"):
        result = b.model(name, 1, b.years)
        series["full model"].append((result["households"], per_household_month(result) * 1e9))
    return {name: points for name, points in series.items() if points}

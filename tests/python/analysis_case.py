"""What the tests of the Python package share: its own import, a folder for each test, and files with known answers.

Files are written by study_file.py to the letter of the format page. A package that is missing ends the importing test with
exit code 77: skipped.
"""
import pathlib
import sys
import tempfile
import unittest
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))
PACKAGES = "python3-xarray python3-h5netcdf python3-h5py python3-pandas python3-matplotlib python3-scipy"
try:
    import h5py  # noqa: F401
    import numpy as np
    import pandas  # noqa: F401
    from scipy.stats import qmc

    from ontkoker_analysis import figures  # noqa: F401
except ImportError as missing:
    print(f"skipped: {missing}; on Debian: apt install {PACKAGES}")
    sys.exit(77)

from study_file import Axis, Outcome, write_result, write_study  # noqa: E402


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(warnings.catch_warnings())
        warnings.simplefilter("error")   # whatever warns unasked is a fault

    def path(self, name="a.h5"):
        return str(self.folder / name)


def small_result(path, **more):
    """Two scenarios, two replicates, 24 months: month m of scenario s, replicate r is 100 s + 10 r + m."""
    s, r, m = np.meshgrid(range(2), range(2), range(24), indexing="ij")
    base = 100.0 * s + 10 * r + m
    parts = np.stack([base, 2 * base, 3 * base, 4 * base], axis=-1)
    return write_result(path, [
        Outcome("flow", base), Outcome("stock", base, rule="mean", unit="1", divisor=1.0), Outcome("state", base, rule="last"),
        Outcome("share", rule="ratio", unit="%", divisor=0.01, ratio=(m + s, np.where(m < 12, 10, 0 * m))),
        Outcome("crossed", parts, split="group"),
        Outcome("crossed_share", rule="ratio", divisor=1.0, ratio=(parts, parts * 0 + [1, 2, 3, 4]), split="group"),
    ], splits={"group": ["a.x", "a.y", "b.x", "b.y"]}, **more)


def small_study(path, failed=False, status=None, **more):
    """Six points on a grid of 3 x 2, scenarios b - a = first + second, two replicates that differ by one, two years."""
    first, second = np.repeat([-2.0, 0.5, 3.0], 2), np.tile([0.0, 1.0], 3)
    values = np.zeros((6, 2, 2, 2))
    values[:, 1] = (first + second)[:, None, None]
    values += np.array([10.0, 11.0])[None, None, :, None]
    status = np.zeros((6, 2)) if status is None else status
    if failed:
        status[2, 1], status[5, 0] = 1, 2
        values[2, :, 1], values[5, :, 0] = np.nan, np.nan
    axes = [Axis("first", first, -2, 3), Axis("second", second, 0, 1)]
    return write_study(path, [Outcome("flow", values, better="higher")], axes, design="grid", status=status, **more)


def ishigami(x):
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def saltelli_points(rows, axes, second_order=False):
    """The design in the order of include/ontkoker/sweep/plan.h, on [0, 1]."""
    both = qmc.Sobol(2 * axes, scramble=False).fast_forward(rows).random(rows)
    a, b = both[:, :axes], both[:, axes:]
    blocks = [a, b]
    for base, other in ((a, b), (b, a)) if second_order and axes != 2 else ((a, b),):
        for axis in range(axes):
            blocks.append(base.copy())
            blocks[-1][:, axis] = other[:, axis]
    return np.vstack(blocks)


def study_of(path, units, y, design, names="xyzuvw", replicates=1, **more):
    """A study in which scenario b less a is y; with replicates the pairs lie evenly around it."""
    values = np.zeros((len(y), 2, replicates, 1))
    around = np.linspace(-1, 1, replicates) if replicates > 1 else np.zeros(1)
    values[:, 1] = y[:, None, None] + around[:, None]
    axes = [Axis(name, np.pi * (2 * column - 1), -np.pi, np.pi) for name, column in zip(names, units.T)]
    return write_study(path, [Outcome("flow", values, divisor=1e9)], axes, design=design, **more)


def morris_points(trajectories, axes, levels=4, seed=3):
    draw, points = np.random.default_rng(seed), []
    half = levels // 2
    for _ in range(trajectories):
        low = draw.integers(0, half, axes)
        up = draw.random(axes) < 0.5
        at = np.where(up, low, low + half)
        points.append(at.copy())
        for axis in draw.permutation(axes):
            at[axis] += half if up[axis] else -half
            points.append(at.copy())
    return np.array(points) / (levels - 1)

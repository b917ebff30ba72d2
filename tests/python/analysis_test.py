"""The Python package for results and studies (analysis/ontkoker_analysis): reading, tables, indices, flips, boomerang, figures.

    /usr/bin/python3 tests/python/analysis_test.py [unittest arguments]

Files with known answers are written by study_file.py to the letter of the format page; sweep_analysis_test.py reads what
the program itself made. Exit code 77: skipped, because a package is missing.
"""
import ast
import itertools
import pathlib
import re
import shutil
import string
import subprocess
import sys
import tempfile
import unittest
import warnings
import xml.dom.minidom

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))
PACKAGES = "python3-xarray python3-h5netcdf python3-h5py python3-pandas python3-matplotlib python3-scipy"
try:
    import h5py
    import numpy as np
    import pandas as pd
    from scipy.stats import qmc, t

    import ontkoker_analysis as oa
    from ontkoker_analysis import boomerang, figures, flips, indices, reader, tidy, words
except ImportError as missing:
    print(f"skipped: {missing}; on Debian: apt install {PACKAGES}")
    sys.exit(77)

from study_file import DIGEST, Axis, Outcome, write_result, write_study  # noqa: E402


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


class Reading(InFolder):
    def test_a_result_file_is_a_labelled_lazy_array(self):
        with oa.open_result(small_result(self.path())) as ds:
            self.assertEqual(reader.outcomes(ds), ["flow", "stock", "state", "share", "crossed", "crossed_share"])
            self.assertFalse(ds["flow"].variable._in_memory)
            self.assertEqual(float(ds["flow"].sel(scenario="b", replicate=1, time="2026-03-01").squeeze()), 112.0)
            self.assertEqual(reader.labels(ds, "group")["a.y"], "Anl; Ynl")
            self.assertFalse(reader.is_study(ds))

    def test_a_study_has_its_axes_as_coordinates_along_point(self):
        with oa.open_study(small_study(self.path())) as study:
            self.assertEqual(reader.axes(study), ["first", "second"])
            self.assertEqual(study["first"].dims, ("point",))
            self.assertEqual(list(study.data_vars), ["flow"])
            difference = study.sel(scenario="b") - study.sel(scenario="a")   # what the format page promises
            self.assertEqual(float(difference["flow"][3].mean()), 1.5)
            self.assertEqual(str(study.run_digest.values[0, 0]), DIGEST)
            self.assertEqual(oa.configuration(study)["axes"][1]["name"], "second")

    def test_what_a_later_minor_version_adds_is_ignored(self):
        path = small_study(self.path(), version=(1, 7))
        with h5py.File(path, "a") as file:
            file.create_dataset("wall_time", data=np.ones((6, 2))).dims[0].attach_scale(file["point"])
            file["wall_time"].dims[1].attach_scale(file["replicate"])
            file.create_group("something_new").attrs["x"] = 1
            file.attrs["mood"] = "good"
        with oa.open_any(path) as study:
            self.assertNotIn("wall_time", study.variables)
            self.assertEqual(list(study.data_vars), ["flow"])

    def refused(self, path, opener, *words):
        with self.assertRaises(oa.FormatError) as told:
            opener(path)
        text = str(told.exception)
        self.assertEqual(text.count("\n"), 0, text)
        for word in (path, *words):
            self.assertIn(word, text)

    def test_another_major_version_is_refused(self):
        self.refused(small_study(self.path(), version=(2, 0)), oa.open_any, "version 2.0", "knows version 1")
        self.refused(small_result(self.path("b.h5"), version=(0, 9)), oa.open_any, "version 0.9")

    def test_other_files_are_refused(self):
        self.refused(small_result(self.path(), filetype="something-else"), oa.open_any, "not a result file")
        text = pathlib.Path(self.path("text.h5"))
        text.write_text("no HDF5", encoding="utf-8")
        self.refused(str(text), oa.open_any, "not a whole HDF5 file")
        whole = pathlib.Path(small_study(self.path("whole.h5"))).read_bytes()
        half = pathlib.Path(self.path("half.h5"))
        half.write_bytes(whole[:len(whole) // 2])
        self.refused(str(half), oa.open_any, "not a whole HDF5 file")
        with self.assertRaises(FileNotFoundError):
            oa.open_any(self.path("nowhere.h5"))

    def test_the_right_way_to_open_is_told(self):
        self.refused(small_study(self.path()), oa.open_result, "open_study")
        self.refused(small_result(self.path("b.h5")), oa.open_study, "open_result")

    def test_a_partial_study_warns_once_and_a_shard_too(self):
        path = small_study(self.path(), failed=True)
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            with oa.open_study(path) as study:
                tidy.summary(study, "flow")
                tidy.difference_table(study)
        self.assertEqual([w.category for w in told], [oa.PartialStudy])
        self.assertIn("of 12 runs 1 are missing and 1 failed", str(told[0].message))
        self.assertEqual(told[0].filename, __file__)
        with self.assertWarnsRegex(oa.PartialStudy, "of 12 runs 0 are missing and 2 failed"):
            status = [[0, 0], [1, 0], [0, 0], [0, 0], [0, 1], [0, 0]]
            oa.open_study(small_study(self.path("failed.h5"), status=status)).close()
        with self.assertWarnsRegex(oa.PartialStudy, "one shard"):
            oa.open_study(small_study(self.path("shard.h5"), filetype="ontkoker-shard")).close()


class Tables(InFolder):
    def test_every_outcome_is_added_up_by_its_own_rule(self):
        with oa.open_result(small_result(self.path())) as ds:
            at = {"scenario": "b", "replicate": 1}
            months = np.arange(24.0)
            for name, year, whole in (("flow", sum(110 + months[12:]), sum(110 + months)),
                                      ("stock", np.mean(110 + months[12:]), np.mean(110 + months)), ("state", 133, 133)):
                self.assertAlmostEqual(float(oa.by_year(ds, name).sel(year=2027, **at)), year, msg=name)
                self.assertAlmostEqual(float(oa.over_horizon(ds, name).sel(**at)), whole, msg=name)
            share = oa.by_year(ds, "share").sel(**at)
            self.assertAlmostEqual(float(share.sel(year=2026)), sum(months[:12] + 1) / 120 * 100)
            self.assertTrue(np.isnan(share.sel(year=2027)))                     # denominator 0
            self.assertAlmostEqual(float(oa.over_horizon(ds, "share").sel(**at)), sum(months + 1) / 120 * 100)

    def test_parts_are_added_before_ratios_are_taken(self):
        with oa.open_result(small_result(self.path())) as ds:
            first = oa.over_horizon(ds, "flow").sel(scenario="a", replicate=0).item()
            for wish, times in (("crossed/a", 3), ("crossed/x", 4), ("crossed/b.y", 4)):
                self.assertAlmostEqual(float(oa.over_horizon(ds, wish).sel(scenario="a", replicate=0)), times * first, msg=wish)
            both = oa.over_horizon(ds, "crossed_share/a").sel(scenario="a", replicate=0)
            self.assertAlmostEqual(float(both), 3 * first / (24 * 3))
            every = oa.values(ds, "crossed_share", "year", together=True).sel(scenario="a", replicate=0, year=2026)
            self.assertAlmostEqual(float(every), 10 * sum(range(12)) / (12 * 10))
            with self.assertRaisesRegex(oa.Refusal, "no part z"):
                oa.over_horizon(ds, "crossed/z")
            with self.assertRaisesRegex(oa.Refusal, "no outcome flaw"):
                oa.over_horizon(ds, "flaw")

    def test_a_ratio_of_a_selection_takes_the_counts_of_that_selection(self):
        with oa.open_result(small_result(self.path())) as ds:
            chosen = ds.sel(scenario=["b"], time=slice("2026-02-01", "2026-04-01"))
            self.assertAlmostEqual(float(oa.over_horizon(chosen, "share").sel(scenario="b", replicate=0)), (2 + 3 + 4) / 30 * 100)
            with self.assertRaisesRegex(ValueError, "drop=True"):
                oa.ratio_parts(ds.isel(scenario=0, drop=True), "share")

    def test_pairs_are_described_as_the_program_does(self):
        gaps = [3.0, -1.0, 4.0, 1.0, 5.0, float("nan")]
        told = oa.describe(oa.values(self.pairs(gaps), "flow").isel(scenario=1))
        self.assertAlmostEqual(float(told["mean"]), 2.4)
        self.assertAlmostEqual(float(told["low"]), -0.6)      # type 7, as percentile() in src/run/comparison.cpp
        self.assertAlmostEqual(float(told["high"]), 4.8)
        half = t.ppf(0.95, 4) * np.std(gaps[:5], ddof=1) / np.sqrt(5)
        self.assertAlmostEqual(float(told["mean_high"]), 2.4 + half)
        self.assertEqual([int(told[key]) for key in ("pairs", "pairs_higher", "pairs_lower", "demonstrable")], [5, 4, 1, 0])
        one = oa.describe(oa.values(self.pairs([2.0]), "flow").isel(scenario=1))
        self.assertEqual([float(one[key]) for key in ("mean", "low", "mean_low", "demonstrable")], [2, 2, 2, 0])
        sure = oa.describe(oa.values(self.pairs([2.0, 3.0]), "flow").isel(scenario=1))
        self.assertTrue(bool(sure["demonstrable"]))

    def pairs(self, gaps):
        cells = np.zeros((2, len(gaps), 1))
        cells[1, :, 0] = gaps
        return oa.open_result(write_result(self.path(f"{len(gaps)}.h5"), [Outcome("flow", cells)]))

    def test_long_tables_carry_axes_unit_and_part(self):
        with oa.open_study(small_study(self.path())) as study:
            table = oa.difference_table(study)
        self.assertEqual(list(table), ["point", "first", "second", "scenario", "replicate", "year", "outcome", "part", "unit", "value"])
        self.assertEqual(len(table), 6 * 1 * 2 * 2)
        self.assertTrue(np.allclose(table["value"], table["first"] + table["second"]))
        with oa.open_result(small_result(self.path("b.h5"))) as ds:
            table = oa.outcome_table(ds, ["crossed", "flow", "crossed/a"], "horizon")
        self.assertEqual(sorted(set(table["part"])), ["", "a", "a.x", "a.y", "b.x", "b.y"])
        self.assertEqual(len(table), 4 * (4 + 1 + 1))
        self.assertEqual(set(table["unit"]), {"EUR"})

    def test_a_failed_run_is_no_number_anywhere(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", oa.PartialStudy)
            study = self.enterContext(oa.open_study(small_study(self.path(), failed=True)))
        self.assertEqual(np.isnan(oa.over_horizon(study, "flow").values).sum(), 2 * 2)
        self.assertEqual(list(np.isnan(oa.responses(study, "flow").values)), [False, False, True, False, False, True])
        alone = oa.responses(study.isel(scenario=[1]), "flow").values           # one scenario: the mean itself
        self.assertEqual(list(np.isnan(alone)), [False, False, True, False, False, True])
        self.assertAlmostEqual(alone[0], 2 * (-2 + 10.5))
        told = oa.summary(study, "flow", "horizon")
        self.assertEqual(list(told["pairs"]), [2, 2, 1, 2, 2, 1])
        self.assertEqual(list(told["first"]), [-2, -2, 0.5, 0.5, 3, 3])


# --- indices ----------------------------------------------------------------------------------------------------------

ISHIGAMI = {"first": [0.31390519, 0.44241114, 0.0], "total": [0.55758886, 0.44241114, 0.24368366]}   # a = 7, b = 0.1


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


class Indices(InFolder):
    rows = 1024

    def study(self, second_order=False):
        units = saltelli_points(self.rows, 3, second_order)
        y = ishigami(np.pi * (2 * units - 1))
        return self.enterContext(oa.open_study(study_of(self.path(f"{second_order}.h5"), units, y, "saltelli", size=self.rows,
                                                        second_order=second_order)))

    def test_the_closed_form_of_ishigami_lies_within_the_intervals(self):
        study = self.study()
        for estimator in indices.ESTIMATORS:
            table = indices.of_study(study, "flow", estimator=estimator)
            self.assertEqual(list(table["axis"]), ["x", "y", "z"])
            for order, exact in ISHIGAMI.items():
                low, high = table[order + "_low"], table[order + "_high"]
                self.assertTrue(((low <= exact) & (exact <= high)).all(), f"{estimator}\n{table}")
                self.assertTrue((high - low < 0.25).all(), f"{estimator}\n{table}")   # and the intervals say something
                self.assertTrue(np.allclose(table[order], exact, atol=0.03), f"{estimator}\n{table}")

    def test_pairs_of_axes(self):
        study = self.study(second_order=True)
        table = indices.pairs_of_study(study, "flow")
        self.assertEqual(list(zip(table["axis"], table["with"])), [("x", "y"), ("x", "z"), ("y", "z")])
        exact = [0.0, 0.24368366, 0.0]
        self.assertTrue(((table["second_low"] <= exact) & (exact <= table["second_high"])).all(), table)
        self.assertTrue(np.allclose(table["second"], exact, atol=0.04), table)
        self.assertTrue(np.allclose(indices.of_study(study, "flow")["first"], indices.of_study(self.study(), "flow")["first"]))

    def test_two_axes_need_no_second_blocks(self):
        units = saltelli_points(512, 2, True)
        self.assertEqual(len(units), 512 * 4)
        y = units[:, 0] * units[:, 1]        # variances by hand: 1/48 each alone, 1/144 together, 7/144 in all
        study = self.enterContext(oa.open_study(study_of(self.path(), units, y, "saltelli", size=512, second_order=True)))
        self.assertTrue(np.allclose(indices.of_study(study, "flow")["first"], 3 / 7, atol=0.02))
        self.assertAlmostEqual(indices.pairs_of_study(study, "flow")["second"][0], 1 / 7, delta=0.02)

    def test_the_order_of_the_blocks_matters(self):
        units = saltelli_points(64, 3)
        blocks = indices.saltelli_blocks(units[:, 1], 64, 3)
        self.assertTrue((blocks[0] == units[:64, 1]).all() and (blocks[1] == units[64:128, 1]).all())
        self.assertTrue((blocks[2][0] == blocks[0]).all() and (blocks[2][1] == blocks[1]).all() and (blocks[2][2] == blocks[0]).all())
        with self.assertRaisesRegex(oa.Refusal, "has 320"):
            indices.saltelli_blocks(units[:-1, 1], 64, 3)

    def test_failed_runs_are_refused_or_dropped_by_whole_rows(self):
        units = saltelli_points(64, 3)
        y = ishigami(np.pi * (2 * units - 1))
        keep = np.ones(64, bool)
        keep[[5, 9]] = False
        y[[5, 64 + 5, 3 * 64 + 9]] = np.nan
        with self.assertRaisesRegex(oa.Refusal, "2 of 64 rows"):
            indices.sobol(y, 64, "xyz")
        table = indices.sobol(y, 64, "xyz", failed="drop")
        self.assertEqual((table.attrs["rows"], table.attrs["dropped"]), (62, 2))
        alone = indices.sobol(y.reshape(-1, 64)[:, keep].ravel(), 62, "xyz")
        pd.testing.assert_frame_equal(table, alone)

    def test_nothing_to_share_out(self):
        with self.assertRaisesRegex(oa.Refusal, "same at every point"):
            indices.sobol(np.ones(5 * 8), 8, "xyz")

    def test_intervals_do_not_change_between_two_times(self):
        y = ishigami(np.pi * (2 * saltelli_points(64, 3) - 1))
        pd.testing.assert_frame_equal(indices.sobol(y, 64, "xyz"), indices.sobol(y, 64, "xyz"))


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


class Morris(InFolder):
    def test_a_linear_function_is_exact(self):
        units, slopes = morris_points(6, 4), np.array([3.0, -2.0, 0.0, 0.5])
        study = self.enterContext(oa.open_study(study_of(self.path(), units, units @ slopes, "morris")))
        table = indices.of_study(study, "flow")
        self.assertTrue(np.allclose(table["mu_star"], abs(slopes), atol=1e-8), table)
        self.assertTrue(np.allclose(table["mu"], slopes, atol=1e-8), table)
        self.assertTrue(np.allclose(table[["sigma"]], 0, atol=1e-8), table)
        self.assertTrue(np.allclose(table["mu_star_high"] - table["mu_star_low"], 0, atol=1e-8), table)

    def test_spreads_are_undone(self):
        units = morris_points(5, 2)
        low, high, mode = 2.0, 50.0, 14.0
        triangle = np.where(units[:, 1] * (high - low) < mode - low, low + np.sqrt(units[:, 1] * (high - low) * (mode - low)),
                            high - np.sqrt((1 - units[:, 1]) * (high - low) * (high - mode)))
        axes = [Axis("log", low * (high / low) ** units[:, 0], low, high, "log-uniform"),
                Axis("tri", triangle, low, high, "triangular", mode=mode)]
        values = np.zeros((len(units), 2, 1, 1))
        values[:, 1, 0, 0] = units @ [4.0, 1.0]
        study = self.enterContext(oa.open_study(write_study(self.path(), [Outcome("flow", values, divisor=1e9)], axes, design="morris")))
        self.assertTrue(np.allclose(indices.axis_units(study), units))
        self.assertTrue(np.allclose(indices.of_study(study, "flow")["mu_star"], [4, 1]))

    def test_a_curved_function_has_sigma(self):
        units = morris_points(40, 2)
        table = indices.morris(units, units[:, 0] * units[:, 1], ["x", "y"])
        self.assertTrue((table["sigma"] > 0.1).all(), table)

    def test_failed_trajectories(self):
        units = morris_points(4, 2)
        y = units @ [1.0, 2.0]
        y[4] = np.nan
        with self.assertRaisesRegex(oa.Refusal, "1 of 4 rows"):
            indices.morris(units, y, "xy")
        self.assertEqual(indices.morris(units, y, "xy", failed="drop").attrs["dropped"], 1)

    def test_another_design_is_refused(self):
        with self.assertRaisesRegex(oa.Refusal, "no morris design"):
            indices.elementary_effects(qmc.LatinHypercube(2, seed=1).random(6), np.zeros(6))


class Regression(InFolder):
    def test_a_straight_line_is_found_whole(self):
        units = qmc.LatinHypercube(3, seed=1).random(64)
        y = 3 * units[:, 0] - units[:, 1]
        study = self.enterContext(oa.open_study(study_of(self.path(), units, y, "latin-hypercube")))
        table = indices.of_study(study, "flow")
        exact = np.array([3, -1, 0]) * units.std(0) / y.std()
        self.assertTrue(np.allclose(table["src"], exact), table)
        self.assertAlmostEqual(table.attrs["r2"], 1.0)
        self.assertTrue(table["rank"][0] > 0.85 and table["rank"][1] < -0.1, table)
        self.assertTrue(table["rank_low"][2] < 0 < table["rank_high"][2], table)

    def test_what_cannot_be_related_is_told(self):
        with self.assertRaisesRegex(oa.Refusal, "y takes one value"):
            indices.regression(np.column_stack([np.arange(9), np.ones(9)]), np.arange(9), "xy")
        with self.assertRaisesRegex(oa.Refusal, "too few"):
            indices.regression(np.arange(6).reshape(3, 2), np.arange(3), "xy")


class AgainstOpenTurns(unittest.TestCase):
    """The same table through another program: equal to rounding where the estimator is the same."""

    def setUp(self):
        try:
            import openturns
        except ImportError:
            self.skipTest("python3-openturns is not installed (264 MB; tests/run --all installs it)")
        self.ot = openturns
        self.rows = 512
        self.units = saltelli_points(self.rows, 3)
        self.y = ishigami(np.pi * (2 * self.units - 1))

    def theirs(self, kind):
        found = getattr(self.ot, kind)(self.ot.Sample(self.units), self.ot.Sample(self.y[:, None]), self.rows)
        return np.array(found.getFirstOrderIndices()), np.array(found.getTotalOrderIndices())

    def test_equal_to_rounding(self):
        for kind, estimator in (("SaltelliSensitivityAlgorithm", "saltelli"), ("JansenSensitivityAlgorithm", "jansen")):
            first, total = self.theirs(kind)
            ours = indices.sobol(self.y, self.rows, "xyz", estimator=estimator)
            self.assertTrue(np.allclose(ours["first"], first, rtol=0, atol=1e-12), f"{kind}\n{ours}\n{first}")
            self.assertTrue(np.allclose(ours["total"], total, rtol=0, atol=1e-12), f"{kind}\n{ours}\n{total}")

    def test_other_estimators_lie_within_the_interval(self):
        ours = indices.sobol(self.y, self.rows, "xyz")
        for kind in ("SaltelliSensitivityAlgorithm", "JansenSensitivityAlgorithm", "MartinezSensitivityAlgorithm"):
            for order, theirs in zip(("first", "total"), self.theirs(kind)):
                self.assertTrue(((ours[order + "_low"] <= theirs) & (theirs <= ours[order + "_high"])).all(), f"{kind}\n{ours}\n{theirs}")

    def test_regression_and_ranks(self):
        x, y = self.units[:self.rows], self.units[:self.rows] @ [2.0, 1.0, 0.0] + 0.1 * self.y[:self.rows]
        ours = indices.regression(x, y, "xyz", resamples=20)
        analysis = self.ot.CorrelationAnalysis(self.ot.Sample(x), self.ot.Sample(y[:, None]))
        self.assertTrue(np.allclose(ours["rank"], analysis.computeSpearmanCorrelation(), atol=1e-12), ours)
        self.assertTrue(np.allclose(np.abs(ours["src"]), np.abs(np.array(analysis.computeSRC())), atol=1e-8), ours)


# --- where it flips, and the boomerang --------------------------------------------------------------------------------

class Flips(InFolder):
    def test_share_of_points(self):
        with oa.open_study(small_study(self.path())) as study:
            told = flips.share_that_beats(study, "flow")   # differences -2, -1, .5, 1.5, 3, 4; higher is better
            self.assertEqual((told["beats"], told["loses"], told["points"]), (4 / 6, 2 / 6, 6))
            self.assertEqual(told["surely_beats"], 4 / 6)  # the replicates agree to the last bit
            self.assertEqual(flips.share_that_beats(study, "flow", better="lower")["beats"], 2 / 6)

    def test_a_range_over_zero_is_not_sure(self):
        units = np.linspace(0, 1, 8)[:, None]
        path = study_of(self.path(), units, 4 * units[:, 0] - 2, "list", replicates=3)   # pairs at -1, 0, +1 around the mean
        with oa.open_study(path) as study:
            told = flips.share_that_beats(study, "flow")
            self.assertEqual((told["beats"], told["surely_beats"], told["surely_loses"]), (0.5, 0.25, 0.25))

    def test_an_outcome_without_better(self):
        values = np.zeros((3, 2, 1, 1))
        path = write_study(self.path(), [Outcome("spending", values, better="neither")], [Axis("x", [0, 1, 2], 0, 2)])
        with oa.open_study(path) as study, self.assertRaisesRegex(oa.Refusal, "better="):
            flips.share_that_beats(study, "spending")

    def test_sign_changes_along_the_lines_of_a_grid(self):
        with oa.open_study(small_study(self.path())) as study:
            told = flips.sign_changes(study, "flow", "first")
            self.assertEqual((told["method"], told["lines"], told["without"]), ("lines", 2, 0))
            self.assertAlmostEqual(told["smallest"], -1.0)       # second = 1: -1 at -2, 1.5 at 0.5
            self.assertAlmostEqual(told["largest"], 0.0)         # second = 0: -2 at -2, 0.5 at 0.5
            self.assertIsNone(flips.sign_changes(study, "flow", "second")["smallest"])
            self.assertAlmostEqual(flips.sign_changes(study, "flow", "second", target=1.5)["smallest"], 0.25)  # the sum of two years
            self.assertEqual(len(flips.all_sign_changes(study, "flow")), 2)

    def test_scattered_points_give_the_zone_of_both_signs(self):
        x = np.array([0, 1, 2, 3, 4, 5.0])
        values = np.zeros((6, 2, 1, 1))
        values[:, 1, 0, 0] = [-1, -1, 1, -1, 1, 1]
        axes = [Axis("x", x, 0, 5), Axis("other", x ** 2, 0, 25)]
        with oa.open_study(write_study(self.path(), [Outcome("flow", values)], axes)) as study:
            told = flips.sign_changes(study, "flow", "x")
        self.assertEqual((told["method"], told["smallest"], told["largest"]), ("scatter", 1.5, 3.5))

    def test_failed_points_are_left_out(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", oa.PartialStudy)
            study = self.enterContext(oa.open_study(small_study(self.path(), failed=True)))
        told = flips.share_that_beats(study, "flow")
        self.assertEqual((told["points"], told["left_out"], told["beats"]), (4, 2, 0.5))


class Boomerang(InFolder):
    def test_series_made_by_hand(self):
        for saving, expected in (([1, 2, 3], (0, "none")), ([1, -1, -2], (2, "boomerang")), ([-1, 1, -1, 0, -1], (5, "boomerang")),
                                 ([-1, -2], (0, "never_saved")), ([0, -1], (0, "never_saved")), ([1, -1, 1], (0, "none")),
                                 ([0, 0], (0, "none")), ([-1, 0], (0, "none")), ([2, float("nan")], (0, "unknown"))):
            self.assertEqual(boomerang.turning(saving), expected, saving)

    def spending(self, saved):
        """Outcome `spending` by payer of which the municipality's cumulative saving is `saved` (..., month)."""
        saved = np.asarray(saved, float)
        monthly = np.diff(saved, prepend=0, axis=-1)
        cells = np.stack([np.full_like(monthly, 100.07), 100.07 - monthly], axis=-2)     # (..., scenario, month)
        state = np.stack([np.zeros_like(monthly), 2 * monthly], axis=-2)                 # what is saved is paid twice elsewhere
        return Outcome("spending", np.stack([cells, state], axis=-1), better="neither", split="payer")

    def test_a_result_file_by_payer(self):
        outcome = self.spending([[5, 2, -1.3, -2], [-1, -1, -1, -1], [1, 2, 3, 4]])      # three replicates
        outcome.values = outcome.values.transpose(1, 0, 2, 3)
        with oa.open_result(write_result(self.path(), [outcome], splits={"payer": ["municipality", "state"]})) as ds:
            found = boomerang.months(ds)
            self.assertEqual(found.month.values.tolist(), [3, 0, 0])
            self.assertEqual(found.turning.values.tolist(), ["boomerang", "never_saved", "none"])
            told = boomerang.summary(ds).iloc[0]
            self.assertEqual((told["pairs"], told["occurs"], told["never_saved"], told["median"]), (3, 1, 1, 3))
            self.assertEqual(boomerang.months(ds, payer="all").turning.values.tolist(), ["none", "none", "never_saved"])

    def test_cents_are_added_exactly(self):
        spent = np.array([[[0.29, 0.0, 0.0]], [[0.0, 0.28, 0.01]]])   # in doubles 100 times .29 is just below 29
        outcome = Outcome("spending", spent[..., None], better="neither", split="payer")
        with oa.open_result(write_result(self.path(), [outcome], splits={"payer": ["municipality"]})) as ds:
            self.assertEqual(boomerang.cumulative_saving(ds).values[0].tolist(), [0.29, 0.01, 0.0])
            self.assertEqual(boomerang.months(ds).turning.values.tolist(), ["none"])

    def study(self, name="s.h5", months=True):
        x, y = np.repeat([1.0, 2.0, 3.0], 2), np.tile([10.0, 20.0], 3)
        falls = [np.where(np.arange(24) < 4 * a + (b > 15), 10.0, 10.0 - 5 * (np.arange(24) - 4 * a - (b > 15) + 1)) for a, b in zip(x, y)]
        saved = np.array(falls)[:, None, :] + np.array([0, 6, 12])[None, :, None]        # three replicates, each a month later or so
        saved[0] = -np.arange(24) - 1
        saved[5] = 10.0
        outcome = self.spending(saved)
        outcome.values = outcome.values.transpose(0, 2, 1, 3, 4)
        status = np.zeros((6, 3))
        status[3] = 1
        outcome.values[3] = np.nan
        path = write_study(self.path(name), [outcome], [Axis("x", x, 1, 3), Axis("y", y, 10, 20)], design="grid", months=months,
                           splits={"payer": ["municipality", "state"]}, status=status)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", oa.PartialStudy)
            return self.enterContext(oa.open_study(path))

    def test_a_study_by_point(self):
        table = boomerang.summary(self.study())
        self.assertEqual(list(table["occurs"]), [0, 3, 3, 0, 3, 0])
        self.assertEqual(list(table["never_saved"]), [3, 0, 0, 0, 0, 0])
        self.assertEqual(list(table["pairs"]), [3, 3, 3, 0, 3, 3])
        self.assertEqual(list(table["earliest"][[1, 2, 4]]), [8, 11, 15])
        self.assertEqual([list(table.iloc[1][["earliest", "median", "latest"]]), list(table.iloc[0][["earliest", "median", "latest"]])],
                         [[8, 9, 10], [0, 0, 0]])
        self.assertEqual(list(table["x"]), [1, 1, 2, 2, 3, 3])

    def test_years_are_refused(self):
        with self.assertRaisesRegex(oa.Refusal, "by month"):
            boomerang.months(self.study("y.h5", months=False))

    def test_the_map(self):
        figure = figures.boomerang_map(self.study(), save_as=self.folder / "map")
        self.assertEqual(list(figure.numbers["shown_as"]), ["never_saved", "boomerang", "boomerang", "unknown", "boomerang", "none"])
        self.assertTrue((self.folder / "map.png").stat().st_size > 10_000)


# --- figures and the command ------------------------------------------------------------------------------------------

class Figures(InFolder):
    number = itertools.count()

    def study(self, design="latin-hypercube", rows=60, **more):
        units = {"saltelli": lambda: saltelli_points(rows, 3), "morris": lambda: morris_points(rows, 3)}.get(
            design, lambda: qmc.LatinHypercube(3, seed=1).random(rows))()
        y = ishigami(np.pi * (2 * units - 1)) + 3 * units[:, 2]
        return self.enterContext(oa.open_study(study_of(self.path(f"{next(self.number)}.h5"), units, y, design, replicates=3, size=rows, **more)))

    def check(self, figure, stem, *words):
        svg = xml.dom.minidom.parse(str(self.folder / f"{stem}.svg"))
        text = " ".join(node.firstChild.data for node in svg.getElementsByTagName("text") if node.firstChild)
        for word in (DIGEST, "2026", "proef", *words):
            self.assertIn(word, text)
        self.assertEqual((self.folder / f"{stem}.png").read_bytes()[:4], b"\x89PNG")
        kept = pd.read_csv(self.folder / f"{stem}.csv")
        self.assertEqual(list(kept), list(figure.numbers))
        self.assertEqual(len(kept), len(figure.numbers))
        self.assertEqual(tuple(int(round(size * figure.dpi)) for size in figure.get_size_inches())[0], 1280)
        return kept

    def test_tornado(self):
        figure = figures.tornado(self.study(), "flow", save_as=self.folder / "tornado")
        kept = self.check(figure, "tornado", "woorden van flow", "euro", "60 punten × 3 herhalingen", "as x")
        study = self.study()
        y, x = oa.responses(study, "flow").values, study["z"].values
        row = kept[kept["axis"] == "z"].iloc[0]
        self.assertAlmostEqual(row["low"], y[x <= np.quantile(x, 0.2)].mean())
        self.assertAlmostEqual(row["high"], y[x >= np.quantile(x, 0.8)].mean())
        self.assertEqual(row["points_low"], 12)

    def test_scatter(self):
        figure = figures.scatter(self.study(), "flow", save_as=self.folder / "scatter", lang="en")
        kept = self.check(figure, "scatter", "words of flow", "60 points × 3 replicates", "no demonstrable difference")
        gap = tidy.describe(tidy.point_differences(self.study(), "flow"))
        self.assertTrue(np.allclose(kept["mean"], gap["mean"]))
        self.assertEqual(list(kept["side"] == "no_difference"), list(~gap["demonstrable"].values))

    def test_sensitivity_of_every_design(self):
        for design, words in (("saltelli", ("Sobol", "alleen (eerste orde)")), ("morris", ("Morris", "mu*")),
                              ("latin-hypercube", ("rangorde", "R2 = "))):
            study = self.study(design, 64)
            figure = figures.sensitivity(study, "flow", save_as=self.folder / design, resamples=100)
            kept = self.check(figure, design, *words)
            exact = indices.of_study(study, "flow", resamples=100).set_index("axis")
            self.assertTrue(np.allclose(kept.set_index("axis")[exact.columns].loc[exact.index], exact), design)

    def test_trajectory(self):
        figure = figures.trajectory(self.study(), "flow", save_as=self.folder / "course")
        kept = self.check(figure, "course", "verschil met a")
        below = kept[kept["drawn"] == "difference"].iloc[0]
        self.assertAlmostEqual(below["mean"], float(oa.responses(self.study(), "flow").mean()))
        one = figures.trajectory(self.study(), "flow", point=7)
        self.assertAlmostEqual(one.numbers.iloc[-1]["mean"], float(oa.responses(self.study(), "flow")[7]))

    def test_the_words_for_no_difference_stand_in_the_figure(self):
        small = {"values": np.array([[[1.0, 2], [3, 4]], [[2.0, 1], [2, 5]]])}
        with oa.open_result(write_result(self.path("r.h5"), [Outcome("flow", small["values"])])) as ds:
            figures.trajectory(ds, "flow", period="stored", save_as=self.folder / "none")
        self.assertIn(">geen aantoonbaar verschil<", (self.folder / "none.svg").read_text(encoding="utf-8"))

    def test_the_same_figure_twice_is_the_same_file(self):
        for name in ("one", "two"):
            figures.tornado(self.study(), "flow", save_as=self.folder / name)
        self.assertEqual((self.folder / "one.svg").read_bytes(), (self.folder / "two.svg").read_bytes())


class Command(InFolder):
    def run_it(self, *words, code=0):
        done = subprocess.run([sys.executable, "-m", "ontkoker_analysis", *map(str, words)], cwd=ROOT / "analysis",
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def test_contents_tables_and_figures(self):
        path = small_study(self.path())
        told = self.run_it(path).stdout
        for word in (DIGEST, "first", "flow", "punten: 6", "grid"):
            self.assertIn(word, told)
        told = self.run_it(path, "--outcome", "flow", "--figures", self.folder / "out").stdout
        self.assertIn("b is beter dan a in 67% van 6 punten", told)
        self.assertIn("first: het verschil wisselt van teken tussen -1 en 0", told)
        self.assertEqual(sorted(file.name for file in (self.folder / "out").glob("*.svg")),
                         ["flow-scatter.svg", "flow-sensitivity.svg", "flow-tornado.svg", "flow-trajectory.svg"])

    def test_csv_is_nothing_but_the_table(self):
        told = self.run_it(small_result(self.path()), "--outcome", "share", "--csv").stdout.splitlines()
        self.assertEqual(told[0], "scenario,replicate,year,outcome,part,unit,value")
        self.assertEqual(len(told), 1 + 2 * 2)

    def test_one_sentence_and_code_2(self):
        path = small_study(self.path(), version=(3, 0))
        self.assertRegex(self.run_it(path, code=2).stderr, r"^ontkoker_analysis: .*formaatversie 3\.0.*\n$")
        self.assertIn("er is geen uitkomst flaw", self.run_it(small_study(self.path("b.h5")), "--outcome", "flaw", code=2).stderr)
        self.assertIn("--figures needs", self.run_it(path, "--figures", "x", code=2).stderr)
        self.assertIn("No such file", self.run_it(self.path("nowhere.h5"), code=2).stderr)


class Words(unittest.TestCase):
    def test_both_languages_say_the_same_things(self):
        for key, texts in words.TEXTS.items():
            self.assertEqual(len(texts), 2, key)
            self.assertEqual(*(sorted({field for _, field, *_ in string.Formatter().parse(text) if field}) for text in texts), key)

    def test_no_words_are_lost_under_a_name_that_stands_twice(self):
        tree = ast.parse((ROOT / "analysis/ontkoker_analysis/words.py").read_text(encoding="utf-8"))
        for table in (node for node in ast.walk(tree) if isinstance(node, ast.Dict)):
            names = [key.value for key in table.keys if isinstance(key, ast.Constant)]
            self.assertEqual(sorted(names), sorted(set(names)))

    def test_numbers(self):
        for value, nl, en in ((1234567.8, "1.234.568", "1,234,568"), (0.04567, "0,0457", "0.0457"), (-12.34, "-12,3", "-12.3"), (0, "0", "0"),
                              (999.6, "1.000", "1,000"), (0.5, "0,5", "0.5"), (float("nan"), "-", "-")):
            self.assertEqual((words.number(value), words.number(value, "en")), (nl, en))
        self.assertEqual(words.axis_unit({"units": "hours/week per 10,000 inhabitants"}), "uur/week per 10,000 inwoners")


class Installing(InFolder):
    def test_pip_installs_it_from_the_folder_without_a_network(self):
        source = self.folder / "ontkoker_analysis"
        shutil.copytree(ROOT / "analysis/ontkoker_analysis", source, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
        made = subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", self.folder / "venv"], capture_output=True, text=True, check=False)
        if made.returncode:
            self.skipTest(f"no venv: {made.stdout}{made.stderr} (Debian: python3-venv)")
        python = self.folder / "venv/bin/python"
        done = subprocess.run([python, "-m", "pip", "install", "--no-index", "--no-build-isolation", "--no-deps", "--quiet",
                               "--disable-pip-version-check", source], capture_output=True, text=True, check=False)
        if re.search("No module named|invalid command 'bdist_wheel'", done.stderr):
            self.skipTest(f"pip cannot build here: {done.stderr.splitlines()[-1]} (Debian: python3-setuptools python3-wheel)")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        told = subprocess.run([python, "-c", "import ontkoker_analysis as oa; from ontkoker_analysis import figures; print(oa.__file__, figures.tornado)"],
                              cwd=self.folder / "venv", capture_output=True, text=True, check=False)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn(str(self.folder / "venv/lib"), told.stdout)
        done = subprocess.run([python, "-m", "ontkoker_analysis", small_study(self.path())], cwd=self.folder / "venv",
                              capture_output=True, text=True, check=False)
        self.assertIn("punten: 6", done.stdout, done.stderr)


if __name__ == "__main__":
    unittest.main()

"""The Python package on studies (analysis/ontkoker_analysis): sensitivity indices, where a study flips, the boomerang month.

    /usr/bin/python3 tests/python/analysis_indices_test.py [unittest arguments]

Exit code 77: skipped, because a package is missing.
"""
import unittest
import warnings

# Before the packages: it tells which of them is missing.
from analysis_case import InFolder, ishigami, morris_points, saltelli_points, small_study, study_of

import numpy as np
import pandas as pd
from scipy.stats import qmc

import ontkoker_analysis as oa
from ontkoker_analysis import boomerang, figures, flips, indices
from study_file import Axis, Outcome, write_result, write_study

ISHIGAMI = {"first": [0.31390519, 0.44241114, 0.0], "total": [0.55758886, 0.44241114, 0.24368366]}   # a = 7, b = 0.1


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


if __name__ == "__main__":
    unittest.main()

"""The Python package for results and studies (analysis/ontkoker_analysis): reading, tables, figures, the command, installing.

    /usr/bin/python3 tests/python/analysis_test.py [unittest arguments]

What it tells of studies: analysis_indices_test.py; what the program itself made is read by sweep_analysis_test.py. Exit code
77: skipped, because a package is missing.
"""
import ast
import itertools
import pathlib
import re
import shutil
import string
import subprocess
import sys
import unittest
import warnings
import xml.dom.minidom

# Before the packages: it tells which of them is missing.
from analysis_case import ROOT, InFolder, ishigami, morris_points, saltelli_points, small_result, small_study, study_of

import h5py
import numpy as np
import pandas as pd
from scipy.stats import qmc, t

import ontkoker_analysis as oa
from ontkoker_analysis import figures, indices, reader, tidy, words
from study_file import DIGEST, Outcome, write_result


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

    def test_scatter_of_single_pairs_says_that_they_prove_nothing(self):
        study = self.enterContext(oa.open_study(study_of(self.path(), np.linspace(0, 1, 9)[:, None], np.arange(-4.0, 5), "list")))
        figure = figures.scatter(study, "flow", save_as=self.folder / "single")
        self.check(figure, "single", "9 punten × 1 herhaling", "niet te scheiden", "gelijk")
        self.assertNotIn("aantoonbaar", (self.folder / "single.svg").read_text())

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

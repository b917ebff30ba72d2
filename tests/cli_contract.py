#!/usr/bin/python3
"""What scripts may rely on: exit codes, JSON shapes, errors all at once, nothing overwritten, stopping and resuming.
Commands that study a comparison: cli_studies.py.

Run with /usr/bin/python3 tests/cli_contract.py; ONTKOKER names another program than build/release/ontkoker.
"""
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import time
import unittest

from cli_case import Case, PROGRAM, ROOT, SMALL

COMMANDS = ["run", "compare", "check", "params", "inspect", "rerun", "schema", "processes", "profile",
            "municipality import", "households", "family", "systems", "explain", "build"]


class Help(Case):
    def test_no_arguments_give_a_short_help_with_two_examples(self):
        result = self.expect(0)
        self.assertIn("ontkoker compare ", result.stdout)
        self.assertIn("ontkoker run ", result.stdout)
        self.assertLess(len(result.stdout.splitlines()), 30)
        self.assertEqual(result.stderr, "")

    def test_every_command_has_examples_in_both_languages(self):
        for command in COMMANDS:
            dutch = self.expect(0, *command.split(), "--help").stdout
            self.assertIn(f"Voorbeelden:\n  ontkoker {command}", dutch)
            english = self.expect(0, *command.split(), "--help", "--lang", "en").stdout
            self.assertIn(f"Examples:\n  ontkoker {command}", english)


class Kernels(Case):
    def test_the_environment_may_hold_the_program_to_a_set_of_kernels_that_is_there(self):
        plain = dict(os.environ, ONTKOKER_KERNELS="x86-64")
        self.expect(0, "check", env=plain)
        result = self.expect(2, "check", "--json", env=dict(os.environ, ONTKOKER_KERNELS="x86-64-v9"))
        problem = json.loads(result.stdout)["problems"][0]
        self.assertIn("x86-64-v9", problem["message"])
        self.assertIn("x86-64-v3", problem["hint"])


class Run(Case):
    def test_json_has_what_scripts_read(self):
        path, told = self.run_small()
        for key in ("digest", "file", "households", "seconds", "cpu_seconds", "peak_bytes"):
            self.assertIn(key, told)
        self.assertRegex(told["digest"], r"^[0-9a-f]{32}$")
        self.assertEqual(told["file"], str(path))
        self.assertTrue(path.is_file())
        self.assertGreater(told["households"], 100)
        self.assertGreater(told["seconds"], 0)
        self.assertGreater(told["cpu_seconds"], 0)
        self.assertGreater(told["peak_bytes"], 1_000_000)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.h5"])

    def test_same_command_same_bytes_and_other_seed_other_digest(self):
        a, told_a = self.run_small("a.h5", "--threads", "1")
        b, told_b = self.run_small("b.h5", "--threads", "3")
        self.assertEqual(told_a["digest"], told_b["digest"])
        self.assertEqual(a.read_bytes(), b.read_bytes())
        _, told_c = self.run_small("c.h5", "--seed", "6")
        self.assertNotEqual(told_a["digest"], told_c["digest"])

    def test_names_ignore_case(self):
        _, told = self.run_small("a.h5")
        upper = self.expect(0, "run", "VERKOKERD", *SMALL[2:], "--municipality", "Woudenberg", "-o",
                            self.folder / "b.h5", "--json")
        self.assertEqual(told["digest"], json.loads(upper.stdout)["digest"])

    def test_scenario_and_municipality_may_be_files(self):
        _, told = self.run_small("a.h5")
        by_path = self.expect(0, "run", "configs/scenarios/verkokerd.json", *SMALL[2:], "--municipality",
                              "models/municipalities/woudenberg.json", "-o", self.folder / "b.h5", "--json")
        self.assertEqual(told["digest"], json.loads(by_path.stdout)["digest"])

    def test_finds_its_models_from_another_folder(self):
        result = self.expect(0, "run", "verkokerd", *SMALL, "-o", "x.h5", "--json", cwd=self.folder)
        self.assertEqual(json.loads(result.stdout)["file"], "x.h5")

    def test_text_goes_to_stdout_and_the_rest_to_stderr(self):
        result = self.expect(0, "run", "verkokerd", *SMALL, "-o", self.folder / "a.h5", "--lang", "en")
        self.assertRegex(result.stdout, r"Digest [0-9a-f]{32}")
        self.assertIn("%", result.stderr)
        quiet = self.expect(0, "run", "verkokerd", *SMALL, "-o", self.folder / "b.h5", "--quiet")
        self.assertNotRegex(quiet.stderr, r"^ *\d+%")

    def test_progress_is_plain_lines_elsewhere_and_one_rewritten_line_on_a_terminal(self):
        plain = self.expect(0, "run", "verkokerd", *SMALL, "-o", self.folder / "a.h5").stderr
        lines = re.findall(r"^ *\d+%", plain, re.M)
        self.assertTrue(3 <= len(lines) <= 10, plain)
        self.assertNotIn("\r", plain)
        leader, follower = pty.openpty()
        # Long enough (seconds) that the line is rewritten on a fast machine too.
        words = [PROGRAM, "run", "verkokerd", "--municipality", "heusden", "--years", "10", "--replicates", "4", "-o",
                 str(self.folder / "b.h5")]
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=follower)
        os.close(follower)
        shown = b""
        while True:
            if select.select([leader], [], [], 0.1)[0]:
                try:
                    shown += os.read(leader, 4096)
                except OSError:
                    break
            elif process.poll() is not None:
                break
        os.close(leader)
        self.assertEqual(process.wait(), 0)
        self.assertIn(b"\r\x1b[K", shown)
        self.assertRegex(shown.decode(), r"\d+%  nog \d+")

    def test_nothing_is_overwritten_unasked(self):
        path = self.folder / "a.h5"
        path.write_text("mine")
        result = self.expect(2, "run", "verkokerd", *SMALL, "-o", path, "--json")
        self.assertEqual(json.loads(result.stdout)["problems"][0]["code"], "E0301")
        self.assertEqual(path.read_text(), "mine")
        self.expect(0, "run", "verkokerd", *SMALL, "-o", path, "--overwrite")
        self.assertNotEqual(path.read_bytes(), b"mine")

    def test_a_place_where_nothing_can_be_written_is_code_3(self):
        (self.folder / "file").write_text("x")
        self.expect(3, "run", "verkokerd", *SMALL, "-o", self.folder / "file" / "a.h5")


class Compare(Case):
    ROW = {"name", "unit", "split", "period", "scenario", "a", "b", "difference", "low", "high", "mean_low",
           "mean_high", "pairs_higher", "pairs_lower", "pairs"}

    def test_folder_and_json(self):
        folder = self.folder / "out"
        words = ["compare", *SMALL, "--years", "2", "--scenario", "verkokerd", "--scenario", "integraal", "-o", folder,
                 "--json"]
        told = json.loads(self.expect(0, *words).stdout)
        self.assertEqual([len(list(folder.rglob(p))) for p in ("result.h5", "rapport.html", "*.h5", "*.html")], [1] * 4)
        self.assertRegex(told["digest"], r"^[0-9a-f]{32}$")
        self.assertGreater(len(told["outcomes"]), 10)
        for row in told["outcomes"]:
            self.assertLessEqual(self.ROW, set(row))
            self.assertEqual(row["scenario"], "integraal")
            size = 1 + abs(row["a"]) + abs(row["b"])
            self.assertAlmostEqual(row["b"] - row["a"], row["difference"], delta=1e-6 * size)
            self.assertLessEqual(row["pairs_higher"] + row["pairs_lower"], row["pairs"])
        before = (folder / "result.h5").read_bytes()
        self.expect(2, *words)
        self.assertEqual((folder / "result.h5").read_bytes(), before)
        self.expect(0, *words, "--overwrite")
        self.assertEqual((folder / "result.h5").read_bytes(), before)
        self.assertFalse((folder / ".replicaties").exists())

    def test_comparison_file_with_other_settings(self):
        folder = self.folder / "out"
        words = ["compare", "configs/comparisons/heusden-minimaregeling.json", *SMALL, "--years", "2"]
        told = json.loads(self.expect(0, *words, "-o", folder, "--json").stdout)
        self.assertEqual(told["replicates"], 2)
        self.assertEqual(told["years"], 2)
        self.assertEqual(told["municipality"].lower(), "woudenberg")

    def test_a_comparison_needs_two_scenarios_and_a_municipality(self):
        result = self.expect(2, "compare", "--scenario", "verkokerd", "-o", self.folder, "--json")
        self.assertEqual(len(json.loads(result.stdout)["problems"]), 2)


class Errors(Case):
    def test_all_at_once_with_place_and_hint(self):
        scenario = self.folder / "fout.json"
        scenario.write_text('{\n  "name": "fout",\n  "nl": "f", "en": "f",\n  "extends": "verkokert",\n'
                            '  "changes": [{"lever": "bestaat_niet", "value": 1, "from": "2027-13"}],\n  "overig": 1\n}\n')
        result = self.expect(2, "check", scenario, "--json")
        problems = json.loads(result.stdout)["problems"]
        self.assertGreaterEqual(len(problems), 3)
        for problem in problems:
            self.assertEqual(set(problem), {"code", "message", "hint", "file", "pointer", "line", "column"})
            self.assertTrue(problem["file"].endswith("fout.json"), problem)
            self.assertGreater(problem["line"], 0)
            self.assertGreater(problem["column"], 0)
            self.assertTrue(problem["pointer"].startswith("/"), problem)
        self.assertTrue(any("verkokerd" in p["hint"] for p in problems), problems)
        text = self.expect(2, "check", scenario)
        self.assertEqual(text.stdout, "")
        self.assertEqual(len(re.findall(r"fout\.json:\d+:\d+.*: E0\d\d\d: ", text.stderr)), len(problems))

    def test_wrong_words_end_with_code_2_before_anything_runs(self):
        for words in (["run"], ["rnu", "x"], ["run", "verkokerd", "-o", self.folder / "a.h5", "--yeers", "1"],
                      ["run", "bestaat-niet", *SMALL, "-o", self.folder / "a.h5"],
                      ["run", "verkokerd", "--municipality", "heusdan", "-o", self.folder / "a.h5"],
                      ["run", "verkokerd", *SMALL, "--years", "31", "-o", self.folder / "a.h5"],
                      ["run", "verkokerd", *SMALL, "--set", "x", "-o", self.folder / "a.h5"],
                      ["run", "verkokerd", *SMALL, "--set", "bestaat.niet=1", "-o", self.folder / "a.h5"],
                      ["run", "verkokerd", *SMALL, "--off", "bestaat_niet", "-o", self.folder / "a.h5"]):
            for extra in ([], ["--json"]):
                result = self.expect(2, *words, *extra)
                if extra:
                    problem = json.loads(result.stdout)["problems"][0]
                    self.assertRegex(problem["code"], r"^E0\d\d\d$")
                else:
                    self.assertEqual(result.stdout, "")
                    self.assertRegex(result.stderr, r"E0\d\d\d: ")
        self.assertEqual(os.listdir(self.folder), [])

    def test_several_wrong_words_are_told_together(self):
        result = self.expect(2, "run", "bestaat-niet", "--municipality", "heusdan", "--years", "99", "--set", "x", "-o",
                             self.folder / "a.h5", "--json")
        problems = json.loads(result.stdout)["problems"]
        self.assertGreaterEqual(len(problems), 4)
        self.assertTrue(any("heusden" in p["hint"] for p in problems))

    def test_did_you_mean(self):
        self.assertIn("compare", self.expect(2, "comapre").stderr)
        self.assertIn("--replicates", self.expect(2, "run", "verkokerd", "-o", "x", "--replicate", "3").stderr)

    def test_files_that_are_no_results_are_code_3(self):
        path = self.folder / "x.h5"
        for command in ("inspect", "rerun"):
            self.expect(3, command, path)
        path.write_text("no HDF5")
        for command in ("inspect", "rerun"):
            self.assertRegex(json.loads(self.expect(3, command, path, "--json").stdout)["problems"][0]["code"], "^E03")

    def test_no_colour_where_there_is_no_terminal(self):
        self.assertNotIn("\x1b", self.expect(2, "run", "bestaat-niet", *SMALL, "-o", "x").stderr)


class Files(Case):
    def test_inspect_and_rerun(self):
        path, told = self.run_small()
        seen = json.loads(self.expect(0, "inspect", path, "--json").stdout)
        self.assertEqual(seen["digest"], told["digest"])
        self.assertEqual(seen["replicates"], 2)
        self.assertTrue(all(row["unit"] for row in seen["outcomes"]))
        json.loads(self.expect(0, "inspect", path, "--config").stdout)
        again = json.loads(self.expect(0, "rerun", path, "-o", self.folder / "b.h5", "--json").stdout)
        self.assertTrue(again["same"])
        self.assertEqual(again["digest"], told["digest"])
        self.assertEqual(path.read_bytes(), (self.folder / "b.h5").read_bytes())
        self.expect(2, "rerun", path, "-o", self.folder / "b.h5")

    def test_rerun_needs_no_model_files(self):
        path, _ = self.run_small()
        copy = self.folder / "bin"
        copy.mkdir()
        shutil.copy(PROGRAM, copy / "ontkoker")
        result = subprocess.run([copy / "ontkoker", "rerun", path], cwd="/", capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)


class Lists(Case):
    def test_params(self):
        told = json.loads(self.expect(0, "params", "--json").stdout)
        self.assertGreater(len(told["parameters"]), 50)
        self.assertGreater(len(told["levers"]), 5)
        for row in told["parameters"]:
            self.assertTrue(row["unit"] and row["status"], row)
            self.assertTrue(row["source"] or row["status"] == "assumed", row)
        for row in told["levers"]:
            self.assertTrue(row["unit"] and row["nl"] and row["en"], row)
            self.assertLessEqual(row["low"], row["neutral"])
            self.assertLessEqual(row["neutral"], row["high"])
        name = told["parameters"][0]["name"]
        self.assertIn(name, self.expect(0, "params", name).stdout)

    def test_processes(self):
        rows = json.loads(self.expect(0, "processes", "--json").stdout)["processes"]
        self.assertGreater(len(rows), 5)
        self.assertEqual(len({row["name"] for row in rows}), len(rows))
        self.assertIn(rows[0]["name"], self.expect(0, "processes").stdout)

    def test_households(self):
        words = ["households", "-m", "heusden"]
        told = json.loads(self.expect(0, *words, "--json").stdout)
        self.assertEqual(len(told["households"]), 11)
        for household in told["households"]:
            self.assertEqual([month["income"] for month in household["months"]], ["minimum", "110", "130"])
            for month in household["months"]:
                self.assertEqual(month["before"], month["after"])
                self.assertEqual(month["difference"], 0)
                side = month["before"]
                income = sum(side["incomes"].values()) + sum(side["schemes"].values())
                self.assertAlmostEqual(side["income"], income, 2)
                self.assertAlmostEqual(side["left"], side["income"] - sum(side["costs"].values()) - side["needs"], 2)
        self.assertIn("Alleenstaande ouder", self.expect(0, *words).stdout)
        self.assertIn("Single parent", self.expect(0, *words, "--lang", "en").stdout)

    def test_households_beside_a_scenario(self):
        words = ["households", "-m", "heusden", "--scenario", "utrecht-jongerentoeslag"]
        told = json.loads(self.expect(0, *words, "--json").stdout)
        changed = {row["type"] for row in told["households"] if any(month["difference"] for month in row["months"])}
        self.assertEqual(changed, {"single_18_20"})
        self.assertGreater(told["households"][0]["months"][0]["difference"], 0)
        early = json.loads(self.expect(0, *words, "--month", "2026-01", "--json").stdout)
        self.assertEqual(early["households"][0]["months"][0]["difference"], 0)
        table = self.folder / "a.csv"
        self.expect(0, *words, "--csv", table)
        self.assertGreater(len(table.read_text().splitlines()), 11 * 3 * 2 * 10)
        self.expect(3, *words, "--csv", table)
        self.expect(0, *words, "--csv", table, "--overwrite")

    def test_households_refuses_what_it_cannot_read(self):
        self.expect(2, "households")
        self.expect(2, "households", "-m", "nergens")
        self.expect(2, "households", "-m", "heusden", "--month", "2027-13")

    def test_check_of_everything_that_comes_along(self):
        self.expect(0, "check")
        told = json.loads(self.expect(0, "check", "--json").stdout)
        self.assertEqual(told["problems"], [])

    def test_schemas(self):
        for kind in ("scenario", "comparison"):
            schema = json.loads(self.expect(0, "schema", kind).stdout)
            self.assertIn("$schema", schema)
        self.expect(2, "schema", "bestaat-niet")


class Interruption(Case):
    LONG = ["--municipality", "woudenberg", "--years", "4", "--replicates", "12", "--seed", "5", "--threads", "1"]

    def parts(self):
        return sorted(self.folder.glob(".replicaties/*/r*.part"))

    def stopped(self, sign, path):
        """Starts a run, sends the signal after the next finished replicate, and returns how it ended."""
        before = len(self.parts())
        process = subprocess.Popen([PROGRAM, "run", "verkokerd", *self.LONG, "-o", path, "--json"], cwd=ROOT,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        deadline = time.time() + 120
        while len(self.parts()) <= before:
            self.assertIsNone(process.poll(), "finished before it could be stopped")
            self.assertLess(time.time(), deadline)
            time.sleep(0.01)
        process.send_signal(sign)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def test_interrupted_and_resumed_gives_the_same_digest(self):
        whole = self.folder / "whole.h5"
        expected = json.loads(self.expect(0, "run", "verkokerd", *self.LONG, "-o", whole, "--json").stdout)["digest"]
        path = self.folder / "a.h5"
        for sign in (signal.SIGINT, signal.SIGTERM):
            code, out, _ = self.stopped(sign, path)
            self.assertEqual(code, 130)
            problem = json.loads(out)["problems"][0]
            self.assertEqual(problem["code"], "E0499")
            self.assertRegex(problem["hint"], r"\d+ van 12")
            self.assertFalse(path.exists())
        kept = len(self.parts())
        self.assertGreaterEqual(kept, 2)
        result = self.expect(0, "run", "verkokerd", *self.LONG, "-o", path, "--json")
        self.assertEqual(json.loads(result.stdout)["digest"], expected)
        self.assertRegex(result.stderr, rf"{kept} van 12 ")
        self.assertFalse((self.folder / ".replicaties").exists())
        self.assertEqual(path.read_bytes(), whole.read_bytes())

    def test_a_kill_leaves_a_whole_file_or_none_and_the_run_goes_on(self):
        path = self.folder / "a.h5"
        code, _, _ = self.stopped(signal.SIGKILL, path)
        self.assertEqual(code, -signal.SIGKILL)
        self.assertFalse(path.exists())
        parts = self.parts()
        parts[0].write_bytes(parts[0].read_bytes()[:-3])  # damaged: counts as absent
        self.expect(0, "run", "verkokerd", *self.LONG, "-o", path, "--json")
        self.expect(0, "rerun", path)


if __name__ == "__main__":
    unittest.main()

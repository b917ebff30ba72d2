#!/usr/bin/python3
"""What scripts may rely on in the commands that study systems, families and differences: systems, family, explain, build.

Run with /usr/bin/python3 tests/cli_studies.py; ONTKOKER names another program than build/release/ontkoker.
"""
import json
import os
import pty
import signal
import subprocess
import time
import unittest

from cli_case import Case, PROGRAM, ROOT, SMALL


class Systems(Case):
    def test_json_says_where_what_and_who_says_so(self):
        systems = json.loads(self.expect(0, "systems", "--json").stdout)["systems"]
        names = [system["name"] for system in systems]
        for name in ("verkokerd", "integraal", "almelo-doorbraak", "utrecht-buurtteams", "korting-2015", "hervormingsagenda"):
            self.assertIn(name, names)
        for system in systems:
            for key in ("name", "municipality", "what", "statement", "status", "source"):
                self.assertTrue(system[key], (system["name"], key))
            self.assertTrue(system["measures"] or system["not_measurable"], system["name"])
            for lever in system["levers"]:
                self.assertEqual(set(lever), {"lever", "value", "from", "ramp_months"})
        by_name = {system["name"]: system for system in systems}
        self.assertEqual(by_name["utrecht-buurtteams"]["municipality"], "utrecht")
        self.assertIs(by_name["utrecht-buurtteams"]["any_municipality"], False)
        self.assertEqual(by_name["integraal"]["municipality"], "heusden")
        self.assertIs(by_name["integraal"]["any_municipality"], True)

    def test_table_and_one_system_in_both_languages(self):
        self.assertRegex(self.expect(0, "systems").stdout, r"(?m)^gouda-thuiszitters +gouda +plan ")
        self.assertRegex(self.expect(0, "systems", "--lang", "en").stdout, r"(?m)^integraal +any +claim ")
        one = self.expect(0, "systems", "Gouda-Thuiszitters", "--lang", "en").stdout
        for words in ("the document says (plan)", "school_home lower (last year)", "joint_school_budget"):
            self.assertIn(words, one)

    def test_compare_runs_a_system_against_verkokerd_on_its_municipality(self):
        words = ["compare", "--system", "woudenberg-kleine-schans", *SMALL[2:], "--years", "2", "--json"]
        told = json.loads(self.expect(0, *words, "-o", self.folder / "a").stdout)
        self.assertEqual(told["municipality"].lower(), "woudenberg")
        self.assertEqual(told["scenarios"], ["verkokerd", "woudenberg-kleine-schans"])
        same = json.loads(self.expect(0, "compare", "--scenario", "verkokerd", "--scenario", "woudenberg-kleine-schans", *SMALL,
                                      "--years", "2", "--json", "-o", self.folder / "b").stdout)
        self.assertEqual(told["digest"], same["digest"])
        other = json.loads(self.expect(0, *words, "-m", "borger-odoorn", "--sample", "30", "-o", self.folder / "c").stdout)
        self.assertEqual(other["municipality"].lower(), "borger-odoorn")

    def test_a_wrong_system_is_code_2_with_the_likely_name(self):
        for words in (["systems", "utrecht-buurtteam"], ["compare", "--system", "utrecht-buurtteam", "-o", self.folder / "a"]):
            problem = json.loads(self.expect(2, *words, "--json").stdout)["problems"][0]
            self.assertEqual(problem["code"], "E0210")
            self.assertIn("utrecht-buurtteams", problem["hint"])
        for more in (["--scenario", "integraal"], ["heusden-integraal"]):
            self.expect(2, "compare", *more, "--system", "integraal", "-o", self.folder / "a")
        self.assertEqual(os.listdir(self.folder), [])


class Family(Case):
    WORDS = ["family", "--municipality", "woudenberg", "--scenario", "verkokerd", "--scenario", "integraal", "--years", "2",
             "--seed", "5", "--sample", "2", "-q"]

    def test_json_tells_three_cases_of_made_up_families(self):
        told = json.loads(self.expect(0, *self.WORDS, "--json", "--like", "paar, kind van tien").stdout)
        self.assertIs(told["made_up"], True)
        self.assertEqual(told["scenarios"], ["verkokerd", "integraal"])
        self.assertEqual([one["words"] for one in told["like"]], ["paar", "kind van tien"])
        self.assertLessEqual(told["staying"], told["watched"])
        self.assertLessEqual(told["better"] + told["worse"], told["staying"])
        self.assertEqual([family["case"] for family in told["families"]], ["median", "good", "bad"])
        median, good, bad = (family["difference"] for family in told["families"])
        self.assertTrue(good <= median <= bad)
        for family in told["families"]:
            self.assertIs(family["made_up"], True)
            self.assertIn("burden", [number["name"] for number in family["numbers"]])
            for arm in family["arms"]:
                self.assertEqual([year["year"] for year in arm["years"]], [2026, 2027])
                days = [entry["day"] for entry in arm["entries"]]
                self.assertEqual(days, sorted(days))
                for entry in arm["entries"]:
                    for key in ("event", "lane", "person", "value", "decided", "waited_days", "text"):
                        self.assertIn(key, entry)

    def test_text_and_timeline_in_both_languages_and_nothing_overwritten(self):
        dutch = self.expect(0, *self.WORDS, "--case", "goed", "-o", self.folder)
        self.assertIn("Verzonnen gezin", dutch.stdout)
        self.assertIn("In getallen", dutch.stdout)
        self.assertEqual(sorted(os.listdir(self.folder)), ["gezin-goed.svg", "gezin-goed.txt"])
        self.assertIn("Verzonnen gezin", (self.folder / "gezin-goed.txt").read_text())
        self.assertTrue((self.folder / "gezin-goed.svg").read_text().startswith("<svg"))
        self.assertIn("E0301", self.expect(2, *self.WORDS, "--case", "goed", "-o", self.folder).stderr)
        english = self.expect(0, *self.WORDS, "--case", "good", "--lang", "en")
        self.assertIn("Made-up family", english.stdout)
        self.assertNotIn("Verzonnen", english.stdout)

    def test_a_household_by_its_number_is_the_same_family_again(self):
        first = json.loads(self.expect(0, *self.WORDS, "--json", "--case", "median").stdout)["families"][0]
        again = json.loads(self.expect(0, *self.WORDS, "--json", "--threads", "2", "--household", first["household"]).stdout)
        self.assertEqual(again["families"][0]["arms"], first["arms"])

    def test_unknown_words_and_nothing_found_are_told(self):
        result = self.expect(2, *self.WORDS, "--like", "alleenstaande oudr, schulden")
        self.assertIn("bedoelde u ‘alleenstaande ouder’?", result.stderr)
        result = self.expect(2, *self.WORDS, "--like", "paar, alleenstaande ouder")
        self.assertRegex(result.stderr, r"paar: \d+, alleenstaande ouder: \d+")
        self.assertIn("--scenario", self.expect(2, "family", "-m", "woudenberg", "--scenario", "verkokerd").stderr)
        self.expect(2, *self.WORDS, "--replicate", "0")
        self.expect(2, *self.WORDS, "--case", "beste")
        self.expect(2, *self.WORDS, "--household", "123456789012")


class Explain(Case):
    WORDS = ["explain", "--municipality", "woudenberg", "--scenario", "verkokerd", "--years", "2", "--replicates", "2", "--seed",
             "5", "--sample", "8", "-q"]

    def scenario(self, *changes):
        path = self.folder / "mijn.json"
        path.write_text(json.dumps({"name": "mijn", "nl": "n", "en": "e", "extends": "verkokerd", "status": "plan", "source": "test",
                                    "changes": [{"lever": lever, "value": value, "from": "2026-04"} for lever, value in changes]}))
        return path

    def words(self):
        return [*self.WORDS, "--scenario", self.scenario(("minimaregeling_amount", 0), ("energy_costs", 1.5))]

    def test_json_tables_and_figures_tell_the_same(self):
        out = self.folder / "uitleg"
        words = [*self.words(), "--outcome", "spending/municipality", "--outcome", "arrears", "-o", out]
        told = json.loads(self.expect(0, *words, "--json", "--off-link", "livelihood_load").stdout)
        self.assertEqual(told["scenarios"], ["verkokerd", "mijn"])
        self.assertEqual((told["all_orders"], told["arms"], told["sample"]), (True, 4, 8))
        self.assertEqual({lever["name"] for lever in told["levers"]}, {"minimaregeling_amount", "energy_costs"})
        for outcome in told["outcomes"]:
            total = outcome["total"]["difference"]
            self.assertIs(outcome["adds_up"], True)
            self.assertAlmostEqual(sum(bar["difference"] for bar in outcome["bars"]), total, delta=1e-6 + 1e-9 * abs(total))
        chain = told["chains"][0]
        self.assertEqual(told["off_link"], chain["name"] + "/livelihood_load")
        for link in chain["links"]:
            self.assertEqual(link["off"], link["name"] == "livelihood_load")
            self.assertEqual(link["number"]["pairs"], 2)
            self.assertEqual(set(link["without"]), set(link["number"]))
        self.assertEqual(sorted(path.name for path in out.iterdir()),
                         ["keten-minimaregelingen.svg", "uitleg.csv", "uitleg.json", "waterval-arrears.svg",
                          "waterval-spending-municipality.svg"])
        kept = json.loads((out / "uitleg.json").read_text())
        self.assertEqual(kept["outcomes"], told["outcomes"])
        rows = (out / "uitleg.csv").read_text().splitlines()
        self.assertEqual(len({row.count(",") for row in rows}), 1)
        self.assertIn("<title", (out / "waterval-arrears.svg").read_text())
        result = self.expect(2, *words, "--json", "--off-link", "livelihood_load")
        self.assertEqual(json.loads(result.stdout)["problems"][0]["code"], "E0301")

    def test_text_in_both_languages_names_the_sample_and_threads_change_nothing(self):
        words = [*self.words(), "--outcome", "arrears"]
        dutch = self.expect(0, *words, "--threads", "1").stdout
        self.assertIn("Steekproef:", " ".join(dutch.split()))
        self.assertIn("samen", dutch)
        self.assertEqual(dutch, self.expect(0, *words, "--threads", "2").stdout)
        english = self.expect(0, *words, "--lang", "en").stdout
        self.assertIn("A sample:", " ".join(english.split()))
        self.assertNotIn("samen ", english)

    def test_many_levers_take_sampled_orders_and_zero_orders_only_the_chain(self):
        words = [*self.WORDS, "--scenario", self.scenario(*[(name, 1.2) for name in (
            "minimaregeling_amount", "energy_costs", "debt_help_hours", "early_signal_reach", "parent_care_hours", "intake_hours",
            "team_help_hours")]), "--outcome", "arrears", "--json"]
        told = json.loads(self.expect(0, *words, "--orders", "3", "--chain", "schuldhulp").stdout)
        self.assertEqual((told["all_orders"], told["orders"]), (False, 4))
        self.assertEqual([chain["name"] for chain in told["chains"]], ["schuldhulp"])
        self.assertIs(told["outcomes"][0]["adds_up"], True)
        told = json.loads(self.expect(0, *words, "--orders", "0").stdout)
        self.assertEqual((told["arms"], told["outcomes"]), (2, []))
        self.assertGreater(len(told["chains"]), 1)

    def test_wrong_words_are_told_before_anything_runs(self):
        words = self.words()
        self.assertIn("bedoelde u arrears?", self.expect(2, *words, "--outcome", "arears").stderr)
        self.assertIn("minimaregelingen", self.expect(2, *words, "--chain", "minimaregeling").stderr)
        self.assertIn("livelihood_load", self.expect(2, *words, "--off-link", "livelihod_load").stderr)
        self.assertIn("0 knoppen", self.expect(2, *self.WORDS, "--scenario", self.scenario()).stderr)
        self.expect(2, "explain", "--scenario", "verkokerd")
        self.expect(2, *words, "--orders", "-1")
        problems = json.loads(self.expect(2, "explain", "--json").stdout)["problems"]
        self.assertEqual(len(problems), 2)

    def test_interrupted_is_130_and_goes_on(self):
        out = self.folder / "uitleg"
        words = [*self.words(), "--outcome", "arrears", "--replicates", "8", "--years", "8", "--threads", "1", "--sample", "4", "-o",
                 out, "--json"]
        process = subprocess.Popen([PROGRAM, *map(str, words)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        deadline = time.time() + 240
        while not list(out.glob(".replicaties/*/r*.part")) and time.time() < deadline and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=240)
        self.assertEqual(process.returncode, 130, stdout + stderr)
        self.assertRegex(json.loads(stdout)["problems"][0]["hint"], r"[1-7] van 8")
        told = json.loads(self.expect(0, *words).stdout)
        self.assertEqual(told["replicates"], 8)
        self.assertFalse((out / ".replicaties").exists())


class Build(Case):
    WORDS = "ja,deels,nee,ja,deels,nee,ja,deels,nee,deels,nee"

    def test_makes_a_scenario_that_can_be_used(self):
        path = self.folder / "werksessie.json"
        told = json.loads(self.expect(0, "build", "--answers", self.WORDS, "-o", path, "--json").stdout)
        self.assertEqual(told["name"], "werksessie")
        self.assertRegex(told["from"], r"^\d{4}-01$")
        self.assertEqual(len(told["boxes"]), 11)
        self.assertEqual([box["answer"] for box in told["boxes"]][:3], ["yes", "partly", "no"])
        written = json.loads(path.read_text())
        self.assertEqual((written["name"], written["extends"], written["status"]), ("werksessie", "verkokerd", "workshop"))
        self.assertIn("checklist", written["source"])
        levers = [lever for box in told["boxes"] for lever in box["levers"]]
        self.assertEqual([(c["lever"], c["value"]) for c in written["changes"]], [(r["lever"], r["value"]) for r in levers])
        self.assertEqual(told["boxes"][2]["levers"], [])
        self.expect(0, "check", path)
        before = path.read_bytes()
        self.assertIn("E0301", self.expect(2, "build", "--answers", self.WORDS, "-o", path).stderr)
        self.assertEqual(path.read_bytes(), before)
        self.expect(0, "build", "--answers", self.WORDS.replace("ja", "yes"), "-o", path, "--overwrite", "--from", "2028-07")
        self.assertIn('"2028-07"', path.read_text())

    def test_text_says_which_box_gave_which_lever_and_what_comes_next(self):
        result = self.expect(0, "build", "--answers", self.WORDS, "-o", self.folder / "a.json")
        self.assertRegex(result.stdout, r"scheme_outreach = 0.4")
        self.assertIn("ontkoker explain", result.stderr)
        english = self.expect(0, "build", "--answers", self.WORDS, "-o", self.folder / "b.json", "--lang", "en").stdout
        self.assertIn("The wording of the boxes is ours", english)

    def test_answers_from_a_file(self):
        boxes = [box["name"] for box in json.loads((ROOT / "models/checklist.json").read_text())["boxes"]]
        answers = self.folder / "antwoorden.json"
        answers.write_text(json.dumps({"format": "ontkoker-answers-1", "answers": {box: "ja" for box in boxes}}))
        self.expect(0, "check", answers)
        self.expect(0, "build", answers, "-o", self.folder / "a.json")
        answers.write_text(json.dumps({"format": "ontkoker-answers-1", "answers": {box: "jaa" for box in boxes[1:]}}))
        problems = json.loads(self.expect(2, "build", answers, "-o", self.folder / "b.json", "--json").stdout)["problems"]
        self.assertTrue(any(boxes[0] in problem["message"] for problem in problems), problems)

    def test_wrong_answers_name_the_box_and_the_likely_word(self):
        out = self.folder / "a.json"
        result = self.expect(2, "build", "--answers", self.WORDS.replace("deels", "deel", 1), "-o", out)
        self.assertIn("vakje 2 (signaleren): 'deel'", result.stderr)
        self.assertIn("bedoelde u deels?", result.stderr)
        self.assertIn("ja, deels, nee", result.stderr)
        self.assertIn("2 antwoorden voor 11 vakjes", self.expect(2, "build", "--answers", "ja,nee", "-o", out).stderr)
        self.expect(2, "build", "-o", out, stdin=subprocess.DEVNULL)
        self.expect(2, "build", "--answers", self.WORDS, "-o", out, "--from", "2027-13")
        self.expect(2, "build", "--answers", self.WORDS, "-o", self.folder / "Twee woorden.json")
        self.expect(2, "build", "--answers", self.WORDS)
        self.assertEqual(os.listdir(self.folder), [])

    def test_asks_on_a_terminal(self):
        leader, follower = pty.openpty()
        process = subprocess.Popen([PROGRAM, "build", "-o", str(self.folder / "a.json")], cwd=ROOT, stdin=follower,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        os.close(follower)
        os.write(leader, b"ja\njo\n" + b"deels\n" * 10)
        stdout, stderr = process.communicate(timeout=60)
        os.close(leader)
        self.assertEqual(process.returncode, 0, stderr)
        self.assertIn("11. ", stderr)
        self.assertIn("toegestaan", stderr)
        self.assertIn("scheme_outreach", stdout)


if __name__ == "__main__":
    unittest.main()

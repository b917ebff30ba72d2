"""Ten municipalities in the form of CBS's "Kerncijfers wijken en buurten" are imported and run for two years each.

Run with /usr/bin/python3 tests/python/import_ten.py; ONTKOKER names another program than build/release/ontkoker,
ONTKOKER_CBS another folder than ../shared/data/cbs. Where that folder is not there the test is skipped.
"""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ONTKOKER", str(ROOT / "build/release/ontkoker"))
CBS = pathlib.Path(os.environ.get("ONTKOKER_CBS", ROOT.parent / "shared/data/cbs"))
# From islands and villages to towns; of some the youth care is not published.
TEN = ("Schiermonnikoog", "Rozendaal", "Vaals", "Urk", "Staphorst", "Borger-Odoorn", "Laren", "Kerkrade",
       "Hollands Kroon", "Lelystad")
# Short name, name in the open data service, column of gemeenten.csv, and what that is a percentage of.
COLUMNS = (
    ("a_inw", "AantalInwoners_5", "population", None),
    ("a_00_14", "k_0Tot15Jaar_8", "pct_age_0_14", "population"),
    ("a_15_24", "k_15Tot25Jaar_9", "pct_age_15_24", "population"),
    ("a_25_44", "k_25Tot45Jaar_10", "pct_age_25_44", "population"),
    ("a_45_64", "k_45Tot65Jaar_11", "pct_age_45_64", "population"),
    ("a_65_oo", "k_65JaarOfOuder_12", "pct_age_65_plus", "population"),
    ("p_geb", "GeboorteRelatief_25", "births_per_1000", None),
    ("p_ste", "SterfteRelatief_27", "deaths_per_1000", None),
    ("a_hh", "HuishoudensTotaal_28", "households", None),
    ("a_1p_hh", "Eenpersoonshuishoudens_29", "pct_hh_single_person", "households"),
    ("a_hh_z_k", "HuishoudensZonderKinderen_30", "pct_hh_without_children", "households"),
    ("a_hh_m_k", "HuishoudensMetKinderen_31", "pct_hh_with_children", "households"),
    ("p_huurw", "HuurwoningenTotaal_41", "pct_rented", None),
    ("p_wcorpw", "InBezitWoningcorporatie_42", "pct_social_housing", None),
    ("g_hh_sti", "GemGestandaardiseerdInkomenVanHuish_75", "avg_standardised_hh_income_keur", None),
    ("p_hh_li", "k_40HuishoudensMetLaagsteInkomen_76", "pct_hh_in_national_lowest_40pct_income", None),
    ("p_hh_osm", "HuishOnderOfRondSociaalMinimum_79", "pct_hh_below_or_around_social_minimum", None),
    ("a_soz_wb", "PersonenPerSoortUitkeringBijstand_83", "n_social_assistance_related_2022", None),
    ("a_soz_ao", "PersonenPerSoortUitkeringAO_84", "n_disability_ao_2022", None),
    ("a_soz_ww", "PersonenPerSoortUitkeringWW_85", "n_unemployment_ww_2022", None),
    ("p_jz_tn", "PercentageJongerenMetJeugdzorg_88", "pct_youth_0_22_with_youth_care", None),
)


def field(row, column, whole):
    """What KWB prints: counts for CBS's percentages of a whole, a dot where nothing is published."""
    text = row[column]
    if not text or not whole:
        return text or "."
    return str(round(float(text) * float(row[whole]) / 500) * 5)


def short_file(path, rows):
    lines = [["gwb_code_10", "gm_naam", "recs", *(short for short, *_ in COLUMNS)]]
    for row in rows:
        values = [field(row, column, whole).replace(".", ",") if row[column] else "       ."
                  for _, _, column, whole in COLUMNS]
        lines.append([row["gm_code"], row["gm_name"], "Gemeente", *values])
        lines.append([row["gm_code"].replace("GM", "WK") + "00", row["gm_name"], "Wijk", *values])
    path.write_text("\n".join(";".join(line) for line in lines) + "\n", encoding="utf-8-sig")


def open_data_file(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Codering_3", "Gemeentenaam_1", "SoortRegio_2", *(name for _, name, *_ in COLUMNS)])
        for row in rows:
            out.writerow([row["gm_code"] + "    ", row["gm_name"], "Gemeente  ",
                          *(field(row, column, whole) if row[column] else "" for _, _, column, whole in COLUMNS)])


def call(*words):
    result = subprocess.run([PROGRAM, *map(str, words), "--root", str(ROOT), "--quiet", "--json"], capture_output=True,
                            text=True, timeout=600)
    if result.returncode != 0:
        raise AssertionError(f"{words}\n{result.stdout[-2000:]}\n{result.stderr[-2000:]}")
    return json.loads(result.stdout)


class Ten(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with (CBS / "gemeenten.csv").open(encoding="utf-8-sig") as file:
            found = {row["gm_name"]: row for row in csv.DictReader(file)}
        cls.rows = [found[name] for name in TEN]
        cls.place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.place.cleanup)
        cls.folder = pathlib.Path(cls.place.name)
        short_file(cls.folder / "kwb-2022.csv", cls.rows)
        open_data_file(cls.folder / "85318NED.csv", cls.rows)
        cls.told = {row["gm_code"]: cls.imported(row, "kwb-2022.csv") for row in cls.rows}

    @classmethod
    def imported(cls, row, source):
        path = cls.folder / f"{row['gm_code']}-{source[:3]}.json"
        return call("municipality", "import", cls.folder / source, "--code", row["gm_code"], "-o", path)

    def test_both_forms_give_the_same_figures(self):
        for row in self.rows:
            with self.subTest(row["gm_name"]):
                told = self.told[row["gm_code"]]
                self.assertEqual((told["nl"], told["year"], told["year_assumed"]), (row["gm_name"], 2022, False))
                both = (told, self.imported(row, "85318NED.csv"))
                profiles = [json.loads(pathlib.Path(one["file"]).read_text()) for one in both]
                values = [{name: figure["value"] for name, figure in p["figures"].items()} for p in profiles]
                self.assertEqual(*values)
                self.assertEqual(*(p["tables"]["ages"]["values"] for p in profiles))
                self.assertEqual(values[0]["population"], float(row["population"]))
                self.assertEqual(values[0]["rented"], float(row["pct_rented"]) / 100)

    def test_what_is_not_published_is_national_and_told(self):
        for row in self.rows:
            with self.subTest(row["gm_name"]):
                told = self.told[row["gm_code"]]
                missing = {one["figure"] for one in told["stand_ins"]}
                for figure, column in (("youth_help", "pct_youth_0_22_with_youth_care"),
                                       ("ww", "n_unemployment_ww_2022"),
                                       ("income", "avg_standardised_hh_income_keur")):
                    self.assertEqual(figure in missing, not row[column], figure)
                self.assertIn("youth_spending", missing)
                self.assertNotIn("population", missing)

    def test_they_run_two_years_without_a_broken_law(self):
        for row in self.rows:
            with self.subTest(row["gm_name"]):
                told = self.told[row["gm_code"]]
                run = call("run", "verkokerd", "-m", told["file"], "--years", 2, "--replicates", 1, "--seed", 3,
                           "--check-laws", "-o", self.folder / f"{row['gm_code']}.h5")
                self.assertEqual(run["households"], int(row["households"]))


if __name__ == "__main__":
    for needed, why in ((pathlib.Path(PROGRAM), "is not built"), (CBS / "gemeenten.csv", "is not here")):
        if not needed.exists():
            print(f"skipped: {needed} {why}")
            sys.exit(77)
    unittest.main()

"""What figures and tables say, in Dutch and English, and numbers as they are written there."""
import re

import numpy as np

TEXTS = {
    "no_difference": ("geen aantoonbaar verschil", "no demonstrable difference"),
    "no_effect": ("niet aantoonbaar", "not demonstrable"),
    "difference": ("verschil met {reference}", "difference from {reference}"),
    "difference_of": ("{scenario} min {reference}", "{scenario} less {reference}"),
    "by_year": ("per jaar", "by year"), "by_month": ("per maand", "by month"), "whole": ("{first}-{last} samen", "{first}-{last} together"),
    "hollow": ("open stip: geen aantoonbaar verschil", "hollow dot: no demonstrable difference"),
    "band": ("vlak: 5e tot 95e percentiel van {runs}", "area: 5th to 95th percentile of {runs}"),
    "runs": ("{points} punten × {pairs}", "{points} points × {pairs}"),
    "point": ("punt {point}", "point {point}"),
    "pairs": ("{replicates} herhalingen", "{replicates} replicates"),
    "one_pair": ("1 herhaling", "1 replicate"),
    "higher": ("aantoonbaar hoger", "demonstrably higher"), "lower": ("aantoonbaar lager", "demonstrably lower"),
    "mean_higher": ("hoger", "higher"), "mean_lower": ("lager", "lower"), "mean_no_difference": ("gelijk", "equal"),
    "at_low": ("lage waarden van de as", "low values of the axis"), "at_high": ("hoge waarden van de as", "high values of the axis"),
    "mean_all": ("{difference}; streep: gemiddelde van alle punten, {value}", "{difference}; line: mean of all points, {value}"),
    "tornado": ("Wat het verschil verschuift", "What moves the difference"),
    "tornado_note": ("balk: gemiddelde bij de laagste en de hoogste {share} van de as; licht: het interval (90%) van hoog min laag omvat nul, "
                     "geen aantoonbaar verschil",
                     "bar: mean at the lowest and the highest {share} of the axis; pale: the interval (90%) of high less low spans zero, "
                     "no demonstrable difference"),
    "fifth": ("vijfde", "fifth"), "value": ("waarde", "value"),
    "scatter": ("Verschil bij iedere waarde", "Difference at every value"),
    "dot": ("stip: een punt, gemiddelde van zijn paren", "dot: a point, mean of its pairs"),
    "dot_and_range": ("stip: een punt, gemiddelde van zijn paren, met hun 5e tot 95e percentiel",
                      "dot: a point, mean of its pairs, with their 5th to 95th percentile"),
    "dot_of_one": ("stip: een punt met één paar, waarin toeval en keuze niet te scheiden zijn",
                   "dot: a point with one pair, in which luck and choice cannot be told apart"),
    "scatter_note": ("{dot}; lijn: gemiddelde van acht gelijke groepen", "{dot}; line: mean of eight equal groups"),
    "grid_note": ("{dot}; lijn: gemiddelde bij iedere waarde", "{dot}; line: mean at every value"),
    "sobol": ("Aandeel in de variantie (Sobol')", "Share of the variance (Sobol')"),
    "first": ("alleen (eerste orde)", "alone (first order)"), "total": ("met samenspel (totaal)", "with interplay (total)"),
    "morris": ("Gemiddelde grootte van het effect over het hele bereik (Morris)", "Mean size of the effect over the whole range (Morris)"),
    "mu_star": ("grootte (mu*)", "size (mu*)"), "sigma": ("verschil tussen plekken (sigma)", "difference between places (sigma)"),
    "regression": ("Samenhang met iedere as", "Relation with every axis"),
    "src": ("rechte lijn (gestandaardiseerd; R2 = {r2})", "straight line (standardised; R2 = {r2})"),
    "rank": ("rangorde (Spearman)", "rank order (Spearman)"),
    "index_note": ("streep: 90%-interval (bootstrap over {rows} rijen van het ontwerp); licht: het interval omvat nul, geen aantoonbaar verschil van nul",
                   "line: 90% interval (bootstrap over {rows} rows of the design); pale: the interval spans zero, no demonstrable difference from zero"),
    "morris_note": ("streep: 90%-interval (bootstrap over {rows} banen); eenheid van de uitkomst, over het hele bereik van de as",
                    "line: 90% interval (bootstrap over {rows} trajectories); unit of the outcome, over the whole range of the axis"),
    "dropped": ("{dropped} rijen met mislukte runs zijn weggelaten", "{dropped} rows with failed runs are left out"),
    "boomerang": ("Boemerangmaand", "Boomerang month"),
    "boomerang_long": ("maand waarna de opgetelde netto besparing onder nul blijft", "month after which the cumulative net saving stays below zero"),
    "no_boomerang": ("geen boemerang, of in minder dan de helft van de paren", "no boomerang, or in fewer than half of the pairs"), "never_saved": ("nooit bespaard", "never saved"), "failed": ("mislukt", "failed"),
    "map_note": ("getal: middelste maand van de paren met een boemerang, en in hoeveel paren die er is; kleur vanaf de helft van de paren",
                 "number: middle month of the pairs with a boomerang, and in how many pairs there is one; colour from half of the pairs on"),
    "map_others": ("alle waarden van de andere assen staan samen", "all values of the other axes are taken together"),
    "payer_all": ("alle betalers samen", "all payers together"),
    "left_out": ("{failed} runs mislukt, {missing} ontbreken: niet getekend", "{failed} runs failed, {missing} missing: not drawn"),
    "count": ("aantal", "number"), "euro": ("euro, prijspeil 2024", "euros, price level of 2024"),
    "source": ("Bron: CBS, CC BY 4.0", "Source: CBS, CC BY 4.0"),
    "contents": ("uitkomsten", "outcomes"), "scenarios": ("scenario's", "scenarios"), "replicates": ("herhalingen", "replicates"),
    "points": ("punten", "points"), "axes": ("assen", "axes"), "design": ("ontwerp", "design"),
    "share_beats": ("{scenario} is beter dan {reference} in {beats} van {points} punten (slechter in {loses}, gelijk in {equal})",
                    "{scenario} beats {reference} in {beats} of {points} points (worse in {loses}, equal in {equal})"),
    "share_sides": ("{scenario} ligt lager dan {reference} in {lower} van {points} punten, hoger in {higher}",
                    "{scenario} lies below {reference} in {lower} of {points} points, above it in {higher}"),
    "surely": ("; over de spreiding van de paren heen in {beats} en {loses}", "; beyond the range of the pairs in {beats} and {loses}"),
    "flips": ("{axis}: het verschil wisselt van teken tussen {smallest} en {largest} {unit}",
              "{axis}: the difference changes sign between {smallest} and {largest} {unit}"),
    "flips_lines": (" ({without} van {lines} lijnen zonder wisseling)", " ({without} of {lines} lines without a change)"),
    "flips_scatter": (" (losse punten: daartussen komen beide tekens voor)", " (scattered points: between them both signs occur)"),
    "flips_never": ("{axis}: het verschil wisselt nergens van teken", "{axis}: the difference changes sign nowhere"),
    "not_drawn": ("niet getekend: {figure}, want {reason}", "not drawn: {figure}, because {reason}"),
    "drawn": ("getekend: {path} (.svg, .png, .csv)", "drawn: {path} (.svg, .png, .csv)"),
    # refusals
    "sample": ("1 op {sample} huishoudens", "1 in {sample} households"),
    "not_whole": ("{path}: geen heel HDF5-bestand ({error})", "{path}: not a whole HDF5 file ({error})"),
    "not_ours": ("{path}: geen resultaat of studie van ontkoker (het attribuut filetype zegt iets anders)",
                 "{path}: not a result file or study of ontkoker (its attribute filetype says otherwise)"),
    "other_version": ("{path}: formaatversie {version}, en deze lezer kent versie {known}; gebruik de ontkoker_analysis die hoort bij het "
                      "programma dat het bestand maakte",
                      "{path}: format version {version}, and this reader knows version {known}; use the ontkoker_analysis that belongs to "
                      "the program which made the file"),
    "unreadable": ("{path}: een bestand van ontkoker ({kind}) dat niet te lezen is ({error})",
                   "{path}: a {kind} of ontkoker that cannot be read ({error})"),
    "open_study": ("{path}: een studie ({kind}), geen resultaat; open het met open_study", "{path}: a {kind}, not a result file; open it with open_study"),
    "open_result": ("{path}: een resultaat, geen studie; open het met open_result", "{path}: a result file, not a study; open it with open_result"),
    "one_shard": ("{path}: een deel van een studie; de andere punten staan in andere bestanden",
                  "{path}: one shard of a study; the other points are in other files"),
    "partial": ("{path}: van {runs} runs ontbreken er {missing} en mislukten er {failed}; hun getallen zijn NaN",
                "{path}: of {runs} runs {missing} are missing and {failed} failed; their numbers are NaN"),
    "no_plan": ("{path}: in een deel staat geen plan; dat is plan.json van de studie", "{path}: a shard holds no plan; it is in plan.json of the study"),
    "needs_months": ("een boemerangmaand vraagt waarden per maand; maak de studie met \"time\": \"months\"",
                     "a boomerang month needs values by month; plan the study with \"time\": \"months\""),
    "no_spending": ("het bestand heeft de uitkomst spending niet, waaruit besparingen volgen",
                    "the file does not hold the outcome spending, from which savings are made"),
    "one_scenario": ("er is maar een scenario: er valt niets te vergelijken", "one scenario only: there is nothing to compare"),
    "no_scenario": ("er is geen scenario {scenario} naast {reference}; wel: {known}", "no scenario {scenario} beside {reference}; one of: {known}"),
    "two_axes": ("een kaart heeft twee assen nodig", "a map needs two axes"),
    "no_axis": ("er is geen as {axis}; wel: {known}", "there is no axis {axis}; one of: {known}"),
    "no_outcome": ("er is geen uitkomst {name}; wel: {known}", "there is no outcome {name}; one of: {known}"),
    "no_part": ("{split} heeft geen deel {part}; wel: {known}", "{split} has no part {part}; one of: {known}"),
    "no_parts": ("{name} heeft geen delen", "{name} has no parts"),
    "one_moment": ("er is maar een moment: er valt niets per jaar op te tellen", "one moment only: there is nothing to add up by year"),
    "not_saltelli": ("{points} punten; een saltelli-ontwerp van {rows} rijen en {axes} assen heeft er {expected}",
                     "{points} points; a saltelli design of {rows} rows and {axes} axes has {expected}"),
    "all_equal": ("de uitkomst is in ieder punt gelijk: er valt niets te verdelen", "the outcome is the same at every point: there is nothing to share out"),
    "failed_rows": ("{bad} van {rows} rijen van het ontwerp hebben een mislukte of ontbrekende run; reken die, of vraag failed=\"drop\" (--failed drop)",
                    "{bad} of {rows} rows of the design hold a failed or missing run; run them, or ask for failed=\"drop\" (--failed drop)"),
    "few_rows": ("er blijven minder dan twee hele rijen over: er is geen index te berekenen", "fewer than two whole rows are left: no index can be computed"),
    "no_trajectories": ("{points} punten zijn geen heel aantal banen van {each} punten", "{points} points are no whole number of trajectories of {each} points"),
    "not_morris": ("deze punten zijn geen morris-ontwerp: iedere stap verzet een as, en iedere as een keer per baan",
                   "these points are no morris design: each step must move one axis, and each axis once a trajectory"),
    "few_points": ("{points} punten zijn te weinig voor {axes} assen", "{points} points are too few for {axes} axes"),
    "one_value": ("{names}: neemt maar een waarde aan, er valt geen samenhang te berekenen", "{names} takes one value only: there is nothing to relate"),
    "the_outcome": ("de uitkomst", "the outcome"),
    "no_second_order": ("paren van assen vragen een saltelli-ontwerp met second_order", "pairs of axes need a saltelli design with second_order"),
    "which_better": ("{wish}: lager noch hoger is op zichzelf beter; zeg better=\"lower\" of better=\"higher\"",
                     "{wish}: neither lower nor higher is better in itself; say better=\"lower\" or better=\"higher\""),
    "no_whole_point": ("{wish}: van geen punt zijn alle runs er", "{wish}: no point has all of its runs"),
}


class Said:
    """Something that is told in two languages; as plain text English, for those who program."""

    def __init__(self, key, **values):
        super().__init__(say(key, "en", **values))
        self.key, self.values = key, values

    def say(self, lang):
        return say(self.key, lang, **self.values)


class Refusal(Said, ValueError):
    """What was asked cannot be had from this file; one sentence says why."""


def say(key, lang="nl", **values):
    return TEXTS[key][0 if lang == "nl" else 1].format(**values)


def number(value, lang="nl", digits=3):
    """Three significant digits, thousands apart; Dutch has the comma where English has the point."""
    if not np.isfinite(value):
        return "-"
    size = abs(value)
    if size >= 10 ** (digits - 1) or value == int(value):
        text = f"{value:,.0f}"
    else:
        shown = f"{value:.{digits}g}"
        text = f"{float(shown):,.10f}".rstrip("0").rstrip(".") if size >= 1e-4 else shown
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text


def percent(share, lang="nl"):
    return number(100 * share, lang, 2) + "%"


# Units of parameters and levers, word by word; what is not here stays as it is.
DUTCH = {"share": "aandeel", "chance": "kans", "month": "maand", "months": "maanden", "week": "week", "weeks": "weken", "year": "jaar",
         "years": "jaar", "quarter": "kwartaal", "quarters": "kwartalen", "hour": "uur", "hours": "uur", "h": "uur", "days": "dagen",
         "d": "dagen", "minutes": "minuten", "min": "minuten", "points": "punten", "point": "punt", "number": "aantal", "count": "aantal",
         "children": "kinderen", "inhabitant": "inwoner", "inhabitants": "inwoners", "families": "gezinnen", "clients": "cliënten",
         "pupil": "leerling", "pupils": "leerlingen", "people": "mensen", "case": "zaak", "report": "melding", "level": "niveau",
         "size": "omvang", "weight": "gewicht", "ratio": "verhouding", "form": "vorm", "providers": "aanbieders", "capacity": "capaciteit",
         "elasticity": "elasticiteit", "norm": "norm", "of": "van", "the": "de", "a": "per", "an": "per", "and": "en", "or": "of", "EUR": "euro"}


def unit(attrs, lang="nl"):
    """Unit of an outcome in words."""
    found = str(attrs.get("unit_word", attrs["units"]))
    if found in ("1", "EUR"):
        return say("count" if found == "1" else "euro", lang)
    return axis_unit(attrs, lang)


def axis_unit(attrs, lang="nl"):
    """Unit of a varied value in words; empty for a bare number."""
    found = str(attrs.get("unit_word", attrs["units"]))
    if found == "1":
        return ""
    return re.sub(r"[A-Za-z]+", lambda word: DUTCH.get(word[0], word[0]), found) if lang == "nl" else found


def long_name(attrs, lang="nl"):
    return str(attrs.get("long_name_nl" if lang == "nl" else "long_name", ""))

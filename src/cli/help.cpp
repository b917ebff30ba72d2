#include "help.h"

#include "options_sweep.h"

namespace ontkoker::cli {

std::string_view summary(Command command, Words say) {
    switch (command) {
        case Command::run:
            return say("Eén scenario doorrekenen voor één gemeente.", "Run one scenario for one municipality.");
        case Command::compare:
            return say("Twee of meer scenario's met hetzelfde toeval naast elkaar leggen, met rapport.",
                       "Put two or more scenarios side by side under the same luck, with a report.");
        case Command::check:
            return say("Bestanden controleren; alle fouten in één keer.", "Check files; all errors at once.");
        case Command::params:
            return say("Alle parameters en knoppen met eenheid, bereik, status en bron.",
                       "All parameters and levers with unit, range, status and source.");
        case Command::inspect:
            return say("Tonen wat er in een resultaatbestand zit.", "Show what is inside a result file.");
        case Command::rerun:
            return say("Een resultaatbestand narekenen uit de configuratie die erin zit.",
                       "Run a result file again from the configuration that it carries.");
        case Command::schema:
            return say("JSON Schema van een soort bestand.", "JSON Schema of a kind of file.");
        case Command::processes:
            return say("De geordende lijst van processen: het model.", "The ordered list of processes: the model.");
        case Command::profile:
            return say("Wat gepubliceerd is over een gemeente tegen wat het model ervan maakt.",
                       "What is published about a municipality against what the model makes of it.");
        case Command::municipality_import:
            return say("Een gemeenteprofiel maken uit de Kerncijfers wijken en buurten van het CBS.",
                       "Make a municipality's profile from CBS's Kerncijfers wijken en buurten.");
        case Command::households:
            return say("De maand van elf voorbeeldhuishoudens bij drie inkomens, zonder en met een scenario.",
                       "The month of eleven example households at three incomes, without and with a scenario.");
        case Command::family:
            return say("De jaren van één verzonnen gezin onder twee scenario's naast elkaar, met tijdlijn.",
                       "The years of one made-up family under two scenarios side by side, with a timeline.");
        case Command::systems:
            return say("De lokale systemen uit de documenten: wat ze doen, en wat een document erover zegt.",
                       "The local systems of the documents: what they do, and what a document says of them.");
        case Command::explain:
            return say("Waardoor twee scenario's verschillen: een waterval per knop en een keten per schakel.",
                       "Why two scenarios differ: a waterfall by lever and a chain link by link.");
        case Command::build:
            return say("Een beginscenario maken uit de checklist van elf vakjes (ja, deels, nee).",
                       "Make a starting scenario from the checklist of eleven boxes (yes, partly, no).");
        case Command::sweep_plan:
            return say("Een studie uitschrijven: de tabel van punten, en wat zij kost.",
                       "Write out a study: the table of points, and what it costs.");
        case Command::sweep_run:
            return say("Rekenen wat van een studie nog ontbreekt.", "Run what is still missing of a study.");
        case Command::sweep_status:
            return say("Hoever een studie is; elk bestand wordt nagekeken.", "How far a study is; every file is checked.");
        case Command::sweep_merge:
            return say("De delen van een studie samenvoegen tot één HDF5-bestand.",
                       "Put the shards of a study together in one HDF5 file.");
        case Command::sweep_suggest:
            return say("De volgende punten: waar de conclusie omslaat.", "The next points: where the conclusion flips.");
        case Command::export_table:
            return say("Een resultaat of studie als tabel (CSV).", "A result or study as a table (CSV).");
        case Command::none:
            break;
    }
    return "";
}

std::string_view family_summary(std::string_view first, Words say) {
    if (first == "municipality")
        return say("Gemeenteprofielen maken uit gepubliceerde cijfers.", "Make profiles of municipalities from published figures.");
    return say("Studies over vele punten: plannen, rekenen, samenvoegen.",
               "Studies over many points: plan, run, merge.");
}

namespace {

constexpr std::string_view run_nl = R"(Voorbeelden:
  ontkoker run verkokerd -m woudenberg --years 10 --replicates 5 -o runs/woudenberg.h5
  ontkoker run integraal -m zwolle --seed 7 --threads 2 -o runs/zwolle.h5 --json

Een onderbroken opdracht gaat met dezelfde woorden verder na de laatste voltooide herhaling.)";
constexpr std::string_view run_en = R"(Examples:
  ontkoker run verkokerd -m woudenberg --years 10 --replicates 5 -o runs/woudenberg.h5
  ontkoker run integraal -m zwolle --seed 7 --threads 2 -o runs/zwolle.h5 --json

An interrupted command goes on after its last finished replicate when it is given again.)";
constexpr std::string_view compare_nl = R"(Voorbeelden:
  ontkoker compare configs/comparisons/heusden-minimaregeling.json -o runs/heusden
  ontkoker compare -m zwolle --scenario verkokerd --scenario integraal --years 10 --replicates 20 -o runs/zwolle
  ontkoker compare --system almelo-doorbraak --years 10 --replicates 20 --seed 1 -o runs/almelo

De map krijgt result.h5, rapport.html, tabel.csv en figuren/.)";
constexpr std::string_view compare_en = R"(Examples:
  ontkoker compare configs/comparisons/heusden-minimaregeling.json -o runs/heusden --lang en
  ontkoker compare -m zwolle --scenario verkokerd --scenario integraal --years 10 --replicates 20 -o runs/zwolle
  ontkoker compare --system almelo-doorbraak --years 10 --replicates 20 --seed 1 -o runs/almelo

The folder gets result.h5, rapport.html, tabel.csv and figuren/.)";
constexpr std::string_view check_nl = R"(Voorbeelden:
  ontkoker check configs/scenarios/integraal.json
  ontkoker check --json mijn-gemeente.json mijn-vergelijking.json)";
constexpr std::string_view check_en = R"(Examples:
  ontkoker check configs/scenarios/integraal.json
  ontkoker check --json my-municipality.json my-comparison.json)";
constexpr std::string_view params_nl = R"(Voorbeelden:
  ontkoker params
  ontkoker params bijstand --json)";
constexpr std::string_view params_en = R"(Examples:
  ontkoker params
  ontkoker params bijstand --json)";
constexpr std::string_view inspect_nl = R"(Voorbeelden:
  ontkoker inspect runs/heusden/result.h5
  ontkoker inspect runs/heusden/result.h5 --config > configuratie.json)";
constexpr std::string_view inspect_en = R"(Examples:
  ontkoker inspect runs/heusden/result.h5
  ontkoker inspect runs/heusden/result.h5 --config > configuration.json)";
constexpr std::string_view rerun_nl = R"(Voorbeelden:
  ontkoker rerun runs/heusden/result.h5
  ontkoker rerun runs/heusden/result.h5 --threads 1 -o runs/nogmaals.h5

Code 0: dezelfde digest. Code 1: een andere.)";
constexpr std::string_view rerun_en = R"(Examples:
  ontkoker rerun runs/heusden/result.h5
  ontkoker rerun runs/heusden/result.h5 --threads 1 -o runs/again.h5

Code 0: the same digest. Code 1: another one.)";
constexpr std::string_view schema_nl = R"(Voorbeelden:
  ontkoker schema
  ontkoker schema scenario > scenario.schema.json)";
constexpr std::string_view schema_en = R"(Examples:
  ontkoker schema
  ontkoker schema scenario > scenario.schema.json)";
constexpr std::string_view processes_nl = R"(Voorbeelden:
  ontkoker processes
  ontkoker processes --json)";
constexpr std::string_view processes_en = R"(Examples:
  ontkoker processes
  ontkoker processes --json)";

constexpr std::string_view profile_nl = R"(Voorbeelden:
  ontkoker profile heusden
  ontkoker profile woudenberg --base-years 5 --replicates 2 --markdown)";
constexpr std::string_view profile_en = R"(Examples:
  ontkoker profile heusden
  ontkoker profile woudenberg --base-years 5 --replicates 2 --markdown)";

constexpr std::string_view municipality_nl = R"(Voorbeelden:
  ontkoker municipality import kwb-2022.csv --code GM0797 -o models/municipalities/mijn-heusden.json
  ontkoker municipality import 85618NED.csv --code GM0351 -o woudenberg.json --overwrite

Leest de edities 2019 tot en met 2024, met puntkomma's, komma's of tabs. Wat het bestand niet heeft, wordt een
landelijk cijfer; het overzicht zegt welk, en het profiel zegt het per cijfer. Daarna: ontkoker run SCENARIO -m PROFIEL.)";
constexpr std::string_view municipality_en = R"(Examples:
  ontkoker municipality import kwb-2022.csv --code GM0797 -o models/municipalities/my-heusden.json
  ontkoker municipality import 85618NED.csv --code GM0351 -o woudenberg.json --overwrite

Reads the editions 2019 to 2024, with semicolons, commas or tabs. What the file lacks becomes a national figure; the
overview says which, and the profile says so for each figure. Next: ontkoker run SCENARIO -m PROFILE.)";

constexpr std::string_view households_nl = R"(Voorbeelden:
  ontkoker households -m heusden
  ontkoker households -m heusden --scenario boemerang-minimaregeling --month 2028-01
  ontkoker households -m zwolle --scenario utrecht-jongerentoeslag --csv huishoudens.csv

Bedragen in euro per maand, uit dezelfde regels als de simulatie. Wat een huishouden laat liggen telt hier niet.)";
constexpr std::string_view households_en = R"(Examples:
  ontkoker households -m heusden --lang en
  ontkoker households -m heusden --scenario boemerang-minimaregeling --month 2028-01
  ontkoker households -m zwolle --scenario utrecht-jongerentoeslag --csv households.csv

Amounts in euros a month, by the same rules as the simulation. What a household leaves unclaimed does not count here.)";
constexpr std::string_view family_nl = R"(Voorbeelden:
  ontkoker family heusden-integraal --like "alleenstaande ouder, schulden, kind van tien"
  ontkoker family -m zwolle --scenario verkokerd --scenario integraal --case slecht -o runs/gezin

Volgt alle passende gezinnen (hooguit 200) onder twee scenario's met hetzelfde toeval, en vertelt het middelste, een
goed en een slecht geval, op volgorde van het verschil in zwaarte: stress van de ouders, last van de kinderen en schuld.)";
constexpr std::string_view family_en = R"(Examples:
  ontkoker family heusden-integraal --like "single parent, debts, child of ten" --lang en
  ontkoker family -m zwolle --scenario verkokerd --scenario integraal --case bad -o runs/family

Watches all families that fit (at most 200) under two scenarios with the same luck, and tells the median, a good and a
bad case, in order of the difference in burden: stress of the parents, load of the children and debt.)";

constexpr std::string_view systems_nl = R"(Voorbeelden:
  ontkoker systems
  ontkoker systems utrecht-buurtteams
  ontkoker compare --system utrecht-buurtteams --years 10 --replicates 20 -o runs/utrecht

Status: observed (eigen cijfers van de gemeente), case (een paar gekozen gevallen), plan (vooraf berekend), aim (bedoeld),
claim (bewering). Niets daarvan wordt afgedwongen: models/systems.md zegt wat hier gebeurt.)";
constexpr std::string_view systems_en = R"(Examples:
  ontkoker systems --lang en
  ontkoker systems utrecht-buurtteams --lang en
  ontkoker compare --system utrecht-buurtteams --years 10 --replicates 20 -o runs/utrecht

Status: observed (a municipality's own figures), case (a few chosen cases), plan (computed beforehand), aim (intended),
claim. None of it is forced: models/systems.md says what happens here.)";
constexpr std::string_view explain_nl = R"(Voorbeelden:
  ontkoker explain heusden-minimaregeling -o runs/uitleg
  ontkoker explain heusden-integraal --outcome fund_spending/youth --orders 16
  ontkoker explain heusden-minimaregeling --orders 0 --chain minimaregelingen --off-link livelihood_load

Verdeelt het verschil tussen de maatstaf en één ander scenario over de knoppen die verschillen: het gemiddelde van wat elke
knop toevoegt, over alle volgorden (tot en met zes knoppen) of over getrokken volgorden. Rekent met een steekproef van
huishoudens tenzij --sample is gegeven. Een schakel uitzetten rekent beide scenario's opnieuw zonder die schakel.)";
constexpr std::string_view explain_en = R"(Examples:
  ontkoker explain heusden-minimaregeling -o runs/explained --lang en
  ontkoker explain heusden-integraal --outcome fund_spending/youth --orders 16
  ontkoker explain heusden-minimaregeling --orders 0 --chain minimaregelingen --off-link livelihood_load

Shares the difference between the reference and one other scenario out over the levers that differ: the mean of what each
lever adds, over all orders (up to six levers) or over sampled orders. Runs a sample of households unless --sample is
given. Switching a link off runs both scenarios again without that link.)";
constexpr std::string_view build_nl = R"(Voorbeelden:
  ontkoker build --answers ja,deels,nee,ja,deels,nee,ja,deels,nee,deels,nee -o configs/scenarios/werksessie.json
  ontkoker build antwoorden.json -o werksessie.json
  ontkoker build -o werksessie.json          (vraagt de vakjes een voor een)

De vakjes en hun knoppen staan in models/checklist.json. Ja: de waarde van daar; deels: halverwege; nee: blijft zoals het is.)";
constexpr std::string_view build_en = R"(Examples:
  ontkoker build --answers yes,partly,no,yes,partly,no,yes,partly,no,partly,no -o configs/scenarios/workshop.json
  ontkoker build answers.json -o workshop.json
  ontkoker build -o workshop.json --lang en  (asks the boxes one by one)

The boxes and their levers are in models/checklist.json. Yes: the value there; partly: half way; no: stays as it is.)";

constexpr std::string_view overview_nl =
    R"(ontkoker: wat doet een keuze in de ene koker van het sociaal domein in de andere?

Voorbeelden:
  ontkoker compare configs/comparisons/heusden-minimaregeling.json -o runs/heusden
  ontkoker run verkokerd -m woudenberg --years 10 --replicates 5 -o runs/woudenberg.h5

Opdrachten:
  run         één scenario doorrekenen
  compare     scenario's vergelijken, met rapport
  check       bestanden controleren
  params      parameters en knoppen, met bron
  inspect     wat zit er in een resultaatbestand
  rerun       een resultaat narekenen
  schema      JSON Schema van een soort bestand
  processes   de geordende lijst van processen
  profile     gepubliceerd tegen gemaakt, per gemeente
  households  de maand van elf voorbeeldhuishoudens
  family      de jaren van één verzonnen gezin
  systems     de lokale systemen uit de documenten
  explain     waardoor scenario's verschillen
  build       een scenario uit elf vakjes
  municipality import   een profiel maken uit cijfers van het CBS
  sweep plan, run, status, merge, suggest   studies over vele punten
  export      een resultaat of studie als tabel (CSV)

Meer: ontkoker OPDRACHT --help. In English: --lang en.
Codes: 0 goed, 1 een controle faalde, 2 fout in opdracht of invoer, 3 bestand of schijf, 130 onderbroken.
)";
constexpr std::string_view overview_en =
    R"(ontkoker: what does a choice in one silo of the social domain do in the others?

Examples:
  ontkoker compare configs/comparisons/heusden-minimaregeling.json -o runs/heusden --lang en
  ontkoker run verkokerd -m woudenberg --years 10 --replicates 5 -o runs/woudenberg.h5

Commands:
  run         run one scenario
  compare     compare scenarios, with a report
  check       check files
  params      parameters and levers, with sources
  inspect     what is inside a result file
  rerun       run a result file again
  schema      JSON Schema of a kind of file
  processes   the ordered list of processes
  profile     published against made, by municipality
  households  the month of eleven example households
  family      the years of one made-up family
  systems     the local systems of the documents
  explain     why scenarios differ
  build       a scenario from eleven boxes
  municipality import   make a profile from CBS figures
  sweep plan, run, status, merge, suggest   studies over many points
  export      a result or study as a table (CSV)

More: ontkoker COMMAND --help.
Codes: 0 fine, 1 a check failed, 2 wrong command or input, 3 file or disk, 130 interrupted.
)";

}  // namespace

std::string_view examples(Command command, Words say) {
    switch (command) {
        case Command::run:
            return say(run_nl, run_en);
        case Command::compare:
            return say(compare_nl, compare_en);
        case Command::check:
            return say(check_nl, check_en);
        case Command::params:
            return say(params_nl, params_en);
        case Command::inspect:
            return say(inspect_nl, inspect_en);
        case Command::rerun:
            return say(rerun_nl, rerun_en);
        case Command::schema:
            return say(schema_nl, schema_en);
        case Command::processes:
            return say(processes_nl, processes_en);
        case Command::profile:
            return say(profile_nl, profile_en);
        case Command::municipality_import:
            return say(municipality_nl, municipality_en);
        case Command::households:
            return say(households_nl, households_en);
        case Command::family:
            return say(family_nl, family_en);
        case Command::systems:
            return say(systems_nl, systems_en);
        case Command::explain:
            return say(explain_nl, explain_en);
        case Command::build:
            return say(build_nl, build_en);
        case Command::sweep_plan:
        case Command::sweep_run:
        case Command::sweep_status:
        case Command::sweep_merge:
        case Command::sweep_suggest:
        case Command::export_table:
            return sweep_examples(command, say);
        case Command::none:
            break;
    }
    return "";
}

std::string_view overview(Words say) { return say(overview_nl, overview_en); }

}  // namespace ontkoker::cli

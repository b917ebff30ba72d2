#include "options_explain.h"

#include <CLI/CLI.hpp>

#include "options_groups.h"

namespace ontkoker::cli {

void explain_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("COMPARISON", options.words,
                   text(say, "naam of bestand van een vergelijking", "name or file of a comparison"))
        ->expected(0, 1);
    sub.add_option("--scenario", options.scenarios,
                   text(say, "welk scenario naast de maatstaf (anders het laatste); zonder vergelijking: twee keer",
                        "which scenario beside the reference (else the last); without a comparison: twice"))
        ->allow_extra_args(false);
    sub.add_option("--outcome", options.outcomes,
                   text(say, "uitkomst of uitkomst/deel; herhaal het (anders die van de vergelijking)",
                        "outcome or outcome/part; repeat it (else those of the comparison)"))
        ->allow_extra_args(false);
    sub.add_option("--orders", options.orders,
                   text(say, "aantal volgorden bij meer dan zes knoppen (8); 0: alleen de keten",
                        "number of orders with more than six levers (8); 0: the chain only"))
        ->check(CLI::Range(0, 1000));
    sub.add_option("--chain", options.chain,
                   text(say, "welke keten uit models/chains.json (anders die van de knoppen)",
                        "which chain of models/chains.json (else those of the levers)"));
    sub.add_option("--off-link", options.off_link,
                   text(say, "reken beide scenario's ook zonder deze schakel: schakel of keten/schakel",
                        "run both scenarios without this link too: link or chain/link"));
    sub.add_option("-o,--output", options.output,
                   text(say, "map voor uitleg.json, uitleg.csv en figuren", "folder for uitleg.json, uitleg.csv and figures"));
    settings_options(sub, options, say);
}

void build_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("FILE", options.words,
                   text(say, "bestand met antwoorden (.json); zonder bestand en --answers wordt het gevraagd",
                        "file with answers (.json); without it and --answers they are asked"))
        ->expected(0, 1);
    sub.add_option("--answers", options.answers,
                   text(say, "elf antwoorden met komma's: ja, deels of nee", "eleven answers with commas: yes, partly or no"));
    sub.add_option("--name", options.name,
                   text(say, "naam van het scenario (anders die van het bestand)", "name of the scenario (else that of the file)"));
    sub.add_option("--from", options.from,
                   text(say, "eerste maand, JJJJ-MM (anders de eerstvolgende januari)",
                        "first month, YYYY-MM (else next January)"));
    sub.add_option("-o,--output", options.output, text(say, "scenariobestand (.json)", "scenario file (.json)"))->required();
    replacing_options(sub, options, say);
}

}  // namespace ontkoker::cli

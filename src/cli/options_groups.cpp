#include "options_groups.h"

#include <CLI/CLI.hpp>

namespace ontkoker::cli {

void town_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("-m,--municipality", options.municipality,
                   text(say, "naam of bestand van een gemeenteprofiel", "name or file of a municipality's profile"));
    sub.add_option("--years", options.years, text(say, "aantal jaren, 1 tot en met 30", "number of years, 1 to 30"));
}

void settings_options(CLI::App& sub, Options& options, Words say) {
    town_options(sub, options, say);
    repeats_options(sub, options, say);
    switching_options(sub, options, say);
    running_options(sub, options, say);
}

void repeats_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("--replicates", options.replicates,
                   text(say, "aantal herhalingen met ander toeval", "number of repetitions with other luck"));
    luck_options(sub, options, say);
}

void luck_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("--seed", options.seed, text(say, "getal dat het toeval vastlegt", "number that fixes the luck"));
    sub.add_option("--start-year", options.start_year, text(say, "eerste jaar", "first year"));
    sub.add_option("--sample", options.sample,
                   text(say, "reken met elk n-de huishouden (snel, minder nauwkeurig)",
                        "simulate every n-th household (quick, less precise)"));
    figures_options(sub, options, say);
}

void figures_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("--overlay", options.overlay,
                   text(say, "eigen cijfers van de gemeente, over het profiel heen (naam of bestand)",
                        "the municipality's own figures, laid over its profile (name or file)"));
    sub.add_option("--set", options.assumptions,
                   text(say, "andere aanname: parameter=waarde (zie params)",
                        "another assumption: parameter=value (see params)"))
        ->allow_extra_args(false);
}

void switching_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("--off", options.off,
                   text(say, "schakel een proces uit, in alle scenario's (zie processes)",
                        "switch a process off, in all scenarios (see processes)"))
        ->allow_extra_args(false);
}

void running_options(CLI::App& sub, Options& options, Words say) {
    threads_options(sub, options, say);
    sub.add_option("--grain", options.grain, "")->check(CLI::Range(1, 100000000))->group("");
    sub.add_flag("--check-laws", options.weekly_laws,
                 text(say, "controleer alle boekhoudwetten iedere week (trager)",
                      "check all laws of the books every week (slower)"));
    sub.add_flag("--profile", options.profile,
                 text(say, "toon per proces tijd, deel, draden en geraakt geheugen (trager)",
                      "show time, share, threads and memory touched for each process (slower)"));
    replacing_options(sub, options, say);
}

void threads_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("--threads", options.threads,
                   text(say, "aantal rekendraden; verandert geen uitkomst", "number of threads; changes no result"))
        ->check(CLI::Range(1, 1024));
}

void replacing_options(CLI::App& sub, Options& options, Words say) {
    sub.add_flag("--overwrite", options.overwrite, text(say, "vervang wat er al staat", "replace what is there"));
}

}  // namespace ontkoker::cli

#include "options_sweep.h"

#include <CLI/CLI.hpp>

#include "options_groups.h"

namespace ontkoker::cli {
namespace {

void folder(CLI::App& sub, Options& options, Words say) {
    sub.add_option("PLANDIR", options.words, text(say, "map van de studie", "folder of the study"))->required()->expected(1);
}

void plan(CLI::App& sub, Options& options, Words say) {
    sub.add_option("SWEEP", options.words, text(say, "naam of bestand van een studie", "name or file of a study"))
        ->required()
        ->expected(1);
    sub.add_option("-o,--output", options.output, text(say, "map voor de studie", "folder for the study"));
    sub.add_flag("--dry-run", options.dry_run,
                 text(say, "schrijf niets; vertel aantallen, tijd, geheugen, schijf en de regel voor sbatch",
                      "write nothing; tell numbers, time, memory, disk and the line for sbatch"));
    sub.add_option("--points-per-shard", options.points_per_shard,
                   text(say, "punten in een bestand (anders zo veel als passen bij rekentijd en aantal)",
                        "points in a file (else as many as fit the time and number of runs)"))
        ->check(CLI::Range(1, 1000000));
    town_options(sub, options, say);
    repeats_options(sub, options, say);
    replacing_options(sub, options, say);
}

void run(CLI::App& sub, Options& options, Words say) {
    folder(sub, options, say);
    sub.add_option("--tasks", options.tasks,
                   text(say, "i/n: alleen het i-de van n delen, i van 1 tot en met n", "i/n: the i-th of n parts only, i from 1 to n"));
    sub.add_flag("--retry-failed", options.retry_failed,
                 text(say, "reken ook wat eerder mislukte opnieuw", "run again what failed before, too"));
    threads_options(sub, options, say);
}

void merge(CLI::App& sub, Options& options, Words say) {
    folder(sub, options, say);
    sub.add_option("-o,--output", options.output, text(say, "samengevoegd bestand (.h5)", "merged file (.h5)"))->required();
    sub.add_flag("--partial", options.partial,
                 text(say, "ook als er delen ontbreken; het bestand zegt dat", "also when shards are missing; the file says so"));
    sub.add_flag("--virtual", options.virtual_view,
                 text(say, "alleen verwijzingen naar de delen: meteen klaar, niet te verplaatsen",
                      "only references to the shards: at once, cannot be moved"));
    replacing_options(sub, options, say);
}

void suggest(CLI::App& sub, Options& options, Words say) {
    sub.add_option("FILE", options.words,
                   text(say, "samengevoegde bestanden of mappen van studies over dezelfde vraag",
                        "merged files or folders of studies of the same question"))
        ->required()
        ->expected(1, 64);
    sub.add_option("--outcome", options.outcomes,
                   text(say, "uitkomst of uitkomst/deel waarvan het verschil omslaat",
                        "outcome or outcome/part whose difference flips"))
        ->required()
        ->allow_extra_args(false);
    sub.add_option("--scenario", options.scenario,
                   text(say, "welk scenario naast de maatstaf (anders het laatste)", "which scenario beside the reference (else the last)"));
    sub.add_option("--axis", options.axis,
                   text(say, "langs welke as (anders alle)", "along which axis (else all)"));
    sub.add_option("--target", options.target,
                   text(say, "het verschil waarbij de conclusie omslaat (0)", "the difference at which the conclusion flips (0)"));
    sub.add_option("--points", options.point,
                   text(say, "hoogstens zo veel nieuwe punten (8)", "at most that many new points (8)"))
        ->check(CLI::Range(1, 10000));
    sub.add_option("-o,--output", options.output, text(say, "nieuwe studie (.json)", "new study (.json)"));
    replacing_options(sub, options, say);
}

void export_table(CLI::App& sub, Options& options, Words say) {
    sub.add_option("FILE", options.words,
                   text(say, "resultaat of samengevoegde studie (.h5)", "result or merged study (.h5)"))
        ->required()
        ->expected(1);
    sub.add_option("--outcome", options.outcomes,
                   text(say, "uitkomst; herhaal het (anders alle)", "outcome; repeat it (else all)"))
        ->allow_extra_args(false);
    sub.add_option("--by", options.period, text(say, "month of year (anders zoals in het bestand)", "month or year (else as in the file)"))
        ->check(CLI::IsMember({"month", "year"}, CLI::ignore_case));
    sub.add_option("-o,--output", options.output, text(say, "tabel (.csv)", "table (.csv)"))->required();
    replacing_options(sub, options, say);
}

}  // namespace

void sweep_options(CLI::App& sub, Command command, Options& options, Words say) {
    switch (command) {
        case Command::sweep_plan:
            return plan(sub, options, say);
        case Command::sweep_run:
            return run(sub, options, say);
        case Command::sweep_status:
            return folder(sub, options, say);
        case Command::sweep_merge:
            return merge(sub, options, say);
        case Command::sweep_suggest:
            return suggest(sub, options, say);
        default:
            return export_table(sub, options, say);
    }
}

void rerun_options(CLI::App& sub, Options& options, Words say) {
    sub.add_option("--point", options.point,
                   text(say, "van een studie: dit punt, vanaf 0", "of a study: this point, from 0"))
        ->check(CLI::Range(0, 2147483647));
    sub.add_option("--replicate", options.replicate,
                   text(say, "van een studie: deze herhaling, vanaf 0", "of a study: this replicate, from 0"))
        ->check(CLI::Range(0, 9999));
    sub.add_option("--journal", options.journal,
                   text(say, "bewaar wat ieder huishouden overkwam (.csv)", "keep what happened to every household (.csv)"));
    running_options(sub, options, say);
    sub.add_option("-o,--output", options.output, text(say, "bewaar het nieuwe resultaat (.h5)", "keep the new result (.h5)"));
}

std::string_view sweep_examples(Command command, Words say) {
    switch (command) {
        case Command::sweep_plan:
            return say("Voorbeelden:\n  ontkoker sweep plan smoke --dry-run\n  ontkoker sweep plan configs/sweeps/smoke.json -o runs/smoke",
                       "Examples:\n  ontkoker sweep plan smoke --dry-run\n  ontkoker sweep plan configs/sweeps/smoke.json -o runs/smoke");
        case Command::sweep_run:
            return say("Voorbeelden:\n  ontkoker sweep run runs/smoke\n  ontkoker sweep run runs/smoke --tasks 3/8 --threads 2",
                       "Examples:\n  ontkoker sweep run runs/smoke\n  ontkoker sweep run runs/smoke --tasks 3/8 --threads 2");
        case Command::sweep_status:
            return say("Voorbeeld:\n  ontkoker sweep status runs/smoke --json", "Example:\n  ontkoker sweep status runs/smoke --json");
        case Command::sweep_merge:
            return say("Voorbeeld:\n  ontkoker sweep merge runs/smoke -o runs/smoke.h5", "Example:\n  ontkoker sweep merge runs/smoke -o runs/smoke.h5");
        case Command::sweep_suggest:
            return say("Voorbeeld:\n  ontkoker sweep suggest runs/smoke.h5 --outcome spending/municipality -o volgende.json",
                       "Example:\n  ontkoker sweep suggest runs/smoke.h5 --outcome spending/municipality -o next.json");
        default:
            return say("Voorbeeld:\n  ontkoker export runs/heusden/result.h5 --outcome spending --by year -o uitgaven.csv",
                       "Example:\n  ontkoker export runs/heusden/result.h5 --outcome spending --by year -o spending.csv");
    }
}

}  // namespace ontkoker::cli

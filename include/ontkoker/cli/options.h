// What was typed on the command line, as plain data.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ontkoker/io/svg/numbers.h"

namespace ontkoker::cli {

// How every command ends.
enum Exit : int {
    exit_ok = 0,
    exit_check_failed = 1,   // finished, but a law or a check failed
    exit_usage = 2,          // wrong command line or configuration; nothing ran
    exit_file = 3,           // file, HDF5 library or disk
    exit_interrupted = 130,  // stopped on request; the same command goes on
};

enum class Command {
    none, run, compare, check, params, inspect, rerun, schema, processes, profile, municipality_import, households, family,
    systems, explain, build, sweep_plan, sweep_run, sweep_status, sweep_merge, sweep_suggest, export_table
};

struct Options {
    Command command = Command::none;
    Language language = Language::nl;
    bool json = false, quiet = false, overwrite = false;
    std::string root;                    // folder that holds models/ and configs/; found when empty
    std::string output;                  // -o
    std::vector<std::string> words;      // what follows the command: scenario, comparison, files, kind
    std::vector<std::string> scenarios;  // compare --scenario
    std::string system;                  // compare --system
    std::string municipality;
    std::string overlay;                   // --overlay
    std::string code;                      // municipality import --code
    std::string month, csv;                // households --month, --csv
    std::optional<std::int64_t> edition;   // municipality import --edition
    std::vector<std::string> assumptions;  // --set name=value
    std::vector<std::string> off;          // --off PROCESS
    std::optional<std::int64_t> years, replicates, seed, sample, start_year;
    int threads = 0;           // 0: as many as the machine has
    std::int64_t grain = 0;    // 0: the default; for tests
    bool weekly_laws = false;  // --check-laws
    bool profile = false;      // --profile
    bool only_config = false;  // inspect --config
    bool markdown = false;     // profile --markdown
    std::string like;            // family --like
    std::string family_case;     // family --case: median, good, bad, all or empty
    std::uint64_t household = 0; // family --household: a key, 0 for none
    std::vector<std::string> outcomes;    // explain --outcome
    std::string chain, off_link;          // explain --chain, --off-link
    std::optional<std::int64_t> orders;   // explain --orders
    std::string answers, name, from;      // build --answers, --name, --from
    std::optional<std::int64_t> points_per_shard;            // sweep plan --points-per-shard
    bool dry_run = false;                                    // sweep plan --dry-run
    std::string tasks;                                       // sweep run --tasks, "3/8"
    bool retry_failed = false;                               // sweep run --retry-failed
    bool partial = false, virtual_view = false;              // sweep merge --partial, --virtual
    std::string axis, target, scenario;                      // sweep suggest --axis, --target, --scenario
    std::optional<std::int64_t> point, replicate;            // rerun --point, --replicate (both from 0)
    std::string journal;                                     // rerun --journal
    std::string period;                                      // export --by: month or year
    std::string typed;         // the whole command line
};

// What parsing ended with when there is nothing to do: text for a stream, and the exit code.
struct Ended {
    int code = exit_ok;
    std::string message;  // help on stdout (code 0), or what is wrong on stderr
    std::string hint;
    bool json = false;
    Language language = Language::nl;
};

std::variant<Options, Ended> parse_command_line(int count, const char* const* words);

}  // namespace ontkoker::cli

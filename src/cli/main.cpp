#include <fmt/format.h>

#include "commands.h"
#include "ontkoker/engine/wide.h"
#include "output.h"

namespace {

using namespace ontkoker::cli;

int dispatch(const Options& options) {
    switch (options.command) {
        case Command::run:
            return run_command(options);
        case Command::compare:
            return compare_command(options);
        case Command::check:
            return check_command(options);
        case Command::params:
            return params_command(options);
        case Command::inspect:
            return inspect_command(options);
        case Command::rerun:
            return rerun_command(options);
        case Command::schema:
            return schema_command(options);
        case Command::processes:
            return processes_command(options);
        case Command::profile:
            return profile_command(options);
        case Command::municipality_import:
            return municipality_import_command(options);
        case Command::households:
            return households_command(options);
        case Command::family:
            return family_command(options);
        case Command::systems:
            return systems_command(options);
        case Command::explain:
            return explain_command(options);
        case Command::build:
            return build_command(options);
        case Command::sweep_plan:
            return sweep_plan_command(options);
        case Command::sweep_run:
            return sweep_run_command(options);
        case Command::sweep_status:
            return sweep_status_command(options);
        case Command::sweep_merge:
            return sweep_merge_command(options);
        case Command::sweep_suggest:
            return sweep_suggest_command(options);
        case Command::export_table:
            return export_command(options);
        case Command::none:
            break;
    }
    return exit_usage;
}

int end(const Ended& ended) {
    if (ended.code == exit_ok) {
        print(ended.message);
        return exit_ok;
    }
    Options options;
    options.json = ended.json;
    options.language = ended.language;
    print_problems({{.code = "E0001", .message = ended.message, .hint = ended.hint, .file = {}, .pointer = {}}},
                   options);
    return ended.code;
}

// What the environment asks for must be there: another set of kernels would give the same bits, at a speed that nobody asked for.
int refuse_kernels(const Options& options, const char* asked) {
    const auto text = [&](std::string_view form) { return fmt::format(fmt::runtime(form), asked); };
    print_problems({{.code = "E0001",
                     .message = text(options.language == ontkoker::Language::nl
                                         ? "ONTKOKER_KERNELS={}: deze processor heeft die instructieset niet, of zij bestaat niet"
                                         : "ONTKOKER_KERNELS={}: this processor has no such instruction set, or there is none of that name"),
                     .hint = "x86-64, x86-64-v3, x86-64-v4", .file = {}, .pointer = {}}},
                   options);
    return exit_usage;
}

}  // namespace

int main(int count, char** words) {
    const auto parsed = parse_command_line(count, words);
    if (const auto* ended = std::get_if<Ended>(&parsed)) return end(*ended);
    const auto& options = std::get<Options>(parsed);
    if (const char* asked = ontkoker::unknown_kernels()) return refuse_kernels(options, asked);
    return dispatch(options);
}

#include "find_root.h"

#include <filesystem>

#include "words.h"

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;

bool is_root(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "models", ignored) && fs::is_directory(folder / "configs", ignored);
}

// The first root among `folder` and what holds it; empty when there is none.
fs::path upwards(fs::path folder) {
    while (!folder.empty()) {
        if (is_root(folder)) return folder;
        if (folder == folder.parent_path()) break;
        folder = folder.parent_path();
    }
    return {};
}

Problem not_found(std::string message, std::string hint) {
    return {.code = "E0003", .message = std::move(message), .hint = std::move(hint), .file = {}, .pointer = {}};
}

}  // namespace

Result<std::string> find_root(const std::string& given, Language language) {
    const Words say{language};
    std::error_code ignored;
    if (!given.empty()) {
        if (is_root(given)) return given;
        return not_found(given + std::string(say(": hier staan geen models/ en configs/",
                                                 ": this folder does not hold models/ and configs/")),
                         "");
    }
    if (const fs::path found = upwards(fs::current_path(ignored)); !found.empty()) return found.string();
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (const fs::path found = upwards(program.parent_path()); !found.empty()) return found.string();
    return not_found(
        std::string(say("geen map gevonden met models/ en configs/", "found no folder with models/ and configs/")),
        std::string(say("noem die map: --root MAP", "name that folder: --root FOLDER")));
}

std::string root_above(const std::string& file, const std::string& otherwise) {
    std::error_code ignored;
    const fs::path found = upwards(fs::absolute(file, ignored).parent_path());
    return found.empty() ? otherwise : found.string();
}

}  // namespace ontkoker::cli

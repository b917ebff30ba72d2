#include "ontkoker/io/json/files.h"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "ontkoker/io/json/codes.h"
#include "parse.h"

namespace ontkoker::json {
namespace {

Problem refused(const char* code, std::string message, const std::string& path) {
    message += std::string(": ") + std::strerror(errno);
    return Problem{code, std::move(message), "controleer het pad", path, "", 0, 0};
}

}  // namespace

Result<std::string> read_text(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return refused(codes::cannot_open, "dit bestand kan niet worden geopend", path);
    std::string text;
    char buffer[1 << 14];
    for (std::size_t got = 1; got > 0 && text.size() <= largest_file;) {
        got = std::fread(buffer, 1, sizeof buffer, file);
        text.append(buffer, std::min(got, largest_file + 1 - text.size()));
    }
    const bool failed = std::ferror(file) != 0;
    const Problem problem = refused(codes::cannot_read, "dit bestand kan niet worden gelezen", path);
    std::fclose(file);
    if (failed) return problem;
    return text;
}

Result<std::vector<std::string>> json_names(const std::string& folder) {
    DIR* listing = opendir(folder.empty() ? "." : folder.c_str());
    if (!listing) return refused(codes::cannot_open, "deze map kan niet worden geopend", folder);
    std::vector<std::string> names;
    while (const dirent* entry = readdir(listing)) {
        const std::string name = entry->d_name;
        if (name.size() > 5 && name.ends_with(".json") && name[0] != '.')
            names.push_back(name.substr(0, name.size() - 5));
    }
    closedir(listing);
    std::sort(names.begin(), names.end());
    return names;
}

bool file_exists(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return false;
    std::fclose(file);
    return true;
}

std::string joined(std::string_view root, std::string_view part) {
    if (root.empty() || root == ".") return std::string(part);
    std::string path(root);
    if (!path.ends_with('/')) path += '/';
    return path + std::string(part);
}

bool is_path(std::string_view word) { return word.find('/') != std::string_view::npos || word.ends_with(".json"); }

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

}  // namespace ontkoker::json

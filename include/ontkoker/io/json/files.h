// Reading files and folders, also where there is no <filesystem>.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"

namespace ontkoker::json {

// All bytes of the file, at most one more than the largest that is accepted (8 MiB). Problems: E0321 it cannot be
// opened, E0322 it cannot be read.
Result<std::string> read_text(const std::string& path);
// Names (without ".json") of the files in `folder` that end in ".json", sorted. Problem: E0321.
Result<std::vector<std::string>> json_names(const std::string& folder);
bool file_exists(const std::string& path);
// "root/part"; "part" when root is empty or ".".
std::string joined(std::string_view root, std::string_view part);
// Whether `word` is the path of a file rather than a name: it has a slash or ends in ".json".
bool is_path(std::string_view word);
// The folder of a file, "" when its path has none.
std::string folder_of(std::string_view path);

}  // namespace ontkoker::json

// JSON Schemas (draft 2020-12) of the files that people write, made from the declared rows, so that an editor completes
// names and shows bounds. The copies in models/schema/ must equal these texts.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace ontkoker::json {

// "scenario", "comparison", "municipality", "overlay", "parameters", "help_types", "schemes", "actors", "chains",
// "checklist", "sweep".
std::span<const std::string_view> schema_kinds();
// The schema of one kind, or "" for another word.
std::string schema_text(std::string_view kind);

}  // namespace ontkoker::json

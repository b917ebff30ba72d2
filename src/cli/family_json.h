// A family's years for machines.
#pragma once
#include "family_text.h"
#include "ontkoker/io/json/value.h"

namespace ontkoker::cli {

json::Value family_json(const Story& story, std::string_view which);

}  // namespace ontkoker::cli

// The picture of a family's years.
#pragma once
#include <string>

#include "family_text.h"

namespace ontkoker::cli {

std::string family_svg(const Story& story, const std::string& id);

}  // namespace ontkoker::cli

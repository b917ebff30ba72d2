// Where the models and configurations are.
#pragma once
#include <string>

#include "ontkoker/core/result.h"
#include "ontkoker/io/svg/numbers.h"

namespace ontkoker::cli {

// `given` when it is not empty; else the nearest folder, upwards from the working directory and then from the program's
// own place, that holds models/ and configs/. Code E0003 when there is none.
Result<std::string> find_root(const std::string& given, Language language);

// The root that holds `file`, or `otherwise`.
std::string root_above(const std::string& file, const std::string& otherwise);

}  // namespace ontkoker::cli

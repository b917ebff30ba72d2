// The texts of --help: one line and examples per command, in both languages.
#pragma once
#include <string_view>

#include "ontkoker/cli/options.h"
#include "words.h"

namespace ontkoker::cli {

// One line per command.
std::string_view summary(Command command, Words say);
// One line for the first word of commands of two words.
std::string_view family_summary(std::string_view first, Words say);
// Examples and remarks that follow the options of a command.
std::string_view examples(Command command, Words say);
// What `ontkoker` without arguments prints: what it is, two examples, the commands.
std::string_view overview(Words say);

}  // namespace ontkoker::cli

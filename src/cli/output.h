// What the commands print: data on stdout, everything else on stderr, problems all at once.
#pragma once
#include <string>
#include <string_view>

#include "ontkoker/cli/options.h"
#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/io/json/value.h"
#include "ontkoker/run/comparison.h"

namespace ontkoker::cli {

void print(std::string_view text);          // to stdout
void print_json(const json::Value& value);  // to stdout, with a new line
void tell(std::string_view text);           // to stderr, with a new line

// Prints the problems as `file:line:column: code: message` with a hint below, or with --json as one object on stdout.
void print_problems(const Problems& problems, const Options& options);
// The exit code that belongs to what went wrong: 1 for a broken law, 2 for input, 3 for files, 130 for a stop.
int exit_code_of(const Problems& problems);
// Both of the above.
int fail(const Problems& problems, const Options& options);

json::Value json_of(const ComparedNumber& number);
json::Value json_of(const Boomerang& boomerang);
json::Value json_of(const Problem& problem);

}  // namespace ontkoker::cli

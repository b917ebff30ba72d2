// One family's years in words: what happened, who decided, what was seen and missed, waited and paid.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "ontkoker/domain/config.h"
#include "ontkoker/io/svg/numbers.h"
#include "ontkoker/run/family.h"

namespace ontkoker::cli {

struct Story {
    const Config& config;
    const Family& family;
    Language language;
    std::string which;  // "middelste geval"; empty for a household by its key
};

// "kind van 10", "ouder van 38" on `day`; empty for the household as a whole or somebody unknown.
std::string member_text(const Story& story, AgentKey key, int day);
// The event without its date: "kind van 10: hulp begint: Ambulante jeugdhulp, na 5 weken wachten".
std::string entry_text(const Story& story, const JournalEntry& entry);
// Who they are on day 0, in one line.
std::string family_line(const Story& story);
// "Verzonnen gezin" and what that means.
std::string made_up_line(Language language);

// One number of both arms.
struct FamilyNumber {
    std::string name, nl, en, unit;
    std::array<double, 2> values{};
};
std::vector<FamilyNumber> family_numbers(const Family& family);
std::string_view account_text(Account account, Language language);

// Heading, years side by side and the table of numbers.
std::string story_text(const Story& story);

}  // namespace ontkoker::cli

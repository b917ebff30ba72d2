// A family in words: "alleenstaande ouder, schulden, kind van tien".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/io/svg/numbers.h"
#include "ontkoker/run/family.h"

namespace ontkoker::cli {

struct WishPart {
    std::string words;
    WishedTrait wish;
};

// Parts are divided by commas, semicolons or the words en, met, and, with; Dutch and English may be mixed. Empty text:
// no parts. E0001 for each part that nobody knows, with the likely intended words.
Result<std::vector<WishPart>> read_wish(std::string_view text, Language language);
// All phrases, for help: "alleenstaande ouder, paar, ...".
std::string wish_phrases(Language language);

}  // namespace ontkoker::cli

// What explain found, in words, for machines, as a table and as pictures. All of it is made from the same numbers.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "measure.h"
#include "ontkoker/cli/options.h"
#include "ontkoker/io/json/chains.h"
#include "ontkoker/io/json/value.h"
#include "ontkoker/run/explanation.h"

namespace ontkoker::cli {

struct LinkTold {
    const ChainLink* link = nullptr;
    ComparedNumber number;
    std::optional<ComparedNumber> without;  // both scenarios with the chosen link off
};
struct ChainTold {
    const Chain* chain = nullptr;
    std::vector<LinkTold> links;
};

struct Explained {
    Config config;  // the two scenarios
    std::vector<OutcomeInfo> infos;
    std::vector<int> levers;
    Sharing sharing;
    bool shared = true;  // whether the difference was shared out
    std::size_t arms = 0;
    std::vector<Waterfall> falls;
    std::vector<ChainTold> chains;
    const Chain* off_chain = nullptr;  // of the link that was switched off
    const ChainLink* off = nullptr;
};

std::string explain_text(const Explained& found, Language language);
json::Value explain_json(const Explained& found);
std::string explain_csv(const Explained& found);
// (file name, SVG text)
std::vector<std::pair<std::string, std::string>> explain_figures(const Explained& found, Language language);
// Names of those files, before anything has run.
std::string waterfall_file(const OutcomeInfo& info, int part);
std::string chain_file(const Chain& chain);

}  // namespace ontkoker::cli

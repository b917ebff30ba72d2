// What `ontkoker municipality import` says about a file, in both languages.
#pragma once
#include <string>

#include "ontkoker/core/result.h"
#include "ontkoker/io/kwb/import.h"
#include "words.h"

namespace ontkoker::cli {

// Codes E0501 to E0514, in the order of kwb::Fault.
Problem problem_of(const kwb::Finding& finding, const std::string& file, Words say);
// "landelijk cijfer per inwoner".
std::string rule_of(const kwb::StandIn& stand_in, Words say);
// "het bestand heeft geen kolom p_hh_osm".
std::string reason_of(const kwb::StandIn& stand_in, Words say);

}  // namespace ontkoker::cli

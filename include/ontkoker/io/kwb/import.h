// One municipality out of CBS's "Kerncijfers wijken en buurten", as a profile. Reads the editions 2019 to 2024 with the
// short names of CBS's own download (a_inw), the names of its open data service (AantalInwoners_5) or the headings of
// its tables ("Bevolking/Aantal inwoners (aantal)").
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/io/json/municipality.h"

namespace ontkoker::kwb {

// What can be wrong with a file.
enum class Fault : std::uint8_t {
    not_text,            // a workbook, UTF-16 or nothing at all
    no_header,           // no row names a code of regions
    twice_column,        // two columns mean the same
    ragged,              // a row with another number of fields than the header; low: found, high: expected
    open_quote,          // a quotation mark that is not closed
    no_kind,             // nothing tells municipalities from wijken and buurten
    no_municipality,     // the code is not there; candidates: those that are
    twice_municipality,  // low: the row where it stood first
    not_a_number,
    not_whole,      // persons and households are counted
    out_of_bounds,  // low, high
    too_large,      // more than what stands in column `other`; high: that
    adds_up_wrong,  // parts up to this column; low: their sum, high: what stands in column `other`
    indispensable,  // nothing can stand in for it
};

// One of them with its place: row and column count from 1, offset is the first sign of the field in its line.
struct Finding {
    Fault fault = Fault::not_text;
    int row = 0, column = 0, offset = 0;
    std::string name;   // heading of the column
    std::string found;  // what stands there
    double low = 0, high = 0;
    std::string other;
    std::vector<std::string> candidates;
};

// By what a national figure is multiplied; `none` leaves it as it is.
enum class Basis : std::uint8_t { none, inhabitants, households, families, poor, social_rent, rent };

// A figure that is not the municipality's own, or only in part.
struct StandIn {
    std::string figure;
    std::string column;           // heading in the file; the short name when the file lacks it; empty: KWB has no such
    bool column_present = false;  // the column is there, with a dot or blank
    bool split = false;           // the total is the municipality's own, only its division is national
    Basis basis = Basis::none;
};

struct Asked {
    std::string code;         // "GM0797"
    std::string name;         // of the profile
    std::string file;         // for the year in its name
    std::optional<int> year;  // of the edition; else told by the file or its name
};

struct Import {
    json::Municipality municipality;  // complete when there are no findings
    std::vector<StandIn> stand_ins;
    int year = 0;
    bool year_assumed = false;
    std::vector<Finding> findings;
};

// `national` gives what the file lacks.
Import import_municipality(std::string_view text, const Asked& asked, const json::Municipality& national);

// "GM0797" from "gm0797", "0797", "797" or with blanks around it; empty when it is no code of a municipality.
std::string municipality_code(std::string_view word);

}  // namespace ontkoker::kwb

#include "columns.h"

#include <cctype>

#include "ontkoker/core/words.h"

namespace ontkoker::kwb {
namespace {

struct ColumnNames {
    Column column;
    Measure measure;
    std::string_view short_names;  // of the download, the usual one first
    std::string_view long_names;   // of the open data service and the tables, as plain_heading() makes them
};

// Names changed little from 2019 to 2024: the open data service numbers its columns differently each year, the
// heading of income lost two words in 2024, and the social minimum left the tables in that year.
constexpr ColumnNames known[] = {
    {Column::kind, Measure::text, "recs", "soortregio"},
    {Column::code, Measure::text, "gwb_code_10 gm_code", "codering"},
    {Column::digits, Measure::text, "gwb_code gwb_code_8", ""},
    {Column::name, Measure::text, "gm_naam", "gemeentenaam"},
    {Column::region, Measure::text, "regio", "wijkenenbuurten"},
    {Column::inhabitants, Measure::count, "a_inw", "aantalinwoners"},
    {Column::age_0, Measure::count, "a_00_14", "0tot15jaar"},
    {Column::age_15, Measure::count, "a_15_24", "15tot25jaar"},
    {Column::age_25, Measure::count, "a_25_44", "25tot45jaar"},
    {Column::age_45, Measure::count, "a_45_64", "45tot65jaar"},
    {Column::age_65, Measure::count, "a_65_oo", "65jaarofouder"},
    {Column::births, Measure::count, "a_geb", "geboortetotaal"},
    {Column::birth_rate, Measure::number, "p_geb", "geboorterelatief"},
    {Column::deaths, Measure::count, "a_ste", "sterftetotaal"},
    {Column::death_rate, Measure::number, "p_ste", "sterfterelatief"},
    {Column::households, Measure::count, "a_hh", "huishoudenstotaal"},
    {Column::single_person, Measure::count, "a_1p_hh", "eenpersoonshuishoudens"},
    {Column::without_children, Measure::count, "a_hh_z_k", "huishoudenszonderkinderen"},
    {Column::with_children, Measure::count, "a_hh_m_k", "huishoudensmetkinderen"},
    {Column::income, Measure::number, "g_hh_sti", "gemgestandaardiseerdinkomenvanhuish gemgestandaardiseerdinkomen"},
    {Column::low_income_40, Measure::percent, "p_hh_li", "40huishoudensmetlaagsteinkomen"},
    {Column::social_minimum, Measure::percent, "p_hh_osm", "huishonderofrondsociaalminimum"},
    {Column::rented, Measure::percent, "p_huurw", "huurwoningentotaal"},
    {Column::social_rented, Measure::percent, "p_wcorpw", "inbezitwoningcorporatie"},
    {Column::bijstand, Measure::count, "a_soz_wb", "personenpersoortuitkeringbijstand bijstand"},
    {Column::disability, Measure::count, "a_soz_ao", "personenpersoortuitkeringao ao"},
    {Column::ww, Measure::count, "a_soz_ww", "personenpersoortuitkeringww ww"},
    {Column::youth_help, Measure::percent, "p_jz_tn", "percentagejongerenmetjeugdzorg"},
};


// Whether `word` is one of the words in `list`.
bool among(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == word) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

// "aantalinwoners" from "AantalInwoners_5" and from "Bevolking/Aantal inwoners (aantal)".
std::string plain_heading(std::string_view heading) {
    if (const std::size_t slash = heading.rfind('/'); slash != heading.npos) heading.remove_prefix(slash + 1);
    if (heading.ends_with(')')) heading = trimmed(heading.substr(0, heading.rfind('(')));
    if (const std::size_t line = heading.rfind('_'); line != heading.npos && line + 1 < heading.size()) {
        bool number = true;
        for (const char sign : heading.substr(line + 1)) number = number && is_digit(sign);
        if (number) heading = heading.substr(0, line);
    }
    if (heading.size() > 2 && heading.starts_with("k_") && is_digit(heading[2])) heading.remove_prefix(2);
    std::string plain;
    for (const char sign : lower_case(heading))
        if (std::isalnum(static_cast<unsigned char>(sign))) plain += sign;
    return plain;
}

const ColumnNames& row_of(Column column) {
    for (const ColumnNames& row : known)
        if (row.column == column) return row;
    return known[0];
}

}  // namespace

std::string_view short_name(Column column) {
    const std::string_view names = row_of(column).short_names;
    return names.substr(0, names.find(' '));
}

Measure measure_of(Column column) { return row_of(column).measure; }

std::optional<Column> column_of(std::string_view heading) {
    const std::string exact = lower_case(trimmed(heading)), plain = plain_heading(trimmed(heading));
    for (const ColumnNames& row : known)
        if (among(row.short_names, exact) || (!plain.empty() && among(row.long_names, plain))) return row.column;
    return {};
}

}  // namespace ontkoker::kwb

#include "import_texts.h"

#include <fmt/format.h>

#include "ontkoker/core/words.h"
#include "ontkoker/io/svg/numbers.h"

namespace ontkoker::cli {
namespace {

using kwb::Fault;
using kwb::Finding;

// "rij 3, kolom p_hh_osm: 'n.b.'".
std::string place(const Finding& finding, Words say) {
    return fmt::format(fmt::runtime(say("rij {}, kolom {}: '{}'", "row {}, column {}: '{}'")), finding.row,
                       finding.name, finding.found);
}

std::string with(std::string_view form, auto... parts) { return fmt::format(fmt::runtime(form), parts...); }

std::string bounds(const Finding& finding, Words say) {
    if (finding.high > 1e15) return std::string(say("kan niet negatief zijn", "cannot be negative"));
    return with(say("valt buiten {} tot {}", "lies outside {} to {}"), exact(finding.low), exact(finding.high));
}

// What is wrong with the shape of the file.
std::string shape_message(const Finding& f, Words say) {
    switch (f.fault) {
        case Fault::not_text:
            return std::string(say("dit is geen csv-bestand: leeg, een werkmap van Excel of in UTF-16",
                                   "this is no csv file: empty, an Excel workbook or in UTF-16"));
        case Fault::no_header:
            return std::string(say("geen rij met kolomnamen gevonden waarin een regiocode staat",
                                   "found no row of column names with a code of regions in it"));
        case Fault::twice_column:
            return with(say("rij {}: de kolommen '{}' en '{}' betekenen hetzelfde",
                            "row {}: columns '{}' and '{}' mean the same"),
                        f.row, f.other, f.name);
        case Fault::ragged:
            return with(
                say("rij {} heeft {} velden; de kolomnamen zijn er {}", "row {} has {} fields; the header has {}"),
                f.row, exact(f.low), exact(f.high));
        case Fault::open_quote:
            return with(
                say("rij {}: een aanhalingsteken wordt niet gesloten", "row {}: a quotation mark is not closed"),
                f.row);
        case Fault::no_kind:
            return std::string(say("geen kolom zegt wat een gemeente, wijk of buurt is",
                                   "no column tells municipalities from wijken and buurten"));
        case Fault::no_municipality:
            return with(say("gemeente {} staat niet in dit bestand", "municipality {} is not in this file"), f.found);
        case Fault::twice_municipality:
            return with(
                say("rij {}: gemeente {} stond ook al in rij {}", "row {}: municipality {} was in row {} already"),
                f.row, f.found, exact(f.low));
        default:
            return "";
    }
}

std::string message_of(const Finding& f, Words say) {
    switch (f.fault) {
        case Fault::not_a_number:
            return place(f, say) + std::string(say(" is geen getal", " is no number"));
        case Fault::not_whole:
            return place(f, say) + std::string(say(" is geen geheel aantal", " is no whole number"));
        case Fault::out_of_bounds:
            return place(f, say) + " " + bounds(f, say);
        case Fault::too_large:
            return place(f, say) +
                   with(say(" is meer dan kolom {} ({})", " is more than column {} ({})"), f.other, exact(f.high));
        case Fault::adds_up_wrong:
            return with(say("rij {}, kolommen tot en met {}: samen {}, maar kolom {} is {}",
                            "row {}, columns up to {}: together {}, but column {} is {}"),
                        f.row, f.name, exact(f.low), f.other, exact(f.high));
        case Fault::indispensable:
            return with(say("rij {}, kolom {}: ontbreekt, en zonder kan geen profiel worden gemaakt",
                            "row {}, column {}: missing, and no profile can be made without it"),
                        f.row, f.name);
        default:
            return shape_message(f, say);
    }
}

std::string candidates(const Finding& f, Words say) {
    std::vector<std::string> codes;
    for (const std::string& one : f.candidates) codes.push_back(one.substr(0, 6));
    const std::string near = nearest_word(f.found, codes);
    constexpr std::size_t most = 5;
    std::string list;
    for (std::size_t i = 0; i < f.candidates.size(); ++i)
        if (i < most || f.candidates[i].substr(0, 6) == near) list += (list.empty() ? "" : ", ") + f.candidates[i];
    if (list.empty())
        return std::string(f.other.empty() ? say("het heeft geen gemeenten", "it has no municipalities")
                                           : say("het heeft alleen wijken en buurten; download ook de gemeenten",
                                                 "it has only wijken and buurten; download the municipalities too"));
    return with(say("{} gemeenten, waaronder {}", "{} municipalities, among them {}"), f.candidates.size(), list);
}

std::string hint_of(const Finding& f, Words say) {
    switch (f.fault) {
        case Fault::not_text:
            return std::string(say("bewaar het als csv (UTF-8)", "save it as csv (UTF-8)"));
        case Fault::no_header:
            return std::string(say("de code heet gwb_code_10, Codering_3 of Regioaanduiding/Codering (code)",
                                   "the code is called gwb_code_10, Codering_3 or Regioaanduiding/Codering (code)"));
        case Fault::no_kind:
            return std::string(say("voeg recs of SoortRegio_2 toe, of codes met GM ervoor",
                                   "add recs or SoortRegio_2, or codes that begin with GM"));
        case Fault::no_municipality:
            return candidates(f, say);
        case Fault::twice_municipality:
            return std::string(say("bewaar één editie per bestand", "keep one edition in a file"));
        case Fault::not_a_number:
        case Fault::not_whole:
            return std::string(say("schrijf 1234 of 12,5 zonder teken voor duizendtallen; een punt is: geen cijfer",
                                   "write 1234 or 12,5 without a sign for thousands; a point means: no figure"));
        default:
            return "";
    }
}

}  // namespace

Problem problem_of(const Finding& finding, const std::string& file, Words say) {
    Problem problem;
    problem.code = fmt::format("E05{:02}", static_cast<int>(finding.fault) + 1);
    problem.message = message_of(finding, say);
    problem.hint = hint_of(finding, say);
    problem.file = file;
    problem.line = finding.row;
    problem.column = finding.row > 0 ? std::max(finding.offset, 1) : 0;
    return problem;
}

std::string rule_of(const kwb::StandIn& stand_in, Words say) {
    using kwb::Basis;
    if (stand_in.split)
        return std::string(say("eigen totaal, landelijk verdeeld", "own total, divided by the national pattern"));
    switch (stand_in.basis) {
        case Basis::inhabitants:
            return std::string(say("landelijk cijfer per inwoner", "national figure per inhabitant"));
        case Basis::households:
            return std::string(say("landelijk cijfer per huishouden", "national figure per household"));
        case Basis::families:
            return std::string(
                say("landelijk cijfer per huishouden met kinderen", "national figure per household with children"));
        case Basis::poor:
            return std::string(say("landelijk cijfer per huishouden op het sociaal minimum",
                                   "national figure per household at the social minimum"));
        case Basis::social_rent:
            return std::string(say("landelijk cijfer, naar verhouding van de corporatiewoningen",
                                   "national figure, in proportion to the homes of housing corporations"));
        case Basis::rent:
            return std::string(say("landelijk cijfer, naar verhouding van de huurwoningen",
                                   "national figure, in proportion to the rented homes"));
        case Basis::none:
            break;
    }
    return std::string(say("landelijk cijfer", "national figure"));
}

std::string reason_of(const kwb::StandIn& stand_in, Words say) {
    if (stand_in.column.empty())
        return std::string(
            say("staat niet in de Kerncijfers wijken en buurten", "not in Kerncijfers wijken en buurten"));
    if (stand_in.split) return with(say("kolom {} telt ze samen", "column {} counts them together"), stand_in.column);
    return stand_in.column_present ? with(say("geen waarde in kolom {}", "no value in column {}"), stand_in.column)
                                   : with(say("geen kolom {}", "no column {}"), stand_in.column);
}

}  // namespace ontkoker::cli

#include <algorithm>

#include "profile_table.h"

namespace ontkoker::cli {
namespace {

struct Row {
    std::string_view name, nl, en;
};
constexpr Row rows[] = {
    {"households", "Huishoudens", "Households"},
    {"single_person", "Alleenwonenden", "Single persons"},
    {"couple_no_children", "Paren zonder kinderen thuis", "Couples without children at home"},
    {"couple_children", "Paren met kinderen thuis", "Couples with children at home"},
    {"single_parent", "Eenoudergezinnen", "Single parents"},
    {"size_3", "Huishoudens van drie", "Households of three"},
    {"size_4", "Huishoudens van vier", "Households of four"},
    {"size_5", "Huishoudens van vijf en meer", "Households of five and more"},
    {"population", "Inwoners", "Inhabitants"},
    {"ww", "Personen met WW", "Persons with unemployment benefit"},
    {"disability", "Personen met een arbeidsongeschiktheidsuitkering", "Persons with disability benefit"},
    {"bijstand", "Personen met bijstand", "Persons with bijstand"},
    {"income", "Gemiddeld gestandaardiseerd inkomen", "Mean standardised income"},
    {"social_minimum", "Huishoudens op of onder het sociaal minimum", "Households at or under the social minimum"},
    {"rented", "Huurwoningen", "Rented homes"},
    {"social_rented", "Sociale huurwoningen", "Social rented homes"},
    {"debt_households", "Huishoudens met problematische schulden", "Households with problematic debts"},
    {"births", "Geboorten", "Births"},
    {"deaths", "Sterfgevallen", "Deaths"},
    {"births_per_1000", "Geboorten per 1.000 inwoners", "Births per 1,000 inhabitants"},
    {"deaths_per_1000", "Sterfgevallen per 1.000 inwoners", "Deaths per 1,000 inhabitants"},
    {"low_income_40", "Huishoudens met de laagste 40% van de inkomens", "Households in the lowest 40% of incomes"},
    {"debt_persons", "Personen met geregistreerde problematische schulden",
     "Persons with registered problematic debts"},
    {"youth_help", "Jongeren onder 23 met jeugdhulp in het jaar", "Youths under 23 with help in the year"},
    {"youth_spending", "Uitgaven aan jeugdhulp", "Spending on youth help"},
    {"protection_share", "Deel daarvan voor bescherming en reclassering", "Share of it for protection and probation"},
    {"team_spending", "Uitgaven aan wijkteams en toegang", "Spending on local teams and access"},
    {"income_spending", "Uitgaven aan bijstand en minimaregelingen", "Spending on social assistance and schemes"},
    {"medical_referral", "Verwijzingen door artsen", "Referrals by doctors"},
    {"wait_weeks", "Wachttijd voor ambulante hulp", "Wait for outpatient help"},
    {"ages", "Inwoners naar leeftijd", "Inhabitants by age"},
    {"ages_child", "Kinderen thuis naar leeftijd", "Children at home by age"},
};
// Bands of ages: what follows the prefix is "15_24" or "65_up".
constexpr Row bands[] = {{"children_at_home_", "Kinderen thuis", "Children at home"},
                         {"persons_", "Inwoners", "Inhabitants"}};

std::string band_text(std::string_view band, std::string_view and_over) {
    const std::size_t mark = band.find('_');
    const std::string first(band.substr(0, mark)), last(band.substr(std::min(mark + 1, band.size())));
    return last == "up" ? first + std::string(and_over) : first + "-" + last;
}

}  // namespace

Label population_label(std::string_view name) {
    for (const Row& row : rows)
        if (row.name == name) return {std::string(row.nl), std::string(row.en)};
    for (const Row& row : bands) {
        if (!name.starts_with(row.name)) continue;
        const std::string_view band = name.substr(row.name.size());
        return {std::string(row.nl) + " " + band_text(band, " jaar en ouder"),
                std::string(row.en) + " " + band_text(band, " and over")};
    }
    return {std::string(name), std::string(name)};
}

}  // namespace ontkoker::cli

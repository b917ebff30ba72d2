// The table of numbers below a family's story.
#include <algorithm>

#include "family_text.h"

namespace ontkoker::cli {
namespace {

struct AccountText {
    Account account;
    std::string_view nl, en;
};
constexpr AccountText accounts[] = {
    {Account::youth, "gemeente, jeugdhulp", "municipality, youth help"},
    {Account::income_support, "gemeente, bijstand", "municipality, social assistance"},
    {Account::schemes, "gemeente, minimaregelingen", "municipality, schemes for low incomes"},
    {Account::debt_help, "gemeente, schuldhulp", "municipality, debt help"},
    {Account::wmo, "gemeente, Wmo", "municipality, Wmo"},
    {Account::prevention_teams, "gemeente, wijkteam en toegang", "municipality, local team and access"},
    {Account::doorbraak, "gemeente, doorbraakfonds", "municipality, breakthrough fund"},
    {Account::reserve, "gemeente, reserve", "municipality, reserve"},
    {Account::centre_municipality, "centrumgemeente", "centre municipality"},
    {Account::rijk, "Rijk, toeslagen en kinderbijslag", "State, allowances and child benefit"},
    {Account::insurer, "zorgverzekeraar", "health insurer"},
    {Account::long_term_care, "langdurige zorg", "long-term care"},
    {Account::schools, "scholen", "schools"},
    {Account::justice, "justitie", "justice"},
    {Account::employers, "werkgevers", "employers"},
    {Account::landlords, "verhuurders", "landlords"},
    {Account::creditors, "schuldeisers", "creditors"},
    {Account::providers, "aanbieders", "providers"},
    {Account::households, "het gezin", "the family"},
    {Account::outside, "anderen", "others"},
    {Account::earmarked, "gemeente, geoormerkt geld van het Rijk", "municipality, earmarked money of the State"},
    {Account::revolving, "gemeente, revolverend fonds", "municipality, revolving fund"},
};
static_assert(std::size(accounts) == account_count);

double mean_load(const FamilyMonth& month) {
    double sum = 0;
    for (const ChildMonth& child : month.children) sum += load_of(child.own, child.family, child.livelihood).value();
    return month.children.empty() ? 0 : sum / static_cast<double>(month.children.size());
}

template <class Of>
double mean_over(const FamilyYears& years, const Of& of) {
    double sum = 0;
    for (const FamilyMonth& month : years.months) sum += of(month);
    return years.months.empty() ? 0 : sum / static_cast<double>(years.months.size());
}
template <class Of>
double sum_over(const FamilyYears& years, const Of& of) {
    double sum = 0;
    for (const FamilyMonth& month : years.months) sum += of(month);
    return sum;
}

double children_in(const FamilyMonth& month, HelpState state) {
    return static_cast<double>(std::count_if(month.children.begin(), month.children.end(),
                                             [&](const ChildMonth& child) { return child.help == state; }));
}

// What children waited, until a start or until they left the line.
double weeks_waited(const FamilyYears& years) {
    double minutes = 0;
    for (const JournalEntry& entry : years.entries)
        minutes += entry.detail.waited +
                   (row_of(entry.event).value == ValueKind::minutes ? static_cast<double>(entry.value) : 0.0);
    return minutes / minutes_per_step;
}

double paid_by(const FamilyYears& years, Account account) {
    std::int64_t cents = 0;
    for (const FamilyMonth& month : years.months) cents += month.paid[static_cast<std::size_t>(account)].count;
    for (const JournalEntry& entry : years.entries)
        if (entry.detail.paid > Cents(0) && entry.detail.payer == account) cents += entry.detail.paid.count;
    return static_cast<double>(cents) / 100.0;
}

}  // namespace

std::string_view account_text(Account account, Language language) {
    for (const AccountText& row : accounts)
        if (row.account == account) return language == Language::nl ? row.nl : row.en;
    return "";
}

std::vector<FamilyNumber> family_numbers(const Family& family) {
    std::vector<FamilyNumber> numbers;
    const auto add = [&](std::string name, std::string nl, std::string en, std::string unit, const auto& of) {
        numbers.push_back(
            {std::move(name), std::move(nl), std::move(en), std::move(unit), {of(family.arms[0]), of(family.arms[1])}});
    };
    using Years = const FamilyYears&;
    add("burden", "zwaarte (stress + last + schuld), per maand", "burden (stress + load + debt), a month", "1",
        [](Years y) { return mean_over(y, burden); });
    add("load", "last van de kinderen (0-10), gemiddeld", "load of the children (0-10), mean", "1",
        [](Years y) { return mean_over(y, mean_load); });
    add("stress", "stress van de ouders (0-10), gemiddeld", "stress of the parents (0-10), mean", "1",
        [](Years y) { return mean_over(y, [](const FamilyMonth& m) { return 10.0 * m.stress.value(); }); });
    add("debt_end", "schuld aan het eind", "debt at the end", "EUR",
        [](Years y) { return y.months.empty() ? 0.0 : in_euros(y.months.back().debt); });
    add("debt_mean", "schuld, gemiddeld", "debt, mean", "EUR",
        [](Years y) { return mean_over(y, [](const FamilyMonth& m) { return in_euros(m.debt); }); });
    add("problematic_months", "maanden met problematische schulden", "months with problematic debts", "n",
        [](Years y) { return sum_over(y, [](const FamilyMonth& m) { return m.problematic ? 1.0 : 0.0; }); });
    add("help_months", "maanden jeugdhulp, alle kinderen samen", "months of youth help, all children together", "n",
        [](Years y) { return sum_over(y, [](const FamilyMonth& m) { return children_in(m, HelpState::in_help); }); });
    add("weeks_waited", "weken gewacht", "weeks waited", "1", weeks_waited);
    for (const AccountText& row : accounts) {
        FamilyNumber paid{"paid/" + std::string(account_name(row.account)),
                          "betaald: " + std::string(row.nl),
                          "paid: " + std::string(row.en),
                          "EUR",
                          {}};
        for (std::size_t arm = 0; arm < 2; ++arm) paid.values[arm] = paid_by(family.arms[arm], row.account);
        if (paid.values[0] > 0 || paid.values[1] > 0) numbers.push_back(std::move(paid));
    }
    return numbers;
}

}  // namespace ontkoker::cli

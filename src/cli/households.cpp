// ontkoker households: the month of eleven example households at three incomes, before and after the levers of a
// scenario. The rules are those of the simulation; the households claim all they are entitled to, have had a low
// income for years, no savings, and rent from a housing association.
#include <fmt/format.h>

#include <array>
#include <fstream>

#include "commands.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/levers.h"
#include "output.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

struct Type {
    std::string_view name, nl, en;
    int adults = 1;
    std::array<int, 3> children{-1, -1, -1};   // ages; -1: none
    int age = 40;                              // of the adults
};
// As minima reports have them: alone, alone with children, two together; young, of working age, with AOW.
constexpr Type types[] = {
    {"single_18_20", "Alleenstaande van 18 tot en met 20", "Single person aged 18-20", 1, {-1, -1, -1}, 19},
    {"single", "Alleenstaande", "Single person"},
    {"single_aow", "Alleenstaande met AOW", "Single pensioner", 1, {-1, -1, -1}, 70},
    {"parent_1", "Alleenstaande ouder, kind van 3", "Single parent, child of 3", 1, {3, -1, -1}},
    {"parent_2", "Alleenstaande ouder, kinderen van 8 en 14", "Single parent, children of 8 and 14", 1, {8, 14, -1}},
    {"couple", "Paar", "Couple", 2},
    {"couple_aow", "Paar met AOW", "Couple of pensioners", 2, {-1, -1, -1}, 70},
    {"couple_1", "Paar, kind van 3", "Couple, child of 3", 2, {3, -1, -1}},
    {"couple_2_young", "Paar, kinderen van 3 en 7", "Couple, children of 3 and 7", 2, {3, 7, -1}},
    {"couple_2_teens", "Paar, kinderen van 13 en 16", "Couple, children of 13 and 16", 2, {13, 16, -1}},
    {"couple_3", "Paar, kinderen van 5, 9 en 14", "Couple, children of 5, 9 and 14", 2, {5, 9, 14}},
};

struct Level3 {
    std::string_view name, nl, en;
    double share = 0;   // of the social minimum, earned by one of the adults or paid by a pension fund; 0: nothing
};
constexpr std::array<Level3, 3> levels = {{{"minimum", "minimum", "minimum", 0.0}, {"110", "110%", "110%", 1.1}, {"130", "130%", "130%", 1.3}}};
constexpr int years_low = 60;   // months of low income

HouseholdFacts facts_of_type(const Type& type, double share, const Parameters& now) {
    HouseholdFacts f;
    f.adults = type.adults;
    f.takes = takes_bijstand | takes_zorgtoeslag | takes_huurtoeslag | takes_kindgebonden;
    f.pensioners = type.age >= 67 ? type.adults : 0;
    f.asks_bijstand = f.pensioners == 0;
    f.young = type.age < 21 ? type.adults : 0;
    f.below_search_age = type.age < now.allowances.search_age;
    f.below_rent_age = type.age < now.allowances.young_rent_age;
    f.room = 0.5;   // the case manager in the middle
    f.childcare = true;
    for (const int age : type.children) {
        if (age < 0) continue;
        ++(age < 6 ? f.children_0_5 : age < 12 ? f.children_6_11 : age < 16 ? f.children_12_15 : f.children_16_17);
        if (age < 6) ++(age < 4 ? f.children_0_3 : f.children_4_5);
    }
    const Cents own = std::max(Cents(0), scaled(norm_of(f, now), share) - counted_income(f, now));
    if (f.pensioners > 0) f.pension_supplement = own;
    else f.work = own;
    f.workers = f.work > Cents(0);
    return f;
}

// One column of the table.
struct MonthColumn {
    MonthBudget budget;
    std::vector<Cents> schemes;
    Cents left() const { return budget.income() - budget.fixed() - budget.needs; }
};

MonthColumn month_of(const Type& type, double share, const Parameters& now) {
    HouseholdFacts facts = facts_of_type(type, share, now);
    MonthColumn month;
    for (const Scheme& scheme : now.schemes) {
        const bool has = entitled(scheme, facts, share <= low_border ? years_low : 0, now);
        month.schemes.push_back(has ? Cents(yearly_grant(scheme, facts, Governance{}).count / 12) : Cents(0));
    }
    for (const Cents amount : month.schemes) facts.schemes += amount;
    month.budget = month_budget(facts, now);
    return month;
}

struct Line {
    std::string_view name, nl, en;
    Cents MonthBudget::*amount;
};
constexpr Line incomes[] = {
    {"work", "Loon", "Wage", &MonthBudget::work},
    {"aow", "AOW", "State pension", &MonthBudget::aow},
    {"pension", "Aanvullend pensioen", "Supplementary pension", &MonthBudget::pension_supplement},
    {"bijstand", "Bijstand", "Social assistance", &MonthBudget::bijstand},
    {"topup", "Aanvulling lage norm", "Top-up of the low norm", &MonthBudget::topup},
    {"zorgtoeslag", "Zorgtoeslag", "Health-care allowance", &MonthBudget::zorgtoeslag},
    {"huurtoeslag", "Huurtoeslag", "Rent allowance", &MonthBudget::huurtoeslag},
    {"kindgebonden", "Kindgebonden budget", "Child budget", &MonthBudget::kindgebonden},
    {"kinderbijslag", "Kinderbijslag", "Child benefit", &MonthBudget::kinderbijslag},
    {"kinderopvang", "Kinderopvangtoeslag", "Childcare allowance", &MonthBudget::kinderopvang},
};
constexpr Line costs[] = {
    {"rent", "Huur", "Rent", &MonthBudget::rent},
    {"energy", "Energie", "Energy", &MonthBudget::energy},
    {"premium", "Zorgpremie", "Health premium", &MonthBudget::premium},
    {"childcare", "Kinderopvang", "Childcare", &MonthBudget::childcare},
};

struct BudgetTable {
    Config config;
    Month month;
    Parameters before, after;
    bool compares() const { return config.scenarios.size() > 1; }
};

// The month in which everything that the scenario changes has been reached.
Month last_change(const Config& config) {
    Month month = Month::of(config.run.start_year, 1);
    for (const Change& change : config.scenarios.back().changes)
        month.index = std::max(month.index, change.from.index + change.ramp_months);
    return month;
}

Result<Month> month_typed(const Options& options, const Config& config) {
    const std::string& text = options.month;
    if (text.empty()) return last_change(config);
    const auto digits = [&](std::size_t from, std::size_t count) {
        int number = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            number = 10 * number + (text[i] - '0');
        }
        return number;
    };
    const bool formed = text.size() == 7 && text[4] == '-';
    const int year = formed ? digits(0, 4) : -1, number = formed ? digits(5, 2) : -1;
    if (year >= 1 && number >= 1 && number <= 12) return Month::of(year, number);
    const Words say{options.language};
    return Problem{.code = "E0003",
                   .message = fmt::format(fmt::runtime(say("--month {}: verwacht JJJJ-MM", "--month {}: expected YYYY-MM")), text),
                   .hint = "2027-01",
                   .file = {},
                   .pointer = {}};
}

Result<BudgetTable> budget_table(const Options& options) {
    std::vector<std::string> scenarios = {"verkokerd"};
    if (!options.scenarios.empty()) scenarios.push_back(options.scenarios.back());
    if (scenarios.back() == "verkokerd") scenarios.resize(1);
    auto loaded = load_for(options, "", scenarios);
    if (!loaded) return loaded.problems();
    BudgetTable table{std::move(loaded.value().config), {}, {}, {}};
    const auto month = month_typed(options, table.config);
    if (!month) return month.problems();
    table.month = month.value();
    table.before = parameters_in(table.config.scenarios.front(), table.config.parameters, table.month);
    table.after = parameters_in(table.config.scenarios.back(), table.config.parameters, table.month);
    return table;
}

// The columns of one type: the three incomes before and, with a scenario, the same after.
std::vector<MonthColumn> columns_of(const BudgetTable& table, const Type& type) {
    std::vector<MonthColumn> columns;
    for (const Level3& level : levels) columns.push_back(month_of(type, level.share, table.before));
    if (table.compares())
        for (const Level3& level : levels) columns.push_back(month_of(type, level.share, table.after));
    return columns;
}

// A row of amounts; nothing when all are nil.
template <class Amount>
void print_row(std::string_view label, const std::vector<MonthColumn>& columns, const Amount& amount, bool always, Language language) {
    std::string text(label);
    text += std::string(static_cast<std::size_t>(std::max(0, 57 - characters(label))), ' ');
    bool any = always;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Cents value = amount(columns[c]);
        any |= value != Cents(0);
        text += fmt::format("{}{:>9}", c == levels.size() ? "  |" : "", plain_number(in_euros(value), Shown{0, false}, language));
    }
    if (any) print(text + "\n");
}

void print_type(const BudgetTable& table, const Type& type, Words say) {
    const auto columns = columns_of(table, type);
    const Language language = say.language;
    std::string head = "\n" + std::string(say(type.nl, type.en));
    head += std::string(static_cast<std::size_t>(std::max(0, 58 - characters(head))), ' ');
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Level3& level = levels[c % levels.size()];
        head += fmt::format("{}{:>9}", c == levels.size() ? "  |" : "", say(level.nl, level.en));
    }
    print(head + "\n");
    for (const Line& line : incomes)
        print_row(fmt::format("  {}", say(line.nl, line.en)), columns, [&](const MonthColumn& m) { return m.budget.*line.amount; }, false, language);
    for (std::size_t s = 0; s < table.before.schemes.size(); ++s)
        print_row(fmt::format("  {}", say(table.before.schemes[s].nl, table.before.schemes[s].en)), columns,
                  [&](const MonthColumn& m) { return m.schemes[s]; }, false, language);
    print_row(say("Inkomen", "Income"), columns, [](const MonthColumn& m) { return m.budget.income(); }, true, language);
    for (const Line& line : costs)
        print_row(fmt::format("  {}", say(line.nl, line.en)), columns, [&](const MonthColumn& m) { return m.budget.*line.amount; }, false, language);
    print_row(say("Vaste lasten", "Fixed costs"), columns, [](const MonthColumn& m) { return m.budget.fixed(); }, true, language);
    print_row(say("Noodzakelijk: eten, kleding, vervoer", "Necessary: food, clothing, transport"), columns,
              [](const MonthColumn& m) { return m.budget.needs; }, true, language);
    print_row(say("Over", "Left"), columns, [](const MonthColumn& m) { return m.left(); }, true, language);
    if (!table.compares()) return;
    std::vector<MonthColumn> base(columns.begin(), columns.begin() + levels.size());
    std::size_t at = 0;
    print_row(say("Verschil", "Difference"), base, [&](const MonthColumn& m) { return columns[levels.size() + at++].left() - m.left(); }, true, language);
}

std::string month_text(Month month) { return fmt::format("{}-{:02}", month.year(), month.number()); }

void print_as_text(const BudgetTable& table, const Options& options) {
    const Words say{options.language};
    print(fmt::format(fmt::runtime(say("{}, {}: EUR per maand bij minimum, 110% en 130% van het sociaal minimum\n",
                                       "{}, {}: EUR a month at the minimum, 110% and 130% of the social minimum\n")),
                      table.config.municipality.name, month_text(table.month)));
    if (table.compares())
        print(fmt::format(fmt::runtime(say("Links van de streep zonder, rechts met: {}\n", "Left of the bar without, right with: {}\n")),
                          table.config.scenarios.back().name));
    for (const Type& type : types) print_type(table, type, say);
    tell(say("Alle huishoudens huren sociaal, hebben geen spaargeld, vragen alles aan en hadden jaren een laag inkomen (tot 110%).",
             "All households are social tenants, have no savings, claim everything and had a low income for years (to 110%)."));
}

json::Value json_of(const MonthColumn& month, const Parameters& now) {
    using json::Value;
    const auto lines = [&](const auto& rows) {
        Value value = Value::object();
        for (const Line& line : rows) value.set(std::string(line.name), Value::of(in_euros(month.budget.*line.amount)));
        return value;
    };
    Value schemes = Value::object(), value = Value::object();
    for (std::size_t s = 0; s < now.schemes.size(); ++s)
        if (month.schemes[s] > Cents(0)) schemes.set(now.schemes[s].name, Value::of(in_euros(month.schemes[s])));
    value.set("incomes", lines(incomes)).set("schemes", std::move(schemes)).set("income", Value::of(in_euros(month.budget.income())));
    value.set("costs", lines(costs)).set("fixed", Value::of(in_euros(month.budget.fixed())));
    return value.set("needs", Value::of(in_euros(month.budget.needs))).set("left", Value::of(in_euros(month.left())));
}

void print_as_json(const BudgetTable& table) {
    using json::Value;
    Value list = Value::array();
    for (const Type& type : types) {
        const auto columns = columns_of(table, type);
        Value at_levels = Value::array();
        for (std::size_t c = 0; c < levels.size(); ++c) {
            Value one = Value::object();
            const MonthColumn& after = columns[columns.size() - levels.size() + c];
            one.set("income", levels[c].name).set("before", json_of(columns[c], table.before)).set("after", json_of(after, table.after));
            one.set("difference", Value::of(in_euros(after.left() - columns[c].left())));
            at_levels.push(std::move(one));
        }
        Value household = Value::object();
        household.set("type", type.name).set("nl", type.nl).set("en", type.en).set("months", std::move(at_levels));
        list.push(std::move(household));
    }
    Value object = Value::object();
    object.set("municipality", table.config.municipality.name).set("scenario", table.config.scenarios.back().name);
    object.set("month", month_text(table.month)).set("unit", "EUR/month").set("households", std::move(list));
    print_json(object);
}

// One line per household, income, side and amount.
Problems write_csv(const BudgetTable& table, const std::string& path) {
    std::ofstream file(path);
    file << "type,income,side,kind,name,eur_month\n";
    for (const Type& type : types) {
        const auto columns = columns_of(table, type);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const MonthColumn& month = columns[c];
            const std::string start = fmt::format("{},{},{}", type.name, levels[c % levels.size()].name, c < levels.size() ? "before" : "after");
            const auto row = [&](std::string_view kind, std::string_view name, Cents amount) {
                file << fmt::format("{},{},{},{:.2f}\n", start, kind, name, in_euros(amount));
            };
            for (const Line& line : incomes) row("income", line.name, month.budget.*line.amount);
            for (std::size_t s = 0; s < month.schemes.size(); ++s) row("scheme", table.before.schemes[s].name, month.schemes[s]);
            for (const Line& line : costs) row("cost", line.name, month.budget.*line.amount);
            row("needs", "needs", month.budget.needs);
            row("left", "left", month.left());
        }
    }
    file.close();
    if (file) return {};
    return {{.code = "E0302", .message = path + ": kan niet worden geschreven (cannot be written)", .hint = {}, .file = {}, .pointer = {}}};
}

}  // namespace

int households_command(const Options& options) {
    const auto table = budget_table(options);
    if (!table) return fail(table.problems(), options);
    if (!options.csv.empty()) {
        Problems problems = refusals({options.csv}, options);
        if (problems.empty()) problems = write_csv(table.value(), options.csv);
        if (!problems.empty()) return fail(problems, options);
    }
    if (options.json) print_as_json(table.value());
    else print_as_text(table.value(), options);
    return exit_ok;
}

}  // namespace ontkoker::cli

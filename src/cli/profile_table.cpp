#include "profile_table.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "ontkoker/io/json/listing.h"

namespace ontkoker::cli {
namespace {

// Shares of trajectories started in 2021, % (CBS, Jeugdhulp 2021, chapter 2).
struct StartsRow {
    std::string_view part, nl, en;
    double published;
};
constexpr StartsRow starts_rows[] = {{"team", "lokaal team", "local team", 10.7},
                                     {"ambulant", "ambulant en ggz", "outpatient and mental-health care", 60.8},
                                     {"day", "dagbehandeling", "day treatment", 5.1},
                                     {"network", "in het netwerk", "in the network", 17.3},
                                     {"stay", "met verblijf", "with stay", 6.1}};
constexpr std::string_view starts_source = "CBS, Jeugdhulp 2021, h. 2 (2021)";

// Shares of trajectories started in the first half of 2023, % (CBS 85097NED); gi includes the court.
constexpr std::pair<std::string_view, double> referrer_rows[] = {
    {"gp", 38.6}, {"access", 30.4}, {"none", 14.9}, {"gi", 7.4}, {"medical_specialist", 4.7}, {"youth_doctor", 3.6}};
constexpr std::string_view referrer_source = "CBS 85097NED (2023, 1e halfjaar)";
constexpr double national_medical = 0.469;  // GP, medical specialist and youth doctor together

// Which row of starts_rows a kind of help belongs to.
std::string_view starts_part(const HelpType& type) {
    if (type.team) return "team";
    if (type.places) return "stay";
    if (type.name == "day_treatment") return "day";
    return type.name == "in_network" ? "network" : "ambulant";
}

bool has_national_referrers(const Profile& profile) {
    return std::abs(profile.medical_referral - national_medical) < 0.005;
}

// Persons with bijstand a household with bijstand, in the made population.
double persons_per_bijstand(const World& world) {
    std::int64_t persons = 0, households = 0;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        if (!world.households.on_bijstand[i]) continue;
        ++households;
        persons += world.adult_count(i);
    }
    return households > 0 ? static_cast<double>(persons) / static_cast<double>(households) : 1.0;
}

World first_population(const Config& config) {
    return build_population(config.municipality, config.parameters, Draws(config.run.seed, 0), config.run.sample);
}

// Mean over the replicates of an outcome over months first..last-1; several parts are added up.
class Means {
public:
    explicit Means(const ResultSet& results) : results_(results) {}

    double over(std::string_view name, const std::vector<int>& parts, int first, int last) const {
        const int outcome = results_.find(name);
        if (outcome < 0) return 0.0;
        double sum = 0;
        int count = 0;
        for (int replicate = 0; replicate < results_.replicates; ++replicate) {
            double value = 0;
            for (const int part : parts)
                value += results_.over(static_cast<std::size_t>(outcome), 0, replicate, first, last, part);
            if (!std::isfinite(value)) continue;
            sum += value;
            ++count;
        }
        return count > 0 ? sum / count : 0.0;
    }
    int part(std::string_view name, std::string_view wanted) const {
        const int outcome = results_.find(name);
        if (outcome < 0) return -1;
        const auto& parts = results_.outcomes[static_cast<std::size_t>(outcome)].parts;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (parts[i] == wanted) return static_cast<int>(i);
        return -1;
    }
    const OutcomeInfo& info(std::string_view name) const {
        return results_.outcomes[static_cast<std::size_t>(results_.find(name))];
    }

private:
    const ResultSet& results_;
};

class Base {
public:
    Base(const Config& config, const ResultSet& results, std::map<std::string, std::string> sources)
        : config_(config),
          p_(config.municipality),
          means_(results),
          sources_(std::move(sources)),
          months_(results.months) {}

    std::vector<ProfileRow> rows() {
        youth();
        kinds();
        referrers();
        livelihood();
        spending();
        add("wait_ambulant", "Wachttijd voor ambulante hulp", "Wait for outpatient help", "weeks", source("wait_weeks"),
            p_.wait_weeks, [&](int first, int last) {
                return means_.over("waiting_weeks", {means_.part("waiting_weeks", "ambulant")}, first, last);
            });
        return std::move(rows_);
    }

private:
    // `value(first, last)` gives the made figure over those months.
    template <class Value>
    void add(std::string name, std::string nl, std::string en, std::string unit, std::string where, double published,
             const Value& value) {
        rows_.push_back({std::move(name), std::move(nl), std::move(en), std::move(unit), std::move(where), published,
                         value(0, months_), value(0, 12), value(months_ - 12, months_)});
    }
    std::string source(const std::string& figure) const {
        const auto found = sources_.find(figure);
        return found == sources_.end() ? std::string() : found->second;
    }
    // 100 times the parts over all of the same outcome, or over another one.
    double share(std::string_view name, const std::vector<int>& parts, std::string_view of, int first, int last) const {
        const double all = means_.over(of, {-1}, first, last);
        return all > 0.0 ? 100.0 * means_.over(name, parts, first, last) / all : 0.0;
    }
    double a_year(std::string_view name, const std::vector<int>& parts, int first, int last) const {
        return config_.run.sample * means_.over(name, parts, first, last) * 12.0 / (last - first);
    }

    void youth() {
        add("youth_help", "Jeugdigen onder 23 met jeugdhulp in het jaar", "Youths under 23 with help in the year", "%",
            source("youth_help"), 100.0 * p_.youth_help,
            [&](int first, int last) { return means_.over("youth_help_reach", {-1}, first, last); });
        const auto& types = config_.parameters.help_types;
        for (std::size_t k = 0; k < types.size(); ++k)
            add("in_help/" + types[k].name, "In hulp op een moment: " + types[k].nl,
                "In help at one moment: " + types[k].en, "%", "CBS, Jeugdhulp (2021)", 100.0 * types[k].stock_share,
                [&](int first, int last) {
                    return share("youth_in_help", {static_cast<int>(k)}, "youth_in_help", first, last);
                });
    }

    void kinds() {
        const auto& types = config_.parameters.help_types;
        for (const StartsRow& row : starts_rows) {
            std::vector<int> parts;
            for (std::size_t k = 0; k < types.size(); ++k)
                if (starts_part(types[k]) == row.part) parts.push_back(static_cast<int>(k));
            add(fmt::format("starts/{}", row.part), fmt::format("Gestarte hulp: {}", row.nl),
                fmt::format("Help started: {}", row.en), "%", std::string(starts_source), row.published,
                [&](int first, int last) { return share("starts", parts, "starts", first, last); });
        }
    }

    void referrers() {
        const auto part = [&](std::string_view name) { return means_.part("starts_by_referrer", name); };
        const auto shares = [&](std::vector<int> parts) {
            return [this, parts = std::move(parts)](int first, int last) {
                return share("starts_by_referrer", parts, "starts_by_referrer", first, last);
            };
        };
        if (has_national_referrers(p_)) {
            const OutcomeInfo& info = means_.info("starts_by_referrer");
            for (const auto& [name, published] : referrer_rows) {
                const auto at = static_cast<std::size_t>(part(name));
                // CBS knows no school: what it brings counts as the municipality's; "gi" includes the court.
                std::vector<int> parts{part(name)};
                if (name == "access") parts.push_back(part("school"));
                if (name == "gi") parts.push_back(part("court"));
                add(fmt::format("referrer/{}", name), "Verwijzer: " + info.parts_nl[at],
                    "Referrer: " + info.parts_en[at], "%", std::string(referrer_source), published,
                    shares(std::move(parts)));
            }
        }
        add("referrer/medical", "Verwijzers: huisarts, jeugdarts en specialist samen",
            "Referrers: GP, youth doctor and specialist together", "%", source("medical_referral"),
            100.0 * p_.medical_referral, shares({part("gp"), part("youth_doctor"), part("medical_specialist")}));
    }

    void livelihood() {
        const auto of_households = [&](std::string_view name) {
            return [this, name](int first, int last) { return share(name, {-1}, "households", first, last); };
        };
        add("problematic_debt", "Huishoudens met problematische schulden", "Households with problematic debts", "%",
            source("debt_persons"), 100.0 * debt_household_share(p_), of_households("problematic_debt"));
        add("social_minimum", "Huishoudens op of onder het sociaal minimum",
            "Households at or under the social minimum", "%", source("social_minimum"), 100.0 * p_.social_minimum,
            of_households("under_social_minimum"));
        const double persons = persons_per_bijstand(first_population(config_));
        add("bijstand", "Huishoudens met bijstand", "Households on social assistance", "%", source("bijstand"),
            p_.households > 0.0 ? 100.0 * p_.bijstand / persons / p_.households : 0.0, of_households("bijstand"));
    }

    void spending() {
        const auto fund = [&](std::vector<std::string_view> names) {
            std::vector<int> parts;
            for (const std::string_view name : names) parts.push_back(means_.part("fund_spending", name));
            return [this, parts](int first, int last) { return a_year("fund_spending", parts, first, last); };
        };
        add("spending/youth", "Jeugdhulp en bescherming (taakvelden 6.72, 6.73, 6.74, 6.82)",
            "Youth help and protection (task fields 6.72, 6.73, 6.74, 6.82)", "EUR/year", source("youth_spending"), p_.youth_spending,
            fund({"youth"}));
        add("spending/teams", "Lokale teams en toegang (taakveld 6.2)", "Local teams and access (task field 6.2)",
            "EUR/year", source("team_spending"), p_.team_spending, fund({"prevention_teams"}));
        add("spending/income", "Bijstand en minimaregelingen (taakveld 6.3)",
            "Social assistance and schemes (task field 6.3)", "EUR/year", source("income_spending"), p_.income_spending,
            fund({"income_support", "schemes"}));
    }

    const Config& config_;
    const Profile& p_;
    Means means_;
    std::map<std::string, std::string> sources_;
    int months_;
    std::vector<ProfileRow> rows_;
};

// "table (year)" of every figure of the profile, by its name.
Result<std::map<std::string, std::string>> sources_of(const Config& config) {
    const auto figures = figures_of(config.effective);
    if (!figures) return figures.problems();
    std::map<std::string, std::string> sources;
    for (const FigureInfo& figure : figures.value())
        sources[figure.name] = fmt::format("{} ({})", figure.table, figure.year);
    return sources;
}

constexpr ProfileNote notes[] = {
    {"Het model telt jeugdigen die bij hun ouders wonen; het gepubliceerde percentage telt ook bescherming, "
     "reclassering en "
     "jeugdigen die elders wonen.",
     "The model counts youths who live with their parents; the published percentage also counts protection, probation "
     "and "
     "youths who live elsewhere."},
    {"De verdeling op een moment is ook waarmee een run begint: de rij zegt of zij zo blijft.",
     "The division at one moment is also what a run starts with: the row tells whether it stays so."},
    {"Hulp die bij dezelfde aanbieder doorgaat telt in het model als nieuwe start, bij het CBS meestal niet.",
     "Help that goes on with the same provider counts as a new start in the model, with Statistics Netherlands mostly "
     "not."},
    {"Problematische schulden zijn gepubliceerd per persoon en omgerekend met de landelijke verhouding (8,9% van de "
     "huishoudens bij 5,9% van de personen).",
     "Problematic debts are published by person and converted with the national ratio (8.9% of households at 5.9% of "
     "persons)."},
    {"Bijstand is gepubliceerd in personen en omgerekend met het gemaakte aantal personen per huishouden met bijstand.",
     "Bijstand is published in persons and converted with the made number of persons a household on bijstand."},
    {"Uitgaven zijn die van de rekening van het genoemde jaar, niet geïndexeerd; het model rekent in prijzen van 2024. "
     "Taakveld 6.2 is ook voor volwassenen; 6.3 omvat ook regelingen die het model niet heeft, zoals die voor "
     "zelfstandigen "
     "en in 2022 de energietoeslag.",
     "Spending is that of the accounts of the year named, not indexed; the model reckons in prices of 2024. Task field "
     "6.2 is also for adults; 6.3 includes schemes that the model does not have, such as those for the self-employed "
     "and "
     "in 2022 the energy allowance."},
    {"De wachttijd is een regionaal cijfer van elders, alleen ter vergelijking; de gemaakte telt ook verlengingen, die "
     "voorgaan.",
     "The wait is a regional figure from elsewhere, for comparison only; the made one includes help that goes on, "
     "which goes first."},
};
constexpr ProfileNote no_local_referrers = {
    "De gemeente noemt zelf alleen het aandeel van huisarts, jeugdarts en specialist samen.",
    "The municipality itself tells only the share of GP, youth doctor and specialist together."};

}  // namespace

std::optional<double> ProfileRow::ratio() const {
    if (!(published > 0.0)) return std::nullopt;
    return made / published;
}

bool ProfileRow::marked() const {
    const auto share = ratio();
    return share && (*share < least_ratio || *share > most_ratio);
}

Result<std::vector<ProfileRow>> population_rows(const Config& config) {
    const auto sources = sources_of(config);
    if (!sources) return sources.problems();
    std::vector<ProfileRow> rows;
    for (const FitRow& row :
         population_fit(first_population(config), config.municipality, config.parameters, config.run.sample)) {
        const auto found = sources.value().find(row.name == "debt_households" ? "debt_persons" : row.name);
        const Label label = population_label(row.name);
        rows.push_back({row.name,
                        label.nl,
                        label.en,
                        row.unit,
                        found == sources.value().end() ? std::string() : found->second,
                        row.published,
                        row.made,
                        {},
                        {}});
    }
    return rows;
}

Result<std::vector<ProfileRow>> base_rows(const Config& config, const ResultSet& results) {
    auto sources = sources_of(config);
    if (!sources) return sources.problems();
    return Base(config, results, std::move(sources.value())).rows();
}

std::vector<ProfileNote> profile_notes(const Config& config) {
    std::vector<ProfileNote> all(std::begin(notes), std::end(notes));
    if (!has_national_referrers(config.municipality)) all.insert(all.begin() + 3, no_local_referrers);
    return all;
}

}  // namespace ontkoker::cli

// The years of single families under two scenarios with the same luck: looked up in the population of day 0, watched in
// both arms of one replicate. Watching changes no bit of the run.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ontkoker/domain/journal.h"
#include "ontkoker/domain/world.h"
#include "ontkoker/run/ensemble.h"

namespace ontkoker {

// What a household on day 0 can be searched by.
enum class Trait : std::uint8_t {
    single_parent, couple, children, child_of_age, baby, toddler, teenager, debts, problematic_debts, debt_help, bijstand,
    minimum, work, rent, owner, parents_problems, mental_health, addiction, lvb, conflict, in_help, lifelong,
    // home, school, safety, young people
    threatened, homeless, out_of_school, special_school, reported, supervised, placed, young_adult, young_homeless, stuck, count
};
struct WishedTrait {
    Trait trait = Trait::count;
    int age = 0;   // of child_of_age
};
// About people of 18 to 26, at home or in a household of their own, with or without minors.
constexpr bool about_young(Trait trait) { return trait == Trait::young_adult || trait == Trait::young_homeless; }
// Whether household row `i` fits, on `day`. "A child" is a minor who lives at home.
bool fits(const World& world, std::size_t i, const WishedTrait& wish, int day);

// One child at the end of a month.
struct ChildMonth {
    AgentKey key;
    Level own, family, livelihood;
    HelpState help = HelpState::none;
    std::uint8_t service = 0;   // kind of help while waiting for it or in it
};

// A household after the last step of a month.
struct FamilyMonth {
    Month month;
    Cents income, debt, buffer;   // income: of one month, allowances and schemes included
    Level stress;
    bool problematic = false, on_bijstand = false;
    DebtHelpState debt_help = DebtHelpState::none;
    std::uint8_t problems = 0;
    std::vector<ChildMonth> children;
    std::array<Cents, account_count> paid{};   // this month, by payer: benefits and schemes as paid, help at its unit price
};

// How heavy a month weighs: parents' stress (times ten), the mean load of the children at home (0 to 10) and the debt (in
// EUR 5,000, at most 10), added up. A simple sum, only to put families in order.
double burden(const FamilyMonth& month);

struct FamilyYears {
    std::vector<JournalEntry> entries;   // in order
    std::vector<FamilyMonth> months;     // as many as it stayed
};

// Somebody who lives or has lived in a watched household.
struct FamilyMember {
    AgentKey key;
    std::int32_t birth_day = 0;
    bool child = false;   // when first seen
};

struct Family {
    AgentKey key;
    std::array<FamilyYears, 2> arms;     // of the two scenarios
    std::vector<FamilyMember> members;   // those of day 0 first
    std::size_t first_members = 0;       // how many those are
    Tenure tenure = Tenure::social;      // on day 0, as what follows
    bool stays = false;                  // to the end of the horizon, in both arms
    double difference = 0;               // mean burden of a month in the second arm less that in the first
};

struct FamilyRequest {
    int replicate = 0;
    std::vector<WishedTrait> wishes;     // all must fit; without a wish about the young only households with children at home do
    std::optional<std::uint64_t> household;  // only the one with this key, whatever the wishes
    std::size_t most = 200;              // more that fit are thinned out evenly, by key
};

struct FamilyRun {
    std::vector<std::int64_t> fitting;   // households with children that fit each wish alone
    std::int64_t fitting_all = 0;
    std::vector<Family> families;        // the watched ones: those that stay by difference and key, then the others
    std::size_t staying = 0;
    ReplicateCounts counts;              // the outcomes of the replicate, as any run has them
};

// `config` has two scenarios. Runs nothing after day 0 when no household fits. Problems as of run_ensemble().
Result<FamilyRun> run_families(const Config& config, const RunOptions& options, const FamilyRequest& request);

// Index of the median, a good and a bad case among `staying` families in order of their difference: the middle one and
// the ones that a tenth of the families surpass.
enum class FamilyCase : std::uint8_t { median, good, bad };
std::size_t place_of(FamilyCase which, std::size_t staying);

}  // namespace ontkoker

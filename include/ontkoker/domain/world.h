// The state of one municipality in one replicate of one scenario, as columns by typed id. A value: copying it branches
// the run. All levels, money and times are whole numbers.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/ids.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/ledger.h"
#include "ontkoker/domain/state/allowances.h"
#include "ontkoker/domain/state/debts.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/domain/state/housing.h"
#include "ontkoker/domain/state/parent_care.h"
#include "ontkoker/domain/state/safety.h"
#include "ontkoker/domain/state/school.h"
#include "ontkoker/domain/state/workforce.h"
#include "ontkoker/domain/state/young.h"
#include "ontkoker/domain/state/providers.h"
#include "ontkoker/domain/state/entry.h"
#include "ontkoker/domain/state/doorbraak.h"
#include "ontkoker/domain/state/governing.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

enum class Tenure : std::uint8_t { social, private_rent, owner };
enum class Activity : std::uint8_t { none, work, ww, disability, pension };
// In the order in which a household passes them, `stabilising` only while new debts still come.
enum class DebtHelpState : std::uint8_t { none, waiting, plan, term, stabilising };
// B2. The other groups (parents' problems, vulnerable family) follow from the household: see family_group().
enum class ChildGroup : std::uint8_t { everyday, mild, severe, lifelong };
enum class HelpState : std::uint8_t { none, waiting_access, intake, waiting_help, in_help };
enum class Referrer : std::uint8_t { access, gp, youth_doctor, medical_specialist, gi, school, court, none, count };

// Parents' problems: bits of Households::problems; bits of treated lie four higher.
constexpr std::uint8_t mental_health = 1, addiction = 2, lvb = 4, conflict = 8;
constexpr std::uint8_t treated_mental_health = 16, treated_addiction = 32, treated_lvb = 64, treated_conflict = 128;
// Why a child must be looked at each week: bits of Children::watched. Set where a reason arises, taken away in the next look
// that finds none.
constexpr std::uint8_t watch_school = 1, watch_safety = 2;
// Causes seen at intake: bits of Children::seen.
constexpr std::uint8_t seen_own = 1, seen_family = 2, seen_livelihood = 4;
// Which allowances a household claims: bits of Households::takes.
constexpr std::uint8_t takes_bijstand = 1, takes_zorgtoeslag = 2, takes_huurtoeslag = 4, takes_kindgebonden = 8;
constexpr std::size_t most_schemes = 6;

// Adults live in slots 2h and 2h+1 of household h; an empty slot has birth_day == no_birth.
constexpr std::int32_t no_birth = std::numeric_limits<std::int32_t>::min();

struct Adults {
    std::vector<AgentKey> key;
    std::vector<std::int32_t> birth_day;     // days since day 0
    std::vector<std::uint8_t> woman;
    std::vector<Activity> activity;
    std::vector<Cents> wage;                 // net a month from work, or the wage a benefit is based on; pension: the supplement
    std::vector<std::uint8_t> ww_left;       // months of unemployment benefit left
    std::vector<YoungLife> young;
};

struct Households {
    std::vector<AgentKey> key;
    std::vector<std::uint8_t> turn;          // turn_of(key); no_turn: an empty row
    std::vector<std::uint8_t> occupied;
    std::vector<ChildId> first_child;        // a chain through Children::next
    std::vector<Tenure> tenure;
    std::vector<Cents> buffer, debt, habit, pending_bill;   // habit: smoothed income left after fixed costs
    std::vector<DebtState> owed;             // the kinds of `debt`, and what else belongs to debts and their help
    std::vector<std::array<Cents, most_schemes>> granted;   // a month, by scheme, until the next anniversary
    std::vector<std::uint8_t> claims;        // bit per scheme
    std::vector<std::uint8_t> takes;
    std::vector<std::uint8_t> on_bijstand;
    std::vector<std::uint8_t> under_minimum; // income of the last month at or under 101% of the social minimum
    std::vector<IncomeBand> band;            // the same income in bands
    std::vector<std::uint8_t> low_income_months;  // at most 255
    std::vector<std::uint8_t> arrears_months;     // at most 255
    std::vector<std::uint8_t> problematic;
    std::vector<DebtHelpState> debt_help;
    std::vector<WaitingLine::Ticket> debt_ticket;
    std::vector<std::uint8_t> term_left;     // months of an arrangement, or of stabilising
    std::vector<std::uint16_t> debt_episode;
    std::vector<Level> stress, trust;
    std::vector<std::uint8_t> problems;
    std::vector<std::uint16_t> children_born;     // ordinal for keys of newborns
    std::vector<std::uint16_t> newcomers;         // ordinal for keys of those who come in its place
    std::vector<AllowanceState> allowance;
    std::vector<HousingState> housing;
    std::vector<ParentCareState> care;
    std::vector<std::uint8_t> care_marks;         // marks_of(care)
    std::vector<HomeEntry> entry;
    std::vector<Deadlock> deadlock;
};

struct Children {                            // everyone who lives with their parents, of any age
    std::vector<AgentKey> key;
    std::vector<HouseholdId> household;      // none: an empty row
    std::vector<ChildId> next;
    std::vector<std::uint8_t> turn;          // turn_of(key of the household); no_turn: an empty row
    std::vector<std::int32_t> birth_day;
    std::vector<std::uint8_t> woman;
    std::vector<ChildGroup> group;
    std::vector<Level> own, family, livelihood;   // problem load by cause; the sum is the load (0..10)
    std::vector<HelpState> help;
    std::vector<std::uint8_t> service;       // help type while waiting_help or in_help
    std::vector<WaitingLine::Ticket> ticket;
    std::vector<Referrer> referrer;
    std::vector<std::uint16_t> episode;      // ordinal of the request for help
    std::vector<Level> worsened;             // own load added by waiting since the request (C4)
    std::vector<Moment> since;               // moment up to which waiting or help has been counted
    std::vector<std::uint8_t> seen;
    std::vector<std::int16_t> intake_minutes;
    std::vector<std::uint8_t> helped_this_year;
    std::vector<Moment> ended;               // end of the last help, or `never`
    std::vector<Face> face;                  // professional of the intake
    std::vector<Face> helper;                // who gives the help of this or the last time
    std::vector<NetworkState> network;
    std::vector<std::uint8_t> watched;
    std::vector<SchoolState> school;
    std::vector<SafetyState> safety;
    std::vector<YoungLife> young;
    std::vector<ChildEntry> entry;
    std::vector<DeliveryState> delivery;
};

// The waiting lines that every municipality has; lines of help follow, by kind and provider (see Offer).
constexpr std::size_t access_service = 0, debt_service = 1, parent_care_service = 2, board_service = 3, gi_service = 4,
                      adult_care_service = 5, first_help_service = 6;

// One way in or one kind of help: a waiting line and what it pays.
struct Service {
    WaitingLine line;
    std::vector<std::int32_t> base_capacity; // by server, minutes a week (places: number), at factor 1
    std::vector<Level> breadth;              // by server (access)
    Offer offer;                             // help: whose line this is
    double capacity_factor = 1.0;            // growth and cuts of the provider
    std::int32_t weekly_load = 0;            // of one client, minutes a week (places: 1)
    Cents hour_price;                        // a delivered hour; places: a place and week
    Cents trajectory_price;                  // one trajectory at its mean length
    Cents weekly_sum;                        // lump sum or salaries, a week
    Cents other_weekly;                      // access: the team's spending on neither intake nor help, a week
    double money_at_start = 0;               // debt help: EUR an inhabitant and year that base_capacity stands for
    std::int64_t quarter_started = 0;        // starts since the last review of capacity
    LineCounts month;                        // of the running month
    std::int64_t month_capacity = 0;         // (minutes a week) x minutes on offer in the running month
};

// What the college has decided by rule (D8).
struct Governance {
    std::array<Cents, fund_count> budget{};          // of this year, before what the Rijk takes off for youth
    std::array<Cents, fund_count> granted{};         // of this year
    std::array<Cents, fund_count> result{};          // of the closed year
    std::array<Cents, fund_count> spent{};           // this year
    Cents opening_reserve;
    double scheme_factor = 1.0, team_factor = 1.0, contract_factor = 1.0;
    double contract_factor_next = 1.0;               // decided, in force after notice
    std::int32_t contract_from_step = 0;
    std::int64_t minors = 0;                         // on which the grant for youth of this year is based
    std::int64_t cuts = 0;                           // decisions to cut so far
    bool started = false;                            // budgets are set (the spin-up has none)
    BudgetCycle cycle;
    Investing investing;
    TemporaryMoney temporary;
    Learning learning;
};

// Counts of the running month, emptied when the outcomes are taken; all whole numbers.
struct Tally {
    // By help type. Waited (minutes) and new starts leave out renewals, which go before all others.
    std::vector<std::int64_t> starts, new_starts, ends, waited, dropped, returns, spending;
    std::array<std::int64_t, static_cast<std::size_t>(Referrer::count)> starts_by_referrer{};
    std::int64_t requests = 0, intakes = 0, intake_minutes = 0, causes = 0, causes_seen = 0;
    std::array<std::int64_t, first_help_service> line_waited{}, line_started{};   // minutes; of the lines before the help types
    std::int64_t new_problematic = 0, ended_problematic = 0, fees = 0, written_off = 0, credit = 0, repaid = 0, aow = 0;
    std::int64_t births = 0, deaths = 0, arrivals = 0, departures = 0, separations = 0;
    std::int64_t claims_new = 0;
    AllowanceTally allowances;
    HousingTally housing;
    DebtTally debts;
    ParentCareTally parent_care;
    SchoolTally school;
    SafetyTally safety;
    YoungTally young;
    WorkforceTally workforce;
    MarketTally providers;
    EntryTally entry;
    DoorbraakTally doorbraak;
    GoverningTally governing;
};

struct World {
    Households households;
    Adults adults;
    Children children;
    std::vector<Service> services;
    Ledger ledger;
    Governance governance;
    Professionals professionals;
    Providers providers;
    Alarm alarm;
    InformalSupport informal;
    WatchFlames watch;
    YoungPlaces places;
    Schools schools;
    DoorbraakMeans doorbraak;
    Tally tally;
    std::vector<std::uint32_t> free_households, free_children;
    double birth_factor = 1.0, death_factor = 1.0;   // fit the tables to the municipality's births and deaths
    std::int64_t people = 0;                         // kept by births, deaths and moves; recounted as a law
    std::int64_t total_buffer = 0, total_debt = 0;   // kept by flows; recounted as a law, cents
    double labour_factor = 1.0;                      // chance of work from bijstand or without income, against the reference
    double medical_referral = 0;                     // share of first requests that go to GP, youth doctor or specialist

    std::size_t household_rows() const { return households.key.size(); }
    std::size_t child_rows() const { return children.key.size(); }
    // A new empty household or child row with `key`; rows of those who left are used again.
    HouseholdId add_household(AgentKey key);
    ChildId add_child(HouseholdId household, AgentKey key, std::int32_t birth_day, bool woman);
    void remove_child(ChildId child);        // takes it out of its household's chain and frees the row
    void free_household(HouseholdId household);
    int adult_count(std::size_t household) const { return has_adult(2 * household) + has_adult(2 * household + 1); }
    // Gives a household another key and its children the turn that goes with it.
    void rename_household(std::size_t household, AgentKey key);
    bool has_adult(std::size_t slot) const { return adults.birth_day[slot] != no_birth; }
};

// Age in whole years on `day`.
constexpr int age_on(std::int32_t birth_day, int day) {
    return static_cast<int>((static_cast<std::int64_t>(day - birth_day) * 400) / 146097);
}
// The latest birth day of those who are `age` or older on `day`: age_on(b, day) >= age is b <= born_by(age, day).
constexpr std::int32_t born_by(int age, int day) {
    return static_cast<std::int32_t>(day - (static_cast<std::int64_t>(age) * 146097 + 399) / 400);
}
// Much happens every fourth week only, in each household in its own week of four.
constexpr std::uint8_t turn_of(AgentKey household) { return static_cast<std::uint8_t>(household.value % 4); }
constexpr std::uint8_t no_turn = 255;
// Load of a child: the sum of its causes, at most 10.
constexpr Level load_of(Level own, Level family, Level livelihood) {
    const std::int32_t sum = own.raw + family.raw + livelihood.raw;
    return Level{sum < 10 * Level::one ? sum : 10 * Level::one};
}
// Group of a household, or of a child in it: `lifelong` when a child has a lifelong disability.
inline FamilyGroup family_group(const Households& h, std::size_t household, bool lifelong) {
    if (lifelong) return FamilyGroup::lifelong;
    if (h.problematic[household] || h.under_minimum[household]) return FamilyGroup::vulnerable;
    return h.problems[household] ? FamilyGroup::parents : FamilyGroup::other;
}
FamilyGroup family_group(const World& world, ChildId child);
// The group of a whole household: lifelong when one of its children is.
FamilyGroup family_group(const World& world, HouseholdId household);
// Cell of a FamilyCount.
std::size_t family_cell(const World& world, ChildId child);
std::size_t family_cell(const World& world, HouseholdId household);

}  // namespace ontkoker

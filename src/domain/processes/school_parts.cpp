// B4, D13: the start stock, places in special education, staff for the group, and what all of it costs.
#include "school_parts.h"

#include <algorithm>
#include <vector>

#include "../schooling.h"
#include "loops.h"

namespace ontkoker {

void renew_school(SchoolState& school) {
    school.ask = SchoolAsk::none;
    school.officer = school.in_help = 0;
    school.before = Level{};
    if (school.place == SchoolPlace::waiting)
        school.place = school.at_home ? SchoolPlace::home
                       : school.need && (school.granted || school.group) ? SchoolPlace::support : SchoolPlace::regular;
}

}  // namespace ontkoker

namespace ontkoker::processes {
namespace {

constexpr int secondary_age = 12;
constexpr std::uint64_t choice_of_school = 77;  // purpose of the derived key

double weight(Level load, double for_group, double for_home, const School& now) {
    return (1.0 + now.load_risk * load.value()) * for_group * for_home;
}

double weight(const Step& step, std::size_t i) {
    const World& world = step.world;
    const Children& c = world.children;
    const School& now = step.now.school;
    return weight(load_of(c.own[i], c.family[i], c.livelihood[i]), c.group[i] == ChildGroup::lifelong ? now.lifelong_factor : 1.0,
                  world.adult_count(c.household[i].index) == 1 ? now.apart_factor : 1.0, now);
}

// A child of this age comes to school here: by the shares of the start stock.
void enter(Step& step, std::size_t i, int age) {
    Children& c = step.world.children;
    const School& now = step.now.school;
    SchoolState& s = c.school[i];
    s = SchoolState{};
    s.place = SchoolPlace::regular;
    const double risk = school_risk(step, i);
    const auto part = [&](double share) { return std::min(0.95, share * risk); };
    const auto words = step.draw(c.key[i], Decision::school_start, 0);
    const auto more = step.draw(c.key[i], Decision::school_start, 1);
    const double years = age - school_age;
    if (happens(words[0], part(now.special_at_start + now.special_growth * years))) {
        s.place = SchoolPlace::waiting;
        s.asked = std::max(step.begin(), Moment{0});
    } else if (years > 0 && happens(words[1], part(now.home_share))) {
        s.place = SchoolPlace::home;
        s.at_home = 1;
        s.weeks_home = s.weeks_missed = static_cast<std::uint16_t>(4 + std::min<std::int64_t>(500, nearest(exponential(more[0], now.home_weeks))));
    } else if (age >= 16 && happens(words[2], part(now.leaver_share))) {
        s.place = SchoolPlace::early_leaver;
        s.early_leaver = 1;
    } else if (years > 0 && happens(words[3], part(now.support_share))) {
        s.place = SchoolPlace::support;
        s.need = s.granted = 1;
        s.heavy = happens(more[1], std::min(1.0, now.heavy_share * risk));
        s.grant_left = static_cast<std::uint8_t>(1 + unit(more[2]) * now.grant_months);
    }
    watch(c, i);
}

void leave(SchoolState& s) {
    const std::uint8_t early = s.early_leaver || s.at_home;
    const auto missed = s.weeks_missed;
    s = SchoolState{};
    s.early_leaver = early;
    s.weeks_missed = missed;
}

// Which school of its kind a child goes to: the same one all years, by its key.
std::size_t school_of(const Schools& schools, AgentKey key, int age) {
    const std::uint64_t word = derived_key(key, choice_of_school, 0).value >> 8;
    const auto primary = static_cast<std::uint64_t>(schools.primary);
    return static_cast<std::size_t>(age < secondary_age ? word % primary : primary + word % static_cast<std::uint64_t>(schools.secondary));
}

// Special education follows what waits and what stands empty, slowly.
void follow_demand(Step& step, std::int64_t occupied, std::int64_t waiting) {
    Schools& schools = step.world.schools;
    if (step.month && !step.spin_up && step.month->number() % 3 == 1) {
        const std::int64_t most = std::max<std::int64_t>(1, nearest(step.now.school.places_follow / 4.0 * static_cast<double>(schools.base_places)));
        const double norm = step.now.school.places_norm * static_cast<double>(schools.places);
        if (step.now.school.places_follow <= 0.0) return;
        if (static_cast<double>(waiting) > norm) schools.base_places += most;
        else if (static_cast<double>(schools.places - occupied) > norm) schools.base_places = std::max<std::int64_t>(1, schools.base_places - most);
    }
}

void set_places(Step& step, std::int64_t occupied) {
    Schools& schools = step.world.schools;
    schools.places = std::max<std::int64_t>(1, nearest(static_cast<double>(schools.base_places) * step.now.school.special_places));
    schools.limit = std::max(schools.places, occupied);
}

void place_child(Step& step, std::size_t i) {
    SchoolState& s = step.world.children.school[i];
    SchoolTally& tally = step.world.tally.school;
    ++tally.placed;
    tally.place_waited += step.begin() - std::min(s.asked, step.begin());
    tally.back_in_special += s.at_home;
    if (!step.spin_up)  // in the spin-up these are the start stock
        note(step, step.world.children.household[i].index, Event::special_school, step.begin(),
             (step.begin() - std::min(s.asked, step.begin())) / minutes_per_step, step.world.children.key[i]);
    s.place = SchoolPlace::special;
    s.ask = SchoolAsk::none;
    s.at_home = s.officer = s.need = s.heavy = s.granted = s.group = s.grant_left = 0;
    s.weeks_home = 0;
}

}  // namespace

double school_risk(const Step& step, std::size_t child) {
    return weight(step, child) * Level::one / step.world.schools.mean_weight;
}

double most_school_risk(const Step& step) {
    const School& now = step.now.school;
    return weight(Level{10 * Level::one}, std::max(1.0, now.lifelong_factor), std::max(1.0, now.apart_factor), now) * Level::one /
           step.world.schools.mean_weight;
}

void open_schools(Step& step) {
    Children& c = step.world.children;
    Schools& schools = step.world.schools;
    std::int64_t pupils[2] = {0, 0}, weights = 0;
    for (std::size_t i = 0; i < c.school.size(); ++i) {
        if (!c.household[i].exists()) continue;
        const int age = age_on(c.birth_day[i], step.day());
        if (age < school_age || age >= school_end) continue;
        ++pupils[age >= secondary_age];
        weights += Level::from(weight(step, i)).raw;
    }
    if (pupils[0] + pupils[1] > 0) schools.mean_weight = static_cast<std::int32_t>(weights / (pupils[0] + pupils[1]));
    schools.primary = std::max<std::int64_t>(1, nearest(static_cast<double>(pupils[0]) / step.now.school.primary_size));
    schools.secondary = std::max<std::int64_t>(1, nearest(static_cast<double>(pupils[1]) / step.now.school.secondary_size));
    enter_and_leave(step);
    std::int64_t special = 0;
    for (const SchoolState& s : c.school) special += s.place == SchoolPlace::waiting;
    // As many wait as the norm allows; fill_special_places() gives the places.
    schools.base_places = std::max<std::int64_t>(1, nearest(static_cast<double>(special) / (1.0 + step.now.school.places_norm)));
    schools.opened = true;
}

void enter_and_leave(Step& step) {
    Children& c = step.world.children;
    Schools& schools = step.world.schools;
    const int day = step.day();
    // Who had the age for it on the day of the last look has a state; before the opening nobody has one.
    const std::int32_t known_4 = schools.opened ? born_by(school_age, schools.day) : born_by(school_end, day);
    const std::int32_t known_18 = schools.opened ? born_by(school_end, schools.day) : born_by(school_end, day);
    const std::int32_t born_4 = born_by(school_age, day), born_18 = born_by(school_end, day);
    schools.day = day;
    const auto enters = [&](std::int32_t born) { return (born > known_4) & (born <= born_4); };
    const auto leaves = [&](std::int32_t born) { return (born > known_18) & (born <= born_18); };
    constexpr std::size_t rows_at_once = 64;
    for_chunks(c.school.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t first = begin; first < end; first += rows_at_once) {
            const std::size_t last = std::min(end, first + rows_at_once);
            int changes = 0;   // in a loop of its own, without a branch: of most rows nobody changes
            for (std::size_t i = first; i < last; ++i) changes |= enters(c.birth_day[i]) | leaves(c.birth_day[i]);
            for (std::size_t i = first; changes && i < last; ++i) {
                const std::int32_t born = c.birth_day[i];
                if (!(enters(born) | leaves(born)) || !c.household[i].exists()) continue;
                if (enters(born)) enter(step, i, age_on(born, day));
                else leave(c.school[i]);
            }
        }
    });
}

void Pupils::count(const SchoolState& s, std::uint32_t row) {
    special += s.place == SchoolPlace::special;
    if (s.place == SchoolPlace::waiting) waiting.push_back(row);
    if (s.group) grouped.push_back(row);
}

void Pupils::add(const Pupils& other) {
    unsettled.insert(unsettled.end(), other.unsettled.begin(), other.unsettled.end());
    waiting.insert(waiting.end(), other.waiting.begin(), other.waiting.end());
    grouped.insert(grouped.end(), other.grouped.begin(), other.grouped.end());
    special += other.special;
}

Pupils look_at_pupils(Step& step) {
    Children& c = step.world.children;
    std::vector<Pupils> chunks(chunk_count(c.watched.size(), step.grain));
    for_chunks(c.watched.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Pupils& found = chunks[chunk];
        each_unusual(c.watched, watch_school, 0, begin, end, [&](std::size_t i) {
            const SchoolState& s = c.school[i];
            if (!is_open(s)) {
                c.watched[i] &= static_cast<std::uint8_t>(~watch_school);
                return;
            }
            const auto row = static_cast<std::uint32_t>(i);
            if (is_decided(s, step) || must_renew(s) || must_ask(s)) found.unsettled.push_back(row);
            else found.count(s, row);
        });
    });
    Pupils all;
    for (const Pupils& found : chunks) all.add(found);
    return all;
}

void fill_special_places(Step& step, Pupils& pupils) {
    Children& c = step.world.children;
    std::vector<std::uint32_t>& waiting = pupils.waiting;
    std::int64_t occupied = pupils.special;
    follow_demand(step, occupied, static_cast<std::int64_t>(waiting.size()));
    set_places(step, occupied);
    std::sort(waiting.begin(), waiting.end(), [&](std::uint32_t a, std::uint32_t b) {
        return c.school[a].asked != c.school[b].asked ? c.school[a].asked < c.school[b].asked : c.key[a] < c.key[b];
    });
    for (std::size_t n = 0; n < waiting.size() && occupied < step.world.schools.places; ++n, ++occupied) place_child(step, waiting[n]);
}

namespace {

struct Need {
    std::size_t school;
    bool light;
    AgentKey key;
    std::size_t child;
};

// Who needs support, and pupils in class by school.
struct Classes {
    std::vector<Need> needs;
    std::vector<std::int64_t> pupils;
    void add(const Classes& other) {
        needs.insert(needs.end(), other.needs.begin(), other.needs.end());
        pupils.resize(std::max(pupils.size(), other.pupils.size()));
        for (std::size_t k = 0; k < other.pupils.size(); ++k) pupils[k] += other.pupils[k];
    }
};

Classes look_at_classes(const Step& step) {
    const Children& c = step.world.children;
    const Schools& schools = step.world.schools;
    return look_at_rows<Classes>(c.school.size(), step.grain, [&](Classes& found, std::size_t i) {
        const SchoolState& s = c.school[i];
        if (!in_class(s)) return;
        found.pupils.resize(static_cast<std::size_t>(schools.primary + schools.secondary));
        const std::size_t school = school_of(schools, c.key[i], age_on(c.birth_day[i], step.day()));
        ++found.pupils[school];
        if (!s.need || s.place == SchoolPlace::waiting) return;
        if (s.granted || happens(step.draw(c.key[i], Decision::school_start, 2)[0], step.now.school.indication_free))
            found.needs.push_back({school, s.heavy == 0, c.key[i], i});
    });
}

}  // namespace

void share_group_staff(Step& step, const std::vector<std::uint32_t>& grouped) {
    Children& c = step.world.children;
    const School& now = step.now.school;
    for (const std::uint32_t i : grouped) {
        SchoolState& s = c.school[i];
        if (s.group && s.place == SchoolPlace::support && !s.granted) s.place = SchoolPlace::regular;
        s.group = 0;
    }
    if (now.group_hours <= 0.0) return;
    auto [needs, pupils] = look_at_classes(step);
    std::sort(needs.begin(), needs.end(), [](const Need& a, const Need& b) {
        if (a.school != b.school) return a.school < b.school;
        return a.light != b.light ? a.light < b.light : a.key < b.key;
    });
    std::vector<double> hours(pupils.size());
    for (std::size_t k = 0; k < hours.size(); ++k) hours[k] = static_cast<double>(pupils[k]) * now.group_hours * now.group_together;
    for (const Need& need : needs) {
        if (hours[need.school] < now.support_hours) continue;
        hours[need.school] -= now.support_hours;
        SchoolState& s = c.school[need.child];
        s.group = 1;
        s.place = SchoolPlace::support;
        c.watched[need.child] |= watch_school;
        if (s.ask == SchoolAsk::support) s.ask = SchoolAsk::none;  // the decision is not needed any more
    }
}

namespace {

// Pupils by what is paid for them.
struct Bills {
    std::int64_t regular = 0, special = 0, light = 0, heavy = 0, home = 0, pupils = 0;
    void add(const Bills& other) {
        regular += other.regular;
        special += other.special;
        light += other.light;
        heavy += other.heavy;
        home += other.home;
        pupils += other.pupils;
    }
};

Bills look_at_bills(const Step& step) {
    const Children& c = step.world.children;
    return look_at_rows<Bills>(c.school.size(), step.grain, [&](Bills& found, std::size_t i) {
        const SchoolState& s = c.school[i];
        if (s.place == SchoolPlace::none || s.place == SchoolPlace::early_leaver) return;
        found.special += s.place == SchoolPlace::special;
        found.regular += s.place != SchoolPlace::special;  // who stays at home is enrolled and paid for
        found.pupils += in_class(s);
        if (s.place == SchoolPlace::support && !s.group) ++(s.heavy ? found.heavy : found.light);
        found.home += s.at_home && c.help[i] == HelpState::in_help;
    });
}

}  // namespace

void pay_schools(Step& step) {
    if (!step.month) return;
    const School& now = step.now.school;
    const auto [regular, special, light, heavy, home, pupils] = look_at_bills(step);
    SchoolTally& tally = step.world.tally.school;
    const auto pay = [&](Account from, Account to, Cents& kept, Cents amount) {
        step.world.ledger.pay(from, to, amount);
        kept += amount;
    };
    const double care = now.support_hours * now.school_weeks * now.care_hour / 12.0;
    pay(Account::schools, Account::outside, tally.regular, euros(now.place_regular / 12.0) * regular);
    pay(Account::schools, Account::outside, tally.special, euros(now.place_special / 12.0) * special);
    pay(Account::schools, Account::providers, tally.arrangements, euros(now.arrangement / 12.0) * light + euros(now.arrangement_heavy / 12.0) * heavy);
    pay(Account::youth, Account::providers, tally.care, euros(care) * heavy);
    pay(Account::youth, Account::providers, tally.group, euros(static_cast<double>(pupils) * now.group_hours * now.school_weeks * now.group_hour / 12.0));
    pay(Account::youth, Account::providers, tally.home_care, euros(now.home_care / 12.0) * home);
}

}  // namespace ontkoker::processes

#include "ontkoker/domain/services.h"

#include <algorithm>

#include "entry.h"
#include "market.h"
#include "paper.h"
#include "parent_care.h"
#include "protection.h"
#include "staff.h"

namespace ontkoker {
namespace {

constexpr double weeks_per_year = 365.25 / 7.0;
constexpr int help_age = 18, youth_age = 23;

void add_professionals(Service& service, double minutes_a_week, double minutes_each, std::int32_t largest_load) {
    // Nobody's week may be smaller than two clients' loads, or no client would ever fit.
    const double least = std::max(minutes_each, 2.0 * largest_load);
    const auto count = std::max<std::int64_t>(1, nearest(minutes_a_week / least));
    for (std::int64_t i = 0; i < count; ++i) {
        const auto minutes = static_cast<std::int32_t>(std::max<std::int64_t>(2 * largest_load, nearest(minutes_a_week / static_cast<double>(count))));
        service.base_capacity.push_back(minutes);
        service.line.add_server(minutes);
    }
}

// Requests a year that the access can expect: help started a year and youth (stock over mean length; help that goes on
// needs no new intake), by the routes that lead past the access.
double expected_requests(double in_help, double medical, const Parameters& p) {
    const double started = in_help / (mean_months(p.tables) / 12.0) * (1.0 - p.seeking.continue_chance);
    const double gp = std::max(0.0, medical - p.seeking.youth_doctor_share - p.seeking.specialist_share);
    return started * ((1.0 - medical) * (1.0 - p.seeking.none_share - p.seeking.gi_share) + gp * p.seeking.gp_to_team);
}

// An access is sized to its own stream of requests; the rest of task field 6.2 pays for help and for other tasks.
void open_access(World& world, const Profile& profile, const Parameters& p, const Draws& draws, int sample, double in_help) {
    Service& access = world.services[access_service];
    const double hours = p.access.intake_hours + p.access.broad_hours * p.access.breadth;
    const double minutes = 60.0 * hours * expected_requests(in_help, profile.medical_referral, p) / weeks_per_year / p.access.utilisation;
    const auto load = static_cast<std::int32_t>(nearest(60.0 * (p.access.intake_hours + p.access.broad_hours) / p.access.intake_weeks));
    add_professionals(access, minutes, 60.0 * p.access.hours_professional, load);
    access.weekly_load = load;
    access.weekly_sum = euros(minutes / 60.0 * p.access.tariff);
    const Cents total = euros(profile.team_spending * (1.0 - p.access.share_help) / sample / weeks_per_year);
    access.other_weekly = std::max(Cents(0), total - access.weekly_sum);
    for (std::size_t i = 0; i < access.line.servers(); ++i) {
        const auto word = draws.word({AgentKey{i + 1}, static_cast<std::uint16_t>(Decision::breadth), 0, 0});
        access.breadth.push_back(Level::from(1.0 + p.access.breadth_spread * (2.0 * unit(word) - 1.0)));  // C1: people differ
    }
}

void open_debt_help(World& world, const Parameters& p) {
    Service& debts = world.services[debt_service];
    debts.money_at_start = p.debt_help.spending_per_inhabitant;
    const double money = p.debt_help.spending_per_inhabitant * static_cast<double>(world.people) / weeks_per_year;
    debts.weekly_load = static_cast<std::int32_t>(nearest(60.0 * p.debt_help.hours_week));
    add_professionals(debts, 60.0 * money / p.debt_help.tariff, 60.0 * p.access.hours_professional, debts.weekly_load);
    debts.weekly_sum = euros(money);
}

// B6: room in adult care for those who come out of youth help; the other adults are a wait before this line.
void open_adult_care(World& world, const Parameters& p, double in_help) {
    Service& care = world.services[adult_care_service];
    care.weekly_load = std::max<std::int32_t>(1, static_cast<std::int32_t>(nearest(60.0 * p.young.adult_hours)));
    add_professionals(care, care.weekly_load * in_help * p.young.adult_share, 60.0 * p.access.hours_professional, care.weekly_load);
}

// Yearly spending on a kind of help, EUR.
double yearly_money(const HelpType& type, const Profile& profile, const Parameters& p, int sample) {
    return (type.team ? profile.team_spending * p.access.share_help
                      : profile.youth_spending * (1.0 - profile.protection_share) * (1.0 - p.school.youth_share) * type.budget_share) / sample;
}

void open_help(Service& service, const HelpType& type, double money, double stock, const Parameters& p) {
    const double weekly = money / weeks_per_year;
    const double in_help = std::max(stock, 1.0);
    service.weekly_sum = euros(weekly);
    if (type.places) {
        const auto places = std::max<std::int32_t>(1, static_cast<std::int32_t>(nearest(in_help / p.contracts.utilisation)));
        service.base_capacity = {places};
        service.line.add_server(places);
        service.weekly_load = 1;
        service.hour_price = euros(weekly / in_help);
    } else {
        const double minutes = 60.0 * weekly / type.tariff;
        service.weekly_load = std::max<std::int32_t>(1, static_cast<std::int32_t>(nearest(minutes / in_help)));
        add_professionals(service, minutes / p.contracts.utilisation, 60.0 * p.access.hours_professional, service.weekly_load);
        service.hour_price = euros(type.tariff);
    }
    const auto form = static_cast<std::size_t>(type.contract_form);
    const double weeks = mean_months(type, p.tables) * type.duration_factor * p.contracts.duration[form] * weeks_per_year / 12.0;
    const double unit_price = type.places ? in_euros(service.hour_price) : type.tariff * service.weekly_load / 60.0;
    service.trajectory_price = euros(unit_price * weeks * (type.places ? 1.0 : p.contracts.intensity[form]));
}

// One line for each provider of a kind: its share of the hours and of the money.
void split_lines(World& world, const std::vector<double>& stocks, const Parameters& p) {
    for (std::size_t k = 0; k < stocks.size(); ++k) {
        const auto shares = provider_shares(p.help_types[k], stocks[k], p.providers);
        const Service whole = world.services[first_line(k)];
        if (shares.size() == 1) continue;
        double minutes = 0.0;
        for (const std::int32_t own : whole.base_capacity) minutes += own;
        for (std::size_t n = 0; n < shares.size(); ++n) {
            Service part;
            part.weekly_load = whole.weekly_load;
            part.hour_price = whole.hour_price;
            part.trajectory_price = whole.trajectory_price;
            part.weekly_sum = scaled(whole.weekly_sum, shares[n]);
            part.offer.type = static_cast<std::uint8_t>(k);
            add_professionals(part, minutes * shares[n], 60.0 * p.access.hours_professional, part.weekly_load);
            if (n == 0) world.services[first_line(k)] = std::move(part);
            else world.services.push_back(std::move(part));
        }
    }
}

struct Candidate {
    double score;
    AgentKey key;
    std::uint32_t child;
};

// Who is in help at the start: the heaviest loads with a good deal of chance.
std::vector<Candidate> candidates(const World& world, double noise, const Draws& draws) {
    std::vector<Candidate> all;
    const Children& c = world.children;
    for (std::size_t i = 0; i < world.child_rows(); ++i) {
        if (!c.household[i].exists() || age_on(c.birth_day[i], 0) >= help_age) continue;
        const auto word = draws.word({c.key[i], static_cast<std::uint16_t>(Decision::make_help), 0, 0});
        all.push_back({load_of(c.own[i], c.family[i], c.livelihood[i]).value() + exponential(word, noise), c.key[i],
                       static_cast<std::uint32_t>(i)});
    }
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.key < b.key;
    });
    return all;
}

// The line of a kind of help with the largest share of its hours free.
std::size_t emptiest_line(const World& world, std::size_t type) {
    std::size_t found = first_line(type);
    each_line(world, type, [&](std::size_t line) {
        if (idle_share(world.services[line]) > idle_share(world.services[found])) found = line;
    });
    return found;
}

bool place_child(World& world, std::size_t type, std::uint32_t child, const Parameters& p, const Draws& draws, Moment start) {
    const std::size_t line = emptiest_line(world, type);
    Service& service = world.services[line];
    Children& c = world.children;
    const auto words = draws.block({c.key[child], static_cast<std::uint16_t>(Decision::make_help), 0, 1});
    const double months = 2.0 * mean_months(p.help_types[type], p.tables) * p.help_types[type].duration_factor * unit(words[0]);
    LineRequest request;
    request.key = c.key[child];
    request.client = child;
    request.arrival = start;
    request.weekly_load = service.weekly_load;
    const auto ticket = service.line.submit(request);
    const auto left = std::max<Moment>(minutes_per_step, static_cast<Moment>(nearest(months * 30.4375 * minutes_per_day)));
    if (!service.line.place(ticket, start, start + left)) {
        service.line.cancel(ticket, start);
        return false;
    }
    c.ticket[child] = ticket;
    c.help[child] = HelpState::in_help;
    c.service[child] = static_cast<std::uint8_t>(type);
    c.delivery[child].line = static_cast<std::uint16_t>(line);
    c.delivery[child].started = start;
    c.delivery[child].until = start + left;
    c.since[child] = start;
    c.seen[child] = seen_own;
    return true;
}

// Heavy kinds of help go to the heaviest loads: kinds in falling order of the loads that they are meant for.
void fill_stocks(World& world, const std::vector<double>& stocks, const Parameters& p, const Draws& draws, Moment start) {
    const auto order = candidates(world, p.seeking.stock_noise, draws);
    std::vector<std::size_t> kinds(stocks.size());
    for (std::size_t k = 0; k < kinds.size(); ++k) kinds[k] = k;
    std::stable_sort(kinds.begin(), kinds.end(), [&](std::size_t a, std::size_t b) {
        return p.help_types[a].severity_fit > p.help_types[b].severity_fit;
    });
    std::size_t next = 0;
    for (const std::size_t type : kinds)
        for (std::int64_t n = nearest(stocks[type]); n > 0 && next < order.size(); --n)
            if (!place_child(world, type, order[next++].child, p, draws, start)) break;
}

}  // namespace

std::vector<std::string> service_names() {
    return {"access", "debt_help", "parent_care", "board", "certified_institution", "adult_care"};
}

std::array<double, 7> duration_shares(const HelpType& type, const Tables& tables) {
    for (const double share : type.duration)
        if (share > 0.0) return type.duration;
    std::array<double, 7> common{};
    std::copy_n(tables.duration_shares.begin(), std::min(common.size(), tables.duration_shares.size()), common.begin());
    return common;
}

double mean_months(const HelpType& type, const Tables& tables) {
    const auto shares = duration_shares(type, tables);
    double mean = 0.0;
    for (std::size_t k = 0; k < shares.size(); ++k) mean += shares[k] * 0.5 * (tables.duration_months[k] + tables.duration_months[k + 1]);
    return mean;
}

double mean_months(const Tables& tables) { return mean_months(HelpType{}, tables); }

void open_services(World& world, const Profile& profile, const Parameters& p, const Draws& draws, int sample, Moment start) {
    world.services.assign(first_help_service + p.help_types.size(), Service{});
    world.medical_referral = profile.medical_referral;
    // Where more people live on bijstand, leaving it is harder: exits scale so that the published number is about level.
    world.labour_factor = p.finances.bijstand_reference / (profile.bijstand / profile.population);
    open_debt_help(world, p);
    open_parent_care(world, p);
    std::int64_t youths = 0;
    for (std::size_t i = 0; i < world.child_rows(); ++i)
        youths += world.children.household[i].exists() && age_on(world.children.birth_day[i], 0) < youth_age;
    const double in_help = profile.youth_help * static_cast<double>(youths) * p.seeking.stock_of_year;
    open_access(world, profile, p, draws, sample, in_help);
    open_adult_care(world, p, in_help);
    std::vector<double> stocks;
    for (std::size_t k = 0; k < p.help_types.size(); ++k) {
        const HelpType& type = p.help_types[k];
        stocks.push_back(in_help * type.stock_share);
        open_help(world.services[first_line(k)], type, yearly_money(type, profile, p, sample), stocks.back(), p);
    }
    split_lines(world, stocks, p);
    open_providers(world, p, draws);
    fill_stocks(world, stocks, p, draws, start);
    open_protection(world, profile, p, draws, sample, start);
    open_posts(world, p, draws);
    open_paper(world, p);
    const auto kinds = p.help_types.size();
    for (auto* counts : {&world.tally.starts, &world.tally.new_starts, &world.tally.ends, &world.tally.waited, &world.tally.dropped,
                         &world.tally.returns, &world.tally.spending})
        counts->assign(kinds, 0);
}

namespace {

// What contracts, levers and the college leave of the capacity of service `s`, against its base.
double capacity_share(const Step& step, std::size_t s) {
    const Service& service = step.world.services[s];
    const Governance& g = step.world.governance;
    switch (s) {
        case access_service: return service.capacity_factor * step.now.access.access_hours * g.team_factor;
        case debt_service: return service.capacity_factor * step.now.debt_help.spending_per_inhabitant / service.money_at_start;
        case parent_care_service: return service.capacity_factor * parent_care_share(step.now);
        case board_service: return service.capacity_factor * step.now.safety.board_hours;
        case gi_service: return service.capacity_factor * step.now.safety.gi_hours;
        case adult_care_service: return service.capacity_factor;
        default: break;
    }
    const HelpType& type = step.now.help_types[type_of(step.world, s)];
    if (type.team)
        return service.capacity_factor * step.now.access.team_hours * g.team_factor * hours_beside_watch(step.world, step.now.entry, s);
    const double waits = type.places ? 0.0 : step.now.contracts.waiting[static_cast<std::size_t>(form_of(step.world, s, step.now))];
    const double own = service.capacity_factor * (1.0 - waits);
    if (type.payer != Account::youth) return own;
    return g.contract_factor < 1.0 ? std::min(own, g.contract_factor) : own;
}

// B8: places (one server) kept by youths of 18 and over who have no home to go to.
std::int32_t kept_places(const World& world, std::size_t s) {
    const auto& blocked = world.places.blocked;
    if (!is_help(s)) return 0;
    const std::size_t type = type_of(world, s);
    return s == first_line(type) && type < blocked.size() ? blocked[type] : 0;
}

// What caseload norms, joint meetings and paper leave of the hours of professionals (C3, C5, C8).
double hours_share(const Step& step, std::size_t s) {
    const Workforce& now = step.now.workforce;
    if (step.world.professionals.staff.empty() || step.world.professionals.staff[s].posts.empty()) return 1.0;
    const bool own = s == access_service || s == debt_service ||
                     (is_help(s) && step.now.help_types[type_of(step.world, s)].team);
    return (own ? now.caseload_norm : 1.0) * (1.0 - now.one_plan * now.meeting_share) * paper_share(step.world, s, step.now);
}

// Who is absent starts nobody; the present give the hours that clients of the absent, and of those with too many clients,
// ask beyond what their own professional has: out of their free hours, in proportion to these. So the hours in use never
// grow above the hours there are. Where nobody is left, somebody from outside stands in at the first post.
void set_staffed(Service& service, Staff& staff, double share) {
    const std::size_t posts = service.base_capacity.size();
    const bool nobody = std::none_of(staff.posts.begin(), staff.posts.end(), [](const Professional& p) { return p.present(); });
    std::vector<std::int32_t> hours(posts);
    std::int64_t there = 0, free = 0, over = 0, room = 0;
    for (std::size_t i = 0; i < posts; ++i) {
        const bool present = i >= staff.posts.size() || staff.posts[i].present() || (nobody && i == 0);
        if (present) hours[i] = static_cast<std::int32_t>(nearest(service.base_capacity[i] * share));
        const std::int32_t used = service.line.in_use(ServerId(i));
        there += hours[i];
        (hours[i] > used ? free : over) += hours[i] > used ? hours[i] - used : used - hours[i];
    }
    const std::int64_t taken = std::min(over, free);
    for (std::size_t i = 0; i < posts; ++i) {
        const std::int64_t own = std::max(0, hours[i] - service.line.in_use(ServerId(i)));
        const std::int64_t given = taken > 0 ? (own * taken + free - 1) / free : 0;   // rounded up
        const auto left = static_cast<std::int32_t>(hours[i] - given);
        service.line.set_capacity(ServerId(i), left);
        room += left;
    }
    staff.stand_in = there - room;
    const std::int64_t used = service.line.total_in_use();
    staff.coverage = Level::from(used > there ? static_cast<double>(there) / static_cast<double>(used) : 1.0);
}

}  // namespace

double hours_given(const World& world, std::size_t service) {
    const auto& staff = world.professionals.staff;
    return service < staff.size() ? staff[service].coverage.value() : 1.0;
}

std::int64_t offered_minutes(const World& world, std::size_t service) {
    const auto& staff = world.professionals.staff;
    return world.services[service].line.total_capacity() + (service < staff.size() ? staff[service].stand_in : 0);
}

void set_capacities(Step& step) {
    Professionals& pros = step.world.professionals;
    for (std::size_t s = 0; s < step.world.services.size(); ++s) {
        Service& service = step.world.services[s];
        const double share = capacity_share(step, s) * hours_share(step, s);
        if (s < pros.staff.size() && !pros.staff[s].posts.empty()) {
            set_staffed(service, pros.staff[s], share / pros.presence.value());
            continue;
        }
        const std::int32_t kept = kept_places(step.world, s);
        for (std::size_t i = 0; i < service.base_capacity.size(); ++i)
            service.line.set_capacity(ServerId(i), std::max(0, static_cast<std::int32_t>(nearest(service.base_capacity[i] * share)) - kept));
    }
}

}  // namespace ontkoker

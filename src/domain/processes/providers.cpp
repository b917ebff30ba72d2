// D5, D6: providers come and go, and what their contracts say.
//
// New terms (forms, tariff, number of providers, length) are wanted by the municipality, decided by the youth region some
// time later, and come into a provider's contract only when the running one ends. Paid below cost a provider shrinks and
// at last leaves; one comes where people wait long and the form pays growth. Supply beyond that of the start makes
// outsiders refer more of its kind.
#include <algorithm>

#include "../helping.h"
#include "../market.h"
#include "../people.h"
#include "loops.h"
#include "ontkoker/core/portable_math.h"
#include "ontkoker/domain/services.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double weeks_per_month = 365.25 / 84.0;

bool has_contract(const World& world, std::size_t line) {
    const std::uint16_t at = world.services[line].offer.provider;
    return at != no_provider && world.providers.list[at].active;
}

std::int32_t steps_of(double months) { return static_cast<std::int32_t>(nearest(months * weeks_per_month)); }

// The municipality is one of several: the region takes its time, who buys alone does not.
void decide_terms(Step& step) {
    Providers& market = step.world.providers;
    const Terms wished = wished_terms(step.now);
    if (wished == market.terms) {
        market.differs_since = -1;
        return;
    }
    if (market.differs_since < 0) market.differs_since = step.number;
    const Market& now = step.now.providers;
    if (step.number - market.differs_since < steps_of(now.region_months * (1.0 - now.region_alone))) return;
    market.terms = wished;
    market.differs_since = -1;
}

// ---- the year

// Contracts start a new year; costs that tariffs do not follow make help dearer to give.
void begin_year(Step& step) {
    World& world = step.world;
    const Market& now = step.now.providers;
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        Offer& offer = world.services[line].offer;
        if (world.governance.contract_factor >= 1.0) offer.paid_before = offer.paid_year;
        offer.paid_year = Cents(0);
    }
    if (step.spin_up) return;
    for (Provider& provider : world.providers.list)
        provider.cost = Level::from(provider.cost.value() * (1.0 + now.cost_growth * (1.0 - now.index_share)));
}

// A contract that the college has cut is used up before the year is: no new clients, who go elsewhere or wait.
void stop_intakes(Step& step) {
    World& world = step.world;
    const double factor = world.governance.contract_factor;
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        Offer& offer = world.services[line].offer;
        if (offer.provider == no_provider) continue;
        const HelpType& type = step.now.help_types[type_of(world, line)];
        const bool limited = factor < 1.0 && type.payer == Account::youth && !paid_by_sum(offer.form) && offer.paid_before > Cents(0);
        offer.stopped = limited && offer.paid_year >= scaled(offer.paid_before, factor * step.now.providers.stop_at);
        world.services[line].line.set_open(!offer.stopped);
    }
}

// ---- the end of a contract

void take_terms(Step& step, std::uint16_t at) {
    World& world = step.world;
    const Terms& terms = world.providers.terms;
    Provider& provider = world.providers.list[at];
    const double before = provider.tariff.value();
    provider.tariff = terms.tariff;
    provider.contract_until = step.number + std::max(4, steps_of(terms.months));
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        Service& service = world.services[line];
        if (service.offer.provider != at) continue;
        const Form form = terms.form[type_of(world, line)];
        if (paid_by_sum(form) && !paid_by_sum(service.offer.form) && service.offer.paid_before > Cents(0))
            service.weekly_sum = scaled(service.offer.paid_before, days_per_step / 365.25 / before);
        service.offer.form = form;
        if (form == Form::population) service.offer.minors = minors(step);
    }
}

// Hours of a kind of help that have a contract, in minutes a week; of one provider or of all.
double hours_of(const World& world, std::size_t type, std::uint16_t provider = no_provider) {
    double minutes = 0.0;
    each_line(world, type, [&](std::size_t line) {
        if (has_contract(world, line) && (provider == no_provider || world.services[line].offer.provider == provider))
            minutes += contracted(world.services[line]);
    });
    return minutes;
}

bool in_hours(const Step& step, std::size_t group) { return !step.now.help_types[group].places && !step.now.help_types[group].team; }

// True when `number` others of its group are at least as large.
bool too_small(const World& world, std::uint16_t at, std::int32_t number) {
    const Provider& own = world.providers.list[at];
    const double hours = hours_of(world, own.group, at);
    std::int32_t larger = 0;
    for (std::size_t i = 0; i < world.providers.list.size(); ++i) {
        const Provider& other = world.providers.list[i];
        if (i == at || !other.active || other.group != own.group) continue;
        const double theirs = hours_of(world, own.group, static_cast<std::uint16_t>(i));
        larger += theirs > hours || (theirs == hours && i < at);
    }
    return larger >= number;
}

// A provider with the hours of `share` of each line of another one.
void found_from(Step& step, std::uint16_t at, double share) {
    World& world = step.world;
    const std::size_t group = world.providers.list[at].group;
    const std::uint16_t made = add_provider(world, group, world.providers.list[at].contract_until, step.now, step.draws);
    ++world.tally.providers.entered;
    const std::size_t lines = world.services.size();
    for (std::size_t line = first_help_service; line < lines; ++line)
        if (world.services[line].offer.provider == at) add_line(world, type_of(world, line), made, contracted(world.services[line]) * share, step.now, step.draws);
}

// More providers than there are: the hours of the contract that ends are shared with newcomers.
void share_contract(Step& step, std::uint16_t at, std::int32_t number, std::int32_t missing) {
    World& world = step.world;
    const std::size_t group = world.providers.list[at].group;
    const double all = hours_of(world, group), own = hours_of(world, group, at);
    if (all <= 0.0) return;
    // As many as its part of the hours asks; each of at least one professional.
    const double each = 60.0 * step.now.access.hours_professional;
    const std::int64_t wanted = nearest(number * own / all) - 1;
    const auto parts = std::min<std::int64_t>({missing, std::max<std::int64_t>(1, wanted), static_cast<std::int64_t>(own / each) - 1});
    if (parts < 1) return;
    const double share = 1.0 / (static_cast<double>(parts) + 1.0);
    for (std::int64_t n = 0; n < parts; ++n) found_from(step, at, share);
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        Service& service = world.services[line];
        if (service.offer.provider != at) continue;
        take_hours(service, 1.0 - share);
        service.weekly_sum = scaled(service.weekly_sum, share);
    }
}

void end_contract(Step& step, std::uint16_t at) {
    World& world = step.world;
    const std::int32_t number = world.providers.terms.number;
    const std::size_t group = world.providers.list[at].group;
    const int active = active_providers(world, group);
    const AgentKey key = world.providers.list[at].key;
    if (in_hours(step, group) && active > 1) {
        if (number >= 0 && active > std::max(1, number) && too_small(world, at, std::max(1, number))) return leave_market(step, at);
        if (happens(step.draw(key, Decision::tender, step.number)[1], step.now.providers.tender_loss)) {
            // Another one wins it.
            world.providers.list[at].contract_until = step.number + std::max(4, steps_of(world.providers.terms.months));
            found_from(step, at, 1.0 - step.now.providers.staff_follow);
            return leave_market(step, at);
        }
    }
    take_terms(step, at);
    if (in_hours(step, group) && number > active) share_contract(step, at, number, number - active);
}

// ---- coming and going

void review_providers(Step& step) {
    World& world = step.world;
    const Market& now = step.now.providers;
    for (std::size_t at = 0; at < world.providers.list.size(); ++at) {
        Provider& provider = world.providers.list[at];
        if (!provider.active) continue;
        if (provider.tariff >= provider.cost) {
            provider.short_quarters = 0;
            continue;
        }
        provider.short_quarters = static_cast<std::uint8_t>(std::min(255, provider.short_quarters + 1));
        for (std::size_t line = first_help_service; line < world.services.size(); ++line)
            if (world.services[line].offer.provider == at && in_hours(step, type_of(world, line)))
                world.services[line].capacity_factor *= 1.0 - now.short_shrink;
        // The last one of its kind stays: help must be there.
        if (provider.short_quarters >= now.leave_quarters && active_providers(world, provider.group) > 1)
            leave_market(step, static_cast<std::uint16_t>(at));
    }
}

void enter_where_people_wait(Step& step) {
    World& world = step.world;
    const Market& now = step.now.providers;
    for (std::size_t k = 0; k < step.now.help_types.size(); ++k) {
        if (!in_hours(step, k) || group_of(step.now, k) != k || world.providers.terms.number >= 0) continue;
        double waiting = 0.0;
        each_line(world, k, [&](std::size_t line) { waiting += static_cast<double>(world.services[line].line.waiting_load()); });
        const double hours = hours_of(world, k);
        const auto form = static_cast<std::size_t>(world.providers.terms.form[k]);
        // Weeks of waiting, when clients of a mean length leave one after the other.
        const double stay = mean_months(step.now.help_types[k], step.now.tables) * step.now.help_types[k].duration_factor * weeks_per_month;
        if (hours <= 0.0 || waiting / hours * stay <= now.entry_weeks || step.now.contracts.growth[form] <= 0.0) continue;
        const AgentKey key = derived_key(AgentKey{k + 1}, 51, 0);
        if (!happens(step.draw(key, Decision::tender, step.number)[2], now.entry_chance)) continue;
        const std::uint16_t made = add_provider(world, k, step.number + std::max(4, steps_of(world.providers.terms.months)), step.now, step.draws);
        add_line(world, k, made, hours * now.entry_size, step.now, step.draws);
        ++world.tally.providers.entered;
    }
}

// The kind of outpatient help that most youths get.
std::size_t outpatient(const Step& step) {
    std::size_t found = 0;
    for (std::size_t k = 1; k < step.now.help_types.size(); ++k)
        if (in_hours(step, k) && (!in_hours(step, found) || step.now.help_types[k].stock_share > step.now.help_types[found].stock_share)) found = k;
    return found;
}

// A provider that settles here by itself, beside those that are there; it follows the size that is told.
void settle_newcomer(Step& step) {
    World& world = step.world;
    const double share = step.now.providers.new_provider;
    const std::size_t kind = outpatient(step);
    const double minutes = share * static_cast<double>(world.providers.opened[kind]);
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        Service& service = world.services[line];
        if (!has_contract(world, line) || !world.providers.list[service.offer.provider].settled_here) continue;
        const double now = contracted(service);
        if (now > 0.0 && minutes > 1.02 * now) service.capacity_factor *= minutes / now;
        return;
    }
    if (minutes < 60.0 * step.now.access.hours_professional) return;
    const std::uint16_t made = add_provider(world, group_of(step.now, kind), step.number + std::max(4, steps_of(world.providers.terms.months)), step.now, step.draws);
    world.providers.list[made].settled_here = true;
    add_line(world, kind, made, minutes, step.now, step.draws);
    ++world.tally.providers.entered;
}

// What outsiders refer of each kind, times its extra supply: the sum over all kinds at the load at which it is largest.
double most_called(const std::vector<HelpType>& types, const std::vector<double>& extra) {
    double most = 0.0;
    for (std::size_t heavy = 0; heavy < 3; ++heavy) {
        double sum = 0.0;
        for (std::size_t k = 0; k < types.size(); ++k) sum += extra[k] * types[k].chosen[static_cast<std::size_t>(Decider::gp)][heavy];
        most = std::max(most, sum);
    }
    return most;
}

}  // namespace

void contract_providers(Step& step) {
    World& world = step.world;
    if (!step.month || world.providers.list.empty()) return;
    if (step.month->number() == 1) begin_year(step);
    stop_intakes(step);
    if (step.spin_up) return;
    decide_terms(step);
    for (std::size_t at = 0; at < world.providers.list.size(); ++at)
        if (world.providers.list[at].active && world.providers.list[at].contract_until <= step.number)
            end_contract(step, static_cast<std::uint16_t>(at));
    if (step.month->number() % 3 == 1) {
        review_providers(step);
        enter_where_people_wait(step);
    }
    if (step.now.providers.new_provider > 0.0) settle_newcomer(step);
    set_capacities(step);
}

void call_up_by_supply(Step& step) {
    World& world = step.world;
    const double pull = step.now.providers.supply_pull * world.medical_referral;
    if (!step.month || step.spin_up || pull <= 0.0) return;
    const auto& types = step.now.help_types;
    std::vector<double> extra(types.size());
    double most = 0.0;
    for (std::size_t k = 0; k < types.size(); ++k) {
        extra[k] = in_hours(step, k) ? extra_supply(world, k) : 0.0;
        most = std::max(most, extra[k]);
    }
    if (most <= 0.0) return;
    const Seeking& now = step.now.seeking;
    Children& c = world.children;
    // What outsiders refer of each kind at this load, times its extra supply.
    const auto weight = [&](std::size_t i, std::size_t k) {
        const auto heavy = static_cast<std::size_t>(severity(load_of(world, ChildId(i)), now));
        return may_choose(step, ChildId(i), k, Decider::gp) ? extra[k] * types[k].chosen[static_cast<std::size_t>(Decider::gp)][heavy] : 0.0;
    };
    const auto asks = [&](std::size_t i) { return c.household[i].exists() && c.help[i] == HelpState::none && age_on(c.birth_day[i], step.day()) < 18; };
    const auto chance = [&](double extra_here, double asking) { return pull * extra_here * now.most / 12.0 * asking; };
    const auto called = propose_rare(step, c.key, Decision::supply, {chance(most_called(types, extra), 1.0), 0, 0, 0}, asks, [&](std::size_t i, const Words& words) {
        double extra_here = 0.0;
        for (std::size_t k = 0; k < types.size(); ++k)
            if (extra[k] > 0.0) extra_here += weight(i, k);
        const double load = load_of(world, ChildId(i)).value();
        return happens(words[0], chance(extra_here, logistic(now.slope * (load - now.midpoint))));
    });
    for (const Proposal& p : called) {
        const std::size_t i = p.row;
        double total = 0.0;
        for (std::size_t k = 0; k < types.size(); ++k) total += weight(i, k);
        double left = unit(p.words[1]) * total;
        std::size_t type = types.size();
        for (std::size_t k = 0; k < types.size() && left >= 0.0; ++k)
            if (const double own = weight(i, k); own > 0.0) {
                left -= own;
                type = k;
            }
        if (type == types.size()) continue;
        const Moment moment = step.begin() + static_cast<Moment>(p.words[2] % minutes_per_step);
        ++c.episode[i];
        ++world.tally.requests;
        ++world.tally.providers.called;
        note(step, ChildId(i), Event::asked, moment, static_cast<std::int64_t>(Referrer::gp), {.decided = DecidedBy::gp});
        c.seen[i] = happens(p.words[3], step.now.access.see_own) ? seen_own : 0;
        refer(step, ChildId(i), type, Referrer::gp, moment);
    }
}

}  // namespace ontkoker::processes

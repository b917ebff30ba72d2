#include "market.h"

#include <algorithm>

#include "helping.h"
#include "people.h"
#include "staff.h"

namespace ontkoker {
namespace {

constexpr double weeks_per_month = 365.25 / 84.0;
constexpr std::uint64_t provider_purpose = 50;

const Provider* provider_of(const World& world, std::size_t line) {
    const std::uint16_t at = world.services[line].offer.provider;
    return at == no_provider ? nullptr : &world.providers.list[at];
}

// Weeks of its capacity that wait in a line.
double queue(const Service& service) {
    const double capacity = std::max(1.0, static_cast<double>(service.line.total_capacity()));
    return static_cast<double>(service.line.waiting_load() + service.line.coming() * service.weekly_load) / capacity;
}

// A kind of help out of those for which `fits(type)` is true, by the decider's habits; -1 when there is none.
template <class Fits>
int by_habit(const Step& step, ChildId child, Decider decider, std::uint32_t word, const Fits& fits) {
    const auto& types = step.now.help_types;
    const auto heavy = static_cast<std::size_t>(severity(load_of(step.world, child), step.now.seeking));
    const auto weight = [&](std::size_t k) {
        return fits(k) && may_choose(step, child, k, decider) ? types[k].chosen[static_cast<std::size_t>(decider)][heavy] : 0.0;
    };
    return chosen_by_weight(types.size(), weight, word);
}

// The stay that complex questions lead to: by habit, else the heaviest that the gates allow.
int stay_for(const Step& step, ChildId child, Decider decider, std::uint32_t word) {
    const auto& types = step.now.help_types;
    const int chosen = by_habit(step, child, decider, word, [&](std::size_t k) { return types[k].places; });
    if (chosen >= 0) return chosen;
    int found = -1;
    for (std::size_t k = 0; k < types.size(); ++k)
        if (types[k].places && may_choose(step, child, k, decider)) found = static_cast<int>(k);
    return found;
}

std::string_view organisation(const HelpType& type) {
    const std::string_view words = type.delivered_by;
    return words.substr(0, words.find(','));
}

}  // namespace

Form form_of(const World& world, std::size_t line, const Parameters& now) {
    if (provider_of(world, line)) return world.services[line].offer.form;
    return static_cast<Form>(static_cast<int>(now.help_types[type_of(world, line)].contract_form));
}

double tariff_of(const World& world, std::size_t line) {
    const Provider* provider = provider_of(world, line);
    return provider ? provider->tariff.value() : 1.0;
}

std::size_t line_of(const World& world, ChildId child) {
    const std::uint16_t line = world.children.delivery[child.index].line;
    return line ? line : first_line(world.children.service[child.index]);
}

bool takes_clients(const World& world, std::size_t line) {
    const Provider* provider = provider_of(world, line);
    return !world.services[line].offer.stopped && (!provider || provider->active);
}

double result_paid(const Step& step, std::size_t type, std::size_t line) {
    if (step.now.help_types[type].team) return 0.0;
    const Form form = form_of(step.world, line, step.now);
    return form == Form::output ? 1.0 : paid_by_sum(form) ? 0.0 : step.now.providers.output_steering;
}

bool covers_cost(const World& world, std::size_t line) {
    const Provider* provider = provider_of(world, line);
    return !provider || provider->tariff >= provider->cost;
}

void pay_provider(Step& step, std::size_t line, Cents amount, Cents volume) {
    World& world = step.world;
    const std::size_t type = type_of(world, line);
    world.ledger.pay(step.now.help_types[type].payer, Account::providers, amount);
    world.tally.spending[type] += amount.count;
    if (step.now.help_types[type].team) return;
    world.services[line].offer.paid_year += amount;
    world.tally.providers.paid += amount;
    world.tally.providers.volume += volume;
}

double contracted(const Service& service) {
    double minutes = 0.0;
    for (const std::int32_t own : service.base_capacity) minutes += own;
    return minutes * service.capacity_factor;
}

double idle_share(const Service& service) {
    const auto capacity = static_cast<double>(std::max<std::int64_t>(1, service.line.total_capacity()));
    return 1.0 - static_cast<double>(service.line.total_in_use()) / capacity;
}

double extra_supply(const World& world, std::size_t type) {
    if (type >= world.providers.opened.size() || world.providers.opened[type] <= 0) return 0.0;
    double minutes = 0.0;
    each_line(world, type, [&](std::size_t line) {
        if (const Provider* provider = provider_of(world, line); provider && provider->active) minutes += contracted(world.services[line]);
    });
    return std::max(0.0, minutes / static_cast<double>(world.providers.opened[type]) - 1.0);
}

std::size_t choose_line(const Step& step, ChildId child, std::size_t type) {
    const World& world = step.world;
    std::vector<std::size_t> lines;
    each_line(world, type, [&](std::size_t line) {
        if (takes_clients(world, line)) lines.push_back(line);
    });
    if (lines.empty())
        each_line(world, type, [&](std::size_t line) {
            if (const Provider* provider = provider_of(world, line); !provider || provider->active) lines.push_back(line);
        });
    if (lines.empty()) return first_line(type);
    if (lines.size() == 1) return lines[0];
    const auto words = step.draw(world.children.key[child.index], Decision::provider, world.children.episode[child.index]);
    if (happens(words[1], step.now.providers.sees_wait))
        return *std::min_element(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
            return queue(world.services[a]) < queue(world.services[b]);
        });
    double total = 0.0;
    for (const std::size_t line : lines) total += contracted(world.services[line]);
    double left = unit(words[0]) * total;
    for (const std::size_t line : lines) {
        left -= contracted(world.services[line]);
        if (left < 0.0) return line;
    }
    return lines.back();
}

std::size_t bought_type(Step& step, ChildId child, std::size_t type, Referrer referrer) {
    const Market& now = step.now.providers;
    const auto& types = step.now.help_types;
    if (referrer == Referrer::gi || referrer == Referrer::court || types[type].team) return type;
    const bool severe = severity(load_of(step.world, child), step.now.seeking) == 2;
    if (!severe && !types[type].places) return type;
    const Decider decider = decider_of(referrer);
    // Gaps against those of the start: narrower more, outside contract fewer.
    const double gaps = 2.0 * (1.0 - now.breadth) * (1.0 - now.purchase_outside);
    const auto words = step.draw(step.world.children.key[child.index], Decision::bought, step.world.children.episode[child.index]);
    MarketTally& tally = step.world.tally.providers;
    if (!types[type].places) {
        if (!happens(words[0], now.lack * std::max(0.0, gaps - 1.0))) return type;
        const int stay = stay_for(step, child, decider, words[2]);
        if (stay < 0) return type;
        ++tally.for_lack;
        return static_cast<std::size_t>(stay);
    }
    if (!happens(words[0], now.lack_stay)) return type;
    const int fitting = happens(words[0], now.lack_stay * std::min(1.0, gaps))
                            ? -1 : by_habit(step, child, decider, words[2], [&](std::size_t k) { return !types[k].places && !types[k].team; });
    if (fitting < 0) {
        ++tally.for_lack;
        return type;
    }
    if (happens(words[1], now.purchase_outside)) {
        ++tally.outside;
        const auto bought = static_cast<std::size_t>(fitting);
        const Cents extra = scaled(step.world.services[first_line(bought)].trajectory_price, now.outside_price - 1.0);
        step.world.ledger.pay(types[bought].payer, Account::providers, extra);
        step.world.tally.spending[bought] += extra.count;
    }
    return static_cast<std::size_t>(fitting);
}

std::size_t group_of(const Parameters& parameters, std::size_t type) {
    const auto& types = parameters.help_types;
    for (std::size_t k = 0; k < type; ++k)
        if (organisation(types[k]) == organisation(types[type]) && types[k].places == types[type].places && !types[k].team) return k;
    return type;
}

std::vector<double> provider_shares(const HelpType& type, double clients, const Market& now) {
    if (type.places || type.team) return {1.0};
    const auto count = std::clamp<std::int64_t>(nearest(clients / now.clients_each), 1, std::max<std::int64_t>(1, nearest(now.most)));
    std::vector<double> shares;
    double size = 1.0, sum = 0.0;
    for (std::int64_t k = 0; k < count; ++k, size *= now.size_ratio) {
        shares.push_back(size);
        sum += size;
    }
    for (double& share : shares) share /= sum;
    return shares;
}

Terms wished_terms(const Parameters& now) {
    Terms terms;
    for (const HelpType& type : now.help_types) terms.form.push_back(static_cast<Form>(static_cast<int>(type.contract_form)));
    terms.number = static_cast<std::int32_t>(nearest(now.providers.number));
    // Real prices: no contract may say less.
    terms.tariff = Level::from(std::max(now.providers.tariff, now.providers.tariff_floor));
    terms.months = static_cast<std::int32_t>(nearest(now.providers.contract_months));
    return terms;
}

std::uint16_t add_provider(World& world, std::size_t group, std::int32_t contract_until, const Parameters& now, const Draws& draws) {
    Provider provider;
    provider.key = derived_key(AgentKey{group + 1}, provider_purpose, ++world.providers.born);
    provider.group = static_cast<std::uint8_t>(group);
    provider.contract_until = contract_until;
    provider.tariff = world.providers.terms.tariff;
    const auto words = draws.block({provider.key, static_cast<std::uint16_t>(Decision::make_provider), 0, 0});
    provider.cost = Level::from(1.0 - 2.0 * now.providers.cost_margin * unit(words[0]));
    world.providers.list.push_back(provider);
    return static_cast<std::uint16_t>(world.providers.list.size() - 1);
}

void open_providers(World& world, const Parameters& p, const Draws& draws) {
    Providers& market = world.providers;
    market = Providers{};
    market.terms = wished_terms(p);
    market.opened.assign(p.help_types.size(), 0);
    const double weeks = p.providers.contract_months * weeks_per_month;
    for (std::size_t k = 0; k < p.help_types.size(); ++k) {
        if (p.help_types[k].team) continue;
        const std::size_t group = group_of(p, k);
        std::vector<std::uint16_t> known;   // of this group, in order of size
        for (std::size_t i = 0; i < market.list.size(); ++i)
            if (market.list[i].group == group) known.push_back(static_cast<std::uint16_t>(i));
        std::size_t next = 0;
        each_line(world, k, [&](std::size_t line) {
            if (next == known.size()) {
                const std::uint16_t made = add_provider(world, group, 0, p, draws);
                Provider& provider = market.list[made];
                const auto words = draws.block({provider.key, static_cast<std::uint16_t>(Decision::make_provider), 0, 0});
                provider.contract_until = 1 + static_cast<std::int32_t>(unit(words[1]) * weeks);   // contracts run on at day 0
                known.push_back(made);
            }
            Offer& offer = world.services[line].offer;
            offer.provider = known[next++];
            offer.form = market.terms.form[k];
            market.opened[k] += nearest(contracted(world.services[line]));
        });
    }
}

std::size_t add_line(World& world, std::size_t type, std::uint16_t provider, double minutes, const Parameters& now, const Draws& draws) {
    const std::size_t line = world.services.size();
    Service service;
    const Service& first = world.services[first_line(type)];
    service.weekly_load = first.weekly_load;
    service.hour_price = first.hour_price;
    service.trajectory_price = first.trajectory_price;
    const double total = std::max(1.0, static_cast<double>(world.providers.opened[type]));
    Cents sum;
    each_line(world, type, [&](std::size_t other) { sum += world.services[other].weekly_sum; });
    service.weekly_sum = scaled(sum, minutes / total);
    service.offer.type = static_cast<std::uint8_t>(type);
    service.offer.provider = provider;
    service.offer.form = world.providers.terms.form[type];
    const double each = std::max(60.0 * now.access.hours_professional, 2.0 * first.weekly_load);
    const auto count = std::max<std::int64_t>(1, nearest(minutes / each));
    const auto own = static_cast<std::int32_t>(std::max<std::int64_t>(2 * first.weekly_load, nearest(minutes / static_cast<double>(count))));
    for (std::int64_t i = 0; i < count; ++i) {
        service.base_capacity.push_back(own);
        service.line.add_server(own);
    }
    world.services.push_back(std::move(service));
    if (!world.professionals.staff.empty()) {
        open_line_posts(world, line, now, draws);
        world.professionals.staff[line].paper = world.professionals.staff[first_line(type)].paper;
    }
    return line;
}

void take_hours(Service& service, double share) {
    double sum = 0.0;
    for (const std::int32_t own : service.base_capacity) sum += own;
    double taken = sum * std::clamp(share, 0.0, 1.0);
    for (std::size_t i = service.base_capacity.size(); i-- > 0 && taken >= 0.5;) {
        const auto part = static_cast<std::int32_t>(std::min<std::int64_t>(nearest(taken), service.base_capacity[i]));
        service.base_capacity[i] -= part;
        taken -= part;
        // Hours for less than one client serve nobody: the rest of this professional goes too.
        if (i > 0 && service.base_capacity[i] < service.weekly_load) service.base_capacity[i] = 0;
    }
}

int active_providers(const World& world, std::size_t group) {
    int count = 0;
    for (const Provider& provider : world.providers.list) count += provider.active && provider.group == group;
    return count;
}

namespace {

// A client goes on with another provider: who was in help before all others, for the time that was left.
void hand_over(Step& step, ChildId child) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = child.index;
    const std::size_t type = c.service[i];
    const Moment moment = step.begin();
    const bool helped = c.help[i] == HelpState::in_help;
    const Moment left = helped ? std::max<Moment>(1, c.delivery[i].until - moment) : 0;
    account_until(step, child, moment);
    const Level worsened = c.worsened[i];
    stop_help(world, child, moment);
    ++world.tally.providers.handed_over;
    const auto words = step.draw(c.key[i], Decision::tender, step.number);
    if (happens(words[0], step.now.access.handover_loss * (1.0 - step.now.access.steady_face))) {
        if (helped) c.ended[i] = moment;
        ++world.tally.dropped[type];
        note(step, child, Event::lost_in_handover, moment, static_cast<std::int64_t>(type));
        return;
    }
    if (helped) c.ended[i] = moment;
    join_line(step, child, type, c.referrer[i], moment, helped, choose_line(step, child, type));
    c.delivery[i].left = left;
    note(step, child, Event::referred, moment, static_cast<std::int64_t>(type), {.decided = DecidedBy::provider});
    c.worsened[i] = worsened;
}

// Others take on part of the hours.
void spread_hours(World& world, std::size_t type, double minutes) {
    double there = 0.0;
    const auto active = [&](std::size_t line) {
        const Provider* provider = provider_of(world, line);
        return provider && provider->active;
    };
    each_line(world, type, [&](std::size_t line) { there += active(line) ? contracted(world.services[line]) : 0.0; });
    if (there <= 0.0) return;
    each_line(world, type, [&](std::size_t line) {
        if (!active(line)) return;
        world.services[line].capacity_factor *= 1.0 + minutes / there;
        world.services[line].weekly_sum = scaled(world.services[line].weekly_sum, 1.0 + minutes / there);
    });
}

}  // namespace

void leave_market(Step& step, std::uint16_t provider) {
    World& world = step.world;
    world.providers.list[provider].active = false;
    ++world.tally.providers.left;
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        if (world.services[line].offer.provider != provider) continue;
        const std::size_t type = type_of(world, line);
        spread_hours(world, type, contracted(world.services[line]) * step.now.providers.staff_follow);
        Service& service = world.services[line];
        service.base_capacity.assign(service.base_capacity.size(), 0);
        service.weekly_sum = Cents(0);
    }
    std::vector<std::pair<AgentKey, std::size_t>> clients;
    const Children& c = world.children;
    for (std::size_t i = 0; i < world.child_rows(); ++i)
        if ((c.help[i] == HelpState::waiting_help || c.help[i] == HelpState::in_help) &&
            world.services[line_of(world, ChildId(i))].offer.provider == provider)
            clients.emplace_back(c.key[i], i);
    std::sort(clients.begin(), clients.end());
    for (const auto& [key, i] : clients) hand_over(step, ChildId(i));
    for (std::size_t line = first_help_service; line < world.professionals.staff.size(); ++line)
        if (world.services[line].offer.provider == provider) {
            Staff& staff = world.professionals.staff[line];
            staff.posts.clear();
            staff.stand_in = 0;
            staff.coverage = Level{Level::one};
        }
}

}  // namespace ontkoker

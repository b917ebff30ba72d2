// Providers and what they offer (D5): which line of help belongs to whom, who a referral goes to, who comes and goes.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// ---- lines of help (indices into World::services)

inline std::size_t first_line(std::size_t type) { return first_help_service + type; }
inline std::size_t type_of(const World& world, std::size_t line) {
    const Offer& offer = world.services[line].offer;
    return offer.type == no_type ? line - first_help_service : offer.type;
}
inline bool is_help(std::size_t service) { return service >= first_help_service; }
// The form in which a line is paid now.
Form form_of(const World& world, std::size_t line, const Parameters& now);
// Price against the base in the running contract.
double tariff_of(const World& world, std::size_t line);
// The line in which a child waits or is helped.
std::size_t line_of(const World& world, ChildId child);
// True when the line's provider has a contract and takes new clients.
bool takes_clients(const World& world, std::size_t line);
// Calls visit(line) for each line of a kind of help.
template <class Visit>
void each_line(const World& world, std::size_t type, const Visit& visit) {
    for (std::size_t s = first_help_service; s < world.services.size(); ++s)
        if (type_of(world, s) == type) visit(s);
}
// How far the provider is paid by result: 1 under an output contract, 0 under a sum, else as far as outcome is steered on.
double result_paid(const Step& step, std::size_t type, std::size_t line);
// False when the running contract pays less than help costs this provider.
bool covers_cost(const World& world, std::size_t line);
// Pays a line and keeps the books of its contract: `volume` is what was delivered at prices of the base.
void pay_provider(Step& step, std::size_t line, Cents amount, Cents volume);
// Minutes a week (places) that a line's professionals have under contract.
double contracted(const Service& service);
// Share of a line's capacity that stands idle.
double idle_share(const Service& service);
// Supply of a kind of help beyond that of the start, as a share of it; 0 where there is less.
double extra_supply(const World& world, std::size_t type);

// The line to which a referral of a kind of help goes: the provider that the referrer knows, by size, or the shortest
// line; one that takes new clients, if there is any.
std::size_t choose_line(const Step& step, ChildId child, std::size_t type);

// D15: the kind of help that can be granted when `type` was chosen. Only what was bought can be: what fits nothing bought
// is scaled up to a stay, unless it is bought outside contract.
std::size_t bought_type(Step& step, ChildId child, std::size_t type, Referrer referrer);

// ---- providers

// The kinds of help that one provider delivers together with `type`: those delivered by the same kind of organisation.
std::size_t group_of(const Parameters& parameters, std::size_t type);
// Providers of a kind with `clients` at the start, and the share of the largest first.
std::vector<double> provider_shares(const HelpType& type, double clients, const Market& now);
// Providers for the lines that were opened; terms as the parameters have them.
void open_providers(World& world, const Parameters& parameters, const Draws& draws);
// Another line for a kind of help with `minutes` a week; prices as those of the first line. Returns its index.
std::size_t add_line(World& world, std::size_t type, std::uint16_t provider, double minutes, const Parameters& now, const Draws& draws);
std::uint16_t add_provider(World& world, std::size_t group, std::int32_t contract_until, const Parameters& now, const Draws& draws);
// Takes a share of a line's hours away, last professionals first.
void take_hours(Service& service, double share);
// Providers with a contract in a group.
int active_providers(const World& world, std::size_t group);
// Ends a provider's contract: its clients go on with another one (C6), part of its hours too.
void leave_market(Step& step, std::uint16_t provider);
// What the municipality wants now.
Terms wished_terms(const Parameters& now);

}  // namespace ontkoker

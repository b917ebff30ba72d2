// Ways in and kinds of help as waiting lines, sized by what the municipality spends. Base hours of a service are what is
// spent on its task field divided by its tariff; hours per client follow from those and the published number in help.
#pragma once
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Names of the lines that every municipality has, in order; the kinds of help follow.
std::vector<std::string> service_names();

// Fills world.services; needs the children of the built population. Opening stocks are placed with part of their length
// behind them, at moment `start`. Money, hours and places are divided by `sample`.
void open_services(World& world, const Profile& profile, const Parameters& parameters, const Draws& draws, int sample, Moment start);

// Mean length of a trajectory, months, before factors: of all help, and of one kind by its own duration classes.
double mean_months(const Tables& tables);
double mean_months(const HelpType& type, const Tables& tables);
// Shares of the duration classes of a kind: its own, or those of all help when it has none.
std::array<double, 7> duration_shares(const HelpType& type, const Tables& tables);

// Minutes a week that the professionals of a service (places: number) can give now, with what they give for absent ones.
std::int64_t offered_minutes(const World& world, std::size_t service);

// Share of the hours in use that the present professionals can give, 0..1.
double hours_given(const World& world, std::size_t service);

// Capacities as factors, levers and cuts leave them this month.
void set_capacities(Step& step);

}  // namespace ontkoker

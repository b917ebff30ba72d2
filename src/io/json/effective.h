// The effective configuration as plain rows: every number with what is known about it. Files are read into it, it is
// written as one canonical text, read back from that text, and bound to the structs of the model.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ontkoker/domain/config.h"
#include "ontkoker/io/json/municipality.h"

namespace ontkoker::json {

struct Row {
    double value = 0, low = 0, high = 0;
    std::string unit, distribution, source, status, valid_until, mechanism, nl, en;
    std::optional<double> changed_from;  // the model's own value where an overlay or assumption replaced it
};

struct TableText {
    std::vector<double> values;
    std::string unit, source, status, valid_until, mechanism, nl, en;
};

struct HelpTypeHead {
    std::string name, nl, en;
    bool places = false, team = false;
    std::string delivered_by, payer = "youth";
};

struct SchemeHead {
    std::string name, nl, en;
    bool lawful_to_cut = true, per_child = false, families_only = false;
};

struct ActorHead {
    std::string name, nl, en, type, domain;
    std::vector<std::string> services;
};

struct ChangeText {
    std::string lever;
    double value = 0;
    std::string from;  // "2027-01"
    int ramp_months = 0;
};

struct ScenarioText {
    std::string name, nl, en, status, source;
    std::vector<ChangeText> changes;
};

struct Effective {
    Municipality municipality;
    std::map<std::string, Row> parameters;  // also help.<type>.<field> schemes.<name>.<field>, actors.<name>.<field>
    std::map<std::string, TableText> tables;
    std::vector<HelpTypeHead> help_types;
    std::vector<SchemeHead> schemes;
    std::vector<ActorHead> actors;
    std::vector<ScenarioText> scenarios;
    RunSettings run;
};

}  // namespace ontkoker::json

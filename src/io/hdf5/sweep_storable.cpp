// Whether a study, or a block of it, can be stored and read back exactly.
#include <algorithm>
#include <cmath>

#include "file_problems.h"
#include "storable.h"
#include "sweep_writer.h"

namespace ontkoker {
namespace {

constexpr std::int64_t largest_exact = std::int64_t{1} << 53;   // whole numbers up to here are doubles

std::vector<std::string> taken_names() {
    std::vector<std::string> names = layout::taken_names();
    for (const char* name : {layout::point, layout::run_status, layout::run_households, layout::run_digest, layout::run_error})
        names.emplace_back(name);
    return names;
}

// Spaces would part it in the attribute `coordinates`, slashes in the path of the dataset.
bool can_name_axis(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && std::all_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '/' && c != 127;
    });
}

class HeadCheck {
public:
    HeadCheck(const std::string& path, const SweepHead& head) : path_(path), head_(head), plan_(head.plan) {}

    Problems run() {
        unless(all_named_once(plan_.scenarios), "elk scenario moet een eigen naam hebben");
        unless(plan_.count() > 0 && plan_.replicates > 0 && plan_.times() > 0, "er zijn geen punten, replicaties of tijden");
        unless(!has_zero_byte(head_.plan_text) && !has_zero_byte(plan_.name) && !has_zero_byte(plan_.municipality) &&
                   !has_zero_byte(plan_.version),
               "een tekst bevat een nulbyte");
        if (found_.empty()) found_ = outcome_problems(path_, head_.kept, taken_names());
        if (found_.empty()) axes();
        return found_;
    }

private:
    void unless(bool good, const std::string& why) {
        if (!good) found_.push_back(file_problems::not_storable(path_, why));
    }

    void axes() {
        std::vector<std::string> taken = taken_names();
        for (const OutcomeInfo& info : head_.kept) {
            taken.push_back(info.name);
            taken.push_back(info.split);
        }
        for (const sweep::Axis& axis : plan_.axes) {
            unless(can_name_axis(axis.name), "'" + axis.name + "' kan geen naam van een as zijn");
            unless(std::count(taken.begin(), taken.end(), axis.name) == 0, "de naam van as " + axis.name + " is al van iets anders");
            taken.push_back(axis.name);
        }
        for (const std::vector<double>& point : plan_.points) {
            const bool whole = point.size() == plan_.axes.size() &&
                               std::all_of(point.begin(), point.end(), [](double value) { return std::isfinite(value); });
            if (!whole) return unless(false, "een punt heeft niet voor elke as een getal");
        }
    }

    const std::string& path_;
    const SweepHead& head_;
    const sweep::Plan& plan_;
    Problems found_;
};

class BlockCheck {
public:
    BlockCheck(const std::string& path, const SweepHead& head, const sweep::Block& block)
        : path_(path), head_(head), block_(block),
          shape_{block.points, static_cast<int>(head.plan.scenarios.size()), head.plan.replicates, head.plan.times()} {}

    Problems run() {
        unless(block_.points > 0 && block_.first_point >= 0 && block_.first_point + block_.points <= head_.plan.count(),
               "de punten staan niet in het plan");
        unless(block_.counts.size() == head_.kept.size() && block_.denominators.size() == head_.kept.size(),
               "er zijn niet evenveel reeksen als uitkomsten");
        unless(block_.runs.size() == static_cast<std::size_t>(block_.points) * static_cast<std::size_t>(shape_.replicates),
               "er zijn niet evenveel runs als punten en replicaties");
        for (const sweep::RunRecord& run : block_.runs)
            unless(!has_zero_byte(run.digest) && !has_zero_byte(run.error), "een tekst bevat een nulbyte");
        for (std::size_t o = 0; found_.empty() && o < head_.kept.size(); ++o) shape(o);
        for (std::size_t o = 0; found_.empty() && o < head_.kept.size(); ++o) numbers(o);
        return found_;
    }

private:
    void unless(bool good, const std::string& why) {
        if (!good) found_.push_back(file_problems::not_storable(path_, why));
    }

    void shape(std::size_t o) {
        const OutcomeInfo& info = head_.kept[o];
        const std::size_t cells = static_cast<std::size_t>(block_.points) * shape_.cells(info);
        const std::size_t below = layout::is_ratio(info) ? cells : 0;
        unless(block_.counts[o].size() == cells, info.name + " heeft een reeks van een andere lengte dan haar assen");
        unless(block_.denominators[o].size() == below, info.name + " heeft noemers van een andere lengte dan haar assen");
    }

    // Doubles must give the whole numbers back.
    void numbers(std::size_t o) {
        const OutcomeInfo& info = head_.kept[o];
        const auto too_large = [](std::int64_t count) { return count > largest_exact || count < -largest_exact; };
        for (const auto* counts : {&block_.counts[o], &block_.denominators[o]})
            for (const std::int64_t count : *counts) {
                if (!too_large(count) && (layout::is_ratio(info) || comes_back(count, info.divisor))) continue;
                return unless(false, info.name + " bevat " + std::to_string(count) +
                                         ", dat niet precies in een double past en teruggerekend kan worden");
            }
    }

    const std::string& path_;
    const SweepHead& head_;
    const sweep::Block& block_;
    layout::Shape shape_;
    Problems found_;
};

}  // namespace

Problems head_problems(const std::string& path, const SweepHead& head) { return HeadCheck(path, head).run(); }

Problems block_problems(const std::string& path, const SweepHead& head, const sweep::Block& block) {
    return BlockCheck(path, head, block).run();
}

}  // namespace ontkoker

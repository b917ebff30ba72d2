#include "ontkoker/sweep/flip.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "ontkoker/run/comparison.h"

namespace ontkoker::sweep {
namespace {

using Row = std::vector<double>;

// A next round has at least twice and at most four times the pairs: what an interval promises about more pairs is rough.
constexpr int least_growth = 2, most_growth = 4, most_replicates = 10000;
// With all axes: of each point so many of the nearest on the other side are looked at.
constexpr std::size_t neighbours = 8;
// A distance that is the resolution but for the last bits is as good.
constexpr double rounding = 1 + 1e-9;

bool exactly(const Found& f, double target) { return f.low == target && f.high == target; }
bool below(const Found& f, double target) { return f.mean < target; }
bool unsure(const Found& f, double target) {
    return f.pairs > 1 && f.low <= target && f.high >= target && !exactly(f, target);
}

// The same point of two studies: the one with the most pairs, which holds the others' luck as well.
std::vector<Found> each_once(const std::vector<Found>& found) {
    std::map<Row, Found> once;
    for (const Found& f : found) {
        if (f.pairs < 1) continue;
        const auto [place, fresh] = once.emplace(f.at, f);
        if (!fresh && f.pairs > place->second.pairs) place->second = f;
    }
    std::vector<Found> known;
    for (auto& [at, f] : once) known.push_back(std::move(f));
    return known;
}

double square(double x) { return x * x; }

class Search {
public:
    Search(const std::vector<Found>& found, const FlipQuestion& question) : question_(question) {
        answer_.known = each_once(found);
        for (const Found& f : answer_.known) units_.push_back(unit_of(f.at));
    }

    FlipAnswer answer() {
        if (question_.axis >= 0)
            along_one_axis();
        else
            along_all_axes();
        std::stable_sort(answer_.brackets.begin(), answer_.brackets.end(),
                         [](const Bracket& a, const Bracket& b) { return a.distance > b.distance; });
        if (answer_.brackets.empty())
            no_flip();
        else
            divide();
        need_more();
        return std::move(answer_);
    }

private:
    Row unit_of(const Row& at) const {
        Row unit;
        for (std::size_t a = 0; a < at.size(); ++a) {
            const Axis& axis = question_.axes[a];
            unit.push_back(axis.high > axis.low ? (at[a] - axis.low) / (axis.high - axis.low) : 0.0);
        }
        return unit;
    }
    const Found& known(int at) const { return answer_.known[static_cast<std::size_t>(at)]; }
    double distance(int a, int b) const {
        double sum = 0;
        const Row& x = units_[static_cast<std::size_t>(a)];
        const Row& y = units_[static_cast<std::size_t>(b)];
        for (std::size_t i = 0; i < x.size(); ++i) sum += square(x[i] - y[i]);
        return std::sqrt(sum);
    }

    // Points that differ in the axis alone, in its order.
    std::vector<std::vector<int>> lines() const {
        const auto axis = static_cast<std::size_t>(question_.axis);
        std::map<Row, std::vector<int>> by_others;
        for (std::size_t i = 0; i < answer_.known.size(); ++i) {   // in order of the first axis, so sort again
            Row others = answer_.known[i].at;
            others.erase(others.begin() + question_.axis);
            by_others[others].push_back(static_cast<int>(i));
        }
        std::vector<std::vector<int>> all;
        for (auto& [others, line] : by_others) {
            std::sort(line.begin(), line.end(), [&](int a, int b) { return known(a).at[axis] < known(b).at[axis]; });
            all.push_back(std::move(line));
        }
        return all;
    }

    void add(int a, int b, bool exact) {
        const bool first_below = below(known(a), question_.target);
        const bool sure = !unsure(known(a), question_.target) && !unsure(known(b), question_.target);
        answer_.brackets.push_back({first_below ? a : b, first_below ? b : a, distance(a, b), sure, exact, -1, -1});
    }

    // The nearest point of the line, from `from` on in steps of `step`, of which the side is sure; -1: none.
    int sure_from(const std::vector<int>& line, int from, int step) const {
        for (int i = from; i >= 0 && i < static_cast<int>(line.size()); i += step) {
            const Found& f = known(line[static_cast<std::size_t>(i)]);
            if (!unsure(f, question_.target) && !exactly(f, question_.target)) return line[static_cast<std::size_t>(i)];
        }
        return -1;
    }

    // Neighbours on either side; a point that is exactly on the target stands on neither.
    void along_one_axis() {
        for (const std::vector<int>& line : lines()) {
            answer_.lines = answer_.lines || line.size() > 1;
            int last = -1, last_place = -1;
            bool between = false;
            for (int i = 0; i < static_cast<int>(line.size()); ++i) {
                const int at = line[static_cast<std::size_t>(i)];
                if (exactly(known(at), question_.target)) {
                    between = last >= 0;
                    continue;
                }
                if (last >= 0 && below(known(last), question_.target) != below(known(at), question_.target)) {
                    add(last, at, between);
                    if (!answer_.brackets.back().sure) {
                        answer_.brackets.back().around_low = sure_from(line, last_place, -1);
                        answer_.brackets.back().around_high = sure_from(line, i, 1);
                    }
                }
                last = at;
                last_place = i;
                between = false;
            }
        }
    }

    // Pairs on either side with no other point in the ball between them: what lies there is unknown, and the boundary runs
    // through it.
    void along_all_axes() {
        std::vector<int> sides[2];
        for (std::size_t i = 0; i < answer_.known.size(); ++i)
            if (!exactly(answer_.known[i], question_.target))
                sides[below(answer_.known[i], question_.target)].push_back(static_cast<int>(i));
        std::map<std::pair<int, int>, bool> seen;
        for (const int side : {0, 1})
            for (const int a : sides[side]) {
                std::vector<int> others = sides[1 - side];
                const std::size_t look = std::min(neighbours, others.size());
                std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(look), others.end(), [&](int x, int y) {
                    const double dx = distance(a, x), dy = distance(a, y);
                    return dx != dy ? dx < dy : x < y;
                });
                for (std::size_t k = 0; k < look; ++k)
                    if (seen.emplace(std::minmax(a, others[k]), true).second && nothing_between(a, others[k])) add(a, others[k], false);
            }
    }

    bool nothing_between(int a, int b) const {
        const double across = square(distance(a, b));
        for (std::size_t i = 0; i < units_.size(); ++i) {
            const int c = static_cast<int>(i);
            if (c != a && c != b && square(distance(a, c)) + square(distance(b, c)) < across * (1 - 1e-9)) return false;
        }
        return true;
    }

    // Points within a bracket, so many; the widest brackets first and not two points in one place.
    void divide() {
        std::vector<Bracket> open;
        for (const Bracket& bracket : answer_.brackets)
            if (bracket.sure && !bracket.exact && bracket.distance > question_.resolution * rounding) open.push_back(bracket);
        const int each = question_.all_at_once && !open.empty() ? std::max(1, question_.most / static_cast<int>(open.size())) : 1;
        std::vector<Row> chosen;
        for (const Bracket& bracket : open)
            for (int k = 1; k <= each && static_cast<int>(answer_.points.size()) < question_.most; ++k) {
                const double share = static_cast<double>(k) / (each + 1);
                Row point = known(bracket.below).at;
                for (std::size_t a = 0; a < point.size(); ++a) point[a] += share * (known(bracket.above).at[a] - point[a]);
                if (near_one_of(chosen, unit_of(point), bracket.distance / (2 * each))) continue;
                chosen.push_back(unit_of(point));
                answer_.points.push_back(std::move(point));
            }
    }

    // Along one axis brackets do not overlap; along all axes they may share an end.
    bool near_one_of(const std::vector<Row>& chosen, const Row& unit, double within) const {
        return question_.axis < 0 && std::any_of(chosen.begin(), chosen.end(), [&](const Row& other) {
            double sum = 0;
            for (std::size_t i = 0; i < unit.size(); ++i) sum += square(unit[i] - other[i]);
            return std::sqrt(sum) < within;
        });
    }

    // Every point on one side. Along one axis its ends may not have been tried yet.
    void no_flip() {
        for (std::size_t i = 0; i < answer_.known.size(); ++i) {
            const int at = static_cast<int>(i);
            const auto away = [&](int n) {   // one on the target is on neither side, so it comes last
                return exactly(known(n), question_.target) ? std::numeric_limits<double>::infinity() : std::abs(known(n).mean - question_.target);
            };
            if (answer_.nearest < 0 || away(at) < away(answer_.nearest)) answer_.nearest = at;
        }
        if (question_.axis < 0) return;
        const auto axis = static_cast<std::size_t>(question_.axis);
        for (const std::vector<int>& line : lines())
            for (const auto& [end, last] : {std::pair{question_.axes[axis].low, line.front()}, std::pair{question_.axes[axis].high, line.back()}}) {
                if (known(last).at[axis] == end || static_cast<int>(answer_.points.size()) >= question_.most) continue;
                answer_.points.push_back(known(last).at);
                answer_.points.back()[axis] = end;
            }
    }

    // Ends of brackets that luck could have put on the other side, and without brackets the nearest point.
    void need_more() {
        std::vector<int> ends;
        for (const Bracket& bracket : answer_.brackets)
            if (!bracket.exact) ends.insert(ends.end(), {bracket.below, bracket.above});
        if (answer_.nearest >= 0) ends.push_back(answer_.nearest);
        for (const int at : ends) {
            const Found& f = known(at);
            if (!unsure(f, question_.target)) continue;
            if (std::find(answer_.again.begin(), answer_.again.end(), at) == answer_.again.end()) answer_.again.push_back(at);
            const double gap = std::abs(f.mean - question_.target), half = (f.high - f.low) / 2;
            const double wanted = gap > 0 ? std::ceil(f.pairs * square(half / gap)) : most_replicates;
            const double allowed = std::clamp(wanted, static_cast<double>(f.pairs) * least_growth, static_cast<double>(f.pairs) * most_growth);
            answer_.replicates = std::max(answer_.replicates, static_cast<int>(std::min<double>(allowed, most_replicates)));
        }
    }

    const FlipQuestion& question_;
    std::vector<Row> units_;
    FlipAnswer answer_;
};

}  // namespace

Found found_at(std::vector<double> at, const std::vector<double>& differences) {
    Found found;
    found.at = std::move(at);
    const ComparedNumber number = compare_pairs(std::vector<double>(differences.size(), 0.0), differences);
    found.pairs = number.pairs;
    found.mean = number.difference;
    found.low = number.mean_low;
    found.high = number.mean_high;
    return found;
}

FlipAnswer next_points(const std::vector<Found>& found, const FlipQuestion& question) { return Search(found, question).answer(); }

}  // namespace ontkoker::sweep

// Where a conclusion flips: known boundaries are found, luck asks for more pairs, and no flip is told as that.
#include <catch2/catch.hpp>

#include <cmath>

#include "ontkoker/sweep/flip.h"

using namespace ontkoker;
using namespace ontkoker::sweep;

namespace flip_test {

FlipQuestion question_of(int axes, double low, double high, int axis) {
    FlipQuestion question;
    question.axes.resize(static_cast<std::size_t>(axes));
    for (Axis& one : question.axes) one.low = low, one.high = high;
    question.axis = axis;
    return question;
}

// A difference without luck.
Found certain(std::vector<double> at, double difference) { return found_at(std::move(at), {difference, difference}); }

template <class Function>
std::vector<Found> measured(const std::vector<std::vector<double>>& points, Function difference) {
    std::vector<Found> found;
    for (const auto& point : points) found.push_back(certain(point, difference(point)));
    return found;
}

TEST_CASE("a difference is summed up with the interval of its mean", "[sweep]") {
    const Found found = found_at({4}, {1, 3, 5});
    CHECK((found.pairs == 3 && found.mean == 3));
    CHECK(found.high == Approx(3 + 2.919985580 * 2 / std::sqrt(3.0)));   // Student's t, 95th percentile, two degrees of freedom
    CHECK(found.low == Approx(3 - 2.919985580 * 2 / std::sqrt(3.0)));
    const Found one = found_at({4}, {-2});
    CHECK((one.low == -2 && one.high == -2));
    CHECK(found_at({4}, {std::nan(""), 2}).pairs == 1);
}

TEST_CASE("a step along one axis is bracketed to a thousandth in about ten points", "[sweep]") {
    for (const double edge : {0.0071, 3.3, 9.999}) {
        const FlipQuestion question = question_of(1, 0, 10, 0);
        const auto step = [&](const std::vector<double>& p) { return p[0] < edge ? -5.0 : 2.0; };
        std::vector<Found> found = measured({{0}, {10}}, step);
        FlipAnswer answer = next_points(found, question);
        while (!answer.points.empty()) {
            REQUIRE(answer.points.size() == 1);
            found.push_back(certain(answer.points[0], step(answer.points[0])));
            REQUIRE(found.size() < 20);
            answer = next_points(found, question);
        }
        CHECK(found.size() <= 12);
        REQUIRE(answer.brackets.size() == 1);
        const Bracket& bracket = answer.brackets[0];
        CHECK(bracket.distance <= 1e-3);
        CHECK(answer.known[static_cast<std::size_t>(bracket.below)].at[0] < edge);
        CHECK(answer.known[static_cast<std::size_t>(bracket.above)].at[0] >= edge);
        CHECK((bracket.sure && answer.again.empty() && answer.replicates == 0));
    }
}

TEST_CASE("all points at once take fewer rounds", "[sweep]") {
    FlipQuestion question = question_of(1, 0, 1, 0);
    question.all_at_once = true;
    question.most = 9;
    const auto step = [](const std::vector<double>& p) { return p[0] < 0.123456 ? -1.0 : 1.0; };
    std::vector<Found> found = measured({{0}, {1}}, step);
    int rounds = 0;
    for (FlipAnswer answer = next_points(found, question); !answer.points.empty(); answer = next_points(found, question)) {
        CHECK(answer.points.size() == 9);
        for (const auto& point : answer.points) found.push_back(certain(point, step(point)));
        REQUIRE(++rounds <= 3);   // to a tenth, a hundredth, a thousandth
    }
    CHECK(rounds == 3);
}

TEST_CASE("each flip along the axis and each line of equal others has its own bracket", "[sweep]") {
    FlipQuestion question = question_of(2, 0, 1, 0);
    question.target = 100;
    // Along x: below, above, below; for y = 1 above all the way.
    const auto hill = [](const std::vector<double>& p) { return p[1] == 0 ? 100 + (p[0] == 0.5 ? 5.0 : -5.0) : 107.0; };
    const std::vector<Found> found = measured({{0, 0}, {0.5, 0}, {1, 0}, {0, 1}, {1, 1}, {0.5, 0.5}}, hill);
    const FlipAnswer answer = next_points(found, question);
    CHECK(answer.lines);
    CHECK(answer.brackets.size() == 2);
    CHECK(answer.points == std::vector<std::vector<double>>{{0.25, 0}, {0.75, 0}});
    question.most = 1;
    CHECK(next_points(found, question).points.size() == 1);
    CHECK_FALSE(next_points(measured({{0, 0}, {1, 1}}, hill), question).lines);
}

TEST_CASE("an end that luck could have put elsewhere asks for more pairs rather than points", "[sweep]") {
    const FlipQuestion question = question_of(1, 0, 1, 0);
    const Found sure = certain({0}, -10);
    const Found doubtful = found_at({0.5}, {9, -8, 7, -6, 8, -4});   // mean 1, interval from about -5 to 7
    const Found above = certain({1}, 10);
    FlipAnswer answer = next_points({sure, doubtful, above}, question);
    REQUIRE(answer.brackets.size() == 1);
    CHECK_FALSE(answer.brackets[0].sure);
    REQUIRE((answer.brackets[0].around_low >= 0 && answer.brackets[0].around_high >= 0));
    CHECK(answer.known[static_cast<std::size_t>(answer.brackets[0].around_low)].at[0] == 0);   // surely somewhere in between
    CHECK(answer.known[static_cast<std::size_t>(answer.brackets[0].around_high)].at[0] == 1);
    CHECK(answer.points.empty());
    REQUIRE(answer.again.size() == 1);
    CHECK(answer.known[static_cast<std::size_t>(answer.again[0])].at[0] == 0.5);
    CHECK(answer.replicates == 24);   // far more would be needed; at most four times in one go
    // With more pairs the same point is known, and the bracket is divided.
    std::vector<double> more(24, 1.0);
    more[0] = 1.5;
    answer = next_points({sure, doubtful, above, found_at({0.5}, more)}, question);
    CHECK(answer.again.empty());
    CHECK(answer.points == std::vector<std::vector<double>>{{0.25}});
    CHECK(answer.known.size() == 3);
    // Nearly sure: twice the pairs.
    answer = next_points({sure, found_at({0.5}, {5, -1, 5, -1, 5, -1, 4, -1}), above}, question);
    CHECK(answer.replicates == 16);
}

TEST_CASE("without a flip the nearest point is told and the untried ends of the axis", "[sweep]") {
    FlipQuestion question = question_of(1, 0, 10, 0);
    question.target = -3;
    FlipAnswer answer = next_points({certain({2}, 5), certain({4}, 1), certain({6}, 2)}, question);
    CHECK(answer.brackets.empty());
    REQUIRE(answer.nearest >= 0);
    CHECK(answer.known[static_cast<std::size_t>(answer.nearest)].at[0] == 4);
    CHECK(answer.points == std::vector<std::vector<double>>{{0}, {10}});
    answer = next_points({certain({0}, 5), certain({10}, 1)}, question);
    CHECK(answer.points.empty());
    CHECK(next_points({}, question).nearest == -1);
}

TEST_CASE("a point exactly on the target is the boundary", "[sweep]") {
    const FlipQuestion question = question_of(1, 0, 1, 0);
    FlipAnswer answer = next_points({certain({0}, -1), certain({0.5}, 0), certain({1}, 1)}, question);
    REQUIRE(answer.brackets.size() == 1);
    CHECK(answer.brackets[0].exact);
    CHECK(answer.points.empty());
    // Nothing differs at the neutral value: no side, so no flip.
    answer = next_points({certain({0}, 0), certain({0.5}, 2), certain({1}, 3)}, question);
    CHECK(answer.brackets.empty());
    CHECK(answer.again.empty());
}

TEST_CASE("a point of several studies counts once: with the most pairs, and of as many with the first", "[sweep]") {
    const FlipQuestion question = question_of(1, 0, 1, 0);
    const Found few = found_at({0}, {1, 2}), many = found_at({0}, {-3, -2, -1}), as_many = found_at({0}, {-9, -8, -7});
    for (const auto& found : {std::vector<Found>{few, certain({1}, 1), many, as_many}, {many, as_many, few, certain({1}, 1)}}) {
        const FlipAnswer answer = next_points(found, question);
        REQUIRE(answer.known.size() == 2);
        CHECK((answer.known[0].pairs == 3 && answer.known[0].mean == -2));
        CHECK(answer.brackets.size() == 1);
    }
}

TEST_CASE("a circle is found in tens of points", "[sweep]") {
    const double radius = 0.6;
    FlipQuestion question = question_of(2, -1, 1, -1);
    question.resolution = 0.03;
    const auto circle = [&](const std::vector<double>& p) { return p[0] * p[0] + p[1] * p[1] - radius * radius; };
    std::vector<std::vector<double>> start;
    for (const double x : {-1.0, -0.5, 0.0, 0.5, 1.0})
        for (const double y : {-1.0, -0.5, 0.0, 0.5, 1.0}) start.push_back({x, y});
    std::vector<Found> found = measured(start, circle);
    int rounds = 0;
    FlipAnswer answer = next_points(found, question);
    for (; !answer.points.empty() && rounds < 40; ++rounds) {
        CHECK(answer.points.size() <= 8);
        for (const auto& point : answer.points) {
            for (const Found& known : answer.known) CHECK(known.at != point);
            found.push_back(certain(point, circle(point)));
        }
        answer = next_points(found, question);
    }
    CHECK(answer.points.empty());
    CHECK(found.size() < 400);   // a grid as fine would have 67 x 67 points
    // In every direction the boundary lies near a bracket, and every bracket lies on the boundary.
    std::vector<std::vector<double>> middles;
    for (const Bracket& bracket : answer.brackets) {
        const auto& a = answer.known[static_cast<std::size_t>(bracket.below)].at;
        const auto& b = answer.known[static_cast<std::size_t>(bracket.above)].at;
        middles.push_back({(a[0] + b[0]) / 2, (a[1] + b[1]) / 2});
        CHECK(std::abs(std::hypot(middles.back()[0], middles.back()[1]) - radius) < 0.06);
    }
    for (int degrees = 0; degrees < 360; degrees += 5) {
        const double angle = degrees * 3.14159265358979 / 180;
        double nearest = 9;
        for (const auto& m : middles) nearest = std::min(nearest, std::hypot(m[0] - radius * std::cos(angle), m[1] - radius * std::sin(angle)));
        CHECK(nearest < 0.1);
    }
}

}  // namespace flip_test

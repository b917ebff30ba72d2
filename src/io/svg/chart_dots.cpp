#include <algorithm>
#include <cmath>

#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"
#include "ontkoker/io/svg/texts.h"
#include "ontkoker/run/comparison.h"

namespace ontkoker {
namespace {

constexpr std::size_t most_dots = 20;
constexpr double left_margin = 300, row_height = 124, dot = 6.5;
constexpr int bins = 40;

// Dots in columns above the line, so that the same difference twice makes a pile.
void draw_dots(Svg& svg, const DotRow& row, const Scale& x, double base) {
    const SeriesLook look = look_of(row.series);
    std::vector<int> piles(bins + 1, 0);
    const std::vector<double> dots = dots_of(row.differences);
    const auto bin_of = [&](double value) {
        return static_cast<std::size_t>(
            std::clamp((x(value) - x.start) / (x.end - x.start) * bins + 0.5, 0.0, static_cast<double>(bins)));
    };
    for (const double value : dots) ++piles[bin_of(value)];
    // The highest pile still fits: the step shrinks with its height.
    const double step = std::min(2 * dot, 56.0 / std::max(1, *std::max_element(piles.begin(), piles.end())));
    std::fill(piles.begin(), piles.end(), 0);
    for (const double value : dots) {
        const std::size_t bin = bin_of(value);
        const double at = x.start + (x.end - x.start) * static_cast<double>(bin) / bins;
        svg.marker(Marker::circle, {at, base - dot - 1 - step * piles[bin]}, dot - 1, look.colour, "#ffffff");
        ++piles[bin];
    }
}

void draw_row(Svg& svg, const DotRow& row, double top, Language language) {
    const double base = top + 78;
    double y = top + 26;
    for (const std::string& line : wrapped(row.label, 15, left_margin - 30)) {
        svg.text({8, y}, line, {15, Anchor::start, true, std::string(ink)});
        y += 19;
    }
    for (const std::string& line : wrapped(row.scenario, 14, left_margin - 30)) {
        svg.text({8, y}, line, {14, Anchor::start, false, look_of(row.series).colour});
        y += 18;
    }
    Extent extent;
    extent.add(0);
    extent.add(row.differences);
    const Ticks ticks = ticks_between(extent.low(), extent.high(), 4);
    const Scale x{ticks.values.front(), ticks.values.back(), left_margin, chart_width - 50};
    svg.line({x.start, base}, {x.end, base}, {std::string(soft_ink), 1, ""});
    for (const double value : ticks.values) {
        const bool zero = std::fabs(value) < 1e-12;
        svg.line({x(value), zero ? top + 14 : base}, {x(value), base + 6}, {std::string(ink), zero ? 2.0 : 1.0, ""});
        svg.text({x(value), base + 21}, quantity(value, ticks.shown, row.unit, language, Sign::always, true),
                 {13, Anchor::middle, zero, std::string(soft_ink)});
    }
    draw_dots(svg, row, x, base);
    svg.text({left_margin, base + 40}, row.finding, {14, Anchor::start, false, std::string(ink)});
}

}  // namespace

std::vector<double> dots_of(std::vector<double> differences) {
    std::erase_if(differences, [](double difference) { return !std::isfinite(difference); });
    std::sort(differences.begin(), differences.end());
    if (differences.size() <= most_dots) return differences;
    std::vector<double> dots;
    for (std::size_t i = 0; i < most_dots; ++i) {
        dots.push_back(percentile(differences, (static_cast<double>(i) + 0.5) / static_cast<double>(most_dots)));
    }
    return dots;
}

std::string draw(const DotChart& chart) {
    const double height = 66 + row_height * static_cast<double>(chart.rows.size());
    Svg svg(chart.words.id, chart_width, height, chart.words.title, chart.words.description);
    double top = chart_title(svg, chart.words.title);
    std::size_t dots = 0;
    for (const DotRow& row : chart.rows) dots = std::max(dots, dots_of(row.differences).size());
    svg.text({8, top + 16}, filled(Text::dots_note, chart.words.language, {std::to_string(dots)}),
             {14, Anchor::start, false, std::string(soft_ink)});
    top += 22;
    for (const DotRow& row : chart.rows) {
        draw_row(svg, row, top, chart.words.language);
        top += row_height;
        svg.line({8, top}, {chart_width - 8, top}, {std::string(grid_colour), 1, ""});
    }
    return svg.finish();
}

std::string draw_empty(const ChartWords& words) {
    Svg svg(words.id, chart_width, 120, words.title, words.description);
    const double top = chart_title(svg, words.title);
    svg.rect(8, top + 8, chart_width - 16, 60, svg.pattern(0, "#f4f4f4"), soft_ink);
    svg.text({24, top + 44}, words.description, {15, Anchor::start, false, std::string(ink)});
    return svg.finish();
}

}  // namespace ontkoker

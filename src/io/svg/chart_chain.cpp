#include <algorithm>
#include <cmath>

#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"

namespace ontkoker {
namespace {

constexpr double left_margin = 370, right_margin = 40, bar_height = 16;

// Boxes are higher where each has two findings.
struct Sizes {
    double box, step;
};
Sizes sizes_of(const ChainChart& chart) {
    const bool two = std::any_of(chart.steps.begin(), chart.steps.end(), [](const ChainStep& one) { return !one.without.empty(); });
    return two ? Sizes{74, 98} : Sizes{46, 70};
}

void draw_change(Svg& svg, double change, std::string_view fill, std::string_view edge, const Scale& x, double top) {
    if (!std::isfinite(change)) return;
    const double a = x(std::min(0.0, change)), b = x(std::max(0.0, change));
    svg.rect(a, top, std::max(1.5, b - a), bar_height, fill, edge);
}

void draw_step(Svg& svg, const ChainStep& step, const Scale& x, double top, Sizes size, bool last) {
    const SeriesLook look = look_of(0), other = look_of(1);
    svg.rect(8, top, left_margin - 50, size.box, step.off ? "#ffffff" : "#f4f4f4", soft_ink);
    double y = top + 20;
    for (const std::string& line : wrapped(step.label, 15, left_margin - 80)) {
        svg.text({20, y}, line, {15, Anchor::start, !step.off, std::string(ink)});
        y += 18;
    }
    if (!last) {
        const double middle = 8 + (left_margin - 50) / 2;
        svg.line({middle, top + size.box}, {middle, top + size.step - 8}, {std::string(ink), 2, ""});
        svg.line({middle - 6, top + size.step - 12}, {middle, top + size.step - 3}, {std::string(ink), 2, ""});
        svg.line({middle + 6, top + size.step - 12}, {middle, top + size.step - 3}, {std::string(ink), 2, ""});
    }
    draw_change(svg, step.change, look.colour, look.colour, x, top);
    if (std::isfinite(step.change) && step.high > step.low) {
        const double middle = top + bar_height / 2;
        svg.line({x(step.low), middle}, {x(step.high), middle}, {"#ffffff", 5, ""});
        svg.line({x(step.low), middle}, {x(step.high), middle}, {std::string(ink), 2, ""});
    }
    const TextStyle words{14, Anchor::start, false, std::string(ink), true};
    if (step.without.empty()) {
        svg.text({left_margin + 6, top + bar_height + 18}, step.finding, words);
        return;
    }
    svg.text({left_margin + 6, top + bar_height + 15}, step.finding, words);
    const double below = top + bar_height + 21;
    draw_change(svg, step.change_without, svg.pattern(1, other.colour), other.colour, x, below);
    svg.text({left_margin + 6, below + bar_height + 15}, step.without, {14, Anchor::start, false, other.colour, true});
}

}  // namespace

std::string draw(const ChainChart& chart) {
    const Sizes size = sizes_of(chart);
    Extent extent;
    extent.add(0);
    for (const ChainStep& step : chart.steps)
        for (const double value : {step.change, step.low, step.high, step.change_without}) extent.add(value);
    const auto note = wrapped(chart.note, 14, chart_width - 16);
    const auto title = wrapped(chart.words.title, 19, chart_width - 16);
    const double height = size.step * static_cast<double>(chart.steps.size());
    Svg svg(chart.words.id, chart_width,
            70 + 24 * static_cast<double>(title.size()) + 18 * static_cast<double>(note.size()) + height, chart.words.title,
            chart.words.description);
    double top = chart_title(svg, chart.words.title);
    for (const std::string& line : note) {
        svg.text({8, top + 14}, line, {14, Anchor::start, false, std::string(soft_ink)});
        top += 18;
    }
    top += 16;
    const Ticks ticks = ticks_between(extent.low(), extent.high(), 4);
    const Scale x{ticks.values.front(), ticks.values.back(), left_margin, chart_width - right_margin};
    const double bottom = top + height - 14;
    for (const double value : ticks.values) {
        const bool zero = std::fabs(value) < 1e-12;
        svg.line({x(value), top - 6}, {x(value), bottom}, {std::string(zero ? ink : grid_colour), zero ? 1.8 : 1.0, ""});
        svg.text({x(value), bottom + 20}, quantity(value, ticks.shown, "%", chart.words.language, Sign::always),
                 {13, Anchor::middle, zero, std::string(soft_ink)});
    }
    for (std::size_t i = 0; i < chart.steps.size(); ++i) {
        draw_step(svg, chart.steps[i], x, top, size, i + 1 == chart.steps.size());
        top += size.step;
    }
    return svg.finish();
}

}  // namespace ontkoker

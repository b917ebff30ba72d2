#include <algorithm>
#include <cmath>

#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"

namespace ontkoker {
namespace {

constexpr double left_margin = 330, right_margin = 40, bar_height = 20, line_height = 18, gap = 18;

// Rises are plain, falls hatched, the whole dark: colour is never the only mark.
std::string fill_of(Svg& svg, const WaterfallBar& bar) {
    if (bar.whole) return std::string(soft_ink);
    return bar.to >= bar.from ? look_of(0).colour : svg.pattern(1, look_of(1).colour);
}

double height_of(const WaterfallBar& bar) {
    const auto lines = wrapped(bar.label, 15, left_margin - 24).size();
    return std::max(bar_height + line_height + 6, line_height * static_cast<double>(lines)) + gap;
}

void draw_bar(Svg& svg, const WaterfallBar& bar, const Scale& x, double top) {
    double y = top + 16;
    for (const std::string& line : wrapped(bar.label, 15, left_margin - 24)) {
        svg.text({8, y}, line, {15, Anchor::start, bar.whole, std::string(ink)});
        y += line_height;
    }
    const double a = x(std::min(bar.from, bar.to)), b = x(std::max(bar.from, bar.to)), middle = top + bar_height / 2;
    svg.rect(a, top, std::max(1.5, b - a), bar_height, fill_of(svg, bar), bar.whole ? soft_ink : look_of(bar.to >= bar.from ? 0 : 1).colour);
    if (bar.high > bar.low) {
        svg.line({x(bar.low), middle}, {x(bar.high), middle}, {"#ffffff", 5, ""});
        svg.line({x(bar.low), middle}, {x(bar.high), middle}, {std::string(ink), 2, ""});
        for (const double end : {bar.low, bar.high})
            svg.line({x(end), middle - 5}, {x(end), middle + 5}, {std::string(ink), 2, ""});
    }
    svg.text({left_margin + 6, top + bar_height + 15}, bar.finding,
             {14, Anchor::start, bar.whole, std::string(ink), true});
}

}  // namespace

std::string draw(const WaterfallChart& chart) {
    Extent extent;
    extent.add(0);
    double height = 0;
    for (const WaterfallBar& bar : chart.bars) {
        for (const double value : {bar.from, bar.to, bar.low, bar.high}) extent.add(value);
        height += height_of(bar);
    }
    const auto title = wrapped(chart.words.title, 19, chart_width - 16);
    const auto note = wrapped(chart.note, 14, chart_width - 16);
    const double head = 40 + 24 * static_cast<double>(title.size()) + 18 * static_cast<double>(note.size());
    Svg svg(chart.words.id, chart_width, head + height + 50, chart.words.title, chart.words.description);
    double top = chart_title(svg, chart.words.title);
    for (const std::string& line : note) {
        svg.text({8, top + 14}, line, {14, Anchor::start, false, std::string(soft_ink)});
        top += 18;
    }
    top += 22;
    const Ticks ticks = ticks_between(extent.low(), extent.high(), 4);
    const Scale x{ticks.values.front(), ticks.values.back(), left_margin, chart_width - right_margin};
    const double bottom = top + height - 6;
    for (const double value : ticks.values) {
        const bool zero = std::fabs(value) < 1e-12;
        svg.line({x(value), top - 8}, {x(value), bottom}, {std::string(zero ? ink : grid_colour), zero ? 1.8 : 1.0, ""});
        svg.text({x(value), bottom + 20}, quantity(value, ticks.shown, chart.unit, chart.words.language, Sign::always, true),
                 {13, Anchor::middle, zero, std::string(soft_ink)});
    }
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const WaterfallBar& bar = chart.bars[i];
        const double step = height_of(bar);
        if (bar.whole) svg.line({8, top - 9}, {chart_width - 8, top - 9}, {std::string(soft_ink), 1, ""});
        draw_bar(svg, bar, x, top);
        if (i + 1 < chart.bars.size())
            svg.line({x(bar.to), top + bar_height}, {x(bar.to), top + step}, {std::string(soft_ink), 1, "3 3"});
        top += step;
    }
    return svg.finish();
}

}  // namespace ontkoker

#include <algorithm>
#include <cmath>

#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"
#include "ontkoker/io/svg/texts.h"

namespace ontkoker {
namespace {

constexpr double name_width = 170, value_width = 62, gap = 14, line_height = 19, head = 96;

// Key of the marks, above the panels; returns the y below it.
double draw_key(Svg& svg, const ServiceChart& chart, double y) {
    double x = 8;
    for (std::size_t s = 0; s < chart.scenarios.size(); ++s) {
        const SeriesLook look = look_of(s);
        const double width = text_width(chart.scenarios[s], 16.5) + 44;
        if (x + width > chart_width && x > 8) {
            x = 8;
            y += 22;
        }
        svg.marker(look.marker, {x + 8, y - 5}, 6, look.colour, "none");
        svg.text({x + 22, y}, chart.scenarios[s], {15, Anchor::start, true, look.colour});
        x += width;
    }
    return y;
}

struct Rows {
    double top, each;
    double y(std::size_t service, std::size_t scenario) const {
        return top + each * static_cast<double>(service) + line_height * (static_cast<double>(scenario) + 0.5);
    }
};

void draw_measure(Svg& svg, const ServiceChart& chart, const ServiceMeasure& measure, const Frame& frame,
                  const Rows& rows) {
    Extent extent;
    extent.add(0);
    for (const auto& values : measure.high) extent.add(values);
    for (const auto& values : measure.middle) extent.add(values);
    const Ticks ticks = ticks_between(extent.low(), extent.high(), 2);
    const Scale x{ticks.values.front(), ticks.values.back(), frame.left, frame.right() - value_width};
    svg.text({frame.left, frame.top - 30}, measure.heading, {15, Anchor::start, true, std::string(ink)});
    for (const double value : ticks.values) {
        svg.line({x(value), frame.top}, {x(value), frame.bottom()}, {std::string(grid_colour), 1, ""});
        svg.text({x(value), frame.top - 8}, plain_number(value, ticks.shown, chart.words.language),
                 {13, Anchor::middle, false, std::string(soft_ink)});
    }
    for (std::size_t v = 0; v < chart.services.size(); ++v) {
        for (std::size_t s = 0; s < chart.scenarios.size(); ++s) {
            const double middle = measure.middle[v][s], low = measure.low[v][s], high = measure.high[v][s];
            const double y = rows.y(v, s);
            const SeriesLook look = look_of(s);
            const TextStyle number{13, Anchor::end, false, look.colour};
            if (!std::isfinite(middle)) {
                svg.text({frame.right(), y + 5}, phrase(Text::empty_cell, chart.words.language), number);
                continue;
            }
            svg.line({x(low), y}, {x(high), y}, {look.colour, 2.4, ""});
            svg.marker(look.marker, {x(middle), y}, 5, look.colour, "none");
            svg.text({frame.right(), y + 5},
                     plain_number(middle, shown_for(middle, low, high, measure.unit), chart.words.language), number);
        }
    }
}

}  // namespace

std::string draw(const ServiceChart& chart) {
    const double each = line_height * static_cast<double>(chart.scenarios.size()) + 12;
    // The key may need more than one line; two are kept free.
    const double top = head + 44;
    const double height = top + each * static_cast<double>(chart.services.size()) + 16;
    Svg svg(chart.words.id, chart_width, height, chart.words.title, chart.words.description);
    draw_key(svg, chart, chart_title(svg, chart.words.title) + 22);
    const Rows rows{top + 6, each};
    for (std::size_t v = 0; v < chart.services.size(); ++v) {
        const double line = rows.top + each * static_cast<double>(v) - 6;
        svg.line({8, line}, {chart_width - 8, line}, {std::string(grid_colour), 1, ""});
        double y = rows.y(v, 0) + 5;
        for (const std::string& words : wrapped(chart.services[v], 15, name_width)) {
            svg.text({8, y}, words, {15, Anchor::start, false, std::string(ink)});
            y += 18;
        }
    }
    const auto n = static_cast<double>(std::max<std::size_t>(1, chart.measures.size()));
    const double width = (chart_width - 8 - name_width - 16 - gap * (n - 1) - 8) / n;
    for (std::size_t m = 0; m < chart.measures.size(); ++m) {
        const Frame frame{name_width + 24 + (width + gap) * static_cast<double>(m), top, width, height - top - 12};
        draw_measure(svg, chart, chart.measures[m], frame, rows);
    }
    return svg.finish();
}

}  // namespace ontkoker

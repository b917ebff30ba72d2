#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"
#include "ontkoker/io/svg/texts.h"

namespace ontkoker {
namespace {

constexpr double left_margin = 112, label_width = 250, panel_height = 210, panel_step = 300;

std::vector<Point> placed(const std::vector<double>& values, const Scale& x, const Scale& y) {
    std::vector<Point> points{{x(0), y(0)}};  // nothing is saved at the start
    for (std::size_t m = 0; m < values.size(); ++m) points.push_back({x(static_cast<double>(m) + 1), y(values[m])});
    return points;
}

void draw_line(Svg& svg, const Frame& frame, const SavingLine& line, const SeriesLook& look, const Scale& x,
               const Scale& y) {
    svg.band(placed(line.track.high, x, y), placed(line.track.low, x, y), look.colour, 0.12);
    svg.polyline(placed(line.track.high, x, y), {look.colour, 0.7, look.dash});
    svg.polyline(placed(line.track.low, x, y), {look.colour, 0.7, look.dash});
    svg.polyline(placed(line.track.middle, x, y), {look.colour, 2.6, look.dash});
    if (line.turning_month > 0) {
        const double at = x(line.turning_month);
        svg.line({at, frame.top}, {at, frame.bottom()}, {look.colour, 2, "3 3"});
        svg.marker(look.marker, {at, y(0)}, 6, "#ffffff", look.colour);
    }
}

void draw_panel(Svg& svg, const SavingPanel& panel, const Frame& frame, const SavingChart& chart) {
    const Language language = chart.words.language;
    Extent extent;
    for (const SavingLine& line : panel.lines) {
        extent.add(line.track.low);
        extent.add(line.track.high);
        extent.add(line.track.middle);
    }
    svg.text({frame.left, frame.top - 16}, panel.heading, {15, Anchor::start, true, std::string(ink)});
    const Scale y = vertical_axis(svg, frame, extent, "EUR", language, true);
    const Scale x = year_axis(svg, frame, chart.start_year, chart.months);
    std::vector<Label> labels;
    for (std::size_t s = 0; s < panel.lines.size(); ++s) {
        const SeriesLook look = look_of(s + 1);
        draw_line(svg, frame, panel.lines[s], look, x, y);
        const auto& middle = panel.lines[s].track.middle;
        const std::string text = panel.lines[s].track.label + ": " + panel.lines[s].note;
        labels.push_back({y(middle.empty() ? 0 : middle.back()), text, look});
    }
    const TextStyle side{14, Anchor::start, false, std::string(soft_ink), true};
    const double zero = y(0);
    if (zero - frame.top > 26) svg.text({frame.left + 6, zero - 8}, phrase(Text::saved, language), side);
    if (frame.bottom() - zero > 26) svg.text({frame.left + 6, zero + 18}, phrase(Text::dearer, language), side);
    end_labels(svg, frame, labels, label_width);
}

}  // namespace

std::string draw(const SavingChart& chart) {
    Svg svg(chart.words.id, chart_width, 30 + panel_step * static_cast<double>(chart.panels.size()), chart.words.title,
            chart.words.description);
    double top = chart_title(svg, chart.words.title) + 44;
    for (const SavingPanel& panel : chart.panels) {
        draw_panel(svg, panel, {left_margin, top, chart_width - left_margin - label_width, panel_height}, chart);
        top += panel_step - 20;
    }
    return svg.finish();
}

}  // namespace ontkoker

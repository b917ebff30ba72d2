#include <algorithm>

#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"

namespace ontkoker {
namespace {

// Lanes and lines share one axis of time; at its right stand the names of the lines.
constexpr double left_margin = 172, label_width = 180, axis_width = chart_width - left_margin - label_width;
constexpr double row_height = 24, bar_height = 13, lane_gap = 34, lines_height = 104, lines_step = 172, end_margin = 26;

// Kinds of bars: waiting is hatched, help is full; what is about debts has another colour.
struct BarLook {
    std::string_view colour;
    int hatching;
};
BarLook bar_look(std::size_t kind) {
    constexpr BarLook looks[] = {{"#b3400a", 1}, {"#1b4f8a", 0}, {"#7a5c00", 3}, {"#2c6e2f", 0}, {"#6a1b9a", 5}};
    return looks[kind % std::size(looks)];
}

std::string fill_of(Svg& svg, std::size_t kind) { return svg.pattern(bar_look(kind).hatching, bar_look(kind).colour); }

double rows_height(const TimelineLane& lane) { return row_height * static_cast<double>(lane.rows.size()); }

// The kinds of bars that occur, and what a dot is.
struct KeyPart {
    std::size_t kind;  // kinds.size() for the dot
    double x, y;
};
std::vector<KeyPart> key_of(const TimelineChart& chart) {
    std::vector<bool> used(chart.kinds.size());
    for (const TimelineLane& lane : chart.lanes)
        for (const TimelineRow& row : lane.rows)
            for (const TimelineBar& bar : row.bars)
                if (bar.kind < used.size()) used[bar.kind] = true;
    used.push_back(true);
    std::vector<KeyPart> parts;
    double x = 8, y = 0;
    for (std::size_t k = 0; k < used.size(); ++k) {
        if (!used[k]) continue;
        const double width = text_width(k < chart.kinds.size() ? chart.kinds[k] : chart.event, 14) + 48;
        if (x + width > chart_width && x > 8) {
            x = 8;
            y += 22;
        }
        parts.push_back({k, x, y});
        x += width;
    }
    return parts;
}

// Returns the y below it.
double draw_key(Svg& svg, const TimelineChart& chart, double top) {
    double y = top;
    for (const KeyPart& part : key_of(chart)) {
        y = top + part.y;
        const bool bar = part.kind < chart.kinds.size();
        if (bar)
            svg.rect(part.x, y - 11, 22, bar_height, fill_of(svg, part.kind), bar_look(part.kind).colour);
        else
            svg.marker(Marker::circle, {part.x + 11, y - 5}, 4.5, "#ffffff", ink);
        svg.text({part.x + 28, y}, bar ? chart.kinds[part.kind] : chart.event,
                 {14, Anchor::start, false, std::string(ink)});
    }
    return y + 12;
}

void draw_row(Svg& svg, const TimelineRow& row, const Frame& frame, const Scale& x, double top) {
    const double middle = top + row_height / 2;
    svg.text({frame.left - 10, middle + 5}, row.label, {14, Anchor::end, false, std::string(ink)});
    svg.line({frame.left, middle}, {frame.right(), middle}, {std::string(grid_colour), 1, ""});
    for (const TimelineBar& bar : row.bars)
        svg.rect(x(bar.from), middle - bar_height / 2, std::max(2.0, x(bar.to) - x(bar.from)), bar_height,
                 fill_of(svg, bar.kind), bar_look(bar.kind).colour);
    for (const double dot : row.dots) svg.marker(Marker::circle, {x(dot), middle}, 4.5, "#ffffff", ink);
}

// Returns the y below the lane.
double draw_lane(Svg& svg, const TimelineChart& chart, const TimelineLane& lane, std::size_t scenario, double top) {
    const SeriesLook look = look_of(scenario);
    svg.text({8, top}, lane.heading, {15, Anchor::start, true, look.colour});
    const Frame frame{left_margin, top + 10, axis_width, rows_height(lane)};
    const Scale x = year_axis(svg, frame, chart.start_year, chart.months);
    for (int month = 0; month <= chart.months; month += 12)
        svg.line({x(month), frame.top}, {x(month), frame.bottom()}, {std::string(grid_colour), 1, "2 3"});
    if (lane.ends >= 0) svg.rect(x(lane.ends), frame.top, x(chart.months) - x(lane.ends), frame.height, "#eeeeee");
    for (std::size_t r = 0; r < lane.rows.size(); ++r)
        draw_row(svg, lane.rows[r], frame, x, frame.top + row_height * static_cast<double>(r));
    return frame.bottom() + 24;
}

void draw_lines(Svg& svg, const TimelineChart& chart, const TimelineLines& lines, double top) {
    svg.text({8, top}, lines.heading, {15, Anchor::start, true, std::string(ink)});
    const Frame frame{left_margin, top + 14, axis_width, lines_height};
    Extent extent;
    for (const auto& values : lines.values) extent.add(values);
    const Scale y = vertical_axis(svg, frame, extent, lines.unit, chart.words.language, true);
    const Scale x = year_axis(svg, frame, chart.start_year, chart.months);
    std::vector<Label> labels;
    for (std::size_t s = 0; s < lines.values.size(); ++s) {
        const SeriesLook look = look_of(s);
        std::vector<Point> points;
        for (std::size_t m = 0; m < lines.values[s].size(); ++m)
            points.push_back({x(static_cast<double>(m) + 1), y(lines.values[s][m])});
        if (points.empty()) continue;
        svg.polyline(points, {look.colour, 2.4, look.dash});
        labels.push_back({points.back().y, chart.scenarios[s], look});
    }
    end_labels(svg, frame, labels, label_width);
}

double height_of(const TimelineChart& chart) {
    double height = 24 * static_cast<double>(wrapped(chart.words.title, 19.5, chart_width - 20).size()) + 56 +
                    key_of(chart).back().y;
    for (const TimelineLane& lane : chart.lanes) height += rows_height(lane) + lane_gap + 24;
    return height + lines_step * static_cast<double>(chart.lines.size()) + end_margin;
}

}  // namespace

std::string draw(const TimelineChart& chart) {
    Svg svg(chart.words.id, chart_width, height_of(chart), chart.words.title, chart.words.description);
    double y = chart_title(svg, chart.words.title);
    svg.text({8, y + 10}, chart.note, {15, Anchor::start, false, std::string(soft_ink)});
    y = draw_key(svg, chart, y + 38);
    for (std::size_t s = 0; s < chart.lanes.size(); ++s)
        y = draw_lane(svg, chart, chart.lanes[s], s, y + lane_gap - 10);
    y += lane_gap;
    for (const TimelineLines& lines : chart.lines) {
        draw_lines(svg, chart, lines, y);
        y += lines_step;
    }
    return svg.finish();
}

}  // namespace ontkoker

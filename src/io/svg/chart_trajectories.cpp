#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"
#include "ontkoker/io/svg/texts.h"

namespace ontkoker {
namespace {

constexpr double label_width = 210;

std::vector<Point> placed(const std::vector<double>& values, const Scale& x, const Scale& y) {
    std::vector<Point> points;
    for (std::size_t m = 0; m < values.size(); ++m) points.push_back({x(static_cast<double>(m) + 0.5), y(values[m])});
    return points;
}

// The last value that exists, or not-a-number.
double last_of(const std::vector<double>& values) {
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        if (*value == *value) return *value;
    }
    return values.empty() ? 0 : values.back();
}

void draw_tracks(Svg& svg, const Frame& frame, const std::vector<Track>& tracks, std::size_t first_look, const Scale& x,
                 const Scale& y) {
    std::vector<Label> labels;
    for (std::size_t s = 0; s < tracks.size(); ++s) {
        const SeriesLook look = look_of(s + first_look);
        svg.band(placed(tracks[s].high, x, y), placed(tracks[s].low, x, y), look.colour, 0.1);
        // Thin edges keep ranges apart where their areas overlap.
        svg.polyline(placed(tracks[s].high, x, y), {look.colour, 0.7, look.dash});
        svg.polyline(placed(tracks[s].low, x, y), {look.colour, 0.7, look.dash});
    }
    for (std::size_t s = 0; s < tracks.size(); ++s) {
        const SeriesLook look = look_of(s + first_look);
        svg.polyline(placed(tracks[s].middle, x, y), {look.colour, 2.6, look.dash});
        const double at = y(last_of(tracks[s].middle));
        if (at == at) labels.push_back({at, tracks[s].label, look});
    }
    end_labels(svg, frame, labels, label_width);
}

Extent extent_of(const std::vector<Track>& tracks) {
    Extent extent;
    for (const Track& track : tracks) {
        extent.add(track.low);
        extent.add(track.high);
        extent.add(track.middle);
    }
    return extent;
}

std::string heading_of(const TrajectoryChart& chart, const Scale& y) {
    const Language language = chart.words.language;
    std::string text = chart.per.empty() ? "" : chart.per + "; ";
    text += phrase(Text::band_note, language);
    if (y.from > 0) {
        const Ticks ticks = ticks_between(y.from, y.to, 5);
        text += "; " + filled(Text::axis_not_zero, language, {quantity(y.from, ticks.shown, chart.unit, language)});
    }
    return text;
}

}  // namespace

std::string draw(const TrajectoryChart& chart) {
    const bool compared = !chart.differences.empty();
    Svg svg(chart.words.id, chart_width, compared ? 588 : 384, chart.words.title, chart.words.description);
    const double below_title = chart_title(svg, chart.words.title);
    const Frame above{112, below_title + 34, chart_width - 112 - label_width, 330 - below_title - 34 + 24};
    const int months = chart.scenarios.empty() ? 12 : static_cast<int>(chart.scenarios.front().middle.size());
    Extent extent = extent_of(chart.scenarios);
    // Zero belongs in the picture unless it would flatten the lines.
    const bool zero = extent.empty() || extent.low() < 0.4 * extent.high();
    if (zero) extent.add(0);
    const Scale y = vertical_axis(svg, above, extent, chart.unit, chart.words.language, false);
    svg.text({above.left, above.top - 14}, heading_of(chart, y), {14, Anchor::start, false, std::string(soft_ink)});
    const Scale x = year_axis(svg, above, chart.start_year, months);
    draw_tracks(svg, above, chart.scenarios, 0, x, y);
    if (!compared) return svg.finish();
    const Frame below{above.left, above.bottom() + 64, above.width, 140};
    svg.text({below.left, below.top - 14},
             filled(Text::difference_panel, chart.words.language, {chart.scenarios.front().label}),
             {15, Anchor::start, true, std::string(ink)});
    Extent differences = extent_of(chart.differences);
    if (differences.low() == 0 && differences.high() == 0) {  // equal everywhere: zero in the middle
        differences.add(-1);
        differences.add(1);
    }
    const Scale dy = vertical_axis(svg, below, differences, chart.unit, chart.words.language, true);
    year_axis(svg, below, chart.start_year, months);
    draw_tracks(svg, below, chart.differences, 1, x, dy);
    return svg.finish();
}

}  // namespace ontkoker

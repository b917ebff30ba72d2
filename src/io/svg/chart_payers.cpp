#include <algorithm>
#include <cmath>
#include <numeric>

#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/plot.h"
#include "ontkoker/io/svg/texts.h"

namespace ontkoker {
namespace {

constexpr double left_margin = 112, label_width = 190, gap = 22, panel_height = 290;
constexpr std::size_t panels_in_row = 3;

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// Highest and lowest stack over all scenarios and years.
Extent stacks(const PayerChart& chart) {
    Extent extent;
    extent.add(0);
    for (const auto& payers : chart.amounts) {
        const std::size_t years = payers.empty() ? 0 : payers.front().size();
        for (std::size_t year = 0; year < years; ++year) {
            double up = 0, down = 0;
            for (const auto& amounts : payers) (amounts[year] >= 0 ? up : down) += amounts[year];
            extent.add(up);
            extent.add(down);
        }
    }
    return extent;
}

// The bars of one scenario; returns the y of the middle of each payer's block in the last year.
std::vector<double> draw_bars(Svg& svg, const Frame& frame, const std::vector<std::vector<double>>& payers,
                              const Scale& y) {
    const std::size_t years = payers.empty() ? 0 : payers.front().size();
    const double slot = frame.width / static_cast<double>(std::max<std::size_t>(1, years));
    std::vector<double> middles(payers.size());
    std::vector<std::vector<Svg::Box>> bars(payers.size());
    for (std::size_t year = 0; year < years; ++year) {
        double up = 0, down = 0;
        for (std::size_t p = 0; p < payers.size(); ++p) {
            const double amount = payers[p][year];
            double& stack = amount >= 0 ? up : down;
            const double a = y(stack), b = y(stack + amount);
            stack += amount;
            const double x = frame.left + slot * (static_cast<double>(year) + 0.1);
            bars[p].push_back({x, std::min(a, b), slot * 0.8, std::fabs(a - b)});
            middles[p] = (a + b) / 2;
        }
    }
    for (std::size_t p = 0; p < payers.size(); ++p) {
        const SeriesLook look = look_of(p);
        svg.boxes(bars[p], svg.pattern(look.hatching, look.colour), look.colour);
    }
    return middles;
}

// `last_panel`: nothing stands to the right, so the last year may stick out.
void draw_years(Svg& svg, const Frame& frame, int start_year, std::size_t years, bool last_panel) {
    const double slot = frame.width / static_cast<double>(std::max<std::size_t>(1, years));
    const auto every = static_cast<std::size_t>(std::ceil(48 / slot));
    for (std::size_t year = 0; year < years; year += every) {
        const double middle = frame.left + slot * (static_cast<double>(year) + 0.5);
        if (middle + 18 > frame.right() && !last_panel && year > 0) continue;
        svg.text({middle, frame.bottom() + 20}, std::to_string(start_year + static_cast<int>(year)),
                 {14, Anchor::middle, false, std::string(soft_ink)});
    }
}

}  // namespace

PayerChart with_fewer_payers(PayerChart chart, std::size_t most) {
    if (chart.payers.size() <= most || most == 0) return chart;
    std::vector<std::size_t> order(chart.payers.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto weight = [&](std::size_t p) {
        double total = 0;
        for (const auto& payers : chart.amounts) total += std::fabs(sum_of(payers[p]));
        return total;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
    std::vector<std::size_t> kept(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most - 1));
    std::sort(kept.begin(), kept.end());
    PayerChart fewer = chart;
    fewer.payers.clear();
    for (auto& payers : fewer.amounts) payers.clear();
    for (const std::size_t p : kept) {
        fewer.payers.push_back(chart.payers[p]);
        for (std::size_t s = 0; s < chart.amounts.size(); ++s) fewer.amounts[s].push_back(chart.amounts[s][p]);
    }
    fewer.payers.emplace_back(phrase(Text::other_payers, chart.words.language));
    for (std::size_t s = 0; s < chart.amounts.size(); ++s) {
        std::vector<double> rest(chart.amounts[s].front().size(), 0.0);
        for (std::size_t i = most - 1; i < order.size(); ++i) {
            for (std::size_t year = 0; year < rest.size(); ++year) rest[year] += chart.amounts[s][order[i]][year];
        }
        fewer.amounts[s].push_back(rest);
    }
    return fewer;
}

std::string draw(const PayerChart& full) {
    const PayerChart chart = with_fewer_payers(full, 7);
    const std::size_t columns = std::min(panels_in_row, std::max<std::size_t>(1, chart.scenarios.size()));
    const std::size_t rows = (chart.scenarios.size() + columns - 1) / columns;
    const double row_height = panel_height + 84;
    Svg svg(chart.words.id, chart_width, 54 + row_height * static_cast<double>(std::max<std::size_t>(1, rows)),
            chart.words.title, chart.words.description);
    const double top = chart_title(svg, chart.words.title);
    const auto n = static_cast<double>(columns);
    const double width = (chart_width - left_margin - label_width - gap * (n - 1)) / n;
    const Extent extent = stacks(chart);
    for (std::size_t s = 0; s < chart.scenarios.size(); ++s) {
        const Frame frame{left_margin + (width + gap) * static_cast<double>(s % columns),
                          top + 46 + row_height * static_cast<double>(s / columns), width, panel_height};
        const Ticks ticks = ticks_between(extent.low(), extent.high(), 5);
        Scale y{ticks.values.front(), ticks.values.back(), frame.bottom(), frame.top};
        if (s % columns == 0) {
            const Frame wide{frame.left, frame.top, chart_width - left_margin - label_width, frame.height};
            y = vertical_axis(svg, wide, extent, "EUR", chart.words.language, true);
        }
        double line = frame.top - 28;
        for (const std::string& words : wrapped(chart.scenarios[s], 15, width)) {
            svg.text({frame.left, line}, words, {15, Anchor::start, true, std::string(ink)});
            line += 18;
        }
        const std::vector<double> middles = draw_bars(svg, frame, chart.amounts[s], y);
        const bool last_panel = s % columns + 1 == columns || s + 1 == chart.scenarios.size();
        draw_years(svg, frame, chart.start_year, chart.amounts[s].empty() ? 0 : chart.amounts[s].front().size(),
                   last_panel);
        if (last_panel) {
            std::vector<Label> labels;
            for (std::size_t p = 0; p < middles.size(); ++p) {
                labels.push_back({middles[p], chart.payers[p], look_of(p)});
            }
            end_labels(svg, frame, labels, label_width);
        }
    }
    return svg.finish();
}

}  // namespace ontkoker

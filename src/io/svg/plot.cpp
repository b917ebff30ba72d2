#include "ontkoker/io/svg/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace ontkoker {
namespace {

constexpr double label_size = 15;
constexpr double label_height = 19;

// Relative luminance of one channel 0..255 (WCAG 2).
double luminance(int channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
    const auto channel = [&](std::size_t at) {
        return static_cast<int>(std::strtol(std::string(colour.substr(at, 2)).c_str(), nullptr, 16));
    };
    return 0.2126 * luminance(channel(1)) + 0.7152 * luminance(channel(3)) + 0.0722 * luminance(channel(5));
}

struct Block {
    double y = 0, height = 0;  // y: top
    std::vector<std::string> lines;
    Label label;
};

// Moves blocks down until none overlaps, then the lot up again when it leaves the frame.
void spread(std::vector<Block>& blocks, double top, double bottom) {
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.y < b.y; });
    double free = top;
    for (Block& block : blocks) {
        block.y = std::max(block.y, free);
        free = block.y + block.height + 3;
    }
    double limit = bottom;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        block->y = std::min(block->y, limit - block->height);
        limit = block->y - 3;
    }
}

}  // namespace

SeriesLook look_of(std::size_t series) {
    static const std::array<SeriesLook, 8> looks{{
        {"#1b4f8a", "", Marker::circle, 0},
        {"#b3400a", "9 5", Marker::square, 1},
        {"#2c6e2f", "2 4", Marker::triangle, 3},
        {"#6a1b9a", "12 4 2 4", Marker::diamond, 2},
        {"#7a5c00", "5 3", Marker::circle, 6},
        {"#00636b", "14 4", Marker::square, 4},
        {"#a3124f", "7 3 2 3 2 3", Marker::triangle, 5},
        {"#424242", "3 3", Marker::diamond, 7},
    }};
    return looks[series % looks.size()];
}

double contrast(std::string_view one, std::string_view other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Ticks ticks_between(double lowest, double highest, int wanted) {
    if (!(highest > lowest)) {
        const double margin = lowest == 0 ? 1 : std::fabs(lowest) * 0.1;
        lowest -= lowest == 0 ? 0 : margin;
        highest += margin;
    }
    const double rough = (highest - lowest) / std::max(1, wanted);
    int exponent = 0;
    double unit = 1;
    while (unit * 10 <= rough) unit *= 10, ++exponent;
    while (unit > rough && exponent > -9) unit /= 10, --exponent;
    double step = unit;
    for (const double times : {2.0, 5.0, 10.0}) {
        if (step < rough * 0.999) step = unit * times;
    }
    if (step >= unit * 10) ++exponent;
    Ticks ticks;
    const double first = std::floor(lowest / step + 1e-9), last = std::ceil(highest / step - 1e-9);
    for (double k = first; k <= last; ++k) ticks.values.push_back(k * step);
    ticks.shown.exponent = std::min(exponent, 6);
    ticks.shown.millions = std::max(std::fabs(lowest), std::fabs(highest)) >= 1e6;
    return ticks;
}

void Extent::add(double value) {
    if (!std::isfinite(value)) return;
    low_ = found_ ? std::min(low_, value) : value;
    high_ = found_ ? std::max(high_, value) : value;
    found_ = true;
}

void Extent::add(const std::vector<double>& values) {
    for (const double value : values) add(value);
}

Scale vertical_axis(Svg& svg, const Frame& frame, const Extent& extent, std::string_view unit, Language language,
                    bool include_zero) {
    Extent wide = extent;
    if (include_zero || wide.empty()) wide.add(0);
    const int wanted = std::max(2, static_cast<int>(frame.height / 42));
    const Ticks ticks = ticks_between(wide.low(), wide.high(), wanted);
    const Scale scale{ticks.values.front(), ticks.values.back(), frame.bottom(), frame.top};
    for (const double value : ticks.values) {
        const double y = scale(value);
        const bool strong = include_zero && std::fabs(value) < 1e-12;
        svg.line({frame.left, y}, {frame.right(), y},
                 {std::string(strong ? ink : grid_colour), strong ? 1.6 : 1.0, ""});
        svg.text({frame.left - 8, y + 5}, quantity(value, ticks.shown, unit, language),
                 {14, Anchor::end, strong, std::string(soft_ink)});
    }
    return scale;
}

Scale year_axis(Svg& svg, const Frame& frame, int start_year, int months) {
    const Scale scale{0, static_cast<double>(months), frame.left, frame.right()};
    const int years = std::max(1, months / 12);
    const int every = static_cast<int>(std::ceil(years * 44.0 / frame.width));
    for (int year = 0; year <= years; ++year) {
        const double x = scale(year * 12.0);
        svg.line({x, frame.bottom()}, {x, frame.bottom() + 6}, {std::string(soft_ink), 1, ""});
        if (year < years && year % every == 0) {
            svg.text({scale(year * 12.0 + 6), frame.bottom() + 20}, std::to_string(start_year + year),
                     {14, Anchor::middle, false, std::string(soft_ink)});
        }
    }
    svg.line({frame.left, frame.bottom()}, {frame.right(), frame.bottom()}, {std::string(soft_ink), 1, ""});
    return scale;
}

void end_labels(Svg& svg, const Frame& frame, std::vector<Label> labels, double width) {
    std::vector<Block> blocks;
    for (Label& label : labels) {
        Block block;
        block.lines = wrapped(label.text, label_size * 1.15, width - 24);  // bold letters are wider
        block.height = label_height * static_cast<double>(block.lines.size());
        block.y = label.y - block.height / 2;
        block.label = std::move(label);
        blocks.push_back(std::move(block));
    }
    spread(blocks, frame.top - 8, frame.bottom() + 8);
    for (const Block& block : blocks) {
        const double middle = block.y + block.height / 2;
        svg.line({frame.right() + 2, block.label.y}, {frame.right() + 20, middle}, {block.label.look.colour, 1.2, ""});
        double y = block.y + label_height - 5;
        for (const std::string& line : block.lines) {
            svg.text({frame.right() + 24, y}, line, {label_size, Anchor::start, true, block.label.look.colour});
            y += label_height;
        }
    }
}

double chart_title(Svg& svg, std::string_view title) {
    double y = 24;
    for (const std::string& line : wrapped(title, 19.5, chart_width - 20)) {
        svg.text({8, y}, line, {18, Anchor::start, true, std::string(ink)});
        y += 24;
    }
    return y - 6;
}

}  // namespace ontkoker

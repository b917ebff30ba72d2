// What charts share: marks of the series, scales with round ticks, axes, and labels that do not overlap.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/io/svg/numbers.h"
#include "ontkoker/io/svg/writer.h"

namespace ontkoker {

// How one series is told apart: colour (at least 3:1 on white), dash, shape and hatching together.
struct SeriesLook {
    std::string colour, dash;
    Marker marker;
    int hatching;
};
SeriesLook look_of(std::size_t series);

inline constexpr std::string_view grid_colour = "#d9d9d9";
inline constexpr std::string_view ink = "#1a1a1a";
inline constexpr std::string_view soft_ink = "#4a4a4a";
inline constexpr double chart_width = 920;

// Maps values to a stretch of the page.
struct Scale {
    double from = 0, to = 1;    // values
    double start = 0, end = 1;  // places on the page
    double operator()(double value) const {
        return to == from ? start : start + (value - from) / (to - from) * (end - start);
    }
};

// Round ticks (1, 2 or 5 times a power of ten) that enclose lowest..highest, about `wanted` of them.
struct Ticks {
    std::vector<double> values;
    Shown shown;
};
Ticks ticks_between(double lowest, double highest, int wanted);

// Collects the span of all finite values.
class Extent {
public:
    void add(double value);
    void add(const std::vector<double>& values);
    bool empty() const { return !found_; }
    double low() const { return low_; }
    double high() const { return high_; }

private:
    bool found_ = false;
    double low_ = 0, high_ = 0;
};

struct Frame {
    double left, top, width, height;
    double right() const { return left + width; }
    double bottom() const { return top + height; }
};

// Horizontal grid lines with numbers at their left; returns the scale. `include_zero` draws a strong zero line too.
Scale vertical_axis(Svg& svg, const Frame& frame, const Extent& extent, std::string_view unit, Language language,
                    bool include_zero);
// Years under a frame whose width is `months` months; returns the scale from months (0-based end of month).
Scale year_axis(Svg& svg, const Frame& frame, int start_year, int months);

struct Label {
    double y;  // wanted
    std::string text;
    SeriesLook look;
};
// Labels at `x`, moved apart vertically within the frame, each with a line to the y where it belongs.
void end_labels(Svg& svg, const Frame& frame, std::vector<Label> labels, double width);

// A page-wide title at the top; returns the y below it.
double chart_title(Svg& svg, std::string_view title);

// Contrast of two colours "#rrggbb" after WCAG 2 (1 to 21).
double contrast(std::string_view one, std::string_view other);

}  // namespace ontkoker

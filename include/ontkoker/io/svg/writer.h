// A small SVG writer: shapes in the order in which they are added, each file well-formed and with a title and a
// description. Only attributes are used, no style sheet and no script.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ontkoker {

// Text with & < > " and control characters made safe for XML and HTML.
std::string escaped(std::string_view text);

struct Point {
    double x = 0, y = 0;  // not-a-number breaks a line
};

struct Stroke {
    std::string colour = "#1a1a1a";
    double width = 2;
    std::string dash;  // "" for a solid line, else as stroke-dasharray
};

enum class Anchor { start, middle, end };

struct TextStyle {
    double size = 15;
    Anchor anchor = Anchor::start;
    bool bold = false;
    std::string colour = "#1a1a1a";
    bool halo = false;  // a white edge, for text over lines
};

// Shapes for points, so that colour is never the only mark.
enum class Marker { circle, square, triangle, diamond };

class Svg {
public:
    // `id` begins the identifiers inside, so that several figures can stand in one page.
    Svg(std::string id, double width, double height, std::string_view title, std::string_view description);
    void line(Point from, Point to, const Stroke& stroke);
    void polyline(const std::vector<Point>& points, const Stroke& stroke);
    // The area between two lines of equal length; broken where either has no value.
    void band(const std::vector<Point>& upper, const std::vector<Point>& lower, std::string_view colour,
              double opacity);
    // `fill` is a colour or what pattern() returned.
    void rect(double x, double y, double width, double height, std::string_view fill, std::string_view edge = "none");
    // Many rectangles painted alike, as one shape: a page with thousands of hatched shapes prints badly.
    struct Box {
        double x, y, width, height;
    };
    void boxes(const std::vector<Box>& all, std::string_view fill, std::string_view edge);
    void marker(Marker shape, Point at, double size, std::string_view fill, std::string_view edge);
    void text(Point at, std::string_view words, const TextStyle& style);
    // A hatching of `colour` on a pale ground, one of 8 kinds (0 is plain colour); returns what `fill` takes.
    std::string pattern(int kind, std::string_view colour);
    std::string finish() const;

private:
    std::string id_, head_, definitions_, body_;
    std::vector<std::string> patterns_;
};

// A coordinate with at most one decimal, never in scientific form.
std::string coordinate(double value);
// About how wide `text` becomes (no font is measured: a wide sans-serif is assumed).
double text_width(std::string_view text, double size);
// `text` in lines of at most `width` units.
std::vector<std::string> wrapped(std::string_view text, double size, double width);

}  // namespace ontkoker

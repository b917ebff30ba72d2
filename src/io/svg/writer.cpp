#include "ontkoker/io/svg/writer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "ontkoker/core/units.h"
#include "ontkoker/io/svg/numbers.h"

namespace ontkoker {
namespace {

bool exists(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string attribute(std::string_view name, double value) { return attribute(name, coordinate(value)); }

std::string stroke_attributes(const Stroke& stroke) {
    std::string text = attribute("stroke", stroke.colour) + attribute("stroke-width", stroke.width);
    if (!stroke.dash.empty()) text += attribute("stroke-dasharray", stroke.dash);
    return text;
}

// "x,y x,y ..." of existing points.
std::string points_text(const std::vector<Point>& points) {
    std::string text;
    for (const Point p : points) text += (text.empty() ? "" : " ") + coordinate(p.x) + ',' + coordinate(p.y);
    return text;
}

// The drawing inside an 8 by 8 tile for a kind of hatching.
std::string_view hatching(int kind) {
    switch (kind) {
        case 1:
            return "M-2,2L2,-2M0,8L8,0M6,10L10,6";
        case 2:
            return "M-2,6L2,10M0,0L8,8M6,-2L10,2";
        case 3:
            return "M0,4H8";
        case 4:
            return "M4,0V8";
        case 5:
            return "M0,4H8M4,0V8";
        case 6:
            return "M3,3h2v2h-2z";
        default:
            return "M0,0L8,8M8,0L0,8";
    }
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
        }
    }
    return out;
}

std::string coordinate(double value) {
    if (!std::isfinite(value) || std::fabs(value) > 1e9) value = 0;
    const std::int64_t tenths = nearest(value * 10);
    const std::int64_t size = tenths < 0 ? -tenths : tenths;
    std::string text = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
    if (size % 10 != 0) text += '.' + std::to_string(size % 10);
    return text;
}

double text_width(std::string_view text, double size) { return characters(text) * size * 0.6; }

std::vector<std::string> wrapped(std::string_view text, double size, double width) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && text_width(line + ' ' + word, size) > width) {
            lines.push_back(line);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

Svg::Svg(std::string id, double width, double height, std::string_view title, std::string_view description)
    : id_(std::move(id)) {
    head_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("id", id_) +
            attribute("aria-labelledby", id_ + "-t " + id_ + "-d") +
            attribute("viewBox", "0 0 " + coordinate(width) + ' ' + coordinate(height)) + attribute("width", width) +
            attribute("height", height) +
            " font-family=\"'Noto Sans','Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif\">\n<title" +
            attribute("id", id_ + "-t") + '>' + escaped(title) + "</title>\n<desc" + attribute("id", id_ + "-d") + '>' +
            escaped(description) + "</desc>\n";
    rect(0, 0, width, height, "#ffffff");
}

void Svg::line(Point from, Point to, const Stroke& stroke) {
    if (!exists(from) || !exists(to)) return;
    body_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
             attribute("y2", to.y) + stroke_attributes(stroke) + "/>\n";
}

void Svg::polyline(const std::vector<Point>& points, const Stroke& stroke) {
    std::vector<Point> run;
    const auto draw = [&] {
        if (run.size() > 1) {
            body_ += "<polyline" + attribute("points", points_text(run)) + " fill=\"none\" stroke-linejoin=\"round\"" +
                     stroke_attributes(stroke) + "/>\n";
        } else if (run.size() == 1) {
            marker(Marker::circle, run.front(), stroke.width, stroke.colour, "none");
        }
        run.clear();
    };
    for (const Point p : points) {
        if (exists(p))
            run.push_back(p);
        else
            draw();
    }
    draw();
}

void Svg::band(const std::vector<Point>& upper, const std::vector<Point>& lower, std::string_view colour,
               double opacity) {
    std::vector<Point> above, below;
    const auto draw = [&] {
        std::reverse(below.begin(), below.end());
        above.insert(above.end(), below.begin(), below.end());
        if (above.size() > 3) {
            body_ += "<polygon" + attribute("points", points_text(above)) + attribute("fill", colour) +
                     " fill-opacity=\"" + exact(opacity) + "\"/>\n";
        }
        above.clear();
        below.clear();
    };
    for (std::size_t i = 0; i < upper.size() && i < lower.size(); ++i) {
        if (exists(upper[i]) && exists(lower[i])) {
            above.push_back(upper[i]);
            below.push_back(lower[i]);
        } else {
            draw();
        }
    }
    draw();
}

void Svg::rect(double x, double y, double width, double height, std::string_view fill, std::string_view edge) {
    body_ += "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", std::max(0.0, width)) +
             attribute("height", std::max(0.0, height)) + attribute("fill", fill);
    if (edge != "none") body_ += attribute("stroke", edge) + attribute("stroke-width", 1.0);
    body_ += "/>\n";
}

void Svg::boxes(const std::vector<Box>& all, std::string_view fill, std::string_view edge) {
    std::string path;
    for (const Box& box : all) {
        if (!exists({box.x, box.y}) || !(box.width > 0) || !(box.height > 0)) continue;
        path += 'M' + coordinate(box.x) + ',' + coordinate(box.y) + 'h' + coordinate(box.width) + 'v' +
                coordinate(box.height) + 'h' + coordinate(-box.width) + 'z';
    }
    if (path.empty()) return;
    body_ += "<path" + attribute("d", path) + attribute("fill", fill) + attribute("stroke", edge) +
             attribute("stroke-width", 1.0) + "/>\n";
}

void Svg::marker(Marker shape, Point at, double size, std::string_view fill, std::string_view edge) {
    if (!exists(at)) return;
    std::string paint = attribute("fill", fill);
    if (edge != "none") paint += attribute("stroke", edge) + attribute("stroke-width", 2.0);
    if (shape == Marker::circle) {
        body_ += "<circle" + attribute("cx", at.x) + attribute("cy", at.y) + attribute("r", size) + paint + "/>\n";
        return;
    }
    std::vector<Point> corners;
    if (shape == Marker::square) {
        corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    } else if (shape == Marker::triangle) {
        corners = {{0, -1.2}, {1.2, 1}, {-1.2, 1}};
    } else {
        corners = {{0, -1.4}, {1.4, 0}, {0, 1.4}, {-1.4, 0}};
    }
    for (Point& p : corners) p = {at.x + p.x * size, at.y + p.y * size};
    body_ += "<polygon" + attribute("points", points_text(corners)) + paint + "/>\n";
}

void Svg::text(Point at, std::string_view words, const TextStyle& style) {
    body_ += "<text" + attribute("x", at.x) + attribute("y", at.y) + attribute("font-size", style.size) +
             attribute("fill", style.colour);
    if (style.anchor == Anchor::middle) body_ += " text-anchor=\"middle\"";
    if (style.anchor == Anchor::end) body_ += " text-anchor=\"end\"";
    if (style.bold) body_ += " font-weight=\"700\"";
    if (style.halo) body_ += " stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"";
    body_ += '>' + escaped(words) + "</text>\n";
}

std::string Svg::pattern(int kind, std::string_view colour) {
    if (kind <= 0) return std::string(colour);
    const std::string key = std::to_string(kind) + std::string(colour);
    const auto at = std::find(patterns_.begin(), patterns_.end(), key);
    const std::string name = id_ + "-p" + std::to_string(at - patterns_.begin());
    if (at == patterns_.end()) {
        patterns_.push_back(key);
        definitions_ += "<pattern" + attribute("id", name) +
                        " width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\""
                        " fill=\"#ffffff\"/><path" +
                        attribute("d", hatching(kind)) + attribute("stroke", colour) +
                        " stroke-width=\"2.6\" fill=\"none\"/></pattern>\n";
    }
    return "url(#" + name + ')';
}

std::string Svg::finish() const {
    std::string text = head_;
    if (!definitions_.empty()) text += "<defs>\n" + definitions_ + "</defs>\n";
    return text + body_ + "</svg>\n";
}

}  // namespace ontkoker

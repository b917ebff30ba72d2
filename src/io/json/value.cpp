#include "ontkoker/io/json/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "utf8.h"

namespace ontkoker::json {
namespace {

void write_text(std::string_view text, std::string& out) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const auto letter = static_cast<unsigned char>(text[i]);
        const std::size_t length = utf8_length(text, i);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            ++i;
            continue;
        }
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += text[i];
        } else if (letter == '\n') {
            out += "\\n";
        } else if (letter == '\t') {
            out += "\\t";
        } else if (letter < 0x20) {
            out += "\\u00";
            out += digits[letter >> 4];
            out += digits[letter & 15];
        } else {
            out += text.substr(i, length);
        }
        i += length;
    }
    out += '"';
}

class Writer {
public:
    Writer(Layout layout, std::string& out) : indented_(layout == Layout::indented), out_(out) {}

    void value(const Value& v) {
        switch (v.kind) {
            case Kind::null:
                out_ += "null";
                break;
            case Kind::boolean:
                out_ += v.truth ? "true" : "false";
                break;
            case Kind::number:
                out_ += number_text(v.number);
                break;
            case Kind::text:
                write_text(v.text, out_);
                break;
            case Kind::array:
                array(v);
                break;
            case Kind::object:
                object(v);
                break;
        }
    }

private:
    // Arrays of plain values stay on one line.
    void array(const Value& v) {
        const bool nested = std::any_of(v.items.begin(), v.items.end(), [](const Value& item) {
            return item.kind == Kind::object || item.kind == Kind::array;
        });
        out_ += '[';
        ++depth_;
        for (std::size_t i = 0; i < v.items.size(); ++i) {
            if (i > 0) out_ += ',';
            if (nested)
                new_line();
            else if (indented_ && i > 0)
                out_ += ' ';
            value(v.items[i]);
        }
        --depth_;
        if (nested) new_line();
        out_ += ']';
    }

    void object(const Value& v) {
        out_ += '{';
        ++depth_;
        for (std::size_t i = 0; i < v.members.size(); ++i) {
            if (i > 0) out_ += ',';
            new_line();
            write_text(v.members[i].key, out_);
            out_ += indented_ ? ": " : ":";
            value(v.members[i].value);
        }
        --depth_;
        if (!v.members.empty()) new_line();
        out_ += '}';
    }

    void new_line() {
        if (!indented_) return;
        out_ += '\n';
        out_.append(static_cast<std::size_t>(2 * depth_), ' ');
    }

    bool indented_;
    int depth_ = 0;
    std::string& out_;
};

bool finite_below(const Value& value, const std::string& here, std::string& pointer) {
    if (value.kind == Kind::number && !std::isfinite(value.number)) {
        pointer = here;
        return false;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (!finite_below(value.items[i], here + "/" + std::to_string(i), pointer)) return false;
    }
    for (const Member& member : value.members) {
        if (!finite_below(member.value, here + "/" + member.key, pointer)) return false;
    }
    return true;
}

}  // namespace

Value::Value() = default;
Value::Value(std::string word) : kind(Kind::text), text(std::move(word)) {}
Value::Value(std::string_view word) : kind(Kind::text), text(word) {}
Value::Value(const char* word) : kind(Kind::text), text(word) {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Value Value::of(int number) { return of(static_cast<double>(number)); }
Value Value::of(std::uint32_t number) { return of(static_cast<double>(number)); }

Value Value::of(double number) {
    Value value;
    value.kind = Kind::number;
    value.number = number;
    return value;
}

Value Value::of(bool truth) {
    Value value;
    value.kind = Kind::boolean;
    value.truth = truth;
    return value;
}

Value Value::array() {
    Value value;
    value.kind = Kind::array;
    return value;
}

Value Value::array(const std::vector<double>& numbers) {
    Value value = array();
    for (const double number : numbers) value.push(of(number));
    return value;
}

Value Value::array(const std::vector<std::string>& words) {
    Value value = array();
    for (const std::string& word : words) value.push(Value(word));
    return value;
}

Value Value::object() {
    Value value;
    value.kind = Kind::object;
    return value;
}

const Value* Value::find(std::string_view key) const {
    for (const Member& member : members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

Value& Value::set(std::string key, Value value) {
    members.push_back(Member{std::move(key), 0, std::move(value)});
    return *this;
}

Value& Value::push(Value value) {
    items.push_back(std::move(value));
    return *this;
}

Value sorted(Value value) {
    std::sort(value.members.begin(), value.members.end(),
              [](const Member& a, const Member& b) { return a.key < b.key; });
    for (Member& member : value.members) member.value = sorted(std::move(member.value));
    for (Value& item : value.items) item = sorted(std::move(item));
    return value;
}

std::string number_text(double number) {
    if (number == 0.0) return "0";  // also for minus zero
    char buffer[64];
    const std::to_chars_result end = std::to_chars(buffer, buffer + sizeof buffer, number);
    return std::string(buffer, end.ptr);
}

std::string write(const Value& value, Layout layout) {
    std::string out;
    Writer(layout, out).value(value);
    return out;
}

bool finite(const Value& value, std::string& pointer) { return finite_below(value, "", pointer); }

}  // namespace ontkoker::json

// The only file that includes nlohmann/json: its parser calls Builder for every token and never throws.
#include "parse.h"

#define JSON_NO_IO 1
#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION 1
#endif
#include <nlohmann/json.hpp>

#include <algorithm>

#include "ontkoker/io/json/codes.h"
#include "ontkoker/io/json/files.h"
#include "syntax_words.h"
#include "tokens.h"
#include "utf8.h"

namespace ontkoker::json {
namespace {

// Builds values from the parser's calls. The parser tells no places, so a second look at the text (Tokens) follows
// along: it finds the first byte of the token that each call is about.
class Builder {
public:
    using Float = nlohmann::json::number_float_t;

    Builder(const Source& source, Report& report, const Limits& limits)
        : source_(source), report_(report), limits_(limits), tokens_(source.text()) {}

    bool null() { return put(Value(), tokens_.next_plain()); }
    bool boolean(bool truth) { return put(Value::of(truth), tokens_.next_plain()); }
    bool number_integer(nlohmann::json::number_integer_t v) { return number(static_cast<double>(v)); }
    bool number_unsigned(nlohmann::json::number_unsigned_t v) { return number(static_cast<double>(v)); }
    bool number_float(Float v, const std::string&) { return number(v); }
    bool string(std::string& text) {
        const std::size_t at = tokens_.next_text();
        return fits(text, at) && put(Value(std::move(text)), at);
    }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Value::object()); }
    bool start_array(std::size_t) { return open(Value::array()); }
    bool end_object() {
        find_duplicates(*open_.back());
        return close();
    }
    bool end_array() { return close(); }
    bool key(std::string& text) {
        const std::size_t at = tokens_.next_text();
        if (!fits(text, at)) return false;
        open_.back()->members.push_back(Member{std::move(text), static_cast<std::uint32_t>(at), Value()});
        return true;
    }
    bool parse_error(std::size_t read, const std::string&, const nlohmann::detail::exception& error) {
        const std::size_t token = tokens_.start();
        report_.add(syntax_problem(source_, token, read, error.what(), pointer(starts_new(token))));
        return false;
    }
    Value take() { return std::move(root_); }

private:
    bool number(double v) { return put(Value::of(v), tokens_.next_plain()); }

    Value* place(Value value, std::size_t at) {
        value.offset = static_cast<std::uint32_t>(at);
        if (open_.empty()) return &(root_ = std::move(value));
        Value& parent = *open_.back();
        if (parent.kind == Kind::array) return &parent.items.emplace_back(std::move(value));
        return &(parent.members.back().value = std::move(value));
    }

    bool counted(std::size_t at) {
        if (++values_ <= limits_.values) return true;
        report_.add(source_.problem(codes::too_many, at, pointer(true),
                                    "meer dan " + std::to_string(limits_.values) + " waarden in een bestand"));
        return false;
    }

    bool put(Value value, std::size_t at) {
        if (!counted(at)) return false;
        place(std::move(value), at);
        return true;
    }

    bool open(Value value) {
        const std::size_t at = tokens_.next_sign();
        if (!counted(at)) return false;
        if (open_.size() >= deepest) {
            report_.add(source_.problem(codes::too_deep, at, pointer(true),
                                        "dieper genest dan " + std::to_string(deepest) + " lagen"));
            return false;
        }
        open_.push_back(place(std::move(value), at));
        return true;
    }

    bool close() {
        tokens_.next_sign();
        open_.pop_back();
        return true;
    }

    bool fits(const std::string& text, std::size_t at) {
        if (text.size() <= longest_text) return true;
        report_.add(source_.problem(codes::too_long, at, pointer(),
                                    "een tekst van " + std::to_string(text.size()) + " bytes; toegestaan: hoogstens " +
                                        std::to_string(longest_text)));
        return false;
    }

    void find_duplicates(const Value& object) {
        std::vector<const Member*> members;
        for (const Member& member : object.members) members.push_back(&member);
        std::sort(members.begin(), members.end(), [](const Member* a, const Member* b) {
            return a->key != b->key ? a->key < b->key : a->offset < b->offset;
        });
        for (std::size_t i = 1; i < members.size(); ++i) {
            if (members[i]->key != members[i - 1]->key) continue;
            if (report_.full()) {
                report_.count();
                continue;
            }
            report_.add(source_.problem(
                codes::duplicate_key, members[i]->offset, object_pointer() + "/" + pointer_part(members[i]->key),
                "de sleutel '" + members[i]->key + "' staat hier twee keer", "laat er een weg"));
        }
    }

    // Pointer of the innermost open object or array.
    std::string object_pointer() const {
        std::string pointer;
        for (std::size_t i = 0; i + 1 < open_.size(); ++i) pointer += last_part(*open_[i]);
        return pointer;
    }
    // Pointer of what is being read. In an array that is its last item, or the one after it when `fresh`.
    std::string pointer(bool fresh = false) const {
        std::string pointer = object_pointer();
        if (open_.empty()) return pointer;
        const Value& last = *open_.back();
        if (last.kind == Kind::array && fresh) return pointer + "/" + std::to_string(last.items.size());
        return pointer + last_part(last);
    }
    // Whether the token at `at` stands where a new item or key is expected.
    bool starts_new(std::size_t at) const {
        const std::size_t before = at == 0 ? at : source_.text().find_last_not_of(" \t\r\n", at - 1);
        return before < at && (source_.text()[before] == ',' || source_.text()[before] == '[');
    }
    static std::string last_part(const Value& value) {
        if (value.kind == Kind::array) {
            return value.items.empty() ? "" : "/" + std::to_string(value.items.size() - 1);
        }
        return value.members.empty() ? "" : "/" + pointer_part(value.members.back().key);
    }

    const Source& source_;
    Report& report_;
    const Limits& limits_;
    Tokens tokens_;
    Value root_;
    std::vector<Value*> open_;  // stable: only the innermost value grows
    std::size_t values_ = 0;
};

// What is wrong with the bytes themselves; false after reporting.
bool bytes_fit(const Source& source, const Limits& limits, Report& report) {
    const std::string& text = source.text();
    if (text.size() > limits.file) {
        report.add(source.problem(codes::too_large, 0, "",
                                  "groter dan " + std::to_string(limits.file) + " bytes (" +
                                      std::to_string(limits.file >> 20) + " MiB), de grens"));
        return false;
    }
    const bool wide =
        text.size() >= 2 && ((text[0] == '\xFF' && text[1] == '\xFE') || (text[0] == '\xFE' && text[1] == '\xFF'));
    if (wide || text.starts_with("\xEF\xBB\xBF")) {
        report.add(source.problem(codes::byte_order_mark, 0, "",
                                  wide ? "het bestand is UTF-16 met een byte order mark; alleen UTF-8 zonder BOM kan"
                                       : "het bestand begint met een byte order mark (BOM)",
                                  "bewaar het als UTF-8 zonder BOM"));
        return false;
    }
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text, i);
        if (length == 0 || text[i] == '\0') {
            report.add(source.problem(codes::encoding, i, "",
                                      length == 0 ? "hier staan bytes die geen UTF-8 zijn" : "hier staat een nulteken",
                                      "bewaar het bestand als UTF-8"));
            return false;
        }
        i += length;
    }
    return true;
}

}  // namespace

Source::Source(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)) {
    lines_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
    }
}

Problem Source::problem(const char* code, std::size_t offset, std::string pointer, std::string message,
                        std::string hint) const {
    Problem problem{code, std::move(message), std::move(hint), file_, std::move(pointer), 0, 0};
    offset = std::min(offset, text_.size());
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), static_cast<std::uint32_t>(offset));
    const std::size_t start = *(after - 1);
    problem.line = static_cast<int>(after - lines_.begin());
    if (start != line_start_ || offset < last_offset_) {
        line_start_ = last_offset_ = start;
        last_column_ = 1;
    }
    for (; last_offset_ < offset; ++last_offset_) {
        if ((text_[last_offset_] & 0xC0) != 0x80) ++last_column_;
    }
    problem.column = last_column_;
    return problem;
}

std::unique_ptr<Document> parse(std::string file, std::string text, Report& report, const Limits& limits) {
    auto document = std::make_unique<Document>(Document{Source(std::move(file), std::move(text)), Value()});
    const Source& source = document->source;
    if (!bytes_fit(source, limits, report)) return nullptr;
    if (Tokens(source.text()).at_end()) {
        report.add(source.problem(codes::empty, 0, "", "het bestand is leeg"));
        return nullptr;
    }
    const std::size_t before = report.size();
    Builder builder(source, report, limits);
    const char* first = source.text().data();
    constexpr bool strict = true, ignore_comments = true;
    nlohmann::json::sax_parse(first, first + source.text().size(), &builder, nlohmann::json::input_format_t::json,
                              strict, ignore_comments);
    if (report.size() > before) return nullptr;
    document->root = builder.take();
    return document;
}

std::string pointer_part(std::string_view key) {
    std::string part;
    for (const char letter : key) {
        if (letter == '~')
            part += "~0";
        else if (letter == '/')
            part += "~1";
        else
            part += letter;
    }
    return part;
}

std::unique_ptr<Document> parse_file(const std::string& path, Report& report) {
    auto text = read_text(path);
    if (text) return parse(path, std::move(text.value()), report);
    report.add(text.problems());
    return nullptr;
}

}  // namespace ontkoker::json

// A place in a document: a value with its pointer. Reading through it checks kind and bounds and reports what is wrong;
// a place where nothing stands reads as nothing and reports nothing (the missing key has been reported before).
#pragma once
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/io/json/codes.h"
#include "parse.h"
#include "report.h"

namespace ontkoker::json {

struct Key {
    std::string_view name;
    bool required = true;
};

struct Bounds {
    double low, high;
    std::string_view unit;
};

class Place {
public:
    Place(const Document& document, Report& report) : document_(&document), value_(&document.root), report_(&report) {}

    bool present() const { return value_ != nullptr; }
    const Value& value() const { return *value_; }
    const std::string& pointer() const { return pointer_; }
    const std::string& file() const { return document_->source.file(); }

    Place operator[](std::string_view key) const;
    std::vector<Place> items() const;                            // empty when this is no array (reported)
    std::vector<std::pair<std::string, Place>> members() const;  // empty when this is no object (reported)

    void problem(const char* code, std::string message, std::string hint = "") const;
    // As problem(), about the member `key` of this object: at the key when it stands there, at the object otherwise.
    void problem_at(std::string_view key, const char* code, std::string message, std::string hint = "") const;

    // Whether this is an object with all required keys and none but these. The key "$schema" may stand in the root.
    bool object(std::span<const Key> keys) const;
    bool object(std::initializer_list<Key> keys) const {
        return object(std::span<const Key>(keys.begin(), keys.size()));
    }
    // Reports the member `key` of this object as unknown: "<what> 'key' bestaat niet", with a hint; `list`: and all
    // that there are.
    void unknown_member(const char* code, std::string_view what, std::string_view key,
                        std::span<const std::string> known, bool list) const;
    // Reports `word` as unknown, with the nearest of `known` as a hint.
    void unknown(const char* code, std::string_view what, std::string_view word,
                 std::span<const std::string> known) const;

    // The text that stands here, without a check; "" when there is none.
    std::string peek() const { return value_ ? value_->text : std::string(); }
    std::string text() const;   // may be empty
    std::string words() const;  // not empty
    std::string name() const;   // a-z, 0-9, _, - and .; at most 64
    std::string one_of(std::span<const std::string> known) const;
    std::optional<bool> truth() const;
    std::optional<double> number() const;
    std::optional<double> number(const Bounds& bounds, std::string_view more = "") const;
    std::optional<double> whole(const Bounds& bounds) const;
    std::vector<double> numbers(std::size_t size, const Bounds& bounds) const;
    std::vector<std::string> texts() const;
    // Whether the text equals `expected`, the name of a kind of file.
    bool format(std::string_view expected) const;

private:
    bool is(Kind kind, std::string_view expected) const;

    const Document* document_;
    const Value* value_;
    const Value* parent_ = nullptr;
    std::string pointer_;
    Report* report_;
};

// "0 .. 1 (eenheid share)"
std::string bounds_text(const Bounds& bounds);
// "bedoelde u 'x'?" or nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);
// "a, b, c".
std::string listed(std::span<const std::string> words, std::size_t most = 40);

}  // namespace ontkoker::json

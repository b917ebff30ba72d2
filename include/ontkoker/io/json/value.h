// A JSON value as plain data, and its text. Members keep the order in which they were written; text is made with one
// spelling for every value: numbers as the shortest text that reads back to the same double.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ontkoker::json {

enum class Kind : std::uint8_t { null, boolean, number, text, array, object };

struct Member;

struct Value {
    Kind kind = Kind::null;
    bool truth = false;
    double number = 0;
    std::string text;
    std::vector<Value> items;     // arrays
    std::vector<Member> members;  // objects
    std::uint32_t offset = 0;     // first byte in the text it was read from

    Value();
    Value(std::string word);
    Value(std::string_view word);
    Value(const char* word);
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();
    static Value of(double number);
    static Value of(bool truth);
    static Value of(int number);
    static Value of(std::uint32_t number);
    static Value array();
    static Value array(const std::vector<double>& numbers);
    static Value array(const std::vector<std::string>& words);
    static Value object();

    // The member called `key`, or null.
    const Value* find(std::string_view key) const;
    // Adds a member at the end; gives the object back, so that calls can be chained. `key` must be new.
    Value& set(std::string key, Value value);
    Value& push(Value value);
};

struct Member {
    std::string key;
    std::uint32_t offset = 0;  // first byte of the key
    Value value;
};

// Members in the order of their keys, at every depth (byte order).
Value sorted(Value value);
// Number as the shortest text that reads back to the same double; `number` must be finite.
std::string number_text(double number);
enum class Layout : std::uint8_t { compact, indented };
// JSON text without a final new line. Numbers that are not finite must not occur (see finite); bytes that are not
// UTF-8 become U+FFFD.
std::string write(const Value& value, Layout layout);
// Whether no number in `value` is infinite or not a number. If one is, `pointer` says where.
bool finite(const Value& value, std::string& pointer);

}  // namespace ontkoker::json

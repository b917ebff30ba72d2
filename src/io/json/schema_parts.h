// Building blocks of JSON Schemas.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ontkoker/io/json/value.h"
#include "place.h"

namespace ontkoker::json::schema {

Value of_type(const char* type);
Value words();  // a text that is not empty
Value name();
Value month();
Value day();
Value constant(std::string_view text);
Value one_of(const std::vector<std::string>& known);
Value number(const Bounds& bounds);
Value whole(const Bounds& bounds);
Value list(Value items, std::size_t at_least);
Value numbers(std::size_t size, const Bounds& bounds);
Value two_languages();
Value reference(const char* definition);  // "#/$defs/..."
Value described(Value schema, std::string_view text);

// An object in which no other keys may stand.
struct Field {
    std::string key;
    Value schema;
    bool required = true;
};
Value object(std::vector<Field> fields);
// The outermost object of a file of this kind.
Value file(std::string_view kind, std::string_view title, std::vector<Field> fields);

}  // namespace ontkoker::json::schema

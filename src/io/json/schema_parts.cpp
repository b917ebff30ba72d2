#include "schema_parts.h"

namespace ontkoker::json::schema {

Value of_type(const char* type) { return Value::object().set("type", type); }

Value words() {
    return of_type("string").set("pattern", "\\S").set("maxLength", Value::of(static_cast<int>(longest_text)));
}

Value name() { return of_type("string").set("pattern", "^[a-z0-9_-][a-z0-9_.-]{0,63}$"); }

Value month() { return of_type("string").set("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"); }

Value day() { return of_type("string").set("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"); }

Value constant(std::string_view text) { return Value::object().set("const", text); }

Value one_of(const std::vector<std::string>& known) { return Value::object().set("enum", Value::array(known)); }

namespace {

Value within(const char* type, const Bounds& bounds) {
    Value value = of_type(type);
    value.set("minimum", Value::of(bounds.low)).set("maximum", Value::of(bounds.high));
    return bounds.unit.empty() ? value : described(value, bounds.unit);
}

}  // namespace

Value number(const Bounds& bounds) { return within("number", bounds); }

Value whole(const Bounds& bounds) { return within("integer", bounds); }

Value list(Value items, std::size_t at_least) {
    return of_type("array").set("items", std::move(items)).set("minItems", Value::of(static_cast<int>(at_least)));
}

Value numbers(std::size_t size, const Bounds& bounds) {
    return list(number(bounds), size).set("maxItems", Value::of(static_cast<int>(size)));
}

Value two_languages() { return object({{"nl", words()}, {"en", words()}}); }

Value reference(const char* definition) { return Value::object().set("$ref", std::string("#/$defs/") + definition); }

Value described(Value schema, std::string_view text) {
    schema.set("description", text);
    return schema;
}

Value object(std::vector<Field> fields) {
    Value properties = Value::object(), required = Value::array();
    for (Field& field : fields) {
        if (field.required) required.push(field.key);
        properties.set(std::move(field.key), std::move(field.schema));
    }
    Value schema = of_type("object");
    schema.set("properties", std::move(properties));
    if (!required.items.empty()) schema.set("required", std::move(required));
    return schema.set("additionalProperties", Value::of(false));
}

Value file(std::string_view kind, std::string_view title, std::vector<Field> fields) {
    fields.insert(fields.begin(), Field{"$schema", of_type("string"), false});
    const Value body = object(std::move(fields));
    Value schema = Value::object();
    schema.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.set("$id", "urn:ontkoker:" + std::string(kind)).set("title", title);
    for (const Member& member : body.members) schema.set(member.key, member.value);
    return schema;
}

}  // namespace ontkoker::json::schema

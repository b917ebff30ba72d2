#include "place.h"

#include <algorithm>
#include <cmath>

#include "ontkoker/core/words.h"

namespace ontkoker::json {
namespace {

std::string_view kind_text(const Value& value) {
    switch (value.kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "true of false";
        case Kind::number:
            return "een getal";
        case Kind::text:
            return "een tekst";
        case Kind::array:
            return "een lijst";
        case Kind::object:
            return "een object";
    }
    return "";
}

bool looks_like_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '%' || c == ' ';
    });
}

std::string type_hint(const Value& found, Kind wanted) {
    if (wanted != Kind::number) return "";
    if (found.kind == Kind::boolean) return found.truth ? "schrijf 1" : "schrijf 0";
    if (found.kind == Kind::text && looks_like_number(found.text)) return "laat de aanhalingstekens weg";
    return "";
}

// A percentage where a share belongs.
std::string bounds_hint(double value, const Bounds& bounds) {
    const double share = value / 100.0;
    const bool percentage = bounds.high <= 2.0 && value > bounds.high && share >= bounds.low && share <= bounds.high;
    return percentage ? "bedoelde u " + number_text(share) + "? schrijf een aandeel, geen percentage" : "";
}

bool name_sign(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'; }

}  // namespace

std::string bounds_text(const Bounds& bounds) {
    std::string text = number_text(bounds.low) + " .. " + number_text(bounds.high);
    if (!bounds.unit.empty()) text += " (eenheid " + std::string(bounds.unit) + ")";
    return text;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
    constexpr std::size_t longest_word = 80;  // no name is longer, and comparing takes time
    if (word.size() > longest_word) return "";
    const std::string near = nearest_word(word, known);
    return near.empty() ? "" : "bedoelde u '" + near + "'?";
}

std::string listed(std::span<const std::string> words, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < most; ++i) text += (i > 0 ? ", " : "") + words[i];
    if (words.size() > most) text += ", en nog " + std::to_string(words.size() - most);
    return text;
}

Place Place::operator[](std::string_view key) const {
    Place place = *this;
    place.pointer_ += "/" + pointer_part(key);
    place.parent_ = value_;
    place.value_ = value_ && value_->kind == Kind::object ? value_->find(key) : nullptr;
    return place;
}

std::vector<Place> Place::items() const {
    std::vector<Place> places;
    if (!is(Kind::array, "een lijst")) return places;
    for (std::size_t i = 0; i < value_->items.size(); ++i) {
        Place place = *this;
        place.pointer_ += "/" + std::to_string(i);
        place.parent_ = value_;
        place.value_ = &value_->items[i];
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<std::pair<std::string, Place>> Place::members() const {
    std::vector<std::pair<std::string, Place>> places;
    if (!is(Kind::object, "een object")) return places;
    for (const Member& member : value_->members) {
        Place place = *this;
        place.pointer_ += "/" + pointer_part(member.key);
        place.parent_ = value_;
        place.value_ = &member.value;
        places.emplace_back(member.key, std::move(place));
    }
    return places;
}

void Place::problem(const char* code, std::string message, std::string hint) const {
    if (report_->full()) return report_->count();
    const Value* at = value_ ? value_ : parent_;
    report_->add(document_->source.problem(code, at ? at->offset : 0, pointer_, std::move(message), std::move(hint)));
}

void Place::problem_at(std::string_view key, const char* code, std::string message, std::string hint) const {
    if (report_->full()) return report_->count();
    std::size_t offset = value_->offset;
    for (const Member& member : value_->members) {
        if (member.key == key) offset = member.offset;
    }
    report_->add(document_->source.problem(code, offset, pointer_ + "/" + pointer_part(key), std::move(message),
                                           std::move(hint)));
}

bool Place::is(Kind kind, std::string_view expected) const {
    if (!value_) return false;
    if (value_->kind == kind) return true;
    problem(codes::wrong_type, "hier hoort " + std::string(expected) + "; er staat " + std::string(kind_text(*value_)),
            type_hint(*value_, kind));
    return false;
}

bool Place::object(std::span<const Key> keys) const {
    if (!is(Kind::object, "een object")) return false;
    std::vector<std::string> known;
    for (const Key& key : keys) known.emplace_back(key.name);
    for (const Member& member : value_->members) {
        if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
        if (pointer_.empty() && member.key == "$schema") continue;
        if (report_->full()) {
            report_->count();
            continue;
        }
        problem_at(member.key, codes::unknown_key,
                   "de sleutel '" + member.key + "' heeft hier geen betekenis; mogelijk: " + listed(known),
                   did_you_mean(member.key, known));
    }
    bool complete = true;
    for (const Key& key : keys) {
        if (!key.required || value_->find(key.name)) continue;
        problem_at(key.name, codes::missing, "de verplichte sleutel '" + std::string(key.name) + "' ontbreekt");
        complete = false;
    }
    return complete;
}

void Place::unknown_member(const char* code, std::string_view what, std::string_view key,
                           std::span<const std::string> known, bool list) const {
    if (report_->full()) return report_->count();
    std::string message = std::string(what) + " '" + std::string(key) + "' bestaat niet";
    if (list) message += "; mogelijk: " + listed(known);
    problem_at(key, code, std::move(message), did_you_mean(key, known));
}

void Place::unknown(const char* code, std::string_view what, std::string_view word,
                    std::span<const std::string> known) const {
    if (report_->full()) return report_->count();
    problem(code, std::string(what) + " '" + std::string(word) + "' bestaat niet; mogelijk: " + listed(known),
            did_you_mean(word, known));
}

std::string Place::text() const { return is(Kind::text, "een tekst") ? value_->text : ""; }

std::string Place::words() const {
    if (!is(Kind::text, "een tekst")) return "";
    const bool blank = value_->text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank) problem(codes::empty_text, "deze tekst mag niet leeg zijn");
    return value_->text;
}

std::string Place::name() const {
    const std::string word = words();
    if (word.empty()) return word;
    if (word.size() > 64 || !std::all_of(word.begin(), word.end(), name_sign) || word.front() == '.') {
        problem(codes::bad_name, "een naam bestaat uit hoogstens 64 tekens a-z, 0-9, _, - en .");
    }
    return word;
}

std::string Place::one_of(std::span<const std::string> known) const {
    const std::string word = text();
    if (!value_ || value_->kind != Kind::text) return "";
    if (std::find(known.begin(), known.end(), word) == known.end()) {
        problem(codes::unknown_word, "'" + word + "' kan hier niet; mogelijk: " + listed(known),
                did_you_mean(word, known));
    }
    return word;
}

std::optional<bool> Place::truth() const {
    if (!is(Kind::boolean, "true of false")) return std::nullopt;
    return value_->truth;
}

std::optional<double> Place::number() const {
    if (!is(Kind::number, "een getal")) return std::nullopt;
    return value_->number;
}

std::optional<double> Place::number(const Bounds& bounds, std::string_view more) const {
    const std::optional<double> value = number();
    if (!value || (*value >= bounds.low && *value <= bounds.high)) return value;
    std::string message = number_text(*value) + " valt buiten " + bounds_text(bounds);
    if (!more.empty()) message += "; " + std::string(more);
    problem(codes::out_of_bounds, std::move(message), bounds_hint(*value, bounds));
    return std::nullopt;
}

std::optional<double> Place::whole(const Bounds& bounds) const {
    const std::optional<double> value = number(bounds);
    if (value && *value != std::floor(*value)) {
        problem(codes::not_whole, "hier hoort een geheel getal, " + bounds_text(bounds));
        return std::nullopt;
    }
    return value;
}

std::vector<double> Place::numbers(std::size_t size, const Bounds& bounds) const {
    std::vector<double> values;
    const std::vector<Place> places = items();
    if (!value_ || value_->kind != Kind::array) return values;
    if (places.size() != size) {
        problem(codes::wrong_size,
                "deze lijst heeft " + std::to_string(places.size()) + " getallen; nodig: " + std::to_string(size));
    }
    for (const Place& place : places) values.push_back(place.number(bounds).value_or(0));
    return values;
}

std::vector<std::string> Place::texts() const {
    std::vector<std::string> all;
    for (const Place& place : items()) all.push_back(place.words());
    return all;
}

bool Place::format(std::string_view expected) const {
    if (!is(Kind::text, "een tekst")) return false;
    if (value_->text == expected) return true;
    problem(codes::wrong_format, "dit is geen bestand van de soort '" + std::string(expected) + "'",
            "zet hier \"" + std::string(expected) + "\"");
    return false;
}

}  // namespace ontkoker::json

#include "family_json.h"

namespace ontkoker::cli {
namespace {

using json::Value;

Value key_of(AgentKey key) { return std::to_string(key.value); }  // larger than a double holds

Value json_of(const Story& story, const JournalEntry& entry) {
    const EventRow& row = row_of(entry.event);
    Value value = Value::object();
    value.set("day", Value::of(static_cast<double>(entry.moment) / minutes_per_day)).set("event", row.name);
    value.set("lane", lane_rows()[static_cast<std::size_t>(row.lane)].name);
    value.set("person", entry.person.value ? key_of(entry.person) : Value());
    value.set("value", Value::of(static_cast<double>(entry.value)));
    value.set("decided", decided_rows()[static_cast<std::size_t>(decider_of(entry))].name);
    value.set("waited_days", Value::of(static_cast<double>(entry.detail.waited) / minutes_per_day));
    if (entry.detail.causes) {
        value.set("causes", Value::of(static_cast<int>(entry.detail.causes)));
        value.set("missed", Value::of(static_cast<int>(entry.detail.causes & ~entry.value)));
    }
    if (entry.detail.paid > Cents(0)) {
        value.set("payer", account_name(entry.detail.payer));
        value.set("paid", Value::of(in_euros(entry.detail.paid)));
    }
    return value.set("text", entry_text(story, entry));
}

Value json_of(const FamilyMonth& month) {
    Value children = Value::array();
    for (const ChildMonth& child : month.children) {
        Value one = Value::object();
        one.set("key", key_of(child.key))
            .set("own", Value::of(child.own.value()))
            .set("family", Value::of(child.family.value()));
        one.set("livelihood", Value::of(child.livelihood.value()))
            .set("in_help", Value::of(child.help == HelpState::in_help));
        children.push(std::move(one));
    }
    Value value = Value::object();
    value.set("year", Value::of(month.month.year())).set("income", Value::of(in_euros(month.income)));
    value.set("debt", Value::of(in_euros(month.debt))).set("buffer", Value::of(in_euros(month.buffer)));
    value.set("stress", Value::of(month.stress.value())).set("problematic_debts", Value::of(month.problematic));
    value.set("bijstand", Value::of(month.on_bijstand)).set("burden", Value::of(burden(month)));
    return value.set("children", std::move(children));
}

// The state at the end of each year.
Value years_of(const FamilyYears& years) {
    Value list = Value::array();
    for (std::size_t m = 0; m < years.months.size(); ++m)
        if (m + 1 == years.months.size() || years.months[m + 1].month.year() != years.months[m].month.year())
            list.push(json_of(years.months[m]));
    return list;
}

}  // namespace

Value family_json(const Story& story, std::string_view which) {
    const Family& family = story.family;
    Value arms = Value::array(), members = Value::array(), numbers = Value::array();
    for (std::size_t arm = 0; arm < family.arms.size(); ++arm) {
        Value entries = Value::array();
        for (const JournalEntry& entry : family.arms[arm].entries) entries.push(json_of(story, entry));
        Value one = Value::object();
        one.set("scenario", story.config.scenarios[arm].name).set("entries", std::move(entries));
        arms.push(std::move(one.set("years", years_of(family.arms[arm]))));
    }
    for (const FamilyMember& member : family.members) {
        Value one = Value::object();
        one.set("key", key_of(member.key)).set("birth_day", Value::of(static_cast<double>(member.birth_day)));
        members.push(std::move(one.set("child", Value::of(member.child))));
    }
    for (const FamilyNumber& number : family_numbers(family)) {
        Value one = Value::object();
        one.set("name", number.name).set("unit", number.unit == "n" ? "1" : number.unit);
        one.set("a", Value::of(number.values[0])).set("b", Value::of(number.values[1]));
        numbers.push(std::move(one.set("difference", Value::of(number.values[1] - number.values[0]))));
    }
    Value value = Value::object();
    value.set("household", key_of(family.key)).set("case", which).set("made_up", Value::of(true));
    value.set("stays", Value::of(family.stays)).set("difference", Value::of(family.difference));
    value.set("members", std::move(members)).set("arms", std::move(arms));
    return value.set("numbers", std::move(numbers));
}

}  // namespace ontkoker::cli

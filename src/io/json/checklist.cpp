#include "ontkoker/io/json/checklist.h"

#include <algorithm>

#include "ontkoker/core/words.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/files.h"
#include "place.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

struct AnswerWord {
    std::string_view word;
    Answer answer;
};
constexpr AnswerWord answers[] = {{"ja", Answer::yes},  {"deels", Answer::partly},  {"nee", Answer::no},
                                  {"yes", Answer::yes}, {"partly", Answer::partly}, {"no", Answer::no}};

// Whether the lever stands in another box already.
bool used(const Checklist& checklist, const Box& box, const std::string& lever) {
    const auto in = [&](const Box& one) {
        return std::any_of(one.levers.begin(), one.levers.end(), [&](const BoxLever& row) { return row.lever == lever; });
    };
    return in(box) || std::any_of(checklist.boxes.begin(), checklist.boxes.end(), in);
}

void read_lever(const Place& place, const Checklist& checklist, Box& box) {
    place.object({{"lever"}, {"yes"}, {"ramp_months"}});
    if (place.value().kind != Kind::object) return;
    BoxLever lever{place["lever"].words(), 0, 0};
    lever.ramp_months = static_cast<int>(place["ramp_months"].whole(Bounds{0, 360, "months"}).value_or(0));
    const int at = find_lever(lever.lever);
    if (at < 0) {
        if (!lever.lever.empty()) place["lever"].unknown(codes::unknown_lever, "de knop", lever.lever, lever_names());
        return;
    }
    if (used(checklist, box, lever.lever))
        place["lever"].problem(codes::twice, "de knop '" + lever.lever + "' hoort al bij een vakje");
    const LeverRow& row = lever_rows()[static_cast<std::size_t>(at)];
    lever.yes = place["yes"].number(Bounds{row.low, row.high, row.unit}).value_or(row.neutral);
    box.levers.push_back(lever);
}

Box read_box(const Place& place, const Checklist& checklist) {
    Box box;
    place.object({{"name"}, {"element"}, {"nl"}, {"en"}, {"source"}, {"levers"}});
    if (place.value().kind != Kind::object) return box;
    box.name = place["name"].name();
    for (const Box& other : checklist.boxes)
        if (other.name == box.name && !box.name.empty())
            place["name"].problem(codes::twice, "het vakje '" + box.name + "' staat hier twee keer");
    box.element = place["element"].words();
    box.question_nl = place["nl"].words();
    box.question_en = place["en"].words();
    box.source = place["source"].words();
    if (!place["levers"].present()) return box;
    for (const Place& item : place["levers"].items()) read_lever(item, checklist, box);
    if (place["levers"].value().kind == Kind::array && place["levers"].value().items.empty())
        place["levers"].problem(codes::empty_text, "een vakje heeft minstens een knop");
    return box;
}

}  // namespace
}  // namespace ontkoker::json

namespace ontkoker {

std::optional<Answer> answer_of(std::string_view word) {
    const std::string lower = lower_case(word);
    for (const json::AnswerWord& row : json::answers)
        if (row.word == lower) return row.answer;
    return std::nullopt;
}

std::vector<std::string> answer_words() {
    std::vector<std::string> words;
    for (const json::AnswerWord& row : json::answers) words.emplace_back(row.word);
    return words;
}

Result<Checklist> read_checklist(const std::string& path) {
    using namespace json;
    Report report;
    const auto document = parse_file(path, report);
    if (!document) return report.take();
    const Place root(*document, report);
    Checklist checklist;
    if (root.object({{"format"}, {"note_nl"}, {"note_en"}, {"source"}, {"boxes"}}) &&
        root["format"].format("ontkoker-checklist-1")) {
        checklist.note_nl = root["note_nl"].words();
        checklist.note_en = root["note_en"].words();
        checklist.source = root["source"].words();
        for (const Place& item : root["boxes"].items()) checklist.boxes.push_back(read_box(item, checklist));
        if (root["boxes"].value().kind == Kind::array && checklist.boxes.empty())
            root["boxes"].problem(codes::empty_text, "er is minstens een vakje nodig");
    }
    if (report.any()) return report.take();
    return checklist;
}

Result<std::vector<Answer>> read_answers(const std::string& path, const Checklist& checklist) {
    using namespace json;
    Report report;
    const auto document = parse_file(path, report);
    if (!document) return report.take();
    const Place root(*document, report);
    std::vector<Answer> answers;
    if (root.object({{"format"}, {"answers"}}) && root["format"].format("ontkoker-answers-1")) {
        const Place all = root["answers"];
        std::vector<Key> keys;
        for (const Box& box : checklist.boxes) keys.push_back({box.name});
        if (all.object(std::span<const Key>(keys)))
            for (const Box& box : checklist.boxes) {
                const std::string word = all[box.name].words();
                const auto answer = answer_of(word);
                if (!answer && !word.empty())
                    all[box.name].unknown(codes::unknown_word, "het antwoord", word, answer_words());
                answers.push_back(answer.value_or(Answer::no));
            }
    }
    if (report.any()) return report.take();
    return answers;
}

double value_for(const BoxLever& lever, Answer answer) {
    const double neutral = lever_rows()[static_cast<std::size_t>(find_lever(lever.lever))].neutral;
    if (answer == Answer::no) return neutral;
    return answer == Answer::yes ? lever.yes : (neutral + lever.yes) / 2;
}

std::string scenario_text(const BuiltScenario& scenario, const Checklist& checklist, const std::vector<Answer>& answers) {
    using json::Value;
    Value object = Value::object();
    object.set("name", scenario.name).set("extends", "verkokerd").set("nl", scenario.nl).set("en", scenario.en);
    object.set("status", scenario.status).set("source", scenario.source);
    std::string text = json::write(object, json::Layout::indented);
    text.erase(text.rfind("\n}"));
    text += ",\n  \"changes\": [";
    bool first = true;
    for (std::size_t b = 0; b < checklist.boxes.size(); ++b)
        for (const BoxLever& lever : checklist.boxes[b].levers) {
            if (answers[b] == Answer::no) continue;
            text += (first ? "\n" : ",\n") + std::string("    { \"lever\": \"") + lever.lever +
                    "\", \"value\": " + json::number_text(value_for(lever, answers[b])) + ", \"from\": \"" + scenario.from +
                    "\", \"ramp_months\": " + std::to_string(lever.ramp_months) + " }";
            first = false;
        }
    return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace ontkoker

// The checklist with which `ontkoker build` makes a starting scenario (models/checklist.json), and answers to it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"

namespace ontkoker {

enum class Answer { no, partly, yes };
// Words of both languages, whatever their case: nee, no, deels, partly, ja, yes.
std::optional<Answer> answer_of(std::string_view word);
std::vector<std::string> answer_words();

struct BoxLever {
    std::string lever;
    double yes = 0;        // its value where the answer is yes
    int ramp_months = 0;   // how long it takes to learn
};

struct Box {
    std::string name, element;
    std::string question_nl, question_en, source;
    std::vector<BoxLever> levers;
};

struct Checklist {
    std::string note_nl, note_en, source;
    std::vector<Box> boxes;
};

// All that is wrong with the file at once. No lever may stand in two boxes.
Result<Checklist> read_checklist(const std::string& path);
// Answers by the names of the boxes, all of them; in the order of the boxes.
Result<std::vector<Answer>> read_answers(const std::string& path, const Checklist& checklist);

// Yes gives a lever its value, no its neutral value, partly the value half way.
double value_for(const BoxLever& lever, Answer answer);

// The text of a scenario file that extends `verkokerd` and holds what the answers change from `from` ("2027-01").
struct BuiltScenario {
    std::string name, nl, en, status, source, from;
};
std::string scenario_text(const BuiltScenario& scenario, const Checklist& checklist, const std::vector<Answer>& answers);

}  // namespace ontkoker

// ontkoker build: a starting scenario out of a checklist, for a workshop.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "commands.h"
#include "find_root.h"
#include "ontkoker/core/words.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/checklist.h"
#include "ontkoker/io/json/files.h"
#include "ontkoker/io/json/value.h"
#include "output.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

std::string_view word_of(Answer answer, Words say) {
    if (answer == Answer::yes) return say("ja", "yes");
    return answer == Answer::partly ? say("deels", "partly") : say("nee", "no");
}

std::string hint_for(const std::string& word, Words say) {
    const std::string near = nearest_word(word, answer_words());
    return fmt::format(fmt::runtime(say("toegestaan: ja, deels, nee{}", "allowed: yes, partly, no{}")),
                       near.empty() ? "" : fmt::format(fmt::runtime(say("; bedoelde u {}?", "; did you mean {}?")), near));
}

// "ja,deels,nee,...": one for each box.
Result<std::vector<Answer>> typed_answers(const std::string& text, const Checklist& list, Words say) {
    std::vector<std::string> words{""};
    for (const char c : text)
        if (c == ',')
            words.emplace_back();
        else if (c != ' ')
            words.back() += c;
    Problems problems;
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < words.size() && i < list.boxes.size(); ++i) {
        const auto answer = answer_of(words[i]);
        if (!answer)
            problems.push_back(usage("E0001", fmt::format(fmt::runtime(say("vakje {} ({}): '{}' is geen antwoord",
                                                                  "box {} ({}): '{}' is no answer")),
                                                 i + 1, list.boxes[i].name, words[i]),
                                     hint_for(words[i], say)));
        answers.push_back(answer.value_or(Answer::no));
    }
    if (words.size() != list.boxes.size()) {
        std::string names;
        for (const Box& box : list.boxes) names += (names.empty() ? "" : ", ") + box.name;
        problems.push_back(usage("E0001", fmt::format(fmt::runtime(say("{} antwoorden voor {} vakjes", "{} answers for {} boxes")),
                                             words.size(), list.boxes.size()),
                                 fmt::format(fmt::runtime(say("in deze volgorde: {}", "in this order: {}")), names)));
    }
    if (!problems.empty()) return problems;
    return answers;
}

// Box by box on a terminal; a word that is no answer is asked again.
Result<std::vector<Answer>> asked_answers(const Checklist& list, Words say) {
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < list.boxes.size(); ++i) {
        const Box& box = list.boxes[i];
        tell(fmt::format("\n{}. {}", i + 1, say(box.question_nl, box.question_en)));
        std::optional<Answer> answer;
        while (!answer) {
            fmt::print(stderr, "{}", say("ja, deels of nee: ", "yes, partly or no: "));
            std::fflush(stderr);
            std::string word;
            if (!std::getline(std::cin, word))
                return Problems{usage("E0001", std::string(say("de antwoorden hielden op", "the answers ended")),
                                      hint_for("", say))};
            std::erase(word, ' ');
            answer = answer_of(word);
            if (!answer) tell(hint_for(word, say));
        }
        answers.push_back(*answer);
    }
    return answers;
}

Result<std::vector<Answer>> answers_for(const Options& options, const Checklist& list) {
    const Words say{options.language};
    if (!options.answers.empty() && !options.words.empty())
        return Problems{usage("E0001", std::string(say("geef --answers of een bestand, niet beide",
                                              "give --answers or a file, not both")), "")};
    if (!options.answers.empty()) return typed_answers(options.answers, list, say);
    if (!options.words.empty()) return read_answers(options.words[0], list);
    if (isatty(STDIN_FILENO)) return asked_answers(list, say);
    return Problems{usage("E0001", std::string(say("er zijn geen antwoorden", "there are no answers")),
                          std::string(say("geef --answers of een bestand; vragen gaat alleen op een terminal",
                                          "give --answers or a file; asking works on a terminal only")))};
}

int this_year() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(std::chrono::year_month_day(today).year());
}

bool is_month(const std::string& text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    return text.size() == 7 && digit(0) && digit(1) && digit(2) && digit(3) && text[4] == '-' && digit(5) && digit(6) &&
           text.substr(5) >= "01" && text.substr(5) <= "12";
}

Problems build_problems(const Options& options, const std::string& name) {
    const Words say{options.language};
    Problems problems;
    if (!options.from.empty() && !is_month(options.from))
        problems.push_back(usage("E0001", fmt::format(fmt::runtime(say("--from {}: verwacht JJJJ-MM", "--from {}: expected YYYY-MM")),
                                             options.from), "2027-01"));
    const bool good = !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
    if (!good)
        problems.push_back(usage("E0001", fmt::format(fmt::runtime(say("'{}' kan geen naam van een scenario zijn",
                                                              "'{}' cannot be the name of a scenario")), name),
                                 std::string(say("kleine letters, cijfers en streepjes; zie --name",
                                                 "small letters, digits and dashes; see --name"))));
    return problems;
}

std::string boxes_text(const Checklist& list, const std::vector<Answer>& answers, Words say) {
    std::string out;
    for (std::size_t i = 0; i < list.boxes.size(); ++i) {
        const Box& box = list.boxes[i];
        out += fmt::format("{:>2}. {:<12} {:<6} {}\n", i + 1, box.name, word_of(answers[i], say),
                           say(box.question_nl, box.question_en));
        if (answers[i] == Answer::no) continue;
        for (const BoxLever& lever : box.levers)
            out += fmt::format(fmt::runtime(say("        {} = {} (neutraal {}), in {} maanden\n",
                                                "        {} = {} (neutral {}), over {} months\n")),
                               lever.lever, json::number_text(value_for(lever, answers[i])),
                               json::number_text(value_for(lever, Answer::no)), lever.ramp_months);
    }
    return out + "\n" + std::string(say(list.note_nl, list.note_en)) + "\n";
}

void print_as_json(const Checklist& list, const std::vector<Answer>& answers, const BuiltScenario& scenario,
                   const std::string& file) {
    using json::Value;
    Value boxes = Value::array();
    for (std::size_t i = 0; i < list.boxes.size(); ++i) {
        Value levers = Value::array();
        for (const BoxLever& lever : list.boxes[i].levers) {
            if (answers[i] == Answer::no) continue;
            Value one = Value::object();
            one.set("lever", lever.lever).set("value", Value::of(value_for(lever, answers[i])));
            levers.push(one.set("ramp_months", Value::of(lever.ramp_months)));
        }
        Value box = Value::object();
        box.set("name", list.boxes[i].name).set("element", list.boxes[i].element);
        box.set("nl", list.boxes[i].question_nl).set("en", list.boxes[i].question_en);
        boxes.push(box.set("answer", word_of(answers[i], Words{Language::en})).set("levers", std::move(levers)));
    }
    Value object = Value::object();
    object.set("file", file).set("name", scenario.name).set("from", scenario.from);
    print_json(object.set("boxes", std::move(boxes)));
}

// How the scenario is called on a command line: by name when it stands with the others, else by its path.
std::string call_of(const std::string& file, const std::string& name, const std::string& root) {
    std::error_code ignored;
    const auto folder = std::filesystem::path(folder_of(file));
    const bool among = std::filesystem::equivalent(folder, json::joined(root, "configs/scenarios"), ignored);
    return among ? name : file;
}

}  // namespace

int build_command(const Options& options) {
    const Words say{options.language};
    const auto root = find_root(options.root, options.language);
    if (!root) return fail(root.problems(), options);
    const std::string stem = std::filesystem::path(options.output).stem().string();
    const std::string name = options.name.empty() ? lower_case(stem) : options.name;
    const auto list = read_checklist(json::joined(root.value(), "models/checklist.json"));
    if (!list) return fail(list.problems(), options);
    Problems problems = build_problems(options, name);
    if (const Problems refused = refusals({options.output}, options); !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    auto answers = answers_for(options, list.value());
    if (!answers) problems.insert(problems.end(), answers.problems().begin(), answers.problems().end());
    if (!problems.empty()) return fail(problems, options);
    const BuiltScenario scenario{.name = name,
                                 .nl = "Beginscenario uit de checklist van elf vakjes",
                                 .en = "Starting scenario from the checklist of eleven boxes",
                                 .status = "workshop",
                                 .source = "ontkoker build, models/checklist.json; " + list.value().source,
                                 .from = options.from.empty() ? fmt::format("{}-01", this_year() + 1) : options.from};
    if (problems = make_folder(folder_of(options.output)); !problems.empty()) return fail(problems, options);
    const auto written = write_whole_file(options.output, scenario_text(scenario, list.value(), answers.value()), options.overwrite);
    if (!written) return fail(written.problems(), options);
    if (options.json) {
        print_as_json(list.value(), answers.value(), scenario, options.output);
        return exit_ok;
    }
    print(boxes_text(list.value(), answers.value(), say));
    const std::string call = call_of(options.output, name, root.value());
    print(fmt::format(fmt::runtime(say("\nScenario {}, vanaf {}\n", "\nScenario {}, from {}\n")), options.output, scenario.from));
    tell(fmt::format(fmt::runtime(say("Verder: ontkoker explain -m heusden --scenario verkokerd --scenario {}",
                                      "Next: ontkoker explain -m heusden --scenario verkokerd --scenario {}")), call));
    return exit_ok;
}

}  // namespace ontkoker::cli

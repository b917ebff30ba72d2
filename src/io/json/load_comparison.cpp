// Comparison files and the settings of a run.
#include <algorithm>

#include "canonical.h"
#include "loader.h"
#include "ontkoker/io/json/files.h"
#include "rows.h"

namespace ontkoker::json {

void read_two_languages(const Place& place, std::string& nl, std::string& en) {
    if (!place.present()) return;
    place.object({{"nl"}, {"en"}});
    nl = place["nl"].words();
    en = place["en"].words();
}

void Loader::read_comparison() {
    if (!request_.comparison.empty()) read_comparison_file(Word{request_.comparison, {}});
}

void Loader::read_comparison_file(const Word& word) {
    const std::string path = find(word, comparison_shelf);
    const Document* document = path.empty() ? nullptr : open(path, word);
    if (!document) return;
    const Place root(*document, report_);
    root.object({{"municipality"},
                 {"scenarios"},
                 {"start_year", false},
                 {"years"},
                 {"replicates"},
                 {"seed"},
                 {"sample", false},
                 {"overlay", false},
                 {"assumptions", false},
                 {"off", false},
                 {"name", false},
                 {"title", false},
                 {"question", false},
                 {"headline", false}});
    if (root.value().kind != Kind::object) return;
    comparison_ = root;
    if (root["name"].present()) text_.name = root["name"].name();
    read_two_languages(root["title"], text_.title_nl, text_.title_en);
    read_two_languages(root["question"], text_.question_nl, text_.question_en);
    if (root["headline"].present()) text_.headline = root["headline"].texts();
}

void Loader::read_run() {
    RunSettings& run = effective_.run;
    if (comparison_) read_settings(*comparison_, run);
    if (sweep_) read_settings(*sweep_, run);
    const auto set = [&](const char* name, const std::optional<std::int64_t>& given, auto& field) {
        if (!given) return;
        const Bounds bounds = setting_bounds(name);
        const double value = static_cast<double>(*given);
        if (value >= bounds.low && value <= bounds.high) {
            field = static_cast<std::remove_reference_t<decltype(field)>>(*given);
        } else {
            report_.add(codes::out_of_bounds,
                        std::string(name) + ": " + std::to_string(*given) + " valt buiten " + bounds_text(bounds), "",
                        "", "/" + std::string(name));
        }
    };
    set("start_year", request_.start_year, run.start_year);
    set("years", request_.years, run.years);
    set("replicates", request_.replicates, run.replicates);
    set("seed", request_.seed, run.seed);
    set("sample", request_.sample, run.sample);
    for (const std::string& name : request_.off) {
        check_off(Word{name, {}});
        run.off.push_back(name);
    }
    std::sort(run.off.begin(), run.off.end());
    run.off.erase(std::unique(run.off.begin(), run.off.end()), run.off.end());
}

void Loader::check_off(const Word& process) {
    const std::vector<std::string> known = process_names();
    if (std::find(known.begin(), known.end(), process.text) != known.end()) return;
    problem(process, codes::unknown_process,
            "het proces '" + process.text + "' bestaat niet; mogelijk: " + listed(known),
            did_you_mean(process.text, known));
}

}  // namespace ontkoker::json

// Files to one effective configuration. One method per kind of file.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "effective.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/io/json/systems.h"
#include "ontkoker/sweep/plan.h"
#include "place.h"
#include "report.h"

namespace ontkoker::json {

// A word from the request or from a file; `place` is empty for the request.
struct Word {
    std::string text;
    std::optional<Place> place;
};

// A kind of file that is called by name.
struct Shelf {
    const char* folder;  // below the root
    const char* code;    // of an unknown name
    const char* what;    // "het scenario"
};
extern const Shelf municipality_shelf, scenario_shelf, comparison_shelf, overlay_shelf, sweep_shelf;

class Loader {
public:
    explicit Loader(const Request& request) : request_(request) {}
    Result<LoadedConfig> load();
    // The parameters, help types, schemes and actors of the model alone.
    Result<Effective> load_model();
    // The scenarios as local systems, without a municipality.
    Result<std::vector<LocalSystem>> load_systems();
    // A sweep file and what it stands on.
    Result<sweep::Plan> load_sweep(const std::string& name);

private:
    struct ScenarioFile {
        ScenarioText own;
        ScenarioAbout about;
        std::optional<Word> extends;
    };

    void read_comparison();
    void read_comparison_file(const Word& word);
    void read_sweep_base(const Place& root);
    void read_written_base(const Place& root);
    void read_model();
    void read_parameter_file(const std::string& path);
    void read_help_types();
    void read_schemes();
    void read_actors();
    void report_missing_rows();
    void read_municipality_file();
    void read_overlay();
    void read_overlay_parameters(const Place& rows);
    void overlay_parameter(const Place& place, Row& row);
    void apply_assumptions();
    void assume(const Word& name, double value);
    void read_run();
    void check_off(const Word& process);
    void read_scenarios();
    ScenarioFile& scenario_file(const std::string& path);
    void read_scenario_file(const std::string& path, ScenarioFile& file);
    void read_about(const Place& root, ScenarioAbout& about);
    std::vector<std::string> lineage(const std::string& path);

    // The document in the file, or null after reporting. Each file is read once.
    const Document* open(const std::string& path, const Word& asked);
    // The path of the file that `word` calls, or "" after reporting.
    std::string find(const Word& word, const Shelf& shelf);
    void problem(const Word& word, const char* code, std::string message, std::string hint = "");
    // The name in a file must be that of the file, when the file was called by name.
    void check_name(const Word& asked, const Place& name);

    const Request& request_;
    Report report_;
    std::map<std::string, std::unique_ptr<Document>> documents_;
    std::map<std::string, ScenarioFile> scenario_files_;
    std::map<std::string, std::string> row_files_;  // in which file a parameter was first met
    std::vector<std::string> told_cycles_;
    Effective effective_;
    std::vector<ScenarioAbout> abouts_;  // of each scenario in effective_
    ComparisonText text_;
    // From the comparison file, before the sweep file and then the request go over it. A sweep file that names no
    // comparison is read as one.
    std::optional<Place> comparison_, sweep_;
};

}  // namespace ontkoker::json

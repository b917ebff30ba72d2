// The one-way rule of includes: which folder may include which, and which library stays in which folder.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace include_rule_test {

namespace fs = std::filesystem;

struct Layer {
    std::string_view folder;
    std::vector<std::string_view> may_include;  // folders or single headers, as prefixes
};

// io/hdf5, io/svg and io/html see what a result is and nothing of how it came about.
const std::vector<Layer> layers = {
    {"core", {"core/"}},
    {"engine", {"core/", "engine/"}},
    {"domain", {"core/", "engine/", "domain/"}},
    {"population", {"core/", "engine/", "domain/", "population/"}},
    {"io/json", {"core/", "engine/", "domain/", "io/json/", "sweep/plan.h"}},
    {"io/kwb", {"core/", "io/json/municipality.h", "io/kwb/"}},
    {"io/hdf5", {"core/", "domain/results.h", "run/comparison.h", "sweep/plan.h", "sweep/block.h", "io/hdf5/"}},
    {"io/svg", {"core/", "domain/results.h", "run/comparison.h", "io/svg/"}},
    {"io/html", {"core/", "domain/results.h", "run/comparison.h", "io/svg/", "io/html/"}},
    {"run", {"core/", "engine/", "domain/", "population/", "io/json/", "run/"}},
    {"sweep", {"core/", "engine/", "domain/", "io/json/", "io/hdf5/", "run/", "sweep/"}},
    {"cli", {"core/", "engine/", "domain/", "population/", "io/", "run/", "sweep/", "cli/"}},
    {"web", {"core/", "engine/", "domain/", "population/", "io/json/", "io/svg/", "run/", "web/"}},
};

struct Confined {
    std::string_view header;               // what stands between the angle brackets; a star at its end fits any rest
    std::vector<std::string_view> places;  // folders or files in which it may stand
};

const std::vector<std::string_view> native_only = {"io/hdf5/", "io/html/", "sweep/", "cli/"};
const std::vector<Confined> confined = {
    {"oneapi/*", {"engine/parallel.h"}},
    {"tbb/*", {"engine/parallel.h"}},
    {"Random123/*", {"engine/"}},
    {"hdf5*", {"io/hdf5/"}},
    {"H5*", {"io/hdf5/"}},
    {"nlohmann/*", {"io/json/"}},
    {"CLI/*", {"cli/"}},
    {"catch2/*", {}},
    // The layers of the browser build have no exceptions, threads, files or streams of the C++ library.
    {"thread", {"io/hdf5/", "io/html/", "sweep/", "cli/", "engine/parallel.h"}},
    {"mutex", {"io/hdf5/", "io/html/", "sweep/", "cli/", "engine/parallel.h"}},
    {"future", native_only},
    {"format", {}},
    {"filesystem", native_only},
    {"iostream", native_only},
    {"fstream", native_only},
    {"random", {}},
    {"unordered_map", native_only},
    {"unordered_set", native_only},
};

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& prefixes) {
    for (const auto prefix : prefixes)
        if (text.starts_with(prefix)) return true;
    return false;
}

bool fits(std::string_view name, std::string_view pattern) {
    if (!pattern.ends_with('*')) return name == pattern;
    return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

const Layer* layer_of(std::string_view place) {
    for (const Layer& layer : layers)
        if (place.starts_with(layer.folder) && place.substr(layer.folder.size()).starts_with('/')) return &layer;
    return nullptr;
}

// What stands between the marks of an #include line, with its opening mark in front; empty for other lines.
std::string included_by(const std::string& line) {
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') return {};
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0) return {};
    const std::size_t open = line.find_first_of("\"<", at);
    if (open == std::string::npos) return {};
    const std::size_t close = line.find_first_of("\">", open + 1);
    return close == std::string::npos ? std::string{} : line.substr(open, close - open);
}

// Why `place` (a path below src/ or include/ontkoker/) may not include `what`, or an empty text when it may.
std::string objection(const std::string& place, const std::string& what, const fs::path& beside) {
    const std::string_view name = std::string_view(what).substr(1);
    if (what[0] == '<') {
        for (const Confined& row : confined)
            if (fits(name, row.header) && !starts_with_any(place, row.places))
                return "a library that does not belong here";
        return {};
    }
    constexpr std::string_view ours = "ontkoker/";
    if (!name.starts_with(ours)) {
        if (!fs::exists(beside / name)) return "neither ours (\"ontkoker/...\") nor a private header of this layer";
        // A private header may be shared by the sub-folders of one layer (src/domain/helping.h by domain/processes).
        const Layer* layer = layer_of(place);
        const std::string target = (fs::path(place).parent_path() / name).lexically_normal().generic_string();
        return layer && layer_of(target) == layer ? "" : "a private header of another layer";
    }
    const Layer* layer = layer_of(place);
    if (!layer) return "this folder is no layer of the table";
    return starts_with_any(name.substr(ours.size()), layer->may_include) ? "" : "against the one-way rule";
}

std::vector<std::string> breaches(const fs::path& root) {
    std::vector<std::string> found;
    for (const char* top : {"src", "include/ontkoker"}) {
        if (!fs::exists(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".h")) continue;
            std::ifstream file(entry.path());
            std::string line;
            for (int number = 1; std::getline(file, line); ++number) {
                const std::string what = included_by(line);
                if (what.empty()) continue;
                const std::string place = fs::relative(entry.path(), root / top).generic_string();
                const std::string why = objection(place, what, entry.path().parent_path());
                if (!why.empty())
                    found.push_back(fs::relative(entry.path(), root).generic_string() + ":" + std::to_string(number) +
                                    ": includes " + what.substr(1) + ": " + why);
            }
        }
    }
    return found;
}

std::string text_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

// Source files below `folder` that its CMakeLists.txt does not name.
std::vector<std::string> unlisted(const fs::path& folder) {
    std::vector<std::string> found;
    const std::string list = text_of(folder / "CMakeLists.txt");
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string name = fs::relative(entry.path(), folder).generic_string();
        const std::string whole_folder = fs::path(name).parent_path().generic_string() + "/*.cpp";   // taken as it is
        if (list.find(name) == list.npos && list.find(whole_folder) == list.npos) found.push_back(entry.path().generic_string());
    }
    return found;
}

// A small tree with one file, removed afterwards.
struct Tree {
    fs::path root;
    explicit Tree(const std::string& name) : root(fs::temp_directory_path() / ("ontkoker_include_rule_" + name)) {
        fs::remove_all(root);
    }
    ~Tree() { fs::remove_all(root); }
    void add(const std::string& path, const std::string& line) const {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path) << "// one line of text\n" << line << "\n";
    }
};

TEST_CASE("every include goes one way and every library stays in its folder") {
    for (const std::string& breach : breaches(ONTKOKER_ROOT)) FAIL_CHECK(breach);
}

TEST_CASE("every source and test stands in the build's lists") {
    for (const char* folder : {"src", "tests"})
        for (const std::string& name : unlisted(fs::path(ONTKOKER_ROOT) / folder))
            FAIL_CHECK(name << " is not in a list");
}

TEST_CASE("no case has a name that ctest would cut off and so never run") {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ONTKOKER_ROOT) / "tests")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("TEST_CASE(\"") && line.substr(11, line.find('"', 11) - 11).find(';') != line.npos)
                FAIL_CHECK(entry.path().generic_string() << ": " << line);
    }
}

TEST_CASE("the rule finds what it must find, with file and line") {
    const Tree tree("wrong");
    tree.add("src/engine/a.cpp", "#include \"ontkoker/domain/config.h\"");
    tree.add("src/domain/b.cpp", "#include <hdf5.h>");
    tree.add("include/ontkoker/run/c.h", "#  include <nlohmann/json.hpp>");
    tree.add("src/io/hdf5/d.cpp", "#include \"ontkoker/run/ensemble.h\"");
    tree.add("src/run/e.cpp", "#include \"../io/json/private.h\"");
    tree.add("src/core/f.cpp", "#include <thread>");
    tree.add("src/new/g.cpp", "#include \"ontkoker/core/ids.h\"");
    tree.add("src/run/h.cpp", "#include <tbb/parallel_for.h>");
    const auto found = breaches(tree.root);
    REQUIRE(found.size() == 8);
    for (const std::string& breach : found) CHECK(breach.find(":2: includes ") != breach.npos);
}

TEST_CASE("the rule leaves alone what is allowed") {
    const Tree tree("right");
    tree.add("src/domain/a.cpp", "#include \"ontkoker/engine/draws.h\"");
    tree.add("src/io/hdf5/b.cpp", "#include <hdf5.h>");
    tree.add("include/ontkoker/engine/parallel.h", "#include <oneapi/tbb/parallel_for.h>");
    tree.add("src/io/json/c.cpp", "#include <nlohmann/json.hpp>");
    tree.add("src/run/d.cpp", "const char* text = \"#include <hdf5.h>\";");
    tree.add("src/core/e.cpp", "#include <vector>");
    CHECK(breaches(tree.root).empty());
}

}  // namespace include_rule_test

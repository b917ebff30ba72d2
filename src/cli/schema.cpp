// ontkoker schema: the JSON Schema of a kind of file, for editors.
#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/json/schema.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {

int schema_command(const Options& options) {
    const std::vector<std::string> kinds(json::schema_kinds().begin(), json::schema_kinds().end());
    if (options.words.empty()) {
        if (options.json) {
            json::Value object = json::Value::object();
            object.set("kinds", json::Value::array(kinds));
            print_json(object);
            return exit_ok;
        }
        for (const std::string& kind : kinds) print(kind + "\n");
        return exit_ok;
    }
    const std::string kind = lower_case(options.words[0]);
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
        print(json::schema_text(kind));
        return exit_ok;
    }
    const Words say{options.language};
    std::string list;
    for (const std::string& one : kinds) list += (list.empty() ? "" : ", ") + one;
    const std::string near = nearest_word(kind, kinds);
    return fail({{.code = "E0002",
                  .message = fmt::format(
                      fmt::runtime(say("onbekende soort '{}'; mogelijk: {}", "unknown kind '{}'; possible: {}")),
                      options.words[0], list),
                  .hint = near.empty() ? "" : std::string(say("bedoelde u ", "did you mean ")) + near + "?",
                  .file = {},
                  .pointer = {}}},
                options);
}

}  // namespace ontkoker::cli

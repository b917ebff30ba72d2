// ontkoker processes: the ordered list that is the model.
#include <fmt/format.h>

#include "commands.h"
#include "ontkoker/domain/step.h"
#include "output.h"

namespace ontkoker::cli {

int processes_command(const Options& options) {
    using json::Value;
    Value list = Value::array();
    int number = 0;
    for (const StepProcess& row : process_rows()) {
        ++number;
        if (!options.json) {
            print(fmt::format("{:>3}  {:<22} {}  [{}]\n", number, row.name, row.what, row.mechanisms));
            continue;
        }
        Value one = Value::object();
        one.set("name", row.name).set("what", row.what).set("mechanisms", row.mechanisms);
        list.push(std::move(one));
    }
    if (options.json) {
        Value object = Value::object();
        object.set("processes", std::move(list));
        print_json(object);
    }
    return exit_ok;
}

}  // namespace ontkoker::cli

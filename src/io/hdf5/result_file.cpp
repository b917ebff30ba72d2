#include "ontkoker/io/hdf5/result_file.h"

#include "file_image.h"
#include "file_problems.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "storable.h"

namespace ontkoker {

Result<std::int64_t> write_result_file(const std::string& path, const ResultSet& results, bool overwrite) {
    if (Problems problems = storage_problems(path, results); !problems.empty()) return problems;
    if (const std::string digest = digest_of(results); digest != results.digest) {
        return file_problems::not_storable(path, "de digest " + results.digest + " hoort er niet bij; dat is " + digest);
    }
    const Result<std::string> image = build_file_image(path, results);
    if (!image) return image.problems();
    return write_whole_file(path, image.value(), overwrite);
}

Result<ResultSet> read_result_file(const std::string& path) {
    const Result<std::string> image = read_whole_file(path);
    if (!image) return image.problems();
    return parse_file_image(path, image.value());
}

}  // namespace ontkoker

// The bytes of a result file, in memory: HDF5 crashes on a full disk, so it never sees the disk.
#pragma once
#include <string>

#include "layout.h"
#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"

namespace ontkoker {

// A complete HDF5 file holding `results`, which must have passed storage_problems; the digest is stored as it stands.
// `path` is used in messages only.
Result<std::string> build_file_image(const std::string& path, const ResultSet& results, const layout::Stamp& stamp = {});

// The set in `image`, checked as read_result_file says.
Result<ResultSet> parse_file_image(const std::string& path, const std::string& image);

}  // namespace ontkoker

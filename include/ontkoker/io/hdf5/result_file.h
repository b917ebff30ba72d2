// The result file: a ResultSet on disk, readable by xarray, R and ncdump. The format page is runs/README.md.
#pragma once
#include <cstdint>
#include <string>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"

namespace ontkoker {

// Writes `results` to `path` and returns the number of bytes. The file is whole or absent: it is built in memory,
// written aside as `path`.tmp.<pid>, synced and renamed. An existing file stays as it is unless `overwrite`.
// Equal results give equal bytes. Refused: a set that could not be read back exactly, or whose digest is not its own.
//
// Codes: E0301 exists already, E0302 the system refused (with errno's text and the bytes needed), E0303 the set cannot
// be stored, E0304 the HDF5 library failed.
Result<std::int64_t> write_result_file(const std::string& path, const ResultSet& results, bool overwrite);

// Reads the set back, equal to what was written, after checking that the file is ours, of a known major version,
// whole, and that its digest follows from its contents. An outcome that is not split has one empty text as its part
// and as the part's names.
//
// Codes: E0305 the system refused, E0306 not a result file, E0307 a newer format, E0308 damaged or incomplete,
// E0309 the digest does not follow from the contents.
Result<ResultSet> read_result_file(const std::string& path);

}  // namespace ontkoker

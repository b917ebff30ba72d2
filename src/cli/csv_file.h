// A table as comma-separated values (RFC 4180, UTF-8), written bit by bit; the file is whole or absent.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "ontkoker/core/result.h"
#include "ontkoker/io/hdf5/whole_file.h"

namespace ontkoker::cli {

// A text as one cell: in quotes where it has to be.
std::string csv_cell(std::string_view text);
// The shortest text that reads back as the same number; empty for what is not a number.
std::string csv_cell(double number);

class CsvFile {
public:
    CsvFile(const std::string& path, bool overwrite) : file_(path, overwrite) {}

    bool fine() const { return file_.fine(); }
    std::int64_t rows() const { return rows_; }   // the heading too
    // Cells that csv_cell() made, with commas between them already or put before each further call.
    CsvFile& cells(std::string_view ready) {
        if (begun_) row_ += ',';
        begun_ = true;
        row_ += ready;
        return *this;
    }
    CsvFile& number(double value);
    void end_row();
    Result<std::int64_t> keep();

private:
    WholeFile file_;
    std::string row_, waiting_;
    bool begun_ = false;   // the row has a cell
    std::int64_t rows_ = 0;
};

}  // namespace ontkoker::cli

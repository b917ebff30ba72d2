// What happened to every household of a run, as a table.
#pragma once
#include <cstddef>
#include <string>

#include "csv_file.h"
#include "ontkoker/core/calendar.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/journal.h"

namespace ontkoker::cli {

class JournalCsv {
public:
    // `config` must stay.
    JournalCsv(const std::string& path, bool overwrite, const Config& config);

    void add(std::size_t scenario, const JournalEntry& entry);
    std::int64_t events() const { return file_.rows() - 1; }
    Result<std::int64_t> keep() { return file_.keep(); }

private:
    std::string date_of(int day) const;
    std::string_view name_of_value(const JournalEntry& entry) const;

    const Config& config_;
    Calendar calendar_;
    CsvFile file_;
};

}  // namespace ontkoker::cli

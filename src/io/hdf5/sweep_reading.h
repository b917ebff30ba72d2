// An opened sweep file. Its bytes have been checked against their seal before HDF5 sees them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "handles.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "sweep_layout.h"
#include "sweep_writer.h"

namespace ontkoker {

struct OpenSweep {
    std::string path;
    hdf5::File file;
    std::uint64_t bytes = 0;   // of the file, and of the shards that it refers to
    SweepFile head;

    layout::Shape shape() const {
        return {head.points, static_cast<int>(head.scenarios.size()), head.replicates, head.times};
    }
};

// The library's printing must be off (hdf5::NoPrinting).
Result<OpenSweep> open_sweep_image(const std::string& path, const std::string& image);
Result<OpenSweep> open_sweep_file(const std::string& path);

// Numbers of `count` points from the `first` of the file on.
std::vector<double> get_cells(const OpenSweep& sweep, std::size_t outcome, Cells which, int first, int count,
                              hdf5::Trouble& trouble);
// Everything as counts; E0308 when the numbers do not go with the runs.
Result<sweep::Block> get_block(const OpenSweep& sweep);

// A file opened by HDF5 after its seal was checked. One without a seal is opened too, to see what it is.
struct Checked {
    hdf5::File file;
    std::uint64_t bytes = 0;
    bool sealed = false;
};
Result<Checked> open_checked(const std::string& path);

}  // namespace ontkoker

// Fills an HDF5 file with a study or a part of one. The same for shards, the merged file and the virtual view, so that
// they cannot differ.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "file_parts.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "sweep_layout.h"

namespace ontkoker {

// How an array of numbers is stored: a dataset creation list for the dataset `name` at the root of the file.
using ArrayLayout = std::function<hdf5::List(const std::string& name, const hdf5::Sizes& sizes, hdf5::Trouble& trouble)>;

class SweepWriter {
public:
    // Of `points` points from `first_point` on. `batch`: points that are put at once, a power of two.
    SweepWriter(hid_t file, const SweepHead& head, std::string_view filetype, int first_point, int points, int batch,
                hdf5::Trouble& trouble);

    // Everything but runs and their numbers. Without `arrays` the numbers will be put.
    void begin(const ArrayLayout& arrays = {});
    // `count` points of `block` from its `from`-th on: runs and numbers.
    void put(const sweep::Block& block, int from, int count);
    // Runs only: points from `point` (of the plan) on.
    void put_runs(int point, const std::vector<sweep::RunRecord>& runs);
    // What is known at the end. Nothing of the file is held open after this.
    void end(const std::string& digest, bool partial);

    const std::vector<sweep::RunRecord>& runs() const { return runs_; }   // all that were put, in order

private:
    void put_root_attributes();
    void put_dimensions();
    void put_axis(std::size_t number);
    void put_run_tables();
    void put_outcome(std::size_t number, const ArrayLayout& arrays);
    hdf5::Dataset made(const std::string& name, const OutcomeInfo& info, const ArrayLayout& arrays);
    void put_cells(const std::string& name, const OutcomeInfo& info, int first, int count, const std::vector<double>& cells);

    hid_t file_;
    const SweepHead& head_;
    const sweep::Plan& plan_;
    std::string_view filetype_;
    int first_point_, batch_;
    layout::Shape shape_;
    hdf5::Trouble& trouble_;
    std::vector<hdf5::Scale> scales_, split_scales_;   // point, scenario, replicate, time
    std::vector<hdf5::Attachment> attachments_;
    std::vector<sweep::RunRecord> runs_;
};

// Everything (E0303) about names and numbers that stands in the way of storing such a file, or such a block, so that it
// can be read back exactly.
Problems head_problems(const std::string& path, const SweepHead& head);
Problems block_problems(const std::string& path, const SweepHead& head, const sweep::Block& block);

// The values, numerators or denominators of some points of a block as they stand in a file: NaN for a run that is not
// done, and for a ratio without denominator.
enum class Cells { values, numerators, denominators };
std::vector<double> cells_of(const sweep::Block& block, const layout::Shape& shape, const OutcomeInfo& info, std::size_t number,
                             int from, int count, Cells which);

}  // namespace ontkoker

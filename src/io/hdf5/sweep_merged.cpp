// The merged file: written block by block to a file aside, which is then sealed, synced and renamed.
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "descriptor_driver.h"
#include "file_problems.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "seal.h"
#include "sweep_writer.h"

namespace ontkoker {
namespace {

void append(sweep::Block& pending, sweep::Block block) {
    if (pending.points == 0) {
        pending = std::move(block);
        return;
    }
    pending.points += block.points;
    pending.runs.insert(pending.runs.end(), block.runs.begin(), block.runs.end());
    for (std::size_t o = 0; o < pending.counts.size(); ++o) {
        pending.counts[o].insert(pending.counts[o].end(), block.counts[o].begin(), block.counts[o].end());
        pending.denominators[o].insert(pending.denominators[o].end(), block.denominators[o].begin(), block.denominators[o].end());
    }
}

void drop_first(sweep::Block& pending, int points) {
    const auto drop = [&](auto& values) {
        const std::size_t each = values.size() / static_cast<std::size_t>(pending.points);
        values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(each * static_cast<std::size_t>(points)));
    };
    drop(pending.runs);
    for (auto& counts : pending.counts) drop(counts);
    for (auto& counts : pending.denominators) drop(counts);
    pending.first_point += points;
    pending.points -= points;
}

class Merger {
public:
    Merger(const std::string& path, const MergeInput& input, bool overwrite)
        : path_(path), input_(input), head_(*input.head), file_(path, overwrite), disk_(file_.descriptor()),
          shape_{head_.plan.count(), static_cast<int>(head_.plan.scenarios.size()), head_.plan.replicates, head_.plan.times()},
          batch_(layout::points_per_batch(shape_, head_.kept, input.batch_bytes)) {}

    Result<std::int64_t> run() {
        if (!file_.fine()) return file_.keep();
        if (Problems problems = write(); !problems.empty()) return problems;
        if (!disk_.error()) seal();
        if (disk_.error()) file_.fail(disk_.error(), needed());
        return file_.keep();
    }

private:
    // HDF5 is done with the file afterwards. A disk that is full is no problem here: see Disk.
    Problems write() {
        const hdf5::NoPrinting quiet;
        hdf5::Trouble trouble;
        const hdf5::List access(H5Pcreate(H5P_FILE_ACCESS));
        disk_.use_in(access, trouble);
        hdf5::set_format(access, /*newest=*/false, trouble);
        const hdf5::List creation = hdf5::file_creation();
        hdf5::File file(H5Fcreate("merged", H5F_ACC_TRUNC, creation, access));
        trouble.fine(file, "file");
        Problems problems;
        if (trouble.none()) problems = fill(file, trouble);
        const bool closed = trouble.none() && trouble.fine(H5Fflush(file, H5F_SCOPE_GLOBAL), "flush");
        file = hdf5::File();
        if (!problems.empty() || closed || disk_.error()) return problems;
        return {file_problems::library_failed(path_, trouble.words())};
    }

    Problems fill(hid_t file, hdf5::Trouble& trouble) {
        const int shards = head_.plan.shards();
        SweepWriter writer(file, head_, layout::sweep_filetype, 0, shape_.points, batch_, trouble);
        writer.begin();
        sweep::Block pending;
        for (int shard = 0; shard < shards && trouble.none() && !disk_.error(); ++shard) {
            auto block = input_.block(shard);
            if (!block) return block.problems();
            if (Problems problems = block_problems(path_, head_, block.value()); !problems.empty()) return problems;
            append(pending, std::move(block.value()));
            const bool last = shard + 1 == shards;
            int put = 0;
            while (trouble.none() && !disk_.error() && (pending.points - put >= batch_ || (last && put < pending.points))) {
                const int count = std::min(batch_, pending.points - put);
                writer.put(pending, put, count);
                put += count;
                done_ += count;
            }
            if (put > 0) drop_first(pending, put);
            if (input_.progress) input_.progress(shard + 1, shards);
        }
        if (trouble.none() && !disk_.error()) writer.end(input_.digest_of(writer.runs()), input_.partial);
        return {};
    }

    void seal() {
        file_.take_size();
        const auto read = [&](char* to, std::int64_t bytes, std::int64_t at) -> std::int64_t {
            ssize_t got = -1;
            do got = ::pread(file_.descriptor(), to, static_cast<std::size_t>(bytes), at);
            while (got < 0 && errno == EINTR);
            return got;
        };
        const std::int64_t size = ::lseek(file_.descriptor(), 0, SEEK_END);
        const std::string line = seal_of(read, size);
        if (line.empty()) return file_.fail(EIO, size);
        file_.append(line);
    }

    // About as many bytes as the whole file would have taken: what the points that are done took, or all of them unpacked.
    std::int64_t needed() const {
        const std::int64_t size = ::lseek(file_.descriptor(), 0, SEEK_END);
        const std::int64_t most = layout::bytes_of_point(shape_, head_.kept) * shape_.points;
        return done_ > 0 && size > 0 ? std::max(size + 1, std::min(most, size * shape_.points / done_)) : most;
    }

    const std::string& path_;
    const MergeInput& input_;
    const SweepHead& head_;
    WholeFile file_;
    hdf5::Disk disk_;
    layout::Shape shape_;
    int batch_;      // points that are put at once
    int done_ = 0;   // points that were put
};

}  // namespace

Result<std::int64_t> write_merged_file(const std::string& path, const MergeInput& input, bool overwrite) {
    if (Problems problems = head_problems(path, *input.head); !problems.empty()) return problems;
    return Merger(path, input, overwrite).run();
}

}  // namespace ontkoker

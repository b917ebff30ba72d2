// The virtual view: its arrays are those of the shards, its runs are its own.
#include <filesystem>
#include <limits>

#include "file_problems.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "sweep_writer.h"

namespace ontkoker {
namespace {

namespace fs = std::filesystem;

// As HDF5 stores it: from the folder of the file, with per cent signs doubled (one followed by b would be a number).
std::string relative_name(const std::string& source, const std::string& file) {
    std::error_code error;
    const fs::path folder = fs::absolute(file, error).parent_path();
    std::string name = fs::absolute(source, error).lexically_normal().lexically_relative(folder.lexically_normal()).string();
    for (std::size_t at = name.find('%'); at != std::string::npos; at = name.find('%', at + 2)) name.insert(at, "%");
    return name;
}

class VirtualLayout {
public:
    VirtualLayout(const sweep::Plan& plan, const std::string& path, const std::vector<std::string>& shard_paths) : plan_(plan) {
        for (const std::string& shard : shard_paths) names_.push_back(shard.empty() ? "" : relative_name(shard, path));
    }

    hdf5::List operator()(const std::string& name, const hdf5::Sizes& sizes, hdf5::Trouble& trouble) const {
        constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
        hdf5::List list = hdf5::quiet_list(H5P_DATASET_CREATE);
        trouble.fine(H5Pset_fill_value(list, H5T_NATIVE_DOUBLE, &not_a_number), name);
        const int rank = static_cast<int>(sizes.size());
        const hdf5::Space whole(H5Screate_simple(rank, sizes.data(), nullptr));
        for (std::size_t shard = 0; shard < names_.size(); ++shard) {
            if (names_[shard].empty()) continue;
            hdf5::Sizes start(sizes.size(), 0), count = sizes;
            start[0] = static_cast<hsize_t>(plan_.first_point(static_cast<int>(shard)));
            count[0] = static_cast<hsize_t>(plan_.points_in(static_cast<int>(shard)));
            const hdf5::Space source(H5Screate_simple(rank, count.data(), nullptr));
            H5Sselect_hyperslab(whole, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
            trouble.fine(H5Pset_virtual(list, whole, names_[shard].c_str(), ("/" + name).c_str(), source), name);
        }
        return list;
    }

private:
    const sweep::Plan& plan_;
    std::vector<std::string> names_;
};

// The runs of one shard; missing ones without a path.
Result<std::vector<sweep::RunRecord>> runs_of(const sweep::Plan& plan, const std::string& path, int shard) {
    const std::size_t count = static_cast<std::size_t>(plan.points_in(shard)) * static_cast<std::size_t>(plan.replicates);
    if (path.empty()) return std::vector<sweep::RunRecord>(count);
    const auto head = read_sweep_head(path);
    if (!head) return head.problems();
    if (head.value().plan_digest != plan.digest) return file_problems::other_plan(path, head.value().plan_digest, plan.digest);
    if (head.value().first_point != plan.first_point(shard) || head.value().runs.size() != count)
        return file_problems::damaged(path, "de punten zijn niet die van dit deel");
    return head.value().runs;
}

}  // namespace

Result<std::int64_t> write_virtual_file(const std::string& path, const MergeInput& input,
                                        const std::vector<std::string>& shard_paths, bool overwrite) {
    const SweepHead& head = *input.head;
    const sweep::Plan& plan = head.plan;
    if (Problems problems = head_problems(path, head); !problems.empty()) return problems;
    const hdf5::NoPrinting quiet;
    hdf5::Trouble trouble;
    const hdf5::File file = hdf5::file_in_memory(/*newest=*/true, trouble);
    SweepWriter writer(file, head, layout::sweep_filetype, 0, plan.count(), plan.count(), trouble);
    writer.begin(VirtualLayout(plan, path, shard_paths));
    for (int shard = 0; shard < plan.shards() && trouble.none(); ++shard) {
        const auto runs = runs_of(plan, shard_paths[static_cast<std::size_t>(shard)], shard);
        if (!runs) return runs.problems();
        writer.put_runs(plan.first_point(shard), runs.value());
        if (input.progress) input.progress(shard + 1, plan.shards());
    }
    writer.end(input.digest_of(writer.runs()), input.partial);
    const std::string image = hdf5::sealed_image(file, trouble);
    if (!trouble.none()) return file_problems::library_failed(path, trouble.words());
    return write_whole_file(path, image, overwrite);
}

}  // namespace ontkoker

// Opening sweep files: nothing reaches HDF5 whose bytes do not agree with their seal.
#include <algorithm>
#include <filesystem>
#include <mutex>
#include <set>

#include "file_problems.h"
#include "file_reading.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "seal.h"
#include "sweep_reading.h"

namespace ontkoker {
namespace {

const hdf5::Kinds kinds{{layout::sweep_filetype, layout::shard_filetype}, layout::sweep_major, file_problems::not_a_sweep_file};

constexpr const char* no_seal = "het zegel aan het einde ontbreekt; een ander programma heeft het veranderd";
constexpr const char* broken_seal = "de inhoud klopt niet met het zegel aan het einde";

// A merged file can be many GB and is opened more than once in a command: files that were found whole are not read again
// as long as they are unchanged.
class KnownWhole {
public:
    bool has(const std::array<std::int64_t, 7>& identity) {
        const std::lock_guard<std::mutex> hold(mutex_);
        return known_.count(identity) > 0;
    }
    void add(const std::array<std::int64_t, 7>& identity) {
        const std::lock_guard<std::mutex> hold(mutex_);
        known_.insert(identity);
    }

private:
    std::mutex mutex_;
    std::set<std::array<std::int64_t, 7>> known_;
};

Seal seal_of_file(const FileToRead& file) {
    static KnownWhole known;
    const auto identity = file.identity();
    if (known.has(identity)) return Seal::whole;
    const Seal seal = check_seal([&](char* to, std::int64_t bytes, std::int64_t at) { return file.read(to, bytes, at); }, file.bytes());
    if (seal == Seal::whole) known.add(identity);
    return seal;
}

// The files that a virtual dataset refers to.
std::vector<std::string> sources_of(hid_t dataset, const std::string& path) {
    const hdf5::List list(H5Dget_create_plist(dataset));
    std::size_t count = 0;
    std::vector<std::string> sources;
    if (H5Pget_layout(list) != H5D_VIRTUAL || H5Pget_virtual_count(list, &count) < 0) return sources;
    for (std::size_t i = 0; i < count; ++i) {
        const ssize_t length = H5Pget_virtual_filename(list, i, nullptr, 0);
        std::string name(static_cast<std::size_t>(std::max<ssize_t>(length, 0)) + 1, '\0');
        H5Pget_virtual_filename(list, i, name.data(), name.size());
        name.pop_back();
        for (std::size_t at = name.find("%%"); at != std::string::npos; at = name.find("%%", at + 1)) name.erase(at, 1);
        sources.push_back((std::filesystem::path(path).parent_path() / name).string());
    }
    return sources;
}

// Shards behind a virtual file: HDF5 would open damaged ones, and read missing ones as NaN.
Problems check_sources(OpenSweep& sweep, const std::vector<std::string>& sources) {
    Problems problems;
    for (const std::string& source : sources) {
        const auto file = FileToRead::open(source);
        if (!file) {
            problems.insert(problems.end(), file.problems().begin(), file.problems().end());
            continue;
        }
        const Seal seal = seal_of_file(file.value());
        if (seal != Seal::whole) problems.push_back(file_problems::damaged(source, seal == Seal::none ? no_seal : broken_seal));
        sweep.bytes += static_cast<std::uint64_t>(file.value().bytes());
    }
    return problems;
}

class HeadReader {
public:
    HeadReader(hid_t file, std::uint64_t bytes) : file_(file), bytes_(bytes) {}

    SweepFile read() {
        head_.kind = text("filetype") == layout::shard_filetype ? SweepFile::Kind::shard : SweepFile::Kind::merged;
        head_.version = text("program_version");
        head_.municipality = text("municipality");
        head_.digest = text("digest");
        head_.plan_digest = text("plan_digest");
        head_.study = text("study");
        head_.design = text("design");
        head_.design_size = number("design_size", 0, 2147483647);
        head_.second_order = number("second_order", 0, 1) == 1;
        head_.partial = number("partial", 0, 1) == 1;
        head_.yearly = text("time_step") == "year";
        head_.start_year = number("start_year", 1, 9999);
        dimensions();
        if (trouble_.none()) axes();
        if (trouble_.none()) runs();
        if (trouble_.none()) head_.kept = hdf5::get_outcomes(file_, trouble_);
        if (trouble_.none() && head_.kind == SweepFile::Kind::merged) {
            const hdf5::Group place(H5Gopen2(file_, layout::configuration_group, H5P_DEFAULT));
            head_.plan_text = get_scalar_text(place, layout::plan_text, trouble_);
        }
        return std::move(head_);
    }
    const hdf5::Trouble& trouble() const { return trouble_; }

private:
    std::string text(const char* name) { return get_text(file_, name, trouble_); }
    int number(const char* name, std::int64_t least, std::int64_t most) {
        return hdf5::whole_within(name, get_number(file_, name, trouble_), least, most, trouble_);
    }
    int length(const char* name, std::int64_t most) {
        return hdf5::whole_within(name, hdf5::length_of(file_, name, trouble_), 1, most, trouble_);
    }

    // Rows and texts of runs are not packed, so the file bounds their number.
    void dimensions() {
        const auto rows = static_cast<std::int64_t>(std::min<std::uint64_t>(bytes_ / 8, 2147483647));
        head_.scenarios = get_texts(file_, "scenario", trouble_);
        head_.points = length(layout::point, rows);
        head_.replicates = length("replicate", std::max<std::int64_t>(1, rows / 2 / head_.points));
        head_.times = length("time", 120'000);
        if (!trouble_.none()) return;
        std::vector<std::int64_t> points(static_cast<std::size_t>(head_.points));
        get_array(file_, layout::point, H5T_NATIVE_INT64, {points.size()}, points.data(), trouble_);
        head_.first_point = hdf5::whole_within(layout::point, points[0], 0, 2147483647 - head_.points, trouble_);
        for (std::size_t p = 0; p < points.size(); ++p)
            if (points[p] != points[0] + static_cast<std::int64_t>(p)) trouble_.note(layout::point, "geen opeenvolgende nummers");
    }

    void axes() {
        std::vector<std::pair<std::int64_t, std::string>> found;
        for (const std::string& name : hdf5::names_in(file_)) {
            const hdf5::Handle<H5Oclose> item(H5Oopen(file_, name.c_str(), H5P_DEFAULT));
            if (!trouble_.fine(item, name)) return;
            if (hdf5::has_attribute(item, "axis_number")) found.emplace_back(get_number(item, "axis_number", trouble_), name);
        }
        std::sort(found.begin(), found.end());
        for (const auto& [place, name] : found) {
            if (place != static_cast<std::int64_t>(head_.axes.size())) trouble_.note(name, "axis_number");
            axis(name);
        }
    }

    void axis(const std::string& name) {
        const hdf5::Dataset item(H5Dopen2(file_, name.c_str(), H5P_DEFAULT));
        sweep::Axis axis;
        axis.name = name;
        axis.lever = get_text(item, "kind", trouble_) == "lever";
        axis.target = get_text(item, "target", trouble_);
        axis.unit = get_text(item, hdf5::has_attribute(item, "unit_word") ? "unit_word" : "units", trouble_);
        axis.nl = get_text(item, "long_name_nl", trouble_);
        axis.en = get_text(item, "long_name", trouble_);
        axis.low = get_real(item, "low", trouble_);
        axis.high = get_real(item, "high", trouble_);
        const std::string spread = get_text(item, "spread", trouble_);
        const auto* word = std::find(std::begin(sweep::spread_words), std::end(sweep::spread_words), spread);
        if (word == std::end(sweep::spread_words)) return trouble_.note(name, "spread");
        axis.spread = static_cast<sweep::Spread>(word - std::begin(sweep::spread_words));
        if (axis.lever) lever(item, axis);
        auto& values = head_.axis_values.emplace_back(static_cast<std::size_t>(head_.points));
        get_array(file_, name, H5T_NATIVE_DOUBLE, {values.size()}, values.data(), trouble_);
        head_.axes.push_back(std::move(axis));
    }

    void lever(hid_t item, sweep::Axis& axis) {
        axis.from = get_text(item, "from", trouble_);
        axis.ramp_months = static_cast<int>(get_number(item, "ramp_months", trouble_));
        std::string word;
        for (const char c : get_text(item, "scenarios", trouble_) + " ") {
            if (c != ' ') word += c;
            else if (!word.empty()) axis.scenarios.push_back(std::exchange(word, ""));
        }
    }

    void runs() {
        const hdf5::Sizes sizes = {static_cast<hsize_t>(head_.points), static_cast<hsize_t>(head_.replicates)};
        const std::size_t count = sizes[0] * sizes[1];
        std::vector<std::int64_t> status(count), households(count);
        get_array(file_, layout::run_status, H5T_NATIVE_INT64, sizes, status.data(), trouble_);
        get_array(file_, layout::run_households, H5T_NATIVE_INT64, sizes, households.data(), trouble_);
        const std::vector<std::string> digests = get_texts(file_, layout::run_digest, trouble_, count);
        const std::vector<std::string> errors = get_texts(file_, layout::run_error, trouble_, count);
        if (digests.size() != count || errors.size() != count) trouble_.note(layout::run_digest, "heeft een andere lengte");
        if (!trouble_.none()) return;
        head_.runs.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (status[i] < 0 || status[i] > 2) return trouble_.note(layout::run_status, "onmogelijke waarde");
            head_.runs[i] = {static_cast<sweep::RunStatus>(status[i]), digests[i], errors[i], households[i]};
        }
    }

    hid_t file_;
    std::uint64_t bytes_;
    hdf5::Trouble trouble_;
    SweepFile head_;
};

Result<OpenSweep> with_head(const std::string& path, Checked checked) {
    if (Problems problems = hdf5::problems_of_kind(path, checked.file, kinds); !problems.empty()) return problems;
    if (!checked.sealed) return file_problems::damaged(path, no_seal);
    OpenSweep sweep{path, std::move(checked.file), checked.bytes, {}};
    HeadReader reader(sweep.file, sweep.bytes);
    sweep.head = reader.read();
    if (!reader.trouble().none()) return file_problems::damaged(path, reader.trouble().words());
    const hdf5::Dataset first(H5Dopen2(sweep.file, sweep.head.kept.front().name.c_str(), H5P_DEFAULT));
    if (const auto sources = sources_of(first, path); !sources.empty()) {
        sweep.head.kind = SweepFile::Kind::virtual_view;
        if (Problems problems = check_sources(sweep, sources); !problems.empty()) return problems;
    }
    return sweep;
}

}  // namespace

Result<Checked> open_checked(const std::string& path) {
    const auto bytes = FileToRead::open(path);
    if (!bytes) return bytes.problems();
    std::string start(hdf5::signature.size(), '\0');
    if (bytes.value().read(start.data(), static_cast<std::int64_t>(start.size()), 0) != static_cast<std::int64_t>(start.size()) ||
        start != hdf5::signature) {
        return file_problems::not_a_sweep_file(path, "het is geen HDF5-bestand");
    }
    const Seal seal = seal_of_file(bytes.value());
    if (seal == Seal::broken) return file_problems::damaged(path, broken_seal);
    hdf5::Trouble trouble;
    const hdf5::List access(H5Pcreate(H5P_FILE_ACCESS));
    // Whole files never change, and some file systems of clusters have no locks.
    trouble.fine(H5Pset_file_locking(access, false, true), "locking");
    Checked checked{hdf5::File(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access)), static_cast<std::uint64_t>(bytes.value().bytes()),
                    seal == Seal::whole};
    if (!trouble.fine(checked.file, "HDF5")) return file_problems::damaged(path, trouble.words());
    return checked;
}

Result<OpenSweep> open_sweep_file(const std::string& path) {
    auto checked = open_checked(path);
    if (!checked) return checked.problems();
    return with_head(path, std::move(checked.value()));
}

Result<OpenSweep> open_sweep_image(const std::string& path, const std::string& image) {
    if (image.compare(0, hdf5::signature.size(), hdf5::signature) != 0) {
        return file_problems::not_a_sweep_file(path, "het is geen HDF5-bestand");
    }
    const Seal seal = check_seal(image);
    if (seal == Seal::broken) return file_problems::damaged(path, broken_seal);
    hdf5::Trouble trouble;
    Checked checked{hdf5::open_image(image, trouble), image.size(), seal == Seal::whole};
    if (!trouble.none()) return file_problems::damaged(path, trouble.words());
    return with_head(path, std::move(checked));
}

}  // namespace ontkoker

#include "descriptor_driver.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ontkoker::hdf5 {
namespace {

struct Info {
    Disk* disk;
};

// HDF5 casts to and from its own part, which must come first.
struct OpenFile {
    H5FD_t common;
    Disk* disk;
    haddr_t allocated, written;
};
OpenFile* ours(H5FD_t* file) { return reinterpret_cast<OpenFile*>(file); }
const OpenFile* ours(const H5FD_t* file) { return reinterpret_cast<const OpenFile*>(file); }

H5FD_t* open_file(const char*, unsigned, hid_t access, haddr_t) {
    const auto* info = static_cast<const Info*>(H5Pget_driver_info(access));
    if (info == nullptr) return nullptr;
    auto* file = new OpenFile{};
    file->disk = info->disk;
    return &file->common;
}

herr_t close_file(H5FD_t* file) {
    delete ours(file);
    return 0;
}

herr_t query(const H5FD_t*, unsigned long* features) {
    *features = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE | H5FD_FEAT_AGGREGATE_SMALLDATA;
    return 0;
}

haddr_t end_of_allocation(const H5FD_t* file, H5FD_mem_t) { return ours(file)->allocated; }
herr_t set_end_of_allocation(H5FD_t* file, H5FD_mem_t, haddr_t at) {
    ours(file)->allocated = at;
    return 0;
}
haddr_t end_of_file(const H5FD_t* file, H5FD_mem_t) { return ours(file)->written; }

herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, std::size_t size, void* to) {
    return ours(file)->disk->read(at, size, to) ? 0 : -1;
}
herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, std::size_t size, const void* from) {
    ours(file)->disk->write(at, size, from);
    ours(file)->written = std::max(ours(file)->written, at + size);
    return 0;
}
herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
    if (ours(file)->written == ours(file)->allocated) return 0;
    ours(file)->disk->truncate(ours(file)->allocated);
    ours(file)->written = ours(file)->allocated;
    return 0;
}

hid_t registered() {
    static const hid_t driver = [] {
        static H5FD_class_t description{};
        description.name = "ontkoker-descriptor";
        description.maxaddr = haddr_t{1} << 62;
        description.fc_degree = H5F_CLOSE_STRONG;
        description.fapl_size = sizeof(Info);
        description.open = open_file;
        description.close = close_file;
        description.query = query;
        description.get_eoa = end_of_allocation;
        description.set_eoa = set_end_of_allocation;
        description.get_eof = end_of_file;
        description.read = read;
        description.write = write;
        description.truncate = truncate;
        constexpr H5FD_mem_t kinds[] = H5FD_FLMAP_DICHOTOMY;   // numbers apart from what describes them
        std::copy(std::begin(kinds), std::end(kinds), description.fl_map);
        return H5FDregister(&description);
    }();
    return driver;
}

}  // namespace

void Disk::use_in(hid_t access, Trouble& trouble) {
    const Info info{this};
    trouble.fine(H5Pset_driver(access, registered(), &info), "driver");
}

bool Disk::read(std::uint64_t at, std::size_t size, void* to) const {
    auto* const bytes = static_cast<char*>(to);
    std::memset(bytes, 0, size);   // beyond the end
    for (std::size_t have = 0; have < size;) {
        const ssize_t got = ::pread(descriptor_, bytes + have, size - have, static_cast<off_t>(at + have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    for (const auto& [place, lost] : lost_) {
        const std::uint64_t first = std::max(at, place), last = std::min(at + size, place + lost.size());
        if (first < last) std::memcpy(bytes + (first - at), lost.data() + (first - place), last - first);
    }
    return true;
}

void Disk::write(std::uint64_t at, std::size_t size, const void* from) {
    const auto* bytes = static_cast<const char*>(from);
    while (error_ == 0 && size > 0) {
        const ssize_t written = ::pwrite(descriptor_, bytes, size, static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            error_ = written < 0 ? errno : ENOSPC;
            break;
        }
        at += static_cast<std::uint64_t>(written);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    if (size == 0) return;
    // A later write over the same place is the one that counts.
    std::string& lost = lost_[at];
    if (lost.size() < size) lost.resize(size);
    std::memcpy(lost.data(), bytes, size);
}

void Disk::truncate(std::uint64_t size) {
    if (error_ == 0 && ::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) error_ = errno;
}

}  // namespace ontkoker::hdf5

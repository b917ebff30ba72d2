// A file driver of HDF5 over an open descriptor, for files too large for memory. HDF5 crashes when a write fails (a full
// disk), so this driver never lets one fail: it remembers the error and from then on keeps in memory what should have been
// written. Whoever writes asks for the error, stops and throws the file away.
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "handles.h"

namespace ontkoker::hdf5 {

class Disk {
public:
    // `descriptor` must be open for reading and writing as long as the file is, and so must this object.
    explicit Disk(int descriptor) : descriptor_(descriptor) {}
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    // For H5Pcreate(H5P_FILE_ACCESS). The name given to H5Fcreate is of no account; no locks are asked for, which some
    // file systems of clusters do not have.
    void use_in(hid_t access, Trouble& trouble);
    // The first error (an errno), or 0.
    int error() const { return error_; }

    // What HDF5 calls.
    bool read(std::uint64_t at, std::size_t size, void* to) const;
    void write(std::uint64_t at, std::size_t size, const void* from);
    void truncate(std::uint64_t size);

private:
    int descriptor_;
    int error_ = 0;
    std::map<std::uint64_t, std::string> lost_;   // by place; what should have been written since the error
};

}  // namespace ontkoker::hdf5

// The first 48 bytes of an HDF5 file of superblock version 2 or 3.
#pragma once
#include <string>

namespace ontkoker::hdf5 {

// Marks `image` as closed and renews the superblock's checksum; does nothing when it has another version.
// H5Fget_file_image clears the mark "open for writing" but leaves the checksum that was made with it (HDF5 issue 1915,
// mended in April 2025), and then no program opens the file. On an image that is in order nothing changes.
void close_superblock(std::string& image);

}  // namespace ontkoker::hdf5

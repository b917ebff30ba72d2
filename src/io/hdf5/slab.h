// Some rows of an array, along its first axis: as they stand in the file and as they stand in memory.
#pragma once
#include <vector>

#include "items.h"

namespace ontkoker::hdf5 {

struct Slab {
    Space file, memory;

    Slab(const Sizes& sizes, hsize_t first, hsize_t count) {
        Sizes start(sizes.size(), 0), taken = sizes;
        start[0] = first;
        taken[0] = count;
        const int rank = static_cast<int>(sizes.size());
        file = Space(H5Screate_simple(rank, sizes.data(), nullptr));
        memory = Space(H5Screate_simple(rank, taken.data(), nullptr));
        H5Sselect_hyperslab(file, H5S_SELECT_SET, start.data(), nullptr, taken.data(), nullptr);
    }
};

}  // namespace ontkoker::hdf5

// Files may have been damaged or made by others: every size is checked before anything is read into memory.
#include "items.h"
#include "slab.h"

namespace ontkoker::hdf5 {
namespace {

constexpr const char* not_as_expected = "heeft een ander type of een andere vorm dan verwacht";

// Number of elements, or 0 when `space` is not an array of 1 to `most` elements.
hsize_t elements(hid_t space, hsize_t most) {
    const hssize_t points = H5Sget_simple_extent_npoints(space);
    return points > 0 && static_cast<hsize_t>(points) <= most ? static_cast<hsize_t>(points) : 0;
}

bool is_variable_text(hid_t type) { return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0; }

// Takes over texts that the library allocated.
std::vector<std::string> taken(std::vector<char*>& pointers, hid_t type, hid_t space) {
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
    return texts;
}

std::string without_padding(std::string text) {
    const auto last = text.find_last_not_of('\0');
    text.resize(last == std::string::npos ? 0 : last + 1);
    return text;
}

template <class T>
std::vector<T> get_plain(hid_t at, const char* name, H5T_class_t wanted, hid_t type, hsize_t most, Trouble& trouble) {
    const Attribute attribute(H5Aopen(at, name, H5P_DEFAULT));
    if (!trouble.fine(attribute, name)) return {};
    const Type stored(H5Aget_type(attribute));
    const Space space(H5Aget_space(attribute));
    std::vector<T> numbers(elements(space, most));
    if (numbers.empty() || H5Tget_class(stored) != wanted) {
        trouble.note(name, not_as_expected);
        return {};
    }
    trouble.fine(H5Aread(attribute, type, numbers.data()), name);
    return numbers;
}

Sizes sizes_in(hid_t dataset) {
    const Space space(H5Dget_space(dataset));
    const int rank = H5Sget_simple_extent_ndims(space);
    Sizes sizes(rank > 0 ? static_cast<std::size_t>(rank) : 0);
    if (rank > 0) H5Sget_simple_extent_dims(space, sizes.data(), nullptr);
    return sizes;
}

}  // namespace

bool has_attribute(hid_t at, const char* name) { return H5Aexists(at, name) > 0; }

std::string get_text(hid_t at, const char* name, Trouble& trouble) {
    const Attribute attribute(H5Aopen(at, name, H5P_DEFAULT));
    if (!trouble.fine(attribute, name)) return "";
    const Type type(H5Aget_type(attribute));
    const Space space(H5Aget_space(attribute));
    if (H5Tget_class(type) != H5T_STRING || elements(space, 1) != 1) {
        trouble.note(name, not_as_expected);
        return "";
    }
    if (is_variable_text(type)) {
        std::vector<char*> pointer(1, nullptr);
        if (!trouble.fine(H5Aread(attribute, type, pointer.data()), name)) return "";
        return taken(pointer, type, space).front();
    }
    std::string text(H5Tget_size(type), '\0');
    trouble.fine(H5Aread(attribute, type, text.data()), name);
    return without_padding(std::move(text));
}

std::vector<std::int64_t> get_numbers(hid_t at, const char* name, Trouble& trouble) {
    return get_plain<std::int64_t>(at, name, H5T_INTEGER, H5T_NATIVE_INT64, 64, trouble);
}

std::int64_t get_number(hid_t at, const char* name, Trouble& trouble) {
    const auto one = get_plain<std::int64_t>(at, name, H5T_INTEGER, H5T_NATIVE_INT64, 1, trouble);
    return one.empty() ? 0 : one.front();
}

double get_real(hid_t at, const char* name, Trouble& trouble) {
    const auto one = get_plain<double>(at, name, H5T_FLOAT, H5T_NATIVE_DOUBLE, 1, trouble);
    return one.empty() ? 0.0 : one.front();
}

std::vector<std::string> get_texts(hid_t at, const std::string& name, Trouble& trouble, hsize_t most) {
    const Dataset dataset(H5Dopen2(at, name.c_str(), H5P_DEFAULT));
    if (!trouble.fine(dataset, name)) return {};
    const Type type(H5Dget_type(dataset));
    const Space space(H5Dget_space(dataset));
    std::vector<char*> pointers(elements(space, most), nullptr);
    if (pointers.empty() || !is_variable_text(type)) {
        trouble.note(name, not_as_expected);
        return {};
    }
    if (!trouble.fine(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), name)) return {};
    return taken(pointers, type, space);
}

std::string get_scalar_text(hid_t at, const std::string& name, Trouble& trouble) {
    const std::vector<std::string> one = get_texts(at, name, trouble);
    if (one.size() > 1) trouble.note(name, not_as_expected);
    return one.empty() ? "" : one.front();
}

Sizes sizes_of(hid_t at, const std::string& name, Trouble& trouble) {
    const Dataset dataset(H5Dopen2(at, name.c_str(), H5P_DEFAULT));
    return trouble.fine(dataset, name) ? sizes_in(dataset) : Sizes{};
}

void get_array(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, void* data, Trouble& trouble) {
    const Dataset dataset(H5Dopen2(at, name.c_str(), H5P_DEFAULT));
    if (!trouble.fine(dataset, name)) return;
    const Type stored(H5Dget_type(dataset));
    if (sizes_in(dataset) != sizes || H5Tget_class(stored) != H5Tget_class(type)) {
        return trouble.note(name, not_as_expected);
    }
    trouble.fine(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, data), name);
}

void get_slab(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, hsize_t first, hsize_t count, void* data,
              Trouble& trouble) {
    const Dataset dataset(H5Dopen2(at, name.c_str(), H5P_DEFAULT));
    if (!trouble.fine(dataset, name)) return;
    const Type stored(H5Dget_type(dataset));
    if (sizes_in(dataset) != sizes || H5Tget_class(stored) != H5Tget_class(type)) {
        return trouble.note(name, not_as_expected);
    }
    const Slab slab(sizes, first, count);
    trouble.fine(H5Dread(dataset, type, slab.memory, slab.file, H5P_DEFAULT, data), name);
}

}  // namespace ontkoker::hdf5

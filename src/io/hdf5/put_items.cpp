#include <hdf5_hl.h>

#include <limits>

#include "items.h"
#include "slab.h"

namespace ontkoker::hdf5 {
namespace {

// Up to this many attributes stay in the object's header. Above it HDF5 moves them to a heap and an index, which cost
// kilobytes per variable and which simple readers do not know.
constexpr unsigned attributes_in_header = 64;

hid_t stored_as(hid_t type) { return H5Tget_class(type) == H5T_FLOAT ? H5T_IEEE_F64LE : H5T_STD_I64LE; }

void put_attribute(hid_t at, const char* name, hid_t file_type, hid_t type, hid_t space, const void* data,
                   Trouble& trouble) {
    const Attribute attribute(H5Acreate2(at, name, file_type, space, H5P_DEFAULT, H5P_DEFAULT));
    trouble.fine(attribute, name) && trouble.fine(H5Awrite(attribute, type, data), name);
}

Dataset put_dataset(hid_t at, const std::string& name, hid_t file_type, hid_t type, hid_t space, hid_t list,
                    const void* data, Trouble& trouble) {
    Dataset dataset(H5Dcreate2(at, name.c_str(), file_type, space, H5P_DEFAULT, list, H5P_DEFAULT));
    trouble.fine(dataset, name) && trouble.fine(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, data), name);
    return dataset;
}

Dataset make_dataset(hid_t at, const std::string& name, hid_t file_type, const Sizes& sizes, hid_t list,
                     Trouble& trouble) {
    const Space space(H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr));
    Dataset dataset(H5Dcreate2(at, name.c_str(), file_type, space, H5P_DEFAULT, list, H5P_DEFAULT));
    trouble.fine(dataset, name);
    return dataset;
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

List packed_list(const std::string& name, const Sizes& chunk, bool missing_values, Trouble& trouble) {
    List list = quiet_list(H5P_DATASET_CREATE);
    trouble.fine(H5Pset_chunk(list, static_cast<int>(chunk.size()), chunk.data()), name);
    trouble.fine(H5Pset_shuffle(list), name);
    trouble.fine(H5Pset_deflate(list, 4), name);
    trouble.fine(H5Pset_fletcher32(list), name);
    if (missing_values) trouble.fine(H5Pset_fill_value(list, H5T_NATIVE_DOUBLE, &not_a_number), name);
    return list;
}

}  // namespace

Type text_type() {
    Type type(H5Tcopy(H5T_C_S1));
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

List quiet_list(hid_t list_class) {
    List list(H5Pcreate(list_class));
    H5Pset_obj_track_times(list, false);
    H5Pset_attr_phase_change(list, attributes_in_header, 0);
    return list;
}

void put_text(hid_t at, const char* name, const std::string& text, Trouble& trouble) {
    // Exactly as long as the text: a closing zero byte would show up in some readers.
    const Type type(H5Tcopy(H5T_C_S1));
    H5Tset_size(type, text.empty() ? 1 : text.size());
    H5Tset_strpad(type, H5T_STR_NULLPAD);
    H5Tset_cset(type, H5T_CSET_UTF8);
    const Space one(H5Screate(H5S_SCALAR));
    put_attribute(at, name, type, type, one, text.c_str(), trouble);
}

void put_number(hid_t at, const char* name, std::int64_t number, Trouble& trouble) {
    const Space one(H5Screate(H5S_SCALAR));
    put_attribute(at, name, H5T_STD_I64LE, H5T_NATIVE_INT64, one, &number, trouble);
}

void put_numbers(hid_t at, const char* name, const std::vector<std::int64_t>& numbers, Trouble& trouble) {
    const hsize_t size = numbers.size();
    const Space space(H5Screate_simple(1, &size, nullptr));
    put_attribute(at, name, H5T_STD_I64LE, H5T_NATIVE_INT64, space, numbers.data(), trouble);
}

void put_real(hid_t at, const char* name, double number, Trouble& trouble) {
    const Space one(H5Screate(H5S_SCALAR));
    put_attribute(at, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, one, &number, trouble);
}

Dataset put_texts(hid_t at, const std::string& name, const std::vector<std::string>& texts, Trouble& trouble) {
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(text.c_str());
    const hsize_t size = texts.size();
    const Space space(H5Screate_simple(1, &size, nullptr));
    const Type type = text_type();
    return put_dataset(at, name, type, type, space, quiet_list(H5P_DATASET_CREATE), pointers.data(), trouble);
}

void put_scalar_text(hid_t at, const std::string& name, const std::string& text, Trouble& trouble) {
    const char* pointer = text.c_str();
    const Space one(H5Screate(H5S_SCALAR));
    const Type type = text_type();
    put_dataset(at, name, type, type, one, quiet_list(H5P_DATASET_CREATE), &pointer, trouble);
}

Dataset put_row(hid_t at, const std::string& name, hid_t type, hsize_t size, const void* data, Trouble& trouble) {
    const Space space(H5Screate_simple(1, &size, nullptr));
    return put_dataset(at, name, stored_as(type), type, space, quiet_list(H5P_DATASET_CREATE), data, trouble);
}

Dataset put_array(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, const Sizes& chunk,
                  const void* data, bool missing_values, Trouble& trouble) {
    const List list = packed_list(name, chunk, missing_values, trouble);
    const Space space(H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr));
    Dataset dataset = put_dataset(at, name, stored_as(type), type, space, list, data, trouble);
    if (missing_values) put_real(dataset, "_FillValue", not_a_number, trouble);
    return dataset;
}

Dataset make_array(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, const Sizes& chunk,
                   bool missing_values, Trouble& trouble) {
    const List list = packed_list(name, chunk, missing_values, trouble);
    if (missing_values) return make_doubles(at, name, sizes, list, trouble);
    return make_dataset(at, name, stored_as(type), sizes, list, trouble);
}

Dataset make_text_array(hid_t at, const std::string& name, const Sizes& sizes, Trouble& trouble) {
    return make_dataset(at, name, text_type(), sizes, quiet_list(H5P_DATASET_CREATE), trouble);
}

Dataset make_doubles(hid_t at, const std::string& name, const Sizes& sizes, hid_t list, Trouble& trouble) {
    Dataset dataset = make_dataset(at, name, H5T_IEEE_F64LE, sizes, list, trouble);
    put_real(dataset, "_FillValue", not_a_number, trouble);
    return dataset;
}

void put_slab(hid_t dataset, hid_t type, const Sizes& sizes, hsize_t first, hsize_t count, const void* data,
              Trouble& trouble) {
    const Slab slab(sizes, first, count);
    trouble.fine(H5Dwrite(dataset, type, slab.memory, slab.file, H5P_DEFAULT, data), "H5Dwrite");
}

void put_text_slab(hid_t dataset, const Sizes& sizes, hsize_t first, const std::vector<std::string>& texts,
                   Trouble& trouble) {
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(text.c_str());
    const hsize_t row = sizes.size() > 1 ? sizes[1] : 1;
    put_slab(dataset, text_type(), sizes, first, texts.size() / row, pointers.data(), trouble);
}

}  // namespace ontkoker::hdf5

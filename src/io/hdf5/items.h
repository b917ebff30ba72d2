// Reading and writing the few kinds of things that result and sweep files are made of.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "handles.h"

namespace ontkoker::hdf5 {

using Sizes = std::vector<hsize_t>;

// Variable-length UTF-8 text: netCDF-C 4.9 corrupts memory on datasets of fixed-length text.
Type text_type();
// A dataset or group creation list that stores no times, so that equal contents give equal bytes.
List quiet_list(hid_t list_class);

void put_text(hid_t at, const char* name, const std::string& text, Trouble& trouble);
void put_number(hid_t at, const char* name, std::int64_t number, Trouble& trouble);
void put_numbers(hid_t at, const char* name, const std::vector<std::int64_t>& numbers, Trouble& trouble);
void put_real(hid_t at, const char* name, double number, Trouble& trouble);
Dataset put_texts(hid_t at, const std::string& name, const std::vector<std::string>& texts, Trouble& trouble);
void put_scalar_text(hid_t at, const std::string& name, const std::string& text, Trouble& trouble);
// A one-dimensional array of int64 or double (`type` is H5T_NATIVE_INT64 or H5T_NATIVE_DOUBLE), stored little-endian.
Dataset put_row(hid_t at, const std::string& name, hid_t type, hsize_t size, const void* data, Trouble& trouble);
// An array in chunks: shuffled, deflated, with checksums. `missing_values`: NaN is the declared fill value.
Dataset put_array(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, const Sizes& chunk,
                  const void* data, bool missing_values, Trouble& trouble);

// The same in two steps, for arrays that are written in slabs along their first axis: first the empty array, then
// `count` rows from `first` on. `sizes` are those of the whole array. Text arrays are not chunked.
Dataset make_array(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, const Sizes& chunk,
                   bool missing_values, Trouble& trouble);
Dataset make_text_array(hid_t at, const std::string& name, const Sizes& sizes, Trouble& trouble);
// An array of doubles made with `list`, a dataset creation list whose layout is set; NaN is the declared fill value.
Dataset make_doubles(hid_t at, const std::string& name, const Sizes& sizes, hid_t list, Trouble& trouble);
void put_slab(hid_t dataset, hid_t type, const Sizes& sizes, hsize_t first, hsize_t count, const void* data,
              Trouble& trouble);
void put_text_slab(hid_t dataset, const Sizes& sizes, hsize_t first, const std::vector<std::string>& texts,
                   Trouble& trouble);

bool has_attribute(hid_t at, const char* name);
std::string get_text(hid_t at, const char* name, Trouble& trouble);
std::vector<std::int64_t> get_numbers(hid_t at, const char* name, Trouble& trouble);
std::int64_t get_number(hid_t at, const char* name, Trouble& trouble);
double get_real(hid_t at, const char* name, Trouble& trouble);
// All texts of an array of any shape, at most `most`.
std::vector<std::string> get_texts(hid_t at, const std::string& name, Trouble& trouble, hsize_t most = 1'000'000);
std::string get_scalar_text(hid_t at, const std::string& name, Trouble& trouble);
// The sizes of a dataset; empty when it is not there.
Sizes sizes_of(hid_t at, const std::string& name, Trouble& trouble);
// Fills `data`, which has room for `sizes`; it is trouble when the dataset has other sizes.
void get_array(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, void* data, Trouble& trouble);
// The same for `count` rows from `first` on along the first axis.
void get_slab(hid_t at, const std::string& name, hid_t type, const Sizes& sizes, hsize_t first, hsize_t count, void* data,
              Trouble& trouble);

}  // namespace ontkoker::hdf5

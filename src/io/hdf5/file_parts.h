// What result files and sweep files have in common. Equal calls in equal order give equal bytes.
#pragma once
#include <string>
#include <vector>

#include "items.h"
#include "ontkoker/domain/results.h"

namespace ontkoker::hdf5 {

// A dimension: a dataset at the root that others are attached to.
struct Scale {
    std::string name;
    Dataset dataset;
};

// That axis `axis` of a dataset (its path in the file) is `scale`.
struct Attachment {
    std::string dataset;
    unsigned axis;
    std::string scale;
};
// Attaches everything at once, as H5DSattach_scale does one by one: that writes a list in the scale anew each time, which
// for hundreds of arrays costs more bytes and time than their numbers. No scale may have attachments already.
void attach_all(hid_t file, const std::vector<Attachment>& attachments, Trouble& trouble);

// A file in memory: HDF5 crashes on a full disk, so it never sees the disk. `newest`: also what HDF5 1.8 cannot read.
File file_in_memory(bool newest, Trouble& trouble);
// Creation list of a file that stores no times, with its links in the order in which they were made. (Smaller indexes of
// chunks would save a kilobyte for each array, but HDF5 then stores the time in an extension of its superblock.)
List file_creation();
// Sets the format: one for every HDF5 from 1.8 on, with checksums on what is not data.
void set_format(hid_t access, bool newest, Trouble& trouble);
// The bytes of a file in memory, sealed. Everything in it must have been closed.
std::string sealed_image(hid_t file, Trouble& trouble);
// A file in memory with these bytes, for reading.
File open_image(const std::string& image, Trouble& trouble);

Group put_group(hid_t at, const char* name, Trouble& trouble);
Scale put_scale(std::string name, Dataset dataset, const std::string& en, const std::string& nl, Trouble& trouble);
Scale put_replicates(hid_t file, int first, int count, Trouble& trouble);
// The first days of months, or with `yearly` of years.
Scale put_times(hid_t file, int start_year, int count, bool yearly, Trouble& trouble);
// The split dimensions with the names of their parts. With `later` nothing is attached, but noted there.
std::vector<Scale> put_splits(hid_t file, const std::vector<OutcomeInfo>& outcomes, std::vector<Attachment>* later,
                              Trouble& trouble);

// What a reader needs to understand and to restore an outcome.
void describe_outcome(hid_t dataset, const OutcomeInfo& info, std::size_t number, Trouble& trouble);
// The same for numerator or denominator of a ratio.
void describe_part_of_ratio(hid_t dataset, const OutcomeInfo& info, const char* word, Trouble& trouble);
// The scales of an outcome: those of all outcomes, then that of its split.
std::vector<const Scale*> scales_of(const OutcomeInfo& info, const std::vector<Scale>& scales, const std::vector<Scale>& splits);

}  // namespace ontkoker::hdf5

// A line at the end of a file by which any change to its bytes is seen before a library reads them. HDF5 can run
// for ever on a file with one wrong bit (HDF5 issue 1707), so it must not be given one. Guards against accidents
// only: who changes a file on purpose can seal it again.
#pragma once
#include <string>
#include <string_view>

namespace ontkoker {

enum class Seal { none, broken, whole };

// "\nontkoker-seal XXH3-128 <32 hexadecimal digits>\n" over all bytes before it. HDF5 ignores what follows its end.
std::string seal_of(std::string_view contents);
Seal check_seal(std::string_view file);

}  // namespace ontkoker

#include "seal.h"

// Header-only use of xxHash: no library to link.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ontkoker {
namespace {

constexpr std::string_view opening = "\nontkoker-seal XXH3-128 ";
constexpr std::size_t seal_size = opening.size() + 32 + 1;

}  // namespace

std::string seal_of(std::string_view contents) {
    XXH128_canonical_t hash;
    XXH128_canonicalFromHash(&hash, XXH3_128bits(contents.data(), contents.size()));
    std::string seal(opening);
    for (const unsigned char byte : hash.digest) {
        seal += "0123456789abcdef"[byte >> 4];
        seal += "0123456789abcdef"[byte & 15];
    }
    return seal + '\n';
}

Seal check_seal(std::string_view file) {
    if (file.size() < seal_size) return Seal::none;
    const std::string_view contents = file.substr(0, file.size() - seal_size), seal = file.substr(contents.size());
    if (seal.substr(0, opening.size()) != opening) return Seal::none;
    return seal == seal_of(contents) ? Seal::whole : Seal::broken;
}

}  // namespace ontkoker

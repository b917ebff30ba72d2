#include "seal.h"

#include <algorithm>
#include <vector>

// Header-only use of xxHash: no library to link.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ontkoker {
namespace {

constexpr std::string_view opening = "\nontkoker-seal XXH3-128 ";
constexpr std::size_t seal_size = opening.size() + 32 + 1;
constexpr std::int64_t at_once = std::int64_t{1} << 20;

std::string line_of(XXH128_hash_t sum) {
    XXH128_canonical_t hash;
    XXH128_canonicalFromHash(&hash, sum);
    std::string seal(opening);
    for (const unsigned char byte : hash.digest) {
        seal += "0123456789abcdef"[byte >> 4];
        seal += "0123456789abcdef"[byte & 15];
    }
    return seal + '\n';
}

}  // namespace

std::string seal_of(std::string_view contents) { return line_of(XXH3_128bits(contents.data(), contents.size())); }

Seal check_seal(std::string_view file) {
    if (file.size() < seal_size) return Seal::none;
    const std::string_view contents = file.substr(0, file.size() - seal_size), seal = file.substr(contents.size());
    if (seal.substr(0, opening.size()) != opening) return Seal::none;
    return seal == seal_of(contents) ? Seal::whole : Seal::broken;
}

std::string seal_of(const ReadAt& read, std::int64_t bytes) {
    XXH3_state_t state;
    XXH3_128bits_reset(&state);
    std::vector<char> buffer(static_cast<std::size_t>(std::min(at_once, bytes)));
    for (std::int64_t at = 0; at < bytes;) {
        const std::int64_t got = read(buffer.data(), std::min(at_once, bytes - at), at);
        if (got <= 0) return "";
        XXH3_128bits_update(&state, buffer.data(), static_cast<std::size_t>(got));
        at += got;
    }
    return line_of(XXH3_128bits_digest(&state));
}

Seal check_seal(const ReadAt& read, std::int64_t bytes) {
    const auto contents = bytes - static_cast<std::int64_t>(seal_size);
    if (contents < 0) return Seal::none;
    std::string seal(seal_size, '\0');
    for (std::size_t have = 0; have < seal_size;) {
        const std::int64_t got = read(seal.data() + have, static_cast<std::int64_t>(seal_size - have), contents + static_cast<std::int64_t>(have));
        if (got <= 0) return Seal::broken;
        have += static_cast<std::size_t>(got);
    }
    if (seal.substr(0, opening.size()) != opening) return Seal::none;
    return seal == seal_of(read, contents) ? Seal::whole : Seal::broken;
}

}  // namespace ontkoker

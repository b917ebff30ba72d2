#include "superblock.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace ontkoker::hdf5 {
namespace {

// Offsets in superblock versions 2 and 3 with addresses of 8 bytes (HDF5 file format specification, section II.A).
constexpr std::size_t version_at = 8, address_size_at = 9, marks_at = 11, checksum_at = 44, superblock_size = 48;

std::uint32_t little_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t word = 0;
    for (std::size_t i = 4; i-- > 0;) word = word << 8 | static_cast<unsigned char>(bytes[at + i]);
    return word;
}

// Bob Jenkins' lookup3 (public domain) over the 44 bytes before the checksum: three rounds of twelve, then eight.
std::uint32_t checksum(const std::string& bytes) {
    constexpr auto left = [](std::uint32_t x, int by) { return std::rotl(x, by); };
    constexpr std::uint32_t start = 0xdeadbeef + checksum_at;
    std::uint32_t a = start, b = start, c = start;
    std::size_t at = 0;
    for (; checksum_at - at > 12; at += 12) {
        a += little_endian(bytes, at), b += little_endian(bytes, at + 4), c += little_endian(bytes, at + 8);
        a -= c, a ^= left(c, 4), c += b;
        b -= a, b ^= left(a, 6), a += c;
        c -= b, c ^= left(b, 8), b += a;
        a -= c, a ^= left(c, 16), c += b;
        b -= a, b ^= left(a, 19), a += c;
        c -= b, c ^= left(b, 4), b += a;
    }
    a += little_endian(bytes, at), b += little_endian(bytes, at + 4);
    c ^= b, c -= left(b, 14);
    a ^= c, a -= left(c, 11);
    b ^= a, b -= left(a, 25);
    c ^= b, c -= left(b, 16);
    a ^= c, a -= left(c, 4);
    b ^= a, b -= left(a, 14);
    c ^= b, c -= left(b, 24);
    return c;
}

}  // namespace

void close_superblock(std::string& image) {
    if (image.size() < superblock_size || image[address_size_at] != 8) return;
    if (image[version_at] != 2 && image[version_at] != 3) return;
    image[marks_at] = 0;
    std::uint32_t sum = checksum(image);
    for (std::size_t i = 0; i < 4; ++i, sum >>= 8) image[checksum_at + i] = static_cast<char>(sum & 0xff);
}

}  // namespace ontkoker::hdf5

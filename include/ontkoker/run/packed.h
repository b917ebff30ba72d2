// Numbers and texts as bytes that are equal on every machine: for digests, and for runs that are kept on disk until all
// of them are there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ontkoker {

// Puts eight little-endian bytes for each number; of texts and lists the length goes first.
class Packer {
public:
    Packer& raw(std::string_view bytes);
    Packer& number(std::uint64_t value);
    Packer& text(std::string_view words) { return number(words.size()).raw(words); }
    Packer& numbers(const std::vector<std::int64_t>& values);
    const std::string& bytes() const { return bytes_; }
    // Everything, followed by the checksum that unsealed() asks for.
    std::string sealed() &&;

private:
    std::string bytes_;
};

// What stands before the checksum (XXH3-128, 32 hexadecimal digits), or nothing when it does not follow from it.
std::optional<std::string_view> unsealed(std::string_view bytes);

// Takes from the front what a Packer put; stops being good when there are too few bytes.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
    bool good() const { return good_; }
    bool at_end() const { return bytes_.empty(); }
    std::string_view raw(std::size_t length);
    std::uint64_t number();
    std::string_view text() { return raw(number()); }
    std::vector<std::int64_t> numbers();

private:
    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace ontkoker

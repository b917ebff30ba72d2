#include "ontkoker/run/packed.h"

#include <bit>
#include <cstring>
#include <utility>

#include "ontkoker/domain/results.h"

namespace ontkoker {
namespace {

constexpr std::size_t checksum_size = 32;

}  // namespace

Packer& Packer::raw(std::string_view bytes) {
    bytes_ += bytes;
    return *this;
}

Packer& Packer::number(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>(value >> (8 * i));
    return *this;
}

Packer& Packer::numbers(const std::vector<std::int64_t>& values) {
    number(values.size());
    if constexpr (std::endian::native == std::endian::little) {
        if (!values.empty()) bytes_.append(reinterpret_cast<const char*>(values.data()), 8 * values.size());
    } else {
        for (const std::int64_t value : values) number(static_cast<std::uint64_t>(value));
    }
    return *this;
}

std::string Packer::sealed() && {
    bytes_ += digest_of_text(bytes_);
    return std::move(bytes_);
}

std::optional<std::string_view> unsealed(std::string_view bytes) {
    if (bytes.size() < checksum_size) return std::nullopt;
    const std::string_view body = bytes.substr(0, bytes.size() - checksum_size);
    if (digest_of_text(body) != bytes.substr(body.size())) return std::nullopt;
    return body;
}

std::string_view Unpacker::raw(std::size_t length) {
    if (bytes_.size() < length) good_ = false;
    if (!good_) return {};
    const std::string_view taken = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return taken;
}

std::uint64_t Unpacker::number() {
    std::uint64_t value = 0;
    const std::string_view taken = raw(8);
    for (std::size_t i = 0; i < taken.size(); ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(taken[i])) << (8 * i);
    return value;
}

std::vector<std::int64_t> Unpacker::numbers() {
    const std::uint64_t count = number();
    if (count > bytes_.size() / 8) good_ = false;
    std::vector<std::int64_t> values;
    if (!good_) return values;
    values.resize(count);
    if constexpr (std::endian::native == std::endian::little) {
        if (count > 0) std::memcpy(values.data(), raw(8 * count).data(), 8 * count);
    } else {
        for (std::int64_t& value : values) value = static_cast<std::int64_t>(number());
    }
    return values;
}

}  // namespace ontkoker

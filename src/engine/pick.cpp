#include "ontkoker/engine/pick.h"

#include "kernels/kernels.h"

namespace ontkoker {

void pick_rows(std::span<const std::uint8_t> bytes, std::uint8_t value, std::span<const std::int32_t> numbers, std::int32_t above,
               std::size_t first, std::vector<std::uint32_t>& rows) {
    rows.resize(bytes.size());
    rows.resize(kernels().pick(bytes.data(), value, numbers.data(), above, static_cast<std::uint32_t>(first), bytes.size(), rows.data()));
}

}  // namespace ontkoker

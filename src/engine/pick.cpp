#include "ontkoker/engine/pick.h"

#include "kernels/kernels.h"

namespace ontkoker {

void pick_rows(std::span<const std::uint8_t> bytes, std::uint8_t value, std::span<const std::int32_t> numbers, std::int32_t above,
               std::size_t first, std::vector<std::uint32_t>& rows) {
    static thread_local std::vector<std::uint32_t> all;   // as long as the longest call: nothing to clear each time
    if (all.size() < bytes.size()) all.resize(bytes.size());
    const std::size_t count = kernels().pick(bytes.data(), value, numbers.data(), above, static_cast<std::uint32_t>(first), bytes.size(), all.data());
    rows.assign(all.data(), all.data() + count);
}

}  // namespace ontkoker

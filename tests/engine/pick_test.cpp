// Rows picked from two columns. Seen red with: the last pack left out, above and not above exchanged.
#include "ontkoker/engine/pick.h"

#include <catch2/catch.hpp>

using namespace ontkoker;

namespace pick_test {

TEST_CASE("the rows picked are those that a plain loop finds, in order, at every length", "[engine]") {
    for (std::size_t count = 0; count < 130; ++count) {
        std::vector<std::uint8_t> bytes(count);
        std::vector<std::int32_t> numbers(count);
        std::vector<std::uint32_t> expected, rows{1, 2, 3};
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(i * 7 % 4);
            numbers[i] = static_cast<std::int32_t>(i * 37 % 101) - 50;
            if (bytes[i] == 3 && numbers[i] > -10) expected.push_back(static_cast<std::uint32_t>(1000 + i));
        }
        pick_rows(bytes, 3, numbers, -10, 1000, rows);
        CHECK(rows == expected);
    }
}

}  // namespace pick_test

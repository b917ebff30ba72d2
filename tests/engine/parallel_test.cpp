// Seen red with: the last, smaller chunk left out; chunks that overlap by one.
#include "ontkoker/engine/parallel.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace ontkoker;

namespace parallel_test {

TEST_CASE("every item is visited once, whatever the grain and the number of threads", "[engine][parallel]") {
    for (const int threads : {1, 2, 3, 16}) {
        const ThreadLimit limit(threads);
        for (const std::size_t count : {0u, 1u, 2u, 99u, 100u, 101u, 10000u}) {
            for (const std::size_t grain : {1u, 7u, 100u, 20000u}) {
                std::vector<int> visits(count, 0);
                std::vector<std::size_t> lengths(chunk_count(count, grain), 0);
                for_chunks(count, grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
                    lengths[chunk] += end - begin;
                    for (std::size_t i = begin; i < end; ++i) ++visits[i];
                });
                CHECK(visits == std::vector<int>(count, 1));
                for (std::size_t chunk = 0; chunk + 1 < lengths.size(); ++chunk) CHECK(lengths[chunk] == grain);
                if (!lengths.empty()) CHECK((lengths.back() > 0 && lengths.back() <= grain));
            }
        }
    }
}

}  // namespace parallel_test

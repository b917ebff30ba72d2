// Parallel loops. The only file that includes oneTBB; with ONTKOKER_SERIAL defined (the browser) the same loops run in
// order on one thread. Work writes to its own slot only, so the number of threads and the grain change no bit.
#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>

#ifndef ONTKOKER_SERIAL
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#endif

namespace ontkoker {

// Number of chunks of at most `grain` items that `count` items make.
constexpr std::size_t chunk_count(std::size_t count, std::size_t grain) { return (count + grain - 1) / grain; }

// Calls body(chunk, begin, end) for every chunk of at most `grain` consecutive items of 0..count-1.
template <class Body>
void for_chunks(std::size_t count, std::size_t grain, const Body& body) {
    const std::size_t chunks = chunk_count(count, grain);
    const auto one = [&](std::size_t chunk) { body(chunk, chunk * grain, std::min(count, (chunk + 1) * grain)); };
#ifdef ONTKOKER_SERIAL
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) one(chunk);
#else
    if (chunks == 1) return one(0);
    oneapi::tbb::parallel_for(std::size_t{0}, chunks, one);
#endif
}

// While it lives, at most `threads` threads work (1 or more).
class ThreadLimit {
public:
    explicit ThreadLimit(int threads) {
#ifndef ONTKOKER_SERIAL
        control_ = std::make_unique<oneapi::tbb::global_control>(oneapi::tbb::global_control::max_allowed_parallelism,
                                                                 static_cast<std::size_t>(std::max(1, threads)));
#else
        (void)threads;
#endif
    }

private:
#ifndef ONTKOKER_SERIAL
    std::unique_ptr<oneapi::tbb::global_control> control_;
#endif
};

}  // namespace ontkoker

// Parallel loops. The only file that includes oneTBB; with ONTKOKER_SERIAL defined (the browser) the same loops run in
// order on one thread, with ONTKOKER_PLAIN_THREADS (the thread sanitizer, which cannot look into a packaged TBB and takes
// its inner synchronisation for races) on plain threads. Work writes to its own slot only, so the number of threads and
// the grain change no bit.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <utility>

#ifndef ONTKOKER_SERIAL
#include <mutex>
#endif
#if defined(ONTKOKER_PLAIN_THREADS)
#include <atomic>
#include <thread>
#include <vector>
#elif !defined(ONTKOKER_SERIAL)
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#endif

namespace ontkoker {

// Number of chunks of at most `grain` items that `count` items make.
constexpr std::size_t chunk_count(std::size_t count, std::size_t grain) { return (count + grain - 1) / grain; }

#ifdef ONTKOKER_PLAIN_THREADS
namespace plain_threads {
inline std::atomic<int> limit{1};
inline thread_local bool inside = false;  // a loop within a loop stays on its thread

template <class One>
void run(std::size_t chunks, const One& one) {
    const auto wanted = inside ? std::size_t{1} : std::min(chunks, static_cast<std::size_t>(limit.load()));
    std::atomic<std::size_t> next{0};
    const auto work = [&](bool nested) {
        const bool was = inside;
        inside = nested;
        for (std::size_t chunk = next++; chunk < chunks; chunk = next++) one(chunk);
        inside = was;
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work, true);
    work(inside || wanted > 1);
    for (std::thread& other : others) other.join();
}
}  // namespace plain_threads
#endif

// Time that this thread spends in loops of more than one chunk, while somebody measures (engine/costs.h).
struct LoopClock {
    double seconds = 0;
};
inline thread_local LoopClock* loop_clock = nullptr;

// This thread is at a task of for_each_task().
inline thread_local bool inside_task = false;

// Runs one(chunk) for every chunk, more than one, on the threads that there are.
template <class One>
void run_chunks(std::size_t chunks, const One& one) {
#ifdef ONTKOKER_SERIAL
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) one(chunk);
#elif defined(ONTKOKER_PLAIN_THREADS)
    plain_threads::run(chunks, one);
#else
    oneapi::tbb::parallel_for(std::size_t{0}, chunks, one);
#endif
}

// Calls body(chunk, begin, end) for every chunk of at most `grain` consecutive items of 0..count-1.
template <class Body>
void for_chunks(std::size_t count, std::size_t grain, const Body& body) {
    const std::size_t chunks = chunk_count(count, grain);
    const auto one = [&](std::size_t chunk) { body(chunk, chunk * grain, std::min(count, (chunk + 1) * grain)); };
    if (chunks == 0) return;
    if (chunks == 1) return one(0);
    if (inside_task) {
        for (std::size_t chunk = 0; chunk < chunks; ++chunk) one(chunk);
        return;
    }
    LoopClock* const clock = std::exchange(loop_clock, nullptr);  // a loop within a loop counts once
    if (!clock) return run_chunks(chunks, one);
    const auto begin = std::chrono::steady_clock::now();
    run_chunks(chunks, one);
    clock->seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    loop_clock = clock;
}

// Calls body(i) for 0..count-1, each a task of its own: for long pieces of work of different length. Loops over chunks within a
// task stay on its thread: waiting for such a loop, a thread would otherwise begin another long task in the middle of its own.
template <class Body>
void for_each_task(std::size_t count, const Body& long_body) {
    if (count == 1) return long_body(std::size_t{0});  // alone it may use all threads
    const auto body = [&](std::size_t i) {
        const bool was = std::exchange(inside_task, true);
        long_body(i);
        inside_task = was;
    };
#ifdef ONTKOKER_SERIAL
    for (std::size_t i = 0; i < count; ++i) body(i);
#elif defined(ONTKOKER_PLAIN_THREADS)
    plain_threads::run(count, body);
#else
    oneapi::tbb::parallel_for(
        oneapi::tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) body(i);
        },
        oneapi::tbb::simple_partitioner());
#endif
}

// Where there is one thread there is nobody to lock out.
#ifdef ONTKOKER_SERIAL
struct Mutex {
    void lock() {}
    void unlock() {}
    bool try_lock() { return true; }
};
#else
using Mutex = std::mutex;
#endif
// Holds a mutex while it lives.
class Hold {
public:
    explicit Hold(Mutex& mutex) : mutex_(mutex) { mutex_.lock(); }
    ~Hold() { mutex_.unlock(); }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

private:
    Mutex& mutex_;
};

// While it lives, at most `threads` threads work (1 or more).
class ThreadLimit {
public:
    explicit ThreadLimit(int threads) {
#if defined(ONTKOKER_PLAIN_THREADS)
        plain_threads::limit = std::max(1, threads);
#elif !defined(ONTKOKER_SERIAL)
        control_ = std::make_unique<oneapi::tbb::global_control>(oneapi::tbb::global_control::max_allowed_parallelism,
                                                                 static_cast<std::size_t>(std::max(1, threads)));
#else
        (void)threads;
#endif
    }

private:
#if !defined(ONTKOKER_SERIAL) && !defined(ONTKOKER_PLAIN_THREADS)
    std::unique_ptr<oneapi::tbb::global_control> control_;
#endif
};

}  // namespace ontkoker

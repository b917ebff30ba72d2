// The same work as the other implementations of wachtlijst-ABM v1 (section 6 of its description), and the same bits for
// any number of threads and chunks. (Any set of kernels: the transforms have their own test; tests/benchmark/run.py
// compares digests too.) Seen red with: the shock of income without its -0.01125, care of one month more, a budget of 95%, sums of a chunk
// that are not begun anew.
#include "wachtlijst_model.h"

#include <catch2/catch.hpp>

#include "ontkoker/engine/parallel.h"

namespace {

wachtlijst::Model run(std::uint32_t households, int months, std::uint32_t seed, std::size_t grain) {
    wachtlijst::Model model(households, seed, grain);
    for (int month = 0; month < months; ++month) step(model);
    return model;
}

}  // namespace

TEST_CASE("wachtlijst-ABM does the work that its description asks", "[benchmark][wachtlijst]") {
    const ontkoker::ThreadLimit limit(2);
#ifdef NDEBUG
    constexpr int seeds = 10;
#else
    constexpr int seeds = 2;  // sanitizers are slow
#endif
    wachtlijst::Means mean;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto one = second_half(run(100000, 120, static_cast<std::uint32_t>(seed), 8192));
        mean.severity += one.severity / seeds;
        mean.waiting += one.waiting / seeds;
        mean.wait += one.wait / seeds;
        mean.in_care += one.in_care / seeds;
        mean.spend += one.spend / seeds;
    }
    CHECK(mean.severity == Approx(1.7049).margin(0.010));
    CHECK(mean.waiting == Approx(14236).epsilon(0.03));
    CHECK(mean.wait == Approx(8.498).epsilon(0.04));
    CHECK(mean.in_care == Approx(3713.6).epsilon(0.005));
    CHECK(mean.spend == Approx(3527888).epsilon(0.005));
}

TEST_CASE("wachtlijst-ABM has the shape of the reference", "[benchmark][wachtlijst]") {
    const auto model = run(100000, 120, 1, 8192);
    CHECK(model.rows[0].waiting == 0);
    const double expected[][2] = {{19, 544}, {39, 1192}, {59, 4406}, {79, 10215}, {99, 17735}, {119, 24940}};
    for (const auto& [month, waiting] : expected)
        CHECK(static_cast<double>(model.rows[static_cast<std::size_t>(month)].waiting) == Approx(waiting).epsilon(0.06).margin(400));
    CHECK(model.rows[59].in_care < 3500);   // the budget stop of December
    CHECK(model.rows[58].in_care == 3750);  // all places full before it
}

TEST_CASE("wachtlijst-ABM gives the same bits for any threads and chunks", "[benchmark][wachtlijst]") {
    const std::string one = digest(run(20011, 40, 3, 4096));
    for (const int threads : {1, 2, 7})
        for (const std::size_t grain : {std::size_t{512}, std::size_t{1000}, std::size_t{100000}}) {
            const ontkoker::ThreadLimit limit(threads);
            CHECK(digest(run(20011, 40, 3, grain)) == one);
        }
    CHECK(digest(run(20011, 40, 4, 4096)) != one);
    CHECK(digest(run(1, 12, 3, 512)) != digest(run(2, 12, 3, 512)));  // one household, one professional
}

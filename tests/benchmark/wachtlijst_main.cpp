// wachtlijst HOUSEHOLDS [MONTHS [THREADS [SEED]]]: runs the model and prints one line of JSON.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>

#include "ontkoker/engine/parallel.h"
#include "wachtlijst_model.h"

namespace {

double cpu_seconds() {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

// Chunks of 16,384 households, smaller where two threads would get too few of them.
std::size_t grain_for(std::uint32_t households) {
    std::size_t grain = 16384;
    while (grain > 512 && households / grain < 16) grain /= 2;
    return grain;
}

}  // namespace

int main(int count, char** words) {
    const auto number = [&](int i, int otherwise) { return count > i ? std::atoi(words[i]) : otherwise; };
    if (count < 2 || number(1, 0) < 1 || number(2, 120) < 1) {
        std::fprintf(stderr, "usage: wachtlijst HOUSEHOLDS [MONTHS [THREADS [SEED]]]\n");
        return 2;
    }
    const int months = number(2, 120);
    const ontkoker::ThreadLimit limit(number(3, 1));
    const auto households = static_cast<std::uint32_t>(number(1, 0));
    wachtlijst::Model model(households, static_cast<std::uint32_t>(number(4, 1)), grain_for(households));
    const auto begin = std::chrono::steady_clock::now();
    const double cpu_before = cpu_seconds();
    for (int month = 0; month < months; ++month) step(model);
    const double cpu = cpu_seconds() - cpu_before;
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const wachtlijst::Means means = second_half(model);
    std::printf("{\"households\": %u, \"months\": %d, \"cpu_seconds\": %.4f, \"seconds\": %.4f, \"severity\": %.5f, \"waiting\": %.1f, "
                "\"wait\": %.4f, \"in_care\": %.1f, \"spend\": %.0f, \"digest\": \"%s\"}\n",
                households, months, cpu, wall, means.severity, means.waiting, means.wait, means.in_care, means.spend,
                digest(model).c_str());
}

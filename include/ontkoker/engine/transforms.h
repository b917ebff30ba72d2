// The transforms of core/portable_math.h and engine/draws.h for many values at once: vector loops (engine/kernels) with
// the bits of the functions of one value, several times faster. Fill a buffer of a few hundred to a few thousand values,
// which stays in the cache, and go on with a plain loop (engine/wide.h). `out` is as long as what comes in, and may be it.
#pragma once
#include <cstdint>
#include <span>

namespace ontkoker {

void exps(std::span<const double> x, std::span<double> out);        // portable_exp
void logs(std::span<const double> x, std::span<double> out);        // portable_log
void logistics(std::span<const double> x, std::span<double> out);   // logistic
void units(std::span<const std::uint32_t> words, std::span<double> out);              // unit
void exponentials(std::span<const std::uint32_t> words, double mean, std::span<double> out);  // exponential
void standard_normals(std::span<const std::uint32_t> words, std::span<double> out);   // standard_normal
void happen(std::span<const std::uint32_t> words, std::span<const double> chance, std::span<std::uint8_t> out);  // 1 or 0

}  // namespace ontkoker

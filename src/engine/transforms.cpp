#include "ontkoker/engine/transforms.h"

#include "kernels/kernels.h"

namespace ontkoker {

void exps(std::span<const double> x, std::span<double> out) { kernels().exps(x.data(), x.size(), out.data()); }
void logs(std::span<const double> x, std::span<double> out) { kernels().logs(x.data(), x.size(), out.data()); }
void logistics(std::span<const double> x, std::span<double> out) { kernels().logistics(x.data(), x.size(), out.data()); }
void units(std::span<const std::uint32_t> words, std::span<double> out) {
    kernels().units(words.data(), words.size(), out.data());
}
void exponentials(std::span<const std::uint32_t> words, double mean, std::span<double> out) {
    kernels().exponentials(words.data(), words.size(), mean, out.data());
}
void standard_normals(std::span<const std::uint32_t> words, std::span<double> out) {
    kernels().standard_normals(words.data(), words.size(), out.data());
}
void happen(std::span<const std::uint32_t> words, std::span<const double> chance, std::span<std::uint8_t> out) {
    kernels().happen(words.data(), chance.data(), words.size(), out.data());
}

}  // namespace ontkoker

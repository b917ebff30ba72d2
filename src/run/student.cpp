// Quantiles of Student's t from a short table and a series: no library function, the same digits everywhere.
#include <array>

#include "ontkoker/run/comparison.h"

namespace ontkoker {
namespace {

using Table = std::array<double, 20>;

// Degrees of freedom 1..20, computed from the closed form of the distribution for whole degrees of freedom
// (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
constexpr Table percentile_95{6.313751515, 2.919985580, 2.353363435, 2.131846786, 2.015048373, 1.943180281, 1.894578605,
                              1.859548038, 1.833112933, 1.812461123, 1.795884819, 1.782287556, 1.770933396, 1.761310136,
                              1.753050356, 1.745883676, 1.739606726, 1.734063607, 1.729132812, 1.724718243};
constexpr Table percentile_80{1.376381920, 1.060660172, 0.978472312, 0.940964577, 0.919543780, 0.905703285, 0.896029644,
                              0.888889518, 0.883403860, 0.879057829, 0.875529978, 0.872609292, 0.870151534, 0.868054782,
                              0.866244973, 0.864667002, 0.863279017, 0.862048668, 0.860950550, 0.859964440};

// Expansion around the normal quantile `z` (Abramowitz and Stegun 1964, 26.7.5); error below 1e-7 above 20 degrees.
double expansion(double z, double degrees) {
    const double q = z * z;
    const double g1 = (q + 1) * z / 4;
    const double g2 = ((5 * q + 16) * q + 3) * z / 96;
    const double g3 = (((3 * q + 19) * q + 17) * q - 15) * z / 384;
    const double g4 = ((((79 * q + 776) * q + 1482) * q - 1920) * q - 945) * z / 92160;
    return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

double quantile(const Table& table, double z, int degrees) {
    if (degrees < 1) degrees = 1;
    if (degrees <= static_cast<int>(table.size())) return table[static_cast<std::size_t>(degrees - 1)];
    return expansion(z, degrees);
}

}  // namespace

double student_95(int degrees) { return quantile(percentile_95, 1.6448536269514722, degrees); }
double student_80(int degrees) { return quantile(percentile_80, 0.8416212335729143, degrees); }

}  // namespace ontkoker

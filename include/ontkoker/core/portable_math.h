// exp and log made of + - * / only, so that every machine and the browser give the same bits. Plain libm differs by an
// ulp between CPUs with and without fused multiply-add. Compile with -ffp-contract=off.
#pragma once

namespace ontkoker {

// e^x. Relative error below 4e-16 for |x| <= 700; outside, the value at the border.
double portable_exp(double x);
// Natural logarithm. Absolute error below 4e-16 * max(1, |log x|). Needs x > 0 and normal; log(0) is not defined here.
double portable_log(double x);
// 1 / (1 + e^-x).
double logistic(double x);

}  // namespace ontkoker

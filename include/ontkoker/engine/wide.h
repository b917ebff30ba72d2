// Plain loops of a model for the instruction set that the kernels were chosen for: wide([=] { for (...) ... }) compiles the
// loop three times and runs the widest copy that the processor has (and ONTKOKER_KERNELS allows). The bits are the same:
// no copy has fused multiply-add. Take what the loop needs by value, as plain pointers and numbers (stores through pointers
// to bytes could otherwise change them); put ONTKOKER_ROWS_APART before the loop where no row reads what another writes;
// write choices as `?:` between values that are both there; give a whole-number sum a loop of its own; and compile the file
// with -fno-trapping-math, which changes no value and lets choices between doubles become vectors.
#pragma once

#if defined(__clang__)
#define ONTKOKER_ROWS_APART _Pragma("clang loop vectorize(assume_safety)")
#define ONTKOKER_WIDEST "avx2,bmi,bmi2,avx512f,avx512bw,avx512dq,avx512vl"
#else
#define ONTKOKER_ROWS_APART _Pragma("GCC ivdep")
#define ONTKOKER_WIDEST "avx2,bmi,bmi2,avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"
#endif

namespace ontkoker {

int kernel_level();  // 1: plain x86-64 or another processor, 3: x86-64-v3, 4: x86-64-v4
// What ONTKOKER_KERNELS asks for, where this processor has no kernels of that name; else null.
const char* unknown_kernels();

#if defined(__x86_64__) && defined(__OPTIMIZE__)
namespace wide_parts {

template <class Body>
__attribute__((target("avx2,bmi,bmi2"), flatten, noinline)) void in_v3(Body body) {
    body();
}
template <class Body>
__attribute__((target(ONTKOKER_WIDEST), flatten, noinline)) void in_v4(Body body) {
    body();
}

}  // namespace wide_parts

template <class Body>
void wide(Body body) {
    const int level = kernel_level();
    if (level == 4) return wide_parts::in_v4(body);
    if (level == 3) return wide_parts::in_v3(body);
    body();
}
#else
template <class Body>
void wide(Body body) {
    body();
}
#endif

}  // namespace ontkoker

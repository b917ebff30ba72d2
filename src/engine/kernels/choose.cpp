#include <cstdlib>
#include <cstring>
#include <initializer_list>

#include "kernels.h"

namespace ontkoker {
namespace {

#ifdef ONTKOKER_WIDE_KERNELS
bool has(const Kernels& set) {
    __builtin_cpu_init();
    if (&set == &kernels_v4::table) return __builtin_cpu_supports("x86-64-v4");
    if (&set == &kernels_v3::table) return __builtin_cpu_supports("x86-64-v3");
    return true;
}

const Kernels& chosen() {
    const char* wanted = std::getenv("ONTKOKER_KERNELS");
    for (const Kernels* set : {&kernels_v4::table, &kernels_v3::table})
        if (has(*set) && (!wanted || std::strcmp(wanted, set->name) == 0)) return *set;
    return kernels_plain::table;
}
#else
const Kernels& chosen() { return kernels_plain::table; }
#endif

}  // namespace

const Kernels& kernels() {
    static const Kernels& set = chosen();
    return set;
}

}  // namespace ontkoker

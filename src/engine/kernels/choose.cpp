#include <cstdlib>
#include <cstring>

#include "kernels.h"
#include "ontkoker/engine/wide.h"

namespace ontkoker {
namespace {

#ifdef ONTKOKER_WIDE_KERNELS
bool has(const Kernels& set) {
    __builtin_cpu_init();
    if (&set == &kernels_v4::table) return __builtin_cpu_supports("x86-64-v4");
    if (&set == &kernels_v3::table) return __builtin_cpu_supports("x86-64-v3");
    return true;
}

constexpr const Kernels* sets[] = {&kernels_v4::table, &kernels_v3::table, &kernels_plain::table};
#else
bool has(const Kernels&) { return true; }

constexpr const Kernels* sets[] = {&kernels_plain::table};
#endif

const Kernels& chosen() {
    const char* wanted = std::getenv("ONTKOKER_KERNELS");
    if (wanted)
        if (const Kernels* set = kernels_for(wanted)) return *set;
    for (const Kernels* set : sets)
        if (!wanted && has(*set)) return *set;
    return kernels_plain::table;
}

}  // namespace

const Kernels& kernels() {
    static const Kernels& set = chosen();
    return set;
}

const Kernels* kernels_for(const char* name) {
    for (const Kernels* set : sets)
        if (has(*set) && std::strcmp(name, set->name) == 0) return set;
    return nullptr;
}

const char* unknown_kernels() {
    const char* wanted = std::getenv("ONTKOKER_KERNELS");
    return wanted && !kernels_for(wanted) ? wanted : nullptr;
}

int kernel_level() {
    static const int level = &kernels() == kernels_for("x86-64-v4") ? 4 : &kernels() == kernels_for("x86-64-v3") ? 3 : 1;
    return level;
}

}  // namespace ontkoker

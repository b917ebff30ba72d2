// School as other processes see it (B4).
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

constexpr int school_age = 4, school_end = 18;

constexpr bool in_class(const SchoolState& school) {
    return school.place == SchoolPlace::regular || school.place == SchoolPlace::support ||
           (school.place == SchoolPlace::waiting && !school.at_home);
}

// Those who come in the place of a family that moves away are alike: in the same kind of school, or at home, but nothing
// is decided or promised to them.
void renew_school(SchoolState& school);

// Factor on the chance that a child asks for help: schools that see and ask sooner.
inline double school_signal(const Step& step, std::size_t child) {
    const School& now = step.now.school;
    return in_class(step.world.children.school[child]) ? 1.0 + now.family_school * now.signal_gain : 1.0;
}

}  // namespace ontkoker

// B9, B10: what comes from outside. A publicised incident raises the alarm, which ebbs away over months; tolerance of
// ordinary trouble falls and cases formerly unseen are seen, so that families ask sooner from year to year.
#include <algorithm>

#include "ontkoker/core/portable_math.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double most_alarm = 5.0;
constexpr double log_half = -0.69314718055994531;

// The municipality itself is the one to whom incidents happen.
constexpr AgentKey municipality_key{0xA1A2};

void follow_alarm(Step& step) {
    Alarm& alarm = step.world.alarm;
    const Safety& now = step.now.safety;
    double level = alarm.level.value();
    if (level > 0.0) level *= portable_exp(log_half / std::max(0.1, now.alarm_half_life));
    const Level size = Level::from(now.incident);
    if (size > alarm.seen) level += size.value() - alarm.seen.value();
    alarm.seen = size;
    if (happens(step.draw(municipality_key, Decision::incident, step.number)[0], now.incident_chance / 12.0)) level += 1.0;
    alarm.level = Level::from(std::min(level, most_alarm));
}

}  // namespace

void follow_outside_world(Step& step) {
    if (!step.month || step.spin_up) return;
    follow_alarm(step);
    std::int64_t& asking = step.world.alarm.asking;
    asking += nearest(static_cast<double>(asking) * step.now.safety.outside_trend / 12.0);
}

}  // namespace ontkoker::processes

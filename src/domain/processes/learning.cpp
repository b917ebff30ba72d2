// D10: council, management and practice that reflect together on cases, with backing for who acts on it, widen their views
// over years. Views fade without it, and a part goes with a change of leadership, unless they are anchored in how work is
// organised. What views do stands in governing.cpp of the domain: breadth at intake, aversion to risk.
#include <algorithm>

#include "processes.h"

namespace ontkoker::processes {

void learn(Step& step) {
    if (!step.month || step.spin_up) return;
    Learning& learning = step.world.governance.learning;
    const Governing& now = step.now.governing;
    const double practice = std::clamp(now.reflection * now.backing, 0.0, 1.0);
    const double loose = 1.0 - std::clamp(now.anchoring, 0.0, 1.0);
    double views = learning.views.value();
    views += (1.0 - views) * practice / (12.0 * std::max(0.1, now.learn_years)) -
             views * (1.0 - practice) * loose / (12.0 * std::max(0.1, now.forget_years));
    const Level changes = Level::from(now.leadership_change);
    if (changes > learning.changes) views *= 1.0 - now.change_loss * loose * (changes.value() - learning.changes.value());
    learning.changes = changes;
    learning.views = Level::from(std::clamp(views, 0.0, 1.0));
}

}  // namespace ontkoker::processes

#include "game/screens/force_trace.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "game/world/world.h"

namespace vonk::screens {

namespace {

constexpr std::size_t every = 2;           // ticks from moment to moment
constexpr std::size_t longest = 30 * 180;  // moments: three minutes

}  // namespace

void ForceTrace::record(const world::Snapshot& snapshot) {
    if (ticks_ == 0)
        for (const world::MemberView& member : snapshot.members) members_.push_back(member.part);
    if (ticks_++ % every != 0 || at_.size() >= longest || snapshot.members.size() != members_.size()) return;
    at_.push_back(static_cast<float>(by_time_ ? static_cast<double>(snapshot.tick) / world::ticks_per_second
                                              : snapshot.front - left_bank_));
    for (const world::MemberView& member : snapshot.members)
        forces_.push_back(member.broken || member.fallen ? std::numeric_limits<float>::quiet_NaN()
                                                         : static_cast<float>(member.axial));
}

ForceTrace::Line ForceTrace::line(PartId member, std::size_t most) const {
    Line line;
    const auto found = std::find(members_.begin(), members_.end(), member);
    if (found == members_.end() || at_.empty()) return line;
    const auto column = static_cast<std::size_t>(found - members_.begin());
    std::vector<Point> all;
    for (std::size_t i = 0; i < at_.size(); ++i) {
        const float force = forces_[i * members_.size() + column];
        if (std::isnan(force)) break;
        all.push_back({at_[i], force});
    }
    if (all.empty()) return line;
    const auto less = [](const Point& one, const Point& other) { return one.force < other.force; };
    const auto [least, greatest] = std::minmax_element(all.begin(), all.end(), less);
    const auto low = static_cast<std::size_t>(least - all.begin()),
               high = static_cast<std::size_t>(greatest - all.begin());
    const std::size_t step =
        std::max<std::size_t>(1, (all.size() + most - 1) / std::max<std::size_t>(most, 1));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % step != 0 && i != low && i != high && i + 1 != all.size()) continue;
        if (i == low) line.least = line.points.size();
        if (i == high) line.greatest = line.points.size();
        line.points.push_back(all[i]);
    }
    return line;
}

}  // namespace vonk::screens

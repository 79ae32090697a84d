#include "game/screens/tries.h"

#include <algorithm>
#include <tuple>

namespace vonk::screens {

namespace {

// Won before lost, then more stars, then less money, then the later one.
bool better(const Try& a, const Try& b) {
    return std::tuple(a.won, a.stars, a.won ? -a.cost : 0.0, a.attempt) >
           std::tuple(b.won, b.stars, b.won ? -b.cost : 0.0, b.attempt);
}

}  // namespace

void Tries::begin(const world::Design& design, double cost) {
    ++count_;
    Try fresh;
    const auto same =
        std::find_if(kept_.begin(), kept_.end(), [&](const Try& tried) { return tried.design == design; });
    if (same != kept_.end()) {
        fresh = *same;  // the same physics: what came of it is known
        kept_.erase(same);
    }
    fresh.attempt = count_;
    fresh.cost = cost;
    fresh.design = design;
    if (kept_.size() == most) kept_.erase(kept_.begin() + (&kept_.front() == best() ? 1 : 0));
    kept_.push_back(std::move(fresh));
}

void Tries::decided(const play::Result& result) {
    if (kept_.empty()) return;
    Try& last = kept_.back();
    last.decided = true;
    last.won = result.won;
    last.stars = 0;
    last.stars_of = int(result.stars.size());
    for (const play::StarResult& star : result.stars) last.stars += star.earned && result.won;
    if (result.won) return;
    last.broke = result.reason.place;
    if (result.reason.parts.empty()) return;
    const world::Part* part = last.design.find(result.reason.parts.front());
    const auto* between = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
    if (between) last.broke = lerp(between->from.metres(), between->to.metres(), 0.5);
}

const Try* Tries::find(std::uint32_t attempt) const {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Try& tried) { return tried.attempt == attempt; });
    return found == kept_.end() ? nullptr : &*found;
}

const Try* Tries::best() const {
    const auto best = std::min_element(kept_.begin(), kept_.end(), better);
    return best == kept_.end() ? nullptr : &*best;
}

}  // namespace vonk::screens

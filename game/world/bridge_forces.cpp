// What an engineer asks of a bridge: reactions, loads on it, the bending line of the road, and the balance of
// it all.
#include <algorithm>

#include "engine/core/math.h"
#include "game/world/bridge_part.h"

namespace vonk::world {
namespace {

constexpr int pieces = 24;  // of the bending line of a piece of road

}  // namespace

double BridgePart::front() const {
    return travellers_.empty() ? scene_.left_bank : run_->rigid().vehicle(0).front;
}

// Of the same beam that Structure holds against what the member bears.
void BridgePart::addMoments(int member, double keep) {
    const structure::Structure& structure = run_->structure();
    for (int i = 0; i <= pieces; ++i) {
        const double share = static_cast<double>(i) / pieces;
        const double now = structure.momentAt(member, share);
        const auto before =
            std::find_if(moments_before_.begin(), moments_before_.end(), [&](const MomentView& point) {
                return point.member == static_cast<std::uint32_t>(member) && point.share == share;
            });
        const double kept = before != moments_before_.end() ? keep * (before->moment - now) : 0.0;
        moments_.push_back({static_cast<std::uint32_t>(member), share, now + kept});
    }
}

void BridgePart::refreshForces(double keep) {
    loads_.clear();
    std::swap(moments_before_, moments_);
    moments_.clear();
    const structure::Structure& structure = run_->structure();
    if (run_->isLost() || !run_->rest().found) {
        reactions_.clear();
        supports_.clear();
        balance_ = {};
        return;
    }
    const auto& joints = structure.def().joints;
    if (supports_.empty()) {
        for (std::size_t j = 0; j < joints.size(); ++j)
            if (joints[j].fixed_x || joints[j].fixed_y) supports_.push_back(static_cast<int>(j));
        std::stable_sort(supports_.begin(), supports_.end(), [&](int one, int other) {
            return joints[static_cast<std::size_t>(one)].position.x <
                   joints[static_cast<std::size_t>(other)].position.x;
        });
        for (const int joint : supports_) {
            const auto j = static_cast<std::size_t>(joint);
            reactions_.push_back({static_cast<std::uint32_t>(view_of_joint_[j]), {}, !joints[j].fixed_x});
        }
    }
    Balance now;
    for (std::size_t i = 0; i < supports_.size(); ++i) {
        const Vec2 force = structure.reaction(supports_[i]);
        reactions_[i].force = force + keep * (reactions_[i].force - force);
        now.support += force.y;
    }
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const int member = static_cast<int>(i);
        const structure::MemberDef& def = structure.def().members[i];
        if (!structure.isAlive(member)) continue;
        now.weight += def.density * def.area * structure.restLength(member) * structure.def().gravity;
        if (def.kind == structure::MemberKind::Deck) addMoments(member, keep);
    }
    for (const structure::MemberLoad& load : run_->loads()) {
        const structure::MemberDef& def = structure.def().members[static_cast<std::size_t>(load.member)];
        if (!structure.isAlive(load.member)) continue;
        const Vec2 place = lerp(structure.positions()[static_cast<std::size_t>(def.from)],
                                structure.positions()[static_cast<std::size_t>(def.to)], load.position);
        loads_.push_back({static_cast<std::uint32_t>(load.member), load.position, place, load.force});
        now.load -= load.force.y;
    }
    // Halves of what broke weigh on the joints that they hang from.
    for (const structure::HungLoad& hung : run_->hung()) now.weight -= hung.force.y;
    const auto filtered = [&](double before, double value) { return value + keep * (before - value); };
    balance_.weight = filtered(balance_.weight, now.weight);
    balance_.load = filtered(balance_.load, now.load);
    balance_.support = filtered(balance_.support, now.support);
}

}  // namespace vonk::world

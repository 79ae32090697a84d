#include "game/play/still_life.h"

#include "game/play/building.h"
#include "game/play/places.h"

namespace vonk::play {

using world::GridPoint;

void StillLife::show(const level::Level& level, const world::Design& design,
                     const std::map<PartId, double>& peaks) {
    joints_.clear();
    members_.clear();
    devices_.clear();
    wires_.clear();
    water_ = level.scene.water.value_or(0.0);
    std::map<GridPoint, std::uint32_t> index;
    for (const GridPoint point : joints(level, design)) {
        index.emplace(point, static_cast<std::uint32_t>(joints_.size()));
        joints_.push_back({point, point.metres(), joints_.size() < level.scene.anchors.size()});
    }
    for (const world::Part& part : design.parts) {
        if (const auto* member = std::get_if<world::BetweenJoints>(&part.placement)) {
            world::MemberView view;
            view.part = part.id;
            view.kind = part.kind;
            view.from = index.at(member->from);
            view.to = index.at(member->to);
            if (const auto peak = peaks.find(part.id); peak != peaks.end()) view.peak_use = peak->second;
            members_.push_back(view);
        } else if (const auto* at = std::get_if<world::AtPoint>(&part.placement)) {
            world::DeviceView view;
            view.part = part.id;
            view.kind = part.kind;
            view.position = at->at.metres();
            view.quarter_turns = at->quarter_turns;
            view.charge = 1.0;
            view.setting = part.setting;
            devices_.push_back(view);
        } else if (const auto* path = std::get_if<world::PathBetween>(&part.placement)) {
            wires_.push_back({part.id, part.kind, terminalPlace(design, path->from),
                              terminalPlace(design, path->to), 0.0});
        }
    }
}

world::Snapshot StillLife::snapshot() const {
    world::Snapshot view;
    view.joints = joints_;
    view.members = members_;
    view.devices = devices_;
    view.wires = wires_;
    view.water_level = water_;
    return view;
}

}  // namespace vonk::play

#include "game/play/building.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "game/play/members.h"
#include "game/play/places.h"
#include "game/world/parts.h"

namespace vonk::play {
namespace {

using world::AtPoint;
using world::BetweenJoints;
using world::Design;
using world::GridPoint;
using world::Part;
using world::PartRow;
using world::PathBetween;
using world::Placement;
using world::PlacementKind;
using world::Terminal;

constexpr double shortest = 0.05;         // m, of a member
constexpr std::size_t most_parts = 2000;  // of a design: beyond what a hand builds

Reason refusal(ReasonId id, Vec2 place, std::vector<PartId> parts = {}, std::vector<double> numbers = {}) {
    return {id, place, std::move(parts), std::move(numbers)};
}

PlacementKind kindOf(const Placement& placement) {
    return static_cast<PlacementKind>(placement.index());
}

std::vector<Part>::iterator findPart(Design& design, PartId id) {
    return std::find_if(design.parts.begin(), design.parts.end(),
                        [&](const Part& part) { return part.id == id; });
}

// One command on a copy of the design. Each step gives a reason if it cannot be done.
class Builder {
  public:
    Builder(const level::Level& level, const Built& before, bool budgeted)
        : level_(level), budgeted_(budgeted), built_(before), members_(level_, built_.design, built_.next) {}

    std::optional<Reason> place(world::PartKind kind, const Placement& placement) {
        Part part;
        part.id = {built_.next};
        part.kind = kind;
        part.placement = placement;
        if (auto reason = allowed(kind, placement)) return reason;
        ++built_.next;
        if (auto reason = put(part)) return reason;
        return affordable(placeOf(placement));
    }

    std::optional<Reason> move(PartId id, const Placement& placement) {
        const auto found = findPart(built_.design, id);
        if (found == built_.design.parts.end()) return refusal(ReasonId::NoSuchPart, {}, {id});
        if (found->fixed) return refusal(ReasonId::FixedPart, placeOf(found->placement), {id});
        Part part = *found;
        if (part.placement.index() != placement.index()) return refusal(ReasonId::NoSuchPart, {}, {id});
        if (part.placement == placement) return refusal(ReasonId::AlreadyThere, placeOf(placement), {id});
        const Placement old = part.placement;
        built_.design.parts.erase(found);
        heal(old);
        part.placement = placement;
        part.cut_from = {};
        if (auto reason = put(part)) return reason;
        return affordable(placeOf(placement));
    }

    // All at the same moment: what stands between two of them is as long as it is in the end.
    std::optional<Reason> moveJoints(std::span<const MoveJoint> moves) {
        const auto goalOf = [&](GridPoint point) {
            for (const MoveJoint& move : moves)
                if (move.from == point) return move.to;
            return point;
        };
        std::vector<PartId> moved;
        for (std::size_t k = 0; k < moves.size(); ++k) {
            const auto [from, to] = moves[k];
            std::size_t hanging = 0;
            for (const Part& part : built_.design.parts) {
                const auto* member = std::get_if<BetweenJoints>(&part.placement);
                if (member == nullptr || (member->from != from && member->to != from)) continue;
                if (part.fixed) return refusal(ReasonId::FixedPart, from.metres(), {part.id});
                ++hanging;
                if (std::find(moved.begin(), moved.end(), part.id) == moved.end()) moved.push_back(part.id);
            }
            if (hanging == 0) return refusal(ReasonId::NoSuchPart, from.metres());
            if (members_.isAnchor(from)) return refusal(ReasonId::FixedPart, from.metres());
            if (from == to) return refusal(ReasonId::SameJoint, to.metres());
            for (std::size_t other = 0; other < k; ++other)
                if (moves[other].from == from) return refusal(ReasonId::SameJoint, from.metres());
            if (auto reason = pointAllowed(to)) return reason;
        }
        for (const PartId id : moved) {
            auto& member = std::get<BetweenJoints>(findPart(built_.design, id)->placement);
            const GridPoint was_to = member.to;
            member = {goalOf(member.from), goalOf(member.to)};
            if (member.from == member.to) return refusal(ReasonId::SameJoint, goalOf(was_to).metres(), {id});
        }
        for (const PartId id : moved) {
            const Part& part = *findPart(built_.design, id);
            const auto& member = std::get<BetweenJoints>(part.placement);
            for (const Part& other : built_.design.parts) {
                const auto* there = std::get_if<BetweenJoints>(&other.placement);
                if (there == nullptr || other.id == id) continue;
                if ((there->from == member.from && there->to == member.to) ||
                    (there->from == member.to && there->to == member.from))
                    return refusal(ReasonId::AlreadyThere, member.to.metres(), {other.id});
            }
            if (auto reason = shapeAllowed(part.kind, member)) return reason;
        }
        for (const MoveJoint& move : moves) members_.cutAt(move.to);
        for (const PartId id : moved) members_.cutAtJoints(id);
        members_.sort();
        // A member that was cut may lie where one of the moved ones came to lie.
        for (const Part& part : built_.design.parts)
            if (const auto* member = std::get_if<BetweenJoints>(&part.placement))
                if (const Part* other = members_.between(member->from, member->to); other != &part)
                    return refusal(ReasonId::AlreadyThere, member->to.metres(), {other->id});
        return affordable(moves.back().to.metres());
    }

    // All are gone before what they had cut grows together again.
    std::optional<Reason> removeAll(std::span<const Remove> removes) {
        std::vector<Placement> old;
        for (const Remove& remove : removes) {
            const auto found = findPart(built_.design, remove.part);
            if (found == built_.design.parts.end()) return refusal(ReasonId::NoSuchPart, {}, {remove.part});
            if (found->fixed) return refusal(ReasonId::FixedPart, placeOf(found->placement), {remove.part});
            old.push_back(found->placement);
            built_.design.parts.erase(found);
        }
        std::erase_if(built_.design.parts, [&](const Part& part) {
            const auto* wire = std::get_if<PathBetween>(&part.placement);
            return wire != nullptr && std::any_of(removes.begin(), removes.end(), [&](const Remove& remove) {
                       return wire->from.part == remove.part || wire->to.part == remove.part;
                   });
        });
        for (const Placement& placement : old) heal(placement);
        members_.sort();
        return std::nullopt;
    }

    std::optional<Reason> together(std::span<const Single> steps) {
        if (steps.empty() || steps.size() > most_together) return refusal(ReasonId::NoSuchPart, {});
        const bool budgeted = std::exchange(budgeted_, false);
        for (std::size_t k = 0; k < steps.size();) {
            std::optional<Reason> reason;
            std::size_t next = k + 1;
            while (next < steps.size() && steps[next].index() == steps[k].index()) ++next;
            if (std::holds_alternative<MoveJoint>(steps[k])) {
                reason = moveJoints(sameOf<MoveJoint>(steps.subspan(k, next - k)));
            } else if (std::holds_alternative<Remove>(steps[k])) {
                reason = removeAll(sameOf<Remove>(steps.subspan(k, next - k)));
            } else {
                next = k + 1;
                reason = one(steps[k]);
            }
            if (reason) return reason;
            k = next;
        }
        budgeted_ = budgeted;
        return affordable(goalOf(steps.back()));
    }

    std::optional<Reason> one(const Single& step) {
        if (const auto* piece = std::get_if<Place>(&step)) return place(piece->kind, piece->placement);
        if (const auto* other = std::get_if<Move>(&step)) return move(other->part, other->placement);
        if (const auto* joint = std::get_if<MoveJoint>(&step)) return moveJoints({joint, 1});
        if (const auto* wire = std::get_if<Connect>(&step))
            return place(wire->kind, PathBetween{wire->from, wire->to});
        return removeAll({std::get_if<Remove>(&step), 1});
    }

    Built take() { return std::move(built_); }

  private:
    template <class Step>
    static std::vector<Step> sameOf(std::span<const Single> steps) {
        std::vector<Step> same;
        for (const Single& step : steps) same.push_back(std::get<Step>(step));
        return same;
    }

    Vec2 goalOf(const Single& step) const {
        if (const auto* piece = std::get_if<Place>(&step)) return placeOf(piece->placement);
        if (const auto* other = std::get_if<Move>(&step)) return placeOf(other->placement);
        if (const auto* joint = std::get_if<MoveJoint>(&step)) return joint->to.metres();
        if (const auto* wire = std::get_if<Connect>(&step)) return terminalPlace(built_.design, wire->to);
        return {};
    }

    // Is this kind on offer, here, and are there any left?
    std::optional<Reason> allowed(world::PartKind kind, const Placement& placement) const {
        const PartRow* row = world::findRow(kind);
        const level::PaletteItem* item = paletteItem(level_, kind);
        if (row == nullptr || item == nullptr || row->placement != kindOf(placement))
            return refusal(ReasonId::NotInPalette, placeOf(placement));
        if (built_.design.parts.size() >= most_parts) return refusal(ReasonId::NoneLeft, placeOf(placement));
        if (item->count) {
            if (piecesOf(built_.design, kind) >= *item->count)
                return refusal(ReasonId::NoneLeft, placeOf(placement), {},
                               {static_cast<double>(*item->count)});
        }
        return std::nullopt;
    }

    std::optional<Reason> put(const Part& part) {
        std::optional<Reason> reason;
        if (const auto* member = std::get_if<BetweenJoints>(&part.placement))
            reason = putMember(part, *member);
        else if (const auto* at = std::get_if<AtPoint>(&part.placement))
            reason = putDevice(part, *at);
        else if (const auto* path = std::get_if<PathBetween>(&part.placement))
            reason = putWire(part, *path);
        else
            reason = refusal(ReasonId::NotInPalette, placeOf(part.placement));
        members_.sort();
        return reason;
    }

    std::optional<Reason> putMember(const Part& part, BetweenJoints member) {
        if (member.from == member.to) return refusal(ReasonId::SameJoint, member.from.metres());
        for (const GridPoint end : {member.from, member.to})
            if (auto reason = pointAllowed(end)) return reason;
        if (auto reason = shapeAllowed(part.kind, member)) return reason;
        const auto held = [&](GridPoint end) { return members_.isJoint(end) || members_.isOnMember(end); };
        if (!held(member.from) && !held(member.to))
            return refusal(ReasonId::NotConnected, member.to.metres());

        members_.cutAt(member.from);
        members_.cutAt(member.to);
        if (const Part* other = members_.between(member.from, member.to)) {
            // Drawing another material over a member takes its place.
            if (other->kind == part.kind || other->fixed)
                return refusal(ReasonId::AlreadyThere, 0.5 * (member.from.metres() + member.to.metres()),
                               {other->id});
            built_.design.parts.erase(findPart(built_.design, other->id));
        }
        built_.design.parts.push_back(part);
        members_.cutAtJoints(part.id);
        if (built_.design.find(part.id) == nullptr &&
            findPart(built_.design, part.id) == built_.design.parts.end())
            return refusal(ReasonId::AlreadyThere, 0.5 * (member.from.metres() + member.to.metres()));
        return std::nullopt;
    }

    std::optional<Reason> putDevice(const Part& part, const AtPoint& at) {
        if (at.quarter_turns < 0 || at.quarter_turns > 3)
            return refusal(ReasonId::OutsideScene, at.at.metres());
        if (auto reason = pointAllowed(at.at)) return reason;
        const Box covered = coveredBy(part);
        if (!level_.scene.build.contains(covered.low) || !level_.scene.build.contains(covered.high))
            return refusal(ReasonId::OutsideScene, at.at.metres());
        for (const Part& other : built_.design.parts)
            if (std::holds_alternative<AtPoint>(other.placement) && overlap(covered, coveredBy(other)))
                return refusal(ReasonId::AlreadyThere, at.at.metres(), {other.id});
        built_.design.parts.push_back(part);
        return std::nullopt;
    }

    std::optional<Reason> putWire(const Part& part, const PathBetween& path) {
        for (const Terminal terminal : {path.from, path.to}) {
            const auto found = findPart(built_.design, terminal.part);
            if (found == built_.design.parts.end()) return refusal(ReasonId::NoSuchPart, {}, {terminal.part});
            const PartRow& row = world::row(found->kind);
            if (terminal.port >= row.ports.size() ||
                row.ports[terminal.port].kind != world::PortKind::Electrical)
                return refusal(ReasonId::NotConnected, placeOf(found->placement), {terminal.part});
        }
        const Vec2 place = terminalPlace(built_.design, path.to);
        if (path.from == path.to) return refusal(ReasonId::SameJoint, place, {path.from.part});
        for (const Part& other : built_.design.parts) {
            const auto* wire = std::get_if<PathBetween>(&other.placement);
            if (wire != nullptr && ((wire->from == path.from && wire->to == path.to) ||
                                    (wire->from == path.to && wire->to == path.from)))
                return refusal(ReasonId::AlreadyThere, place, {other.id});
        }
        built_.design.parts.push_back(part);
        return std::nullopt;
    }

    std::optional<Reason> pointAllowed(GridPoint point) const {
        if (members_.isJoint(point)) return std::nullopt;
        if (!level_.scene.build.contains(point.metres()) || !onGrid(level_.scene, point))
            return refusal(ReasonId::OutsideScene, point.metres());
        if (insideGround(level_.scene, point.metres()))
            return refusal(ReasonId::InsideGround, point.metres());
        return std::nullopt;
    }

    std::optional<Reason> shapeAllowed(world::PartKind kind, const BetweenJoints& member) const {
        const double length = lengthOf(member.from, member.to);
        const double most = longest(level_, kind);
        if (most > 0 && length > most + 1e-9)
            return refusal(ReasonId::TooLong, member.to.metres(), {}, {length, most});
        if (length < shortest) return refusal(ReasonId::TooShort, member.to.metres(), {}, {length});
        if (crossesGround(level_.scene, member.from.metres(), member.to.metres()))
            return refusal(ReasonId::InsideGround, member.to.metres());
        return std::nullopt;
    }

    std::optional<Reason> affordable(Vec2 place) const {
        if (!budgeted_ || level_.budget <= 0) return std::nullopt;
        const double total = cost(level_, built_.design);
        if (total > level_.budget + 1e-6)
            return refusal(ReasonId::TooExpensive, place, {}, {total, level_.budget});
        return std::nullopt;
    }

    void heal(const Placement& old) {
        if (const auto* member = std::get_if<BetweenJoints>(&old)) {
            members_.healAt(member->from);
            members_.healAt(member->to);
        }
    }

    Vec2 placeOf(const Placement& placement) const {
        if (const auto* member = std::get_if<BetweenJoints>(&placement)) return member->to.metres();
        if (const auto* at = std::get_if<AtPoint>(&placement)) return at->at.metres();
        if (const auto* path = std::get_if<PathBetween>(&placement))
            return terminalPlace(built_.design, path->to);
        return std::get<world::OnProfile>(placement).to.metres();
    }

    const level::Level& level_;
    bool budgeted_;
    Built built_;
    Members members_;
};

}  // namespace

Built firstDesign(const level::Level& level) {
    Built built;
    for (const level::FixedPart& item : level.fixed) {
        const PartRow* row = world::findRow(item.part);
        if (row == nullptr) continue;
        Part part;
        part.id = {built.next};
        part.kind = row->kind;
        part.fixed = !item.loose;
        if (row->placement == PlacementKind::BetweenJoints && item.from != item.to)
            part.placement = BetweenJoints{item.from, item.to};
        else if (row->placement == PlacementKind::AtPoint)
            part.placement =
                AtPoint{item.from, static_cast<std::int32_t>(std::floor(item.turn / 90 + 0.5)) & 3};
        else
            continue;
        built.next += 1;
        built.design.parts.push_back(part);
    }
    return built;
}

Attempt build(const level::Level& level, const Built& before, const Command& command, bool budgeted) {
    Builder builder(level, before, budgeted);
    std::optional<Reason> reason;
    if (const auto* group = std::get_if<Together>(&command))
        reason = builder.together(group->steps);
    else if (const auto step = single(command))
        reason = builder.one(*step);
    if (reason) return tl::unexpected(*reason);
    return builder.take();
}

}  // namespace vonk::play

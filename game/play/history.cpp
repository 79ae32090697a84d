#include "game/play/history.h"

#include <algorithm>

#include "engine/core/assert.h"
#include "game/play/members.h"
#include "game/play/places.h"

namespace vonk::play {
namespace {

using world::AtPoint;
using world::BetweenJoints;
using world::Design;
using world::Part;
using world::PathBetween;

bool samePart(const Part& a, const Part& b) {
    Part set = a;
    set.setting = b.setting;
    return set == b;
}

Vec2 placeOf(const Part& part) {
    if (const auto* member = std::get_if<BetweenJoints>(&part.placement))
        return lerp(member->from.metres(), member->to.metres(), 0.5);
    if (const auto* at = std::get_if<AtPoint>(&part.placement)) return at->at.metres();
    return {};
}

// Can the two be in one design?
bool fit(const Part& a, const Part& b) {
    const auto* x = std::get_if<BetweenJoints>(&a.placement);
    const auto* y = std::get_if<BetweenJoints>(&b.placement);
    if (x != nullptr && y != nullptr) {
        if ((x->from == y->from && x->to == y->to) || (x->from == y->to && x->to == y->from)) return false;
        return !liesInside(x->from, x->to, y->from) && !liesInside(x->from, x->to, y->to) &&
               !liesInside(y->from, y->to, x->from) && !liesInside(y->from, y->to, x->to);
    }
    if (std::holds_alternative<AtPoint>(a.placement) && std::holds_alternative<AtPoint>(b.placement))
        return !overlap(coveredBy(a), coveredBy(b));
    const auto* wire = std::get_if<PathBetween>(&a.placement);
    const auto* other = std::get_if<PathBetween>(&b.placement);
    return wire == nullptr || other == nullptr ||
           !((wire->from == other->from && wire->to == other->to) ||
             (wire->from == other->to && wire->to == other->from));
}

}  // namespace

Design withSettings(Design past, const Design& now) {
    for (Part& part : past.parts)
        if (const Part* known = now.find(part.id); known != nullptr && known->kind == part.kind)
            part.setting = known->setting;
    return past;
}

bool sameParts(const Design& a, const Design& b) {
    return withSettings(a, b) == b;
}

void History::remember(const Design& design, Side side) {
    Change change{side, {}};
    for (const Part& before : known_.parts) {
        const Part* after = design.find(before.id);
        if (after == nullptr)
            change.parts.push_back({before, std::nullopt});
        else if (!samePart(before, *after))
            change.parts.push_back({before, *after});
    }
    for (const Part& after : design.parts)
        if (known_.find(after.id) == nullptr) change.parts.push_back({std::nullopt, after});
    known_ = design;
    done_.push_back(std::move(change));
    std::erase_if(undone_, [&](const Change& past) {
        return side == Side::Both || past.side == Side::Both || past.side == side;
    });
    mixed_ = mixed_ || !undone_.empty();
}

std::optional<std::size_t> History::newest(const Changes& changes, Side side) {
    for (std::size_t k = changes.size(); k-- > 0;)
        if (side == Side::Both || changes[k].side == Side::Both || changes[k].side == side) return k;
    return std::nullopt;
}

// `certain`: everything is as the change left it, so that all must fit.
History::Outcome History::changed(Design design, const Change& change, bool back, bool certain) {
    const auto refuse = [](const Part& about) {
        return tl::unexpected(Reason{ReasonId::BuiltUpon, placeOf(about), {about.id}, {}});
    };
    std::vector<PartId> put;
    for (const auto& [before, after] : change.parts) {
        const auto& is = back ? after : before;
        const auto& was = back ? before : after;
        const auto found = std::find_if(design.parts.begin(), design.parts.end(),
                                        [&](const Part& part) { return part.id == (is ? is->id : was->id); });
        const bool there = found != design.parts.end();
        if (there != is.has_value() || (is && !samePart(*is, *found))) return refuse(is ? *is : *was);
        const double setting = there ? found->setting : 0.0;
        if (there) design.parts.erase(found);
        if (!was) continue;
        const auto at = std::find_if(design.parts.begin(), design.parts.end(),
                                     [&](const Part& part) { return was->id < part.id; });
        const auto inserted = design.parts.insert(at, *was);
        if (there) inserted->setting = setting;
        put.push_back(was->id);
    }
    if (certain) return design;
    for (const PartId id : put) {
        const Part& part = *design.find(id);
        for (const Part& other : design.parts)
            if (other.id != id && !fit(part, other)) return refuse(part);
    }
    for (const Part& part : design.parts)
        if (const auto* wire = std::get_if<PathBetween>(&part.placement))
            if (design.find(wire->from.part) == nullptr || design.find(wire->to.part) == nullptr)
                return refuse(part);
    return design;
}

History::Outcome History::undone(const Design& now, Side side) const {
    const auto at = newest(done_, side);
    if (!at) return tl::unexpected(Reason{ReasonId::NothingToUndo, {}, {}, {}});
    return changed(now, done_[*at], true, !mixed_ && *at + 1 == done_.size());
}

History::Outcome History::redone(const Design& now, Side side) const {
    const auto at = newest(undone_, side);
    if (!at) return tl::unexpected(Reason{ReasonId::NothingToRedo, {}, {}, {}});
    return changed(now, undone_[*at], false, !mixed_ && *at + 1 == undone_.size());
}

void History::step(Changes& from, Changes& to, Side side, bool back) {
    const auto at = newest(from, side);
    VONK_ASSERT(at.has_value());
    mixed_ = mixed_ || *at + 1 != from.size();
    auto outcome = changed(known_, from[*at], back, true);
    VONK_ASSERT(outcome.has_value());
    known_ = std::move(*outcome);
    to.push_back(std::move(from[*at]));
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(*at));
}

void History::undo(Side side) {
    step(done_, undone_, side, true);
}

void History::redo(Side side) {
    step(undone_, done_, side, false);
}

}  // namespace vonk::play

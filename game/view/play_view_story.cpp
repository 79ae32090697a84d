// The story of a break as PlayView tells it: what it is about, from where it is seen, when it rests.
#include <algorithm>
#include <cmath>

#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr double fall_after = 34.0;  // ticks of a fall from rest: some 1.5 m
constexpr double fall_before = 2.0;  // ticks: nothing is seen before it
constexpr double bank_shown = 0.8;   // m of each bank beside a break
constexpr double bent_stands = 14.0;
constexpr double pushed_stands = 11.0;  // ticks from a break by pressure to the picture that stays
constexpr double around_kit = 56.0;     // kit px of air around what is told
constexpr double risen = 0.30;          // of its length that pushed halves stand above the line
constexpr double people_high = 2.2;     // m that stand on a road and are told with it
constexpr double most_of_it = 0.94;     // of the free picture that what is told may fill

Box hull(const Box& a, const Box& b) {
    return {{std::min(a.low.x, b.low.x), std::min(a.low.y, b.low.y)},
            {std::max(a.high.x, b.high.x), std::max(a.high.y, b.high.y)}};
}

}  // namespace

ViewFrame PlayView::State::storyCamera(double near) const {
    if (near <= 0.0) return home;
    const Vec2 target = vectorOf(freePicture().centre());
    const Vec2 from = home.pixelOf(story.focus());
    ViewFrame seen = home.zoomed(story.zoomAt(near), story.focus(), lerp(from, target, near));
    // Both banks stay in the picture, as far as they were.
    const level::Scene& scene = session.level().scene;
    const double left = seen.pixelOf(Vec2{scene.left_bank - bank_shown, 0.0}).x;
    const double right = seen.pixelOf(Vec2{scene.right_bank + bank_shown, 0.0}).x;
    if (right - left <= metrics.width)
        seen = seen.moved({std::clamp(0.0, -left, metrics.width - right), 0.0});
    return painter.within(seen);
}

void PlayView::State::moveCamera() {
    camera = storyCamera(story.nearness());
    Vec2 shake = story.shake();
    if (since_stop < shake_seconds && !story.running() && !metrics.reduced_motion) {
        const double strength = shake_px * (1.0 - since_stop / shake_seconds);
        shake = {strength * std::sin(since_stop * 150.0), strength * std::cos(since_stop * 113.0)};
    }
    if (shake != Vec2{}) {
        const double k = std::min(metrics.width / 1920.0, metrics.height / 1080.0);
        camera = camera.moved({std::round(k * shake.x), std::round(k * shake.y)});
    }
}

void PlayView::showFailure(const Reason& reason) {
    State& s = *state_;
    s.gestures.letGoAll();
    s.bubbles.clear();
    FailureMoment moment;
    moment.now = s.ring.empty() ? 0.0 : s.ring.last();
    moment.first = s.ring.empty() ? 0.0 : s.ring.first();
    moment.cause = moment.now + 1.0;  // nothing to show again
    moment.focus = reason.place;
    moment.reduced_motion = s.metrics.reduced_motion;
    moment.already_stopped = s.since_stop < recent_stop;
    s.marked_cause = reason.id;
    s.marked = reason.parts.empty() ? PartId{} : reason.parts.front();
    s.marked_all.clear();
    const bool fell = reason.id == ReasonId::NotHeldUp || reason.id == ReasonId::FellInWater;
    const bool shaken = reason.id == ReasonId::Shaken;
    if (shaken) {
        // One jump before it and one after it.
        if (s.lost_tick) moment.cause = *s.lost_tick;
        std::swap(moment.before, moment.after);
        s.marked = {};
    } else if (fell) {
        // Nothing broke: it is the fall itself that is shown again.
        if (s.lost_tick) moment.cause = *s.lost_tick;
        if (reason.id == ReasonId::NotHeldUp) {
            moment.before = fall_before;
            moment.after = fall_after;
            moment.stands = fall_after;
        } else {
            std::swap(moment.before, moment.after);
        }
        s.marked = {};
        s.marked_all = reason.parts;
    } else {
        for (const State::Break& broke : s.breaks) {
            const bool named = !reason.parts.empty() && broke.part == reason.parts.front();
            if (!named && &broke != &s.breaks.front()) continue;
            moment.cause = broke.tick;
            moment.focus = broke.place;
            if (named) break;
        }
    }
    // What a strut bore leaps when it gives way: the picture stands while it is still near the road.
    if (reason.id == ReasonId::Buckled || reason.id == ReasonId::Crushed) moment.stands = pushed_stands;
    if (reason.id == ReasonId::Bent) moment.stands = bent_stands;
    s.told.reset();
    if (!fell && s.marked && moment.cause <= moment.now) s.told = BreakTold{s.marked, moment.cause};
    s.borne.clear();
    if (!s.ring.empty() && moment.cause <= moment.now && !fell && !shaken) {
        const world::Snapshot before = s.ring.at(moment.cause - 1.0);
        s.borne.assign(before.members.begin(), before.members.end());
    }
    const Box place{moment.focus - Vec2{1.0, 1.0}, moment.focus + Vec2{1.0, 1.0}};
    if (shaken) {
        std::vector<PartId> road;
        for (const world::Part& part : s.session.design().parts)
            if (s.painter.members().isDeck(part.kind)) road.push_back(part.id);
        s.told_box = s.boxOf(road).value_or(place);
        s.told_box.high.y += people_high;
        s.told_box.low.y -= 1.0;
        s.told_with = s.told_box;
    } else if (fell) {
        s.told_box = s.told_with = s.boxOf(reason.parts).value_or(place);
    } else {
        const std::span<const PartId> culprit{reason.parts.data(),
                                              std::min<std::size_t>(1, reason.parts.size())};
        s.told_box = s.boxOf(culprit).value_or(place);
        const bool pushed = reason.id == ReasonId::Buckled || reason.id == ReasonId::Crushed;
        if (pushed) s.told_box.high.y += risen * length(s.told_box.high - s.told_box.low);
        s.told_with = s.boxOf(s.beside(culprit)).value_or(s.told_box);
        // What could hold it up belongs to it, too.
        for (const level::Anchor& anchor : s.session.level().scene.anchors) {
            const Vec2 at = anchor.at.metres();
            if (at.x > s.told_box.low.x && at.x < s.told_box.high.x && at.y < s.told_box.low.y)
                s.told_with = hull(s.told_with, {at, at});
        }
        if (reason.id == ReasonId::Bent) s.told_with.high.y += people_high;
    }
    s.told_with = hull(s.told_with, s.told_box);
    s.story.begin(moment);
    s.aimStory();
}

void PlayView::tellWithin(const Insets& covered) {
    state_->told_within = covered;
    if (state_->story.running()) state_->aimStory();
}

gfx::Rect PlayView::State::freePicture() const {
    const Insets in = told_within.value_or(metrics.insets);
    return {static_cast<float>(in.left), static_cast<float>(in.top),
            static_cast<float>(std::max(1.0, metrics.width - in.left - in.right)),
            static_cast<float>(std::max(1.0, metrics.height - in.top - in.bottom))};
}

// All of what it is about, and what that is fixed to if there is room for it, in the part of the picture that
// no card covers.
void PlayView::State::aimStory() {
    const gfx::Rect room = freePicture();
    const double air = 2.0 * around_kit * painter.unit();
    const auto fits = [&](const Box& box) {
        const double metre = home.pixelsPerMetre();
        return std::min(most_of_it * room.w / (box.width() * metre + air),
                        most_of_it * room.h / (box.height() * metre + air));
    };
    const Box& box = fits(told_with) >= 1.0 ? told_with : told_box;
    story.aim(box.centre(), std::clamp(fits(box), 1.0, nearest_zoom));
}

// Those parts and all that share a joint with them.
std::vector<PartId> PlayView::State::beside(std::span<const PartId> parts) const {
    std::vector<PartId> all(parts.begin(), parts.end());
    const auto ends = [&](PartId id) {
        const world::Part* part = session.design().find(id);
        return part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
    };
    for (const PartId id : parts) {
        const world::BetweenJoints* member = ends(id);
        if (!member) continue;
        for (const world::Part& other : session.design().parts) {
            const auto* next = std::get_if<world::BetweenJoints>(&other.placement);
            if (next && other.id != id &&
                (next->from == member->from || next->from == member->to || next->to == member->from ||
                 next->to == member->to))
                all.push_back(other.id);
        }
    }
    return all;
}

std::optional<Box> PlayView::State::boxOf(std::span<const PartId> parts) const {
    std::optional<Box> box;
    const auto add = [&](Vec2 point) {
        if (!box) box = Box{point, point};
        box->low = {std::min(box->low.x, point.x), std::min(box->low.y, point.y)};
        box->high = {std::max(box->high.x, point.x), std::max(box->high.y, point.y)};
    };
    for (const PartId id : parts) {
        const world::Part* part = session.design().find(id);
        const auto* member = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
        if (!member) continue;
        add(member->from.metres());
        add(member->to.metres());
    }
    return box;
}

void PlayView::replayFailure() {
    state_->story.replay();
}
void PlayView::skipToRest() {
    state_->story.skipToRest();
}
void PlayView::endFailure() {
    state_->story.end();
}
FailureState PlayView::failure() const {
    return state_->story.state();
}

}  // namespace vonk::view

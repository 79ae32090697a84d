// The story of a break as PlayView tells it: what it is about, from where it is seen, when it rests.
#include <algorithm>
#include <cmath>

#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr double fall_after = 34.0;  // ticks of a fall from rest: some 1.5 m
constexpr double bank_shown = 0.8;   // m of each bank beside a break
constexpr double bent_stands = 14.0;
constexpr double pushed_stands = 11.0;  // ticks from a break by pressure to the picture that stays
constexpr double story_height = 0.30;   // of the picture: where the camera brings what broke

}  // namespace

ViewFrame PlayView::State::storyCamera(double near) const {
    if (near <= 0.0) return home;
    const Vec2 target{0.5 * metrics.width, story_height * metrics.height};
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
    if (fell) {
        // Nothing broke: it is the fall itself that is shown again.
        if (s.lost_tick) moment.cause = *s.lost_tick;
        if (reason.id == ReasonId::NotHeldUp) {
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
    // All of what it is about is to be seen.
    if (const auto box = s.boxOf(reason.parts)) {
        if (reason.parts.size() > 1 && fell) moment.focus = box->centre();
        const double wide = box->width() * s.home.pixelsPerMetre();
        moment.zoom = std::clamp(0.8 * s.metrics.width / std::max(1.0, wide), 1.0, nearest_zoom);
    }
    s.told.reset();
    if (!fell && s.marked && moment.cause <= moment.now) s.told = BreakTold{s.marked, moment.cause};
    s.borne.clear();
    if (!s.ring.empty() && moment.cause <= moment.now && !fell) {
        const world::Snapshot before = s.ring.at(moment.cause - 1.0);
        s.borne.assign(before.members.begin(), before.members.end());
    }
    s.story.begin(moment);
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

// What PlayView draws: the world as it is on the screen now, and over it hands, hints and marks.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/gfx/ease.h"
#include "game/view/force_path.h"
#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

std::span<const world::GridPoint> PlayView::State::placesFor(world::PartKind kind,
                                                             std::optional<world::GridPoint> start,
                                                             PartId device) {
    for (const Places& known_places : places) {
        if (known_places.kind == kind && known_places.device == device && known_places.start == start)
            return known_places.points;
    }
    if (places.size() > 12) places.clear();
    const Picking& picking = gestures.picking();
    const world::Part* moved = device ? session.design().find(device) : nullptr;
    places.push_back({kind, device, start, version,
                      moved   ? picking.places(*moved)
                      : start ? picking.places(kind, *start)
                              : picking.places(kind)});
    return places.back().points;
}

world::Snapshot PlayView::State::shownSnapshot(double& tick) {
    if (!ring.empty() && story.running()) {
        tick = story.shownTick();
        return ring.at(tick);
    }
    if (!ring.empty() && behind) {
        tick = shown;
        return ring.at(tick);
    }
    if (!ring.empty() && pace < 1.0 && session.phase() == play::Phase::Running) {
        tick = ring.last() - 1.0 + after_tick;
        return ring.at(tick);
    }
    const world::Snapshot snapshot = session.snapshot();
    tick = static_cast<double>(snapshot.tick);
    // A circuit goes on after it is won; what has crossed a bridge stops for the applause.
    if (won && session.level().mode == level::Mode::Test && !ring.empty() && tick > won_until) {
        tick = won_until;
        return ring.at(tick);
    }
    return snapshot;
}

gfx::Painted PlayView::State::prepare(gfx::Canvas& canvas, WorldPainter::Haste haste) {
    if (std::exchange(at_once, false)) haste = WorldPainter::Haste::AtOnce;
    // Where the camera will rest for a while, the land is worth a picture of its own: begun when it sets out.
    const bool telling = story.running() || story.nearness() > 0.0 || story.veil() > 0.0;
    const bool scaled = home.pixelsPerMetre() != painter.frame().pixelsPerMetre();
    std::optional<WorldPainter::Resting> resting;
    if (telling)
        resting = {storyCamera(1.0), {story.focus(), 1.0}};
    else if (scaled && around.resting())
        resting = {home, {}};
    return painter.prepare(canvas, haste, resting, telling ? std::optional(home) : std::nullopt);
}

void PlayView::prepare(gfx::Canvas& canvas) {
    state_->prepare(canvas, WorldPainter::Haste::AtOnce);
}
gfx::Painted PlayView::prepareSome(gfx::Canvas& canvas) {
    return state_->prepare(canvas, WorldPainter::Haste::BitByBit);
}
void PlayView::takeLand(PlayView& other) {
    state_->painter.takeLand(other.state_->painter);
}

void PlayView::draw(gfx::Canvas& canvas) {
    State& s = *state_;
    double tick = 0.0;
    world::Snapshot snapshot = s.shownSnapshot(tick);
    const bool drafting = s.drafting();
    if (drafting && snapshot.bodies.empty()) snapshot.bodies = s.waiting;
    world::Snapshot present = snapshot;
    if (drafting && (s.engineering || s.force_path)) present = s.rested();
    if (drafting && s.engineering) {
        snapshot.joints = present.joints;
        snapshot.members = present.members;
    } else if (drafting) {
        // At rest nobody is pushed or pulled to speak of: what is shown is how it was at its worst.
        s.peaks.assign(snapshot.members.begin(), snapshot.members.end());
        for (world::MemberView& member : s.peaks) {
            const auto worst = s.worst.find(member.part);
            if (worst != s.worst.end()) member.axial = worst->second.second ? 1.0 : -1.0;
        }
        snapshot.members = s.peaks;
    }
    const bool broken =
        std::any_of(snapshot.members.begin(), snapshot.members.end(),
                    [](const world::MemberView& member) { return member.broken || member.fallen; });
    WorldPainter::Look look;
    look.tick = tick;
    // Who sees numbers sees the signs of the same moment.
    look.peaks = drafting && !s.engineering;
    look.loads = !s.force_path;
    if (drafting && !s.story.running() && s.grid_shown) look.grid = s.grid;
    look.worried = broken || s.story.running();
    look.waiting = drafting && !s.story.running();
    look.celebrating = s.won;
    look.still = s.metrics.reduced_motion;
    look.young = s.young;
    if (s.story.running()) {
        look.borne = s.borne;
        look.told = s.told;
    }
    look.thrown = s.story.running() && s.marked_cause == ReasonId::Shaken;
    look.veil = {s.story.focus(), s.story.veil()};
    s.painter.draw(canvas, s.camera, snapshot, look);

    const bool moved = s.camera != s.painter.frame();
    if (moved) canvas.push(s.painter.cameraTransform(s.camera));
    const Brush brush = s.painter.brush(canvas);
    if (s.building() && !s.story.running()) s.drawBuilding(brush);
    if (moved) canvas.pop();

    if (!s.story.running()) s.drawForces(canvas, present);
    if (s.swing_limit && !s.story.running() && s.session.phase() == play::Phase::Running) {
        if (moved) canvas.push(s.painter.cameraTransform(s.camera));
        s.drawShaken(brush, snapshot, false);
        if (moved) canvas.pop();
    }
    if (s.marked || s.story.running()) {
        if (moved) canvas.push(s.painter.cameraTransform(s.camera));
        s.drawMark(brush, snapshot, tick);
        if (moved) canvas.pop();
    }
    s.fireworks.draw(canvas, s.screen(), std::min(s.screen().w / 1920.0F, s.screen().h / 1080.0F),
                     s.metrics.reduced_motion);
    s.drawCursor(canvas);
    s.drawTags(canvas);
    if (moved) canvas.push(s.painter.cameraTransform(s.camera));
    s.drawMove(canvas);
    if (moved) canvas.pop();
    for (const State::Bubble& bubble : s.bubbles) {
        s.hands.bubble(canvas, bubble.at, bubble.text, s.uiScale(), s.screen(), bubble.age,
                       bubble_seconds - bubble.age);
    }
}

void PlayView::State::drawForces(gfx::Canvas& canvas, const world::Snapshot& snapshot) {
    if (!force_path && !engineering) return;
    scales.see(snapshot);
    const double nearer = camera.pixelsPerMetre() / painter.frame().pixelsPerMetre();
    const Brush seen{canvas, camera, painter.unit() * static_cast<float>(nearer), time,
                     metrics.reduced_motion};
    if (force_path) drawForcePath(seen, view::forcePath(snapshot));
    if (engineering) drawEngineering(seen, snapshot, readNumbers(), scales, *engineering);
}

void PlayView::thumbnail(gfx::Canvas& canvas, Vec2 low, Vec2 high) {
    thumbnail(canvas, low, high, state_->session.snapshot());
}

void PlayView::thumbnail(gfx::Canvas& canvas, Vec2 low, Vec2 high, const world::Snapshot& of) {
    state_->painter.drawSmall(canvas,
                              {static_cast<float>(low.x), static_cast<float>(low.y),
                               static_cast<float>(high.x - low.x), static_cast<float>(high.y - low.y)},
                              of);
}

}  // namespace vonk::view

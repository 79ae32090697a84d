// What PlayView draws to help: the next idea, the hand that shows a move.
#include <algorithm>
#include <cmath>

#include "engine/gfx/ease.h"
#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

// The hand that shows a move, seconds.
constexpr double hand_come = 0.35, hand_tap = 0.24, hand_move = 0.9, hand_go = 0.45, hand_pause = 1.6;

const world::BetweenJoints* memberOf(const play::Command& command) {
    const auto* place = std::get_if<play::Place>(&command);
    return place ? std::get_if<world::BetweenJoints>(&place->placement) : nullptr;
}

}  // namespace

void PlayView::State::drawSuggestion(const Brush& brush) {
    if (ghosts.empty() && !ghost_joint) return;
    const float beat = brush.still ? 0.0F : 0.12F * static_cast<float>(std::sin(two_pi * 0.8 * brush.time));
    const MemberPainter& members = painter.members();
    for (const play::Place& ghost : ghosts) {
        const auto* member = std::get_if<world::BetweenJoints>(&ghost.placement);
        if (!member) {
            drawSlot(brush, ghost, beat);
            continue;
        }
        MemberDrawing drawing;
        drawing.kind = ghost.kind;
        drawing.from = brush.at(member->from.metres());
        drawing.to = brush.at(member->to.metres());
        drawing.unit = brush.unit;
        drawing.alpha = 0.34F;
        members.outline(brush.canvas, drawing, gfx::palette::deepWater, gfx::hex(0xFFFFFF, 0.55F + beat));
        members.body(brush.canvas, drawing);
    }
    if (!ghost_joint) return;
    const gfx::Point at = brush.at(ghost_joint->metres());
    hands.hotJoint(brush, at, JointLook::Plain, members);
    // A ring goes out from it, softly, again and again: seen without reading.
    constexpr double round = 1.8;  // s
    const auto spread = static_cast<float>(brush.still ? 0.35 : std::fmod(brush.time, round) / round);
    brush.canvas.ring(at, brush.kit(42.0 + 46.0 * spread), brush.kit(8.0 - 4.0 * spread),
                      gfx::palette::spark.withAlpha(0.85F * (1.0F - spread)));
}

void PlayView::State::lookForOpenEnds(double dt) {
    if (session.level().subject != level::Subject::Circuit) return;
    if (open_version != version) {
        open_version = version;
        open_ends = openEnds(session.design());
        dark = 0.0;
    }
    const bool busy = !gestures.holds().empty() || gestures.chained();
    const bool waits = building() && !won && !busy && open_ends.any();
    dark = waits && !CircuitPainter::flows(session.snapshot()) ? dark + dt : 0.0;
}

// The ring is open: after a while its ends show themselves, quietly.
void PlayView::State::drawOpenEnds(const Brush& brush) {
    constexpr double patience = 3.0, comes_in = 0.8;  // s
    if (dark < patience) return;
    const auto strength = static_cast<float>(std::min(1.0, (dark - patience) / comes_in));
    painter.circuit().drawOpen(brush, open_ends, session.design(), strength);
}

// Where a thing may stand: the thing itself, faint, in a dashed frame.
void PlayView::State::drawSlot(const Brush& brush, const play::Place& slot, float beat) {
    const auto* point = std::get_if<world::AtPoint>(&slot.placement);
    const PartPicture& look = picture(slot.kind);
    if (!point || !look.device) return;
    const Box& cover = world::row(slot.kind).footprint;
    const double turn = 0.25 * two_pi * point->quarter_turns;
    const auto corner = [&](double x, double y) {
        const Vec2 off{x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn)};
        return brush.at(point->at.metres() + off);
    };
    const gfx::Point corners[4]{corner(cover.low.x, cover.low.y), corner(cover.high.x, cover.low.y),
                                corner(cover.high.x, cover.high.y), corner(cover.low.x, cover.high.y)};
    for (std::size_t k = 0; k < 4; ++k)
        brush.canvas.dashedLine(corners[k], corners[(k + 1) % 4], brush.kit(4.0), brush.kit(14.0),
                                brush.kit(10.0), gfx::hex(0xFFFFFF, 0.5F + beat));
    DeviceState device;
    device.scale = CircuitPainter::deviceScale(brush.frame);
    device.at = brush.at(point->at.metres());
    device.angle = static_cast<float>(-turn);
    device.lever = 1.0F;
    device.alpha = 0.3F + beat;
    look.device(brush.canvas, device);
}

void PlayView::State::drawMove(gfx::Canvas& canvas) {
    if (!move || story.running()) return;
    std::vector<Vec2> way;  // m
    const auto terminal = [&](const world::Terminal& at) {
        if (const world::Part* part = session.design().find(at.part))
            way.push_back(terminalPosition(*part, at.port));
    };
    if (const auto* member = memberOf(*move)) {
        way = {member->from.metres(), member->to.metres()};
    } else if (const auto* drag = std::get_if<play::MoveJoint>(&*move)) {
        way = {drag->from.metres(), drag->to.metres()};
    } else if (const auto* place = std::get_if<play::Place>(&*move)) {
        if (const auto* point = std::get_if<world::AtPoint>(&place->placement)) way = {point->at.metres()};
    } else if (const auto* connect = std::get_if<play::Connect>(&*move)) {
        terminal(connect->from);
        terminal(connect->to);
    } else if (const auto* operate = std::get_if<play::Operate>(&*move)) {
        if (const auto middle = middleOf(operate->part)) way.push_back(*middle);
    } else if (const auto* remove = std::get_if<play::Remove>(&*move)) {
        if (const auto middle = middleOf(remove->part)) way.push_back(*middle);
    }
    if (way.empty()) return;
    const bool slides = way.size() > 1;
    const double travel = slides ? hand_move : 0.0;
    double t = std::fmod(move_time, hand_come + hand_tap + travel + hand_go + hand_pause);
    // It comes once and stays at the goal.
    if (metrics.reduced_motion) t = std::min(move_time, hand_come + hand_tap + travel);
    if (t > hand_come + hand_tap + travel + hand_go) return;
    const float alpha = static_cast<float>(
        std::min(std::min(1.0, t / hand_come), (hand_come + hand_tap + travel + hand_go - t) / 0.3));
    const double moved = slides ? gfx::easeInOut((t - hand_come - hand_tap) / hand_move) : 0.0;
    const Vec2 at = slides ? lerp(way[0], way[1], moved) : way[0];
    const double tap = std::clamp((t - hand_come) / hand_tap, 0.0, 1.0);
    const double held = slides ? (t > hand_come && t < hand_come + hand_tap + travel ? 1.0 : 0.0)
                               : std::sin(0.5 * two_pi * tap);
    const Brush brush = painter.brush(canvas);
    const gfx::Point tip = brush.at(at);
    if (slides && moved > 0.02) {
        canvas.pushAlpha(alpha);
        if (const auto* member = memberOf(*move)) {
            MemberDrawing ghost;
            ghost.kind = std::get<play::Place>(*move).kind;
            ghost.from = brush.at(member->from.metres());
            ghost.to = tip;
            ghost.unit = brush.unit;
            ghost.alpha = 0.75F;
            if (gfx::length(ghost.to - ghost.from) > brush.kit(30.0)) painter.members().body(canvas, ghost);
            hands.snapTarget(brush, brush.at(member->to.metres()));
        } else {
            canvas.dashedLine(brush.at(way[0]), tip, brush.kit(8.0), brush.kit(14.0), brush.kit(10.0),
                              gfx::palette::spark);
        }
        canvas.popAlpha();
    }
    const double rings = std::clamp((t - hand_come) / 0.7, 0.0, 1.0);
    hands.hand(canvas, tip, uiScale(), alpha, static_cast<float>(held),
               metrics.reduced_motion ? 0.0F : static_cast<float>(rings));
}

}  // namespace vonk::view

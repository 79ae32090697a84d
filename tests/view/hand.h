// A river to build over, a session with its gestures, and fingers that touch at places of the model.
#pragma once

#include <algorithm>
#include <vector>

#include "game/view/gestures.h"
#include "game/world/parts.h"

namespace vonk::view {

using level::GridPoint;
using platform::PointerEvent;

inline constexpr double px_per_mm = 3.6;
inline constexpr double px_per_metre = 60.0;

inline level::Level river() {
    level::Level level;
    level.id = "test";
    level.subject = level::Subject::Bridge;
    level.mode = level::Mode::Test;
    level.scene.view = {{-6.0, -6.0}, {22.0, 10.0}};
    level.scene.build = {{0.0, -1.0}, {16.0, 6.0}};
    level.scene.grid = 1.0;
    level.scene.left_bank = 0.0;
    level.scene.right_bank = 16.0;
    level.scene.anchors = {{{0, 0}, false}, {{16000, 0}, false}};
    level::PaletteItem wood;
    wood.part = "wood";
    wood.price = 40.0;
    wood.longest = 4.0;
    level::PaletteItem steel = wood;
    steel.part = "steel";
    level.palette = {wood, steel};
    return level;
}

struct Hand {
    play::Session session;
    Gestures gestures;
    ViewFrame frame{{8.0, 2.0}, {960.0, 540.0}, px_per_metre};
    std::vector<Reason> refused;

    explicit Hand(level::Level level = river()) : session(std::move(level)), gestures(session) {
        gestures.setFrame(frame, px_per_mm);
    }
    void send(int finger, PointerEvent::Kind kind, Vec2 metres, Vec2 beside_mm = {}) {
        const Vec2 px = frame.pixelOf(metres) + px_per_mm * beside_mm;
        ActorCommands commands;
        gestures.pointer({kind, finger, static_cast<float>(px.x), static_cast<float>(px.y)}, commands);
        for (const ActorCommand& command : commands) {
            if (auto reason = session.apply(command.command, command.actor, command.side))
                refused.push_back(*reason);
        }
        if (!commands.empty()) gestures.refresh();
    }
    void tap(Vec2 metres, Vec2 beside_mm = {}, int finger = 0) {
        send(finger, PointerEvent::Kind::Down, metres, beside_mm);
        send(finger, PointerEvent::Kind::Up, metres, beside_mm);
    }
    void drag(Vec2 from, Vec2 to, int finger = 0) {
        send(finger, PointerEvent::Kind::Down, from);
        for (int i = 1; i <= 8; ++i) send(finger, PointerEvent::Kind::Move, lerp(from, to, i / 8.0));
        send(finger, PointerEvent::Kind::Up, to);
    }
    bool has(GridPoint a, GridPoint b) const {
        return std::any_of(
            session.design().parts.begin(), session.design().parts.end(), [&](const world::Part& part) {
                const auto* member = std::get_if<world::BetweenJoints>(&part.placement);
                return member &&
                       ((member->from == a && member->to == b) || (member->from == b && member->to == a));
            });
    }
    std::size_t count() const { return session.design().parts.size(); }
};

}  // namespace vonk::view

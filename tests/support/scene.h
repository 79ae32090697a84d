// The river and the board that tests build on, bare: what is for sale, what drives and what earns stars is
// for the test to say.
#pragma once

#include "game/level/level.h"

namespace vonk::test {

// From x = 0 to `span` m, `top` m high, with an anchor on each bank, the right one sliding.
inline level::Level bareRiver(double span, double top) {
    level::Level level;
    level.id = "test";
    level.scene.view = {{-20, -10}, {span + 20, 10}};
    level.scene.build = {{0, -3}, {span, top}};
    level.scene.water = -2.0;
    level.scene.right_bank = span;
    level.scene.grounds = {{{{-60, -12},
                             {span + 60, -12},
                             {span + 60, 0},
                             {span, 0},
                             {span - 0.5, -5},
                             {0.5, -5},
                             {0, 0},
                             {-60, 0}}}};
    const auto end = static_cast<std::int32_t>(span * 1000);
    level.scene.anchors = {{{0, 0}, true, false}, {{end, 0}, true, true}};
    level.goals = {{level::GoalKind::AllAcross, 0.0}};
    level.time_limit = 30.0;
    return level;
}

inline level::Level bareBoard() {
    level::Level level;
    level.id = "board";
    level.subject = level::Subject::Circuit;
    level.mode = level::Mode::Live;
    level.scene.view = {{0, 0}, {1.92, 1.08}};
    level.scene.build = {{0, 0}, {1.9, 1.0}};
    level.scene.grid = 0.1;
    level.goals = {{level::GoalKind::LampLit, 1.0}};
    return level;
}

// Metres, to the nearest millimetre.
inline level::GridPoint at(double x, double y) {
    const auto mm = [](double metres) {
        return static_cast<std::int32_t>(metres * 1000 + (metres < 0 ? -0.5 : 0.5));
    };
    return {mm(x), mm(y)};
}

}  // namespace vonk::test

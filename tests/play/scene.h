// A level to build in, made in code, and commands in metres.
#pragma once

#include <string>

#include "../support/scene.h"
#include "game/play/session.h"
#include "game/world/parts.h"

namespace vonk::test {

inline level::Level river(double span = 16) {
    level::Level level = bareRiver(span, 6.0);
    level.palette = {{"wood", 40.0, 4.0, std::nullopt},
                     {"steel", 90.0, 0.0, std::nullopt},
                     {"road", 60.0, 4.0, std::nullopt}};
    level.traffic = {{"cheese-truck", 1, 2.0, 3.0}};
    level.stars = {
        {level::StarKind::Done, 0.0}, {level::StarKind::Cost, 3600.0}, {level::StarKind::SpareStrength, 0.8}};
    return level;
}

inline level::Level board() {
    level::Level level = bareBoard();
    level.palette = {{"battery", 0.0, 0.0, 1U},
                     {"switch", 0.0, 0.0, 1U},
                     {"lamp", 0.0, 0.0, 2U},
                     {"wire", 0.0, 0.0, std::nullopt}};
    level.stars = {{level::StarKind::Done, 0.0}, {level::StarKind::Touches, 7.0}};
    return level;
}

inline world::PartKind kindOf(const std::string& key) {
    return world::findRow(key)->kind;
}

inline play::Command member(const std::string& key, double x0, double y0, double x1, double y1) {
    return play::Place{kindOf(key), world::BetweenJoints{at(x0, y0), at(x1, y1)}};
}

inline play::Command device(const std::string& key, double x, double y, std::int32_t turns = 0) {
    return play::Place{kindOf(key), world::AtPoint{at(x, y), turns}};
}

inline play::Command wire(std::uint32_t from, int from_port, std::uint32_t to, int to_port) {
    return play::Connect{kindOf("wire"),
                         {{from}, static_cast<std::uint8_t>(from_port)},
                         {{to}, static_cast<std::uint8_t>(to_port)}};
}

// What apply() says; None if it was done.
inline ReasonId does(play::Session& session, const play::Command& command, std::uint8_t finger = 0) {
    const auto reason = session.apply(command, Actor{finger});
    return reason ? reason->id : ReasonId::None;
}

inline void warren(play::Session& session, int span, const std::string& top, const std::string& web) {
    for (int x = 0; x < span; x += 4) does(session, member("road", x, 0, x + 4, 0));
    for (int x = 0; x < span; x += 4) {
        does(session, member(web, x, 0, x + 2, 3));
        does(session, member(web, x + 2, 3, x + 4, 0));
    }
    for (int x = 2; x + 4 < span; x += 4) does(session, member(top, x, 3, x + 4, 3));
}

inline void run(play::Session& session, int most_ticks = 3000) {
    for (int i = 0; i < most_ticks && session.phase() == play::Phase::Running; ++i) session.tick();
}

}  // namespace vonk::test

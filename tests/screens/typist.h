// A hand on the keyboard that sees what is on the screen: it walks the ring to a widget, walks the cursor to
// a place in the scene, and builds what a stored recording builds.
#pragma once

#include <cmath>
#include <utility>

#include "game/play/command.h"
#include "game/view/picking.h"
#include "player.h"

namespace vonk::screens {

class Typist {
  public:
    explicit Typist(Stage& stage) : stage_(stage) {}

    int pressed = 0;  // keys

    void key(platform::Key key, bool shift = false) { send({.key = key, .shift = shift}); }
    void letter(char32_t letter) { send({.letter = letter}); }
    void enter() { key(platform::Key::Enter); }

    // Walks the ring by Tab; true when it stands on the widget.
    bool tabTo(std::string_view id) {
        for (int k = 0; k < 60 && stage_.exhibit->focused() != id; ++k) key(platform::Key::Tab);
        return stage_.exhibit->focused() == id;
    }
    // Walks the cursor by arrows to a place in the scene.
    bool walkTo(gfx::Point goal) {
        const auto away = [&] {
            const auto at = stage_.exhibit->cursor();
            return at ? goal - *at : gfx::Point{1e6F, 1e6F};
        };
        bool long_steps = true;  // until they lead astray
        for (int k = 0; k < 400; ++k) {
            const gfx::Point way = away();
            if (gfx::length(way) < 1.5F) return true;
            const bool flat_first = std::fabs(way.x) >= std::fabs(way.y);
            // By long steps as far as they bring it nearer, then by short ones.
            bool nearer = false;
            for (const bool fine : {false, true})
                for (const bool flat : {flat_first, !flat_first}) {
                    if (nearer || (!fine && !long_steps) || std::fabs(flat ? way.x : way.y) < 1) continue;
                    const auto arrow = flat ? (way.x > 0 ? platform::Key::Right : platform::Key::Left)
                                            : (way.y > 0 ? platform::Key::Down : platform::Key::Up);
                    const auto back = flat ? (way.x > 0 ? platform::Key::Left : platform::Key::Right)
                                           : (way.y > 0 ? platform::Key::Up : platform::Key::Down);
                    key(arrow, fine);
                    nearer = gfx::length(away()) < gfx::length(way) - 0.5F;
                    if (!nearer) key(back, fine);
                }
            if (!nearer && !std::exchange(long_steps, false)) return false;
        }
        return false;
    }

    // One command of a recording, in a level that was just opened.
    bool perform(const play::Command& command) {
        if (const auto* place = std::get_if<play::Place>(&command)) {
            if (!take(place->kind)) return false;
            if (const auto* point = std::get_if<world::AtPoint>(&place->placement))
                return tapAt(at(point->at));
            const auto* between = std::get_if<world::BetweenJoints>(&place->placement);
            // Enter on the end once more: enough, else the next one would go on from here.
            return between && tapAt(at(between->from)) && tapAt(at(between->to)) && tapAt(at(between->to));
        }
        if (const auto* connect = std::get_if<play::Connect>(&command))
            return take(connect->kind) && tapAt(at(connect->from)) && tapAt(at(connect->to));
        if (const auto* operate = std::get_if<play::Operate>(&command)) return tapAt(at(operate->part));
        if (const auto* remove = std::get_if<play::Remove>(&command)) {
            key(platform::Key::Delete);
            const bool done = tapAt(at(remove->part));
            key(platform::Key::Delete);
            return done;
        }
        if (const auto* move = std::get_if<play::MoveJoint>(&command))
            return stage_.exhibit->find("move") ? carry(at(move->from), at(move->to)) : rebuild(*move);
        if (const auto* move = std::get_if<play::Move>(&command))
            if (const auto* point = std::get_if<world::AtPoint>(&move->placement))
                return carry(at(move->part), at(point->at));
        if (std::holds_alternative<play::Undo>(command)) return letter(U'u'), true;
        if (std::holds_alternative<play::Redo>(command)) return letter(U'r'), true;
        if (std::holds_alternative<play::Start>(command)) return letter(U's'), true;
        return false;
    }

  private:
    void send(platform::KeyEvent event) {
        ++pressed;
        event.down = true;
        stage_.exhibit->key(event);
        event.down = false;
        stage_.exhibit->key(event);
        stage_.pass(1.0 / 60);
    }
    const play::Session& session() const { return *stage_.exhibit->session(); }
    gfx::Point at(level::GridPoint point) const { return *stage_.exhibit->pixelOf(point); }
    gfx::Point at(PartId part) const { return *stage_.exhibit->pixelOf(part); }
    gfx::Point at(world::Terminal terminal) const {
        const Vec2 m = view::terminalPosition(*session().design().find(terminal.part), terminal.port);
        const gfx::Point zero = at(level::GridPoint{0, 0}), one = at(level::GridPoint{1000, 1000});
        return {zero.x + float(m.x) * (one.x - zero.x), zero.y + float(m.y) * (one.y - zero.y)};
    }
    bool take(world::PartKind kind) {
        const auto& palette = session().level().palette;
        for (std::size_t k = 0; k < palette.size(); ++k)
            if (palette[k].part == world::row(kind).key) {
                letter(char32_t(U'1' + k));
                return stage_.exhibit->focused() == "scene";
            }
        return false;
    }
    // With the hand: what is there, then where it goes.
    bool carry(gfx::Point from, gfx::Point to) {
        letter(U'v');
        const bool done = tapAt(from) && tapAt(to);
        letter(U'v');
        return done;
    }
    // Where there is no hand a joint is moved by building its members anew.
    bool rebuild(const play::MoveJoint& move) {
        std::vector<std::pair<PartId, play::Place>> moved;
        for (const world::Part& part : session().design().parts)
            if (const auto* member = std::get_if<world::BetweenJoints>(&part.placement);
                member && (member->from == move.from || member->to == move.from)) {
                const world::GridPoint other = member->from == move.from ? member->to : member->from;
                moved.emplace_back(part.id, play::Place{part.kind, world::BetweenJoints{other, move.to}});
            }
        for (const auto& [id, place] : moved)
            if (!perform(play::Remove{id})) return false;
        for (const auto& [id, place] : moved)
            if (!perform(place)) return false;
        return !moved.empty();
    }
    bool tapAt(gfx::Point place) {
        if (!walkTo(place)) return false;
        enter();
        return true;
    }

    Stage& stage_;
};

}  // namespace vonk::screens

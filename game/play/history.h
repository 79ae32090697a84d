// What can be taken back. A step is kept as what it changed, not as a whole design, so that one of two
// builders can take back a step of their own while what the other one did since stays as it is.
#pragma once

#include <optional>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "game/play/command.h"
#include "game/world/design.h"

namespace vonk::play {

// `past` with the settings (switches) of `now`: undo does not throw switches.
world::Design withSettings(world::Design past, const world::Design& now);
// The same parts in the same places, whatever their switches say.
bool sameParts(const world::Design& a, const world::Design& b);

class History {
  public:
    explicit History(world::Design first) : known_(std::move(first)) {}

    // The design is now `design`, by a step of this side. What that side had taken back cannot be redone.
    void remember(const world::Design& design, Side side);

    bool canUndo(Side side) const { return newest(done_, side).has_value(); }
    bool canRedo(Side side) const { return newest(undone_, side).has_value(); }

    // `now` without the newest step of this side (of either, for Both), or with the one again that was taken
    // back last. Refused where parts that it is about were changed since, or are in the way of others.
    using Outcome = tl::expected<world::Design, Reason>;
    Outcome undone(const world::Design& now, Side side) const;
    Outcome redone(const world::Design& now, Side side) const;
    // Takes the same step. It must be possible.
    void undo(Side side);
    void redo(Side side);

  private:
    struct Change {
        Side side = Side::Both;
        std::vector<std::pair<std::optional<world::Part>, std::optional<world::Part>>>
            parts;  // before, after
    };
    using Changes = std::vector<Change>;
    static std::optional<std::size_t> newest(const Changes& changes, Side side);
    static Outcome changed(world::Design design, const Change& change, bool back, bool certain);
    void step(Changes& from, Changes& to, Side side, bool back);

    world::Design known_;  // as the last step left it
    Changes done_, undone_;
    bool mixed_ = false;  // some step was not taken back in the order in which they came
};

}  // namespace vonk::play

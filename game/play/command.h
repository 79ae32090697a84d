// Every action of a visitor in a challenge, as a value. check() is const and says why not; only apply()
// changes anything.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "game/world/design.h"

namespace vonk::play {

using world::Placement;

struct Place {
    world::PartKind kind{};
    Placement placement;
    friend bool operator==(const Place&, const Place&) = default;
};
struct Move {
    PartId part;
    Placement placement;
    friend bool operator==(const Move&, const Move&) = default;
};
// A joint with everything that hangs on it.
struct MoveJoint {
    world::GridPoint from, to;
    friend bool operator==(const MoveJoint&, const MoveJoint&) = default;
};
struct Connect {
    world::PartKind kind{};
    world::Terminal from, to;
    friend bool operator==(const Connect&, const Connect&) = default;
};
struct Remove {
    PartId part;
    friend bool operator==(const Remove&, const Remove&) = default;
};
struct Operate {
    PartId part;
    std::uint8_t channel = 0;
    double value = 0.0;
    friend bool operator==(const Operate&, const Operate&) = default;
};
struct Start {
    friend bool operator==(const Start&, const Start&) = default;
};
struct Stop {
    friend bool operator==(const Stop&, const Stop&) = default;
};
struct Undo {
    friend bool operator==(const Undo&, const Undo&) = default;
};
struct Redo {
    friend bool operator==(const Redo&, const Redo&) = default;
};

// Which of the level's traffic comes; only where the visitor may choose. A setting, no step to undo.
struct ChooseLoad {
    std::uint32_t load = 0;  // index in the level's traffic
    friend bool operator==(const ChooseLoad&, const ChooseLoad&) = default;
};

// The design of a former test as it was tried, with its part numbers: one step that can be undone.
struct TakeUp {
    std::uint32_t attempt = 0;  // 1 for the first test of the session
    friend bool operator==(const TakeUp&, const TakeUp&) = default;
};

// Several at once, checked and done as a whole and taken back by one undo: a wipe, a copied bay, both sides
// of a mirror. Joints move at the same moment, and only when all is there it must be paid.
using Single = std::variant<Place, Move, MoveJoint, Connect, Remove>;
struct Together {
    std::vector<Single> steps;  // 1 to most_together
    friend bool operator==(const Together&, const Together&) = default;
};
inline constexpr std::size_t most_together = 40;

using Command = std::variant<Place, Move, MoveJoint, Connect, Remove, Operate, Start, Stop, Undo, Redo,
                             TakeUp, Together, ChooseLoad>;

// From which side it was done where two children build from both banks. Undo and Redo of a side leave alone
// what the other one did.
enum class Side : std::uint8_t { Both = 0, Left = 1, Right = 2 };

std::string_view name(const Command& command);  // "place", "move-joint", …

}  // namespace vonk::play

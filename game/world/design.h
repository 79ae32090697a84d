// What a visitor has built: a value. Comparable, serialisable (design_codec.h), independent of any physics.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "engine/core/ids.h"
#include "game/level/level.h"

namespace vonk::world {

using level::GridPoint;

// Row number in the parts table (parts.h); append-only, stored in designs.
enum class PartKind : std::uint16_t {};

struct Terminal {
    PartId part;
    std::uint8_t port = 0;  // electrical port of that part's row

    friend auto operator<=>(const Terminal&, const Terminal&) = default;
};

struct BetweenJoints {
    GridPoint from, to;
    friend bool operator==(const BetweenJoints&, const BetweenJoints&) = default;
};
struct AtPoint {
    GridPoint at;
    std::int32_t quarter_turns = 0;  // counter-clockwise, 0–3
    friend bool operator==(const AtPoint&, const AtPoint&) = default;
};
struct PathBetween {
    Terminal from, to;
    friend bool operator==(const PathBetween&, const PathBetween&) = default;
};
struct OnProfile {
    GridPoint from, to;  // along the ground, from left to right
    std::int32_t raise_mm = 0;
    friend bool operator==(const OnProfile&, const OnProfile&) = default;
};
using Placement = std::variant<BetweenJoints, AtPoint, PathBetween, OnProfile>;

struct Part {
    PartId id;
    PartKind kind{};
    Placement placement;
    double setting = 0.0;  // what operate() sets: a switch is 1 when closed
    PartId
        cut_from;  // a piece of a member that a joint cut in two: the part that was placed; 0 if it is whole
    bool fixed = false;  // belongs to the level

    friend bool operator==(const Part&, const Part&) = default;
};

struct Design {
    std::vector<Part> parts;  // in the order of their ids

    friend bool operator==(const Design&, const Design&) = default;
    const Part* find(PartId id) const;
};

}  // namespace vonk::world

// What a building command makes of a design: the rules of placing, moving and removing, as pure functions.
// Session asks here both for check() and apply(), so that the two can never differ.
#pragma once

#include <cstdint>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include "game/level/level.h"
#include "game/play/command.h"
#include "game/world/design.h"

namespace vonk::play {

struct Built {
    world::Design design;
    std::uint32_t next = 1;  // id of the part that will be placed next
};
using Attempt = tl::expected<Built, Reason>;

// The parts that belong to the level, with the first ids.
Built firstDesign(const level::Level& level);

// Does it change the design by its rules (build() below), and which step of a group would it be?
bool builds(const Command& command);
std::optional<Single> single(const Command& command);

// `command` must be one of those, a group of them included. Without `budgeted` there is money for all of
// it.
Attempt build(const level::Level& level, const Built& before, const Command& command, bool budgeted = true);

// Anchors and joints of the design, each once: anchors in the level's order, then joints as the parts come.
std::vector<world::GridPoint> joints(const level::Level& level, const world::Design& design);

// Euro; parts that belong to the level cost nothing.
double cost(const level::Level& level, const world::Design& design);

// Why `after` cannot take the place of `before`: it costs more and too much, or has more pieces of a counted
// kind and too many.
std::optional<Reason> overspent(const level::Level& level, const world::Design& before,
                                const world::Design& after);

// m, the palette's limit or the row's; 0 for kinds that have none.
double longest(const level::Level& level, world::PartKind kind);

// How many of it were placed; pieces of one member that was cut count once.
std::size_t piecesOf(const world::Design& design, world::PartKind kind);

const level::PaletteItem* paletteItem(const level::Level& level, world::PartKind kind);

}  // namespace vonk::play

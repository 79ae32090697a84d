// Identities that cross the borders of rooms: handles, never pointers.
#pragma once

#include <compare>
#include <cstdint>

namespace vonk {

// A part of a design. Given out in rising order within a session and never used twice; 0 is "no part".
struct PartId {
    std::uint32_t value = 0;

    friend auto operator<=>(const PartId&, const PartId&) = default;
    explicit operator bool() const { return value != 0; }
};

// Whose finger did it: a slot of the touch screen (0–9). Counts hands, never persons.
struct Actor {
    std::uint8_t slot = 0;

    friend auto operator<=>(const Actor&, const Actor&) = default;
};

// A body in the rigid world; valid until the world is made anew. 0 is "no body".
struct BodyId {
    std::uint32_t value = 0;

    friend auto operator<=>(const BodyId&, const BodyId&) = default;
    explicit operator bool() const { return value != 0; }
};

}  // namespace vonk

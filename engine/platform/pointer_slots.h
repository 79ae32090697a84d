// Gives every finger that is down one of ten slots, so that the rest of the program counts fingers and never
// sees the ids of a touch driver. Strange drivers are made sane here: a second Down of one finger, a Move or
// Up of a finger that never came down, an eleventh finger.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/platform/input.h"

namespace vonk::platform {

class PointerSlots {
  public:
    struct Finger {
        std::int64_t device = 0;
        std::int64_t id = 0;

        friend bool operator==(const Finger&, const Finger&) = default;
    };

    // Appends what the rest of the program should see of it to `out`. x and y in pixels; not finite: refused.
    void down(Finger finger, float x, float y, std::vector<InputEvent>& out);
    void move(Finger finger, float x, float y, std::vector<InputEvent>& out);
    void up(Finger finger, float x, float y, std::vector<InputEvent>& out);
    // The window lost the fingers: each one that is down is cancelled where it was last seen.
    void cancelAll(std::vector<InputEvent>& out);
    int count() const;

  private:
    struct Slot {
        Finger finger;
        float x = 0.0F;
        float y = 0.0F;
    };
    std::optional<std::size_t> find(Finger finger) const;
    std::array<std::optional<Slot>, maximumPointers> slots_;
};

}  // namespace vonk::platform

#include <catch2/catch.hpp>
#include <limits>

#include "engine/platform/pointer_slots.h"

using namespace vonk::platform;
using Kind = PointerEvent::Kind;

TEST_CASE("fingers get the lowest free slot and give it back") {
    PointerSlots slots;
    std::vector<InputEvent> out;
    slots.down({1, 700}, 10, 20, out);
    slots.down({1, 701}, 30, 40, out);
    slots.up({1, 700}, 11, 21, out);
    slots.down({1, 702}, 50, 60, out);
    REQUIRE(out.size() == 4);
    CHECK(std::get<PointerEvent>(out[0]) == PointerEvent{Kind::Down, 0, 10, 20});
    CHECK(std::get<PointerEvent>(out[1]) == PointerEvent{Kind::Down, 1, 30, 40});
    CHECK(std::get<PointerEvent>(out[2]) == PointerEvent{Kind::Up, 0, 11, 21});
    CHECK(std::get<PointerEvent>(out[3]) == PointerEvent{Kind::Down, 0, 50, 60});
    CHECK(slots.count() == 2);
}

TEST_CASE("two devices may use the same finger id") {
    PointerSlots slots;
    std::vector<InputEvent> out;
    slots.down({1, 0}, 0, 0, out);
    slots.down({2, 0}, 5, 5, out);
    slots.move({2, 0}, 6, 6, out);
    CHECK(std::get<PointerEvent>(out[2]).slot == 1);
}

TEST_CASE("a finger that never came down is not heard") {
    PointerSlots slots;
    std::vector<InputEvent> out;
    slots.move({1, 5}, 1, 1, out);
    slots.up({1, 5}, 1, 1, out);
    CHECK(out.empty());
}

TEST_CASE("a finger that comes down twice is cancelled first") {
    PointerSlots slots;
    std::vector<InputEvent> out;
    slots.down({1, 5}, 1, 2, out);
    slots.down({1, 5}, 3, 4, out);
    REQUIRE(out.size() == 3);
    CHECK(std::get<PointerEvent>(out[1]) == PointerEvent{Kind::Cancel, 0, 1, 2});
    CHECK(std::get<PointerEvent>(out[2]) == PointerEvent{Kind::Down, 0, 3, 4});
    CHECK(slots.count() == 1);
}

TEST_CASE("an eleventh finger is left out and the ten go on") {
    PointerSlots slots;
    std::vector<InputEvent> out;
    for (int i = 0; i < 11; ++i) slots.down({1, i}, 0, 0, out);
    CHECK(out.size() == 10);
    slots.move({1, 10}, 1, 1, out);
    CHECK(out.size() == 10);
    slots.cancelAll(out);
    CHECK(out.size() == 20);
    CHECK(slots.count() == 0);
}

TEST_CASE("places that are no numbers are refused") {
    PointerSlots slots;
    std::vector<InputEvent> out;
    const float nothing = std::numeric_limits<float>::quiet_NaN();
    slots.down({1, 1}, nothing, 0, out);
    CHECK(out.empty());
    slots.down({1, 1}, 7, 8, out);
    slots.move({1, 1}, nothing, 0, out);
    CHECK(out.size() == 1);
    slots.up({1, 1}, nothing, 0, out);
    CHECK(std::get<PointerEvent>(out[1]) == PointerEvent{Kind::Up, 0, 7, 8});
}

#include "game/view/open_ends.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "game/world/parts.h"

using namespace vonk;
using namespace vonk::view;
using world::Terminal;

namespace {

// Parts with ids from 1.
struct Bench {
    world::Design design;

    PartId thing(const char* key, std::int32_t x_mm, std::int32_t y_mm, double setting = 0.0) {
        return add(key, world::AtPoint{{x_mm, y_mm}, 0}, setting);
    }
    void wire(PartId a, std::uint8_t a_port, PartId b, std::uint8_t b_port) {
        add("wire", world::PathBetween{{a, a_port}, {b, b_port}}, 0.0);
    }

  private:
    PartId add(const char* key, world::Placement placement, double setting) {
        world::Part part;
        part.id = {std::uint32_t(design.parts.size() + 1)};
        part.kind = world::findRow(key)->kind;
        part.placement = placement;
        part.setting = setting;
        design.parts.push_back(part);
        return part.id;
    }
};

bool loose(const OpenEnds& ends, Terminal terminal) {
    return std::ranges::find(ends.loose, terminal) != ends.loose.end();
}
bool joins(const OpenEnds& ends, Terminal a, Terminal b) {
    return ends.gap && (*ends.gap == std::pair{a, b} || *ends.gap == std::pair{b, a});
}

}  // namespace

TEST_CASE("one wire there and none back: the free ends of battery and lamp belong together") {
    Bench bench;
    const PartId battery = bench.thing("battery", 600, 200), lamp = bench.thing("lamp", 1000, 500);
    CHECK_FALSE(openEnds(bench.design).any());  // nothing was begun yet
    bench.wire(battery, 0, lamp, 0);
    const OpenEnds ends = openEnds(bench.design);
    CHECK(ends.loose.size() == 2);
    CHECK(loose(ends, {battery, 1}));
    CHECK(loose(ends, {lamp, 1}));
    CHECK(joins(ends, {battery, 1}, {lamp, 1}));
    bench.wire(lamp, 1, battery, 1);
    CHECK_FALSE(openEnds(bench.design).any());
}

TEST_CASE("an open switch in a ring that is laid all round is the gap; closed there is none") {
    for (const double setting : {0.0, 1.0}) {
        Bench bench;
        const PartId battery = bench.thing("battery", 600, 200), lamp = bench.thing("lamp", 1000, 500),
                     key = bench.thing("switch", 300, 500, setting);
        bench.wire(battery, 0, key, 0);
        bench.wire(key, 1, lamp, 0);
        const OpenEnds half = openEnds(bench.design);
        CHECK(joins(half, {battery, 1}, {lamp, 1}));
        bench.wire(lamp, 1, battery, 1);
        const OpenEnds round = openEnds(bench.design);
        CHECK(round.loose.empty());
        CHECK(round.any() == (setting < 0.5));
        if (setting < 0.5) CHECK(joins(round, {key, 0}, {key, 1}));
    }
}

TEST_CASE("no gap is shown where closing it would be a short circuit, or between two rings") {
    Bench bench;
    const PartId battery = bench.thing("battery", 600, 200), key = bench.thing("switch", 300, 500);
    bench.wire(battery, 0, key, 0);
    CHECK(openEnds(bench.design).loose.size() == 2);
    CHECK_FALSE(openEnds(bench.design).gap);
    // A lamp with a wire to another lamp, and no battery: nothing of it is fed.
    const PartId lamp = bench.thing("lamp", 1000, 500), other = bench.thing("lamp", 1300, 500);
    bench.wire(lamp, 0, other, 0);
    const OpenEnds ends = openEnds(bench.design);
    CHECK(ends.loose.size() == 2);
    CHECK_FALSE(ends.gap);
}

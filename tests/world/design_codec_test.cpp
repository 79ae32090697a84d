#include <catch2/catch.hpp>

#include "engine/core/random.h"
#include "game/world/design_codec.h"
#include "scene.h"

using namespace vonk;
using namespace vonk::test;
using namespace vonk::world;

namespace {

Design randomDesign(Random& random) {
    Design design;
    std::uint32_t id = 0;
    const std::uint32_t count = random.below(60);
    for (std::uint32_t i = 0; i < count; ++i) {
        Part part;
        id += 1 + (random.below(5) == 0 ? random.below(1000) : 0);
        part.id = {id};
        const PartRow& row = partRows()[random.below(static_cast<std::uint32_t>(partRows().size()))];
        part.kind = row.kind;
        const auto point = [&] {
            return GridPoint{static_cast<std::int32_t>(random.below(40)) * 500 - 10000,
                             static_cast<std::int32_t>(random.below(20)) * 500 - 5000};
        };
        if (row.placement == PlacementKind::BetweenJoints) {
            const GridPoint from = point();
            part.placement = BetweenJoints{
                from, {from.x_mm + 1500, from.y_mm + static_cast<std::int32_t>(random.below(3)) * 500}};
        } else if (row.placement == PlacementKind::AtPoint) {
            part.placement = AtPoint{point(), static_cast<std::int32_t>(random.below(4))};
        } else {
            part.placement = PathBetween{{{1 + random.below(50)}, 1}, {{1 + random.below(50)}, 0}};
        }
        if (random.below(6) == 0) part.setting = random.below(2) == 0 ? 1.0 : 0.25;
        if (random.below(6) == 0) part.cut_from = {1 + random.below(id + 3)};
        if (random.below(9) == 0) part.fixed = true;
        design.parts.push_back(part);
    }
    return design;
}

}  // namespace

TEST_CASE("What is encoded comes back the same") {
    Random random(1);
    for (int i = 0; i < 300; ++i) {
        const Design design = randomDesign(random);
        const auto bytes = decode(encode(design));
        REQUIRE(bytes);
        CHECK(*bytes == design);
        const auto text = decodeText(encodeText(design));
        REQUIRE(text);
        CHECK(*text == design);
    }
    CHECK(decode(encode({}))->parts.empty());
}

TEST_CASE("A bridge of 40 members fits in 300 characters") {
    Drawing drawing;
    drawing.warren(40, kind::steel, kind::wood);
    REQUIRE(drawing.design.parts.size() == 39);
    drawing.member(kind::cable, 0, 0, 6, 3);
    const std::string text = encodeText(drawing.design);
    INFO(text);
    CHECK(text.size() <= 300);
}

TEST_CASE("What version 1 wrote can be read for ever") {
    // A road, a post under its end and a switch.
    const std::string kept = "AegHBAAACAAAAwUIAygAATgCAUgMrms";
    Drawing drawing;
    drawing.member(kind::road, 0, 0, 4, 0).member(kind::post, 4, -2, 4, 0).device(kind::switch_, 1, 2);
    CHECK(encodeText(drawing.design) == kept);
}

TEST_CASE("Damaged, cut or foreign bytes are refused") {
    Random random(2);
    for (int i = 0; i < 100; ++i) {
        const auto bytes = encode(randomDesign(random));
        for (std::size_t length = 0; length < bytes.size(); ++length)
            CHECK_FALSE(decode(std::span(bytes).first(length)));
        for (int k = 0; k < 20; ++k) {
            auto damaged = bytes;
            damaged[random.below(static_cast<std::uint32_t>(damaged.size()))] ^=
                static_cast<std::uint8_t>(1 + random.below(255));
            const auto design = decode(damaged);
            // One chance in 65536 that the check fits: then it is a design all the same.
            if (design) CHECK(encode(*design) == damaged);
        }
        auto longer = bytes;
        longer.push_back(0);
        CHECK_FALSE(decode(longer));
    }
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::uint8_t> rubbish(random.below(200));
        for (auto& byte : rubbish) byte = static_cast<std::uint8_t>(random.next());
        if (const auto design = decode(rubbish)) CHECK(encode(*design) == rubbish);
    }
    CHECK_FALSE(decodeText("not base64url!"));
    CHECK_FALSE(decodeText(""));
}

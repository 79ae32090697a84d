#include <catch2/catch.hpp>

#include "game/view/part_picture.h"

using namespace vonk;
using namespace vonk::view;

TEST_CASE("every part of the table has a picture of its own") {
    for (const world::PartRow& row : world::partRows()) {
        INFO(row.key);
        const PartPicture& look = picture(row.kind);
        CHECK(look.key == row.key);
        CHECK(look.member.has_value() == (row.placement == world::PlacementKind::BetweenJoints));
        CHECK((look.device != nullptr) == (row.placement == world::PlacementKind::AtPoint));
        CHECK((look.wire != 0) == (row.placement == world::PlacementKind::PathBetween));
        if (look.member && row.member) {
            CHECK(look.member->deck == row.member->deck);
            CHECK(look.member->rope == row.member->cable);
        }
    }
}

#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture roadPicture() {
    MemberPicture member{
        .start = "bridge/deck-cap-left", .middle = "bridge/deck-mid", .end = "bridge/deck-cap-right"};
    member.width = 26.0F;
    member.broken = BrokenEnd::Torn;
    member.fibre = 0x6D7B88;
    member.edge = 0x22303E;
    member.deck = true;
    return {.key = "road", .member = member};
}

}  // namespace vonk::view

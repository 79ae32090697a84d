#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture cablePicture() {
    MemberPicture member{
        .start = "bridge/stay-cap-left", .middle = "bridge/stay-mid", .end = "bridge/stay-cap-right"};
    member.width = 15.0F;
    member.rope = true;
    member.broken = BrokenEnd::Frayed;
    member.fibre = 0xA9B8C4;
    member.edge = 0x2A3A48;
    return {.key = "cable", .member = member};
}

}  // namespace vonk::view

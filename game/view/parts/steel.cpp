#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture steelPicture() {
    MemberPicture member{
        .start = "bridge/steel-cap-left", .middle = "bridge/steel-mid", .end = "bridge/steel-cap-right"};
    member.broken = BrokenEnd::Torn;
    member.fibre = 0xDCE5EC;
    member.edge = 0x24384C;
    return {.key = "steel", .member = member};
}

}  // namespace vonk::view

#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture woodPicture() {
    MemberPicture member{
        .start = "bridge/wood-cap-left", .middle = "bridge/wood-mid-knot", .end = "bridge/wood-cap-right"};
    return {.key = "wood", .member = member};
}

}  // namespace vonk::view

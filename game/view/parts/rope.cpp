#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture ropePicture() {
    PartPicture picture = cablePicture();
    picture.key = "rope";
    picture.member->start = "bridge/rope-cap-left";
    picture.member->middle = "bridge/rope-mid";
    picture.member->end = "bridge/rope-cap-right";
    picture.member->fibre = 0xD2AE74;
    picture.member->edge = 0x5E3A1E;
    return picture;
}

}  // namespace vonk::view

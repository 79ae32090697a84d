#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture postPicture() {
    PartPicture picture = woodPicture();
    picture.key = "post";
    picture.member->upright = true;
    return picture;
}

}  // namespace vonk::view

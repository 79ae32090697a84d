#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture postPicture() {
    PartPicture picture = woodPicture();
    picture.key = "post";
    picture.member->upright = true;
    picture.member->width = 22.0F;  // 75 mm beside the 100 mm of a beam: one sees that it is thin
    return picture;
}

}  // namespace vonk::view

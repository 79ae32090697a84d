#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture boardsPicture() {
    PartPicture picture = plankPicture();
    picture.key = "boards";
    picture.member->width = 30.0F;
    return picture;
}

}  // namespace vonk::view

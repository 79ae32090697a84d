#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture plankPicture() {
    PartPicture picture = woodPicture();
    picture.key = "plank";
    picture.member->middle = "bridge/wood-mid";
    picture.member->width = 24.0F;
    picture.member->deck = true;
    return picture;
}

}  // namespace vonk::view

#include "game/view/part_picture.h"

namespace vonk::view {

// The steel of the bar, slimmer: a tube is light for its strength.
PartPicture tubePicture() {
    PartPicture picture = steelPicture();
    picture.key = "tube";
    picture.member->width = 24.0F;
    return picture;
}

}  // namespace vonk::view

#include "game/view/part_picture.h"

namespace vonk::view {

// Round and bright, slimmer than the bar and without its rivets: a tube is light for its strength.
PartPicture tubePicture() {
    PartPicture picture = steelPicture();
    picture.key = "tube";
    picture.member->start = "bridge/tube-cap-left";
    picture.member->middle = "bridge/tube-mid";
    picture.member->end = "bridge/tube-cap-right";
    picture.member->width = 24.0F;
    return picture;
}

}  // namespace vonk::view

#include "game/view/part_picture.h"

namespace vonk::view {

PartPicture wirePicture() {
    return {.key = "wire", .wire = 0x2C6FA8};
}

}  // namespace vonk::view

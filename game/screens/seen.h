// What a failure looks like: the picture on the card that says why. The reason names the physics; the picture
// shows what a child sees fall, bend or hang, and on which side.
#pragma once

#include <string>

#include "game/play/session.h"

namespace vonk::screens {

struct Seen {
    std::string picture;    // one of level::pictureNames(), or "battery-empty"
    bool mirrored = false;  // the picture is drawn with the long piece on the right, the mast falling right

    // As drawPicture() takes it.
    std::string name() const { return "cause/" + picture + (mirrored ? "~" : ""); }
};

// Of the design as it was tested.
Seen seen(const play::Session& session, const Reason& reason);

// What the level itself says and offers holds for this failure.
bool expected(const level::Level& level, const Reason& reason, const Seen& seen);

}  // namespace vonk::screens

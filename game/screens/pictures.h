// The small pictures on cards, keys and tiles, drawn from the kit's sprites by name:
//   part/<key>      a part of the palette          place/<level id>/<traffic>   a level, as a little scene
//   goal/<traffic>  what has to happen             cause/<reason>              why it failed
//   idea/<name>     what to try next               legend/pushed, legend/pulled
//   career/<id>     the portrait                   badge/<talent>
//   road/stations   the way from vmbo to wo, as a road that climbs
#pragma once

#include <string>
#include <string_view>

#include "engine/gfx/canvas.h"
#include "engine/ui/looks.h"
#include "game/level/level.h"

namespace vonk::screens {

void drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const gfx::Rect& rect);

// A part as it is called on a level: roads are rails where a train comes. Words and picture go by this.
std::string partOn(const level::Level& level, std::string_view part);
ui::PictureName partPicture(std::string_view key);
ui::PictureName placePicture(const level::Level& level);
ui::PictureName goalPicture(const level::Level& level);

// Height of the road of road/stations (its stations reach 30/592 of its width or 30/190 of its height below
// it, what is less) at a share of its way, pixels; the four stations stand at 1/8, 3/8, 5/8 and 7/8.
float routeHeight(const gfx::Rect& rect, float along);

}  // namespace vonk::screens

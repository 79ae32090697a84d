// How each part looks: a row for each part of game/world/parts.h that is drawn, its picture in
// game/view/parts/. No row registers itself; a part without a row gets a plain one, so that a new part is
// playable before it is beautiful.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "game/view/paint.h"
#include "game/world/parts.h"
#include "game/world/snapshot.h"

namespace vonk::view {

enum class BrokenEnd : std::uint8_t { Splinters, Torn, Frayed };

// A member is a strip of three sprites.
struct MemberPicture {
    std::string_view start, middle, end;  // sprites; caps may be empty
    float width = 30.0F;                  // kit px across
    bool rope = false;                    // hangs through when nothing pulls it
    BrokenEnd broken = BrokenEnd::Splinters;
    std::uint32_t fibre = 0xFFEBC8;  // of the broken end
    std::uint32_t edge = 0x5E3A1E;
    bool load = true;      // room for the load capsule in it
    bool deck = false;     // drawn over the others, with its kerb above
    bool upright = false;  // on its tile: a part that mostly stands
};

// What there is to know of a part at a point when it is drawn.
struct DeviceState {
    gfx::Point at;       // px
    float scale = 1.0F;  // px per kit px
    float angle = 0.0F;  // radians, clockwise
    float alpha = 1.0F;
    float brightness = 0.0F;
    float charge = 1.0F;
    float setting = 0.0F;
    float lever = 0.0F;        // switch: 0 closed – 1 open, on its way
    std::string_view voltage;  // text on a battery, already in the visitor's words
    std::string_view label;    // text under a switch
};

struct PartPicture {
    std::string_view key;
    std::optional<MemberPicture> member = std::nullopt;
    // Under all parts (light on the board), then the part.
    void (*light)(gfx::Canvas&, const DeviceState&) = nullptr;
    void (*device)(gfx::Canvas&, const DeviceState&) = nullptr;
    std::uint32_t wire = 0;  // colour of a path between terminals
};

const PartPicture& picture(world::PartKind kind);

// A road as it is where a train comes over it.
MemberPicture withRails(MemberPicture road);

// Draws a part small, as on a palette tile; `area` in px. `rails`: a road that carries a railway.
void drawPartIcon(gfx::Canvas& canvas, world::PartKind kind, const gfx::Rect& area, bool rails = false);

// One row each, in game/view/parts/.
PartPicture woodPicture();
PartPicture steelPicture();
PartPicture tubePicture();
PartPicture cablePicture();
PartPicture roadPicture();
PartPicture plankPicture();
PartPicture postPicture();
PartPicture batteryPicture();
PartPicture switchPicture();
PartPicture lampPicture();
PartPicture wirePicture();
PartPicture ropePicture();
PartPicture boardsPicture();

}  // namespace vonk::view

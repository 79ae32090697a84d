#include "game/view/part_picture.h"

namespace vonk::view {

namespace {

constexpr float open_angle = -32.0F * 3.14159265F / 180.0F;  // of the lever, against the closed one

void draw(gfx::Canvas& canvas, const DeviceState& state) {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(state.scale);
    style.alpha = state.alpha;
    canvas.push(gfx::Affine::translation(state.at.x, state.at.y) * gfx::Affine::rotation(state.angle));
    canvas.sprite(canvas.graphics().sprite("circuit/switch-base"), {0.0F, 0.0F}, style);
    if (!state.label.empty()) {
        canvas.text(state.label, {0.0F, 46.0F * state.scale},
                    {.font = gfx::Font::Title,
                     .size = 30.0F * state.scale,
                     .colour = gfx::hex(0x5E3A12, state.alpha),
                     .align = gfx::Align::Centre,
                     .anchor = gfx::Anchor::Baseline});
    }
    style.angle = open_angle * state.lever;
    canvas.sprite(canvas.graphics().sprite("circuit/switch-lever"),
                  {-56.0F * state.scale, -4.0F * state.scale}, style);
    canvas.pop();
}

}  // namespace

PartPicture switchPicture() {
    return {.key = "switch", .device = draw};
}

}  // namespace vonk::view

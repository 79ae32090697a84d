#include "game/view/part_picture.h"

namespace vonk::view {

namespace {

void draw(gfx::Canvas& canvas, const DeviceState& state) {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(state.scale);
    style.angle = state.angle;
    style.alpha = state.alpha;
    canvas.sprite(canvas.graphics().sprite("circuit/battery"), state.at, style);
    if (state.voltage.empty()) return;
    canvas.push(gfx::Affine::translation(state.at.x, state.at.y) * gfx::Affine::rotation(state.angle));
    canvas.text(state.voltage, {22.0F * state.scale, 12.0F * state.scale},
                {.font = gfx::Font::Title,
                 .size = 36.0F * state.scale,
                 .colour = gfx::hex(0xFFD84D, state.alpha),
                 .align = gfx::Align::Centre,
                 .anchor = gfx::Anchor::Baseline});
    canvas.pop();
}

}  // namespace

PartPicture batteryPicture() {
    return {.key = "battery", .device = draw};
}

}  // namespace vonk::view

#include <algorithm>

#include "game/view/part_picture.h"

namespace vonk::view {

namespace {

constexpr float bulb = -84.0F;  // kit px from the lamp's point to the middle of its glass

gfx::Point glass(const DeviceState& state) {
    return gfx::Affine::rotation(state.angle)({0.0F, bulb * state.scale}) + state.at;
}

// Light that falls on the board behind the parts.
void light(gfx::Canvas& canvas, const DeviceState& state) {
    if (state.brightness <= 0.02F) return;
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(state.scale * (0.7F + 0.3F * state.brightness));
    style.alpha = state.alpha * 0.9F * state.brightness;
    canvas.sprite(canvas.graphics().sprite("circuit/lamp-glow"), glass(state), style);
}

void draw(gfx::Canvas& canvas, const DeviceState& state) {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(state.scale);
    style.angle = state.angle;
    style.alpha = state.alpha;
    gfx::Graphics& graphics = canvas.graphics();
    const float brightness = std::clamp(state.brightness, 0.0F, 1.0F);
    // Off, dim and on are three pictures of the same lamp: one shows through the other.
    canvas.sprite(graphics.sprite(brightness > 0.5F ? "circuit/lamp-dim" : "circuit/lamp-off"), state.at,
                  style);
    if (brightness <= 0.02F) return;
    const float upper = brightness > 0.5F ? (brightness - 0.5F) * 2.0F : brightness * 2.0F;
    style.alpha = state.alpha * upper;
    canvas.sprite(graphics.sprite(brightness > 0.5F ? "circuit/lamp-on" : "circuit/lamp-dim"), state.at,
                  style);
    canvas.glow(glass(state), 150.0F * state.scale, gfx::hex(0xFFF3C4, 0.30F * brightness * state.alpha));
}

}  // namespace

PartPicture lampPicture() {
    return {.key = "lamp", .light = light, .device = draw};
}

}  // namespace vonk::view

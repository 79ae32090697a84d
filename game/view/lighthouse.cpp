#include "game/view/lighthouse.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"

namespace vonk::view {

namespace {

constexpr float base_half = 0.115F;  // of the height
constexpr float top_half = 0.082F;
constexpr float gallery = 0.80F;  // where the walls end
constexpr double turn_seconds = 5.0;

}  // namespace

void Lighthouse::drawTower(gfx::Canvas& canvas) const {
    const float h = height_;
    const auto at = [&](float across, float up) { return foot_ + gfx::Point{across * h, -up * h}; };
    canvas.push(gfx::Affine::translation(foot_.x, foot_.y) * gfx::Affine::scaling(1.0F, 0.16F));
    canvas.circle({0.03F * h, 0.0F}, 0.19F * h, gfx::hex(0x16122E, 0.35F));
    canvas.pop();
    // Yellow brick in the evening light: lit on the left, in the shade on the right.
    const auto wall = [&](float left, float right, float left_up, float right_up, gfx::Color light,
                          gfx::Color shade) {
        const std::array corners{gfx::Vertex{at(left, 0.0F), light}, gfx::Vertex{at(left_up, gallery), light},
                                 gfx::Vertex{at(right_up, gallery), shade},
                                 gfx::Vertex{at(right, 0.0F), shade}};
        canvas.polygon(corners);
    };
    wall(-base_half, 0.02F, -top_half, 0.014F, gfx::hex(0xE9B98A), gfx::hex(0xC08A74));
    wall(0.02F, base_half, 0.014F, top_half, gfx::hex(0xA06E6C), gfx::hex(0x6E4A5E));
    Random random(54);
    for (int row = 0; row < 30; ++row) {
        const float up = gallery * (static_cast<float>(row) + 0.5F) / 30.0F;
        const float half = base_half + (top_half - base_half) * up / gallery;
        canvas.line(at(-half, up), at(half, up), 0.0022F * h, gfx::hex(0x4A2E40, 0.20F));
        for (int k = 0; k < 3; ++k) {
            const auto x = static_cast<float>(random.between(-half + 0.012, half - 0.03));
            canvas.rect({at(x, up).x, at(x, up).y - 0.011F * h, 0.018F * h, 0.009F * h},
                        random.unit() > 0.5 ? gfx::hex(0xFFE0B0, 0.22F) : gfx::hex(0x4A2E40, 0.20F));
        }
    }
    canvas.polyline(std::array{at(-base_half, 0.0F), at(-top_half, gallery)}, 0.006F * h,
                    gfx::hex(0x3A2440, 0.55F));
    canvas.polyline(std::array{at(base_half, 0.0F), at(top_half, gallery)}, 0.006F * h,
                    gfx::hex(0x2A1C38, 0.8F));
    for (const float up : {0.20F, 0.40F, 0.60F}) {
        const gfx::Point window = at(-0.045F, up);
        canvas.roundedRect({window.x, window.y, 0.030F * h, 0.052F * h}, 0.014F * h, gfx::hex(0x4A2E40));
        canvas.roundedRect({window.x + 0.005F * h, window.y + 0.006F * h, 0.020F * h, 0.040F * h}, 0.009F * h,
                           gfx::hex(0xFFD98A), gfx::hex(0xE9A45A));
    }
    const gfx::Point door = at(-0.03F, 0.075F);
    canvas.roundedRect({door.x, door.y, 0.045F * h, 0.075F * h}, 0.018F * h, gfx::hex(0x24476B));
    // Gallery, lantern and cap.
    canvas.roundedRect({at(-0.104F, gallery).x, at(0.0F, gallery + 0.02F).y, 0.208F * h, 0.026F * h},
                       0.008F * h, gfx::hex(0xF3E9D8), gfx::hex(0xA98A9A));
    for (int k = 0; k <= 8; ++k) {
        const float x = -0.098F + 0.0245F * static_cast<float>(k);
        canvas.line(at(x, gallery + 0.02F), at(x, gallery + 0.058F), 0.0045F * h, gfx::hex(0xF3E9D8));
    }
    canvas.line(at(-0.1F, gallery + 0.058F), at(0.1F, gallery + 0.058F), 0.007F * h, gfx::hex(0xF3E9D8));
    canvas.roundedRect({at(-0.056F, 0.0F).x, at(0.0F, 0.945F).y, 0.112F * h, 0.118F * h}, 0.012F * h,
                       gfx::hex(0x2C2450));
    canvas.roundedRect({at(-0.049F, 0.0F).x, at(0.0F, 0.938F).y, 0.098F * h, 0.106F * h}, 0.010F * h,
                       gfx::hex(0x7A86B0), gfx::hex(0x4A4A86));
    for (const float x : {-0.018F, 0.018F})
        canvas.line(at(x, 0.835F), at(x, 0.938F), 0.005F * h, gfx::hex(0x2C2450));
    const std::array cap{at(-0.068F, 0.94F), at(0.0F, 0.995F), at(0.068F, 0.94F)};
    canvas.polygon(cap, gfx::hex(0xB5433C));
    const std::array shade{at(0.012F, 0.94F), at(0.0F, 0.995F), at(0.068F, 0.94F)};
    canvas.polygon(shade, gfx::hex(0x7C2E34));
    canvas.circle(at(0.0F, 0.998F), 0.011F * h, gfx::hex(0xE9B44C));
}

void Lighthouse::drawLight(const Brush& brush, float light) const {
    if (light <= 0.02F) return;
    gfx::Canvas& canvas = brush.canvas;
    const gfx::Point lamp = lantern();
    // Two beams, seen from the side: longest when they point across the picture, gone when they point at us.
    const double turn = brush.still ? 0.4 : two_pi * brush.time / turn_seconds;
    for (const double side : {1.0, -1.0}) {
        const auto reach = static_cast<float>(side * std::cos(turn));
        const float length = 1.5F * height_ * reach;
        const float wide = (0.05F + 0.10F * std::fabs(reach)) * height_;
        const gfx::Color bright = gfx::hex(0xFFF3C4, 0.55F * light * std::fabs(reach));
        const gfx::Color gone = gfx::hex(0xFFF3C4, 0.0F);
        const float drop = 0.05F * height_;
        const gfx::Point end = lamp + gfx::Point{length, drop};
        for (const float edge : {-1.0F, 1.0F}) {
            // Bright along its middle, nothing at its edges.
            const std::array half{gfx::Vertex{lamp, bright}, gfx::Vertex{end, gone},
                                  gfx::Vertex{end + gfx::Point{0.0F, edge * wide}, gone},
                                  gfx::Vertex{lamp + gfx::Point{0.0F, edge * 0.024F * height_}, gone}};
            canvas.polygon(half);
        }
    }
    canvas.glow(lamp, 0.40F * height_, gfx::hex(0xFFE9A8, 0.55F * light));
    canvas.glow(lamp, 0.12F * height_, gfx::hex(0xFFFFFF, 0.85F * light));
}

}  // namespace vonk::view

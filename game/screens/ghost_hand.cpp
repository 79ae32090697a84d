#include "game/screens/ghost_hand.h"

#include <cmath>

#include "engine/ui/motion.h"

namespace vonk::screens {

void drawTappingHand(gfx::Canvas& canvas, gfx::Point at, double since, float scale, bool reduced_motion) {
    namespace motion = ui::motion;
    constexpr double come = motion::hand_move,
                     round = come + motion::hand_tap + motion::hand_rings + motion::hand_pause;
    const double t = reduced_motion ? come + motion::hand_tap : std::fmod(since, round);
    const double arrived = ui::easeInOut(std::min(1.0, t / come));
    const double tap = t - come;
    for (int k = 0; k < 3; ++k) {
        const double spread = std::clamp((tap - 0.1 * k) / motion::hand_rings, 0.0, 1.0);
        if (tap < 0 || spread <= 0 || spread >= 1) continue;
        const float radius = scale * float(40 + 78 * spread);
        canvas.ring(at, radius, scale * float(7 - 4 * spread), gfx::hex(0xFFFFFF, float(0.9 * (1 - spread))));
    }
    const bool down = tap >= 0 && tap < motion::hand_tap + 0.12;
    const gfx::Point from{at.x + 130 * scale, at.y + 150 * scale};
    const double alpha =
        std::min(1.0, since / 0.25) * (reduced_motion ? 1.0 : std::min(1.0, (round - t) / 0.3));
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale * (down ? 0.92F : 1.0F));
    style.alpha = float(alpha);
    canvas.sprite(canvas.graphics().sprite("ui/ghost-hand-small"), gfx::mix(from, at, float(arrived)), style);
}

}  // namespace vonk::screens

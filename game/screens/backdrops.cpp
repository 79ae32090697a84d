#include "game/screens/backdrops.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/log.h"
#include "engine/ui/motion.h"
#include "engine/ui/theme.h"

namespace vonk::screens {

using gfx::Rect;

void Backdrops::prepare(std::string_view name, gfx::Canvas& canvas, const ui::ScreenSpace& space, double now,
                        bool reduced_motion) {
    auto at = kept_.find(name);
    if (at == kept_.end()) {
        at = kept_.emplace(std::string(name), Kept{nullptr, now}).first;
        if (auto loaded = gfx::Scenery::load(graphics_, name)) {
            at->second.scenery = std::move(*loaded);
        } else {
            logWarning(toString(loaded.error().front()));
        }
    }
    Kept& kept = at->second;
    if (!kept.scenery) return;
    const int width = space.size().width, height = space.size().height;
    kept.scenery->update(canvas, width, height, kept.scenery->cover(width, height),
                         std::max(0.0, now - kept.seen), reduced_motion);
    kept.seen = now;
}

void Backdrops::draw(std::string_view name, gfx::Canvas& canvas, const ui::ScreenSpace& space) const {
    const auto at = kept_.find(name);
    if (at != kept_.end() && at->second.scenery) return at->second.scenery->draw(canvas);
    canvas.gradient(space.whole(), ui::theme::sky, ui::theme::polder);
}

void Backdrops::drawOver(std::string_view name, gfx::Canvas& canvas) const {
    const auto at = kept_.find(name);
    if (at != kept_.end() && at->second.scenery) at->second.scenery->drawOver(canvas);
}

namespace {

struct Firework {
    float x, y, size;
    const char* sprite;
    double delay;
};
constexpr std::array fireworks{Firework{0.13F, 0.157F, 0.72F, "scenery/firework-orange", 0.1},
                               Firework{0.865F, 0.148F, 0.8F, "scenery/firework-blue", 0.5},
                               Firework{0.715F, 0.105F, 0.46F, "scenery/firework-pink", 0.9},
                               Firework{0.29F, 0.11F, 0.46F, "scenery/firework-blue", 1.3},
                               Firework{0.955F, 0.29F, 0.4F, "scenery/firework-orange", 1.7},
                               Firework{0.04F, 0.31F, 0.38F, "scenery/firework-pink", 2.1}};
constexpr double round_seconds = 2.6;  // six in a round

}  // namespace

void drawFireworks(gfx::Canvas& canvas, const ui::ScreenSpace& space, double since, bool reduced_motion) {
    const Rect whole = space.whole();
    for (const Firework& one : fireworks) {
        if (since < one.delay && !reduced_motion) continue;
        const double t = std::fmod(since - one.delay, round_seconds) / round_seconds;
        const double grown = reduced_motion ? 1.0 : 0.35 + 0.65 * ui::easeOut(std::min(1.0, t * 2.2));
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(one.size * space.unit() * float(grown));
        style.alpha = float(reduced_motion ? 0.9 : std::clamp(2.0 - 2.2 * t, 0.0, 1.0));
        if (style.alpha <= 0) continue;
        const float sink = reduced_motion ? 0.0F : float(18 * t) * space.unit();
        canvas.sprite(canvas.graphics().sprite(one.sprite), {whole.w * one.x, whole.h * one.y + sink}, style);
    }
}

}  // namespace vonk::screens

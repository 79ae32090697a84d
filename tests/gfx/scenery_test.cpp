#include "engine/gfx/scenery.h"

#include "offscreen.h"

using namespace vonk::gfx;

namespace {

Pixels shot(Scenery& scenery, Canvas& canvas, int w, int h, const Placement& placement, double seconds,
            bool still) {
    Frame frame(w, h);
    scenery.update(canvas, w, h, placement, seconds, still);
    canvas.begin(frame.target());
    scenery.draw(canvas);
    scenery.drawOver(canvas);
    canvas.end();
    Frame::finish();
    return frame.read();
}

}  // namespace

TEST_CASE("every scene fills every screen") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    for (const std::string name : {"attract", "night", "map"}) {
        auto scenery = Scenery::load(*graphics, name);
        REQUIRE(scenery.has_value());
        for (const auto& [w, h] : {std::pair{1920, 1080}, {1280, 800}, {1080, 1920}, {2560, 1080}}) {
            const Pixels pixels = shot(**scenery, canvas, w, h, (*scenery)->cover(w, h), 0.0, false);
            if (w == 1920 || w == 1080) Offscreen::keep(pixels, "scene-" + name + "-" + std::to_string(w));
            for (const auto& [x, y] :
                 {std::pair{0, 0}, {w - 1, 0}, {0, h - 1}, {w - 1, h - 1}, {w / 2, h / 2}})
                CHECK((pixels.at(x, y) & 0xFFU) == 0xFFU);
        }
    }
}

TEST_CASE("a scene composed piece by piece equals one composed at once") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    auto pieces = Scenery::load(*graphics, "map");
    auto whole = Scenery::load(*graphics, "map");
    REQUIRE((pieces.has_value() && whole.has_value()));
    const Placement placement = (*pieces)->cover(960, 540);
    for (int i = 0; i < 240; ++i) (*pieces)->update(canvas, 960, 540, placement, i < 120 ? 0.5 : 0.0, false);
    const Pixels a = shot(**pieces, canvas, 960, 540, placement, 0.0, false);
    const Pixels b = shot(**whole, canvas, 960, 540, placement, 60.0, false);
    CHECK(a.hash() == b.hash());
}

TEST_CASE("reduced motion holds a scene still") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    auto scenery = Scenery::load(*graphics, "attract");
    REQUIRE(scenery.has_value());
    const Placement placement = (*scenery)->cover(960, 540);
    const Pixels before = shot(**scenery, canvas, 960, 540, placement, 0.0, true);
    CHECK(before.hash() == shot(**scenery, canvas, 960, 540, placement, 7.0, true).hash());
    CHECK(before.hash() != shot(**scenery, canvas, 960, 540, placement, 7.0, false).hash());
}

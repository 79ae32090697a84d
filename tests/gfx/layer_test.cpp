#include "engine/gfx/layer.h"

#include "engine/gfx/ease.h"
#include "offscreen.h"

using namespace vonk::gfx;

namespace {

// Drawn straight, and by way of a kept layer: both must be the same picture.
void scene(Canvas& canvas) {
    canvas.rect({16, 40, 200, 100}, palette::paper);
    canvas.roundedRect({100.5F, 20, 150, 90}, 24, palette::spark.withAlpha(0.6F));
    canvas.sprite(canvas.graphics().sprite("bridge/joint"), {200, 150}, 1.0F);
}

int difference(const Pixels& a, const Pixels& b) {
    int worst = 0;
    for (std::size_t i = 0; i < a.bgra.size(); ++i)
        worst = std::max(worst, std::abs(int{a.bgra[i]} - int{b.bgra[i]}));
    return worst;
}

Pixels over(Canvas& canvas, const std::function<void(Canvas&)>& draw) {
    Frame frame(320, 240);
    canvas.begin(frame.target());
    canvas.gradient({0, 0, 320, 240}, palette::sky, palette::water);
    draw(canvas);
    canvas.end();
    return frame.read();
}

}  // namespace

TEST_CASE("a kept layer looks as if it were drawn") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Layer layer;
    CHECK(layer.prepare(canvas, 320, 240, scene));
    CHECK_FALSE(layer.prepare(canvas, 320, 240, scene));
    const Pixels drawn = over(canvas, scene);
    const Pixels kept = over(canvas, [&](Canvas& c) { layer.draw(c); });
    CHECK(difference(drawn, kept) <= 2);
    CHECK(canvas.statistics().blits > 0);
}

TEST_CASE("only the stale part of a layer is drawn again") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Layer layer;
    layer.prepare(canvas, 320, 240, scene);
    layer.invalidate(PixelRect{0, 0, 64, 64});
    int calls = 0;
    layer.prepare(canvas, 320, 240, [&](Canvas& c) {
        ++calls;
        c.rect({0, 0, 320, 240}, palette::ink);
    });
    CHECK(calls == 1);
    const Pixels pixels = layer.target()->read();
    CHECK(pixels.at(20, 50) == 0x12263AFFU);   // drawn again
    CHECK(pixels.at(20, 100) == 0xFFF9EFFFU);  // kept
    // What became opaque is copied: over any ground it is the same.
    CHECK(over(canvas, [&](Canvas& c) { layer.draw(c); }).at(10, 10) == 0x12263AFFU);
}

TEST_CASE("a layer of another size is made anew") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Layer layer;
    layer.prepare(canvas, 320, 240, scene);
    CHECK(layer.prepare(canvas, 100, 50, scene));
    CHECK(layer.target()->width() == 100);
}

TEST_CASE("blits are cut at the edges of both pictures") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Target source(50, 50);
    canvas.begin(source);
    canvas.clear(palette::spark);
    canvas.end();
    const Pixels pixels = over(canvas, [&](Canvas& c) {
        c.blit(source, {-10, -10, 80, 80}, -20, -20);
        c.blit(source, {0, 0, 50, 50}, 300, 220);
        c.blit(source, {0, 0, 50, 50}, 900, 0);
    });
    CHECK(pixels.at(0, 0) == 0xFF7A1AFFU);
    CHECK(pixels.at(39, 39) == 0xFF7A1AFFU);
    CHECK(pixels.at(40, 40) != 0xFF7A1AFFU);
    CHECK(pixels.at(319, 239) == 0xFF7A1AFFU);
}

TEST_CASE("clips, alpha and transforms nest and end") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    const Pixels pixels = over(canvas, [&](Canvas& c) {
        c.pushClip({100, 100, 50, 50});
        c.pushClip({0, 0, 120, 120});
        c.rect({0, 0, 320, 240}, palette::ink);
        c.popClip();
        c.popClip();
        c.push(Affine::translation(200, 0) * Affine::scaling(2));
        c.rect({0, 0, 10, 10}, palette::paper);
        c.pop();
        c.pushAlpha(0.0F);
        c.rect({250, 0, 10, 10}, palette::paper);
        c.popAlpha();
    });
    CHECK(pixels.at(110, 110) == 0x12263AFFU);
    CHECK(pixels.at(130, 130) != 0x12263AFFU);
    CHECK(pixels.at(90, 110) != 0x12263AFFU);
    CHECK(pixels.at(219, 19) == 0xFFF9EFFFU);
    CHECK(pixels.at(221, 10) != 0xFFF9EFFFU);
    CHECK(pixels.at(255, 5) != 0xFFF9EFFFU);
}

TEST_CASE("eases start at 0, end at 1 and stay there") {
    for (const auto ease : {easeInOut, easeOut}) {
        CHECK(ease(0.0) == Approx(0.0));
        CHECK(ease(1.0) == Approx(1.0));
        CHECK(ease(-3.0) == Approx(0.0));
        CHECK(ease(3.0) == Approx(1.0));
    }
    CHECK(easeOutBack(0.6) > 1.0);
    CHECK(easeOutBack(1.0) == Approx(1.0));
}

TEST_CASE("a layer painted bit by bit is the same picture, and is ready when the last bit is done") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    const std::vector<Stroke> strokes{{[](Canvas& c) {
                                           c.gradient({0, 0, 320, 240}, palette::sky, palette::water);
                                       },
                                       3},
                                      {scene, 2}};
    Layer whole, bits;
    whole.prepare(canvas, 320, 240, [&](Canvas& c) {
        for (const Stroke& stroke : strokes) stroke.draw(c);
    });
    CHECK_FALSE(bits.ready());
    int calls = 1;
    while (!bits.prepareSome(canvas, 320, 240, strokes, 1) && calls < 20) {
        CHECK_FALSE(bits.ready());
        // It became stale on the way: all of it comes again.
        if (++calls == 3) bits.invalidate();
    }
    CHECK(calls == 2 + 5);  // new memory and a strip in vain, then five strips
    CHECK(bits.ready());
    CHECK(difference(whole.target()->read(), bits.target()->read()) == 0);
    const auto drawn = [&](const Layer& layer) { return over(canvas, [&](Canvas& c) { layer.draw(c); }); };
    CHECK(difference(drawn(whole), drawn(bits)) == 0);
    CHECK(bits.prepareSome(canvas, 320, 240, strokes, 1));
    CHECK_FALSE(bits.prepareSome(canvas, 100, 240, strokes, 1));
}

TEST_CASE("a picture seen through a veil in one pass is the picture with a veil over it") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Target picture(320, 240);
    canvas.begin(picture);
    canvas.gradient({0, 0, 320, 240}, palette::sky, palette::water);
    canvas.rect({40, 60, 90, 30}, palette::spark);
    canvas.end();
    const VeilStyle veil{{130, 90}, 60, 420, hex(0x0A2440, 0.58F)};
    const Rect twice{-100, -80, 640, 480};
    const Pixels apart = over(canvas, [&](Canvas& c) {
        c.image(picture.texture(), {0, 0, 320, 240}, twice, 1.0F, true);
        c.veil({0, 0, 320, 240}, veil);
    });
    const Pixels together = over(canvas, [&](Canvas& c) { c.veiled(picture.texture(), twice, veil); });
    const auto near = [&](int x, int y) {
        for (unsigned shift = 8; shift < 32; shift += 8) {
            const int a = (apart.at(x, y) >> shift) & 0xFF, b = (together.at(x, y) >> shift) & 0xFF;
            if (std::abs(a - b) > 12) return false;
        }
        return true;
    };
    // Away from the rectangle's edges, where one is filtered and the other is not.
    for (int y = 4; y < 240; y += 8)
        for (int x = 4; x < 320; x += 8) {
            INFO(x << ", " << y);
            if (x % 20 == 0 || y % 20 == 0) continue;
            CHECK(near(x, y));
        }
    CHECK(together.at(10, 200) != apart.at(130, 90));
}

TEST_CASE("the shadow of a bar is dark below it, and fades to nothing around it") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    const Pixels bare = over(canvas, [](Canvas&) {});
    const Pixels shaded = over(canvas, [](Canvas& c) { c.barShadow({60, 100, 200, 30}, 10, palette::ink); });
    const auto green = [](const Pixels& pixels, int x, int y) { return (pixels.at(x, y) >> 16U) & 0xFFU; };
    CHECK(green(shaded, 160, 115) < green(bare, 160, 115) / 2);
    std::uint32_t last = green(shaded, 160, 122);
    for (int y = 123; y < 140; ++y) {
        CHECK(green(shaded, 160, y) >= last);
        last = green(shaded, 160, y);
    }
    for (const auto& [x, y] :
         {std::pair{160, 142}, std::pair{160, 88}, std::pair{48, 115}, std::pair{272, 115}})
        CHECK(shaded.at(x, y) == bare.at(x, y));
}

#include "offscreen.h"

using namespace vonk::gfx;

TEST_CASE("a play screen drawn offscreen looks like itself") {
    auto& [window, graphics] = Offscreen::instance();
    Frame frame(1920, 1080);
    Canvas canvas(*graphics);
    const auto s = [&](std::string_view name) { return graphics->sprite(name); };
    canvas.begin(frame.target());
    canvas.gradient({0, 0, 1920, 700}, hex(0x5FB3DE), hex(0xFFE9C4));
    canvas.gradient({0, 700, 1920, 380}, hex(0x3D97CC), hex(0x0D5290));
    canvas.sprite(s("scenery/sun"), {450, 120}, 1.0F);
    canvas.sprite(s("scenery/cloud-big"), {1400, 400}, 1.0F);
    canvas.sprite(s("scenery/windmill-body"), {330, 640}, {.haze = 0.35F});
    canvas.sprite(s("scenery/windmill-sails"), {327, 450}, {.angle = 0.4F, .haze = 0.35F});
    canvas.sprite(s("animals/sheep-standing"), {600, 640}, 0.6F);
    const StripSprites wood{s("bridge/wood-cap-left"), s("bridge/wood-mid"), s("bridge/wood-cap-right")};
    const StripSprites steel{s("bridge/steel-cap-left"), s("bridge/steel-mid"), s("bridge/steel-cap-right")};
    const StripSprites deck{s("bridge/deck-cap-left"), s("bridge/deck-mid"), s("bridge/deck-cap-right")};
    for (int i = 0; i < 5; ++i) {
        const float x = 400 + 160 * static_cast<float>(i);
        canvas.strip(wood, {x, 640}, {x + 80, 500}, {.width = 30});
        canvas.strip(wood, {x + 160, 640}, {x + 80, 500}, {.width = 30});
        if (i < 4) canvas.strip(steel, {x + 80, 500}, {x + 240, 500}, {.width = 30});
        canvas.strip(deck, {x, 640}, {x + 160, 640}, {.width = 26});
    }
    for (int i = 0; i < 6; ++i)
        canvas.sprite(s("bridge/joint"), {400 + 160 * static_cast<float>(i), 640}, 1.0F);
    std::vector<Point> sag;
    for (int i = 0; i <= 24; ++i) {
        const float t = static_cast<float>(i) / 24.0F;
        sag.push_back({1260 + 400 * t, 480 + 240 * t * (1 - t)});
    }
    canvas.ribbon(s("bridge/cable-mid"), sag, {.width = 8});
    canvas.shadow({200, 60, 700, 120}, 28, 16, palette::ink.withAlpha(0.32F));
    canvas.roundedRect({200, 60, 700, 120}, 28, palette::paper);
    canvas.text("Breng de kaaswagen\nnaar de overkant.", {260, 120}, {.size = 36, .anchor = Anchor::Middle});
    canvas.nineSlice(s("ui/key-go-start-normal"), {1500, 905, 372, 130}, 1.0F);
    canvas.text("Start € 1\u202F520", {1720, 970},
                {.font = Font::Title, .size = 52, .align = Align::Centre, .anchor = Anchor::Middle});
    canvas.nineSlice(s("ui/key-paper-88-normal"), {28, 28, 88, 88}, 1.0F);
    canvas.nineSlice(s("ui/key-paper-start-normal"), {40, 905, 500, 110}, 1.0F);
    canvas.sprite(s("icons/home"), {48, 48}, 1.0F);
    canvas.arc({1000, 800}, 60, 14, -1.57F, 2.0F, palette::spark);
    canvas.line({900, 900}, {1100, 1000}, 1.0F, palette::ink);
    canvas.glow({1200, 850}, 140, hex(0xFFF3C4));
    canvas.sticker("Raak mij aan!", {960, 330}, {.size = 176, .accentLast = true});
    canvas.end();
    Frame::finish();
    const Pixels pixels = frame.read();
    Offscreen::keep(pixels, "canvas");

    CHECK(pixels.at(0, 0) == 0x5FB3DEFFU);
    CHECK(pixels.at(220, 120) == 0xFFF9EFFFU);     // the card
    CHECK((pixels.at(1560, 925) >> 24U) > 0xF0U);  // the orange key
    CHECK(canvas.statistics().drawCalls < 60);
}

TEST_CASE("a translucent pill is even inside and mirrored") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    for (const float height : {26.0F, 27.0F, 26.4F}) {
        Frame frame(340, 60);
        canvas.begin(frame.target());
        canvas.clear(palette::paper);
        canvas.roundedRect({10, 10, 320, height}, height / 2, palette::ink.withAlpha(0.16F));
        canvas.end();
        const Pixels pixels = frame.read();
        for (int y = 12; y < 34; ++y)
            for (int x = 30; x < 310; ++x) CHECK(pixels.at(x, y) == pixels.at(30, 20));
        for (int x = 10; x < 170; ++x) CHECK(pixels.at(x, 14) == pixels.at(339 - x, 14));
    }
}

#include "engine/gfx/canvas.h"
#include "offscreen.h"

using namespace vonk::gfx;

TEST_CASE("UTF-8 becomes characters and rubbish becomes the replacement") {
    CHECK(decodeUtf8("a€ü") == U"a€ü");
    CHECK(decodeUtf8("\xF0\x9F\x90\x91") == U"\U0001F411");
    CHECK(decodeUtf8("\xC3") == U"\uFFFD");
    CHECK(decodeUtf8("\xC0\x80x") == U"\uFFFD\uFFFDx");
    CHECK(decodeUtf8("\xED\xA0\x80").front() == U'\uFFFD');
    CHECK(decodeUtf8("\xF8\x88\x80\x80\x80").size() == 5);
}

TEST_CASE("text wraps at words and is as wide as it measures") {
    auto& [window, graphics] = Offscreen::instance();
    Fonts& fonts = graphics->fonts();
    TextStyle style{.size = 36, .width = 400};
    const std::string text = "Deze balk is te lang en knikt als de wagen komt";
    const auto lines = fonts.lines(text, style);
    REQUIRE(lines.size() > 1);
    std::string joined;
    for (const std::string& line : lines) {
        CHECK(fonts.lineWidth(line, style.font, 36) <= 400);
        joined += (joined.empty() ? "" : " ") + line;
    }
    CHECK(joined == text);
    CHECK(fonts.measure(text, style).h == Approx(36 * 1.25 * static_cast<double>(lines.size())));
    style.width = 10;
    CHECK(fonts.lines("Donaudampfschifffahrt", style).size() == 1);
    CHECK(fonts.lines("", style).size() == 1);
    CHECK(fonts.lines("een\n\ndrie", style).size() == 3);
}

TEST_CASE("an amount in a title has room between the euro sign and the digits") {
    auto& [window, graphics] = Offscreen::instance();
    Fonts& fonts = graphics->fonts();
    const float apart = fonts.lineWidth("€", Font::Title, 40) + fonts.lineWidth("0", Font::Title, 40);
    CHECK(fonts.lineWidth("€0", Font::Title, 40) > apart + 2.0F);
}

TEST_CASE("letters of five languages and the signs of the exhibit exist") {
    auto& [window, graphics] = Offscreen::instance();
    for (const Font font : {Font::Text, Font::Plain, Font::Title})
        for (const char32_t c : U"AZaz09äöüßéèêëïçñąćęłńóśźżğışÄÖÜ€–—‘’“”„…·×²³°½±→←↑↓✓") {
            if (c == 0) continue;
            INFO(static_cast<unsigned>(c) << " in font " << static_cast<int>(font));
            CHECK(graphics->fonts().glyph(font, 40, c).width > 0);
        }
    for (const char32_t blank : {U' ', U'\u00A0', U'\u2009', U'\u202F'}) {
        CHECK(graphics->fonts().glyph(Font::Text, 40, blank).width == 0);
        CHECK(graphics->fonts().glyph(Font::Text, 40, blank).advance > 2.0F);
    }
}

TEST_CASE("text stands where it is told to") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Frame frame(400, 200);
    canvas.begin(frame.target());
    canvas.clear(palette::paper);
    const Rect box =
        canvas.text("Balk", {200, 100},
                    {.font = Font::Title, .size = 60, .align = Align::Centre, .anchor = Anchor::Middle});
    canvas.end();
    const Pixels pixels = frame.read();
    int left = 400, right = 0, top = 200, bottom = 0;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 400; ++x)
            if ((pixels.at(x, y) >> 24U) < 0x80U) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    CHECK(std::abs((left + right) / 2 - 200) <= 3);
    CHECK(std::abs((top + bottom) / 2 - 100) <= 6);
    CHECK(static_cast<float>(left) >= box.x - 2);
    CHECK(static_cast<float>(right) <= box.right() + 2);
}

TEST_CASE("a title has an outline without pin-holes") {
    auto& [window, graphics] = Offscreen::instance();
    Canvas canvas(*graphics);
    Frame frame(900, 260);
    canvas.begin(frame.target());
    canvas.clear(hex(0x00FF00));
    canvas.sticker("Raak!", {450, 180}, {.size = 150, .accentLast = true});
    canvas.end();
    Offscreen::keep(frame.read(), "sticker");
    const Pixels pixels = frame.read();
    // Row by row between the first and the last white: no pure ground shows inside letters.
    int holes = 0;
    for (int y = 110; y < 170; ++y)
        for (int x = 100; x < 800; ++x)
            holes += pixels.at(x, y) == 0x00FF00FFU && pixels.at(x - 20, y) != 0x00FF00FFU &&
                     pixels.at(x + 20, y) != 0x00FF00FFU;
    CHECK(holes == 0);
}

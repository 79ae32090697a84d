// Where things lie on the screens that come after a level, and on those that ask and say goodbye.
#include <fmt/format.h>

#include <algorithm>

#include "game/screens/layouts.h"

namespace vonk::screens {

using ui::Rect;

namespace {

// The lower rows of the result: next levels, again, choose.
float resultKeys(Layout& layout, const ScreenSpace& s, const ResultContents& contents) {
    const int next = contents.next;
    const bool reading = contents.reading;
    const Rect whole = s.whole();
    const float gap = s.units(24), base = s.reachBottom() - s.units(40), left = s.units(48),
                wide = whole.w - 2 * left;
    const float small = s.target(158);
    if (s.portrait()) {
        const float low_high = s.target(140), high = s.target(196);
        const int small_keys = contents.career ? 3 : 2;
        const auto low = ui::row({left, base - low_high, wide, low_high}, small_keys, gap);
        if (contents.career) layout.touch("key.career", low[0]);
        layout.touch("key.again", low[std::size_t(small_keys - 2)]);
        layout.touch("key.choose", low[std::size_t(small_keys - 1)]);
        if (next == 0) return base - low_high;
        const float top = base - low_high - gap - high;
        const auto keys = ui::row({left, top, wide, high}, next, gap);
        for (int k = 0; k < next; ++k) layout.touch(fmt::format("next.{}", k), keys[std::size_t(k)]);
        return top;
    }
    if (!reading) {
        // Pictures alone: keys as large as pictures want to be, in the middle.
        const float high = std::max(s.target(170), std::min(s.units(290), whole.h * 0.27F));
        const float picture = std::min(
            high * 1.6F, (wide - 2 * (small + gap) - gap * float(next)) / std::max(1.0F, float(next)));
        const float all = float(next) * (picture + gap) + 2 * small + gap, top = base - high;
        float x = whole.centre().x - all / 2;
        for (int k = 0; k < next; ++k, x += picture + gap)
            layout.touch(fmt::format("next.{}", k), {x, top, picture, high});
        layout.touch("key.again", {x, top + (high - small) / 2, small, small});
        layout.touch("key.choose", {x + small + gap, top + (high - small) / 2, small, small});
        return top;
    }
    const float high = std::max(s.target(170), std::min(s.units(224), whole.h * 0.21F));
    const float top = base - high, next_wide = wide - (contents.career ? 3.0F : 2.0F) * (small + gap);
    if (next > 0) {
        const auto rects = ui::row({left, top, next_wide, high}, next, gap);
        for (int k = 0; k < next; ++k) layout.touch(fmt::format("next.{}", k), rects[std::size_t(k)]);
    }
    layout.touch("key.choose", {left + wide - small, top, small, high});
    layout.touch("key.again", {left + wide - 2 * small - gap, top, small, high});
    if (contents.career) layout.touch("key.career", {left + wide - 3 * small - 2 * gap, top, small, high});
    return top;
}

}  // namespace

Layout resultLayout(const ScreenSpace& s, const ResultContents& contents) {
    Layout layout;
    const Rect whole = s.whole();
    const float gap = s.units(24), left = s.units(48), wide = whole.w - 2 * left;
    const float keys_top = resultKeys(layout, s, contents);
    // Stars and title are lower where the screen is: the cards need the height for letters that can be read.
    const float low = std::clamp((1080 - whole.h / s.unit()) / 100, 0.0F, 1.0F);
    const float star_high = s.units(150 - 34 * low), title_high = s.units(104 - 14 * low);
    layout.read("stars", {whole.centre().x - s.units(270), s.units(16), s.units(540), star_high});
    if (contents.language && s.reachTop() <= s.margin())
        layout.touch("language", {s.margin(), s.margin(), s.target(88), s.target(88)});
    if (!contents.reading) return layout;
    const float title_left = left + s.target(88) + s.gap();
    layout.read("title", {title_left, s.units(16) + star_high, whole.w - 2 * title_left, title_high});
    const float top = s.units(16) + star_high + title_high + s.units(26 - 8 * low);
    const float high = keys_top - s.units(36) - top;
    if (s.portrait()) {
        const bool third = contents.talent || contents.real;
        const float room = high - gap * (third ? 2.0F : 1.0F);
        const float built = room * (third ? 0.31F : 0.44F), career = room * (third ? 0.43F : 0.56F);
        layout.read("built", {left, top, wide, built});
        layout.read("career", {left, top + built + gap, wide, career});
        if (third) {
            const Rect area{left, top + built + career + 2 * gap, wide, room - built - career};
            if (contents.talent && contents.real) {
                const auto pair = ui::row(area, 2, gap);
                layout.read("talent", pair[0]);
                layout.read("real", pair[1]);
            } else {
                layout.read(contents.talent ? "talent" : "real", area);
            }
        }
        return layout;
    }
    const int columns = contents.talent || contents.real ? 3 : 2;
    const auto column = ui::row({left, top, wide, high}, columns, gap);
    layout.read("built", column[0]);
    layout.read("career", column[1]);
    if (columns == 3) {
        if (contents.talent && contents.real) {
            // The real work has a name and a sentence, what was shown a few words.
            const float shown = (high - gap) * 0.46F;
            layout.read("talent", {column[2].x, top, column[2].w, shown});
            layout.read("real", {column[2].x, top + shown + gap, column[2].w, high - gap - shown});
        } else {
            layout.read(contents.talent ? "talent" : "real", column[2]);
        }
    }
    return layout;
}

Layout careerLayout(const ScreenSpace& s, bool language) {
    Layout layout;
    const Rect whole = s.whole();
    const float key_high = s.target(130), base = s.reachBottom() - s.units(40), gap = s.units(28);
    const float wide = std::min(whole.w - 2 * s.margin(), s.units(1560));
    const Rect card{whole.centre().x - wide / 2, s.units(40), wide, base - key_high - gap - s.units(40)};
    const float close_wide = std::min(s.units(480), wide * 0.5F);
    layout.ground("card", card);
    layout.touch("close", {whole.centre().x - close_wide / 2, base - key_high, close_wide, key_high});
    if (language) layout.touch("language", {card.x, base - key_high, key_high, key_high});
    const float pad = s.units(36), name_high = s.units(104);
    const float road_high = card.h * (s.portrait() ? 0.26F : 0.34F), text_bottom = card.bottom() - road_high;
    layout.read("road", {card.x, text_bottom, card.w, road_high});
    if (s.portrait()) {
        const float side = std::min(card.w * 0.5F, (text_bottom - card.y) * 0.36F);
        layout.read("picture", {card.centre().x - side / 2, card.y + pad, side, side});
        const Rect words{card.x + pad, card.y + 2 * pad + side, card.w - 2 * pad,
                         text_bottom - pad - card.y - 2 * pad - side};
        layout.read("name", {words.x, words.y, words.w, name_high});
        const float rest = words.h - name_high - gap, day = rest * 0.66F;
        layout.read("day", {words.x, words.y + name_high, words.w, day});
        layout.read("surprise", {words.x, words.y + name_high + day + gap, words.w, rest - day});
        return layout;
    }
    const float side = std::min(text_bottom - card.y - 2 * pad, card.w * 0.3F);
    layout.read("picture", {card.x + pad, card.y + pad, side, side});
    const Rect words{card.x + 2 * pad + side, card.y + pad, card.w - 3 * pad - side,
                     text_bottom - card.y - 1.5F * pad};
    layout.read("name", {words.x, words.y, words.w, name_high});
    const float rest = words.h - name_high - gap, day = rest * 0.64F;
    layout.read("day", {words.x, words.y + name_high, words.w, day});
    layout.read("surprise", {words.x, words.y + name_high + day + gap, words.w, rest - day});
    return layout;
}

Layout idleLayout(const ScreenSpace& s) {
    Layout layout;
    const Rect whole = s.whole();
    const float wide = std::min(s.units(760), whole.w - 2 * s.margin()), high = s.units(350);
    const float lowest = s.reachBottom() - high - s.margin();
    const float y = std::min(lowest, std::max(whole.centre().y - high / 2, s.reachTop()));
    const Rect card{whole.centre().x - wide / 2, y, wide, high};
    const float pad = s.units(36), key = s.target(130), ring = s.units(140);
    layout.ground("card", card);
    layout.read("ring", {card.x + pad, card.y + pad - s.units(4), ring, ring});
    const float words = card.x + pad + ring + s.units(28);
    layout.read("question", {words, card.y + pad, card.right() - pad - words, s.units(72)});
    layout.read("answer", {words, card.y + pad + s.units(72), card.right() - pad - words, s.units(60)});
    layout.touch("stay", {card.x + pad, card.bottom() - s.units(30) - key, card.w - 2 * pad, key});
    return layout;
}

Layout goodbyeLayout(const ScreenSpace& s) {
    Layout layout;
    const Rect whole = s.whole();
    layout.ground("scene", whole);
    layout.read("title", {s.margin(), whole.h * 0.2F, whole.w - 2 * s.margin(), s.units(190)});
    layout.read("line", {s.margin(), whole.h * 0.2F + s.units(190), whole.w - 2 * s.margin(), s.units(90)});
    return layout;
}

}  // namespace vonk::screens

#include "engine/gfx/sticker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vonk::gfx {

namespace {

constexpr std::size_t mostKept = 32;
// Of the em size: how far the shadow falls and spreads (14 px at 84 px, as on the boards).
constexpr float shadowDrop = 0.10F;
constexpr float shadowSpread = 0.07F;
constexpr float shadowAlpha = 0.30F;

// Three box blurs look like a Gauss; each of radius r, rows then columns.
void blur(std::vector<float>& pixels, int width, int height, int radius) {
    const auto lane = [&](std::size_t first, std::size_t step, int count) {
        std::vector<float> line(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            line[static_cast<std::size_t>(i)] = pixels[first + static_cast<std::size_t>(i) * step];
        float sum = 0.0F;
        for (int i = -radius; i < count + radius; ++i) {
            if (i + radius < count) sum += line[static_cast<std::size_t>(i + radius)];
            if (i - radius - 1 >= 0) sum -= line[static_cast<std::size_t>(i - radius - 1)];
            if (i >= 0 && i < count)
                pixels[first + static_cast<std::size_t>(i) * step] = sum / static_cast<float>(2 * radius + 1);
        }
    };
    const auto w = static_cast<std::size_t>(width);
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < height; ++y) lane(static_cast<std::size_t>(y) * w, 1, width);
        for (int x = 0; x < width; ++x) lane(static_cast<std::size_t>(x), w, height);
    }
}

// The outline of a letter like 'a' nearly closes its inside; what is left of it would look like a speck.
// Fills what the outside does not reach, up to `most` pixels each.
void fillHoles(Fonts::Coverage& shape, std::size_t most) {
    constexpr std::uint8_t solid = 250;
    const int w = shape.width;
    const int h = shape.height;
    std::vector<std::uint8_t> seen(shape.alpha.size(), 0);
    std::vector<std::size_t> part;
    const auto flood = [&](std::size_t start) {
        part.assign(1, start);
        seen[start] = 1;
        for (std::size_t next = 0; next < part.size(); ++next) {
            const int x = static_cast<int>(part[next]) % w;
            const int y = static_cast<int>(part[next]) / w;
            for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                if (x + dx < 0 || y + dy < 0 || x + dx >= w || y + dy >= h) continue;
                const auto i = static_cast<std::size_t>((y + dy) * w + x + dx);
                if (seen[i] != 0 || shape.alpha[i] >= solid) continue;
                seen[i] = 1;
                part.push_back(i);
            }
        }
    };
    flood(0);  // the corner is always outside: coverage has a margin
    for (std::size_t i = 0; i < shape.alpha.size(); ++i) {
        if (seen[i] != 0 || shape.alpha[i] >= solid) continue;
        flood(i);
        if (part.size() <= most)
            for (const std::size_t k : part) shape.alpha[k] = 255;
    }
}

struct Paper {
    int width;
    int height;
    int left;
    int top;
    std::vector<float> bgra;  // premultiplied, 0..1

    void over(const Fonts::Coverage& shape, Color colour, int dx, int dy) {
        for (int y = 0; y < shape.height; ++y)
            for (int x = 0; x < shape.width; ++x) {
                const int px = shape.left + x + dx - left;
                const int py = shape.top + y + dy - top;
                if (px < 0 || py < 0 || px >= width || py >= height) continue;
                const std::size_t from = static_cast<std::size_t>(y) * static_cast<std::size_t>(shape.width) +
                                         static_cast<std::size_t>(x);
                const std::size_t to = (static_cast<std::size_t>(py) * static_cast<std::size_t>(width) +
                                        static_cast<std::size_t>(px)) *
                                       4;
                const float a = static_cast<float>(shape.alpha[from]) / 255.0F * colour.a;
                const float source[4] = {colour.b * a, colour.g * a, colour.r * a, a};
                for (std::size_t k = 0; k < 4; ++k) bgra[to + k] = source[k] + bgra[to + k] * (1.0F - a);
            }
    }
};

StickerPicture compose(Fonts& fonts, std::string_view text, const StickerStyle& style, int size) {
    const auto em = static_cast<float>(size);
    Fonts::Coverage outline = fonts.coverage(text, style.font, size, em * style.outlineWidth);
    fillHoles(outline, static_cast<std::size_t>(em * em * 0.09F));
    // An accent is drawn instead of the letter's own colour, not over it: no rim of the other colour shows.
    std::size_t last = text.size();
    if (style.accentLast && last > 0) {
        --last;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    }
    const Fonts::Coverage letters = fonts.coverage(text.substr(0, last), style.font, size, 0.0F);
    const int drop = static_cast<int>(em * shadowDrop);
    const int spread = std::max(1, static_cast<int>(em * shadowSpread / 2));
    const int room = 3 * spread + 2;
    Paper paper{outline.width + 2 * room,
                outline.height + 2 * room + drop,
                outline.left - room,
                outline.top - room,
                {}};
    const std::size_t pixels = static_cast<std::size_t>(paper.width) * static_cast<std::size_t>(paper.height);
    std::vector<float> shadow(pixels, 0.0F);
    for (int y = 0; y < outline.height; ++y)
        for (int x = 0; x < outline.width; ++x)
            shadow[static_cast<std::size_t>(y + room + drop) * static_cast<std::size_t>(paper.width) +
                   static_cast<std::size_t>(x + room)] =
                static_cast<float>(
                    outline.alpha[static_cast<std::size_t>(y) * static_cast<std::size_t>(outline.width) +
                                  static_cast<std::size_t>(x)]) /
                255.0F;
    blur(shadow, paper.width, paper.height, spread);
    paper.bgra.resize(pixels * 4);
    for (std::size_t i = 0; i < pixels; ++i) {
        const float a = shadow[i] * shadowAlpha;
        paper.bgra[4 * i] = palette::ink.b * a;
        paper.bgra[4 * i + 1] = palette::ink.g * a;
        paper.bgra[4 * i + 2] = palette::ink.r * a;
        paper.bgra[4 * i + 3] = a;
    }
    paper.over(outline, style.outline, 0, 0);
    paper.over(letters, style.fill, 0, 0);
    if (last < text.size()) {
        const float before = fonts.lineWidth(text.substr(0, last), style.font, size);
        paper.over(fonts.coverage(text.substr(last), style.font, size, 0.0F), style.accent,
                   static_cast<int>(std::lround(before)), 0);
    }
    std::vector<std::uint8_t> bytes(pixels * 4);
    std::transform(paper.bgra.begin(), paper.bgra.end(), bytes.begin(), [](float v) {
        return static_cast<std::uint8_t>(std::clamp(v, 0.0F, 1.0F) * 255.0F + 0.5F);
    });
    return {Texture(paper.width, paper.height, bytes), size, paper.left, paper.top,
            fonts.lineWidth(text, style.font, size)};
}

}  // namespace

const StickerPicture& Stickers::picture(Fonts& fonts, std::string_view text, const StickerStyle& style,
                                        float scale) {
    // Growing and shrinking reuses the picture of the resting size as long as it is near.
    const int size = std::clamp(static_cast<int>(std::lround(style.size)), 8, 400);
    const int made = scale > 1.3F ? std::min(400, 2 * size) : size;
    const auto colour = [](Color c) {
        return fmt::format("{:.3f},{:.3f},{:.3f},{:.3f}", c.r, c.g, c.b, c.a);
    };
    const std::string key =
        fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", made, static_cast<int>(style.font), colour(style.fill),
                    colour(style.outline), colour(style.accent), style.accentLast, style.outlineWidth, text);
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.key == key; });
    if (found != entries_.end()) {
        entries_.splice(entries_.begin(), entries_, found);
        return entries_.front().picture;
    }
    entries_.push_front({key, compose(fonts, text, style, made)});
    if (entries_.size() > mostKept) entries_.pop_back();
    return entries_.front().picture;
}

}  // namespace vonk::gfx

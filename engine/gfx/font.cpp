#include "engine/gfx/font.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H
#include FT_GLYPH_H

#include <algorithm>
#include <array>
#include <map>

#include "engine/core/assert.h"

namespace vonk::gfx {

namespace {

constexpr int pageSize = 1024;
constexpr int mostPages = 12;
constexpr int largestSize = 600;
// Quicksand's bold is a little light for a wall of glass: grown by this share of its size (see the boards).
constexpr float titleWeight = 0.045F;

float fromFixed(FT_Pos value) {
    return static_cast<float>(value) / 64.0F;
}

}  // namespace

std::u32string decodeUtf8(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                   : lead >= 0xE0                ? 3
                                   : lead >= 0xC2                ? 2
                                                                 : 0;
        char32_t value = length == 1   ? lead
                         : length == 2 ? lead & 0x1FU
                         : length == 3 ? lead & 0x0FU
                                       : lead & 0x07U;
        bool good = length > 0 && i + length <= text.size() && lead < 0xF5;
        for (std::size_t k = 1; good && k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            good = (next & 0xC0U) == 0x80U;
            value = (value << 6U) | (next & 0x3FU);
        }
        if (good && ((length == 3 && value < 0x800) || (length == 4 && value < 0x10000) || value > 0x10FFFF ||
                     (value >= 0xD800 && value < 0xE000)))
            good = false;
        out.push_back(good ? value : U'\uFFFD');
        i += good ? length : 1;
    }
    return out;
}

struct Fonts::Inside {
    FT_Library library = nullptr;
    std::array<FT_Face, 3> faces{};
    std::array<int, 3> sizes{};
    std::map<std::tuple<Font, int, char32_t>, Glyph> glyphs;
    std::vector<Texture> pages;
    int penX = 0;
    int penY = 0;
    int rowHeight = 0;

    Inside() = default;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        for (FT_Face face : faces)
            if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }

    FT_Face face(Font font, int size) {
        const auto i = static_cast<std::size_t>(font);
        size = std::clamp(size, 4, largestSize);
        if (sizes[i] != size) {
            FT_Set_Pixel_Sizes(faces[i], 0, static_cast<FT_UInt>(size));
            sizes[i] = size;
        }
        return faces[i];
    }

    // The face that knows the character; `font` itself if none does.
    FT_Face faceWith(Font& font, int size, char32_t character) {
        const FT_Face own = face(font, size);
        if (FT_Get_Char_Index(own, character) != 0) return own;
        const Font other = font == Font::Title ? Font::Text : Font::Title;
        const FT_Face second = face(other, size);
        if (FT_Get_Char_Index(second, character) == 0) return own;
        font = other;
        return second;
    }

    // Loads the outline with the title's extra weight.
    FT_Face load(Font font, int size, char32_t character) {
        const FT_Face f = faceWith(font, size, character);
        if (FT_Load_Char(f, character, FT_LOAD_NO_BITMAP | FT_LOAD_TARGET_LIGHT) != 0) return nullptr;
        if (font == Font::Title && f->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
            const auto strength = static_cast<FT_Pos>(titleWeight * static_cast<float>(size) * 64.0F);
            FT_Outline_Embolden(&f->glyph->outline, strength);
            FT_Outline_Translate(&f->glyph->outline, -strength / 2, -strength / 2);
        }
        return f;
    }

    void newPage() {
        pages.emplace_back(pageSize, pageSize);
        const std::vector<std::uint8_t> white(4 * 4 * 4, 255);
        pages.back().update({0, 0, 4, 4}, white);
        penX = 6;
        penY = 0;
        rowHeight = 6;
    }

    void place(Glyph& glyph, const FT_Bitmap& bitmap) {
        glyph.width = static_cast<int>(bitmap.width);
        glyph.height = static_cast<int>(bitmap.rows);
        if (glyph.width == 0 || glyph.height == 0 || glyph.width + 2 > pageSize ||
            glyph.height + 2 > pageSize) {
            glyph.width = glyph.height = 0;
            return;
        }
        if (pages.empty()) newPage();
        if (penX + glyph.width + 2 > pageSize) {
            penX = 0;
            penY += rowHeight;
            rowHeight = 0;
        }
        if (penY + glyph.height + 2 > pageSize) newPage();
        rowHeight = std::max(rowHeight, glyph.height + 2);
        glyph.page = static_cast<int>(pages.size()) - 1;
        glyph.pageX = penX + 1;
        glyph.pageY = penY + 1;
        std::vector<std::uint8_t> pixels(static_cast<std::size_t>(glyph.width) *
                                         static_cast<std::size_t>(glyph.height) * 4);
        for (int y = 0; y < glyph.height; ++y)
            for (int x = 0; x < glyph.width; ++x) {
                const std::uint8_t coverage = bitmap.buffer[y * bitmap.pitch + x];
                const std::size_t i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(glyph.width) +
                                       static_cast<std::size_t>(x)) *
                                      4;
                std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(i), 4, coverage);
            }
        pages.back().update({glyph.pageX, glyph.pageY, glyph.width, glyph.height}, pixels);
        penX += glyph.width + 2;
    }
};

Fonts::Fonts(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Fonts::~Fonts() = default;

Result<std::unique_ptr<Fonts>> Fonts::open(const std::filesystem::path& folder) {
    auto inside = std::make_unique<Inside>();
    if (FT_Init_FreeType(&inside->library) != 0) return fail({"", 0, "fonts", "FreeType does not start"});
    const std::array<const char*, 3> files{"Andika-Bold.ttf", "Andika-Regular.ttf", "Quicksand-Bold.ttf"};
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto file = folder / files[i];
        if (FT_New_Face(inside->library, file.c_str(), 0, &inside->faces[i]) != 0)
            return fail({file.string(), 0, "", "is not a font that can be read"});
    }
    return std::unique_ptr<Fonts>(new Fonts(std::move(inside)));
}

Fonts::Metrics Fonts::metrics(Font font, int size) const {
    const FT_Face face = inside_->face(font, size);
    const float em = static_cast<float>(size) / static_cast<float>(face->units_per_EM);
    Metrics m;
    m.ascent = static_cast<float>(face->ascender) * em;
    m.descent = -static_cast<float>(face->descender) * em;
    const auto height = [&](char32_t c) {
        if (FT_Load_Char(face, c, FT_LOAD_NO_BITMAP | FT_LOAD_NO_HINTING) != 0) return 0.0F;
        return fromFixed(face->glyph->metrics.horiBearingY);
    };
    m.xHeight = height(U'x');
    m.capHeight = height(U'H');
    return m;
}

bool Fonts::has(Font font, char32_t character) const {
    return FT_Get_Char_Index(inside_->faceWith(font, 16, character), character) != 0;
}

const Fonts::Glyph& Fonts::glyph(Font font, int size, char32_t character) {
    const auto key = std::tuple(font, size, character);
    const auto found = inside_->glyphs.find(key);
    if (found != inside_->glyphs.end()) return found->second;
    Glyph glyph;
    if (const FT_Face face = inside_->load(font, size, character)) {
        glyph.advance = static_cast<float>(face->glyph->linearHoriAdvance) / 65536.0F;
        if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) == 0) {
            glyph.left = face->glyph->bitmap_left;
            glyph.top = -face->glyph->bitmap_top;
            inside_->place(glyph, face->glyph->bitmap);
        }
    }
    return inside_->glyphs.emplace(key, glyph).first->second;
}

float Fonts::kerning(Font font, int size, char32_t left, char32_t right) {
    const FT_Face face = inside_->face(font, size);
    // The extra weight of titles closes what little room the euro sign leaves before a digit.
    const bool amount = font == Font::Title && left == U'\u20AC' && right >= U'0' && right <= U'9';
    const float room = amount ? 0.07F * static_cast<float>(size) : 0.0F;
    if (!FT_HAS_KERNING(face)) return room;
    FT_Vector delta{};
    FT_Get_Kerning(face, FT_Get_Char_Index(face, left), FT_Get_Char_Index(face, right), FT_KERNING_UNFITTED,
                   &delta);
    return room + fromFixed(delta.x);
}

float Fonts::lineWidth(std::string_view line, Font font, int size) {
    float width = 0.0F;
    char32_t before = 0;
    for (const char32_t c : decodeUtf8(line)) {
        if (before != 0) width += kerning(font, size, before, c);
        width += glyph(font, size, c).advance;
        before = c;
    }
    return width;
}

std::vector<std::string> Fonts::lines(std::string_view text, const TextStyle& style) {
    const int size = std::max(1, static_cast<int>(std::lround(style.size)));
    std::vector<std::string> out;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string line;
        std::size_t word = start;
        while (word < end) {
            const std::size_t space = std::min(text.find(' ', word), end);
            const std::string candidate =
                line + (line.empty() ? "" : " ") + std::string(text.substr(word, space - word));
            if (style.width > 0.0F && !line.empty() && lineWidth(candidate, style.font, size) > style.width) {
                out.push_back(std::move(line));
                line = std::string(text.substr(word, space - word));
            } else {
                line = candidate;
            }
            word = space + 1;
        }
        out.push_back(std::move(line));
        start = end + 1;
    }
    return out;
}

Size Fonts::measure(std::string_view text, const TextStyle& style) {
    const int size = std::max(1, static_cast<int>(std::lround(style.size)));
    Size out;
    for (const std::string& line : lines(text, style)) {
        out.w = std::max(out.w, lineWidth(line, style.font, size));
        out.h += style.size * style.lineHeight;
    }
    return out;
}

const Texture& Fonts::page(int index) const {
    if (inside_->pages.empty()) inside_->newPage();
    return inside_->pages[static_cast<std::size_t>(index)];
}

void Fonts::trim() {
    if (inside_->pages.size() <= mostPages) return;
    inside_->pages.clear();
    inside_->glyphs.clear();
}

Fonts::Coverage Fonts::coverage(std::string_view line, Font font, int size, float outline) {
    Coverage out;
    const auto margin = static_cast<int>(std::ceil(outline)) + 2;
    const Metrics m = metrics(font, size);
    out.left = -margin;
    out.top = -static_cast<int>(std::ceil(m.ascent)) - margin;
    out.width = static_cast<int>(std::ceil(lineWidth(line, font, size))) + 2 * margin;
    out.height = static_cast<int>(std::ceil(m.ascent + m.descent)) + 2 * margin;
    out.alpha.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height), 0);
    FT_Stroker stroker = nullptr;
    FT_Stroker_New(inside_->library, &stroker);
    FT_Stroker_Set(stroker, static_cast<FT_Fixed>(outline * 64.0F), FT_STROKER_LINECAP_ROUND,
                   FT_STROKER_LINEJOIN_ROUND, 0);
    float pen = 0.0F;
    char32_t before = 0;
    for (const char32_t c : decodeUtf8(line)) {
        if (before != 0) pen += kerning(font, size, before, c);
        before = c;
        const float advance = glyph(font, size, c).advance;
        const FT_Face face = inside_->load(font, size, c);
        FT_Glyph picture = nullptr;
        if (face != nullptr && FT_Get_Glyph(face->glyph, &picture) == 0) {
            if (outline > 0.0F) FT_Glyph_StrokeBorder(&picture, stroker, 0, 1);
            FT_Glyph_To_Bitmap(&picture, FT_RENDER_MODE_NORMAL, nullptr, 1);
            const auto* bitmap = reinterpret_cast<FT_BitmapGlyph>(picture);
            const int x0 = static_cast<int>(std::lround(pen)) + bitmap->left - out.left;
            const int y0 = -bitmap->top - out.top;
            for (int y = 0; y < static_cast<int>(bitmap->bitmap.rows); ++y)
                for (int x = 0; x < static_cast<int>(bitmap->bitmap.width); ++x) {
                    const int px = x0 + x;
                    const int py = y0 + y;
                    if (px < 0 || py < 0 || px >= out.width || py >= out.height) continue;
                    auto& to = out.alpha[static_cast<std::size_t>(py) * static_cast<std::size_t>(out.width) +
                                         static_cast<std::size_t>(px)];
                    to = std::max(to, bitmap->bitmap.buffer[y * bitmap->bitmap.pitch + x]);
                }
            FT_Done_Glyph(picture);
        }
        pen += advance;
    }
    FT_Stroker_Done(stroker);
    return out;
}

}  // namespace vonk::gfx

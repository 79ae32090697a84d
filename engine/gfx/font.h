// Letters: two families in the sizes that a screen asks for, each glyph rasterised when it is first needed
// and kept on one page. Sizes are em sizes in pixels, as in the style guide ("text 36": x-height 5.1 mm
// at 3.6 px a millimetre).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/color.h"
#include "engine/gfx/geometry.h"
#include "engine/gfx/texture.h"

namespace vonk::gfx {

enum class Font {
    Text,   // Andika Bold: sentences
    Plain,  // Andika Regular: long text for adults
    Title,  // Quicksand Bold, a little emboldened: titles, numbers, keys
};

enum class Align { Left, Centre, Right };
enum class Anchor { Top, Middle, Baseline };  // what of the text stands at the given y

struct TextStyle {
    Font font = Font::Text;
    float size = 36.0F;
    Color colour = palette::ink;
    Align align = Align::Left;
    Anchor anchor = Anchor::Top;
    float width = 0.0F;        // wraps at this many pixels; 0: one line (and one more for each '\n')
    float lineHeight = 1.25F;  // of `size`
};

class Fonts {
  public:
    // Opens the font files in `folder` (Andika-Bold.ttf, Andika-Regular.ttf, Quicksand-Bold.ttf).
    static Result<std::unique_ptr<Fonts>> open(const std::filesystem::path& folder);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    struct Glyph {
        int left = 0;  // of the bitmap from the pen, pixels
        int top = 0;   // of the bitmap below the baseline (mostly negative)
        int width = 0;
        int height = 0;
        int page = 0;
        int pageX = 0;
        int pageY = 0;
        float advance = 0.0F;
    };
    struct Metrics {
        float ascent = 0.0F;   // above the baseline, pixels
        float descent = 0.0F;  // below it, positive
        float xHeight = 0.0F;
        float capHeight = 0.0F;
    };

    Metrics metrics(Font font, int size) const;
    // False: the character is in neither family, and would show as a box.
    bool has(Font font, char32_t character) const;
    // Rasterises it if it is new. Unknown characters take a look into the other family, then a box.
    const Glyph& glyph(Font font, int size, char32_t character);
    float kerning(Font font, int size, char32_t left, char32_t right);

    // Width of the widest line and height of all, without drawing.
    Size measure(std::string_view text, const TextStyle& style);
    // The lines after wrapping at style.width; words longer than that stay whole.
    std::vector<std::string> lines(std::string_view text, const TextStyle& style);
    float lineWidth(std::string_view line, Font font, int size);

    const Texture& page(int index) const;
    // A texel of every page that is solid white: shapes and text then share one draw call.
    static Point white() { return {2.0F, 2.0F}; }
    // Empties the pages when very many sizes were used. Only between frames.
    void trim();

    // A line as a coverage picture grown by `outline` px on all sides: for titles. Width x height bytes,
    // 0..255.
    struct Coverage {
        int width = 0;
        int height = 0;
        int left = 0;  // of the picture from the pen
        int top = 0;   // from the baseline
        std::vector<std::uint8_t> alpha;
    };
    Coverage coverage(std::string_view line, Font font, int size, float outline);

  private:
    struct Inside;
    explicit Fonts(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// UTF-8 to characters; what is not UTF-8 becomes U+FFFD.
std::u32string decodeUtf8(std::string_view text);

}  // namespace vonk::gfx

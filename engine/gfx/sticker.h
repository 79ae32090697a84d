// Title lines composed once on the CPU (shadow, outline, letters) and kept as textures. Behind
// Canvas::sticker.
#pragma once

#include <list>
#include <string>

#include "engine/gfx/canvas.h"

namespace vonk::gfx {

struct StickerPicture {
    Texture texture;
    int size = 0;  // em size it was made at, pixels
    int left = 0;  // of the texture from the pen
    int top = 0;   // from the baseline
    float advance = 0.0F;
};

class Stickers {
  public:
    // `scale`: pixels per unit of style.size. Kept until many others were asked for.
    const StickerPicture& picture(Fonts& fonts, std::string_view text, const StickerStyle& style,
                                  float scale);

  private:
    struct Entry {
        std::string key;
        StickerPicture picture;
    };
    std::list<Entry> entries_;  // last used first
};

}  // namespace vonk::gfx

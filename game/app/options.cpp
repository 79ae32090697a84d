#include "game/app/options.h"

#include <charconv>

namespace vonk::app {

std::optional<PixelSize> parseSize(const std::string& text) {
    PixelSize size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
    const bool fits = size.width >= smallest_size.width && size.height >= smallest_size.height &&
                      size.width <= largest_size.width && size.height <= largest_size.height;
    return fits ? std::optional(size) : std::nullopt;
}

}  // namespace vonk::app

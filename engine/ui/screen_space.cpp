#include "engine/ui/screen_space.h"

#include <cmath>

namespace vonk::ui {

namespace {
double diagonalOf(double width, double height) {
    return std::sqrt(width * width + height * height);
}
}  // namespace

ScreenSize screenFromInches(int width, int height, double inches) {
    ScreenSize size;
    size.width = width;
    size.height = height;
    const double mm_per_pixel = inches * 25.4 / diagonalOf(width, height);
    size.width_mm = width * mm_per_pixel;
    size.height_mm = height * mm_per_pixel;
    return size;
}

double leastXHeight(double diagonal_inches) {
    return 2.5 + 2.5 * std::clamp((diagonal_inches - 10.1) / (24.0 - 10.1), 0.0, 1.0);
}

ScreenSpace::ScreenSpace(const ScreenSize& size) : size_(size) {
    pixels_per_mm_ = std::min(size.width / size.width_mm, size.height / size.height_mm);
    const double long_side = std::max(size.width, size.height),
                 short_side = std::min(size.width, size.height);
    const double share = std::min(long_side / 1920.0, short_side / 1080.0);
    const double x_height = leastXHeight(diagonalOf(size.width_mm, size.height_mm) / 25.4);
    // Letters come in whole pixels: rounded up, so that they are not a little too small everywhere.
    const double letters = std::ceil(x_height * pixels_per_mm_ / x_height_share - 1e-6);
    unit_ = float(std::max(share, letters / 36.0));
    reach_top_ = std::max(0.0F, float(size.height) - millimetres(size.reach_high_mm));
    reach_bottom_ = std::min(float(size.height), float(size.height) - millimetres(size.reach_low_mm));
}

float ScreenSpace::target(double board) const {
    return std::ceil(std::max(units(board), millimetres(least_target_mm)));
}

float ScreenSpace::font(TextSize size) const {
    switch (size) {
        case TextSize::Label:
            return units(29);
        case TextSize::Text:
            return units(36);
        case TextSize::Head:
            return units(44);
        case TextSize::Title:
            return units(84);
    }
    return units(36);
}

}  // namespace vonk::ui

// What the screen is like, in pixels and in millimetres, and the sizes that follow from it: how large letters
// and touch targets must be and where a child's hand reaches. A pure value; every layout starts from one.
#pragma once

#include "engine/ui/rects.h"

namespace vonk::ui {

enum class Hand { Right, Left };

struct ScreenSize {
    int width = 1920, height = 1080;             // pixels
    double width_mm = 531.0, height_mm = 299.0;  // of the lit picture
    // The band in which what can be touched must lie, mm above the lower edge of the picture.
    double reach_low_mm = 0.0, reach_high_mm = 1.0e6;
    Hand hand = Hand::Right;
    bool high_contrast = false;  // text 7:1, dark edges around what can be touched

    friend bool operator==(const ScreenSize&, const ScreenSize&) = default;
};

// A screen by its diagonal in inches.
ScreenSize screenFromInches(int width, int height, double inches);

// Running text is Text; labels stand on tiles and under signs, heads on keys and cards, titles alone.
enum class TextSize { Label, Text, Head, Title };

inline constexpr double least_target_mm = 15.0;
inline constexpr double touch_slack_mm = 6.0;
// Height of an x over em size in Andika.
inline constexpr double x_height_share = 0.51;
// Least x-height of running text, mm: 2.5 on a 10-inch tablet, 5 from 24 inch on, between them by the
// diagonal.
double leastXHeight(double diagonal_inches);
// Labels (a word or two beside a picture, a price, a number) and sentences that are long for their card may be
// that much smaller: an x of 3.5 mm on a wall or table that one touches from half a metre, of 1.75 mm on a
// tablet that one holds at a third of a metre. Seen so, an x is 0.4 and 0.3 degrees high: three and a half
// times or more what good sight just makes out (5 minutes of arc).
inline constexpr double least_label_share = 0.7;

class ScreenSpace {
  public:
    explicit ScreenSpace(const ScreenSize& size);

    const ScreenSize& size() const { return size_; }
    Rect whole() const { return {0, 0, float(size_.width), float(size_.height)}; }
    bool portrait() const { return size_.height > size_.width; }
    double pixelsPerMillimetre() const { return pixels_per_mm_; }
    float millimetres(double mm) const { return float(mm * pixels_per_mm_); }  // → pixels

    // Pixels per board unit: the boards are drawn at 1920 × 1080 on 24 inch, where this is 1. It grows where
    // pixels are many, and where they are so small that letters would be too small to read.
    float unit() const { return unit_; }
    float units(double board) const { return float(board) * unit_; }
    // Side of a touch target: as on the boards, but never under 15 mm.
    float target(double board) const;
    float font(TextSize size) const;  // em size, pixels
    float margin() const { return units(28); }
    float gap() const { return units(16); }
    // A finger that lands this far beside a target still hits it, pixels.
    float slack() const { return millimetres(touch_slack_mm); }

    // What may be touched starts not above the one and ends not below the other, pixels.
    float reachTop() const { return reach_top_; }
    float reachBottom() const { return reach_bottom_; }

  private:
    ScreenSize size_;
    double pixels_per_mm_ = 1.0;
    float unit_ = 1.0F, reach_top_ = 0.0F, reach_bottom_ = 0.0F;
};

}  // namespace vonk::ui

// How the things of the interface look, as values: a widget that looks the same as a moment ago is not drawn
// again. Each look is painted in paint_*.cpp with the kit's sprites; sizes within a look follow from the
// widget's rectangle and the board unit.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/gfx/color.h"
#include "engine/gfx/font.h"
#include "engine/ui/screen_space.h"
#include "engine/ui/theme.h"

namespace vonk::ui {

// A small picture that the owner of the pane draws itself, by name ("level/cheese-truck", "cause/buckled").
struct PictureName {
    std::string name{};
    std::uint64_t version = 0;  // another number: drawn anew

    friend bool operator==(const PictureName&, const PictureName&) = default;
    explicit operator bool() const { return !name.empty(); }
};

// A toy block that goes down under the finger.
struct KeyLook {
    enum class Face { Paper, Go };         // Go is orange: one a screen, what to do next
    enum class Arrange { Beside, Under };  // the label beside the icon, or under it
    Face face = Face::Paper;
    std::string icon{};     // "undo" of icons/
    std::string label{};    // at most three short lines, parted by '\n' or wrapped
    std::string sub{};      // a quiet line below
    PictureName picture{};  // instead of the icon, on a light field
    Arrange arrange = Arrange::Beside;
    TextSize size = TextSize::Head;
    bool lit = false;                      // a mode that is on: orange frame
    std::uint8_t stars = 0, stars_of = 0;  // a row of them below the label

    friend bool operator==(const KeyLook&, const KeyLook&) = default;
};

// A part of the palette.
struct TileLook {
    PictureName picture;
    std::string name, sub;
    bool selected = false;

    friend bool operator==(const TileLook&, const TileLook&) = default;
};

// A place on a map: a board on two posts, with a picture, a name and stars.
struct PlaceLook {
    PictureName picture;
    std::string title;
    std::uint8_t stars = 0, stars_of = 0;
    std::string sign{};                           // short, in a corner: "9+"
    gfx::Color station = gfx::palette::skyState;  // its ground
    bool proposed = false;                        // orange: where to go next

    friend bool operator==(const PlaceLook&, const PlaceLook&) = default;
};

struct CardLook {
    friend bool operator==(const CardLook&, const CardLook&) = default;
};
struct TrayLook {
    std::vector<float> dividers;  // x of thin lines, pixels
    friend bool operator==(const TrayLook&, const TrayLook&) = default;
};
// Dark, fully round: under the language words and the slow motion.
struct PillLook {
    friend bool operator==(const PillLook&, const PillLook&) = default;
};
// A word on the language pill; the chosen one lies on paper.
struct LanguageLook {
    std::string code;
    bool chosen = false;
    friend bool operator==(const LanguageLook&, const LanguageLook&) = default;
};

// Words in the rectangle. They wrap and, where a language is long, become smaller (least_share_of_text).
struct TextLook {
    std::string text{};
    TextSize size = TextSize::Text;
    gfx::Font font = gfx::Font::Text;
    gfx::Color colour = theme::ink;
    gfx::Align align = gfx::Align::Left;
    bool middle = true;  // in the middle of the height, else at the top

    friend bool operator==(const TextLook&, const TextLook&) = default;
};
struct IconLook {
    std::string icon;
    friend bool operator==(const IconLook&, const IconLook&) = default;
};
struct GaugeLook {
    enum class State { Good, Warm, Hot };
    double value = 0.0;   // 0–1
    double limit = -1.0;  // a mark at this share; negative: none
    State state = State::Good;
    friend bool operator==(const GaugeLook&, const GaugeLook&) = default;
};
struct StarLook {
    bool earned = false;
    friend bool operator==(const StarLook&, const StarLook&) = default;
};
struct PictureLook {
    PictureName picture;
    bool field = false;  // on a light rounded field
    friend bool operator==(const PictureLook&, const PictureLook&) = default;
};
// A large title with a white rim.
struct StickerLook {
    std::string text;
    double size = 84.0;  // board units
    bool accentLast = false;
    friend bool operator==(const StickerLook&, const StickerLook&) = default;
};
// A speech card; its tail ends at `tip`, pixels.
struct BubbleLook {
    std::string text;
    Point tip;
    friend bool operator==(const BubbleLook&, const BubbleLook&) = default;
};
struct CountdownLook {
    int seconds = 0;
    double share = 1.0;  // what is left
    friend bool operator==(const CountdownLook&, const CountdownLook&) = default;
};
// Where in a slow replay it is.
struct ReplayLook {
    double share = 0.0;
    friend bool operator==(const ReplayLook&, const ReplayLook&) = default;
};
// Nothing is painted; it can be touched.
struct BareLook {
    friend bool operator==(const BareLook&, const BareLook&) = default;
};

using Look = std::variant<BareLook, KeyLook, TileLook, PlaceLook, CardLook, TrayLook, PillLook, LanguageLook,
                          TextLook, IconLook, GaugeLook, StarLook, PictureLook, StickerLook, BubbleLook,
                          CountdownLook, ReplayLook>;

}  // namespace vonk::ui

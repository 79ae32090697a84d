// What to try next, each idea in one look: what is there is plain, what is added or moved has an orange knot.
#include <array>

#include "engine/ui/theme.h"
#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;

namespace {

constexpr gfx::Size card{222, 100};

void joint(const Sketch& s) {
    s.member("wood", {60, 86}, {111, 32}, 15);
    s.member("wood", {111, 32}, {162, 86}, 15);
    s.member("wood", {30, 32}, {111, 32}, 17);
    s.member("wood", {111, 32}, {192, 32}, 17);
    s.joint(30, 32, 9);
    s.joint(192, 32, 9);
    s.joint(111, 32, 13, true);
}

void support(const Sketch& s) {
    s.canvas().roundedRect(s.box(88, 80, 46, 22), s.size(5), hex(0xB5533C));
    s.member("wood", {111, 84}, {111, 36}, 17);
    s.member("wood", {24, 30}, {198, 30}, 18);
    s.joint(24, 30, 9);
    s.joint(198, 30, 9);
    s.joint(111, 30, 13, true);
}

void triangle(const Sketch& s) {
    const std::array<Point, 3> at{Point{54, 82}, {168, 82}, {111, 22}};
    for (std::size_t k = 0; k < 3; ++k) s.member("wood", at[k], at[(k + 1) % 3], 15);
    s.joint(at[0].x, at[0].y, 10);
    s.joint(at[1].x, at[1].y, 10);
    s.joint(at[2].x, at[2].y, 12, true);
}

void road(const Sketch& s) {
    s.member("deck", {10, 56}, {80, 56}, 20);
    s.member("deck", {142, 56}, {212, 56}, 20);
    s.member("deck", {80, 56}, {142, 56}, 20);
    s.joint(80, 56, 12, true);
    s.joint(142, 56, 12, true);
}

// The square with a beam across it.
void diagonal(const Sketch& s) {
    const std::array<Point, 4> at{Point{72, 84}, {150, 84}, {150, 18}, {72, 18}};
    for (std::size_t k = 0; k < 4; ++k) s.member("wood", at[k], at[(k + 1) % 4], 12);
    s.member("wood", at[0], at[2], 15);
    s.joint(at[1].x, at[1].y, 8);
    s.joint(at[3].x, at[3].y, 8);
    s.joint(at[0].x, at[0].y, 11, true);
    s.joint(at[2].x, at[2].y, 11, true);
}

// The mast and the rope that pulls it back to the ground.
void holdBack(const Sketch& s) {
    s.canvas().roundedRect(s.box(10, 86, 202, 10), s.size(4), hex(0xB98350));
    s.member("rope", {128, 18}, {30, 84}, 13);
    s.member("rope", {128, 18}, {198, 84}, 7);
    s.member("wood", {128, 86}, {128, 18}, 13);
    s.joint(198, 84, 7);
    s.joint(128, 86, 8);
    s.joint(128, 18, 11, true);
    s.joint(30, 84, 11, true);
}

// The road on its hinge, hung from the mast.
void hang(const Sketch& s) {
    s.member("wood", {40, 84}, {190, 84}, 13);
    s.member("wood", {40, 84}, {40, 18}, 13);
    s.member("rope", {40, 18}, {190, 82}, 13);
    s.joint(40, 84, 8);
    s.joint(40, 18, 11, true);
    s.joint(190, 84, 11, true);
}

// A knot of the road, hung from above.
void hangJoint(const Sketch& s) {
    s.member("wood", {20, 78}, {202, 78}, 14);
    s.member("rope", {46, 14}, {111, 76}, 13);
    s.joint(20, 78, 8);
    s.joint(202, 78, 8);
    s.joint(46, 16, 9);
    s.joint(111, 78, 12, true);
}

// Two halves that meet and lean on each other.
void lean(const Sketch& s) {
    s.canvas().roundedRect(s.box(8, 26, 22, 70), s.size(5), hex(0xB5533C));
    s.canvas().roundedRect(s.box(192, 26, 22, 70), s.size(5), hex(0xB5533C));
    s.member("wood", {20, 22}, {111, 22}, 11);
    s.member("wood", {111, 22}, {202, 22}, 11);
    s.member("wood", {30, 82}, {111, 26}, 14);
    s.member("wood", {192, 82}, {111, 26}, 14);
    s.joint(30, 82, 9);
    s.joint(192, 82, 9);
    s.joint(111, 24, 13, true);
}

// The pole goes to the middle of the two pieces.
void centre(const Sketch& s) {
    s.canvas().roundedRect(s.box(8, 34, 24, 58), s.size(5), hex(0xB5533C));
    s.canvas().roundedRect(s.box(190, 34, 24, 58), s.size(5), hex(0xB5533C));
    s.canvas().dashedLine(s.at(66, 40), s.at(66, 92), s.size(4), s.size(8), s.size(7), hex(0x0B3C5D, 0.6F));
    s.member("wood", {20, 28}, {202, 28}, 14);
    s.member("wood", {111, 92}, {111, 32}, 14);
    s.arrow(82, 66, 0.5F, 0);
    s.joint(20, 28, 8);
    s.joint(202, 28, 8);
    s.joint(111, 28, 12, true);
}

// A pole from below, where a rope was.
void pole(const Sketch& s) {
    s.canvas().roundedRect(s.box(82, 84, 58, 14), s.size(5), hex(0x8C9AA3));
    s.member("wood", {20, 24}, {202, 24}, 14);
    s.member("wood", {111, 84}, {111, 28}, 16);
    s.joint(20, 24, 8);
    s.joint(202, 24, 8);
    s.joint(111, 84, 10, true);
    s.joint(111, 24, 12, true);
}

// The same piece, thin and then thick.
void thicker(const Sketch& s) {
    s.member("wood", {20, 50}, {82, 50}, 9);
    s.joint(20, 50, 8);
    s.joint(82, 50, 8);
    s.arrow(103, 50, 0.42F, 0);
    s.member("wood", {128, 50}, {202, 50}, 26);
    s.joint(128, 50, 11, true);
    s.joint(202, 50, 11, true);
}

// A piece that carries nothing goes to the bin.
void save(const Sketch& s) {
    s.canvas().dashedLine(s.at(24, 30), s.at(124, 30), s.size(5), s.size(9), s.size(7), hex(0x0B3C5D, 0.6F));
    s.member("wood", {38, 66}, {120, 40}, 15);
    s.arrow(140, 62, 0.5F, 18);
    s.sprite("icons/delete", 182, 56, 1.25F);
}

void stronger(const Sketch& s) {
    s.member("steel", {30, 50}, {192, 50}, 28);
    s.joint(30, 50, 12);
    s.joint(192, 50, 12);
}

void share(const Sketch& s) {
    s.member("rope", {111, 24}, {50, 84}, 14);
    s.member("rope", {111, 24}, {172, 84}, 14);
    s.joint(50, 84, 10);
    s.joint(172, 84, 10);
    s.joint(111, 24, 12, true);
}

void steeper(const Sketch& s) {
    s.member("rope", {60, 26}, {182, 86}, 14);
    s.member("steel", {60, 90}, {60, 26}, 16);
    s.joint(182, 86, 10);
    s.joint(60, 26, 12, true);
    s.arrow(92, 22, 0.55F, -90);
}

void shorter(const Sketch& s) {
    s.member("wood", {24, 34}, {150, 34}, 20);
    s.member("wood", {150, 44}, {150, 92}, 15);
    s.joint(24, 34, 11);
    s.joint(150, 34, 13, true);
    s.arrow(190, 34, 0.55F, 180);
}

void beam(const Sketch& s) {
    s.member("wood", {30, 50}, {192, 50}, 22);
    s.joint(30, 50, 12, true);
    s.joint(192, 50, 12, true);
}

}  // namespace

void drawIdea(gfx::Canvas& canvas, std::string_view idea, const Rect& rect) {
    struct Drawn {
        std::string_view name;
        void (*draw)(const Sketch&);
    };
    static constexpr std::array ideas{Drawn{"joint", joint},
                                      Drawn{"thicker", thicker},
                                      Drawn{"stronger", stronger},
                                      Drawn{"stiffer", stronger},
                                      Drawn{"save", save},
                                      Drawn{"share", share},
                                      Drawn{"steeper", steeper},
                                      Drawn{"shorter", shorter},
                                      Drawn{"centre", centre},
                                      Drawn{"support", support},
                                      Drawn{"pole", pole},
                                      Drawn{"beam", beam},
                                      Drawn{"triangle", triangle},
                                      Drawn{"diagonal", diagonal},
                                      Drawn{"hold-back", holdBack},
                                      Drawn{"hang", hang},
                                      Drawn{"hang-joint", hangJoint},
                                      Drawn{"lean", lean},
                                      Drawn{"road", road}};
    const bool mirrored = idea.ends_with('~');
    const std::string_view name = idea.substr(0, idea.size() - (mirrored ? 1 : 0));
    const Sketch s(canvas, rect, card, Sketch::Fit::Inside, mirrored);
    for (const Drawn& drawn : ideas)
        if (drawn.name == name) return drawn.draw(s);
    s.sprite("icons/hand", 111, 50, 1.6F);
}

}  // namespace vonk::screens

#include "game/view/hands_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/gfx/ease.h"

namespace vonk::view {

namespace {

constexpr float half_turn = 3.14159265F;

}  // namespace

HandsPainter::HandsPainter(const gfx::Graphics& graphics) {
    place_ = graphics.sprite("bridge/grid-dot-reach");
    target_ = graphics.sprite("bridge/snap-target");
    hand_ = graphics.sprite("ui/ghost-hand");
    ring_[0] = graphics.sprite("ui/touch-ring-64");
    ring_[1] = graphics.sprite("ui/touch-ring-98");
    ring_[2] = graphics.sprite("ui/touch-ring-134");
    arrow_ = graphics.sprite("bridge/squeeze-arrow");
    glow_ = graphics.sprite("bridge/joint-hot-glow");
    tail_ = graphics.sprite("ui/speech-bubble-tail");
}

void HandsPainter::reach(const Brush& brush, world::GridPoint start, double longest,
                         std::span<const world::GridPoint> places,
                         std::span<const world::GridPoint> joints) const {
    const gfx::Point at = brush.at(start.metres());
    if (longest > 0.0) {
        const float radius = brush.px(longest);
        brush.canvas.circle(at, radius, gfx::hex(0xFFFFFF, 0.12F));
        // Dots 18 kit px apart, as round as they are wide.
        const auto dots = static_cast<int>(std::lround(2.0F * half_turn * radius / brush.kit(18.0)));
        const float turn = brush.still ? 0.0F : static_cast<float>(brush.time * 0.05);
        for (int i = 0; i < std::max(dots, 12); ++i) {
            const float angle =
                turn + 2.0F * half_turn * static_cast<float>(i) / static_cast<float>(std::max(dots, 12));
            brush.canvas.circle(at + gfx::Point{std::cos(angle), std::sin(angle)} * radius, brush.kit(3.2),
                                gfx::hex(0xFFFFFF, 0.95F));
        }
    }
    const auto there = [&](world::GridPoint place) {
        return std::find(joints.begin(), joints.end(), place) != joints.end();
    };
    // First all dots, then all rings: two batches.
    for (const world::GridPoint place : places) {
        if (!there(place)) this->places(brush, {&place, 1});
    }
    for (const world::GridPoint place : places) {
        if (!there(place)) continue;
        brush.canvas.ring(brush.at(place.metres()), brush.kit(25.0), brush.kit(5.0),
                          gfx::hex(0xFFFFFF, 0.9F));
        brush.canvas.ring(brush.at(place.metres()), brush.kit(24.0), brush.kit(3.4), gfx::palette::spark);
    }
}

void HandsPainter::places(const Brush& brush, std::span<const world::GridPoint> places) const {
    for (const world::GridPoint place : places) {
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(brush.unit);
        style.snap = false;
        brush.canvas.sprite(place_, brush.at(place.metres()), style);
    }
}

void HandsPainter::hotTerminal(const Brush& brush, gfx::Point at) const {
    const float beat = brush.still ? 1.0F : 1.0F + 0.12F * static_cast<float>(std::sin(two_pi * brush.time));
    brush.canvas.glow(at, brush.kit(44.0) * beat, gfx::palette::spark.withAlpha(0.7F));
    brush.canvas.ring(at, brush.kit(23.0), brush.kit(4.5), gfx::palette::spark);
}

void HandsPainter::hotJoint(const Brush& brush, gfx::Point at, JointLook look,
                            const MemberPainter& members) const {
    const float beat = brush.still ? 1.0F : 1.0F + 0.10F * static_cast<float>(std::sin(two_pi * brush.time));
    brush.canvas.sprite(glow_, at, 1.1F * brush.unit * beat);
    members.joint(brush.canvas, at, 1.08F * brush.unit, look);
}

void HandsPainter::carriedJoint(const Brush& brush, gfx::Point at, const MemberPainter& members) const {
    hotJoint(brush, at, JointLook::Plain, members);
    const float halo = brush.kit(44.0);
    brush.canvas.ring(at, halo, brush.kit(7.0), gfx::palette::ink.withAlpha(0.35F));
    brush.canvas.ring(at, halo, brush.kit(4.5), gfx::palette::paper);
}

void HandsPainter::label(gfx::Canvas& canvas, gfx::Point at, std::string_view text, bool wrong,
                         float scale) const {
    gfx::TextStyle words{.font = gfx::Font::Title, .size = 26.0F * scale, .anchor = gfx::Anchor::Middle};
    const float w = canvas.measure(text, words).w + 24.0F * scale;
    const float h = 42.0F * scale;
    const gfx::Rect box{at.x - w / 2, at.y - h / 2, w, h};
    canvas.roundedRect(box, h / 2, gfx::palette::paper);
    canvas.roundedFrame(box, h / 2, (wrong ? 4.0F : 2.0F) * scale,
                        wrong ? gfx::palette::pushed : gfx::palette::cardEdge);
    words.colour = gfx::palette::ink;
    canvas.text(text, {box.x + 12.0F * scale, at.y}, words);
}

void HandsPainter::snapTarget(const Brush& brush, gfx::Point at) const {
    const float beat =
        brush.still ? 1.0F : 1.0F + 0.06F * static_cast<float>(std::sin(two_pi * 1.5 * brush.time));
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(brush.unit * beat);
    style.snap = false;
    brush.canvas.sprite(target_, at, style);
}

void HandsPainter::tag(gfx::Canvas& canvas, gfx::Point finger, std::string_view length,
                       std::string_view price, bool blocked, float scale, gfx::Size screen) const {
    gfx::TextStyle words{.font = gfx::Font::Title, .size = 36.0F * scale, .anchor = gfx::Anchor::Middle};
    const float first = canvas.measure(length, words).w;
    const float second = price.empty() ? 0.0F : canvas.measure(price, words).w;
    const float gap = price.empty() ? 0.0F : 18.0F * scale;
    const float pad = 28.0F * scale;
    const float w = first + gap + second + 2.0F * pad;
    const float h = 82.0F * scale;
    const float margin = 10.0F * scale;
    // A hand hides what lies below it: the tag stands above, to the right unless the picture ends there.
    const bool right = finger.x + 78.0F * scale + w < screen.w - margin;
    gfx::Rect box{right ? finger.x + 78.0F * scale : finger.x - 78.0F * scale - w, finger.y - 142.0F * scale,
                  w, h};
    box.x = std::clamp(box.x, margin, std::max(margin, screen.w - w - margin));
    box.y = std::max(box.y, margin);
    canvas.shadow(box.moved(3.0F * scale, 10.0F * scale), 26.0F * scale, 12.0F * scale,
                  gfx::hex(0x0A1C30, 0.32F));
    const float side = right ? box.x + 18.0F * scale : box.right() - 18.0F * scale;
    const float inwards = right ? 56.0F * scale : -56.0F * scale;
    const gfx::Point tip = finger + gfx::Point{right ? 50.0F * scale : -50.0F * scale, -46.0F * scale};
    if (tip.y > box.bottom()) {
        const std::array beak{gfx::Point{side, box.bottom() - 24.0F * scale}, tip,
                              gfx::Point{side + inwards, box.bottom() - 2.0F * scale}};
        canvas.polygon(beak, gfx::palette::paper);
    }
    canvas.roundedRect(box, 26.0F * scale, gfx::palette::paper);
    if (blocked) canvas.roundedFrame(box, 26.0F * scale, 5.0F * scale, gfx::palette::pushed);
    words.colour = gfx::palette::ink;
    canvas.text(length, {box.x + pad, box.centre().y}, words);
    if (price.empty()) return;
    words.colour = gfx::palette::sparkEdge;
    canvas.text(price, {box.x + pad + first + gap, box.centre().y}, words);
}

void HandsPainter::bubble(gfx::Canvas& canvas, gfx::Point at, std::string_view text, float scale,
                          gfx::Size screen, double age, double left) const {
    gfx::TextStyle words{.font = gfx::Font::Text, .size = 30.0F * scale, .width = 330.0F * scale};
    const gfx::Size size = canvas.measure(text, words);
    const float pad = 24.0F * scale;
    const float w = size.w + 2.0F * pad;
    const float h = size.h + 2.0F * pad;
    const float margin = 12.0F * scale;
    const bool above = at.y - h - 70.0F * scale > margin;
    gfx::Rect box{std::clamp(at.x - 0.4F * w, margin, std::max(margin, screen.w - w - margin)),
                  above ? at.y - h - 66.0F * scale : at.y + 66.0F * scale, w, h};
    box.y = std::clamp(box.y, margin, std::max(margin, screen.h - h - margin));
    const auto come = static_cast<float>(gfx::easeOutBack(std::min(1.0, age / 0.22)));
    const auto alpha = static_cast<float>(std::clamp(left / 0.25, 0.0, 1.0));
    canvas.pushAlpha(alpha);
    canvas.push(gfx::Affine::scalingAbout(at, 0.85F + 0.15F * come));
    canvas.shadow(box.moved(3.0F * scale, 12.0F * scale), 30.0F * scale, 14.0F * scale,
                  gfx::hex(0x0A1C30, 0.32F));
    canvas.roundedRect(box.moved(0.0F, 5.0F * scale), 30.0F * scale, gfx::palette::cardEdge);
    const float tail_x = std::clamp(at.x, box.x + 46.0F * scale, box.right() - 46.0F * scale);
    gfx::SpriteStyle tail = gfx::SpriteStyle::scaled(scale);
    if (!above) tail.scaleY = -scale;
    canvas.sprite(tail_, {tail_x, above ? box.bottom() : box.y}, tail);
    canvas.roundedRect(box, 30.0F * scale, gfx::palette::paper);
    canvas.text(text, {box.x + pad, box.y + pad}, words);
    canvas.pop();
    canvas.popAlpha();
}

void HandsPainter::hand(gfx::Canvas& canvas, gfx::Point tip, float scale, float alpha, float pressed,
                        float rings) const {
    if (alpha <= 0.0F) return;
    canvas.pushAlpha(alpha);
    if (rings > 0.0F && rings < 1.0F) {
        for (int k = 0; k < 3; ++k) {
            const float t = rings * 1.5F - 0.25F * static_cast<float>(k);
            if (t <= 0.0F || t >= 1.0F) continue;
            gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale * (0.6F + 0.4F * t));
            style.alpha = 1.0F - t;
            style.snap = false;
            canvas.sprite(ring_[k], tip, style);
        }
    }
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale * (1.0F - 0.08F * pressed));
    style.snap = false;
    canvas.sprite(hand_, tip, style);
    canvas.popAlpha();
}

void HandsPainter::ringMark(const Brush& brush, gfx::Point from, gfx::Point to, float turn) const {
    const gfx::Point along = to - from;
    const float half = 0.5F * gfx::length(along);
    const gfx::Point middle = gfx::mix(from, to, 0.5F);
    const float rx = half + brush.kit(58.0);
    const float ry = std::min(0.62F * rx, brush.kit(102.0));
    const float angle = std::atan2(along.y, along.x);
    brush.canvas.push(gfx::Affine::translation(middle.x, middle.y) * gfx::Affine::rotation(angle));
    const auto dots = std::max(16, static_cast<int>(half_turn * (rx + ry) / brush.kit(17.0)));
    for (int i = 0; i < dots; ++i) {
        const float t = turn + 2.0F * half_turn * static_cast<float>(i) / static_cast<float>(dots);
        brush.canvas.circle({rx * std::cos(t), ry * std::sin(t)}, brush.kit(4.0), gfx::hex(0xFFFFFF, 0.95F));
    }
    brush.canvas.pop();
}

void HandsPainter::causeArrows(const Brush& brush, gfx::Point from, gfx::Point to, ReasonId cause,
                               gfx::Point load, float free) const {
    const float nudge =
        brush.still ? 0.0F
                    : brush.kit(8.0) * static_cast<float>(0.5 + 0.5 * std::sin(two_pi * 2.0 * brush.time));
    const gfx::Point along = to - from;
    const float angle = std::atan2(along.y, along.x);
    const auto arrow = [&](gfx::Point at, float turn) {
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(brush.unit);
        style.angle = turn;
        style.snap = false;
        const gfx::Point way{std::cos(turn), std::sin(turn)};
        brush.canvas.sprite(arrow_, at + way * nudge, style);
    };
    const gfx::Point unit_along = along * (1.0F / std::max(1.0F, gfx::length(along)));
    // From beyond each end, a little from above: beside what the member bore, and above what drives there.
    const auto squeeze = [&](gfx::Point bolt, float out) {
        const gfx::Point way = unit_along * out;
        const float lean = std::fabs(way.x) > 0.5F ? 1.0F : 0.0F;
        const gfx::Point at = bolt + way * brush.kit(72.0) - gfx::Point{0.0F, lean * brush.kit(66.0)};
        const gfx::Point aim = bolt - gfx::Point{0.0F, lean * brush.kit(30.0)} - at;
        arrow(at, std::atan2(aim.y, aim.x));
    };
    switch (cause) {
        case ReasonId::Buckled:
        case ReasonId::Crushed:
            squeeze(from, -1.0F);
            squeeze(to, 1.0F);
            break;
        case ReasonId::Snapped:
            arrow(from - unit_along * brush.kit(46.0), angle + half_turn);
            arrow(to + unit_along * brush.kit(46.0), angle);
            break;
        case ReasonId::Bent:
            // On top of what presses; where the picture ends, before it.
            arrow({load.x, std::max(load.y - brush.kit(54.0), free + brush.kit(62.0))}, 0.5F * half_turn);
            break;
        default:
            break;
    }
}

void HandsPainter::wayArrow(const Brush& brush, gfx::Point from, gfx::Point to) const {
    const gfx::Point way = to - from;
    const float angle = std::atan2(way.y, way.x);
    brush.canvas.ring(from, brush.kit(30.0), brush.kit(7.0), gfx::palette::ink.withAlpha(0.5F));
    brush.canvas.ring(from, brush.kit(29.0), brush.kit(4.5), gfx::palette::paper);
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(1.1F * brush.unit);
    style.angle = angle;
    style.snap = false;
    // A short way is pointed out from behind, a long one at its end.
    const gfx::Point ahead{std::cos(angle), std::sin(angle)};
    const float reach = std::max(gfx::length(way) - brush.kit(58.0), brush.kit(8.0) - brush.kit(86.0));
    brush.canvas.sprite(arrow_, from + ahead * reach, style);
}

}  // namespace vonk::view

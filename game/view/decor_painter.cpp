#include "game/view/decor_painter.h"

#include <array>
#include <cmath>

#include "engine/core/random.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr gfx::Color weathered = gfx::hex(0x9C9C92);
constexpr float tower_length = 274.0F;  // kit px of bridge/drawbridge-tower from the axle to its foot
constexpr float tower_width = 0.62F;    // of its own, for a unit of one
constexpr float under_water = 0.55F;
constexpr float leaf_length = 330.0F;  // kit px of bridge/drawbridge-leaf

gfx::Affine along(gfx::Point from, gfx::Point to) {
    return gfx::Affine::translation(from.x, from.y) *
           gfx::Affine::rotation(std::atan2(to.y - from.y, to.x - from.x));
}

}  // namespace

DecorPainter::DecorPainter(const level::Level& level, const gfx::Graphics& graphics) : level_(level) {
    for (const level::FixedPart& part : level.fixed)
        if (world::findRow(part.part) != nullptr) looks_.push_back(part.look);
    tower_ = graphics.sprite("bridge/drawbridge-tower");
    leaf_ = graphics.sprite("bridge/drawbridge-leaf");
    ship_ = graphics.sprite("vehicles/boat");
    ship_length_ = graphics.atlas().sprite(ship_).w;
}

level::FixedLook DecorPainter::lookOf(PartId part) const {
    const auto index = static_cast<std::size_t>(part.value);
    return index >= 1 && index <= looks_.size() ? looks_[index - 1] : level::FixedLook::Plain;
}

gfx::Color DecorPainter::tintOf(PartId part) const {
    return lookOf(part) == level::FixedLook::Worn ? weathered : gfx::Color{};
}

bool DecorPainter::drawFixed(gfx::Canvas& canvas, const MemberDrawing& drawing, PartId part,
                             const MemberPainter& members) const {
    switch (lookOf(part)) {
        case level::FixedLook::Plain:
            return false;
        case level::FixedLook::Mast:
            mast(canvas, drawing);
            return true;
        case level::FixedLook::Leaf:
            leaf(canvas, drawing);
            return true;
        case level::FixedLook::Worn:
            worn(canvas, drawing, part.value, members);
            return true;
    }
    return false;
}

// The gate over the road that holds the leaf up: it stands where the member stands, from its foot to its top.
void DecorPainter::mast(gfx::Canvas& canvas, const MemberDrawing& drawing) const {
    const bool upwards = drawing.to.y <= drawing.from.y;
    const gfx::Point foot = upwards ? drawing.from : drawing.to;
    const gfx::Point top = upwards ? drawing.to : drawing.from;
    gfx::SpriteStyle style;
    style.scaleX = tower_width * drawing.unit * drawing.grow;
    style.scaleY = gfx::length(top - foot) / tower_length;
    style.alpha = drawing.alpha;
    style.angle = std::atan2(top.x - foot.x, foot.y - top.y);
    style.snap = false;
    canvas.sprite(tower_, top, style);
}

void DecorPainter::leaf(gfx::Canvas& canvas, const MemberDrawing& drawing) const {
    const bool rightwards = drawing.to.x >= drawing.from.x;
    const gfx::Point hinge = rightwards ? drawing.from : drawing.to;
    const gfx::Point tip = rightwards ? drawing.to : drawing.from;
    gfx::SpriteStyle style;
    style.scaleX = gfx::length(tip - hinge) / leaf_length;
    style.scaleY = drawing.unit * drawing.grow;
    style.alpha = drawing.alpha;
    style.angle = std::atan2(tip.y - hinge.y, tip.x - hinge.x);
    style.snap = false;
    canvas.sprite(leaf_, hinge, style);
}

// Grey wood with cracks along it and moss on it.
void DecorPainter::worn(gfx::Canvas& canvas, const MemberDrawing& drawing, std::uint32_t seed,
                        const MemberPainter& members) const {
    MemberDrawing old = drawing;
    old.tint = weathered;
    members.body(canvas, old);
    if (std::fabs(drawing.bow) > 1.0F) return;
    const float length = gfx::length(drawing.to - drawing.from);
    const float half = 0.5F * members.width(drawing.kind, drawing.unit) * drawing.grow;
    canvas.push(along(drawing.from, drawing.to));
    Random random(seed * 131U + 7U);
    for (int k = 0; k < 5; ++k) {
        const float at = length * (0.16F + 0.15F * static_cast<float>(k)) +
                         drawing.unit * 12.0F * static_cast<float>(random.unit());
        const float across = half * static_cast<float>(random.between(-0.55, 0.55));
        const float reach = drawing.unit * static_cast<float>(random.between(22.0, 44.0));
        const std::array crack{gfx::Point{at, across}, gfx::Point{at + 0.4F * reach, across + 0.16F * half},
                               gfx::Point{at + reach, across - 0.1F * half}};
        canvas.polyline(crack, 3.0F * drawing.unit, gfx::hex(0x2E2A26, 0.8F * drawing.alpha));
    }
    for (int k = 0; k < 4; ++k) {
        const float at = length * (0.2F + 0.19F * static_cast<float>(k)) +
                         drawing.unit * 18.0F * static_cast<float>(random.unit());
        canvas.circle({at, -0.72F * half}, drawing.unit * static_cast<float>(random.between(3.5, 6.0)),
                      gfx::hex(0x6E8F4A, 0.9F * drawing.alpha));
    }
    canvas.pop();
}

void DecorPainter::drawStill(gfx::Canvas& canvas, const ViewFrame& frame, float unit, const Terrain& terrain,
                             const MemberPainter& members) const {
    // Dry above the water's surface, seen through it below.
    constexpr float all = 1e5F;
    const float surface = terrain.waterY();
    canvas.pushClip({-all, -all, 2.0F * all, all + surface});
    for (const level::Decor& decor : level_.scene.decor) lay(canvas, decor, frame, unit, members);
    canvas.popClip();
    if (!terrain.hasWater()) return;
    canvas.pushClip({-all, surface, 2.0F * all, all});
    for (const level::Decor& decor : level_.scene.decor) {
        canvas.pushAlpha(decor.at.y > *level_.scene.water ? 1.0F : under_water);
        lay(canvas, decor, frame, unit, members);
        canvas.popAlpha();
    }
    canvas.popClip();
}

void DecorPainter::lay(gfx::Canvas& canvas, const level::Decor& decor, const ViewFrame& frame, float unit,
                       const MemberPainter& members) const {
    const world::PartRow* wood = world::findRow("wood");
    if (!wood) return;
    const gfx::Point at = pointOf(frame.pixelOf(decor.at));
    const auto size = static_cast<float>(decor.size * frame.pixelsPerMetre());
    const auto turn = static_cast<float>(-decor.turn * two_pi / 360.0);
    if (decor.kind == level::DecorKind::Ship) {
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(size / ship_length_);
        style.angle = turn;
        canvas.sprite(ship_, at, style);
        return;
    }
    // The same piece has the same teeth in every picture.
    auto seed = static_cast<std::uint32_t>(std::fabs(decor.at.x) * 40.0 + std::fabs(decor.at.y) * 90.0);
    MemberDrawing half;
    half.kind = wood->kind;
    half.unit = unit;
    half.tint = weathered;
    if (decor.kind == level::DecorKind::Stump) {
        half.from = at - gfx::Point{std::sin(turn), -std::cos(turn)} * size;
        half.to = at;
        members.half(canvas, half, seed);
        return;
    }
    const gfx::Point way = gfx::Point{std::cos(turn), std::sin(turn)} * (0.5F * size);
    for (const float side : {-1.0F, 1.0F}) {
        half.from = at - way * (0.04F * side);
        half.to = at + way * side;
        members.half(canvas, half, seed++);
    }
}

}  // namespace vonk::view

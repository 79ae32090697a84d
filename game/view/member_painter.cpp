#include "game/view/member_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "engine/core/assert.h"
#include "engine/core/random.h"

namespace vonk::view {

namespace {

constexpr float capsule_inset = 30.0F;  // kit px from the joint to the load capsule
constexpr float capsule_cap = 16.0F;    // kit px of its rounded end
constexpr float least_load = 0.05F;     // below this nothing is drawn
constexpr float humming = 0.9F;         // above this it pulses
constexpr float kit_width = 30.0F;      // that the load sprites were drawn for
constexpr double pulse_rate = 2.0;      // Hz
constexpr float pulse_size = 0.12F;
constexpr float straight = 1.2F;  // px of bow that nobody sees

gfx::Affine alongMember(gfx::Point from, gfx::Point to) {
    const float angle = std::atan2(to.y - from.y, to.x - from.x);
    return gfx::Affine::translation(from.x, from.y) * gfx::Affine::rotation(angle);
}

// As few as bend by this much (px) without a corner that one sees.
int pieces(float bow) {
    constexpr float unseen = 0.25F;  // px between a piece and the true line
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(std::fabs(bow) / unseen))), 2, 14);
}

}  // namespace

std::vector<gfx::Point> bentLine(gfx::Point from, gfx::Point to, float bow, int pieces) {
    const gfx::Point along = to - from;
    const float span = std::max(gfx::length(along), 1e-3F);
    const gfx::Point across = gfx::perpendicular(along) * (bow / span);
    std::vector<gfx::Point> line;
    line.reserve(static_cast<std::size_t>(pieces) + 1);
    for (int i = 0; i <= pieces; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(pieces);
        line.push_back(from + along * t + across * (4.0F * t * (1.0F - t)));
    }
    return line;
}

MemberPainter::MemberPainter(const gfx::Graphics& graphics) {
    const auto id = [&](std::string_view name) {
        return name.empty() ? gfx::SpriteId{} : graphics.sprite(name);
    };
    for (const world::PartRow& row : world::partRows()) {
        const auto index = static_cast<std::size_t>(row.kind);
        if (ids_.size() <= index) ids_.resize(index + 1);
        const PartPicture& part = picture(row.kind);
        if (!part.member) continue;
        ids_[index] = {&part, id(part.member->start), id(part.member->middle), id(part.member->end)};
    }
    constexpr std::array levels{"30", "60", "95"};
    constexpr std::array heights{16.0F, 20.0F, 22.0F};
    constexpr std::array pitches{14.0F, 17.0F, 21.0F};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto read = [&](std::string_view way) {
            const std::string name = "bridge/load-" + std::string(way) + "-" + levels[i];
            return LoadIds{id(name + "-cap"), id(name + "-mid"), id(name + "-tile"), heights[i], pitches[i]};
        };
        push_[i] = read("push");
        pull_[i] = read("pull");
    }
    joint_ = id("bridge/joint");
    anchor_ = id("bridge/joint-anchor");
    hot_ = id("bridge/joint-hot-glow");
}

void MemberPainter::layRails(const gfx::Graphics& graphics) {
    const auto road = graphics.sprite("bridge/deck-mid");
    for (Ids& ids : ids_) {
        if (!ids.picture || ids.middle != road) continue;
        const MemberPicture railway = withRails(*ids.picture->member);
        ids.start = graphics.sprite(railway.start);
        ids.middle = graphics.sprite(railway.middle);
        ids.end = graphics.sprite(railway.end);
    }
}

const MemberPainter::Ids& MemberPainter::ids(world::PartKind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    VONK_ASSERT(index < ids_.size() && ids_[index].picture);
    return ids_[index];
}

float MemberPainter::width(world::PartKind kind, float unit) const {
    return look(kind).width * unit;
}
bool MemberPainter::isDeck(world::PartKind kind) const {
    return look(kind).deck;
}
bool MemberPainter::isRope(world::PartKind kind) const {
    return look(kind).rope;
}
bool MemberPainter::showsLoad(world::PartKind kind) const {
    return look(kind).load;
}

void MemberPainter::shadow(gfx::Canvas& canvas, const MemberDrawing& member) const {
    // Light comes from the upper left: the shadow lies to the lower right, farther off when the part is in
    // the hand.
    const gfx::Point offset = member.lifted ? gfx::Point{16.0F * member.unit, 34.0F * member.unit}
                                            : gfx::Point{4.0F * member.unit, 8.0F * member.unit};
    const float length = gfx::length(member.to - member.from);
    const float width = this->width(member.kind, member.unit) * member.grow;
    if (length < 2.0F) return;
    canvas.push(alongMember(member.from + offset, member.to + offset));
    canvas.pushAlpha(member.alpha);
    const gfx::Rect body{0.0F, -width / 2.0F, length, width};
    if (member.lifted) {
        canvas.shadow(body, 0.3F * width, 12.0F * member.unit, gfx::hex(0x0A1C30, 0.36F));
    } else {
        canvas.barShadow(body, 6.0F * member.unit, gfx::hex(0x0A1C30, 0.26F));
    }
    canvas.popAlpha();
    canvas.pop();
}

void MemberPainter::body(gfx::Canvas& canvas, const MemberDrawing& member) const {
    const Ids& sprites = ids(member.kind);
    gfx::StripStyle style;
    style.width = width(member.kind, member.unit) * member.grow;
    style.alpha = member.alpha;
    style.multiply = member.tint;
    if (std::fabs(member.bow) < straight) {
        canvas.strip({sprites.start, sprites.middle, sprites.end}, member.from, member.to, style);
        return;
    }
    const std::vector<gfx::Point> line = bentLine(member.from, member.to, member.bow, pieces(member.bow));
    canvas.ribbon(sprites.middle, line, style);
}

void MemberPainter::load(gfx::Canvas& canvas, const MemberDrawing& member, const LoadDrawing& load) const {
    const float use = std::clamp(load.use, 0.0F, 1.0F);
    if (use < least_load || !look(member.kind).load) return;
    const std::size_t level = use < 0.45F ? 0 : use < 0.78F ? 1 : 2;
    const LoadIds& sprites = load.pulled ? pull_[level] : push_[level];
    const float scale = member.unit * look(member.kind).width / kit_width;
    const float length = gfx::length(member.to - member.from);
    float inset = capsule_inset * member.unit;
    if (length - 2.0F * inset < 3.0F * capsule_cap * scale) inset = 0.6F * capsule_inset * member.unit;
    const float inside = length - 2.0F * inset;
    const float middle = inside - 2.0F * capsule_cap * scale;
    if (middle < 2.0F) return;

    // The height follows the load within one of the three pictures, too.
    float tall = scale * kit_width * (0.34F + 0.34F * use) / sprites.height;
    if (use > humming)
        tall *= 1.0F + pulse_size * static_cast<float>(std::sin(two_pi * pulse_rate * load.time));
    // Always along the member from left to right: symbols are the same on both sides, the light stays above.
    const bool swap = member.to.x < member.from.x;
    const gfx::Point bow =
        gfx::perpendicular(member.to - member.from) * (0.8F * member.bow / std::max(length, 1e-3F));
    canvas.push(alongMember((swap ? member.to : member.from) + bow, (swap ? member.from : member.to) + bow));
    gfx::SpriteStyle style;
    style.alpha = member.alpha * load.alpha * std::min(1.0F, (use - least_load) / 0.06F + 0.3F);
    style.snap = false;
    style.scaleY = tall;
    style.scaleX = middle / capsule_cap;
    canvas.sprite(sprites.middle, {inset + capsule_cap * scale, 0.0F}, style);
    style.scaleX = scale;
    canvas.sprite(sprites.cap, {inset, 0.0F}, style);
    style.scaleX = -scale;
    canvas.sprite(sprites.cap, {inset + inside, 0.0F}, style);

    const float pitch = sprites.pitch * scale;
    const auto count =
        static_cast<int>(std::floor((0.5F * inside - 0.35F * capsule_cap * scale) / pitch - 0.25F));
    for (int k = 0; k < count; ++k) {
        const float away = pitch * (static_cast<float>(k) + 0.75F);
        // Pushed: triangles point inwards. Pulled: chevrons point outwards.
        style.scaleX = load.pulled ? scale : -scale;
        canvas.sprite(sprites.tile, {0.5F * length + away, 0.0F}, style);
        style.scaleX = -style.scaleX;
        canvas.sprite(sprites.tile, {0.5F * length - away, 0.0F}, style);
    }
    canvas.pop();
}

void MemberPainter::half(gfx::Canvas& canvas, const MemberDrawing& member, std::uint32_t seed) const {
    const Ids& sprites = ids(member.kind);
    const MemberPicture& look = *sprites.picture->member;
    const float width = this->width(member.kind, member.unit);
    gfx::StripStyle style;
    style.width = width;
    style.alpha = member.alpha;
    style.multiply = member.tint;
    const float length = gfx::length(member.to - member.from);
    const bool curved = std::fabs(member.bow) >= straight;
    if (curved) {
        canvas.ribbon(sprites.middle, bentLine(member.from, member.to, member.bow, pieces(member.bow)),
                      style);
    } else {
        canvas.strip({sprites.start, sprites.middle, {}}, member.from, member.to, style);
    }
    // The broken end: pale teeth, out of line with each other.
    const gfx::Point along = (member.to - member.from) * (1.0F / std::max(length, 1e-3F));
    const gfx::Point bent =
        gfx::perpendicular(member.to - member.from) * (-4.0F * member.bow / std::max(length * length, 1.0F));
    canvas.push(alongMember(member.to, member.to + along + (curved ? bent : gfx::Point{})));
    Random random(seed * 7919U + 17U);
    const int teeth = look.broken == BrokenEnd::Torn ? 4 : 6;
    const float unit = member.unit;
    const gfx::Color fibre = gfx::hex(look.fibre, member.alpha);
    const gfx::Color edge = gfx::hex(look.edge, member.alpha);
    for (int k = 0; k < teeth; ++k) {
        const float y = width * ((static_cast<float>(k) + 0.5F) / static_cast<float>(teeth) - 0.5F);
        const float half_tooth = 0.62F * width / static_cast<float>(teeth);
        const float reach = (k % 2 == 0 ? 24.0F : 11.0F) * unit *
                            static_cast<float>(random.between(0.7, 1.25)) *
                            (look.broken == BrokenEnd::Torn ? 0.55F : 1.0F);
        const float bend = static_cast<float>(random.between(-0.3, 0.3)) * reach;
        if (look.broken == BrokenEnd::Frayed) {
            canvas.line({-2.0F * unit, y}, {reach, y + 2.0F * bend}, 2.4F * unit, edge);
            canvas.line({-2.0F * unit, y}, {reach, y + 2.0F * bend}, 1.2F * unit, fibre);
            continue;
        }
        const std::array tooth{gfx::Point{-6.0F * unit, y - half_tooth}, gfx::Point{reach, y + bend},
                               gfx::Point{-6.0F * unit, y + half_tooth}};
        // Its edges lie on the tooth: they need no smoothing, which would cost as much again.
        const std::array inner{gfx::Vertex{{-8.0F * unit, y - 0.72F * half_tooth}, fibre},
                               gfx::Vertex{{reach - 3.2F * unit, y + bend}, fibre},
                               gfx::Vertex{{-8.0F * unit, y + 0.72F * half_tooth}, fibre}};
        canvas.polygon(tooth, edge);
        canvas.polygon(inner);
    }
    canvas.pop();
}

void MemberPainter::outline(gfx::Canvas& canvas, const MemberDrawing& member, gfx::Color colour,
                            gfx::Color fill) const {
    const float length = gfx::length(member.to - member.from);
    const float width = (this->width(member.kind, member.unit) + 4.0F * member.unit) * member.grow;
    if (length < width) return;
    canvas.push(alongMember(member.from, member.to));
    const float half = width / 2.0F;
    if (fill.a > 0.0F) canvas.roundedRect({0.0F, -half, length, width}, 8.0F * member.unit, fill);
    const float dash = 13.0F * member.unit;
    const float gap = 9.0F * member.unit;
    const float thick = 3.5F * member.unit;
    canvas.dashedLine({half, -half}, {length - half, -half}, thick, dash, gap, colour);
    canvas.dashedLine({half, half}, {length - half, half}, thick, dash, gap, colour);
    canvas.arc({half, 0.0F}, half, thick, 0.58F * 3.14159265F, 1.42F * 3.14159265F, colour);
    canvas.arc({length - half, 0.0F}, half, thick, -0.42F * 3.14159265F, 0.42F * 3.14159265F, colour);
    canvas.pop();
}

void MemberPainter::joint(gfx::Canvas& canvas, gfx::Point at, float scale, JointLook look) const {
    if (look == JointLook::Hot) canvas.sprite(hot_, at, scale);
    canvas.sprite(look == JointLook::Anchor ? anchor_ : joint_, at, scale);
}

}  // namespace vonk::view

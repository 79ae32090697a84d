#include "game/view/swing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vonk::view {

namespace {

constexpr int half_a_second = 30;   // ticks
constexpr double bound_kit = 26.0;  // kit px at least from the middle to the bound
constexpr int largest_factor = 20;
constexpr double seen_kit = 2.0;  // kit px: a smaller swing is not drawn

}  // namespace

void SwingWatch::clear() {
    joints_.clear();
    ticks_ = 0;
}

void SwingWatch::see(const world::Snapshot& snapshot) {
    if (joints_.size() != snapshot.joints.size()) {
        clear();
        for (const world::JointView& joint : snapshot.joints) {
            const Extremes at{joint.position.y, joint.position.y};
            joints_.push_back({at, at});
        }
        return;
    }
    const bool turn = ++ticks_ % half_a_second == 0;
    for (std::size_t i = 0; i < joints_.size(); ++i) {
        const double y = snapshot.joints[i].position.y;
        Seen& seen = joints_[i];
        seen.now.low = std::min(seen.now.low, y);
        seen.now.high = std::max(seen.now.high, y);
        if (!turn) continue;
        seen.before = seen.now;
        seen.now = {y, y};
    }
}

std::optional<SwingWatch::Extremes> SwingWatch::of(std::uint32_t joint) const {
    if (joint >= joints_.size()) return std::nullopt;
    const Seen& seen = joints_[joint];
    return Extremes{std::min(seen.now.low, seen.before.low), std::max(seen.now.high, seen.before.high)};
}

std::optional<SwingPicture> swingPicture(const SwingWatch& watch, const world::Snapshot& snapshot,
                                         const MemberPainter& members, double limit) {
    SwingPicture picture;
    picture.limit = limit;
    for (const world::MemberView& member : snapshot.members) {
        if (member.fallen || !members.isDeck(member.kind)) continue;
        const auto from = watch.of(member.from);
        const auto to = watch.of(member.to);
        if (!from || !to) continue;
        const Vec2 start{snapshot.joints[member.from].position.x, from->middle()};
        const Vec2 end{snapshot.joints[member.to].position.x, to->middle()};
        picture.road.push_back({start, end, from->by(), to->by()});
        for (const auto& [at, by] : {std::pair{start, from->by()}, std::pair{end, to->by()}}) {
            if (by <= picture.by) continue;
            picture.by = by;
            picture.place = at;
        }
    }
    if (picture.by <= 0.0) return std::nullopt;
    return picture;
}

int swingFactor(const Brush& brush, double limit) {
    const double natural = std::max(1e-3, static_cast<double>(brush.px(limit)));
    return std::clamp(static_cast<int>(std::ceil(brush.kit(bound_kit) / natural)), 1, largest_factor);
}

void drawSwing(const Brush& brush, const SwingPicture& swing, int factor, bool telling) {
    gfx::Canvas& canvas = brush.canvas;
    const double times = factor;
    if (brush.px(times * swing.by) < brush.kit(seen_kit)) return;
    const bool beyond = swing.by >= swing.limit;
    const gfx::Color line = beyond ? gfx::palette::spark : gfx::palette::paper;
    for (const double side : {1.0, -1.0}) {
        for (const SwingPicture::Piece& piece : swing.road) {
            const gfx::Point from = brush.at(piece.from + Vec2{0.0, side * times * piece.from_by});
            const gfx::Point to = brush.at(piece.to + Vec2{0.0, side * times * piece.to_by});
            // A dark edge keeps it visible before a light land.
            canvas.dashedLine(from, to, brush.kit(9.0), brush.kit(20.0), brush.kit(14.0),
                              gfx::palette::ink.withAlpha(0.55F));
            canvas.dashedLine(from, to, brush.kit(5.5), brush.kit(20.0), brush.kit(14.0), line);
        }
    }
    // What may not be passed, at the joint that swings most.
    const float half = brush.kit(34.0);
    for (const double side : {1.0, -1.0}) {
        const gfx::Point at = brush.at(swing.place + Vec2{0.0, side * times * swing.limit});
        canvas.line(at - gfx::Point{half, 0.0F}, at + gfx::Point{half, 0.0F}, brush.kit(8.0),
                    gfx::palette::ink);
        canvas.line(at - gfx::Point{half, 0.0F}, at + gfx::Point{half, 0.0F}, brush.kit(4.0),
                    gfx::palette::paper);
    }
    if (!telling) return;
    // Up and down from the middle to both extremes, beside the people.
    const gfx::Point middle = brush.at(swing.place);
    const float reach = brush.px(times * swing.by) + brush.kit(16.0);
    for (const float side : {-1.0F, 1.0F}) {
        const gfx::Point tip = middle + gfx::Point{0.0F, side * reach};
        const float neck = side * (reach - brush.kit(24.0));
        for (const bool edge : {true, false}) {
            const float grow = edge ? brush.kit(4.0) : 0.0F;
            const gfx::Color fill = edge ? gfx::palette::paper : gfx::palette::spark;
            canvas.line(middle, middle + gfx::Point{0.0F, neck}, brush.kit(13.0) + 2.0F * grow, fill);
            const std::array head{tip + gfx::Point{0.0F, 1.6F * side * grow},
                                  middle + gfx::Point{brush.kit(20.0) + 1.4F * grow, neck - side * grow},
                                  middle + gfx::Point{-brush.kit(20.0) - 1.4F * grow, neck - side * grow}};
            canvas.polygon(head, fill);
        }
    }
}

}  // namespace vonk::view

#include "game/view/terrain.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace vonk::view {

namespace {

constexpr float beyond = 80.0F;  // px outside the picture to which ground that leaves it goes on
constexpr double same = 1e-6;    // m
constexpr float pier_scale = 0.74F;
constexpr float pier_half = 55.0F;  // kit px of its brickwork

}  // namespace

void Terrain::layOut(const Metrics& metrics, const ViewFrame& frame, float unit) {
    unit_ = unit;
    width_ = static_cast<float>(metrics.width);
    height_ = static_cast<float>(metrics.height);
    const level::Scene& scene = level_.scene;
    const auto px = [&](Vec2 metres) { return pointOf(frame.pixelOf(metres)); };
    road_y_ = px({0.0, scene.road}).y;
    left_x_ = px({scene.left_bank, 0.0}).x;
    right_x_ = px({scene.right_bank, 0.0}).x;
    water_y_.reset();
    if (scene.water) water_y_ = px({0.0, *scene.water}).y;

    outlines_.clear();
    for (const level::Ground& ground : scene.grounds) {
        if (ground.outline.size() < 3) continue;
        const auto [west, east] = std::minmax_element(ground.outline.begin(), ground.outline.end(),
                                                      [](Vec2 a, Vec2 b) { return a.x < b.x; });
        const double low = std::min_element(ground.outline.begin(), ground.outline.end(), [](Vec2 a, Vec2 b) {
                               return a.y < b.y;
                           })->y;
        Outline outline;
        // Where the level's ground ends at the edge of its view, it goes on to the edge of the picture.
        for (const Vec2 corner : ground.outline) {
            gfx::Point at = px(corner);
            if (corner.y <= low + same) at.y = std::max(at.y, height_ + beyond);
            if (corner.x <= west->x + same && west->x <= scene.view.low.x + same)
                at.x = std::min(at.x, -beyond);
            if (corner.x >= east->x - same && east->x >= scene.view.high.x - same)
                at.x = std::max(at.x, width_ + beyond);
            outline.points.push_back(at);
        }
        outline.left = outline.right = outline.points.front().x;
        outline.top = outline.points.front().y;
        for (const gfx::Point at : outline.points) {
            outline.left = std::min(outline.left, at.x);
            outline.right = std::max(outline.right, at.x);
            outline.top = std::min(outline.top, at.y);
        }
        outlines_.push_back(std::move(outline));
    }

    piers_.clear();
    for (const level::Anchor& anchor : scene.anchors) {
        const Vec2 at = anchor.at.metres();
        if (anchor.pier) piers_.push_back({px(at), at.y < scene.road - 0.5 * scene.grid});
    }
    shores_ = openWater(false);
    surfaces_ = openWater(true);
}

std::vector<Terrain::Span> Terrain::spansAt(const Outline& outline, float x) const {
    std::vector<float> crossings;
    const std::size_t count = outline.points.size();
    for (std::size_t i = 0; i < count; ++i) {
        const gfx::Point a = outline.points[i];
        const gfx::Point b = outline.points[(i + 1) % count];
        if ((a.x <= x) == (b.x <= x)) continue;
        crossings.push_back(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
    }
    std::sort(crossings.begin(), crossings.end());
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        spans.push_back({crossings[i], crossings[i + 1]});
    return spans;
}

std::optional<float> Terrain::groundAt(float x) const {
    std::optional<float> top;
    for (const Outline& outline : outlines_) {
        for (const Span& span : spansAt(outline, x)) top = std::min(top.value_or(span.top), span.top);
    }
    return top;
}

// The bed of the river lies wholly under water, and is sand.
bool Terrain::isBed(const Outline& outline) const {
    return water_y_ && outline.top > *water_y_ + 2.0F;
}

std::vector<Terrain::Shore> Terrain::openWater(bool piers) const {
    std::vector<Shore> shores;
    if (!water_y_) return shores;
    const auto atPier = [&](float x) {
        return piers && std::any_of(piers_.begin(), piers_.end(), [&](const Pier& pier) {
                   return std::fabs(pier.at.x - x) < pier_half * pier_scale * unit_ && pier.at.y < *water_y_;
               });
    };
    const float step = 2.0F;
    float start = 0.0F;
    bool open = false;
    for (float x = 0.0F; x <= width_ + step; x += step) {
        const std::optional<float> top = groundAt(x);
        const bool wet = x <= width_ && (!top || *top > *water_y_) && !atPier(x);
        if (wet && !open) start = x;
        if (!wet && open && x - start > 20.0F) shores.push_back({start, std::min(x, width_)});
        open = wet;
    }
    return shores;
}

void Terrain::drawPiers(gfx::Canvas& canvas) const {
    const gfx::SpriteId cap = graphics_.sprite("scenery/brick-pier-cap");
    const gfx::SpriteId tile = graphics_.sprite("scenery/brick-pier-tile");
    const float scale = pier_scale * unit_;
    for (const auto& [at, low] : piers_) {
        const float top = at.y + 15.0F * unit_;
        const std::optional<float> ground = groundAt(at.x);
        // In the bank only the head of the brickwork shows; in the river it stands on the bed.
        const bool in_bank = ground && *ground < at.y + 40.0F * unit_;
        const float bottom =
            in_bank ? top + (low ? 44.0F : 150.0F) * unit_ : ground.value_or(height_) + 12.0F * unit_;
        canvas.pushClip(
            {at.x - 80.0F * unit_, at.y - 40.0F * unit_, 160.0F * unit_, bottom - at.y + 40.0F * unit_});
        for (float y = top + 40.0F * scale; y < bottom; y += 200.0F * scale)
            canvas.sprite(tile, {at.x, y}, scale);
        canvas.sprite(cap, {at.x, top}, scale);
        canvas.popClip();
        const float half = pier_half * scale;
        if (in_bank) {
            canvas.gradient({at.x - half, bottom - 60.0F * unit_, 2.0F * half, 60.0F * unit_},
                            gfx::hex(0x3A2A20, 0.0F), gfx::hex(0x3A2A20, 0.45F));
        } else if (water_y_ && bottom > *water_y_) {
            canvas.gradient({at.x - half, *water_y_, 2.0F * half, std::min(bottom, height_) - *water_y_},
                            gfx::hex(0x2F8DC8, 0.30F), gfx::hex(0x0F5491, 0.72F));
        }
    }
}

void Terrain::drawTowers(gfx::Canvas& canvas) const {
    const gfx::SpriteId cap = graphics_.sprite("scenery/brick-pier-cap");
    const gfx::SpriteId tile = graphics_.sprite("scenery/brick-pier-tile");
    const float scale = pier_scale * unit_;
    for (const Pier& pier : piers_) {
        const float top = pier.at.y + 15.0F * unit_;
        const float foot = road_y_ - 13.0F * unit_;
        if (top > foot - 60.0F * unit_) continue;
        canvas.pushClip(
            {pier.at.x - 80.0F * unit_, top - 60.0F * unit_, 160.0F * unit_, foot - top + 60.0F * unit_});
        for (float y = top + 40.0F * scale; y < foot; y += 200.0F * scale)
            canvas.sprite(tile, {pier.at.x, y}, scale);
        canvas.sprite(cap, {pier.at.x, top}, scale);
        canvas.popClip();
    }
}

void Terrain::drawRoad(gfx::Canvas& canvas) const {
    const auto comes = [&](std::string_view vehicle) {
        return std::any_of(level_.traffic.begin(), level_.traffic.end(),
                           [&](const level::Traffic& traffic) { return traffic.vehicle == vehicle; });
    };
    const std::string kind = comes("train") ? "bridge/rail" : "bridge/deck";
    const gfx::StripSprites deck{graphics_.sprite(kind + "-cap-left"), graphics_.sprite(kind + "-mid"),
                                 graphics_.sprite(kind + "-cap-right")};
    gfx::StripStyle style;
    style.width = 26.0F * unit_;
    // Who goes on foot has a path; bikes have a red one, as they have in the Netherlands.
    const auto all = [&](auto&& these) {
        return std::all_of(level_.traffic.begin(), level_.traffic.end(),
                           [&](const level::Traffic& traffic) { return these(traffic.vehicle); });
    };
    const bool wheels = !all([](std::string_view v) { return v == "sheep" || v == "child" || v == "adult"; });
    if (all([](std::string_view v) { return v == "bike"; })) style.multiply = gfx::hex(0xF09A86);
    const auto lay = [&](float from, float to) {
        if (to - from < 20.0F * unit_) return;
        if (!wheels) {
            // A path of sand for who goes on foot, as thick as a plank.
            const gfx::Rect path{from, road_y_ - 11.0F * unit_, to - from, 22.0F * unit_};
            canvas.roundedRect(path, 8.0F * unit_, gfx::hex(0xF4E3BC), gfx::hex(0xC79F66));
            canvas.roundedRect({path.x + 4.0F * unit_, path.y, path.w - 8.0F * unit_, 4.0F * unit_},
                               2.0F * unit_, gfx::hex(0xFFF6E0, 0.8F));
            return;
        }
        canvas.shadow({from, road_y_ - 4.0F * unit_, to - from, 22.0F * unit_}, 4.0F * unit_, 8.0F * unit_,
                      gfx::hex(0x0A1C30, 0.28F));
        canvas.strip(deck, {from, road_y_}, {to, road_y_}, style);
    };
    lay(-40.0F * unit_, left_x_);
    lay(right_x_, width_ + 40.0F * unit_);
}

}  // namespace vonk::view

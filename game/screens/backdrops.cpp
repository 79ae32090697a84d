#include "game/screens/backdrops.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"
#include "engine/ui/motion.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;
using ui::ScreenSpace;

namespace {

struct Mill {
    float x, y, scale;  // share of width, share of height, kit scale
    float turn;         // degrees at the start
};
constexpr std::array mills{Mill{0.075F, 0.365F, 0.66F, 18}, Mill{0.20F, 0.345F, 0.44F, 47},
                           Mill{0.9F, 0.35F, 0.5F, 5}};
constexpr std::array turbines{0.42F, 0.47F, 0.515F, 0.56F, 0.61F, 0.655F};

float horizon(const ScreenSpace& space) {
    return space.whole().h * 0.33F;
}

gfx::SpriteStyle hazed(float scale, float haze) {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale);
    style.haze = haze;
    return style;
}

// A smooth line through the points, in short pieces.
std::vector<Point> smooth(const std::vector<Point>& points) {
    std::vector<Point> line;
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        const Point a = points[k], b = points[k + 1];
        const Point before = k > 0 ? points[k - 1] : a, after = k + 2 < points.size() ? points[k + 2] : b;
        const Point ta = (b - before) * 0.5F, tb = (after - a) * 0.5F;
        for (int i = 0; i < 16; ++i) {
            const float t = float(i) / 16, t2 = t * t, t3 = t2 * t;
            line.push_back(a * (2 * t3 - 3 * t2 + 1) + ta * (t3 - 2 * t2 + t) + b * (3 * t2 - 2 * t3) +
                           tb * (t3 - t2));
        }
    }
    if (!points.empty()) line.push_back(points.back());
    return line;
}

void sky(gfx::Canvas& canvas, const ScreenSpace& space) {
    const Rect whole = space.whole();
    const float low = horizon(space);
    constexpr std::array<std::pair<float, std::uint32_t>, 5> stops{
        {{0.0F, 0x5FB3DE}, {0.34F, 0x94CFEC}, {0.66F, 0xC9E7F3}, {0.9F, 0xFBEFD6}, {1.0F, 0xFFE9C4}}};
    for (std::size_t k = 0; k + 1 < stops.size(); ++k)
        canvas.gradient({0, low * stops[k].first, whole.w, low * (stops[k + 1].first - stops[k].first) + 1},
                        hex(stops[k].second), hex(stops[k + 1].second));
}

void fields(gfx::Canvas& canvas, const ScreenSpace& space) {
    const Rect whole = space.whole();
    const float low = horizon(space);
    canvas.gradient({0, low, whole.w, whole.h - low}, hex(0xB6DB9A), hex(0x4F9A48));
    // Strips that run to one point on the horizon.
    const Point far{whole.w * 0.52F, low - whole.h * 0.06F};
    for (int k = -14; k < 16; ++k) {
        const float x0 = whole.w * (0.5F + 0.13F * float(k)), x1 = x0 + whole.w * 0.065F;
        const auto towards = [&](float x, float y) {
            const float t = (y - far.y) / (whole.h - far.y);
            return Point{far.x + (x - far.x) * t, y};
        };
        const gfx::Color near = hex(k % 2 == 0 ? 0x7CC45C : 0x5BA84A, 0.5F), distant = hex(0xCFE6B4, 0.25F);
        const std::array<gfx::Vertex, 4> strip{gfx::Vertex{towards(x0, low), distant},
                                               {towards(x1, low), distant},
                                               {{x1, whole.h}, near},
                                               {{x0, whole.h}, near}};
        canvas.polygon(strip);
    }
}

void river(gfx::Canvas& canvas, const ScreenSpace& space) {
    const Rect whole = space.whole();
    const float low = horizon(space);
    const auto line = smooth({{whole.w * 0.72F, low + 2},
                              {whole.w * 0.66F, low + whole.h * 0.1F},
                              {whole.w * 0.8F, low + whole.h * 0.24F},
                              {whole.w * 0.58F, low + whole.h * 0.42F},
                              {whole.w * 0.5F, whole.h + 60}});
    const auto width = [&](float y) {
        return space.units(6) + space.units(210) * std::pow((y - low) / (whole.h - low), 1.3F);
    };
    std::vector<Point> left, right;
    for (const Point p : line) {
        const float half = width(std::max(p.y, low));
        left.push_back({p.x - half, p.y});
        right.push_back({p.x + half, p.y});
    }
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
        const auto colour = [&](float y) {
            const float t = std::clamp((y - low) / (whole.h - low), 0.0F, 1.0F);
            return t < 0.5F ? gfx::mix(hex(0xBFE3F2), hex(0x4FAEDD), t * 2)
                            : gfx::mix(hex(0x4FAEDD), hex(0x1F7FBF), t * 2 - 1);
        };
        const std::array<gfx::Vertex, 4> piece{gfx::Vertex{left[k], colour(line[k].y)},
                                               {right[k], colour(line[k].y)},
                                               {right[k + 1], colour(line[k + 1].y)},
                                               {left[k + 1], colour(line[k + 1].y)}};
        canvas.polygon(piece);
    }
    // The banks: wider the nearer they are.
    for (const auto& bank : {left, right})
        for (std::size_t k = 0; k + 1 < bank.size(); ++k) {
            const float t = std::clamp((bank[k].y - low) / (whole.h - low), 0.0F, 1.0F);
            canvas.line(bank[k], bank[k + 1], space.units(2 + 16 * t), hex(0xE9D8A6));
            canvas.line(bank[k], bank[k + 1], space.units(1 + 5 * t), hex(0xF7EFD4));
        }
    Random random(4);
    for (int k = 0; k < 46; ++k) {
        const auto at = std::size_t(random.below(std::uint32_t(line.size() - 1)));
        const float t = std::clamp((line[at].y - low) / (whole.h - low), 0.0F, 1.0F);
        if (t < 0.12F) continue;
        const float share = float(random.between(0.12, 0.88));
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(space.units(0.25 + 0.7 * t));
        style.alpha = 0.7F;
        canvas.sprite(canvas.graphics().sprite(k % 3 == 0 ? "scenery/ripple-dark" : "scenery/ripple-light"),
                      gfx::mix(left[at], right[at], share), style);
    }
}

void still(gfx::Canvas& canvas, const ScreenSpace& space, const std::vector<Point>& stops) {
    const Rect whole = space.whole();
    const gfx::Graphics& graphics = canvas.graphics();
    const float unit = space.unit(), low = horizon(space);
    const auto put = [&](std::string_view name, float x, float y, float scale, float haze = 0) {
        canvas.sprite(graphics.sprite(name), {whole.w * x, whole.h * y}, hazed(scale * unit, haze));
    };
    sky(canvas, space);
    put("scenery/sun-glow", 0.13F, 0.15F, 0.9F);
    put("scenery/sun", 0.13F, 0.15F, 0.8F);
    put("scenery/cloud-big", 0.83F, 0.27F, 0.8F);
    put("scenery/cloud-small", 0.56F, 0.17F, 0.9F);
    put("scenery/cloud-low", 0.33F, 0.3F, 0.8F);
    fields(canvas, space);
    for (float x = -20; x < whole.w + 500 * unit; x += 500 * unit)
        canvas.sprite(graphics.sprite("scenery/treeline-far"), {x, low + 4 * unit}, hazed(unit, 0.5F));
    for (const float x : turbines)
        canvas.sprite(graphics.sprite("scenery/turbine-tower"), {whole.w * x, low + 4 * unit},
                      hazed(0.72F * unit, 0.35F));
    for (const Mill& mill : mills)
        canvas.sprite(graphics.sprite("scenery/windmill-body"),
                      {whole.w * mill.x, whole.h * mill.y + 10 * unit}, hazed(mill.scale * unit, 0.26F));
    canvas.gradient({0, low - 60 * unit, whole.w, 65 * unit}, hex(0xFFF6E0, 0), hex(0xFFF6E0, 0.4F));
    canvas.gradient({0, low + 5 * unit, whole.w, 65 * unit}, hex(0xFFF6E0, 0.4F), hex(0xFFF6E0, 0));
    river(canvas, space);
    put("scenery/tulip-field", 0.26F, 0.42F, 0.62F, 0.12F);
    put("scenery/church", 0.8F, 0.415F, 0.34F, 0.22F);
    put("scenery/house-2-step", 0.757F, 0.42F, 0.42F, 0.2F);
    put("scenery/house-6-bell", 0.84F, 0.42F, 0.42F, 0.2F);
    put("scenery/house-4-bell", 0.865F, 0.422F, 0.42F, 0.18F);
    put("scenery/farmhouse", 0.35F, 0.43F, 0.5F, 0.18F);
    put("scenery/poplar", 0.395F, 0.425F, 0.8F, 0.2F);
    put("scenery/poplar", 0.41F, 0.43F, 0.74F, 0.2F);
    put("animals/cow-black", 0.44F, 0.47F, 0.5F, 0.14F);
    put("animals/cow-red", 0.5F, 0.49F, 0.56F, 0.12F);
    if (stops.size() > 1) {
        const auto line = smooth(stops);
        canvas.polyline(line, 62 * unit, hex(0x2F5E38, 0.28F));
        canvas.polyline(line, 54 * unit, hex(0xE9D8A6));
        canvas.polyline(line, 42 * unit, hex(0xF6E9C6));
        float along = 0;
        for (std::size_t k = 0; k + 1 < line.size(); ++k) {
            const float piece = gfx::length(line[k + 1] - line[k]);
            if (std::fmod(along, 60 * unit) < 30 * unit)
                canvas.line(line[k], line[k + 1], 6 * unit, hex(0xFFFFFF, 0.85F));
            along += piece;
        }
    }
    put("scenery/willow", 0.03F, 0.6F, 1.0F);
    put("scenery/tree", 0.975F, 0.58F, 0.9F);
    put("scenery/bank-meadow-left", 0.0F, 0.86F, 1.0F);
    put("scenery/bank-meadow-right", 1.0F, 0.87F, 1.0F);
    put("scenery/flowers-1", 0.08F, 0.93F, 1.0F);
    put("scenery/flowers-2", 0.9F, 0.94F, 1.0F);
    put("scenery/reeds-near-dark", 0.02F, 1.02F, 1.0F);
    put("scenery/reeds-near-dark", 0.985F, 1.02F, 1.0F);
    canvas.glow({whole.w * 0.14F, whole.h * 0.1F}, whole.w * 0.5F, hex(0xFFF1C9, 0.2F));
}

float radians(double degrees) {
    return float(degrees * 3.14159265358979 / 180.0);
}

}  // namespace

void DeltaBackdrop::prepare(gfx::Canvas& canvas, const ScreenSpace& space, const std::vector<Point>& stops) {
    still_.prepare(canvas, space.size().width, space.size().height,
                   [&](gfx::Canvas& on) { still(on, space, stops); });
}

void DeltaBackdrop::draw(gfx::Canvas& canvas, const ScreenSpace& space, double now,
                         bool reduced_motion) const {
    still_.draw(canvas);
    const Rect whole = space.whole();
    const gfx::Graphics& graphics = canvas.graphics();
    const float unit = space.unit();
    const double t = reduced_motion ? 0.0 : now;
    for (const Mill& mill : mills) {
        gfx::SpriteStyle style = hazed(mill.scale * unit, 0.22F);
        style.angle = radians(mill.turn + 20 * t);
        canvas.sprite(graphics.sprite("scenery/windmill-sails"),
                      {whole.w * mill.x - 3.2F * mill.scale * unit,
                       whole.h * mill.y + 10 * unit - 190 * mill.scale * unit},
                      style);
    }
    int k = 0;
    for (const float x : turbines) {
        gfx::SpriteStyle style = hazed(0.72F * unit, 0.3F);
        style.angle = radians(45 * t + 37 * k++);
        canvas.sprite(graphics.sprite("scenery/turbine-rotor"),
                      {whole.w * x, horizon(space) + 4 * unit - 160 * 0.72F * unit}, style);
    }
    gfx::SpriteStyle boat = hazed(0.72F * unit, 0.0F);
    boat.angle = radians(std::sin(t * 2.5));
    canvas.sprite(graphics.sprite("vehicles/boat"),
                  {whole.w * 0.545F, whole.h * 0.93F + float(2 * std::sin(t * 2.5)) * unit}, boat);
    gfx::SpriteStyle balloon = gfx::SpriteStyle::scaled(0.7F * unit);
    canvas.sprite(graphics.sprite("scenery/balloon"),
                  {whole.w * 0.93F, whole.h * 0.17F + float(6 * std::sin(t * 0.6)) * unit}, balloon);
}

namespace {

void night(gfx::Canvas& canvas, const ScreenSpace& space) {
    const Rect whole = space.whole();
    const gfx::Graphics& graphics = canvas.graphics();
    const float unit = space.unit(), low = whole.h * 0.5F;
    constexpr std::array<std::pair<float, std::uint32_t>, 5> stops{
        {{0.0F, 0x101C40}, {0.35F, 0x2B3670}, {0.68F, 0x7A5A8E}, {0.9F, 0xE08C7C}, {1.0F, 0xFFCB8E}}};
    for (std::size_t k = 0; k + 1 < stops.size(); ++k)
        canvas.gradient({0, low * stops[k].first, whole.w, low * (stops[k + 1].first - stops[k].first) + 1},
                        hex(stops[k].second), hex(stops[k + 1].second));
    Random random(9);
    const auto between = [&](double a, double b) { return float(random.between(a, b)); };
    for (int k = 0; k < 90; ++k) {
        const Point at{between(0, whole.w), between(0, whole.h * 0.28)};
        canvas.circle(at, between(0.8, 2.2) * unit,
                      hex(0xFFF3D0, between(0.3, 0.9) * (1 - at.y / (whole.h * 0.32F))));
    }
    canvas.gradient({0, low, whole.w, whole.h - low}, hex(0x4A4A86), hex(0x0B1A3C));
    gfx::SpriteStyle far = hazed(unit, 1.0F);
    far.hazeColour = hex(0x4A3F72);
    for (float x = -20; x < whole.w + 500 * unit; x += 500 * unit)
        canvas.sprite(graphics.sprite("scenery/treeline-far"), {x, low}, far);
    gfx::SpriteStyle mill = hazed(0.95F * unit, 0.3F);
    mill.hazeColour = hex(0x4A3F72);
    canvas.sprite(graphics.sprite("scenery/windmill-body-lit"), {whole.w * 0.0625F, low + 18 * unit}, mill);
    mill.angle = 0.42F;
    canvas.sprite(graphics.sprite("scenery/windmill-sails"),
                  {whole.w * 0.0625F - 3 * unit, low + 18 * unit - 180 * unit}, mill);
    constexpr std::array houses{"scenery/house-dusk-1-step", "scenery/house-dusk-2-bell",
                                "scenery/house-dusk-3-neck", "scenery/house-dusk-4-plain"};
    float x = whole.w * 0.74F;
    for (int k = 0; x < whole.w + 60 * unit; ++k, x += 68 * unit)
        canvas.sprite(graphics.sprite(houses[std::size_t(k) % houses.size()]), {x, low + 10 * unit}, unit);
    for (int k = 0; k < 130; ++k) {
        const float u = between(0, 1), y = low + 12 * unit + (whole.h * 0.34F) * u,
                    wide = between(14, 90) * (0.4F + u) * unit;
        constexpr std::array<std::uint32_t, 4> lights{0xFFD0A0, 0xFFB03A, 0x56B4E9, 0xF28CA6};
        canvas.roundedRect({between(-20, whole.w + 20), y, wide, (1.5F + 2.5F * u) * unit},
                           (0.7F + 1.2F * u) * unit,
                           hex(lights[std::size_t(between(0, 3.99))], 0.28F * (1 - u * 0.5F)));
    }
    canvas.gradient({0, whole.h * 0.42F, whole.w, whole.h * 0.58F}, hex(0x0A1634, 0.0F), hex(0x0A1634, 0.5F));
}

struct Firework {
    float x, y, size;
    const char* sprite;
    double delay;
};
constexpr std::array fireworks{Firework{0.13F, 0.157F, 0.72F, "scenery/firework-orange", 0.1},
                               Firework{0.865F, 0.148F, 0.8F, "scenery/firework-blue", 0.5},
                               Firework{0.715F, 0.105F, 0.46F, "scenery/firework-pink", 0.9},
                               Firework{0.29F, 0.11F, 0.46F, "scenery/firework-blue", 1.3},
                               Firework{0.955F, 0.29F, 0.4F, "scenery/firework-orange", 1.7},
                               Firework{0.04F, 0.31F, 0.38F, "scenery/firework-pink", 2.1}};

}  // namespace

void NightBackdrop::prepare(gfx::Canvas& canvas, const ScreenSpace& space) {
    still_.prepare(canvas, space.size().width, space.size().height,
                   [&](gfx::Canvas& on) { night(on, space); });
}

void NightBackdrop::draw(gfx::Canvas& canvas, const ScreenSpace& space, double since,
                         bool reduced_motion) const {
    still_.draw(canvas);
    if (since < 0) return;
    const Rect whole = space.whole();
    constexpr double round = 2.6;  // six in a round: under three a second
    for (const Firework& one : fireworks) {
        const double t = reduced_motion ? 0.5 : std::fmod(since - one.delay + 8 * round, round) / round;
        if (since < one.delay && !reduced_motion) continue;
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(
            one.size * space.unit() *
            float(reduced_motion ? 1.0 : 0.35 + 0.65 * ui::easeOut(std::min(1.0, t * 2.2))));
        style.alpha = float(reduced_motion ? 0.9 : std::clamp(2.0 - 2.2 * t, 0.0, 1.0));
        if (style.alpha <= 0) continue;
        canvas.sprite(canvas.graphics().sprite(one.sprite),
                      {whole.w * one.x, whole.h * one.y + float(18 * t) * space.unit()}, style);
    }
}

}  // namespace vonk::screens

// Soil, grass and what is buried in it.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"
#include "game/view/terrain.h"

namespace vonk::view {

namespace {

struct Layer {
    float depth;  // kit px under the road
    gfx::Color colour;
};
constexpr std::array soil{Layer{-4000.0F, gfx::hex(0x6E4428)}, Layer{44.0F, gfx::hex(0xA8713E)},
                          Layer{110.0F, gfx::hex(0xCFA062)}, Layer{176.0F, gfx::hex(0x9C7150)},
                          Layer{250.0F, gfx::hex(0x755744)}};
constexpr std::array sand{Layer{-4000.0F, gfx::hex(0xD2B57E)}, Layer{330.0F, gfx::hex(0xA98A5E)},
                          Layer{400.0F, gfx::hex(0x6A5040)}};
constexpr std::array stones{gfx::hex(0x8C7A6C), gfx::hex(0xB8A38A), gfx::hex(0x6A5648), gfx::hex(0xD8C29A)};
constexpr std::array tufts{gfx::hex(0x3C8440), gfx::hex(0x4A9445), gfx::hex(0x357A3C)};
constexpr float column = 6.0F;    // px
constexpr float steepest = 0.8F;  // slope on which grass grows

// The seams between layers wave gently, the same on every machine.
float seam(std::size_t layer, std::size_t ground, float x_kit) {
    const auto phase = static_cast<float>(layer) * 2.3F + static_cast<float>(ground) * 1.1F;
    return 6.0F * std::sin(x_kit * 0.011F + phase) + 3.0F * std::sin(x_kit * 0.027F + 2.0F * phase);
}

void ellipse(gfx::Canvas& canvas, gfx::Point at, float rx, float ry, gfx::Color colour) {
    canvas.push(gfx::Affine::translation(at.x, at.y) * gfx::Affine::scaling(1.0F, ry / rx));
    canvas.circle({0.0F, 0.0F}, rx, colour);
    canvas.pop();
}

using Pair = std::array<float, 2>;  // at the left and the right edge of a column

// `paint` gives the colour at a height.
template <typename Paint>
void trapezoid(gfx::Canvas& canvas, Pair x, Pair top, Pair bottom, const Paint& paint) {
    if (bottom[0] <= top[0] && bottom[1] <= top[1]) return;
    bottom = {std::max(top[0], bottom[0]), std::max(top[1], bottom[1])};
    const std::array corners{
        gfx::Vertex{{x[0], top[0]}, paint(top[0])}, gfx::Vertex{{x[1], top[1]}, paint(top[1])},
        gfx::Vertex{{x[1], bottom[1]}, paint(bottom[1])}, gfx::Vertex{{x[0], bottom[0]}, paint(bottom[0])}};
    canvas.polygon(corners);
}

}  // namespace

void Terrain::drawGround(gfx::Canvas& canvas) const {
    for (std::size_t i = 0; i < outlines_.size(); ++i) {
        fillSoil(canvas, outlines_[i], i);
        scatterSoil(canvas, outlines_[i], i);
        // The cut edge: covers the steps of the columns.
        const std::vector<gfx::Point>& points = outlines_[i].points;
        if (!isBed(outlines_[i])) {
            canvas.polyline(points, 3.0F * unit_, gfx::hex(0x7A4F2C), true);
            continue;
        }
        // The sides of a bed lie within the banks.
        for (std::size_t k = 0; k < points.size(); ++k) {
            const gfx::Point from = points[k], to = points[(k + 1) % points.size()];
            if (std::fabs(to.x - from.x) > 0.1F * std::fabs(to.y - from.y))
                canvas.line(from, to, 3.0F * unit_, gfx::hex(0xE9D8A6, 0.8F));
        }
    }
    for (std::size_t i = 0; i < outlines_.size(); ++i) {
        sandyBed(canvas, outlines_[i]);
        if (!isBed(outlines_[i])) grass(canvas, outlines_[i], i);
    }
}

void Terrain::fillSoil(gfx::Canvas& canvas, const Outline& outline, std::size_t index) const {
    const bool bed = isBed(outline);
    const std::span<const Layer> layers = bed ? std::span<const Layer>(sand) : std::span<const Layer>(soil);
    std::vector<float> xs;
    const float from = std::max(outline.left, -column);
    const float to = std::min(outline.right, width_ + column);
    for (float x = from; x < to; x += column) xs.push_back(x);
    xs.push_back(to);
    for (const gfx::Point corner : outline.points) {
        if (corner.x > from && corner.x < to) xs.push_back(corner.x);
    }
    std::sort(xs.begin(), xs.end());
    const auto boundary = [&](std::size_t layer, float x) {
        if (layer >= layers.size()) return height_ + 400.0F;
        return road_y_ + (layers[layer].depth + seam(layer, index, x / unit_)) * unit_;
    };
    constexpr float inside = 0.01F;  // px: a column is looked at just inside its edges, where nothing jumps
    for (std::size_t i = 1; i < xs.size(); ++i) {
        const float x0 = xs[i - 1];
        const float x1 = xs[i];
        if (x1 - x0 < 3.0F * inside) continue;
        const std::vector<Span> left = spansAt(outline, x0 + inside);
        const std::vector<Span> right = spansAt(outline, x1 - inside);
        const std::size_t count = std::min(left.size(), right.size());
        for (std::size_t k = 0; k < count; ++k) {
            for (std::size_t layer = 0; layer < layers.size(); ++layer) {
                const Pair top{std::max(left[k].top, boundary(layer, x0)),
                               std::max(right[k].top, boundary(layer, x1))};
                const Pair bottom{std::min(left[k].bottom, boundary(layer + 1, x0)),
                                  std::min(right[k].bottom, boundary(layer + 1, x1))};
                const float first = layer == 0 ? road_y_ : boundary(layer, x0);
                trapezoid(canvas, {x0, x1}, top, bottom, [&](float y) {
                    const float t = std::clamp((y - first) / (200.0F * unit_), 0.0F, 1.0F);
                    return gfx::mix(lighter(layers[layer].colour, 0.08F), darker(layers[layer].colour, 0.12F),
                                    t);
                });
            }
            // Light from above, dark in the depth.
            const float lit = road_y_ + 190.0F * unit_;
            const float deep = std::max(height_, lit + 1.0F);
            const Pair low{std::min(left[k].bottom, deep), std::min(right[k].bottom, deep)};
            const Pair middle{std::clamp(lit, left[k].top, std::max(left[k].top, low[0])),
                              std::clamp(lit, right[k].top, std::max(right[k].top, low[1]))};
            trapezoid(canvas, {x0, x1}, {left[k].top, right[k].top}, middle, [&](float y) {
                return gfx::hex(0xFFF1C9, 0.17F * std::clamp((lit - y) / (lit - road_y_), 0.0F, 1.0F));
            });
            const float darkest = bed ? 0.2F : 0.42F;
            trapezoid(canvas, {x0, x1}, middle, low, [&](float y) {
                return gfx::hex(0x0A1C30, darkest * std::clamp((y - lit) / (deep - lit), 0.0F, 1.0F));
            });
        }
    }
    for (std::size_t layer = 1; layer < layers.size(); ++layer) {
        std::vector<gfx::Point> line;
        const auto finish = [&] {
            if (line.size() > 1)
                canvas.polyline(line, 2.4F * unit_, lighter(layers[layer].colour, 0.35F).withAlpha(0.45F));
            line.clear();
        };
        for (const float x : xs) {
            const float y = boundary(layer, x);
            const std::vector<Span> spans = spansAt(outline, x + inside);
            const bool in = std::any_of(spans.begin(), spans.end(),
                                        [&](const Span& s) { return y > s.top + 3.0F && y < s.bottom; });
            if (in && y < height_) {
                line.push_back({x, y});
            } else {
                finish();
            }
        }
        finish();
    }
}

void Terrain::scatterSoil(gfx::Canvas& canvas, const Outline& outline, std::size_t index) const {
    Random random(index * 131U + 8U);
    const float from = std::max(outline.left, 0.0F);
    const float to = std::min(outline.right, width_);
    if (to <= from) return;
    const bool bed = isBed(outline);
    const auto inside = [&](gfx::Point at, float margin) {
        for (const float dx : {-margin, 0.0F, margin}) {
            const std::vector<Span> spans = spansAt(outline, at.x + dx);
            if (std::none_of(spans.begin(), spans.end(), [&](const Span& span) {
                    return at.y - margin > span.top && at.y + margin < span.bottom;
                })) {
                return false;
            }
        }
        return true;
    };
    const float high = bed ? outline.top + 8.0F * unit_ : outline.top + 56.0F * unit_;
    if (high >= height_) return;
    const auto count = static_cast<int>((to - from) * (height_ - high) / (unit_ * unit_ * 3600.0F));
    for (int k = 0; k < std::min(count, 400); ++k) {
        const gfx::Point at{static_cast<float>(random.between(from, to)),
                            static_cast<float>(random.between(high, height_))};
        const float r = static_cast<float>(random.between(3.0, 12.0)) * unit_;
        const gfx::Color colour = stones[random.below(static_cast<std::uint32_t>(stones.size()))];
        if (!inside(at, 1.3F * r)) continue;
        ellipse(canvas, at + gfx::Point{1.5F * unit_, 2.5F * unit_}, 1.25F * r, 0.85F * r,
                gfx::hex(0x3A2A20, 0.3F));
        ellipse(canvas, at, 1.2F * r, 0.8F * r, colour.withAlpha(0.9F));
        ellipse(canvas, at + gfx::Point{-0.3F * r, -0.25F * r}, 0.5F * r, 0.25F * r,
                gfx::hex(0xFFFFFF, 0.28F));
    }
    if (bed) return;
    for (int k = 0; k < static_cast<int>((to - from) / (22.0F * unit_)); ++k) {
        const auto x = static_cast<float>(random.between(from, to));
        const std::vector<Span> spans = spansAt(outline, x);
        const auto a = static_cast<float>(random.between(-14.0, 14.0)) * unit_;
        const auto b = static_cast<float>(random.between(-16.0, 16.0)) * unit_;
        const auto deep = static_cast<float>(random.between(40.0, 70.0)) * unit_;
        const float thick = static_cast<float>(random.between(1.4, 3.0)) * unit_;
        if (spans.empty() || std::fabs(spans.front().top - road_y_) > 30.0F * unit_) continue;
        const gfx::Point top{x, spans.front().top + 14.0F * unit_};
        std::array<gfx::Point, 9> root{};
        for (std::size_t i = 0; i < root.size(); ++i) {
            const float t = static_cast<float>(i) / 8.0F;
            root[i] = top + gfx::Point{2.0F * t * (1.0F - t) * a + t * t * b,
                                       0.9F * t * (1.0F - t) * deep + t * t * deep};
        }
        canvas.polyline(root, thick, gfx::hex(0x4E3020, 0.5F));
    }
    // One or two things somebody lost.
    constexpr std::array treats{"scenery/clog", "scenery/ammonite", "scenery/bone"};
    int placed = 0;
    float last = -1e6F;
    for (int attempt = 0; attempt < 60 && placed < 2; ++attempt) {
        const gfx::Point at{
            static_cast<float>(random.between(from, to)),
            static_cast<float>(random.between(road_y_ + 120.0F * unit_, road_y_ + 260.0F * unit_))};
        const auto turn = static_cast<float>(random.between(-0.5, 0.5));
        if (!inside(at, 48.0F * unit_) || std::fabs(at.x - last) < 260.0F * unit_) continue;
        last = at.x;
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(0.85F * unit_);
        style.angle = turn;
        canvas.sprite(
            graphics_.sprite(treats[(index + static_cast<std::size_t>(placed) * 2U) % treats.size()]), at,
            style);
        ++placed;
    }
}

// Where the ground lies under water it is covered with sand.
void Terrain::sandyBed(gfx::Canvas& canvas, const Outline& outline) const {
    if (!water_y_) return;
    const float band = 15.0F * unit_;
    const float from = std::max(outline.left, 0.0F);
    const float to = std::min(outline.right, width_);
    std::optional<gfx::Point> before;
    for (float x = from + 0.5F; x <= to; x += 3.0F) {
        const std::vector<Span> spans = spansAt(outline, x);
        const bool wet =
            !spans.empty() && spans.front().top > *water_y_ + 2.0F && spans.front().top < height_;
        if (!wet) {
            before.reset();
            continue;
        }
        const float wave = 2.5F * unit_ * std::sin(0.021F * x / unit_);
        const gfx::Point at{x, spans.front().top};
        if (before) {
            trapezoid(canvas, {before->x, x}, {before->y, at.y},
                      {before->y + band + wave, at.y + band + wave}, [&](float y) {
                          const float t = std::clamp((y - at.y) / band, 0.0F, 1.0F);
                          return gfx::mix(gfx::hex(0xE3CD97), gfx::hex(0xB0905C), t);
                      });
        }
        before = at;
    }
}

void Terrain::grass(gfx::Canvas& canvas, const Outline& outline, std::size_t index) const {
    // Runs of the surface that are flat enough and dry.
    const float step = 5.0F;
    const float from = std::max(outline.left + 1.0F, -step);
    const float to = std::min(outline.right - 1.0F, width_ + step);
    std::vector<std::vector<gfx::Point>> runs(1);
    std::optional<gfx::Point> before;
    for (float x = from; x <= to; x += step) {
        const std::vector<Span> spans = spansAt(outline, x);
        bool grows = !spans.empty();
        gfx::Point at{x, grows ? spans.front().top : 0.0F};
        if (grows && water_y_) grows = at.y < *water_y_ - 6.0F * unit_;
        if (grows && before) grows = std::fabs(at.y - before->y) / step < steepest;
        if (grows) {
            runs.back().push_back(at);
        } else if (!runs.back().empty()) {
            runs.emplace_back();
        }
        before = spans.empty() ? std::nullopt : std::optional(at);
    }
    Random random(index * 57U + 3U);
    const gfx::SpriteId strip = graphics_.sprite("scenery/grass-strip");
    const gfx::SpriteId tuft = graphics_.sprite("scenery/grass-tuft");
    const std::array flowers{graphics_.sprite("scenery/flowers-1"), graphics_.sprite("scenery/flowers-2")};
    for (const std::vector<gfx::Point>& run : runs) {
        if (run.size() < 3) continue;
        const float band = 10.0F * unit_;
        for (std::size_t i = 1; i < run.size(); ++i) {
            const gfx::Point a = run[i - 1];
            const gfx::Point b = run[i];
            const auto green = [&](float y) {
                const float t = (y - std::min(a.y, b.y)) / (2.0F * band);
                return t < 0.5F ? gfx::mix(gfx::hex(0x8FD06A), gfx::hex(0x5BA84A), 2.0F * t)
                                : gfx::mix(gfx::hex(0x5BA84A), gfx::hex(0x3C8440),
                                           std::min(1.0F, 2.0F * t - 1.0F));
            };
            trapezoid(canvas, {a.x, b.x}, {a.y, b.y}, {a.y + band, b.y + band}, green);
            trapezoid(canvas, {a.x, b.x}, {a.y + band, b.y + band}, {a.y + 2.0F * band, b.y + 2.0F * band},
                      green);
        }
        const float length = run.back().x - run.front().x;
        const auto at = [&](float x) {
            const float index_x = (x - run.front().x) / step;
            const auto i =
                static_cast<std::size_t>(std::clamp(index_x, 0.0F, static_cast<float>(run.size() - 1)));
            return run[i].y;
        };
        const auto count = static_cast<int>(length / (14.0F * unit_));
        for (int k = 0; k <= count; ++k) {
            const float x = run.front().x + length *
                                                (static_cast<float>(k) + static_cast<float>(random.unit())) /
                                                static_cast<float>(count + 1);
            const float hang = static_cast<float>(random.between(8.0, 22.0)) * unit_;
            const float y = at(x) + 12.0F * unit_;
            const std::array points{gfx::Point{x - 9.0F * unit_, y}, gfx::Point{x, y + 6.0F * unit_ + hang},
                                    gfx::Point{x + 9.0F * unit_, y}};
            canvas.polygon(points, tufts[random.below(static_cast<std::uint32_t>(tufts.size()))]);
        }
        std::vector<gfx::Point> rim = run;
        for (gfx::Point& p : rim) p.y += 3.0F * unit_;
        canvas.polyline(rim, 4.0F * unit_, gfx::hex(0xB6E38A, 0.9F));
        const bool flat = std::fabs(run.back().y - run.front().y) < 6.0F * unit_;
        if (flat) {
            canvas.pushClip({run.front().x, run.front().y - 40.0F * unit_, length, 80.0F * unit_});
            for (float x = run.front().x; x < run.back().x; x += 232.0F * unit_) {
                canvas.sprite(strip, {x, run.front().y + 3.0F * unit_}, unit_);
            }
            canvas.popClip();
        } else {
            for (float x = run.front().x + 30.0F * unit_; x < run.back().x; x += 70.0F * unit_) {
                canvas.sprite(tuft, {x, at(x) + 4.0F * unit_}, 0.8F * unit_);
            }
        }
        for (float x = run.front().x + 140.0F * unit_; x < run.back().x - 80.0F * unit_;
             x += 330.0F * unit_) {
            const float place = x + static_cast<float>(random.between(-60.0, 60.0)) * unit_;
            canvas.sprite(flowers[random.below(2)], {place, at(place) + 2.0F * unit_}, 0.9F * unit_);
        }
    }
}

}  // namespace vonk::view

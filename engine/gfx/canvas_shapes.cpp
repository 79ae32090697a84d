#include <algorithm>
#include <array>
#include <numbers>

#include "engine/gfx/canvas_batch.h"

namespace vonk::gfx {

namespace {

constexpr float turn = 2.0F * std::numbers::pi_v<float>;
constexpr float quarter = turn / 4.0F;

// Enough corners that a circle of this radius (pixels) looks round.
int segments(float radius) {
    return std::clamp(static_cast<int>(4.0F + 2.2F * std::sqrt(std::max(0.0F, radius)) * 2.0F), 12, 128);
}

std::vector<Point> roundedOutline(const Rect& r, float radius, int perCorner) {
    radius = std::clamp(radius, 0.0F, std::min(r.w, r.h) / 2.0F);
    const std::array<Point, 4> centres{
        Point{r.right() - radius, r.y + radius}, Point{r.right() - radius, r.bottom() - radius},
        Point{r.x + radius, r.bottom() - radius}, Point{r.x + radius, r.y + radius}};
    std::vector<Point> out;
    for (std::size_t corner = 0; corner < 4; ++corner)
        for (int i = 0; i <= perCorner; ++i) {
            const float angle =
                (static_cast<float>(corner) - 1.0F + static_cast<float>(i) / static_cast<float>(perCorner)) *
                quarter;
            out.push_back(centres[corner] + Point{std::cos(angle), std::sin(angle)} * radius);
        }
    return out;
}

Point normal(Point a, Point b) {
    const Point along = b - a;
    const float l = length(along);
    return l > 1e-6F ? Point{along.y / l, -along.x / l} : Point{};
}

// Outward for outlines that run clockwise on the screen; limited where corners are sharp.
Point mitre(Point before, Point after) {
    const Point sum = before + after;
    const float square = sum.x * sum.x + sum.y * sum.y;
    if (square < 1e-6F) return after;
    return sum * std::min(2.0F / square, 4.0F / std::sqrt(square));
}

float smooth(float t) {
    return t * t * (3.0F - 2.0F * t);
}

}  // namespace

void Canvas::mesh(std::span<const ShapeVertex> vertices, std::span<const std::uint16_t> indices) {
    if (vertices.empty() || indices.empty()) return;
    std::vector<Point> at(vertices.size());
    Point low{1e9F, 1e9F};
    Point high{-1e9F, -1e9F};
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        at[i] = transform()(vertices[i].at);
        low = {std::min(low.x, at[i].x), std::min(low.y, at[i].y)};
        high = {std::max(high.x, at[i].x), std::max(high.y, at[i].y)};
    }
    if (outside(low, high)) return;
    const Point uv = selectSolid((high.x - low.x) * (high.y - low.y), true);
    Batch& batch = *batch_;
    const std::uint32_t first = batch.begin();
    for (std::size_t i = 0; i < vertices.size(); ++i)
        batch.vertices.push_back({at[i].x, at[i].y, uv.x, uv.y, pack(vertices[i].colour), 0});
    for (const std::uint16_t i : indices) batch.indices.push_back(first + i);
}

void Canvas::convex(std::span<const ShapeVertex> corners) {
    // Corners that fall together have no direction: their edge would be shifted askew.
    std::vector<ShapeVertex> outline;
    const float together = 0.05F / std::max(1e-3F, transform().scale());
    for (const ShapeVertex& v : corners)
        if (outline.empty() || gfx::length(v.at - outline.back().at) > together) outline.push_back(v);
    while (outline.size() > 1 && gfx::length(outline.front().at - outline.back().at) <= together)
        outline.pop_back();
    const auto n = static_cast<std::uint16_t>(outline.size());
    if (n < 3) return;
    float area = 0.0F;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = outline[i].at;
        const Point b = outline[(i + 1) % n].at;
        area += a.x * b.y - b.x * a.y;
    }
    // Half a pixel of fading on both sides of the edge.
    const float half = 0.5F / std::max(1e-3F, transform().scale()) * (area < 0.0F ? -1.0F : 1.0F);
    std::vector<ShapeVertex> vertices(2UL * n);
    for (std::size_t i = 0; i < n; ++i) {
        const Point before = outline[(i + n - 1UL) % n].at;
        const Point after = outline[(i + 1) % n].at;
        const Point out = mitre(normal(before, outline[i].at), normal(outline[i].at, after)) * half;
        vertices[i] = {outline[i].at - out, outline[i].colour};
        vertices[n + i] = {outline[i].at + out, outline[i].colour.withAlpha(0.0F)};
    }
    std::vector<std::uint16_t> indices;
    for (std::uint16_t i = 2; i < n; ++i) {
        for (const int v : {0, i - 1, static_cast<int>(i)}) indices.push_back(static_cast<std::uint16_t>(v));
    }
    for (std::uint16_t i = 0; i < n; ++i) {
        const int next = (i + 1) % n;
        for (const int v : {static_cast<int>(i), next, n + next, static_cast<int>(i), n + next, n + i})
            indices.push_back(static_cast<std::uint16_t>(v));
    }
    mesh(vertices, indices);
}

void Canvas::rings(Point centre, Size radii, std::span<const float> shares, std::span<const Color> colours) {
    const int n = segments(std::max(radii.w, radii.h) * transform().scale());
    std::vector<ShapeVertex> vertices;
    std::vector<std::uint16_t> indices;
    for (std::size_t ring = 0; ring < shares.size(); ++ring)
        for (int i = 0; i < n; ++i) {
            const float angle = turn * static_cast<float>(i) / static_cast<float>(n);
            vertices.push_back({centre + Point{std::cos(angle) * radii.w * shares[ring],
                                               std::sin(angle) * radii.h * shares[ring]},
                                colours[ring]});
        }
    for (std::size_t ring = 0; ring + 1 < shares.size(); ++ring)
        for (int i = 0; i < n; ++i) {
            const int a = static_cast<int>(ring) * n + i;
            const int b = static_cast<int>(ring) * n + (i + 1) % n;
            for (const int v : {a, b, b + n, a, b + n, a + n})
                indices.push_back(static_cast<std::uint16_t>(v));
        }
    mesh(vertices, indices);
}

void Canvas::rect(const Rect& r, Color colour) {
    gradient(r, colour, colour);
}

void Canvas::gradient(const Rect& r, Color top, Color bottom) {
    const ShapeVertex corners[4] = {{{r.x, r.y}, top},
                                    {{r.right(), r.y}, top},
                                    {{r.right(), r.bottom()}, bottom},
                                    {{r.x, r.bottom()}, bottom}};
    const std::uint16_t indices[6] = {0, 1, 2, 0, 2, 3};
    mesh(corners, indices);
}

void Canvas::roundedRect(const Rect& r, float radius, Color top, Color bottom) {
    if (!(r.w > 0.0F) || !(r.h > 0.0F)) return;
    const std::vector<Point> outline =
        roundedOutline(r, radius, segments(radius * transform().scale()) / 4 + 1);
    std::vector<ShapeVertex> vertices;
    vertices.reserve(outline.size());
    for (const Point p : outline) vertices.push_back({p, mix(top, bottom, (p.y - r.y) / r.h)});
    convex(vertices);
}

void Canvas::roundedFrame(const Rect& r, float radius, float thickness, Color colour) {
    const std::vector<Point> outline = roundedOutline(r.inset(thickness / 2), radius - thickness / 2,
                                                      segments(radius * transform().scale()) / 4 + 1);
    polyline(outline, thickness, colour, true);
}

void Canvas::circle(Point centre, float radius, Color colour) {
    if (!(radius > 0.0F)) return;
    const int n = segments(radius * transform().scale());
    std::vector<ShapeVertex> vertices;
    for (int i = 0; i < n; ++i) {
        const float angle = turn * static_cast<float>(i) / static_cast<float>(n);
        vertices.push_back({centre + Point{std::cos(angle), std::sin(angle)} * radius, colour});
    }
    convex(vertices);
}

void Canvas::ring(Point centre, float radius, float thickness, Color colour) {
    if (!(radius > 0.0F)) return;
    const int n = segments(radius * transform().scale());
    std::vector<Point> points;
    for (int i = 0; i < n; ++i) {
        const float angle = turn * static_cast<float>(i) / static_cast<float>(n);
        points.push_back(centre + Point{std::cos(angle), std::sin(angle)} * radius);
    }
    polyline(points, thickness, colour, true);
}

void Canvas::arc(Point centre, float radius, float thickness, float from, float to, Color colour) {
    if (!(radius > 0.0F)) return;
    const float share = std::min(1.0F, std::fabs(to - from) / turn);
    const int n =
        std::max(2, static_cast<int>(static_cast<float>(segments(radius * transform().scale())) * share) + 1);
    std::vector<Point> points;
    for (int i = 0; i <= n; ++i) {
        const float angle = from + (to - from) * static_cast<float>(i) / static_cast<float>(n);
        points.push_back(centre + Point{std::cos(angle), std::sin(angle)} * radius);
    }
    polyline(points, thickness, colour);
}

void Canvas::line(Point a, Point b, float thickness, Color colour) {
    const Point points[2] = {a, b};
    polyline(points, thickness, colour);
}

void Canvas::polyline(std::span<const Point> points, float thickness, Color colour, bool closed) {
    const float together = 0.02F / std::max(1e-3F, transform().scale());
    std::vector<Point> line;
    for (const Point p : points)
        if (line.empty() || gfx::length(p - line.back()) > together) line.push_back(p);
    if (closed && line.size() > 1 && gfx::length(line.front() - line.back()) <= together) line.pop_back();
    const std::size_t n = line.size();
    if (n < 2 || n > 8000) return;
    const float pixel = 1.0F / std::max(1e-3F, transform().scale());
    // Thinner than a pixel: a pixel, fainter.
    const float visible = std::max(thickness, pixel);
    const Color inner = colour.withAlpha(colour.a * std::min(1.0F, thickness / pixel));
    const Color outer = colour.withAlpha(0.0F);
    const float core = std::max(0.0F, (visible - pixel) / 2);
    const float edge = (visible + pixel) / 2;
    std::vector<ShapeVertex> vertices;
    std::vector<std::uint16_t> indices;
    for (std::size_t i = 0; i < n; ++i) {
        const Point before = i > 0 ? line[i - 1] : (closed ? line[n - 1] : line[0] + (line[0] - line[1]));
        const Point after =
            i + 1 < n ? line[i + 1] : (closed ? line[0] : line[n - 1] + (line[n - 1] - line[n - 2]));
        const Point out = mitre(normal(before, line[i]), normal(line[i], after));
        vertices.push_back({line[i] + out * edge, outer});
        vertices.push_back({line[i] + out * core, inner});
        vertices.push_back({line[i] - out * core, inner});
        vertices.push_back({line[i] - out * edge, outer});
    }
    const std::size_t pieces = closed ? n : n - 1;
    for (std::size_t i = 0; i < pieces; ++i) {
        const auto a = static_cast<int>(4 * i);
        const auto b = static_cast<int>(4 * ((i + 1) % n));
        for (int lane = 0; lane < 3; ++lane)
            for (const int v : {a + lane, b + lane, b + lane + 1, a + lane, b + lane + 1, a + lane + 1})
                indices.push_back(static_cast<std::uint16_t>(v));
    }
    mesh(vertices, indices);
}

void Canvas::dashedLine(Point a, Point b, float thickness, float dash, float gap, Color colour, float phase) {
    const float total = gfx::length(b - a);
    const float period = dash + gap;
    if (!(total > 0.0F) || !(period > 0.1F) || total / period > 2000.0F) return;
    const Point unit = (b - a) * (1.0F / total);
    float start = -std::fmod(phase, period);
    if (start > 0.0F) start -= period;
    for (; start < total; start += period) {
        const float from = std::max(0.0F, start);
        const float to = std::min(total, start + dash);
        if (to > from) line(a + unit * from, a + unit * to, thickness, colour);
    }
}

void Canvas::polygon(std::span<const Point> points, Color colour) {
    std::vector<ShapeVertex> vertices;
    for (const Point p : points) vertices.push_back({p, colour});
    convex(vertices);
}

void Canvas::polygon(std::span<const Vertex> points) {
    std::vector<std::uint16_t> indices;
    for (std::size_t i = 2; i < points.size(); ++i)
        for (const std::size_t v : {std::size_t{0}, i - 1, i})
            indices.push_back(static_cast<std::uint16_t>(v));
    triangles(points, indices);
}

void Canvas::triangles(std::span<const Vertex> points, std::span<const std::uint16_t> indices) {
    std::vector<ShapeVertex> vertices;
    vertices.reserve(points.size());
    for (const Vertex& v : points) vertices.push_back({v.at, v.colour});
    mesh(vertices, indices);
}

void Canvas::barShadow(const Rect& r, float blur, Color colour) {
    const float inward = std::min({blur * 0.6F, r.w / 2 - 0.5F, r.h / 2 - 0.5F});
    const Rect core = r.inset(inward), rim = r.inset(-blur);
    const std::array<float, 4> x{rim.x, core.x, core.right(), rim.right()};
    const std::array<float, 4> y{rim.y, core.y, core.bottom(), rim.bottom()};
    std::array<ShapeVertex, 16> vertices;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const std::size_t column = i % 4, row = i / 4;
        const bool inside = (column == 1 || column == 2) && (row == 1 || row == 2);
        vertices[i] = {{x[column], y[row]}, inside ? colour : colour.withAlpha(0.0F)};
    }
    std::array<std::uint16_t, 54> indices;
    std::size_t next = 0;
    for (std::uint16_t row = 0; row < 3; ++row)
        for (std::uint16_t column = 0; column < 3; ++column) {
            const auto corner = static_cast<std::uint16_t>(4 * row + column);
            // Cut from the core's corner to the rim's: light falls off alike on both sides of it.
            const bool falling = (row == 0) == (column == 0);
            for (const int v : falling ? std::array{0, 1, 5, 0, 5, 4} : std::array{0, 1, 4, 1, 5, 4})
                indices[next++] = static_cast<std::uint16_t>(corner + v);
        }
    mesh(vertices, indices);
}

void Canvas::shadow(const Rect& r, float radius, float blur, Color colour) {
    constexpr int rings = 7;
    constexpr int perCorner = 6;
    const float inward = std::min({blur * 0.6F, r.w / 2 - 0.5F, r.h / 2 - 0.5F});
    std::vector<ShapeVertex> vertices;
    std::vector<std::uint16_t> indices;
    int count = 0;
    for (int k = 0; k < rings; ++k) {
        const float t = static_cast<float>(k) / static_cast<float>(rings - 1);
        const float grow = -inward + (inward + blur) * t;
        const std::vector<Point> outline =
            roundedOutline(r.inset(-grow), std::max(1.0F, radius + grow), perCorner);
        count = static_cast<int>(outline.size());
        for (const Point p : outline)
            vertices.push_back({p, colour.withAlpha(colour.a * (1.0F - smooth(t)))});
    }
    for (int i = 2; i < count; ++i)
        for (const int v : {0, i - 1, i}) indices.push_back(static_cast<std::uint16_t>(v));
    for (int k = 0; k + 1 < rings; ++k)
        for (int i = 0; i < count; ++i) {
            const int a = k * count + i;
            const int b = k * count + (i + 1) % count;
            for (const int v : {a, b, b + count, a, b + count, a + count})
                indices.push_back(static_cast<std::uint16_t>(v));
        }
    mesh(vertices, indices);
}

void Canvas::glow(Point centre, float radius, Color colour) {
    const std::array<float, 6> shares{0.0F, 0.18F, 0.34F, 0.5F, 0.72F, 1.0F};
    const std::array<float, 6> alphas{1.0F, 0.62F, 0.40F, 0.22F, 0.08F, 0.0F};
    std::array<Color, 6> colours;
    for (std::size_t i = 0; i < colours.size(); ++i) colours[i] = colour.withAlpha(colour.a * alphas[i]);
    rings(centre, {radius, radius}, shares, colours);
}

float VeilStyle::at(Point point) const {
    const float outward = (gfx::length(point - hole) - radius) / std::max(feather, 1e-3F);
    return colour.a * smooth(std::clamp(outward, 0.0F, 1.0F));
}

void Canvas::veil(const Rect& area, const VeilStyle& style) {
    constexpr std::size_t steps = 7;
    const float reach = std::max(style.radius + style.feather + 1.0F, gfx::length({area.w, area.h}) * 2.0F);
    std::array<float, steps + 1> shares{};
    std::array<Color, steps + 1> colours;
    for (std::size_t i = 0; i < steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps - 1);
        shares[i] = (style.radius + style.feather * t) / reach;
        colours[i] = style.colour.withAlpha(style.colour.a * smooth(t));
    }
    shares[steps] = 1.0F;
    colours[steps] = style.colour;
    pushClip(area);
    rings(style.hole, {reach, reach}, shares, colours);
    popClip();
}

void Canvas::vignette(const Rect& area, float from, Color colour) {
    constexpr std::size_t steps = 6;
    std::array<float, steps> shares{};
    std::array<Color, steps> colours;
    for (std::size_t i = 0; i < steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps - 1);
        shares[i] = from + (1.0F - from) * t;
        colours[i] = colour.withAlpha(colour.a * t);
    }
    constexpr float halfDiagonal = 0.7072F;
    pushClip(area);
    rings(area.centre(), {area.w * halfDiagonal, area.h * halfDiagonal}, shares, colours);
    popClip();
}

}  // namespace vonk::gfx

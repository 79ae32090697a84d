#include "game/view/circuit_painter.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/random.h"
#include "game/view/picking.h"

namespace vonk::view {

namespace {

constexpr double charge_pitch = 46.0;       // kit px between charges
constexpr double speed_per_ampere = 420.0;  // kit px/s
constexpr double slowest = 20.0, fastest = 240.0;
constexpr double no_current = 1e-4;  // A: nothing moves
constexpr double lever_seconds = 0.12;
constexpr float board_margin = 36.0F, board_frame = 28.0F;  // kit px
constexpr float wire_width = 15.0F;                         // kit px

}  // namespace

float CircuitPainter::boardRight(const ViewFrame& frame, float unit) const {
    return pointOf(frame.pixelOf(level_.scene.build.high)).x + (board_margin + board_frame) * unit;
}

void CircuitPainter::drawBoard(gfx::Canvas& canvas, const ViewFrame& frame, float unit) const {
    const Box& build = level_.scene.build;
    const gfx::Point low = pointOf(frame.pixelOf(Vec2{build.low.x, build.high.y}));
    const gfx::Point high = pointOf(frame.pixelOf(Vec2{build.high.x, build.low.y}));
    const float margin = board_margin * unit;
    const gfx::Rect inner{low.x - margin, low.y - margin, high.x - low.x + 2.0F * margin,
                          high.y - low.y + 2.0F * margin};
    const gfx::Rect frame_rect = inner.inset(-board_frame * unit);
    canvas.shadow(frame_rect.moved(0.0F, 16.0F * unit), 40.0F * unit, 40.0F * unit,
                  gfx::hex(0x03081A, 0.55F));
    for (const float share : {0.08F, 0.88F}) {
        canvas.gradient({frame_rect.x + share * frame_rect.w, frame_rect.bottom() - 10.0F * unit,
                         54.0F * unit, 140.0F * unit},
                        gfx::hex(0x8A5A32), gfx::hex(0x4E3020));
    }
    canvas.roundedRect(frame_rect.moved(0.0F, 8.0F * unit), 38.0F * unit, gfx::hex(0x4E3020));
    canvas.roundedRect(frame_rect, 38.0F * unit, gfx::hex(0xD9A468), gfx::hex(0x8A5A32));
    Random random(5);
    for (int k = 0; k < 26; ++k) {
        const float y = frame_rect.y + static_cast<float>(random.between(0.02, 0.98)) * frame_rect.h;
        const float bend = static_cast<float>(random.between(-6.0, 6.0)) * unit;
        std::vector<gfx::Point> grain;
        for (int i = 0; i <= 24; ++i) {
            const float t = static_cast<float>(i) / 24.0F;
            grain.push_back(
                {frame_rect.x + (0.01F + 0.98F * t) * frame_rect.w, y + bend * std::sin(6.2832F * t)});
        }
        canvas.polyline(grain, 1.6F * unit, gfx::hex(0x7A4E28, 0.35F));
    }
    canvas.roundedRect(
        {frame_rect.x + 24.0F * unit, frame_rect.y + 2.0F * unit, frame_rect.w - 48.0F * unit, 5.0F * unit},
        2.5F * unit, gfx::hex(0xFFE3B0, 0.6F));
    canvas.roundedRect(inner, 24.0F * unit, gfx::hex(0x0A1C2C));
    canvas.roundedRect(
        {inner.x + 3.0F * unit, inner.y + 5.0F * unit, inner.w - 6.0F * unit, inner.h - 8.0F * unit},
        22.0F * unit, gfx::hex(0x1D4A63), gfx::hex(0x0F2C45));
    // Holes, twice as close as the places of the grid, so that the board reads as a board.
    const double pitch = level_.scene.grid > 0.0 ? 0.5 * level_.scene.grid : 0.04;
    const double fine = pitch * frame.pixelsPerMetre() < 18.0 ? 2.0 * pitch : pitch;
    const auto columns = std::min(200, static_cast<int>(build.width() / fine));
    const auto rows = std::min(120, static_cast<int>(build.height() / fine));
    for (int row = 0; row <= rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            canvas.circle(pointOf(frame.pixelOf(Vec2{build.low.x + column * fine, build.low.y + row * fine})),
                          2.2F * unit, gfx::hex(0x7FB9D6, 0.28F));
        }
    }
    canvas.gradient({inner.x + 6.0F * unit, inner.y + 6.0F * unit, inner.w - 12.0F * unit, 26.0F * unit},
                    gfx::hex(0x03101C, 0.5F), gfx::hex(0x03101C, 0.0F));
}

void CircuitPainter::update(double dt, const world::Snapshot& snapshot) {
    for (const world::WireView& wire : snapshot.wires) {
        const double current = std::fabs(wire.current);
        if (current < no_current) continue;
        const double speed = std::clamp(speed_per_ampere * current, slowest, fastest);
        double& phase = phases_[wire.part];
        phase = std::fmod(phase + std::copysign(speed * dt, wire.current) + charge_pitch, charge_pitch);
    }
    for (const world::DeviceView& device : snapshot.devices) {
        const double goal = device.setting > 0.5 ? 0.0 : 1.0;
        const auto [lever, is_new] = levers_.try_emplace(device.part, goal);
        const double step = dt / lever_seconds;
        lever->second = std::clamp(goal, lever->second - step, lever->second + step);
    }
}

CircuitPainter::Ends CircuitPainter::ends(const world::WireView& wire,
                                          const world::Snapshot& snapshot) const {
    const char* name = "circuit/wire-blue-mid";
    const auto outwards = [&](Vec2 end) {
        const world::DeviceView* nearest = nullptr;
        double best = std::numeric_limits<double>::infinity();
        for (const world::DeviceView& device : snapshot.devices) {
            const double away = distance(device.position, end);
            if (away < best) {
                best = away;
                nearest = &device;
            }
        }
        if (!nearest) return Vec2{1.0, 0.0};
        Vec2 local = end - nearest->position;
        for (int i = 0; i < ((4 - nearest->quarter_turns) % 4 + 4) % 4; ++i) local = perpendicular(local);
        // Wires at a battery show its poles: red at plus (the left end), dark at minus.
        if (picture(nearest->kind).key == "battery")
            name = local.x < 0.0 ? "circuit/wire-red-mid" : "circuit/wire-dark-mid";
        Vec2 side{local.x < 0.0 ? -1.0 : 1.0, 0.0};
        for (int i = 0; i < (nearest->quarter_turns % 4 + 4) % 4; ++i) side = perpendicular(side);
        return side;
    };
    const Vec2 from = outwards(wire.from);
    const Vec2 to = outwards(wire.to);
    return {wirePath(wire.from, from, wire.to, to), graphics_.sprite(name)};
}

void CircuitPainter::drawWire(const Brush& brush, std::span<const Vec2> path, gfx::SpriteId strip,
                              float alpha) const {
    if (path.size() < 2) return;
    const float scale = deviceScale(brush.frame);
    std::vector<gfx::Point> line;
    std::vector<gfx::Point> shadow;
    for (const Vec2 point : path) {
        line.push_back(brush.at(point));
        shadow.push_back(line.back() + gfx::Point{5.0F, 9.0F} * scale);
    }
    brush.canvas.polyline(shadow, 17.0F * scale, gfx::hex(0x03101C, 0.32F * alpha));
    gfx::StripStyle style;
    style.width = wire_width * scale;
    style.alpha = alpha;
    style.keepUpright = false;
    brush.canvas.ribbon(strip, line, style);
}

void CircuitPainter::charges(const Brush& brush, std::span<const Vec2> path, double current,
                             double phase) const {
    // Where no current flows they are there all the same, and stand still.
    const bool flowing = std::fabs(current) >= no_current;
    const float scale = deviceScale(brush.frame);
    const double pitch = charge_pitch * 0.001;  // m
    double at = phase * 0.001;
    double walked = 0.0;
    const gfx::SpriteId charge = graphics_.sprite("circuit/charge");
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double piece = distance(path[i - 1], path[i]);
        while (at <= walked + piece && piece > 0.0) {
            const double t = (at - walked) / piece;
            if (!flowing) {
                brush.canvas.circle(brush.at(lerp(path[i - 1], path[i], t)), 5.4F * scale,
                                    gfx::hex(0xFFF6D0, 0.72F));
                at += pitch;
                continue;
            }
            const Vec2 along = path[i] - path[i - 1];
            gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale);
            const double way = current > 0.0 ? 1.0 : -1.0;
            style.angle = static_cast<float>(std::atan2(-way * along.y, way * along.x));
            style.snap = false;
            brush.canvas.sprite(charge, brush.at(lerp(path[i - 1], path[i], t)), style);
            at += pitch;
        }
        walked += piece;
    }
}

void CircuitPainter::draw(const Brush& brush, const world::Snapshot& snapshot,
                          const SceneWords& words) const {
    const float scale = deviceScale(brush.frame);
    const auto state = [&](const world::DeviceView& device) {
        DeviceState look;
        look.at = brush.at(device.position);
        look.scale = scale;
        look.angle = static_cast<float>(-0.25 * two_pi * device.quarter_turns);
        look.brightness = static_cast<float>(std::clamp(device.brightness, 0.0, 1.0));
        look.charge = static_cast<float>(device.charge);
        look.setting = static_cast<float>(device.setting);
        const auto lever = levers_.find(device.part);
        look.lever =
            lever == levers_.end() ? (device.setting > 0.5 ? 0.0F : 1.0F) : static_cast<float>(lever->second);
        return look;
    };
    for (const world::DeviceView& device : snapshot.devices) {
        const PartPicture& part = picture(device.kind);
        if (part.light) part.light(brush.canvas, state(device));
    }
    for (const world::WireView& wire : snapshot.wires) {
        const Ends way = ends(wire, snapshot);
        drawWire(brush, way.path, way.strip, 1.0F);
        const auto phase = phases_.find(wire.part);
        charges(brush, way.path, wire.current, phase == phases_.end() ? 0.0 : phase->second);
    }
    for (const world::DeviceView& device : snapshot.devices) {
        const PartPicture& part = picture(device.kind);
        if (!part.device) continue;
        DeviceState look = state(device);
        std::string voltage, word;
        if (const auto& row = world::row(device.kind).electrical; words.voltage && row && row->charge > 0.0) {
            voltage = words.voltage(row->voltage);
        }
        if (words.label && part.key == "switch")
            word = words.label(device.setting > 0.5 ? "scene.on" : "scene.off");
        look.voltage = voltage;
        look.label = word;
        part.device(brush.canvas, look);
    }
}

bool CircuitPainter::flows(const world::Snapshot& snapshot) {
    return std::ranges::any_of(
        snapshot.wires, [](const world::WireView& wire) { return std::fabs(wire.current) >= no_current; });
}

void CircuitPainter::drawOpen(const Brush& brush, const OpenEnds& ends, const world::Design& design,
                              float strength) const {
    const float scale = deviceScale(brush.frame);
    const float beat =
        brush.still ? 1.0F : 0.72F + 0.28F * static_cast<float>(std::sin(two_pi * open_beat * brush.time));
    const gfx::Color light = gfx::hex(0xFFE27A, strength * beat);
    const auto end = [&](gfx::Point at) {
        brush.canvas.glow(at, 56.0F * scale * (0.8F + 0.2F * beat), light);
        brush.canvas.ring(at, 24.0F * scale, 5.0F * scale, gfx::palette::spark.withAlpha(strength * beat));
    };
    const auto dashes = [&](std::span<const gfx::Point> line, gfx::Color colour) {
        const gfx::Color dash = colour.withAlpha(0.85F * strength * beat);
        for (std::size_t k = 1; k < line.size(); ++k) {
            if (k % 2 == 0) continue;
            brush.canvas.line(line[k - 1], line[k], 6.0F * scale, dash);
        }
    };
    for (const world::Terminal terminal : ends.loose)
        if (const world::Part* part = design.find(terminal.part))
            end(brush.at(terminalPosition(*part, terminal.port)));
    if (!ends.gap) return;
    if (ends.open_switch && ends.loose.empty()) {
        // The way that the lever has to go.
        const world::Part* part = design.find(ends.open_switch);
        const auto* point = part ? std::get_if<world::AtPoint>(&part->placement) : nullptr;
        if (!point) return;
        const gfx::Affine own =
            gfx::Affine::translation(brush.at(point->at.metres()).x, brush.at(point->at.metres()).y) *
            gfx::Affine::rotation(static_cast<float>(-0.25 * two_pi * point->quarter_turns));
        constexpr float pivot = -56.0F, height = -4.0F, lever = 112.0F, open = 0.56F;  // kit px, rad
        std::vector<gfx::Point> arc;
        for (int k = 0; k <= 12; ++k) {
            const float angle = -open * (1.0F - static_cast<float>(k) / 12.0F);
            arc.push_back(
                own(gfx::Point{pivot + lever * std::cos(angle), height + lever * std::sin(angle)} * scale));
        }
        dashes(arc, gfx::palette::spark);
        end(arc.back());
        return;
    }
    const world::Part* from = design.find(ends.gap->first.part);
    const world::Part* to = design.find(ends.gap->second.part);
    if (!from || !to) return;
    std::vector<Vec2> path =
        wirePath(terminalPosition(*from, ends.gap->first.port), terminalOutwards(*from, ends.gap->first.port),
                 terminalPosition(*to, ends.gap->second.port), terminalOutwards(*to, ends.gap->second.port));
    // Pieces of one length along the way.
    std::vector<gfx::Point> line;
    const float piece = 15.0F * scale;
    float left = 0.0F;
    for (std::size_t k = 1; k < path.size(); ++k) {
        const gfx::Point a = brush.at(path[k - 1]), b = brush.at(path[k]);
        const float far = gfx::length(b - a);
        for (; left <= far && far > 0.0F; left += piece) line.push_back(gfx::mix(a, b, left / far));
        left -= far;
    }
    dashes(line, gfx::hex(0xFFF6D0));
}

}  // namespace vonk::view

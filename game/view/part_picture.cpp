#include "game/view/part_picture.h"

#include <algorithm>
#include <array>
#include <vector>

namespace vonk::view {

namespace {

const std::vector<PartPicture>& pictures() {
    static const std::vector<PartPicture> rows = {
        woodPicture(),  steelPicture(), tubePicture(),    cablePicture(),  roadPicture(),
        plankPicture(), postPicture(),  batteryPicture(), switchPicture(), lampPicture(),
        wirePicture(),  ropePicture(),  boardsPicture()};
    return rows;
}

void plainDevice(gfx::Canvas& canvas, const DeviceState& state) {
    const float half = 80.0F * state.scale;
    canvas.roundedRect({state.at.x - half, state.at.y - half, 2.0F * half, 2.0F * half}, 22.0F * state.scale,
                       gfx::hex(0xF9F0DC, state.alpha), gfx::hex(0xD9C7A8, state.alpha));
}

const PartPicture& plain(world::PlacementKind placement) {
    static const PartPicture member = [] {
        PartPicture row = woodPicture();
        row.key = "";
        return row;
    }();
    static const PartPicture device{.key = "", .device = plainDevice};
    static const PartPicture path = wirePicture();
    if (placement == world::PlacementKind::AtPoint) return device;
    if (placement == world::PlacementKind::PathBetween) return path;
    return member;
}

// A member on its tile: ropes hang, poles stand, the others lie.
void memberIcon(gfx::Canvas& canvas, const MemberPicture& member, const gfx::Rect& area) {
    const gfx::Point middle = area.centre();
    gfx::Graphics& graphics = canvas.graphics();
    const float scale = std::min(area.w / 150.0F, area.h / 69.0F);
    const auto id = [&](std::string_view name) {
        return name.empty() ? gfx::SpriteId{} : graphics.sprite(name);
    };
    gfx::StripStyle style;
    style.width = member.width * 0.8F * scale;
    const float half = 52.0F * scale;
    const float rise = member.deck || member.rope ? 0.0F : 10.0F * scale;
    if (member.rope) {
        std::vector<gfx::Point> line;
        for (int i = 0; i <= 16; ++i) {
            const float t = static_cast<float>(i) / 16.0F;
            line.push_back({middle.x + half * (2.0F * t - 1.0F),
                            middle.y - 10.0F * scale + 4.0F * 22.0F * scale * t * (1.0F - t)});
        }
        canvas.ribbon(id(member.middle), line, style);
        const gfx::SpriteId joint = graphics.sprite("bridge/joint-small");
        canvas.sprite(joint, line.front(), 0.7F * scale);
        canvas.sprite(joint, line.back(), 0.7F * scale);
    } else if (member.upright) {
        const float up = std::min(0.44F * area.h, half);
        canvas.strip({id(member.start), id(member.middle), id(member.end)}, {middle.x, middle.y + up},
                     {middle.x, middle.y - up}, style);
    } else {
        canvas.strip({id(member.start), id(member.middle), id(member.end)},
                     {middle.x - half, middle.y + rise}, {middle.x + half, middle.y - rise}, style);
    }
}

}  // namespace

MemberPicture withRails(MemberPicture road) {
    road.start = "bridge/rail-cap-left";
    road.middle = "bridge/rail-mid";
    road.end = "bridge/rail-cap-right";
    return road;
}

const PartPicture& picture(world::PartKind kind) {
    const world::PartRow& row = world::row(kind);
    const auto& rows = pictures();
    const auto it =
        std::find_if(rows.begin(), rows.end(), [&](const PartPicture& p) { return p.key == row.key; });
    return it == rows.end() ? plain(row.placement) : *it;
}

void drawPartIcon(gfx::Canvas& canvas, world::PartKind kind, const gfx::Rect& area, bool rails) {
    const PartPicture& look = picture(kind);
    const gfx::Point middle = area.centre();
    if (look.member) return memberIcon(canvas, rails ? withRails(*look.member) : *look.member, area);
    if (look.device) {
        DeviceState state;
        state.lever = 1.0F;
        state.brightness = 1.0F;
        state.scale = std::min(area.w / 380.0F, area.h / 170.0F);
        state.at = middle;
        if (look.key == "lamp") {
            state.scale = area.h / 250.0F;
            state.at.y += 34.0F * state.scale;
        }
        look.device(canvas, state);
        return;
    }
    std::vector<gfx::Point> line;
    for (int i = 0; i <= 24; ++i) {
        const float t = static_cast<float>(i) / 24.0F;
        const float s = t - 0.5F;
        line.push_back(
            {middle.x + area.w * 0.66F * s, middle.y - area.h * (1.9F * s - 5.6F * s * s * s) * 0.55F});
    }
    canvas.polyline(line, area.h * 0.20F, gfx::hex(0x061A2B));
    canvas.polyline(line, area.h * 0.14F, gfx::hex(look.wire));
    const gfx::SpriteId terminal = canvas.graphics().sprite("circuit/terminal");
    canvas.sprite(terminal, line.front(), area.h / 90.0F);
    canvas.sprite(terminal, line.back(), area.h / 90.0F);
}

}  // namespace vonk::view

#include "game/screens/engineer_panel.h"

#include <algorithm>
#include <cmath>

#include "game/screens/challenge.h"
#include "game/world/parts.h"

namespace vonk::screens {

using gfx::Rect;

namespace {

constexpr float leading = 1.28F;

bool jumps(const level::Level& level) {
    return std::any_of(level.traffic.begin(), level.traffic.end(),
                       [](const level::Traffic& item) { return item.jumps.has_value(); });
}

}  // namespace

EngineerPanel::EngineerPanel(const Services& services, const Challenge& challenge)
    : services_(services),
      challenge_(challenge),
      trace_(challenge.level().scene.left_bank, jumps(challenge.level())) {}

void EngineerPanel::record() {
    trace_.record(challenge_.session().snapshot());
}

void EngineerPanel::read(const Rect& card, const Rect& note) {
    const world::Snapshot snapshot = challenge_.view().forcesNow();
    const view::EngineerScales& scales = challenge_.view().scales();
    Reading now;
    now.card = card;
    now.note = note;
    now.language = services_.language;
    const std::size_t worst = view::governingMember(snapshot);
    std::size_t at = snapshot.members.size();
    for (std::size_t i = 0; i < snapshot.members.size(); ++i)
        if (snapshot.members[i].part == chosen_) at = i;
    if (at == snapshot.members.size()) at = worst;
    if (at == snapshot.members.size() && !snapshot.members.empty()) at = 0;
    if (at < snapshot.members.size()) {
        now.any = true;
        now.member = snapshot.members[at];
        now.governs = at == worst;
        now.peak = std::max(now.member.use, now.member.peak_use);
        now.length = distance(snapshot.joints[now.member.from].origin.metres(),
                              snapshot.joints[now.member.to].origin.metres());
    }
    shown_ = now.any ? now.member.part : PartId{};
    now.balance = snapshot.balance;
    now.deflection = scales.greatestDeflection();
    now.times = scales.deflection();
    now.moment_step = scales.momentStep();
    now.moment_px = scales.momentHeight() * challenge_.view().camera().pixelsPerMetre();
    now.moments = trace_.line(shown_).points.size();
    reading_ = now;
}

void EngineerPanel::prepare(gfx::Canvas& canvas, const Rect& card, const Rect& note) {
    const std::uint64_t tick = challenge_.view().forcesNow().tick;
    const bool due = tick != read_at_ || reading_.card != card || reading_.note != note ||
                     reading_.language != services_.language || read_of_ != challenge_.designVersion() ||
                     (chosen_ && chosen_ != shown_) || tick == 0;
    if (due) {
        const std::vector<std::string> members = memberLines(), bridge = bridgeLines();
        const Reading before = reading_;
        const std::string assumed = assumptions();
        const bool first = !card_.target() || reading_.card != card || reading_.note != note;
        read_at_ = tick;
        read_of_ = challenge_.designVersion();
        read(card, note);
        if (first || members != memberLines() || bridge != bridgeLines() ||
            before.moments != reading_.moments || before.moment_px != reading_.moment_px ||
            before.language != reading_.language)
            card_.invalidate();
        if (first || before.language != reading_.language || assumed != assumptions()) note_.invalidate();
    }
    const float edge = services_.space.units(12);  // shadow around the face
    const auto size = [&](const Rect& face) {
        return std::pair{int(std::ceil(face.w + 2 * edge)), int(std::ceil(face.h + 2 * edge))};
    };
    const auto [card_wide, card_high] = size(card);
    card_.prepare(canvas, card_wide, card_high, [&](gfx::Canvas& on) {
        paintCard(on, {edge, edge, card.w, card.h});
    });
    const auto [note_wide, note_high] = size(note);
    note_.prepare(canvas, note_wide, note_high, [&](gfx::Canvas& on) {
        paintNote(on, {edge, edge, note.w, note.h});
    });
}

void EngineerPanel::draw(gfx::Canvas& canvas, const Rect& card, const Rect& note) const {
    const float edge = services_.space.units(12);
    card_.draw(canvas, int(std::lround(card.x - edge)), int(std::lround(card.y - edge)));
    note_.draw(canvas, int(std::lround(note.x - edge)), int(std::lround(note.y - edge)));
}

// The size in which the longest line fits; what cannot is cut off by nothing and lies in the gap.
float EngineerPanel::sizeFor(const std::vector<std::string>& lines, float wide) const {
    float size = em();
    gfx::TextStyle style;
    style.size = em();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        style.font = i == 0 ? gfx::Font::Title : gfx::Font::Text;
        const float needed = services_.graphics.fonts().measure(lines[i], style).w;
        if (needed > wide) size = std::min(size, em() * wide / needed);
    }
    return std::floor(std::max(size, 0.7F * em()));
}

void EngineerPanel::paintLines(gfx::Canvas& canvas, const Rect& area, const std::vector<std::string>& lines,
                               float size) const {
    gfx::TextStyle style;
    const float step = std::min(leading * em(), area.h / float(std::max<std::size_t>(1, lines.size())));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        style.font = i == 0 ? gfx::Font::Title : gfx::Font::Text;
        style.size = size;
        style.colour = i > 3 ? ui::theme::softInk : ui::theme::ink;
        style.anchor = gfx::Anchor::Middle;
        const bool measured = lines[i].starts_with("= ");  // what the bar before it stands for
        canvas.text(
            lines[i],
            {area.x + (measured ? services_.space.units(16) : 0.0F), area.y + (float(i) + 0.5F) * step},
            style);
    }
}

void EngineerPanel::paintCard(gfx::Canvas& canvas, const Rect& card) const {
    const float unit = services_.space.unit(), pad = 18 * unit, radius = 22 * unit;
    canvas.shadow(card.moved(0, 4 * unit), radius, 8 * unit, gfx::hex(0x0A1C30, 0.25F));
    canvas.roundedRect(card, radius, ui::theme::cardEdge);
    canvas.roundedRect(card.inset(2 * unit), radius - 2 * unit, ui::theme::paper);
    const Rect inside = card.inset(pad);
    Rect member, graph, bridge;
    const float gap = 30 * unit;
    if (inside.w > 2.4F * inside.h) {
        const float wide = inside.w - 2 * gap;
        member = {inside.x, inside.y, 0.37F * wide, inside.h};
        graph = {member.right() + gap, inside.y, 0.31F * wide, inside.h};
        bridge = {graph.right() + gap, inside.y, 0.32F * wide, inside.h};
    } else {
        const float upper = 0.5F * (inside.h - gap), wide = inside.w - gap;
        member = {inside.x, inside.y, 0.54F * wide, upper};
        bridge = {member.right() + gap, inside.y, 0.46F * wide, upper};
        graph = {inside.x, inside.y + upper + gap, inside.w, inside.h - upper - gap};
    }
    const std::vector<std::string> of_member = memberLines(), of_bridge = bridgeLines();
    const float indent = 16 * unit;
    const float size = std::min(sizeFor(of_member, member.w), sizeFor(of_bridge, bridge.w - indent));
    paintLines(canvas, member, of_member, size);
    paintLines(canvas, bridge, of_bridge, size);
    // The height of the stated moment, as it is drawn at the road.
    const float step = std::min(leading * em(), bridge.h / float(of_bridge.size()));
    const float top = bridge.y + step * (float(of_bridge.size()) - 0.5F);
    if (reading_.moment_px > 1.0)
        canvas.rect({bridge.x, top - float(reading_.moment_px) / 2, 6 * unit, float(reading_.moment_px)},
                    gfx::hex(0x6A2C6E));
    paintGraph(canvas, graph);
}

void EngineerPanel::paintNote(gfx::Canvas& canvas, const Rect& note) const {
    const float unit = services_.space.unit();
    canvas.roundedRect(note, 18 * unit, ui::theme::night);
    gfx::TextStyle style;
    style.font = gfx::Font::Text;
    style.colour = ui::theme::paper;
    style.width = note.w - 40 * unit;
    style.lineHeight = 1.22F;
    const std::string text = assumptions();
    gfx::Size said;
    for (style.size = std::floor(em());; style.size -= 1.0F) {
        said = services_.graphics.fonts().measure(text, style);
        if (said.h <= note.h - 8 * unit || style.size <= 0.7F * em()) break;
    }
    canvas.text(text, {note.x + 20 * unit, note.centre().y - said.h / 2}, style);
}

}  // namespace vonk::screens

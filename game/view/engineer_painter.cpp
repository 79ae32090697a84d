#include "game/view/engineer_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/view/labels.h"
#include "game/view/member_painter.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr gfx::Color paper = gfx::palette::paper;
constexpr gfx::Color pull_ink = darker(gfx::palette::pulled, 0.12F);
constexpr gfx::Color push_ink = darker(gfx::palette::pushed, 0.32F);
constexpr gfx::Color moment_ink = gfx::hex(0x6A2C6E);
constexpr gfx::Color shape_ink = gfx::palette::deltaBlue;
constexpr double newton = 1.0;  // less is what is left of rounding
constexpr float widest = 6.2F;  // digits that a label has room for
constexpr std::size_t shares_tried = 5;

struct Writer {
    const Brush& brush;
    const world::Snapshot& snapshot;
    const world::Snapshot& numbers;
    const EngineerScales& scales;
    const EngineerLook& look;
    LabelPlacer placer;
    struct Peak {
        gfx::Point at;
        double moment = 0.0;
        double told = 0.0;
    };
    std::vector<Peak> peaks{};

    gfx::Canvas& canvas() const { return brush.canvas; }
    float em() const { return look.letters; }
    gfx::TextStyle style(gfx::Color colour) const {
        gfx::TextStyle text;
        text.font = gfx::Font::Title;
        text.size = em();
        text.colour = colour;
        text.align = gfx::Align::Centre;
        text.anchor = gfx::Anchor::Middle;
        return text;
    }
    bool stands(const world::MemberView& member) const { return !member.broken && !member.fallen; }
    Vec2 built(std::uint32_t joint) const { return snapshot.joints[joint].origin.metres(); }
    Vec2 now(std::uint32_t joint) const { return snapshot.joints[joint].position; }
    // Where a joint is drawn in the deflected shape.
    Vec2 deflected(std::uint32_t joint) const {
        return built(joint) + scales.deflection() * (now(joint) - built(joint));
    }

    void blockJoints();
    void shape() const;
    void moments();
    void momentLabels(std::size_t first, std::size_t end);
    void reactions();
    void forces();
    void pill(const gfx::Rect& rect, const std::string& text, gfx::Color ink, gfx::Color face, float rim,
              int cue) const;
    void arrow(gfx::Point from, gfx::Point to) const;
};

void Writer::blockJoints() {
    const float half = brush.kit(17.0);
    for (const world::MemberView& member : snapshot.members)
        for (const std::uint32_t joint : {member.from, member.to}) {
            const gfx::Point at = brush.at(now(joint));
            placer.block({at.x - half, at.y - half, 2 * half, 2 * half});
        }
}

// --- deflected shape ---------------------------------------------------------------------------------------

void Writer::shape() const {
    const float thick = std::max(1.6F, 0.09F * em());
    for (const world::MemberView& member : snapshot.members) {
        if (!stands(member)) continue;
        const gfx::Point from = brush.at(deflected(member.from)), to = brush.at(deflected(member.to));
        const float bow = brush.px(-member.sag * scales.deflection());
        const std::vector<gfx::Point> line = bentLine(from, to, bow, std::fabs(bow) < 1.0F ? 1 : 10);
        canvas().polyline(line, thick + 2.2F, paper.withAlpha(0.75F));
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            canvas().line(line[i], line[i + 1], thick, shape_ink);
    }
}

// --- bending line of the road ------------------------------------------------------------------------------

// On the side that is pulled, as it is drawn in the Netherlands: a road that sags has its line below.
void Writer::moments() {
    if (scales.greatestMoment() <= 0.0) return;
    const double height = scales.momentHeight() / scales.momentStep();  // m for each N·m
    std::vector<gfx::Point> line;
    for (std::size_t i = 0; i < snapshot.moments.size();) {
        const std::uint32_t index = snapshot.moments[i].member;
        const world::MemberView& member = snapshot.members[index];
        const gfx::Point from = brush.at(now(member.from)), to = brush.at(now(member.to));
        const float size = std::max(gfx::length(to - from), 1e-3F);
        gfx::Point down = gfx::perpendicular(to - from) * (1.0F / size);
        if (down.y < 0.0F) down = down * -1.0F;
        line.clear();
        Peak peak;
        for (; i < snapshot.moments.size() && snapshot.moments[i].member == index; ++i) {
            const world::MomentView& point = snapshot.moments[i];
            const gfx::Point foot = gfx::mix(from, to, static_cast<float>(point.share));
            const gfx::Point at = foot + down * brush.px(point.moment * height);
            canvas().line(foot, at, 1.4F, moment_ink.withAlpha(0.55F));
            line.push_back(at);
            if (std::fabs(point.moment) > std::fabs(peak.moment)) peak = {at, point.moment, 0.0};
        }
        if (line.size() > 1) {
            canvas().polyline(line, std::max(4.0F, 0.2F * em()), paper.withAlpha(0.8F));
            canvas().polyline(line, std::max(2.0F, 0.11F * em()), moment_ink);
        }
        peak.told = numbers.members[index].moment;
        if (std::fabs(peak.moment) > 0.05 * scales.greatestMoment()) peaks.push_back(peak);
    }
    std::stable_sort(peaks.begin(), peaks.end(), [](const Peak& one, const Peak& other) {
        return std::fabs(one.moment) > std::fabs(other.moment);
    });
}

void Writer::momentLabels(std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < std::min(end, peaks.size()); ++i) {
        const Peak& peak = peaks[i];
        const std::string text = look.gauge(peak.told / 1000.0) + " kNm";
        const float side = peak.moment < 0.0 ? -1.0F : 1.0F, high = 1.24F * em();
        const gfx::Size size{canvas().measure(text, style(moment_ink)).w + 0.6F * em(), high};
        const float beside = 0.5F * size.w + 0.3F * em();
        const std::array centres{peak.at + gfx::Point{0.0F, side * 0.85F * em()},
                                 peak.at + gfx::Point{beside, side * 0.6F * em()},
                                 peak.at + gfx::Point{-beside, side * 0.6F * em()}};
        if (const auto rect = placer.place(centres, size))
            pill(*rect, text, moment_ink, paper, std::max(1.5F, 0.06F * em()), 0);
    }
}

// --- reactions ---------------------------------------------------------------------------------------------

void Writer::arrow(gfx::Point from, gfx::Point to) const {
    const float size = gfx::length(to - from);
    if (size < 1.0F) return;
    const gfx::Point along = (to - from) * (1.0F / size);
    const gfx::Point across = gfx::perpendicular(along);
    const float head = std::min(0.8F * em(), 0.7F * size), thick = 0.24F * em();
    for (const bool rim : {true, false}) {
        const float more = rim ? 0.1F * em() : 0.0F;
        const gfx::Color colour = rim ? paper : gfx::palette::ink;
        canvas().line(from - along * more, to - along * (0.8F * head), thick + 2 * more, colour);
        const std::array tip{to + along * (1.6F * more),
                             to - along * (head + more) + across * (0.5F * head + 1.6F * more),
                             to - along * (head + more) - across * (0.5F * head + 1.6F * more)};
        canvas().polygon(tip, colour);
    }
}

void Writer::reactions() {
    double strongest = newton;
    for (const world::ReactionView& reaction : numbers.reactions)
        strongest = std::max({strongest, std::fabs(reaction.force.x), std::fabs(reaction.force.y)});
    for (std::size_t i = 0; i < numbers.reactions.size(); ++i) {
        const world::ReactionView& reaction = numbers.reactions[i];
        const gfx::Point at = brush.at(now(reaction.joint));
        const auto lengthOf = [&](double force) {
            return em() * static_cast<float>(1.3 + 2.2 * std::fabs(force) / strongest);
        };
        const float beside = brush.kit(20.0);
        const auto write = [&](const std::string& text, std::span<const gfx::Point> centres) {
            const gfx::Size size{canvas().measure(text, style(gfx::palette::ink)).w + 0.7F * em(),
                                 1.24F * em()};
            if (const auto rect = placer.place(centres, size))
                pill(*rect, text, gfx::palette::ink, paper, std::max(1.5F, 0.06F * em()), 0);
        };
        const std::string name = supportName(i);
        if (std::fabs(reaction.force.y) > newton) {
            const float room = look.free.bottom() - at.y - beside - 1.6F * em();
            const float size = std::max(0.8F * em(), std::min(lengthOf(reaction.force.y), room));
            const gfx::Point near{at.x, at.y + beside}, far{at.x, at.y + beside + size};
            reaction.force.y > 0.0 ? arrow(far, near) : arrow(near, far);
            placer.block({at.x - 0.4F * em(), near.y, 0.8F * em(), size});
            const float lower = far.y + 0.85F * em();
            const std::array centres{gfx::Point{at.x, lower},
                                     gfx::Point{at.x - 3.2F * em(), far.y},
                                     gfx::Point{at.x + 3.2F * em(), far.y},
                                     gfx::Point{at.x - 3.4F * em(), near.y + 0.4F * em()},
                                     gfx::Point{at.x + 3.4F * em(), near.y + 0.4F * em()},
                                     gfx::Point{at.x, lower + 1.4F * em()},
                                     gfx::Point{at.x, lower + 2.8F * em()}};
            // What bears next to nothing does not push the members' numbers aside.
            const bool little = std::fabs(reaction.force.y) < 0.01 * strongest;
            write(name + "  " + look.gauge(std::fabs(reaction.force.y) / 1000.0) + " kN",
                  std::span(centres).first(little ? 5 : centres.size()));
        }
        if (std::fabs(reaction.force.x) > std::max(newton, 0.01 * strongest)) {
            // On the side of the bank, where the bridge is not.
            const bool left = i < (numbers.reactions.size() + 1) / 2;
            const float side = left ? -1.0F : 1.0F, size = lengthOf(reaction.force.x);
            const gfx::Point near{at.x + side * beside, at.y}, far{at.x + side * (beside + size), at.y};
            (reaction.force.x > 0.0) == left ? arrow(far, near) : arrow(near, far);
            placer.block({std::min(near.x, far.x), at.y - 0.4F * em(), size, 0.8F * em()});
            const std::string text = look.gauge(std::fabs(reaction.force.x) / 1000.0) + " kN";
            const float half = 0.5F * canvas().measure(text, style(gfx::palette::ink)).w + 0.6F * em();
            const float out = far.x + side * half;
            const std::array centres{gfx::Point{out, at.y}, gfx::Point{far.x, at.y - 1.2F * em()},
                                     gfx::Point{far.x, at.y + 1.2F * em()}};
            write(text, centres);
        }
    }
}

// --- forces in the members ---------------------------------------------------------------------------------

// `cue`: −1 triangles that point inwards (pushed), +1 outwards (pulled), 0 none.
void Writer::pill(const gfx::Rect& rect, const std::string& text, gfx::Color ink, gfx::Color face, float rim,
                  int cue) const {
    canvas().roundedRect(rect, 0.35F * rect.h, ink);
    canvas().roundedRect(rect.inset(rim), 0.35F * rect.h - rim, face);
    canvas().text(text, rect.centre(), style(ink));
    if (cue == 0) return;
    const float size = 0.26F * rect.h;
    for (const float side : {-1.0F, 1.0F}) {
        const float edge = rect.centre().x + side * (rect.w / 2 - 0.42F * rect.h);
        const float tip = edge + side * static_cast<float>(cue) * size;
        const std::array corners{
            gfx::Point{tip, rect.centre().y},
            gfx::Point{edge - side * static_cast<float>(cue) * 0.4F * size, rect.centre().y - size},
            gfx::Point{edge - side * static_cast<float>(cue) * 0.4F * size, rect.centre().y + size}};
        canvas().polygon(corners, ink);
    }
}

void Writer::forces() {
    const std::size_t worst = governingMember(numbers);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < snapshot.members.size(); ++i)
        if (stands(snapshot.members[i])) order.push_back(i);
    // What is asked for and what governs always find room; then the long ones, which have most of it.
    const auto rank = [&](std::size_t i) {
        return snapshot.members[i].part == look.chosen ? 0 : i == worst ? 1 : 2;
    };
    const auto span = [&](std::size_t i) {
        return distance(built(snapshot.members[i].from), built(snapshot.members[i].to));
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        if (rank(one) != rank(other)) return rank(one) < rank(other);
        return span(one) > span(other) + 1e-6;
    });
    const float digits = canvas().measure("0", style(pull_ink)).w;
    const gfx::Size size{widest * digits + 1.0F * em(), 1.24F * em()};
    for (const std::size_t i : order) {
        const world::MemberView& member = numbers.members[i];
        gfx::Point low = brush.at(built(member.from)), high = brush.at(built(member.to));
        if (low.y < high.y) std::swap(low, high);
        // Of two diagonals that meet, one has its label below and one above, so that both find room.
        constexpr std::array middle{0.5F, 0.4F, 0.6F, 0.3F, 0.7F};
        constexpr std::array lower{0.36F, 0.5F, 0.28F, 0.64F, 0.74F};
        constexpr std::array upper{0.64F, 0.5F, 0.72F, 0.36F, 0.26F};
        const bool level = low.y - high.y < 0.3F * gfx::length(high - low);
        const auto& shares = level ? middle : high.x > low.x ? lower : upper;
        std::array<gfx::Point, shares_tried + 2> centres;
        for (std::size_t k = 0; k < shares_tried; ++k) centres[k] = gfx::mix(low, high, shares[k]);
        // Where a member is shorter than its label this lies beside it.
        gfx::Point across = gfx::perpendicular(high - low) *
                            ((brush.kit(17.0) + 0.8F * em()) / std::max(gfx::length(high - low), 1e-3F));
        if (across.y > 0.0F) across = across * -1.0F;
        centres[shares_tried] = gfx::mix(low, high, 0.5F) + across;
        centres[shares_tried + 1] = gfx::mix(low, high, 0.5F) - across;
        const auto rect = placer.place(centres, size);
        if (!rect) continue;
        const bool none = std::fabs(member.axial)<newton, pulled = member.axial> 0.0;
        const std::string text =
            none ? "0" : (pulled ? "+" : "\u2212") + look.gauge(std::fabs(member.axial) / 1000.0);
        const gfx::Color ink = none ? gfx::palette::softInk : pulled ? pull_ink : push_ink;
        const bool chosen = member.part == look.chosen;
        const float rim = std::max(1.5F, (chosen ? 0.16F : 0.07F) * em());
        pill(*rect, text, ink, i == worst ? gfx::hex(0xFFEFA8) : paper, rim, none ? 0 : pulled ? 1 : -1);
    }
}

}  // namespace

void drawEngineering(const Brush& brush, const world::Snapshot& snapshot, const world::Snapshot& numbers,
                     const EngineerScales& scales, const EngineerLook& look) {
    if (!look.gauge) return;
    // Of another bridge than what is drawn nothing could be said.
    const bool same = numbers.members.size() == snapshot.members.size() &&
                      numbers.reactions.size() == snapshot.reactions.size();
    Writer writer{brush,  snapshot, same ? numbers : snapshot,
                  scales, look,     LabelPlacer(look.free, 0.12F * look.letters)};
    for (const gfx::Rect& rect : look.taken) writer.placer.block(rect);
    writer.moments();
    writer.shape();
    writer.blockJoints();
    writer.reactions();
    // The greatest moment is always told.
    writer.momentLabels(0, 1);
    writer.forces();
    writer.momentLabels(1, snapshot.moments.size());
}

}  // namespace vonk::view

// What the card of the engineer's view says.
#include <algorithm>
#include <cmath>
#include <set>

#include "game/screens/challenge.h"
#include "game/screens/engineer_panel.h"
#include "game/screens/pictures.h"
#include "game/view/walker_painter.h"
#include "game/world/parts.h"

namespace vonk::screens {

namespace {

constexpr double kilo = 1000.0;
constexpr double newton = 1.0;

std::string_view governsKey(const world::MemberView& member) {
    switch (member.governs) {
        case world::Governs::Buckling:
            return "engineer.buckling";
        case world::Governs::Bending:
            return "engineer.bending";
        case world::Governs::Slack:
            return "engineer.slack";
        case world::Governs::Yield:
            break;
    }
    return "engineer.yield";
}

}  // namespace

int decimalsOf(double step) {
    int decimals = 0;
    for (double whole = step; decimals < 4 && std::fabs(whole - std::round(whole)) > 1e-6; whole *= 10.0)
        ++decimals;
    return decimals;
}

std::string EngineerPanel::force(double of) const {
    if (std::fabs(of) < newton) return "0";
    return (of > 0.0 ? "+" : "\u2212") + gauge(std::fabs(of) / kilo);
}

std::vector<std::string> EngineerPanel::memberLines() const {
    if (!reading_.any) return {word("engineer.nothing")};
    const world::MemberView& member = reading_.member;
    const world::MemberRow& row = *world::row(member.kind).member;
    std::vector<std::string> lines;
    lines.push_back(word("part." + partOn(challenge_.level(), world::row(member.kind).key)) + ", " +
                    std::string(row.grade) +
                    (reading_.governs ? " \u00B7 " + word("engineer.most_used") : ""));
    if (member.broken || member.fallen) {
        lines.push_back(word("engineer.broken"));
    } else {
        std::string forces = "N = " + force(member.axial) + " kN";
        if (std::fabs(member.axial) >= newton)
            forces += " " + word(member.axial > 0.0 ? "engineer.pull" : "engineer.push");
        if (row.deck) forces += ", M = " + gauge(member.moment / kilo) + " kNm";
        lines.push_back(forces);
        lines.push_back(services_.format("engineer.used",
                                         {{"use", 100.0 * member.use}, {"peak", 100.0 * reading_.peak}}));
        std::string governs = services_.format("engineer.governs_by", {{"what", word(governsKey(member))}});
        if (member.governs == world::Governs::Bending)
            governs += " \u00B7 W\u00B7f = " + gauge(row.modulus * row.yield / kilo) + " kNm";
        else if (member.governs != world::Governs::Slack && member.capacity > 0.0)
            governs +=
                " \u00B7 " + services_.format("engineer.bears", {{"force", gauge(member.capacity / kilo)}});
        lines.push_back(governs);
    }
    lines.push_back("L = " + number(reading_.length, 2) + " m \u00B7 A = " + gauge(1e4 * row.area) +
                    " cm\u00B2 \u00B7 E = " + gauge(1e-9 * row.young) + " GPa");
    std::string section = "\u03B3 = " + number(row.safety, 2);
    section += " \u00B7 f = " + gauge(1e-6 * row.yield) + " MPa";
    if (!row.cable && row.inertia > 0.0) section += " \u00B7 I = " + gauge(1e8 * row.inertia) + " cm\u2074";
    lines.push_back(section);
    if (row.deck && row.modulus > 0.0) lines.push_back("W = " + gauge(1e6 * row.modulus) + " cm\u00B3");
    return lines;
}

std::vector<std::string> EngineerPanel::bridgeLines() const {
    const world::Balance& balance = reading_.balance;
    const auto kn = [&](double value) { return gauge(value / kilo); };
    return {word("engineer.balance"),
            services_.format("engineer.down", {{"weight", kn(balance.weight)},
                                               {"load", kn(balance.load)},
                                               {"sum", kn(balance.weight + balance.load)}}),
            services_.format("engineer.up", {{"support", kn(balance.support)}}),
            services_.format("engineer.deflection", {{"times", reading_.times}}),
            services_.format("engineer.deflected", {{"millimetres", gauge(1000.0 * reading_.deflection)}}),
            services_.format(
                "engineer.moments",
                {{"moment", number(reading_.moment_step / kilo, decimalsOf(reading_.moment_step / kilo))}})};
}

std::string EngineerPanel::assumptions() const {
    // "C24 1,44 · S235 1,10": of what the level offers and of what stands there, each grade once.
    std::string grades;
    std::set<std::string_view> seen;
    const auto add = [&](const world::PartRow* row) {
        if (!row || !row->member || !seen.insert(row->member->grade).second) return;
        grades += (grades.empty() ? "" : " \u00B7 ") + std::string(row->member->grade) + " " +
                  number(row->member->safety, 2);
    };
    for (const level::PaletteItem& item : challenge_.level().palette) add(world::findRow(item.part));
    for (const world::MemberView& member : challenge_.session().snapshot().members)
        add(world::findRow(member.kind));
    std::string all = services_.format("engineer.assumptions", {{"grades", grades}});
    if (std::ranges::any_of(challenge_.level().traffic,
                            [](const level::Traffic& traffic) { return traffic.jumps.has_value(); }))
        all += " " + services_.format("engineer.jumps", {{"times", view::seen_leap}});
    return all;
}

}  // namespace vonk::screens

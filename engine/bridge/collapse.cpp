// Breaks: what stands on without the member, what falls off, and the handing over of a lost bridge to rigid
// bodies.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "engine/bridge/impl.h"

namespace vonk::bridge {

namespace {

constexpr double water_density = 1000.0;  // kg/m³
constexpr double most_buoyancy = 3.0;     // of the weight; foam would shoot up
// m; how thick debris is when it touches things.
constexpr double least_thickness = 0.06;
constexpr double greatest_thickness = 0.3;
// kg. What hangs weighs on its joint as it is; what falls must not be too light for what falls on it.
constexpr double least_hanging = 1e-5;
constexpr double least_debris = 0.1;
// Of a rope, or of half a rope that broke.
constexpr int links = 4;

}  // namespace

BodyId BridgeRun::Impl::addPiece(int member, double start, double end) {
    const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(member)];
    const bool rope = row.kind == structure::MemberKind::Cable;
    rigid::BarDef bar;
    bar.from = lerp(jointAt(row.from), jointAt(row.to), start);
    bar.to = lerp(jointAt(row.from), jointAt(row.to), end);
    bar.velocity_from = lerp(jointVelocity(row.from), jointVelocity(row.to), start);
    bar.velocity_to = lerp(jointVelocity(row.from), jointVelocity(row.to), end);
    bar.mass = std::max(lost ? least_debris : least_hanging,
                        row.density * row.area * structure.restLength(member) * (end - start));
    bar.thickness = std::clamp(std::sqrt(row.area), least_thickness, greatest_thickness);
    bar.rise = def.deck_rise;
    bar.deck = row.kind == structure::MemberKind::Deck;
    bar.buoyancy = row.density > 0.0 ? std::min(most_buoyancy, water_density / row.density) : 1.0;
    Piece piece;
    piece.member = member;
    piece.start = start;
    piece.end = end;
    piece.rope = rope;
    piece.body = rigid.addBar(bar);
    pieces.push_back(piece);
    return piece.body;
}

BridgeRun::Impl::Loose BridgeRun::Impl::makePieces(int member, bool broke) {
    const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(member)];
    const bool rope = row.kind == structure::MemberKind::Cable;
    const int count = (broke ? 2 : 1) * (rope ? links : 1);
    Loose loose{member, {}, {}};
    for (int i = 0; i < count; ++i) {
        const double start = static_cast<double>(i) / count;
        const BodyId body = addPiece(member, start, static_cast<double>(i + 1) / count);
        const bool parted = i == 0 || (broke && 2 * i == count);
        if (!parted) rigid.pin(loose.to, body, lerp(jointAt(row.from), jointAt(row.to), start));
        if (i == 0) loose.from = body;
        loose.to = body;
    }
    return loose;
}

BridgeRun::Impl::Loose BridgeRun::Impl::release(int member, bool broke) {
    std::erase_if(pieces, [&](const Piece& piece) { return piece.member == member; });
    const Loose loose = makePieces(member, broke);
    removeSurface(member);
    structure.removeMember(member);
    return loose;
}

void BridgeRun::Impl::removeSurface(int member) {
    const auto surface =
        std::find_if(surfaces.begin(), surfaces.end(), [&](const Surface& s) { return s.member == member; });
    if (surface == surfaces.end()) return;
    rigid.removeDeck(surface->deck);
    surfaces.erase(surface);
    joinSurface();
}

bool BridgeRun::Impl::stands(int joint) const {
    const structure::JointDef& row = def.structure.joints[static_cast<std::size_t>(joint)];
    if (row.fixed_x && row.fixed_y) return true;
    for (int member = 0; member < static_cast<int>(def.structure.members.size()); ++member) {
        const structure::MemberDef& other = def.structure.members[static_cast<std::size_t>(member)];
        if ((other.from == joint || other.to == joint) && structure.isAlive(member)) return true;
    }
    return false;
}

void BridgeRun::Impl::hangFrom(int joint, BodyId body) {
    auto hanger =
        std::find_if(hangers.begin(), hangers.end(), [&](const Hanger& h) { return h.joint == joint; });
    if (hanger == hangers.end()) {
        hangers.push_back({joint, rigid.addAnchor(jointAt(joint)), {}});
        hanger = hangers.end() - 1;
    }
    hanger->bodies.push_back(body);
    rigid.hang(body, hanger->anchor);
}

void BridgeRun::Impl::hang(const std::vector<Loose>& loose) {
    std::map<int, std::vector<BodyId>> ends;  // by joint
    for (const Loose& row : loose) {
        const structure::MemberDef& member = def.structure.members[static_cast<std::size_t>(row.member)];
        ends[member.from].push_back(row.from);
        ends[member.to].push_back(row.to);
    }
    // A joint that now stands no more may have things hanging from it already.
    std::erase_if(hangers, [&](const Hanger& hanger) {
        if (stands(hanger.joint)) return false;
        for (const BodyId body : hanger.bodies)
            if (rigid.hangs(body, hanger.anchor)) ends[hanger.joint].push_back(body);
        rigid.removeAnchor(hanger.anchor);
        return true;
    });
    for (const auto& [joint, bodies] : ends) {
        if (stands(joint)) {
            for (const BodyId body : bodies) hangFrom(joint, body);
            continue;
        }
        for (std::size_t i = 1; i < bodies.size(); ++i) rigid.pin(bodies[0], bodies[i], jointAt(joint));
        const structure::JointDef& row = def.structure.joints[static_cast<std::size_t>(joint)];
        if (row.fixed_x || row.fixed_y)
            railed.push_back({joint, rigid.pinToRail(bodies[0], jointAt(joint), row.fixed_y)});
    }
}

void BridgeRun::Impl::breakMember(int member, BreakCause cause) {
    const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(member)];
    breaks.push_back({member, time, cause, structure.filteredStrength(member),
                      lerp(jointAt(row.from), jointAt(row.to), 0.5)});
    // What would be left is tried first, so that the halves of a lost bridge stay pinned where they were.
    structure::Structure left(structure);
    left.removeMember(member);
    std::vector<int> dangling;
    for (std::vector<int> movable = left.movableNow(); !movable.empty(); movable = left.movableNow()) {
        bool carries = false;
        bool changed = false;
        for (int other = 0; other < static_cast<int>(def.structure.members.size()); ++other) {
            if (!left.isAlive(other)) continue;
            const structure::MemberDef& next = def.structure.members[static_cast<std::size_t>(other)];
            const auto moves = [&](int joint) {
                return std::find(movable.begin(), movable.end(), joint) != movable.end();
            };
            if (!moves(next.from) && !moves(next.to)) continue;
            if (next.kind == structure::MemberKind::Deck) carries = true;
            dangling.push_back(other);
            left.removeMember(other);
            changed = true;
        }
        // Road that is not held is a lost bridge; bars that merely dangle fall off and the rest stands.
        if (carries || !changed) {
            fallApart({member});
            return;
        }
    }
    // Nor does anything stand where all that is left has been let go.
    const auto& all = def.structure.members;
    bool any = dangling.empty();
    for (int other = 0; other < static_cast<int>(all.size()); ++other) any = any || left.isAlive(other);
    if (!any) {
        fallApart({member});
        return;
    }
    rigid.stopFastPieces();
    std::vector<Loose> loose = {release(member, true)};
    for (const int other : dangling) loose.push_back(release(other, false));
    hang(loose);
}

void BridgeRun::Impl::fallApart(const std::vector<int>& broken) {
    lost = true;
    rigid.startCollapse();
    for (const Surface& surface : surfaces) rigid.removeDeck(surface.deck);
    surfaces.clear();
    std::erase_if(pieces, [&](const Piece& piece) { return !piece.body; });

    const std::size_t joints = def.structure.joints.size();
    std::vector<std::vector<BodyId>> ends(joints);  // bodies that end at each joint
    for (const Hanger& hanger : hangers) {
        for (const BodyId body : hanger.bodies) {
            if (rigid.hangs(body, hanger.anchor))
                ends[static_cast<std::size_t>(hanger.joint)].push_back(body);
        }
        rigid.removeAnchor(hanger.anchor);
    }
    hangers.clear();
    for (int member = 0; member < static_cast<int>(def.structure.members.size()); ++member) {
        if (!structure.isAlive(member)) continue;
        const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(member)];
        const bool breaks_now = std::find(broken.begin(), broken.end(), member) != broken.end();
        if (row.kind == structure::MemberKind::Cable && !breaks_now) continue;
        const Loose loose = makePieces(member, breaks_now);
        ends[static_cast<std::size_t>(row.from)].push_back(loose.from);
        ends[static_cast<std::size_t>(row.to)].push_back(loose.to);
    }

    std::vector<BodyId> knots(joints);  // what a rope is tied to; 0: the ground
    for (std::size_t joint = 0; joint < joints; ++joint) {
        const structure::JointDef& row = def.structure.joints[joint];
        const int index = static_cast<int>(joint);
        if (row.fixed_x && row.fixed_y) {
            for (const BodyId body : ends[joint]) rigid.pinToGround(body, jointAt(index));
        } else if (ends[joint].empty()) {
            double mass = 0.5;
            for (std::size_t i = 0; i < def.structure.members.size(); ++i) {
                const structure::MemberDef& rope = def.structure.members[i];
                if (!structure.isAlive(static_cast<int>(i)) || (rope.from != index && rope.to != index))
                    continue;
                mass += 0.5 * rope.density * rope.area * structure.restLength(static_cast<int>(i));
            }
            knots[joint] = rigid.addKnot(jointAt(index), jointVelocity(index), mass, 0.3);
        } else {
            knots[joint] = ends[joint].front();
            for (std::size_t i = 1; i < ends[joint].size(); ++i)
                rigid.pin(ends[joint][0], ends[joint][i], jointAt(index));
            if (row.fixed_x || row.fixed_y) rigid.pinToRail(ends[joint].front(), jointAt(index), row.fixed_y);
        }
    }
    for (int member = 0; member < static_cast<int>(def.structure.members.size()); ++member) {
        const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(member)];
        const bool breaks_now = std::find(broken.begin(), broken.end(), member) != broken.end();
        if (row.kind != structure::MemberKind::Cable || !structure.isAlive(member) || breaks_now) continue;
        const BodyId a = knots[static_cast<std::size_t>(row.from)];
        const BodyId b = knots[static_cast<std::size_t>(row.to)];
        // A rope gives nothing back: stretched as it is, at its own length it would heave up what hangs from
        // it.
        const double length =
            std::max(structure.restLength(member), distance(jointAt(row.from), jointAt(row.to)));
        rigid.tie(a, jointAt(row.from), b, jointAt(row.to), length);
        Piece piece;
        piece.member = member;
        piece.rope = true;
        pieces.push_back(piece);
        ropes.push_back({pieces.size() - 1, a, rigid.localPoint(a, jointAt(row.from)), b,
                         rigid.localPoint(b, jointAt(row.to)), length});
    }
}

void BridgeRun::Impl::readPieces() {
    for (Piece& piece : pieces) {
        if (piece.body) {
            std::tie(piece.from, piece.to) = rigid.barEnds(piece.body);
            piece.in_water = rigid.inWater(piece.body);
        } else if (!lost) {
            const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(piece.member)];
            piece.from = jointAt(row.from);
            piece.to = jointAt(row.to);
        }
    }
    for (const Rope& rope : ropes) {
        pieces[rope.piece].from = rigid.worldPoint(rope.a, rope.at_a);
        pieces[rope.piece].to = rigid.worldPoint(rope.b, rope.at_b);
        // Half a V; a hanging chain is rounder by √3/2.
        const double span = distance(pieces[rope.piece].from, pieces[rope.piece].to);
        pieces[rope.piece].slack = 0.433 * std::sqrt(std::max(0.0, rope.length * rope.length - span * span));
    }
}

}  // namespace vonk::bridge

#include "engine/bridge/bridge_run.h"

#include <algorithm>
#include <cmath>

#include "engine/bridge/impl.h"
#include "engine/core/assert.h"

namespace vonk::bridge {

namespace {

constexpr int substeps_standing = 2;
constexpr int substeps_fallen = 4;
// A deck steeper than this cannot be told from a wall: nothing rolls on it.
constexpr double least_run = 0.02;  // of its length, in x
// m; a road that ends this near to the ground goes on there.
constexpr double bank_reach = 0.3;

rigid::WorldDef worldDef(const BridgeDef& def) {
    rigid::WorldDef world;
    world.gravity = def.structure.gravity;
    world.water = def.water;
    world.deck_rise = def.deck_rise;
    if (!def.structure.joints.empty()) {
        Vec2 low = def.structure.joints.front().position;
        Vec2 high = low;
        for (const structure::JointDef& joint : def.structure.joints) {
            low = {std::min(low.x, joint.position.x), std::min(low.y, joint.position.y)};
            high = {std::max(high.x, joint.position.x), std::max(high.y, joint.position.y)};
        }
        world.origin = lerp(low, high, 0.5);
    }
    return world;
}

BreakCause causeOf(const structure::MemberStrength& strength) {
    switch (strength.governs) {
        case structure::Governs::Buckling:
            return BreakCause::Buckled;
        case structure::Governs::Bending:
            return BreakCause::Bent;
        default:
            return strength.axial < 0.0 ? BreakCause::Crushed : BreakCause::Snapped;
    }
}

}  // namespace

BridgeRun::Impl::Impl(const BridgeDef& definition)
    : def(definition), structure(definition.structure), rigid(worldDef(definition)) {
    for (const auto& [joint, force] : def.joint_loads) structure.setJointLoad(joint, force);
    rest = structure.settle();
    for (const rigid::GroundDef& ground : def.ground) rigid.addGround(ground);
    laySurface();
    for (const rigid::VehicleDef& vehicle : def.vehicles) rigid.addVehicle(vehicle);
    for (int member = 0; member < static_cast<int>(def.structure.members.size()); ++member) {
        Piece piece;
        piece.member = member;
        piece.rope =
            def.structure.members[static_cast<std::size_t>(member)].kind == structure::MemberKind::Cable;
        pieces.push_back(piece);
    }
    readPieces();
}

void BridgeRun::Impl::laySurface() {
    for (int member = 0; member < static_cast<int>(def.structure.members.size()); ++member) {
        const structure::MemberDef& row = def.structure.members[static_cast<std::size_t>(member)];
        if (row.kind != structure::MemberKind::Deck) continue;
        const Vec2 from = jointAt(row.from);
        const Vec2 to = jointAt(row.to);
        if (std::fabs(to.x - from.x) < least_run * distance(from, to)) continue;
        Surface surface;
        surface.member = member;
        surface.reversed = to.x < from.x;
        surface.left = surface.reversed ? row.to : row.from;
        surface.right = surface.reversed ? row.from : row.to;
        surface.deck = rigid.addDeck(jointAt(surface.left), jointAt(surface.right));
        surfaces.push_back(surface);
    }
    joinSurface();
}

// Of several decks that go on from a joint, wheels are led to the one that lies most nearly in line.
void BridgeRun::Impl::joinSurface() {
    const auto direction = [&](const Surface& s) {
        const Vec2 d = jointAt(s.right) - jointAt(s.left);
        return d / std::max(length(d), 1e-9);
    };
    for (const Surface& surface : surfaces) {
        const auto end = [&](int joint) {
            return rigid.isGroundNear(jointAt(joint), bank_reach) ? rigid::RigidWorld::level_ground
                                                                  : rigid::RigidWorld::open_end;
        };
        int left = end(surface.left);
        int right = end(surface.right);
        double best_left = -2.0;
        double best_right = -2.0;
        for (const Surface& other : surfaces) {
            const double aligned = dot(direction(surface), direction(other));
            if (other.right == surface.left && aligned > best_left) {
                best_left = aligned;
                left = other.deck;
            }
            if (other.left == surface.right && aligned > best_right) {
                best_right = aligned;
                right = other.deck;
            }
        }
        rigid.joinDeck(surface.deck, left, right);
    }
}

void BridgeRun::Impl::loadStructure() {
    loads.clear();
    for (const rigid::WheelLoad& wheel : rigid.wheelLoads()) {
        const auto surface = std::find_if(surfaces.begin(), surfaces.end(),
                                          [&](const Surface& s) { return s.deck == wheel.deck; });
        if (surface == surfaces.end()) continue;  // broke in this step
        const double position = surface->reversed ? 1.0 - wheel.position : wheel.position;
        loads.push_back({surface->member, position, wheel.force, wheel.mass});
    }
    structure.setMemberLoads(loads);
    hung.clear();
    for (const Hanger& hanger : hangers) {
        const rigid::HungMass mass = rigid.anchorMass(hanger.anchor);
        hung.push_back({hanger.joint, rigid.anchorForce(hanger.anchor), mass.xx, mass.xy, mass.yy});
    }
    for (const RailedLoad& row : railed)
        hung.push_back({row.joint, rigid.railForce(row.rail), 0.0, 0.0, 0.0});
    structure.setHungLoads(hung);
}

void BridgeRun::Impl::step(double h) {
    VONK_ASSERT(h > 0.0 && h <= 0.05);
    if (!lost && !rest.found) fallApart({});
    if (!lost) {
        loadStructure();
        structure.step(h);
        if (!structure.isSound()) fallApart({});
    }
    if (!lost && def.breaking) breakWorst();
    if (lost) {
        rigid.step(h, 20, 10);
    } else {
        for (const Surface& surface : surfaces) {
            rigid.moveDeck(surface.deck, jointAt(surface.left), jointAt(surface.right), h);
        }
        for (const Hanger& hanger : hangers) rigid.moveAnchor(hanger.anchor, jointAt(hanger.joint), h);
        rigid.step(h, 8, 3);
    }
    time += h;
    readPieces();
}

// One member in a step: what breaks next is decided by how the rest takes its load.
void BridgeRun::Impl::breakWorst() {
    int worst = -1;
    double greatest = 1.0;
    for (int member = 0; member < static_cast<int>(def.structure.members.size()); ++member) {
        if (!structure.isAlive(member)) continue;
        const double use = structure.filteredStrength(member).use;
        if (use > greatest) {
            greatest = use;
            worst = member;
        }
    }
    if (worst >= 0) breakMember(worst, causeOf(structure.filteredStrength(worst)));
}

BridgeRun::BridgeRun(const BridgeDef& def) : impl_(std::make_unique<Impl>(def)) {}
BridgeRun::~BridgeRun() = default;
BridgeRun::BridgeRun(BridgeRun&&) noexcept = default;
BridgeRun& BridgeRun::operator=(BridgeRun&&) noexcept = default;

const structure::Rest& BridgeRun::rest() const {
    return impl_->rest;
}
int BridgeRun::substeps() const {
    return impl_->lost ? substeps_fallen : substeps_standing;
}
void BridgeRun::step(double h) {
    impl_->step(h);
}
double BridgeRun::time() const {
    return impl_->time;
}
const structure::Structure& BridgeRun::structure() const {
    return impl_->structure;
}
bool BridgeRun::isLost() const {
    return impl_->lost;
}
std::span<const structure::MemberLoad> BridgeRun::loads() const {
    return impl_->loads;
}
std::span<const structure::HungLoad> BridgeRun::hung() const {
    return impl_->hung;
}
std::span<const Break> BridgeRun::breaks() const {
    return impl_->breaks;
}
std::span<const Piece> BridgeRun::pieces() const {
    return impl_->pieces;
}
rigid::RigidWorld& BridgeRun::rigid() {
    return impl_->rigid;
}
const rigid::RigidWorld& BridgeRun::rigid() const {
    return impl_->rigid;
}

void BridgeRun::setJointLoad(int joint, Vec2 force) {
    impl_->structure.setJointLoad(joint, force);
}

void BridgeRun::breakMember(int member, BreakCause cause) {
    if (!impl_->lost && impl_->structure.isAlive(member)) impl_->breakMember(member, cause);
    impl_->readPieces();
}

void BridgeRun::addTo(Hash& hash) const {
    impl_->structure.addTo(hash);
    impl_->rigid.addTo(hash);
    hash.add(std::uint64_t{impl_->lost})
        .add(impl_->time)
        .add(static_cast<std::uint64_t>(impl_->breaks.size()));
    for (const rigid::WheelLoad& wheel : impl_->rigid.wheelLoads()) {
        hash.add(wheel.position).add(wheel.force.x).add(wheel.force.y);
    }
}

}  // namespace vonk::bridge

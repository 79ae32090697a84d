#include "game/world/bridge_part.h"

#include <algorithm>
#include <map>

#include "engine/core/math.h"
#include "game/world/parts.h"
#include "game/world/road.h"
#include "game/world/vehicles.h"
#include "game/world/world.h"

namespace vonk::world {
namespace {

constexpr double arrived = 0.3;          // m beyond the bank that the last axle must be
constexpr double gone = 1.0;             // m beyond the bank where all stop and wait
constexpr double given_way = 0.3;        // m that a joint moves only if nothing holds it
constexpr double fall = 1.5;             // m below the road: it fell
constexpr double overturned = 0.6;       // radians that a load stays on
constexpr std::uint32_t patience = 300;  // ticks without moving on
constexpr std::uint32_t half_a_second = 30;

structure::MemberDef memberDef(const MemberRow& row, int from, int to) {
    structure::MemberDef def;
    def.from = from;
    def.to = to;
    def.kind = row.cable  ? structure::MemberKind::Cable
               : row.deck ? structure::MemberKind::Deck
                          : structure::MemberKind::Bar;
    def.young = row.young;
    def.area = row.area;
    def.inertia = row.inertia;
    def.modulus = row.modulus;
    def.density = row.density;
    def.yield = row.yield;
    return def;
}

rigid::VehicleDef vehicleDef(const VehicleRow& row, Vec2 front, double speed) {
    rigid::VehicleDef def;
    def.front = front;
    def.speed = speed;
    for (const AxleRow& axle : row.axles) def.axles.push_back({axle.behind, axle.load});
    const bool train = row.axles_per_coach != 0;
    def.chassis = row.walks || train ? rigid::Chassis::PerAxle : rigid::Chassis::Stiff;
    def.wheel_radius = row.wheel_radius;
    // Over each axle of a train a body of its own, so long that two of a bogie nearly touch.
    def.body_size = train ? Vec2{1.1, row.size.y} : row.size;
    def.body_clearance = row.clearance;
    return def;
}

}  // namespace

BridgePart::BridgePart(const level::Level& level, const Design& design) : scene_(level.scene) {
    bridge::BridgeDef def;
    addStructure(level, design, def);
    addTraffic(level, def);
    for (const level::Ground& ground : scene_.grounds) def.ground.push_back({ground.outline});
    def.water = scene_.water;
    road_gap_ = roadGap(scene_, design);
    run_ = std::make_unique<bridge::BridgeRun>(def);
    creaked_.assign(members_.size(), false);
    for (const level::Goal& goal : level.goals)
        if (goal.kind == level::GoalKind::Steady) swing_limit_ = goal.limit;
    if (swing_limit_ > 0.0)
        for (std::size_t j = 0; j < def.structure.joints.size(); ++j) {
            const bool road = std::any_of(
                def.structure.members.begin(), def.structure.members.end(), [&](const auto& member) {
                    return member.kind == structure::MemberKind::Deck &&
                           (member.from == static_cast<int>(j) || member.to == static_cast<int>(j));
                });
            const double y = run_->structure().positions()[j].y;
            if (road) swings_.push_back({static_cast<int>(j), y, y, y, y});
        }
    if (!members_.empty() && !run_->rest().found) {
        const std::optional<Reason> pushed = cablesThatShouldPush();
        failure_ = pushed ? *pushed : notHeldUp();
    }
    refreshMembers();
    refreshForces(0.0);
    refreshBodies();
}

void BridgePart::addStructure(const level::Level& level, const Design& design, bridge::BridgeDef& def) {
    std::map<GridPoint, const level::Anchor*> anchors;
    for (const level::Anchor& anchor : level.scene.anchors) {
        anchors[anchor.at] = &anchor;
        joints_.push_back({anchor.at, anchor.at.metres(), true});
    }
    std::map<GridPoint, int> structural;
    const auto joint = [&](GridPoint at) {
        const auto known = structural.find(at);
        if (known != structural.end()) return known->second;
        const auto anchor = anchors.find(at);
        const bool held = anchor != anchors.end();
        const int index = static_cast<int>(def.structure.joints.size());
        def.structure.joints.push_back({at.metres(), held && !anchor->second->slides, held});
        structural.emplace(at, index);
        if (held) {
            const auto view = std::find_if(joints_.begin(), joints_.end(),
                                           [&](const JointView& v) { return v.origin == at; });
            view_of_joint_.push_back(static_cast<int>(view - joints_.begin()));
        } else {
            view_of_joint_.push_back(static_cast<int>(joints_.size()));
            joints_.push_back({at, at.metres(), false});
        }
        return index;
    };
    for (const Part& part : design.parts) {
        const auto* between = std::get_if<BetweenJoints>(&part.placement);
        const PartRow* found = findRow(part.kind);
        if (between == nullptr || found == nullptr || !found->member || between->from == between->to)
            continue;
        const int from = joint(between->from), to = joint(between->to);
        def.structure.members.push_back(memberDef(*found->member, from, to));
        parts_.push_back(part);
        MemberView view;
        view.part = part.id;
        view.kind = part.kind;
        view.from = static_cast<std::uint32_t>(view_of_joint_[static_cast<std::size_t>(from)]);
        view.to = static_cast<std::uint32_t>(view_of_joint_[static_cast<std::size_t>(to)]);
        members_.push_back(view);
    }
}

void BridgePart::addTraffic(const level::Level& level, bridge::BridgeDef& def) {
    double front = scene_.left_bank - 1.0;  // the first one stands ready before the bridge
    for (const level::Traffic& item : level.traffic) {
        const VehicleRow* row = findVehicle(item.vehicle);
        if (row == nullptr) continue;
        for (std::uint32_t i = 0; i < item.count; ++i) {
            if (travellers_.empty()) front -= row->ahead;
            def.vehicles.push_back(vehicleDef(*row, {front, scene_.road}, item.speed));
            if (item.jumps) {
                // Who walks in front stops further on, so that all of a group stop at once.
                const double ahead = 0.5 * (item.count - 1.0) - i;
                const double apart = row->axles.back().behind + item.gap;
                def.vehicles.back().jump = {item.jumps->at + ahead * apart, item.jumps->frequency,
                                            item.jumps->seconds};
            }
            const auto nth = static_cast<std::uint32_t>(travellers_.size());
            travellers_.push_back({row, nth, false, false, false, {}});
            front -= row->axles.back().behind + item.gap;
        }
    }
}

void BridgePart::step(std::uint64_t tick, std::vector<Event>& events) {
    const int substeps = run_->substeps();
    for (int i = 0; i < substeps; ++i) {
        run_->step(1.0 / (60.0 * substeps));
        collectContacts(tick, events);
    }
    watchCables();
    watchMembers(tick, events);
    watchTraffic(tick, events);
    watchStandstill();
    watchSwing();
    if (failure_ && !braked_) brake();
    refreshBodies();
}

void BridgePart::watchMembers(std::uint64_t tick, std::vector<Event>& events) {
    refreshMembers();
    refreshForces(exp(-1.0 / (ticks_per_second * structure::Structure::filter_time)));
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const MemberView& member = members_[i];
        const Vec2 middle = 0.5 * (joints_[member.from].position + joints_[member.to].position);
        if (!member.fallen && !creaked_[i] && member.use > 0.8) {
            creaked_[i] = true;
            events.push_back({EventKind::Creak, tick, middle, member.part, member.use, {}});
        } else if (creaked_[i] && member.use < 0.6) {
            creaked_[i] = false;
        }
    }
    for (; breaks_seen_ < run_->breaks().size(); ++breaks_seen_) {
        const bridge::Break& broke = run_->breaks()[breaks_seen_];
        const Reason why = reasonOf(broke);
        const auto member = static_cast<std::size_t>(broke.member);
        events.push_back(
            {EventKind::MemberBroke, tick, broke.place, parts_[member].id, broke.strength.use, why});
    }
    if (run_->isLost() && !collapse_seen_) {
        collapse_seen_ = true;
        const Reason why = failure_ ? *failure_ : firstCause(ReasonId::NotHeldUp, {});
        if (!failure_) failure_ = why.id == ReasonId::NotHeldUp ? notHeldUp() : why;
        events.push_back({EventKind::Collapse, tick, failure_->place, {}, 0.0, *failure_});
        for (std::size_t v = 0; v < travellers_.size(); ++v)
            if (travellers_[v].on_bridge && !travellers_[v].across) dropCargo(static_cast<int>(v));
    }
}

void BridgePart::watchTraffic(std::uint64_t tick, std::vector<Event>& events) {
    rigid::RigidWorld& rigid = run_->rigid();
    double last = 1e9;
    for (std::size_t v = 0; v < travellers_.size(); ++v) {
        Traveller& traveller = travellers_[v];
        const rigid::VehicleState& state = rigid.vehicle(static_cast<int>(v));
        last = std::min(last, state.rear);
        if (!failure_ && !traveller.on_bridge && state.front >= scene_.left_bank) {
            traveller.on_bridge = true;
            events.push_back(
                {EventKind::OnBridge, tick, state.body.position, {}, static_cast<double>(v), {}});
        }
        const double low = state.body.position.y;
        if (!traveller.fallen && (state.in_water || low < scene_.road - fall)) {
            traveller.fallen = true;
            dropCargo(static_cast<int>(v));
            if (!failure_)
                failure_ =
                    firstCause(road_gap_ ? ReasonId::NoRoad : ReasonId::FellInWater, state.body.position);
        }
        if (!traveller.fallen && !traveller.across && state.rear >= scene_.right_bank + arrived) {
            traveller.across = true;
            ++across_;
            events.push_back({EventKind::Across, tick, state.body.position, {}, static_cast<double>(v), {}});
        }
        if (state.body.angle > overturned || state.body.angle < -overturned) dropCargo(static_cast<int>(v));
    }
    if (!braked_ && !travellers_.empty() && across_ == travellers_.size() &&
        last >= scene_.right_bank + gone) {
        brake();
    }
}

void BridgePart::brake() {
    braked_ = true;
    rigid::RigidWorld& rigid = run_->rigid();
    for (int v = 0; v < rigid.vehicleCount(); ++v) rigid.setSpeed(v, 0.0);
}

// A bridge that only cables hold falls through where they are pushed: that comes before whatever breaks then.
void BridgePart::watchCables() {
    const structure::Structure& structure = run_->structure();
    if (failure_ || slack_ || run_->isLost() || !run_->breaks().empty()) return;
    Reason reason{ReasonId::CableSlack, {}, {}, {}};
    double furthest = given_way;
    for (std::size_t i = 0; i < view_of_joint_.size(); ++i) {
        const double moved = distance(structure.positions()[i], structure.def().joints[i].position);
        if (moved > furthest) {
            furthest = moved;
            reason.place = structure.positions()[i];
        }
    }
    if (furthest <= given_way) return;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (structure.strengthNow(static_cast<int>(i)).governs == structure::Governs::Slack)
            reason.parts.push_back(parts_[i].id);
    if (!reason.parts.empty()) slack_ = reason;
}

void BridgePart::watchStandstill() {
    if (failure_ || travellers_.empty() || across_ == travellers_.size()) return;
    double sum = 0.0;
    for (std::size_t v = 0; v < travellers_.size(); ++v) {
        const rigid::VehicleState& state = run_->rigid().vehicle(static_cast<int>(v));
        if (state.jumping) ticks_still_ = 0;
        sum += state.front;
    }
    if (sum > furthest_ + 0.05) {
        furthest_ = sum;
        ticks_still_ = 0;
    } else if (++ticks_still_ >= patience) {
        failure_ = notAcross();
    }
}

void BridgePart::watchSwing() {
    if (failure_ || run_->isLost()) return;
    const bool turn = ++swing_ticks_ % half_a_second == 0;
    const Swing* worst = nullptr;
    double furthest = swing_limit_;
    for (Swing& swing : swings_) {
        const double y = run_->structure().positions()[static_cast<std::size_t>(swing.joint)].y;
        swing.low = std::min(swing.low, y);
        swing.high = std::max(swing.high, y);
        const double by =
            0.5 * (std::max(swing.high, swing.high_before) - std::min(swing.low, swing.low_before));
        if (by > furthest) {
            furthest = by;
            worst = &swing;
        }
        if (!turn) continue;
        swing.low_before = swing.low;
        swing.high_before = swing.high;
        swing.low = swing.high = y;
    }
    if (worst != nullptr) failure_ = shaken(*worst, furthest);
}

// To blame is what gives most: the member that is longer or shorter by most under what it carries now, rather
// one that the visitor can change.
Reason BridgePart::shaken(const Swing& swing, double by) const {
    const structure::Structure& structure = run_->structure();
    std::optional<std::size_t> softest;
    double most = 0.0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const structure::MemberDef& def = structure.def().members[i];
        const int index = static_cast<int>(i);
        if (!structure.isAlive(index)) continue;
        const double stretch = std::fabs(structure.filteredStrength(index).axial) *
                               structure.restLength(index) / (def.young * def.area);
        const bool rather = softest && parts_[*softest].fixed && !parts_[i].fixed;
        const bool worse = !softest || parts_[*softest].fixed == parts_[i].fixed;
        if (!rather && !(worse && stretch > most)) continue;
        softest = i;
        most = stretch;
    }
    Reason reason{ReasonId::Shaken,
                  structure.positions()[static_cast<std::size_t>(swing.joint)],
                  {},
                  {by, swing_limit_}};
    if (softest) reason.parts.push_back(parts_[*softest].id);
    return reason;
}

void BridgePart::collectContacts(std::uint64_t tick, std::vector<Event>& events) {
    const rigid::RigidWorld& rigid = run_->rigid();
    for (const rigid::Impact& impact : rigid.impacts())
        events.push_back({EventKind::Impact, tick, impact.place, {}, impact.impulse, {}});
    for (const rigid::Splash& splash : rigid.splashes())
        events.push_back({EventKind::Splash, tick, splash.place, {}, splash.impulse, {}});
}

void BridgePart::dropCargo(int vehicle) {
    Traveller& traveller = travellers_[static_cast<std::size_t>(vehicle)];
    if (!traveller.cargo.empty() || traveller.row->cargo.empty()) return;
    rigid::RigidWorld& rigid = run_->rigid();
    const rigid::VehicleState& state = rigid.vehicle(vehicle);
    const Pose body = state.body;
    const Vec2 velocity = state.velocity;
    const VehicleRow& row = *traveller.row;
    // Middle of the body above the road at rest.
    const double height = row.wheel_radius + row.clearance + row.size.y / 2;
    const double c = cos(body.angle), s = sin(body.angle);
    for (const Vec2 place : row.cargo) {
        const Vec2 local = place - Vec2{0.0, height};
        rigid::BodyDef def;
        def.radius = row.cargo_radius;
        def.mass = row.cargo_mass;
        def.pose = {body.position + Vec2{c * local.x - s * local.y, s * local.x + c * local.y}, body.angle};
        def.velocity = velocity;
        def.buoyancy = 1.05;  // cheese just swims
        traveller.cargo.push_back(rigid.addBody(def));
    }
}

std::uint32_t BridgePart::broken() const {
    return static_cast<std::uint32_t>(run_->breaks().size());
}

void BridgePart::addTo(Hash& hash) const {
    run_->addTo(hash);
    for (const MemberView& member : members_) hash.add(member.peak_use);
    for (const Traveller& traveller : travellers_)
        hash.add(std::uint64_t{(traveller.on_bridge ? 1U : 0U) + (traveller.across ? 2U : 0U) +
                               (traveller.fallen ? 4U : 0U) + (traveller.cargo.empty() ? 0U : 8U)});
    for (const Swing& swing : swings_)
        hash.add(swing.low).add(swing.high).add(swing.low_before).add(swing.high_before);
    hash.add(greatest_sag_).add(furthest_).add(std::uint64_t{ticks_still_});
    hash.add(static_cast<std::uint64_t>(failure_ ? failure_->id : ReasonId::None));
}

}  // namespace vonk::world

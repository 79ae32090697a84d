#include "game/world/world.h"

#include <algorithm>
#include <string>

#include "engine/core/hash.h"
#include "game/world/bridge_part.h"
#include "game/world/circuit_part.h"
#include "game/world/parts.h"

namespace vonk::world {
namespace {

bool hasGoal(const level::Level& level, level::GoalKind kind) {
    return std::any_of(level.goals.begin(), level.goals.end(),
                       [&](const level::Goal& goal) { return goal.kind == kind; });
}

bool hasElectrical(const level::Level& level) {
    const auto electrical = [](const std::string& key) {
        const PartRow* found = findRow(key);
        return found != nullptr && found->electrical.has_value();
    };
    return std::any_of(level.palette.begin(), level.palette.end(),
                       [&](const auto& item) { return electrical(item.part); }) ||
           std::any_of(level.fixed.begin(), level.fixed.end(),
                       [&](const auto& item) { return electrical(item.part); });
}

}  // namespace

struct World::State {
    level::Level level;
    std::uint64_t tick = 0;
    std::optional<BridgePart> bridge;
    std::optional<CircuitPart> circuit;
    std::vector<Event> events;
    std::vector<std::uint32_t> held;  // ticks that each goal has held
    std::vector<bool> goal_reported;
    Outcome outcome = Outcome::Running;
    Reason reason;
    Measures measures;

    State(const level::Level& from, const Design& design) : level(from) {
        held.assign(level.goals.size(), 0);
        goal_reported.assign(level.goals.size(), false);
        if (hasElectrical(level)) circuit.emplace(design);
        if (level.mode == level::Mode::Test) bridge.emplace(level, design);
    }

    void step() {
        events.clear();
        ++tick;
        if (circuit) circuit->step(tick, 1.0 / ticks_per_second, events);
        if (bridge) bridge->step(tick, events);
        measure();
        judge();
    }

    void measure() {
        if (bridge && outcome == Outcome::Running) {
            measures.greatest_use = bridge->peakUse();
            measures.greatest_sag = bridge->greatestSag();
            measures.broken = bridge->broken();
            measures.across = bridge->across();
        }
        if (outcome == Outcome::Running) measures.seconds = static_cast<double>(tick) / ticks_per_second;
    }

    bool holds(level::GoalKind kind) const {
        switch (kind) {
            case level::GoalKind::AllAcross:
                return bridge && bridge->traffic() > 0 && bridge->across() == bridge->traffic();
            case level::GoalKind::LampLit:
                return circuit && circuit->anyLampLit();
            case level::GoalKind::StaysUp:
                return bridge && bridge->broken() == 0 && !bridge->members().empty();
            case level::GoalKind::Steady:  // not yet lost by it
                return bridge && !bridge->members().empty();
        }
        return false;
    }

    void judge() {
        if (outcome != Outcome::Running) return;
        bool all = !level.goals.empty();
        for (std::size_t i = 0; i < level.goals.size(); ++i) {
            const level::Goal& goal = level.goals[i];
            held[i] = holds(goal.kind) ? held[i] + 1 : 0;
            const bool done = held[i] > 0 && held[i] >= goal.seconds * ticks_per_second;
            if (done && !goal_reported[i]) {
                goal_reported[i] = true;
                events.push_back({EventKind::GoalHeld, tick, {}, {}, static_cast<double>(i), {}});
            }
            all = all && done;
        }
        if (bridge && bridge->failure()) return end(Outcome::Lost, *bridge->failure());
        if (all) return end(Outcome::Won, {});
        if (level.mode == level::Mode::Test &&
            static_cast<double>(tick) >= level.time_limit * ticks_per_second)
            end(Outcome::Lost, whyNotYet());
    }

    Reason whyNotYet() const {
        if (bridge && hasGoal(level, level::GoalKind::AllAcross) && !holds(level::GoalKind::AllAcross))
            return bridge->notAcross();
        if (circuit && hasGoal(level, level::GoalKind::LampLit) && !circuit->anyLampLit())
            return circuit->whyDark();
        if (bridge) return bridge->notAcross();
        return {};
    }

    void end(Outcome how, Reason why) {
        outcome = how;
        reason = std::move(why);
        const Vec2 place = reason.place;
        const PartId part = reason.parts.empty() ? PartId{} : reason.parts.front();
        events.push_back(
            {how == Outcome::Won ? EventKind::Won : EventKind::Lost, tick, place, part, 0.0, reason});
    }
};

World::World(const level::Level& level, const Design& design)
    : state_(std::make_unique<State>(level, design)) {}
World::~World() = default;
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;

void World::operate(PartId part, std::uint8_t channel, double value) {
    if (channel == 0 && state_->circuit) state_->circuit->operate(part, value);
}

void World::step() {
    state_->step();
}

void World::reconcile(const Design& design) {
    if (state_->circuit) state_->circuit->reconcile(design);
}

Snapshot World::snapshot() const {
    Snapshot view;
    view.tick = state_->tick;
    view.water_level = state_->level.scene.water.value_or(0.0);
    if (state_->bridge) {
        view.joints = state_->bridge->joints();
        view.members = state_->bridge->members();
        view.bodies = state_->bridge->bodies();
        view.reactions = state_->bridge->reactions();
        view.loads = state_->bridge->loads();
        view.moments = state_->bridge->moments();
        view.balance = state_->bridge->balance();
        view.front = state_->bridge->front();
        view.greatest_use = state_->bridge->greatestUse();
        view.across = state_->bridge->across();
        view.traffic = state_->bridge->traffic();
    }
    if (state_->circuit) {
        view.devices = state_->circuit->devices();
        view.wires = state_->circuit->wires();
    }
    return view;
}

std::span<const Event> World::events() const {
    return state_->events;
}

Outcome World::outcome() const {
    return state_->outcome;
}

const Reason& World::reason() const {
    return state_->reason;
}

Reason World::whyNotYet() const {
    return state_->outcome == Outcome::Running ? state_->whyNotYet() : state_->reason;
}

const Measures& World::measures() const {
    return state_->measures;
}

std::uint64_t World::stateHash() const {
    Hash hash;
    hash.add(std::uint64_t{state_->tick});
    if (state_->circuit) state_->circuit->addTo(hash);
    if (state_->bridge) state_->bridge->addTo(hash);
    for (const std::uint32_t ticks : state_->held) hash.add(std::uint64_t{ticks});
    hash.add(static_cast<std::uint64_t>(state_->outcome)).add(static_cast<std::uint64_t>(state_->reason.id));
    return hash.value();
}

}  // namespace vonk::world

#include "game/play/session.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/assert.h"
#include "game/play/building.h"
#include "game/play/command_codec.h"
#include "game/play/history.h"
#include "game/play/outcome.h"
#include "game/play/places.h"
#include "game/play/still_life.h"
#include "game/world/parts.h"

namespace vonk::play {
namespace {

Reason refusal(ReasonId id) {
    return {id, {}, {}, {}};
}

}  // namespace

struct Session::State {
    level::Level level;  // as it is played
    std::vector<level::Traffic> loads;
    std::uint32_t load = 0;  // of `loads`
    Built built;             // the design now, and the next id
    History history;
    Phase phase = Phase::Building;
    std::unique_ptr<world::World> world;
    std::uint64_t ticks = 0;
    record::Recording recording;
    std::vector<std::uint16_t> trace;  // of the ticks since the last checkpoint
    std::vector<world::Event> events;

    std::optional<Result> result;
    std::uint32_t attempts = 0, rebuilt = 0, touches = 0;
    std::vector<world::Design> tested;  // the design of each Start
    std::map<PartId, double> peaks;     // greatest use in the last run
    StillLife still;

    explicit State(level::Level of) : level(std::move(of)), built(firstDesign(level)), history(built.design) {
        recording.physics = static_cast<int>(world::physics_version);
        recording.level = level.id;
        recording.levelHash = level.physicsHash();
        loads = level.traffic;
        if (level.choose_load) level.traffic = {loads.front()};
        if (live()) {
            world = std::make_unique<world::World>(level, built.design);
            phase = Phase::Running;
        }
        showStill();
    }

    bool live() const { return level.mode == level::Mode::Live; }
    bool mayBuild() const { return live() ? phase == Phase::Running : phase == Phase::Building; }

    std::optional<Reason> check(const Command& command, Side side) const {
        if (builds(command)) {
            if (!mayBuild()) return refusal(ReasonId::NotWhileRunning);
            const Attempt attempt = build(level, built, command);
            if (!attempt) return attempt.error();
            return std::nullopt;
        }
        if (const auto* operate = std::get_if<Operate>(&command)) return checkOperate(*operate);
        if (std::holds_alternative<Start>(command)) {
            if (live() || phase != Phase::Building) return refusal(ReasonId::NotWhileRunning);
            if (built.design.parts.empty()) return refusal(ReasonId::DesignEmpty);
            return std::nullopt;
        }
        if (std::holds_alternative<Stop>(command))
            return (live() ? phase == Phase::Won : phase != Phase::Building)
                       ? std::nullopt
                       : std::optional(refusal(ReasonId::NotRunning));
        if (!mayBuild()) return refusal(ReasonId::NotWhileRunning);
        if (const auto* chosen = std::get_if<ChooseLoad>(&command)) {
            if (!level.choose_load || chosen->load >= loads.size()) return refusal(ReasonId::NotOperable);
            return chosen->load == load ? std::optional(refusal(ReasonId::AlreadyThere)) : std::nullopt;
        }
        if (const auto* taken = std::get_if<TakeUp>(&command)) {
            if (taken->attempt == 0 || taken->attempt > tested.size()) return refusal(ReasonId::NoSuchPart);
            if (sameParts(tested[taken->attempt - 1], built.design)) return refusal(ReasonId::AlreadyThere);
            return std::nullopt;
        }
        return checkPast(std::holds_alternative<Undo>(command), side);
    }

    // Another hand may have spent the money or the pieces since.
    std::optional<Reason> checkPast(bool undo, Side side) const {
        const auto past = undo ? history.undone(built.design, side) : history.redone(built.design, side);
        if (!past) return past.error();
        return side == Side::Both ? std::nullopt : overspent(level, built.design, *past);
    }

    std::optional<Reason> checkOperate(const Operate& operate) const {
        const world::Part* part = built.design.find(operate.part);
        if (part == nullptr) return Reason{ReasonId::NoSuchPart, {}, {operate.part}, {}};
        const auto& electrical = world::row(part->kind).electrical;
        const bool able = electrical && electrical->is_switch && operate.channel == 0 &&
                          (operate.value == 0.0 || operate.value == 1.0);
        if (!able) return Reason{ReasonId::NotOperable, {}, {operate.part}, {}};
        return std::nullopt;
    }

    void apply(const Command& command, Side side) {
        if (builds(command)) {
            Attempt attempt = build(level, built, command);
            VONK_ASSERT(attempt.has_value());
            built = std::move(*attempt);
            remember(side);
        } else if (const auto* taken = std::get_if<TakeUp>(&command)) {
            built.design = withSettings(tested[taken->attempt - 1], built.design);
            remember(side);
        } else if (const auto* operate = std::get_if<Operate>(&command)) {
            for (world::Part& part : built.design.parts)
                if (part.id == operate->part) part.setting = operate->value;
            if (world) world->operate(operate->part, operate->channel, operate->value);
        } else if (const auto* chosen = std::get_if<ChooseLoad>(&command)) {
            load = chosen->load;
            level.traffic = {loads[load]};
            // What the last load asked of a member says nothing about this one.
            peaks.clear();
            showStill();
        } else if (std::holds_alternative<Start>(command)) {
            start();
        } else if (std::holds_alternative<Stop>(command)) {
            stop();
        } else {
            const bool undo = std::holds_alternative<Undo>(command);
            auto past = undo ? history.undone(built.design, side) : history.redone(built.design, side);
            VONK_ASSERT(past.has_value());
            built.design = std::move(*past);
            undo ? history.undo(side) : history.redo(side);
            designChanged();
        }
    }

    // A step that can be undone.
    void remember(Side side) {
        history.remember(built.design, side);
        designChanged();
    }

    void designChanged() {
        if (live()) world->reconcile(built.design);
        showStill();
    }

    void start() {
        ++attempts;
        if (!tested.empty() && tested.back() != built.design) ++rebuilt;
        tested.push_back(built.design);
        result.reset();
        recording.outcome.clear();
        recording.reason.clear();
        recording.quantities.clear();
        world = std::make_unique<world::World>(level, built.design);
        phase = Phase::Running;
    }

    void stop() {
        if (live()) {
            phase = Phase::Running;
            return;
        }
        rememberPeaks();
        world.reset();
        phase = Phase::Building;
        showStill();
    }

    void rememberPeaks() {
        peaks.clear();
        for (const world::MemberView& member : world->snapshot().members)
            peaks[member.part] = member.peak_use;
    }

    void showStill() {
        // A part that was changed since the test has not been tried.
        std::map<PartId, double> valid;
        if (!tested.empty())
            for (const world::Part& part : built.design.parts) {
                const world::Part* before = tested.back().find(part.id);
                const auto peak = peaks.find(part.id);
                if (before != nullptr && *before == part && peak != peaks.end()) valid.insert(*peak);
            }
        still.show(level, built.design, valid);
    }

    void tick() {
        events.clear();
        ++ticks;
        if (world) {
            world->step();
            events.assign(world->events().begin(), world->events().end());
            if (phase == Phase::Running && world->outcome() != world::Outcome::Running && !(live() && result))
                finish();
            keepState();
        } else {
            trace.clear();
        }
        recording.ticks = ticks;
    }

    void keepState() {
        const std::uint64_t hash = world->stateHash();
        trace.push_back(static_cast<std::uint16_t>(hash));
        if (ticks % record::ticksBetweenCheckpoints != 0) return;
        recording.checkpoints.push_back({ticks, hash, std::move(trace), sumsOf(world->snapshot())});
        trace.clear();
    }

    void finish() {
        result = assess();
        phase = result->won ? Phase::Won : Phase::Lost;
        describe(*result, recording);
    }

    Result assess() const {
        if (result) return *result;
        Result now_result = judge(level, built.design, world.get(), touches);
        now_result.attempt = std::max(attempts, live() ? 1U : 0U);
        now_result.rebuilt = rebuilt;
        return now_result;
    }
};

Session::Session(level::Level level) : state_(std::make_unique<State>(std::move(level))) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

const level::Level& Session::level() const {
    return state_->level;
}

std::span<const level::Traffic> Session::loads() const {
    return state_->loads;
}

std::uint32_t Session::load() const {
    return state_->load;
}

const world::Design& Session::design() const {
    return state_->built.design;
}

Phase Session::phase() const {
    return state_->phase;
}

std::optional<Reason> Session::check(const Command& command, Side side) const {
    return state_->check(command, side);
}

std::optional<Reason> Session::apply(const Command& command, Actor actor, Side side) {
    if (auto reason = state_->check(command, side)) return reason;
    state_->recording.commands.push_back(encode(command, actor, state_->ticks, side));
    ++state_->touches;
    state_->apply(command, side);
    return std::nullopt;
}

void Session::tick() {
    state_->tick();
}

world::Snapshot Session::snapshot() const {
    return state_->world ? state_->world->snapshot() : state_->still.snapshot();
}

std::span<const world::Event> Session::events() const {
    return state_->events;
}

const std::optional<Result>& Session::result() const {
    return state_->result;
}

Result Session::assess() const {
    return state_->assess();
}

double Session::cost() const {
    return play::cost(state_->level, state_->built.design);
}

double Session::cost(const Command& command) const {
    if (!builds(command)) return 0.0;
    // What it would cost, whether or not there is money for it.
    const Attempt attempt = build(state_->level, state_->built, command, false);
    return attempt ? play::cost(state_->level, attempt->design) - cost() : 0.0;
}

bool Session::canUndo(Side side) const {
    return state_->mayBuild() && state_->history.canUndo(side);
}

bool Session::canRedo(Side side) const {
    return state_->mayBuild() && state_->history.canRedo(side);
}

std::uint64_t Session::ticks() const {
    return state_->ticks;
}

const record::Recording& Session::recording() const {
    return state_->recording;
}

PartId Session::nextPart() const {
    return {state_->built.next};
}

std::vector<world::GridPoint> Session::joints() const {
    return play::joints(state_->level, state_->built.design);
}

world::GridPoint Session::snap(Vec2 point, double joint_radius) const {
    return snapTo(state_->level.scene, joints(), point, joint_radius);
}

bool Session::buildable(world::GridPoint point) const {
    const auto known = joints();
    return std::find(known.begin(), known.end(), point) != known.end() || isFree(state_->level.scene, point);
}

double Session::longest(world::PartKind kind) const {
    return play::longest(state_->level, kind);
}

}  // namespace vonk::play

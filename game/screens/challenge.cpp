#include "game/screens/challenge.h"

#include <algorithm>
#include <map>
#include <variant>

#include "engine/core/log.h"
#include "engine/record/recording.h"
#include "game/play/command_codec.h"
#include "game/screens/ideas.h"

namespace vonk::screens {

using engagement::AttemptOutcome;
using play::Phase;

namespace {

std::vector<play::Command> movesOf(const level::Level& level) {
    std::vector<play::Command> moves;
    const auto recording = record::readRecording((level.folder / "win.toml").string());
    if (!recording) {
        logWarning(level.id + ": no stored win to take hints from");
        return moves;
    }
    std::string why;
    for (const auto& recorded : recording->commands)
        if (auto command = play::decode(recorded, why)) moves.push_back(std::move(*command));
    return moves;
}

// A placed part does what the move would do: the same kind at the same place, whichever way round.
bool same(const world::Part& part, const play::Place& move) {
    if (part.kind != move.kind) return false;
    if (part.placement == move.placement) return true;
    const auto* a = std::get_if<world::BetweenJoints>(&part.placement);
    const auto* b = std::get_if<world::BetweenJoints>(&move.placement);
    return a && b && a->from == b->to && a->to == b->from;
}

}  // namespace

Challenge::Challenge(Services& services, const level::Level& level, const view::Metrics& metrics)
    : services_(services),
      session_(level),
      view_(session_, services.graphics, services.words(), services.sounds, metrics),
      winning_(movesOf(level)),
      building_since_(services.now) {
    if (!level.palette.empty())
        if (const world::PartRow* row = world::findRow(level.palette.front().part)) view_.select(row->kind);
    if (live()) startAttempt();
    renewProposal();
}

Challenge::~Challenge() {
    if (undecided_ && (!live() || touches_ > 0)) logAttempt(AttemptOutcome::Abandoned, ReasonId::None);
}

bool Challenge::priced() const {
    return level().budget > 0 ||
           std::any_of(level().stars.begin(), level().stars.end(),
                       [](const auto& star) { return star.kind == level::StarKind::Cost; });
}

bool Challenge::apply(const play::Command& command, Actor actor) {
    const bool stops = std::holds_alternative<play::Stop>(command);
    const Phase before = session_.phase();
    if (auto reason = session_.apply(command, actor)) {
        ++counts_.refused;
        view_.refused(actor, *reason);
        services_.sound("refused", 0.7);
        return false;
    }
    ++version_;
    count(command, actor);
    if (std::holds_alternative<play::Start>(command)) startAttempt();
    if (stops && before == Phase::Running && undecided_) logAttempt(AttemptOutcome::Stopped, ReasonId::None);
    if (stops) building_since_ = services_.now;
    if (std::holds_alternative<play::Place>(command)) takeNext();
    return true;
}

void Challenge::propose(std::vector<play::Place> moves, std::optional<level::GridPoint> joint, PartId about) {
    proposed_ = std::move(moves);
    proposed_joint_ = joint;
    const world::Part* part = about ? session_.design().find(about) : nullptr;
    about_ = part ? std::optional(*part) : std::nullopt;
    renewProposal();
}

bool Challenge::begun() const {
    const auto& parts = session_.design().parts;
    return std::any_of(parts.begin(), parts.end(), [](const world::Part& part) { return !part.fixed; });
}

// The joint from which the first piece of the stored way goes, or where its things stand.
void Challenge::showBeginning() {
    std::vector<play::Place> slots;
    std::optional<level::GridPoint> joint;
    for (const play::Command& move : winning_) {
        const auto* place = std::get_if<play::Place>(&move);
        if (!place || session_.check(*place)) continue;
        if (const auto* between = std::get_if<world::BetweenJoints>(&place->placement)) {
            joint = between->from;
            break;
        }
        slots.push_back(*place);
    }
    view_.suggest(slots, joint);
    view_.ghostMove(std::nullopt);
}

void Challenge::renewProposal() {
    if (about_ && !stillStands(session_.design(), *about_)) proposed_.clear();
    if (proposed_.empty() && !begun()) return showBeginning();
    std::erase_if(proposed_, [this](const play::Place& move) { return session_.check(move).has_value(); });
    view_.suggest(proposed_, proposed_.empty() ? std::nullopt : proposed_joint_);
    view_.ghostMove(proposed_.empty() ? std::nullopt : std::optional(play::Command{proposed_.front()}));
}

std::optional<std::uint32_t> Challenge::left(const level::PaletteItem& item) const {
    if (!item.count) return std::nullopt;
    const world::PartRow* row = world::findRow(item.part);
    const auto& parts = session_.design().parts;
    const auto used = std::count_if(parts.begin(), parts.end(), [&](const world::Part& part) {
        return row && part.kind == row->kind && !part.fixed && !part.cut_from;
    });
    return *item.count - std::min(*item.count, std::uint32_t(used));
}

// When the last piece of a kind is placed, the next kind of the palette comes into the hand.
void Challenge::takeNext() {
    const auto& palette = level().palette;
    const auto holds = [&](const level::PaletteItem& item) {
        const world::PartRow* row = world::findRow(item.part);
        return row && view_.selected() == row->kind;
    };
    const auto now = std::find_if(palette.begin(), palette.end(), holds);
    if (now == palette.end() || left(*now).value_or(1) > 0) return;
    for (std::size_t k = 1; k < palette.size(); ++k) {
        const auto& item = palette[(std::size_t(now - palette.begin()) + k) % palette.size()];
        if (left(item).value_or(1) == 0) continue;
        if (const world::PartRow* row = world::findRow(item.part)) view_.select(row->kind);
        return;
    }
}

void Challenge::count(const play::Command& command, Actor actor) {
    struct Counter {
        engagement::CommandCounts& counts;
        void operator()(const play::Place&) const { ++counts.placed; }
        void operator()(const play::Move&) const { ++counts.moved; }
        void operator()(const play::MoveJoint&) const { ++counts.moved; }
        void operator()(const play::Connect&) const { ++counts.connected; }
        void operator()(const play::Remove&) const { ++counts.removed; }
        void operator()(const play::Operate&) const { ++counts.operated; }
        void operator()(const play::Start&) const {}
        void operator()(const play::Stop&) const {}
        void operator()(const play::Undo&) const { ++counts.undone; }
        void operator()(const play::Redo&) const { ++counts.redone; }
        void operator()(const play::TakeUp&) const { ++counts.taken_up; }
    };
    std::visit(Counter{counts_}, command);
    hands_[actor.slot % hands_.size()] = true;
    ++touches_;
}

void Challenge::touch(const platform::PointerEvent& event) {
    view::ActorCommands commands;
    view_.touch(event, commands);
    for (const auto& [actor, command] : commands) apply(command, actor);
}

void Challenge::startAttempt() {
    build_seconds_ = services_.now - building_since_;
    running_since_ = services_.now;
    run_cost_ = session_.cost();
    rebuilt_ = tested_.has_value() && !(*tested_ == session_.design());
    tested_ = session_.design();
    undecided_ = true;
    photo_taken_ = false;
}

bool Challenge::tick() {
    const Phase before = session_.phase();
    session_.tick();
    view_.ticked();
    const Phase after = session_.phase();
    if (before == after || (after != Phase::Won && after != Phase::Lost) || !undecided_) return false;
    const auto& result = session_.result();
    logAttempt(after == Phase::Won ? AttemptOutcome::Won : AttemptOutcome::Lost,
               result ? result->reason.id : ReasonId::None);
    return true;
}

void Challenge::logAttempt(AttemptOutcome outcome, ReasonId reason) {
    undecided_ = false;
    engagement::Attempt attempt;
    attempt.level = nameFor(level());
    attempt.attempt = ++attempts_;
    attempt.outcome = outcome;
    attempt.reason = outcome == AttemptOutcome::Won ? ReasonId::None : reason;
    attempt.commands = counts_;
    attempt.build_seconds = build_seconds_;
    attempt.run_seconds = services_.now - running_since_;
    attempt.cost = priced() ? run_cost_ : 0.0;
    attempt.hints = hints_;
    attempt.hands = std::uint32_t(std::count(hands_.begin(), hands_.end(), true));
    attempt.rebuilt = rebuilt_;
    if (const auto& result = session_.result();
        result && (outcome == AttemptOutcome::Won || outcome == AttemptOutcome::Lost)) {
        attempt.greatest_use = result->measures.greatest_use;
        for (const auto& star : result->stars) attempt.stars += star.earned && outcome == AttemptOutcome::Won;
        if (outcome == AttemptOutcome::Won) services_.visit.reached(level().number, int(attempt.stars));
    }
    services_.visit.attempt(attempt);
    counts_ = {};
    hands_ = {};
    hints_ = 0;
}

// The stored moves name parts by the order in which they were placed there; here the first lamp is the first
// lamp, in whatever order it came.
std::optional<PartId> Challenge::here(PartId stored) const {
    std::uint32_t id = 0, rank = 0;
    std::optional<world::PartKind> kind;
    std::vector<world::PartKind> kinds;
    for (const play::Command& move : winning_) {
        const auto* place = std::get_if<play::Place>(&move);
        const auto* connect = std::get_if<play::Connect>(&move);
        if (!place && !connect) continue;
        kinds.push_back(place ? place->kind : connect->kind);
        if (++id == stored.value) kind = kinds.back();
        if (kind) break;
    }
    if (!kind) return std::nullopt;
    rank = std::uint32_t(std::count(kinds.begin(), kinds.end(), *kind));
    for (const world::Part& part : session_.design().parts)
        if (part.kind == *kind && !part.fixed && --rank == 0) return part.id;
    return std::nullopt;
}

std::optional<play::Command> Challenge::translated(const play::Command& move) const {
    if (const auto* connect = std::get_if<play::Connect>(&move)) {
        const auto from = here(connect->from.part), to = here(connect->to.part);
        if (!from || !to) return std::nullopt;
        return play::Connect{connect->kind, {*from, connect->from.port}, {*to, connect->to.port}};
    }
    if (const auto* operate = std::get_if<play::Operate>(&move)) {
        const auto part = here(operate->part);
        const world::Part* found = part ? session_.design().find(*part) : nullptr;
        if (!found || found->setting == operate->value) return std::nullopt;
        return play::Operate{*part, operate->channel, operate->value};
    }
    return move;
}

std::optional<play::Command> Challenge::nextMove() const {
    // What was proposed after a failure comes before the stored way.
    for (const play::Place& move : proposed_)
        if (!session_.check(move)) return move;
    const auto& parts = session_.design().parts;
    std::map<world::PartKind, std::ptrdiff_t> wanted;
    for (const play::Command& stored : winning_) {
        if (std::holds_alternative<play::Undo>(stored) || std::holds_alternative<play::Redo>(stored) ||
            std::holds_alternative<play::Stop>(stored))
            continue;
        if (const auto* place = std::get_if<play::Place>(&stored)) {
            // A thing at a point may stand anywhere, a member only where it is needed.
            const bool anywhere = std::holds_alternative<world::AtPoint>(place->placement);
            const auto there = std::count_if(parts.begin(), parts.end(), [&](const auto& part) {
                return anywhere ? part.kind == place->kind && !part.fixed : same(part, *place);
            });
            if (there >= (anywhere ? ++wanted[place->kind] : 1)) continue;
        }
        const auto move = translated(stored);
        if (move && !session_.check(*move)) return move;
    }
    return std::nullopt;
}

void Challenge::photograph(gfx::Canvas& canvas) {
    if (photo_taken_ || session_.phase() != Phase::Running || live()) return;
    const double half_way = 0.5 * (level().scene.left_bank + level().scene.right_bank);
    const world::Snapshot snapshot = session_.snapshot();
    const bool there =
        std::any_of(snapshot.bodies.begin(), snapshot.bodies.end(), [&](const world::BodyView& body) {
            return (body.kind == world::BodyKind::Chassis || body.kind == world::BodyKind::Walker) &&
                   body.pose.position.x >= half_way;
        });
    if (!there) return;
    photo_taken_ = true;
    const float unit = services_.space.unit();
    const int width = int(556 * unit), height = int(212 * unit);
    photo_.invalidate();
    photo_.prepare(canvas, width, height, [&](gfx::Canvas& on) {
        drawSmall(on, {0, 0, float(width), float(height)});
    });
}

// The level's view covers the rectangle; what sticks out is cut off.
void Challenge::drawSmall(gfx::Canvas& canvas, const gfx::Rect& rect) {
    const Box& view = level().scene.view;
    const double scale = std::max(rect.w / view.width(), rect.h / view.height());
    const Vec2 half{0.5 * scale * view.width(), 0.5 * scale * view.height()};
    const Vec2 middle{rect.centre().x, rect.centre().y};
    canvas.pushClip(rect);
    view_.thumbnail(canvas, middle - half, middle + half);
    canvas.popClip();
}

void Challenge::drawPhoto(gfx::Canvas& canvas, const gfx::Rect& rect) {
    if (!photo_.target()) return drawSmall(canvas, rect);
    // Cut to the shape of the rectangle, never stretched.
    const auto w = float(photo_.target()->width()), h = float(photo_.target()->height());
    const float scale = std::max(rect.w / w, rect.h / h);
    canvas.pushClip(rect);
    photo_.drawScaled(
        canvas, {rect.centre().x - w * scale / 2, rect.centre().y - h * scale / 2, w * scale, h * scale});
    canvas.popClip();
}

}  // namespace vonk::screens

#include "game/screens/challenge.h"

#include <algorithm>
#include <map>
#include <variant>

#include "engine/core/log.h"
#include "engine/record/recording.h"
#include "game/play/command_codec.h"
#include "game/play/still_life.h"
#include "game/screens/ideas.h"

namespace vonk::screens {

using engagement::AttemptOutcome;
using play::Phase;

namespace {

std::vector<play::Command> movesOf(const level::Level& level, double& run_seconds) {
    std::vector<play::Command> moves;
    const auto recording = record::readRecording((level.folder / "win.toml").string());
    if (!recording) {
        logWarning(level.id + ": no stored win to take hints from");
        return moves;
    }
    std::string why;
    for (const auto& recorded : recording->commands) {
        auto command = play::decode(recorded, why);
        if (!command) continue;
        if (std::holds_alternative<play::Start>(*command))
            run_seconds = double(recording->ticks - std::min(recording->ticks, recorded.tick)) /
                          world::ticks_per_second;
        moves.push_back(std::move(*command));
    }
    return moves;
}

}  // namespace

Challenge::Challenge(Services& services, const level::Level& level, const view::Metrics& metrics)
    : services_(services),
      session_(level),
      view_(session_, services.graphics, services.words(), services.sounds, metrics),
      winning_(movesOf(level, winning_seconds_)),
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

std::vector<std::string> Challenge::tools() const {
    if (level().two_sided) return {"undo", "redo", "delete", "move"};
    std::vector<std::string> names{"undo", "redo", "delete"};
    if (level().band >= level::AgeBand::Groep35) names.emplace_back("move");
    if (level().subject != level::Subject::Bridge) return names;
    if (level().band >= level::AgeBand::Groep68) names.insert(names.end(), {"mirror", "copy"});
    if (level().choose_load) names.insert(names.end(), {"load", "sky"});
    return names;
}

std::vector<play::Side> Challenge::sides() const {
    if (!level().two_sided) return {play::Side::Both};
    return {play::Side::Left, play::Side::Right};
}

play::Side Challenge::sideOf(const play::Command& move) const {
    if (const auto* place = std::get_if<play::Place>(&move)) {
        if (const auto* ends = std::get_if<world::BetweenJoints>(&place->placement))
            return view_.sideAt(lerp(ends->from.metres(), ends->to.metres(), 0.5));
    } else if (const auto* remove = std::get_if<play::Remove>(&move)) {
        const world::Part* part = session_.design().find(remove->part);
        const auto* ends = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
        if (ends) return view_.sideAt(lerp(ends->from.metres(), ends->to.metres(), 0.5));
    }
    return sides().front();
}

bool Challenge::apply(const play::Command& command, Actor actor, play::Side side) {
    const bool stops = std::holds_alternative<play::Stop>(command);
    const Phase before = session_.phase();
    if (auto reason = session_.apply(command, actor, side)) {
        ++counts_.refused;
        view_.refused(actor, *reason);
        services_.sound("refused", 0.7);
        return false;
    }
    ++version_;
    count(command, actor, side);
    if (std::holds_alternative<play::ChooseLoad>(command)) view_.loadChanged();
    if (std::holds_alternative<play::Start>(command)) startAttempt();
    if (stops && before == Phase::Running && undecided_) logAttempt(AttemptOutcome::Stopped, ReasonId::None);
    if (stops) building_since_ = services_.now;
    if (std::holds_alternative<play::Place>(command)) takeNext(side);
    return true;
}

bool Challenge::begun() const {
    const auto& parts = session_.design().parts;
    return std::any_of(parts.begin(), parts.end(), [](const world::Part& part) { return !part.fixed; });
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
void Challenge::takeNext(play::Side side) {
    const auto& palette = level().palette;
    const auto holds = [&](const level::PaletteItem& item) {
        const world::PartRow* row = world::findRow(item.part);
        return row && view_.selected(side) == row->kind;
    };
    const auto now = std::find_if(palette.begin(), palette.end(), holds);
    if (now == palette.end() || left(*now).value_or(1) > 0) return;
    for (std::size_t k = 1; k < palette.size(); ++k) {
        const auto& item = palette[(std::size_t(now - palette.begin()) + k) % palette.size()];
        if (left(item).value_or(1) == 0) continue;
        if (const world::PartRow* row = world::findRow(item.part)) view_.select(row->kind, side);
        return;
    }
}

void Challenge::count(const play::Command& command, Actor actor, play::Side side) {
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
        void operator()(const play::Together& group) const {
            for (const play::Single& step : group.steps) std::visit(*this, step);
        }
        void operator()(const play::TakeUp&) const { ++counts.taken_up; }
        void operator()(const play::ChooseLoad&) const { ++counts.operated; }
    };
    std::visit(Counter{counts_}, command);
    hands_ = std::max(hands_, 1U + std::uint32_t(view_.busyHands()));
    // A keyboard is one hand on both sides.
    if (actor.slot != platform::keyboardSlot) sides_used_[std::size_t(side)] = true;
    ++touches_;
}

void Challenge::touch(const platform::PointerEvent& event) {
    view::ActorCommands commands;
    view_.touch(event, commands);
    for (const auto& [actor, command, side] : commands) apply(command, actor, side);
}

void Challenge::startAttempt() {
    build_seconds_ = services_.now - building_since_;
    running_since_ = services_.now;
    run_cost_ = session_.cost();
    rebuilt_ = tested_.has_value() && !(*tested_ == session_.design());
    tested_ = session_.design();
    undecided_ = true;
    photo_taken_ = false;
    if (!live()) tries_.begin(session_.design(), session_.cost());
}

bool Challenge::tick() {
    const Phase before = session_.phase();
    session_.tick();
    view_.ticked();
    const Phase after = session_.phase();
    if (before == after || (after != Phase::Won && after != Phase::Lost) || !undecided_) return false;
    const auto& result = session_.result();
    if (result && !live()) tries_.decided(*result);
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
    attempt.shown = shown_;
    attempt.hands = std::max(hands_, std::uint32_t(sides_used_[1]) + std::uint32_t(sides_used_[2]));
    attempt.rebuilt = rebuilt_;
    if (const auto& result = session_.result();
        result && (outcome == AttemptOutcome::Won || outcome == AttemptOutcome::Lost)) {
        attempt.greatest_use = result->measures.greatest_use;
        for (const auto& star : result->stars) attempt.stars += star.earned && outcome == AttemptOutcome::Won;
        if (outcome == AttemptOutcome::Won) services_.visit.reached(level().number, int(attempt.stars));
    }
    services_.visit.attempt(attempt);
    counts_ = {};
    hands_ = 0;
    sides_used_ = {};
    hints_ = shown_ = 0;
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

void Challenge::drawTry(gfx::Canvas& canvas, const Try& tried, const gfx::Rect& rect) {
    play::StillLife still;
    still.show(level(), tried.design, {});
    // Of a level with wide banks what is between them.
    const Box& view = level().scene.view;
    const double banks = level().scene.right_bank - level().scene.left_bank + 3.0;
    const double zoom = banks > 3.0 ? std::clamp(view.width() / banks, 1.0, 1.5) : 1.0;
    const Vec2 middle{rect.centre().x, rect.centre().y}, half{0.5 * zoom * rect.w, 0.5 * zoom * rect.h};
    canvas.pushClip(rect);
    view_.thumbnail(canvas, middle - half, middle + half, still.snapshot());
    canvas.popClip();
    if (!tried.broke) return;
    // Where it broke: the view's width or height fills the picture's.
    const double scale = zoom * std::min(rect.w / view.width(), rect.h / view.height());
    const Vec2 off = scale * (*tried.broke - view.centre());
    const float radius = rect.h * 0.14F;
    const gfx::Rect inside = rect.inset(radius * 1.1F);
    const gfx::Point at{std::clamp(rect.centre().x + float(off.x), inside.x, inside.right()),
                        std::clamp(rect.centre().y - float(off.y), inside.y, inside.bottom())};
    canvas.circle(at, radius, gfx::palette::paper);
    canvas.ring(at, radius, radius * 0.2F, gfx::palette::pushed);
    canvas.spriteFit(canvas.graphics().sprite("icons/warn"),
                     {at.x - radius * 0.62F, at.y - radius * 0.7F, radius * 1.24F, radius * 1.24F});
}

}  // namespace vonk::screens

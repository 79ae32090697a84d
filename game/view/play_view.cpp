#include "game/view/play_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/gfx/ease.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr double catch_up = 1.25;  // times the world's speed, after the picture stood still
constexpr double win_roll = 2.0;   // ticks that the world still moves on after a win

}  // namespace

PlayView::State::State(const play::Session& s, gfx::Graphics& g, Words w, SoundSink* sink, const Metrics& m)
    : session(s),
      graphics(g),
      words(std::move(w)),
      metrics(m),
      painted(s.level()),
      painter(painted, g, {words.label, words.voltage}),
      hands(g),
      gestures(s),
      fireworks(g),
      sounds(sink),
      known(s.design()),
      waiting(waitingTraffic(s.level())) {
    if (s.level().subject == level::Subject::Bridge) grid = gestures.picking().grid();
    for (const level::Goal& goal : s.level().goals)
        if (goal.kind == level::GoalKind::Steady) swing_limit = goal.limit;
}

PlayView::PlayView(const play::Session& session, gfx::Graphics& graphics, Words words, SoundSink* sounds,
                   const Metrics& metrics)
    : state_(std::make_unique<State>(session, graphics, std::move(words), sounds, metrics)) {
    resize(metrics);
}

PlayView::~PlayView() = default;

void PlayView::resize(const Metrics& metrics) {
    State& s = *state_;
    s.metrics = metrics;
    s.painter.resize(metrics);
    s.around.begin(s.painter, metrics);
    s.gestures.letGoAll();
    s.takeHome();
}

void PlayView::State::paintAnew() {
    painter = WorldPainter(painted, graphics, {words.label, words.voltage});
    at_once = true;
}

void PlayView::loadChanged() {
    State& s = *state_;
    s.painted.traffic = s.session.level().traffic;
    s.waiting = waitingTraffic(s.painted);
    s.paintAnew();
    resize(s.metrics);
}

void PlayView::nextSky() {
    constexpr std::array<std::string_view, 3> skies{"-day", "-dusk", "-storm"};
    State& s = *state_;
    std::string& backdrop = s.painted.scene.backdrop;
    const auto now = std::find_if(skies.begin(), skies.end(),
                                  [&](std::string_view sky) { return backdrop.ends_with(sky); });
    if (now == skies.end()) return;
    backdrop.resize(backdrop.size() - now->size());
    backdrop += now + 1 == skies.end() ? skies.front() : *(now + 1);
    s.paintAnew();
    resize(s.metrics);
}

const Metrics& PlayView::metrics() const {
    return state_->metrics;
}

void PlayView::touch(const platform::PointerEvent& event, ActorCommands& commands) {
    State& s = *state_;
    const Actor actor{static_cast<std::uint8_t>(event.slot)};
    s.fingers[actor] = {event.x, event.y};
    const std::size_t before = commands.size();
    const auto inHand = [&] {
        return std::count_if(s.gestures.holds().begin(), s.gestures.holds().end(), [](const Hold& hold) {
            return hold.dragged && hold.kind != Hold::Kind::Nothing && hold.kind != Hold::Kind::Erase;
        });
    };
    const auto held = inHand();
    if (s.lookAround(event)) return;
    s.gestures.pointer(event, commands);
    if (event.kind == platform::PointerEvent::Kind::Down) s.takePicture(actor);
    const Vec2 place = s.home.metresOf(s.fingers[actor]);
    if (event.kind == platform::PointerEvent::Kind::Down) {
        for (const Hold& hold : s.gestures.holds()) {
            if (hold.actor == actor && hold.kind != Hold::Kind::Nothing) s.sounds.play("tap", 0.6, place);
        }
    }
    if (inHand() > held) s.sounds.play("lift", 0.5, place);
    for (std::size_t i = before; i < commands.size(); ++i) {
        if (std::holds_alternative<play::Operate>(commands[i].command)) s.sounds.play("switch", 0.8, place);
    }
    if (s.gestures.takeMiss()) s.missed = miss_seconds;
    for (const auto& [who, reason] : s.gestures.takeTold()) refused(who, reason);
}

void PlayView::carry(Actor actor, world::PartKind kind, Vec2 px, play::Side side) {
    state_->fingers[actor] = px;
    state_->gestures.carry(actor, kind, px, side);
}

void PlayView::letGo(Actor actor) {
    state_->gestures.letGo(actor);
}

void PlayView::letGoAll() {
    state_->gestures.letGoAll();
    state_->around.letGo();
    state_->takeHome();
}

void PlayView::State::say(Actor actor, std::string text, gfx::Point at) {
    if (text.empty()) return;
    std::erase_if(bubbles, [&](const Bubble& bubble) { return bubble.actor == actor; });
    bubbles.push_back({actor, std::move(text), at, 0.0});
}

void PlayView::refused(Actor actor, const Reason& reason) {
    State& s = *state_;
    const auto finger = s.fingers.find(actor);
    const Vec2 px = finger != s.fingers.end() ? finger->second : s.home.pixelOf(reason.place);
    if (s.words.reason) s.say(actor, s.words.reason(reason), pointOf(px));
}

bool PlayView::handOnScene() const {
    return !state_->gestures.holds().empty() || state_->gestures.chained();
}

void PlayView::select(world::PartKind kind, play::Side side) {
    state_->gestures.select(kind, side);
}
std::optional<world::PartKind> PlayView::selected(play::Side side) const {
    return state_->gestures.selected(side);
}
void PlayView::setTool(Tool tool, play::Side side) {
    state_->gestures.setTool(tool, side);
}
Tool PlayView::tool(play::Side side) const {
    return state_->gestures.tool(side);
}
void PlayView::setMirrored(bool mirrored) {
    state_->gestures.setMirrored(mirrored);
}
bool PlayView::mirrored() const {
    return state_->gestures.mirrored();
}

void PlayView::setPace(double pace) {
    state_->pace = pace;
}

void PlayView::ticked() {
    State& s = *state_;
    s.after_tick = 0.0;
    const world::Snapshot snapshot = s.session.snapshot();
    const play::Phase phase = s.session.phase();
    const bool anew = (snapshot.tick < s.last_tick && phase == play::Phase::Running) ||
                      (phase != s.phase && phase == play::Phase::Running);
    if (anew) {
        // What crosses a wide level is seen from bank to bank.
        s.around.showAll(true);
        s.ring.clear();
        s.breaks.clear();
        s.painter.clearEffects();
        s.worst.clear();
        s.swing.clear();
        s.lost_tick.reset();
        s.behind = false;
        s.stopped = 0.0;
    }
    s.phase = phase;
    s.last_tick = snapshot.tick;
    // What is being shown again must stay in the ring.
    const bool won_stands = s.won && static_cast<double>(snapshot.tick) > s.won_until + 1.0;
    if (!s.story.holdsRing() && !won_stands) s.ring.push(snapshot);
    if (phase == play::Phase::Running) s.scales.see(snapshot);
    if (phase == play::Phase::Running && s.swing_limit) s.swing.see(snapshot);
    if (phase == play::Phase::Running) {
        for (const world::MemberView& member : snapshot.members) {
            auto& [use, pulled] = s.worst[member.part];
            if (member.use < use) continue;
            use = member.use;
            pulled = member.axial > 0.0;
        }
    }
    const std::span<const world::Event> events = s.session.events();
    for (const world::Event& event : events) {
        const bool lost = event.kind == world::EventKind::Lost || event.kind == world::EventKind::Collapse;
        if (lost && !s.lost_tick) s.lost_tick = static_cast<double>(event.tick);
        if (event.kind != world::EventKind::MemberBroke) continue;
        s.breaks.push_back({event.part, static_cast<double>(event.tick), event.place});
        if (s.since_stop > recent_stop && !s.story.running()) {
            s.stopped = hit_stop_seconds;
            s.since_stop = 0.0;
            s.shown = s.ring.last();
            s.behind = true;
        }
    }
    if (!s.story.holdsRing()) s.painter.consume(events);
    const auto& traffic = s.session.level().traffic;
    const bool sheep = !traffic.empty() && traffic.front().vehicle == "sheep";
    // What is being shown again must not be heard twice; the story has the only voice then.
    if (!s.story.running())
        s.sounds.consume(events, sheep, [&](PartId id) {
            const world::Part* part = s.known.find(id);
            const auto& member = part ? picture(part->kind).member : std::nullopt;
            return member && member->broken != BrokenEnd::Splinters;
        });
}

void PlayView::State::lookAtDesign() {
    const world::Design& design = session.design();
    if (design == known) return;
    for (const world::Part& part : design.parts) {
        if (known.find(part.id)) continue;
        young.emplace_back(part.id, 0.0);
        sounds.play("snap", 0.9, middleOf(part.id).value_or(Vec2{}));
    }
    bool removed = false;
    for (const world::Part& part : known.parts) {
        if (design.find(part.id)) continue;
        leaving.emplace_back(part, 0.0);
        removed = true;
    }
    if (removed) sounds.play("remove", 0.7, home.metresOf({0.5 * metrics.width, 0.5 * metrics.height}));
    known = design;
    ++version;
    scales.begin();
    places.clear();
    gestures.refresh();
}

void PlayView::update(double dt) {
    State& s = *state_;
    s.time += dt;
    s.move_time += dt * s.move_pace;
    s.since_stop += dt;
    s.missed = std::max(0.0, s.missed - dt);
    s.after_tick = std::min(1.0, s.after_tick + dt * world::ticks_per_second * s.pace);
    s.painter.update(dt * s.pace);
    s.sounds.update(dt);
    if (s.fireworks.update(dt)) {
        s.sounds.play("firework", 0.35, s.home.metresOf({s.fireworks.lastAt() * s.metrics.width, 0.0}));
    }
    if (s.session.phase() != s.phase && s.session.phase() != play::Phase::Running) {
        s.phase = s.session.phase();
        s.gestures.refresh();
    }
    s.lookAtDesign();
    s.lookForOpenEnds(dt);
    for (auto& [part, age] : s.young) age += dt;
    std::erase_if(s.young, [](const auto& entry) { return entry.second > 1.0; });
    for (auto& [part, age] : s.leaving) age += dt;
    std::erase_if(s.leaving, [](const auto& entry) { return entry.second > leaving_seconds; });
    for (State::Bubble& bubble : s.bubbles) bubble.age += dt;
    std::erase_if(s.bubbles, [](const State::Bubble& bubble) { return bubble.age > bubble_seconds; });
    if (s.session.phase() != play::Phase::Building || s.session.level().mode == level::Mode::Live)
        s.gestures.refresh();
    const double newest = s.ring.empty() ? 0.0 : s.ring.last();
    s.story.update(dt, newest);
    if (s.behind) {
        if (s.stopped > 0.0) {
            s.stopped -= dt;
        } else {
            s.shown += dt * world::ticks_per_second * catch_up;
            s.behind = s.shown < newest;
        }
    }
    if (s.around.update(dt)) s.takeHome();
    s.moveCamera();
}

void PlayView::showWin() {
    State& s = *state_;
    s.won = true;
    s.won_until = (s.ring.empty() ? 0.0 : s.ring.last()) + win_roll;
    s.gestures.letGoAll();
    s.fireworks.begin(s.painter.skyFrom() / s.metrics.width);
}

void PlayView::clearWin() {
    state_->won = false;
    state_->fireworks.end();
}

void PlayView::mark(PartId part) {
    state_->marked = part;
}

void PlayView::suggest(std::span<const play::Place> ghosts, std::optional<world::GridPoint> joint) {
    state_->ghosts.assign(ghosts.begin(), ghosts.end());
    state_->ghost_joint = joint;
}

void PlayView::showGrid(bool shown) {
    state_->grid_shown = shown;
}

void PlayView::ghostMove(std::optional<play::Command> move, double pace) {
    State& s = *state_;
    s.move_pace = pace;
    if (s.move == move) return;
    s.move = std::move(move);
    s.move_time = 0.0;
}

void PlayView::showForcePath(bool shown) {
    state_->force_path = shown;
}
bool PlayView::forcePath() const {
    return state_->force_path;
}
void PlayView::showEngineering(std::optional<EngineerLook> look) {
    state_->engineering = std::move(look);
}
const EngineerScales& PlayView::scales() const {
    return state_->scales;
}
world::Snapshot PlayView::forcesNow() const {
    const world::Snapshot now = state_->readNumbers();
    state_->scales.see(now);
    return now;
}

world::Snapshot PlayView::State::readNumbers() {
    if (drafting()) {
        reading_kept = false;
        return rested();
    }
    const world::Snapshot now = session.snapshot();
    if (!reading_kept || now.tick / reading_ticks != reading.tick() / reading_ticks) reading.copy(now);
    reading_kept = true;
    return reading.view();
}

world::Snapshot PlayView::State::rested() {
    if (!at_rest || rest_version != version || known != session.design()) {
        at_rest.emplace(session.level(), session.design());
        rest_version = version;
    }
    world::Snapshot snapshot = at_rest->snapshot();
    // The greatest use is that of the last test.
    rest_members.assign(snapshot.members.begin(), snapshot.members.end());
    for (const world::MemberView& before : session.snapshot().members)
        for (world::MemberView& member : rest_members)
            if (member.part == before.part) member.peak_use = std::max(member.use, before.peak_use);
    snapshot.members = rest_members;
    return snapshot;
}

PartId PlayView::memberAt(Vec2 px) const {
    const ViewFrame& camera = state_->camera;
    const double radius = finger_radius_mm * state_->metrics.px_per_mm / camera.pixelsPerMetre();
    const world::Snapshot snapshot = state_->session.snapshot();
    const Vec2 at = camera.metresOf(px);
    PartId nearest;
    double least = radius;
    for (const world::MemberView& member : snapshot.members) {
        if (member.fallen) continue;
        const double away =
            distanceToSegment(at, snapshot.joints[member.from].position, snapshot.joints[member.to].position);
        if (away >= least) continue;
        least = away;
        nearest = member.part;
    }
    return nearest;
}

const ViewFrame& PlayView::frame() const {
    return state_->home;
}
const ViewFrame& PlayView::camera() const {
    return state_->camera;
}
Vec2 PlayView::pixelOf(world::GridPoint point) const {
    return state_->camera.pixelOf(point);
}

world::GridPoint PlayView::gridOf(Vec2 px) const {
    return state_->session.snap(state_->camera.metresOf(px), 0.0);
}

std::optional<Vec2> PlayView::State::middleOf(PartId id) const {
    const world::Part* part = session.design().find(id);
    return part ? view::middleOf(session.design(), *part) : std::nullopt;
}

std::optional<Vec2> PlayView::pixelOf(PartId part) const {
    const auto middle = state_->middleOf(part);
    if (!middle) return std::nullopt;
    return state_->camera.pixelOf(*middle);
}

}  // namespace vonk::view

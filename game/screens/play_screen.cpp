#include "game/screens/play_screen.h"

#include <algorithm>
#include <cmath>

#include "game/screens/engineer_layout.h"
#include "game/screens/ghost_hand.h"
#include "game/screens/play_insets.h"
#include "game/world/parts.h"

namespace vonk::screens {

using gfx::Rect;
using play::Phase;
using ui::Widget;

namespace {

constexpr double ghost_after = 6.0;  // s of nothing
constexpr double first_ghost_after = 3.0;
constexpr double hint_seconds = 12.0;
constexpr double win_seconds = 2.6;  // fireworks before the result
constexpr int slow_motion = 4;       // times slower
constexpr int wordless_hints = 3;    // the hand, the piece where it goes, the piece itself

}  // namespace

PlayScreen::PlayScreen(Services& services, const level::Level& level)
    : Screen(services), stirred_(services.now) {
    // The view needs its insets, the layout needs to know what the level shows: made in two steps.
    challenge_ = std::make_shared<Challenge>(services, level, services.metrics({}));
    services.challenge = challenge_;
    engineer_ = std::make_unique<EngineerWindow>(services, challenge_->session());
    panel_ = std::make_unique<EngineerPanel>(services, *challenge_);
    services.visit.levelOpened(level);
    resized();
}

PlayScreen::~PlayScreen() = default;

void PlayScreen::resized() {
    layout_ = playLayout(services().space, playContents(*challenge_, services()));
    const level::Level& level = challenge_->level();
    const bool bridge = level.subject == level::Subject::Bridge;
    addEngineer(layout_, services().space,
                {bridge && level.band >= level::AgeBand::Groep68,
                 bridge && level.band >= level::AgeBand::Onderbouw, engineering_});
    engineer_->resized();
    view::Insets insets = playInsets(services().space, level, layout_);
    challenge_->view().resize(services().metrics(insets));
    if (!engineering_) return;
    // What stands there is seen whole beside the card: the scene becomes smaller only as far as it must.
    insets.bottom += layout_.at("tray").y - layout_.at("engineer.note").y;
    const double least = insets.top, most = layout_.at("engineer.card").bottom() + services().space.gap();
    const world::Snapshot snapshot = challenge_->session().snapshot();
    double highest = level.scene.road;
    for (const world::JointView& joint : snapshot.joints)
        highest = std::max(highest, joint.origin.metres().y);
    constexpr int steps = 4;
    for (int step = 0; step <= steps; ++step) {
        insets.top = least + (most - least) * step / steps;
        challenge_->view().resize(services().metrics(insets));
        const double top = challenge_->view().frame().pixelOf(Vec2{0.0, highest}).y;
        if (top >= most + services().space.units(24)) break;
    }
}

void PlayScreen::left() {
    engineer_->close();
}

bool PlayScreen::takes(const platform::InputEvent& event) {
    if (challenge_->level().subject != level::Subject::Bridge) return engineer_->takes(event);
    const auto* key = std::get_if<platform::KeyEvent>(&event);
    if (!key || key->key != platform::Key::F1) return false;
    if (key->down && !key->repeated) toggleEngineer();
    return true;
}

void PlayScreen::toggleEngineer() {
    engineering_ = !engineering_;
    if (engineering_) challenge_->view().showForcePath(false);
    resized();
}

// The member under a finger that taps is the one that is looked at.
void PlayScreen::chooseMember(const platform::PointerEvent& event) {
    using Kind = platform::PointerEvent::Kind;
    if (!engineering_) return;
    const gfx::Point at{float(event.x), float(event.y)};
    if (event.kind == Kind::Down) touched_ = at;
    if (event.kind != Kind::Up || gfx::length(at - touched_) > services().space.slack()) return;
    if (const PartId member = challenge_->view().memberAt({event.x, event.y})) panel_->choose(member);
}

// The numbers in the scene lie beside cards and keys.
void PlayScreen::showForces() {
    if (!engineering_) return challenge_->view().showEngineering(std::nullopt);
    const Rect card = layout_.at("engineer.card"), note = layout_.at("engineer.note"),
               whole = services().space.whole();
    view::EngineerLook look;
    look.gauge = [this](double value) { return data::formatGauge(value, services().language); };
    const float top = card.bottom() + services().space.units(6);
    look.free = {0, top, whole.w, note.y - services().space.units(6) - top};
    look.letters = services().space.units(26);
    look.chosen = panel_->member();
    for (const ui::Place& place : layout_.places())
        if (place.use == ui::Place::Use::Touch) look.taken.push_back(place.rect);
    challenge_->view().showEngineering(std::move(look));
}

void PlayScreen::opened() {
    stirred_ = services().now;
    suggested_version_ = challenge_->designVersion();
}

bool PlayScreen::building() const {
    return challenge_->session().phase() == Phase::Building ||
           (challenge_->live() && challenge_->session().phase() == Phase::Running);
}

// --- what fingers do ---------------------------------------------------------------------------------------

void PlayScreen::stir() {
    stirred_ = services().now;
    ghost_ = false;
    ghost_on_.clear();
    challenge_->view().ghostMove(std::nullopt);
}

void PlayScreen::letGo() {
    challenge_->view().letGoAll();
    engineer_->letGo();
}

void PlayScreen::pressed(const std::string&, int) {
    stir();
}

void PlayScreen::touchScene(const platform::PointerEvent& event) {
    stir();
    chooseMember(event);
    challenge_->touch(event);
}

bool PlayScreen::draggedOff(const std::string& id, int slot, gfx::Point at) {
    std::string_view name = id;
    const play::Side side = takeSideOff(name);
    if (!name.starts_with("tile.") || !building()) return false;
    const world::PartRow* row = world::findRow(name.substr(5));
    if (!row) return false;
    tapTile(row->key, side);
    challenge_->view().carry(Actor{std::uint8_t(slot)}, row->kind, {double(at.x), double(at.y)}, side);
    return true;
}

void PlayScreen::tapped(const std::string& id, int slot) {
    const Actor actor{std::uint8_t(slot)};
    std::string_view name = id;
    const play::Side side = takeSideOff(name);
    stir();
    if (id == "home") {
        services().go(Request::Kind::Choose);
    } else if (id == "language") {
        services().otherLanguage();
    } else if (id == "hint") {
        showHint(slot);
    } else if (id == "pause") {
        paused_ = !paused_;
    } else if (id == "slow") {
        slow_ = !slow_;
        skipped_ = 0;
    } else if (id == "show-me") {
        services().go(Request::Kind::Show);
    } else if (id == "history") {
        services().go(Request::Kind::History);
    } else if (id == "forces") {
        challenge_->view().showForcePath(!challenge_->view().forcePath());
        if (engineering_) toggleEngineer();
    } else if (id == "engineer") {
        toggleEngineer();
    } else if (id == "hint.card") {
        hint_ = -1;
    } else if (tapTool(name, side, actor)) {
        return;
    } else if (id == "look.left") {
        challenge_->view().look(-1);
    } else if (id == "look.right") {
        challenge_->view().look(1);
    } else if (id == "look.all") {
        challenge_->view().lookAtAll(!challenge_->view().looksAtAll());
    } else if (id == "start") {
        toggleRun(slot);
    } else if (name.starts_with("tile.")) {
        tapTile(name.substr(5), side);
    }
}

void PlayScreen::toggleRun(int slot) {
    const Actor actor{std::uint8_t(slot)};
    if (challenge_->session().phase() == Phase::Building) {
        // What other fingers hold is laid down first: the test shows what stands there now.
        challenge_->view().letGoAll();
        challenge_->view().setTool(view::Tool::Build);
        hint_ = -1;
        if (challenge_->apply(play::Start{}, actor)) {
            panel_->begin();
            challenge_->view().mark({});
            challenge_->propose({});
        }
    } else if (challenge_->session().phase() == Phase::Running) {
        challenge_->apply(play::Stop{}, actor);
    }
}

// Each time the next one, more direct; the last one does it.
void PlayScreen::showHint(int slot) {
    challenge_->hintShown();
    const auto& hints = challenge_->level().hints;
    const bool words = challenge_->reading() && !hints.empty();
    const int of = words ? int(hints.size()) : wordless_hints;
    const bool more = hints_seen_ < of;
    if (more) ++hints_seen_;
    hint_ = words && more ? hints_seen_ - 1 : -1;
    hint_since_ = services().now;
    if (hints_seen_ == of) return lendHand(slot);
    if (words) return;
    if (hints_seen_ == 2)
        if (const auto move = challenge_->nextMove())
            if (const auto* place = std::get_if<play::Place>(&*move)) {
                Idea shown;
                shown.moves = {*place};
                challenge_->propose(shown);
            }
    pointGhost(challenge_->nextMove());
}

void PlayScreen::lendHand(int slot) {
    const auto move = challenge_->nextMove(true);
    if (!move) return;
    // To test, and to take away what somebody has built, is for a hand to do.
    if (std::holds_alternative<play::Start>(*move) || std::holds_alternative<play::Remove>(*move))
        return pointGhost(move);
    if (const auto* place = std::get_if<play::Place>(&*move)) {
        challenge_->view().setTool(view::Tool::Build);
        challenge_->view().select(place->kind);
    }
    challenge_->apply(*move, Actor{std::uint8_t(slot)});
}

// --- time --------------------------------------------------------------------------------------------------

bool PlayScreen::testing() const {
    return !challenge_->live() && challenge_->session().phase() == Phase::Running;
}

void PlayScreen::restPace() {
    paused_ = slow_ = false;
    skipped_ = 0;
}

void PlayScreen::tick() {
    if (!testing()) restPace();
    if (paused_) return;
    if (slow_ && ++skipped_ % slow_motion != 0) return;
    const bool running = testing();
    const bool decided = challenge_->tick();
    if (running) panel_->record();
    if (!decided) return;
    restPace();
    const auto& result = challenge_->session().result();
    if (challenge_->session().phase() == Phase::Won) {
        won_at_ = services().now;
        // Nothing is taken away from what works, and nothing is left to be told.
        challenge_->view().letGoAll();
        challenge_->view().setTool(view::Tool::Build);
        hint_ = -1;
        stir();
        challenge_->view().showWin();
        services().sound("win");
    } else {
        challenge_->view().showFailure(result ? result->reason : Reason{});
        services().go(Request::Kind::Failure);
    }
}

void PlayScreen::update(double seconds) {
    engineer_->passed(seconds);
    view::PlayView& view = challenge_->view();
    view.setPace(paused_ ? 0.0 : slow_ ? 1.0 / slow_motion : 1.0);
    view.showCursor(building() && pane().focused() == ui::scene_stop);
    view.update(seconds);
    const double now = services().now;
    if (hint_ >= 0 && now - hint_since_ > hint_seconds) hint_ = -1;
    if (won_at_ >= 0 && now - won_at_ > win_seconds) {
        won_at_ = -1;
        services().go(Request::Kind::Result);
    }
    const bool quiet =
        building() && hint_ < 0 && won_at_ < 0 && pane().hands().down() == 0 && !view.handOnScene();
    if (!quiet) stirred_ = now;
    // Who reads little and has touched nothing yet is shown soon how it begins.
    const bool untouched =
        challenge_->live() ? !challenge_->begun() : challenge_->touches() == 0 && !challenge_->tested();
    const bool young = challenge_->level().band <= level::AgeBand::Groep35;
    if (quiet && !ghost_ && now - stirred_ > (untouched && young ? first_ghost_after : ghost_after))
        pointGhost(untouched ? challenge_->firstMove() : challenge_->nextMove());
    if (ghost_ && ghost_version_ != challenge_->designVersion()) stir();
    // What was proposed after a failure has been taken up, or something else was done.
    if (suggested_version_ != challenge_->designVersion()) {
        suggested_version_ = challenge_->designVersion();
        challenge_->renewProposal();
        if (!challenge_->begun()) view.setTool(view::Tool::Build);
    }
}

void PlayScreen::pointGhost(const std::optional<play::Command>& move) {
    if (!move) return;
    ghost_ = true;
    ghost_version_ = challenge_->designVersion();
    ghost_since_ = services().now;
    ghost_on_.clear();
    const auto kind = [&]() -> std::optional<world::PartKind> {
        if (const auto* place = std::get_if<play::Place>(&*move)) return place->kind;
        if (const auto* connect = std::get_if<play::Connect>(&*move)) return connect->kind;
        return std::nullopt;
    }();
    // In a level for two banks the hand points at the tray of the side where the move is.
    const play::Side side = challenge_->sideOf(*move);
    if (std::holds_alternative<play::Start>(*move)) {
        ghost_on_ = "start";
    } else if (kind && (challenge_->view().selected(side) != kind ||
                        challenge_->view().tool(side) != view::Tool::Build)) {
        ghost_on_ = prefixOf(side) + "tile." + std::string(world::row(*kind).key);
    } else if (std::holds_alternative<play::MoveJoint>(*move) && layout_.find("move") &&
               challenge_->view().tool(side) != view::Tool::Move) {
        ghost_on_ = "move";
    } else if (std::holds_alternative<play::Remove>(*move) &&
               challenge_->view().tool(side) != view::Tool::Erase) {
        ghost_on_ = prefixOf(side) + "delete";
    } else {
        challenge_->view().ghostMove(move);
    }
}

gfx::Painted PlayScreen::prepare(gfx::Canvas& canvas) {
    const gfx::Painted painted = challenge_->view().prepareSome(canvas);
    if (painted != gfx::Painted::NotYet) challenge_->photograph(canvas);
    if (engineering_) panel_->prepare(canvas, layout_.at("engineer.card"), layout_.at("engineer.note"));
    showForces();
    return painted;
}

void PlayScreen::drawScene(gfx::Canvas& canvas) {
    challenge_->view().draw(canvas);
    if (engineering_) panel_->draw(canvas, layout_.at("engineer.card"), layout_.at("engineer.note"));
}

void PlayScreen::drawOver(gfx::Canvas& canvas) {
    if (ghost_ && !ghost_on_.empty())
        if (const Widget* widget = ui::find(pane().widgets(), ghost_on_))
            drawTappingHand(canvas, widget->rect.centre(), services().now - ghost_since_,
                            services().space.unit(), services().reducedMotion());
    engineer_->draw(canvas, layout_.at("scene"));
}

}  // namespace vonk::screens

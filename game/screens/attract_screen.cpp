#include "game/screens/attract_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/log.h"
#include "engine/record/recording.h"
#include "engine/ui/motion.h"
#include "game/play/command_codec.h"
#include "game/screens/ghost_hand.h"
#include "game/world/parts.h"

namespace vonk::screens {

using gfx::Point;
using gfx::Rect;

namespace {

constexpr std::size_t pieces_by_hand = 4;
constexpr double seconds_a_piece = 1.1, wait_after = 4.5;
constexpr double hand_after = 2.0;  // s that one looks at what fell before the hand comes back

std::string stripOf(world::PartKind kind) {
    const std::string_view key = world::row(kind).key;
    if (key == "steel" || key == "tube") return "bridge/steel";
    if (key == "road") return "bridge/deck";
    if (key == "cable") return "bridge/cable";
    return "bridge/wood";
}

}  // namespace

AttractScreen::AttractScreen(Services& services) : Screen(services) {
    choosePlay();
    resized();
}

// The last bridge of the list that a reader is asked to build: the one with the most to fall.
void AttractScreen::choosePlay() {
    for (const level::Level& level : services().levels) {
        if (level.subject != level::Subject::Bridge || level.mode != level::Mode::Test) continue;
        const auto recording = record::readRecording((level.folder / "fail.toml").string());
        if (!recording) continue;
        std::vector<play::Command> moves;
        std::string why;
        for (const auto& recorded : recording->commands)
            if (auto command = play::decode(recorded, why)) moves.push_back(std::move(*command));
        if (level_ && moves.size() <= moves_.size()) continue;
        level_ = &level;
        moves_ = std::move(moves);
    }
    if (!level_) {
        logWarning("no stored failure of a bridge: the start screen stands still");
        level_ = &services().levels.front();
    }
    const auto places = std::size_t(std::count_if(
        moves_.begin(), moves_.end(), [](const auto& m) { return std::holds_alternative<play::Place>(m); }));
    const std::size_t standing = places > pieces_by_hand ? places - pieces_by_hand : 0;
    std::size_t placed = 0;
    by_hand_ = 0;
    while (by_hand_ < moves_.size() && placed < standing)
        placed += std::holds_alternative<play::Place>(moves_[by_hand_++]);
}

view::Metrics AttractScreen::metrics() const {
    view::Insets insets;
    // On a high screen the bridge stands above the meadows.
    if (services().space.portrait()) insets.bottom = services().space.whole().h * 0.19;
    view::Metrics metrics = services().metrics(insets);
    // The title hangs where the sun is while one builds.
    metrics.sun = 0.9;
    return metrics;
}

void AttractScreen::resized() {
    layout_ = attractLayout(services().space, int(services().languages().size()));
    if (show_.view) show_.view->resize(metrics());
}

void AttractScreen::opened() {
    opened_ = services().now;
    beginShow();
}

void AttractScreen::left() {
    show_ = {};
}

void AttractScreen::beginShow() {
    const auto before = std::exchange(show_, {});
    level::Level shown = *level_;
    shown.scene.backdrop = "delta-day";
    // Near enough that the bridge fills the width of a high screen.
    if (services().space.portrait()) {
        shown.scene.view.low.x = std::max(shown.scene.view.low.x, shown.scene.left_bank - 2.0);
        shown.scene.view.high.x = std::min(shown.scene.view.high.x, shown.scene.right_bank + 2.0);
    }
    show_.session = std::make_unique<play::Session>(std::move(shown));
    show_.view = std::make_unique<view::PlayView>(*show_.session, services().graphics, services().words(),
                                                  nullptr, metrics());
    show_.view->showGrid(false);
    if (before.view) show_.view->takeLand(*before.view);
    next_ = 0;
    while (next_ < by_hand_) show_.session->apply(moves_[next_++], Actor{});
    move_since_ = services().now;
    decided_at_ = -1.0;
}

void AttractScreen::nextMove() {
    if (next_ < moves_.size()) show_.session->apply(moves_[next_++], Actor{});
    move_since_ = services().now;
}

void AttractScreen::tick() {
    if (!show_.session) return;
    const play::Phase before = show_.session->phase();
    show_.session->tick();
    show_.view->ticked();
    const play::Phase after = show_.session->phase();
    if (before != after && (after == play::Phase::Lost || after == play::Phase::Won))
        decided_at_ = services().now;
}

void AttractScreen::update(double seconds) {
    if (!show_.view) return;
    show_.view->update(seconds);
    // Where little motion is asked for the bridge stands there as it is, and the hand at what it misses.
    if (services().reducedMotion()) return;
    const double now = services().now;
    const bool building = show_.session->phase() == play::Phase::Building;
    if (building && next_ < moves_.size()) {
        const bool start = std::holds_alternative<play::Start>(moves_[next_]);
        if (now - move_since_ > (start ? 0.6 : seconds_a_piece)) nextMove();
    }
    if (decided_at_ >= 0 && now - decided_at_ > wait_after) beginShow();
}

ui::Widgets AttractScreen::widgets() const {
    ui::Widgets list;
    list.push_back({.id = "logo",
                    .rect = layout_.at("logo"),
                    .look = ui::PictureLook{{"sprite/ui/logo-vonk"}},
                    .delay = 0.1});
    list.push_back({.id = "title",
                    .rect = layout_.at("title"),
                    .look = ui::StickerLook{std::string(services().text("attract.title")), 176.0, true},
                    .delay = 0.15});
    std::string others;
    for (const std::string& code : services().languages()) {
        if (code == services().language) continue;
        if (!others.empty()) others += "  ·  ";
        others += services().strings.text(code, "attract.touch");
    }
    if (!others.empty())
        list.push_back({.id = "subtitle",
                        .rect = layout_.at("subtitle"),
                        .look = ui::StickerLook{others, 42.0, false},
                        .delay = 0.3});
    if (services().languages().size() > 1) {
        const Rect pill = layout_.at("languages");
        list.push_back(
            {.id = "languages", .rect = pill, .look = ui::PillLook{}, .covers = true, .delay = 0.4});
        int k = 0;
        for (const std::string& code : services().languages())
            list.push_back(
                {.id = "language." + code,
                 .rect = layout_.at(fmt::format("language.{}", k++)),
                 .look = ui::LanguageLook{std::string(services().strings.text(code, "language.short")),
                                          code == services().language},
                 .touchable = true,
                 .delay = 0.4,
                 .around = pill});
    }
    return list;
}

void AttractScreen::tapped(const std::string& id, int) {
    if (id.starts_with("language.")) services().speak(id.substr(9));
}

void AttractScreen::touchScene(const platform::PointerEvent& event) {
    if (event.kind == platform::PointerEvent::Kind::Down) services().go(Request::Kind::Choose);
}

gfx::Painted AttractScreen::prepare(gfx::Canvas& canvas) {
    return show_.view ? show_.view->prepareSome(canvas) : gfx::Painted::Whole;
}

void AttractScreen::drawScene(gfx::Canvas& canvas) {
    if (show_.view) show_.view->draw(canvas);
    drawBalloon(canvas);
    drawForeground(canvas);
}

// In the free sky below the sign, drifting a little up and down.
void AttractScreen::drawBalloon(gfx::Canvas& canvas) const {
    const Rect whole = services().space.whole();
    const float unit = services().space.unit();
    const double t = services().reducedMotion() ? 0.0 : services().now;
    const bool high = services().space.portrait();
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled((high ? 1.7F : 0.9F) * unit);
    style.snap = false;
    const Point at =
        high ? Point{0.72F * whole.w, 0.37F * whole.h} : Point{0.088F * whole.w, 0.235F * whole.h};
    canvas.sprite(canvas.graphics().sprite("scenery/balloon"),
                  at + Point{float(6 * std::sin(0.31 * t)), float(5 * std::sin(0.9 * t))} * unit, style);
}

// Meadows in the lower corners with those who watch: they make the depth, and one of them waves.
void AttractScreen::drawForeground(gfx::Canvas& canvas) const {
    const gfx::Graphics& graphics = canvas.graphics();
    const Rect whole = services().space.whole();
    const float unit = services().space.unit();
    const double t = services().reducedMotion() ? 0.0 : services().now;
    const auto put = [&](std::string_view name, float from_left, float from_bottom, float scale,
                         bool flip = false, float angle = 0.0F) {
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale * unit);
        if (flip) style.scaleX = -style.scaleX;
        style.angle = angle;
        const float x = from_left >= 0 ? from_left * unit : whole.w + from_left * unit;
        canvas.sprite(graphics.sprite(name), {x, whole.h - from_bottom * unit}, style);
    };
    const float sway = float(0.05 * std::sin(3.14159 * t));
    put("scenery/reeds-tall", 330, 20, 0.95F, false, sway);
    put("scenery/reeds-tall", -372, 20, 0.95F, true, -sway);
    put("scenery/bank-meadow-left", 0, 160, 1.0F);
    put("scenery/bank-meadow-right", -0.001F, 158, 1.0F);
    put("scenery/flowers-1", 60, 84, 1.0F);
    put("scenery/flowers-2", 180, 60, 0.9F);
    put("scenery/flowers-1", -220, 100, 1.0F);
    put("animals/sheep-standing", 92, 124, 0.95F, true);
    put("people/child-up-yellow", 200, 104 + float(6 * std::fabs(std::sin(t * 3.2))), 1.18F);
    put("animals/heron", 356, 30, 1.05F, true);
    // The sheep waves for 900 ms every six seconds.
    const double wave = std::fmod(t, 6.0);
    const float paw = wave < 0.9 ? float(0.244 * std::sin(wave / 0.9 * 3 * 6.28318)) : 0.0F;
    put("animals/sheep-waving-body", -180, 92, 1.5F);
    put("animals/sheep-paw", -180 - 26.2F * 1.5F, 92 + 38.5F * 1.5F, 1.5F, false, paw);
    if (wave < 0.9) put("animals/sheep-wave-lines", -180 - 26.2F * 1.5F, 92 + 38.5F * 1.5F, 1.5F);
    put("scenery/reeds-near-dark", 40, -20, 1.0F, false, sway * 0.6F);
    put("scenery/reeds-near-dark", -26, -20, 1.0F, true, -sway * 0.6F);
}

void AttractScreen::drawHand(gfx::Canvas& canvas) const {
    const float unit = services().space.unit();
    const double now = services().now;
    // While the bridge is tested there is nothing to show: all eyes are on what happens.
    const bool testing = show_.session && show_.session->phase() != play::Phase::Building;
    if (testing && !(decided_at_ >= 0 && now - decided_at_ > hand_after)) return;
    const bool moving =
        show_.session && show_.session->phase() == play::Phase::Building && next_ < moves_.size();
    const auto* place = moving ? std::get_if<play::Place>(&moves_[next_]) : nullptr;
    const auto* between = place ? std::get_if<world::BetweenJoints>(&place->placement) : nullptr;
    if (!between) {
        const Rect whole = services().space.whole();
        const double since = testing ? now - decided_at_ - hand_after : now - move_since_;
        drawTappingHand(canvas, {whole.centre().x, whole.h * (services().space.portrait() ? 0.66F : 0.6F)},
                        since, 1.5F * unit, services().reducedMotion());
        return;
    }
    // The hand takes the piece from one joint to the other.
    const Vec2 a = show_.view->pixelOf(between->from), b = show_.view->pixelOf(between->to);
    const Point from{float(a.x), float(a.y)}, to{float(b.x), float(b.y)};
    const double t = std::clamp((now - move_since_ - 0.15) / (seconds_a_piece - 0.3), 0.0, 1.0);
    const Point tip = gfx::mix(from, to, float(ui::easeInOut(t)));
    const gfx::Graphics& graphics = canvas.graphics();
    const std::string strip = stripOf(place->kind);
    // The gap that waits for it.
    const Point along = to - from;
    if (const float length = gfx::length(along); length > 60 * unit) {
        const Point inward = along * (26 * unit / length),
                    side = gfx::perpendicular(along) * (15 * unit / length);
        for (const float hand : {-1.0F, 1.0F})
            canvas.dashedLine(from + inward + side * hand, to - inward + side * hand, 4 * unit, 15 * unit,
                              12 * unit, gfx::hex(0xFFFFFF, 0.95F));
    }
    if (gfx::length(tip - from) > 30 * unit) {
        gfx::StripStyle style;
        style.width = 28 * unit;
        canvas.strip({graphics.sprite(strip + "-cap-left"), graphics.sprite(strip + "-mid"),
                      graphics.sprite(strip + "-cap-right")},
                     from, tip, style);
    }
    canvas.sprite(graphics.sprite("bridge/joint-hot"), from, unit);
    canvas.sprite(graphics.sprite("bridge/snap-target"), to, 0.8F * unit);
    const double twinkle = services().reducedMotion() ? 0.0 : now * 2.2;
    for (int k = 0; k < 4; ++k) {
        const float turn = 0.9F + 1.57F * float(k);
        gfx::SpriteStyle spark =
            gfx::SpriteStyle::scaled(unit * float(0.75 + 0.35 * std::sin(twinkle + 1.7 * k)));
        spark.snap = false;
        canvas.sprite(graphics.sprite(k % 2 == 0 ? "ui/spark-big" : "ui/spark-small"),
                      to + Point{std::cos(turn), std::sin(turn)} * (64 * unit), spark);
    }
    canvas.ring(tip, 56 * unit, 6 * unit, gfx::hex(0xFFFFFF, 0.9F));
    canvas.ring(tip, 84 * unit, 4 * unit, gfx::hex(0xFFFFFF, 0.5F));
    canvas.sprite(graphics.sprite("ui/ghost-hand"), tip, 1.1F * unit);
}

void AttractScreen::drawOver(gfx::Canvas& canvas) {
    drawHand(canvas);
}

}  // namespace vonk::screens

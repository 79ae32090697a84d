#include "game/screens/exhibit.h"

#include <algorithm>

#include "engine/core/assert.h"
#include "engine/core/tick_clock.h"
#include "engine/ui/paint.h"
#include "game/screens/attract_screen.h"
#include "game/screens/career_screen.h"
#include "game/screens/choose_screen.h"
#include "game/screens/failure_screen.h"
#include "game/screens/goodbye_screen.h"
#include "game/screens/history_screen.h"
#include "game/screens/idle_watch.h"
#include "game/screens/keyboard.h"
#include "game/screens/language_screen.h"
#include "game/screens/play_screen.h"
#include "game/screens/result_screen.h"
#include "game/screens/show_screen.h"

namespace vonk::screens {

using platform::PointerEvent;

namespace {
constexpr double scene_seconds = 0.25;
constexpr double longest_frame = 0.1;  // s that animations take at once
}  // namespace

ui::ScreenSize screenOf(const data::Config& config, int width, int height) {
    const data::Size size = config.sizeFor(width, height);
    ui::ScreenSize screen;
    screen.width = width;
    screen.height = height;
    screen.width_mm = size.width;
    screen.height_mm = size.height;
    screen.reach_low_mm = std::max(0.0, config.reachLow - config.bottomAboveFloor);
    screen.reach_high_mm = config.reachHigh - config.bottomAboveFloor;
    // A band that misses the picture, or leaves too little of it for the keys of a screen, is not kept to.
    const double least = 0.4 * std::min(size.height, size.width);
    if (screen.reach_high_mm - screen.reach_low_mm < least)
        screen.reach_high_mm = screen.reach_low_mm + least;
    if (screen.reach_high_mm > size.height) screen.reach_high_mm = size.height;
    screen.hand = config.hand == data::Hand::Left ? ui::Hand::Left : ui::Hand::Right;
    screen.high_contrast = config.highContrast;
    return screen;
}

namespace {
ExhibitSetup fromEasyToHard(ExhibitSetup setup) {
    std::stable_sort(setup.levels.begin(), setup.levels.end(), [](const auto& a, const auto& b) {
        return std::pair(a.band, a.number) < std::pair(b.band, b.number);
    });
    return setup;
}
}  // namespace

struct Exhibit::State {
    explicit State(ExhibitSetup given)
        : setup(fromEasyToHard(std::move(given))),
          services{.config = *setup.config,
                   .strings = *setup.strings,
                   .levels = setup.levels,
                   .graphics = *setup.graphics,
                   .sounds = setup.sounds,
                   .space = ui::ScreenSpace(setup.screen),
                   .language = setup.language.empty() ? setup.config->language : setup.language,
                   .backdrops = Backdrops(*setup.graphics),
                   .visit = Visit(*setup.log, setup.wall),
                   .requests = {},
                   .challenge = nullptr},
          idle(services) {
        pictures = [this](gfx::Canvas& canvas, const ui::PictureName& picture, const gfx::Rect& rect) {
            if (!top().drawPicture(canvas, picture, rect)) drawPicture(canvas, picture, rect);
        };
        stack.push_back(std::make_unique<AttractScreen>(services));
        shown();
    }

    Screen& top() { return *stack.back(); }
    const Screen& top() const { return *stack.back(); }

    // The screen on top begins: its widgets arrive, fingers that are still down belong to nothing.
    void shown() {
        top().opened();
        keyboard.screenOpened();
        refresh();
        top().pane().open(services.now);
    }

    // What a finger still holds belongs to the screen that goes; the next one begins with free hands.
    void hold(Screen& from) {
        from.letGo();
        from.pane().hands().letGo();
    }

    void replace(std::size_t keep, std::unique_ptr<Screen> with) {
        const std::string_view before = top().name();
        hold(top());
        while (stack.size() > keep) {
            stack.back()->left();
            stack.pop_back();
        }
        if (with) {
            if (!stack.empty()) stack.back()->left();
            stack.push_back(std::move(with));
        }
        // What lies on the level in play shares its scene; every other change is a change of scene.
        const auto in_play = [](std::string_view screen) {
            return screen == "play" || screen == "failure" || screen == "history";
        };
        const auto won = [](std::string_view screen) { return screen == "result" || screen == "career"; };
        const std::string_view after = top().name();
        const bool same = (in_play(before) && in_play(after)) || (won(before) && won(after)) ||
                          before == "language" || after == "language";
        if (!same) scene_since = services.now;
        shown();
    }

    void follow(const Request& request) {
        switch (request.kind) {
            case Request::Kind::Attract:
                services.visit.end(engagement::VisitEnd::Left);
                toAttract();
                break;
            case Request::Kind::Goodbye:
                services.visit.end(engagement::VisitEnd::Goodbye);
                services.challenge.reset();
                replace(1, std::make_unique<GoodbyeScreen>(services));
                break;
            case Request::Kind::Choose:
                replace(1, std::make_unique<ChooseScreen>(services));
                break;
            case Request::Kind::Play:
                if (const level::Level* level = services.find(request.level)) play(*level);
                break;
            case Request::Kind::Failure:
                replace(stack.size(), std::make_unique<FailureScreen>(services));
                break;
            case Request::Kind::Result:
                replace(stack.size(), std::make_unique<ResultScreen>(services));
                break;
            case Request::Kind::Show:
                // From a failure it is shown on the level itself, and leads back to that.
                if (services.challenge)
                    replace(stack.size() - (top().name() == "failure" ? 1 : 0),
                            std::make_unique<ShowScreen>(services));
                break;
            case Request::Kind::History:
                if (services.challenge) replace(stack.size(), std::make_unique<HistoryScreen>(services));
                break;
            case Request::Kind::Career:
                replace(stack.size(), std::make_unique<CareerScreen>(services, request.level));
                break;
            case Request::Kind::Language:
                if (top().name() != "language")
                    replace(stack.size(), std::make_unique<LanguageScreen>(services, top()));
                break;
            case Request::Kind::Back:
                if (stack.size() > 1) replace(stack.size() - 1, nullptr);
                break;
        }
    }

    void play(const level::Level& level) {
        services.challenge.reset();
        hold(top());
        // The old level goes before the new one comes: its last attempt is logged in its own place.
        while (stack.size() > 1) {
            stack.back()->left();
            stack.pop_back();
        }
        stack.back()->left();
        stack.push_back(std::make_unique<PlayScreen>(services, level));
        scene_since = services.now;
        shown();
    }

    void toAttract() {
        services.challenge.reset();
        services.language = setup.language.empty() ? setup.config->language : setup.language;
        hold(top());
        stack.erase(stack.begin() + 1, stack.end());
        scene_since = services.now;
        shown();
    }

    void followAll() {
        // A request may lead to another one; a circle of them would be a bug.
        for (int round = 0; round < 8 && !services.requests.empty(); ++round) {
            const std::vector<Request> due = std::move(services.requests);
            services.requests.clear();
            // Of two keys pressed at once the first one counts.
            follow(due.front());
        }
        services.requests.clear();
    }

    // What is on the top screen now.
    void refresh() {
        top().pane().set(top().widgets(), services.now);
        keyboard.refresh(top());
    }

    bool visiting() const { return top().name() != "attract" && top().name() != "goodbye"; }

    ExhibitSetup setup;
    Services services;
    ui::PicturePainter pictures;
    std::vector<std::unique_ptr<Screen>> stack;
    IdleWatch idle;
    TickClock clock;
    double scene_since = -1.0;  // when the scene changed
    bool painted = true;        // the top screen's scene can be drawn
    Keyboard keyboard;
};

Exhibit::Exhibit(ExhibitSetup setup) {
    VONK_ASSERT(setup.config && setup.strings && setup.graphics && setup.log && setup.wall &&
                !setup.levels.empty());
    state_ = std::make_unique<State>(std::move(setup));
}
Exhibit::~Exhibit() = default;

void Exhibit::input(const platform::InputEvent& event) {
    if (const auto* p = std::get_if<PointerEvent>(&event)) pointer(*p);
    if (const auto* k = std::get_if<platform::KeyEvent>(&event)) key(*k);
    if (std::holds_alternative<platform::WheelEvent>(event)) state_->top().takes(event);
    if (const auto* size = std::get_if<platform::ResizeEvent>(&event))
        resize(screenOf(state_->services.config, size->width, size->height));
}

void Exhibit::pointer(const PointerEvent& event) {
    State& s = *state_;
    if (event.kind == PointerEvent::Kind::Down) {
        // The first touch opens the visit, whatever it hits; a touch on the goodbye is still of the last one.
        if (s.top().name() != "goodbye")
            s.services.visit.begin(s.services.language, s.services.levels.size());
    }
    if (event.kind == PointerEvent::Kind::Down) s.keyboard.putAway(s.top());
    if (s.idle.asking()) return s.idle.pointer(event);
    s.idle.touched();

    Screen& screen = s.top();
    if (screen.takes(event)) return;
    const ui::TouchResult result = screen.pane().pointer(event, s.services.space.slack());
    switch (result.kind) {
        case ui::TouchResult::Kind::Scene:
            screen.touchScene(event);
            break;
        case ui::TouchResult::Kind::Pressed:
            s.services.sound("tap", 0.5);
            screen.pressed(result.id, event.slot);
            break;
        case ui::TouchResult::Kind::Tapped:
            screen.tapped(result.id, event.slot);
            break;
        case ui::TouchResult::Kind::DraggedOff:
            if (screen.draggedOff(result.id, event.slot, {event.x, event.y}))
                screen.pane().hands().giveToScene(event.slot);
            break;
        case ui::TouchResult::Kind::Nothing:
            break;
    }
    s.followAll();
    s.refresh();
}

void Exhibit::key(const platform::KeyEvent& event) {
    State& s = *state_;
    if (!event.down) return;
    if (s.idle.asking()) return s.idle.stay();
    s.idle.touched();
    if (s.top().takes(event)) return;
    const std::string_view before = s.top().name();
    if (!s.keyboard.type(s.top(), event)) return;
    if (before != "goodbye") s.services.visit.begin(s.services.language, s.services.levels.size());
    s.services.sound("tap", 0.5);
    s.followAll();
    s.refresh();
}

void Exhibit::resize(const ui::ScreenSize& screen) {
    State& s = *state_;
    s.services.space = ui::ScreenSpace(screen);
    for (const auto& one : s.stack) {
        one->resized();
        one->pane().resize();
    }
    s.idle.pane().resize();
    s.refresh();
}

void Exhibit::update(double seconds) {
    State& s = *state_;
    const double passed = std::clamp(seconds, 0.0, longest_frame);
    s.services.now += passed;
    if (s.idle.update(std::max(seconds, 0.0), s.visiting() || s.services.visit.open(), s.visiting())) {
        s.services.visit.end(engagement::VisitEnd::Timeout);
        s.toAttract();
    }
    for (int due = s.clock.due(seconds); due > 0; --due) {
        s.top().tick();
        s.followAll();
    }
    s.top().update(passed);
    s.followAll();
    s.refresh();
}

bool Exhibit::prepare(gfx::Canvas& canvas) {
    State& s = *state_;
    const gfx::Painted painted = s.top().prepare(canvas);
    s.painted = painted != gfx::Painted::NotYet;
    s.top().pane().prepare(canvas, s.services.space, s.pictures, s.services.now);
    if (s.idle.asking()) s.idle.pane().prepare(canvas, s.services.space, s.pictures, s.services.now);
    return painted == gfx::Painted::Whole;
}

void Exhibit::draw(gfx::Canvas& canvas) {
    State& s = *state_;
    // A new scene comes out of the blue, which lasts until it is painted.
    if (s.painted) {
        s.top().drawScene(canvas);
    } else {
        canvas.clear(ui::theme::deltaBlue);
        s.scene_since = s.services.now;
    }
    const double hidden = 1.0 - ui::progress(s.services.now, s.scene_since, scene_seconds);
    if (hidden > 0 && s.painted)
        canvas.rect(s.services.space.whole(), ui::theme::deltaBlue.withAlpha(float(0.85 * hidden)));
    s.top().pane().draw(canvas, s.services.space, s.pictures, s.services.now);
    if (!s.top().drawsKeyScene() && s.top().pane().focused() == ui::scene_stop)
        ui::paintFocus({canvas, s.services.space, s.pictures}, s.top().keyScene(),
                       s.services.space.units(36));
    if (s.painted) s.top().drawOver(canvas);
    if (s.idle.asking()) s.idle.draw(canvas, s.pictures);
}

bool Exhibit::openLevel(std::string_view id) {
    State& s = *state_;
    const level::Level* level = s.services.find(id);
    if (!level) return false;
    s.services.visit.begin(s.services.language, s.services.levels.size());
    s.idle.touched();
    s.play(*level);
    return true;
}

void Exhibit::home() {
    state_->services.visit.end(engagement::VisitEnd::Left);
    state_->toAttract();
}

std::string_view Exhibit::screenName() const {
    return state_->top().name();
}
bool Exhibit::idleWarning() const {
    return state_->idle.asking();
}
std::string_view Exhibit::language() const {
    return state_->services.language;
}

std::vector<Exhibit::Touchable> Exhibit::touchables() const {
    std::vector<Touchable> found;
    const ui::Pane& pane = state_->idle.asking() ? state_->idle.pane() : state_->top().pane();
    for (const ui::Widget& widget : pane.widgets())
        if (widget.touchable) found.push_back({widget.id, widget.rect, widget.enabled});
    return found;
}

const ui::Widgets& Exhibit::widgets() const {
    return (state_->idle.asking() ? state_->idle.pane() : state_->top().pane()).widgets();
}

std::optional<gfx::Rect> Exhibit::find(std::string_view id) const {
    const ui::Pane& pane = state_->idle.asking() ? state_->idle.pane() : state_->top().pane();
    const ui::Widget* widget = ui::find(pane.widgets(), id);
    return widget ? std::optional(widget->rect) : std::nullopt;
}

std::string Exhibit::focused() const {
    return state_->top().pane().focused().value_or(std::string());
}

std::optional<gfx::Point> Exhibit::cursor() const {
    if (!state_->services.challenge || focused() != ui::scene_stop) return std::nullopt;
    const Vec2 px = state_->services.challenge->view().cursor();
    return gfx::Point{float(px.x), float(px.y)};
}

std::optional<gfx::Point> Exhibit::pixelOf(level::GridPoint point) const {
    if (!state_->services.challenge) return std::nullopt;
    const Vec2 px = state_->services.challenge->view().pixelOf(point);
    return gfx::Point{float(px.x), float(px.y)};
}

std::optional<gfx::Point> Exhibit::pixelOf(PartId part) const {
    if (!state_->services.challenge) return std::nullopt;
    const auto px = state_->services.challenge->view().pixelOf(part);
    return px ? std::optional(gfx::Point{float(px->x), float(px->y)}) : std::nullopt;
}

const play::Session* Exhibit::session() const {
    return state_->services.challenge ? &state_->services.challenge->session() : nullptr;
}
std::string Exhibit::hand() const {
    return state_->top().hand();
}
bool Exhibit::telling() const {
    return state_->top().telling();
}

}  // namespace vonk::screens

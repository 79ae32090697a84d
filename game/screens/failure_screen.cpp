#include "game/screens/failure_screen.h"

#include <algorithm>

#include "engine/ui/motion.h"
#include "game/world/parts.h"

namespace vonk::screens {

using gfx::Rect;
using view::FailurePhase;

namespace {
// Should the story not get to its slow part, the keys come all the same.
constexpr double keys_at_the_latest = 2.5;
}  // namespace

FailureScreen::FailureScreen(Services& services)
    : Screen(services), challenge_(services.challenge), opened_(services.now) {
    if (const auto& result = challenge_->session().result()) reason_ = result->reason;
    seen_ = seen(challenge_->session(), reason_);
    idea_ = nextIdea(challenge_->session(), reason_);
    resized();
}

void FailureScreen::resized() {
    layout_ =
        failureLayout(services().space, challenge_->reading(),
                      challenge_->reading() && services().languages().size() > 1, challenge_->mayShow());
    // What broke is shown between the line above and the cards below.
    const Rect whole = services().space.whole();
    view::Insets covered;
    covered.top = layout_.at("slow").bottom();
    covered.bottom = whole.bottom() - layout_.at("reason").y;
    challenge_->view().tellWithin(covered);
}

bool FailureScreen::telling() const {
    return slow_since_ < 0 || services().now - slow_since_ <
                                  ui::motion::reason_delay + 4 * ui::motion::key_gap + ui::motion::arrive;
}

void FailureScreen::update(double seconds) {
    challenge_->view().update(seconds);
    const FailurePhase phase = challenge_->view().failure().phase;
    if (slow_since_ < 0 && (phase == FailurePhase::Slow || phase == FailurePhase::Rest ||
                            services().now - opened_ > keys_at_the_latest))
        slow_since_ = services().now;
}

std::string FailureScreen::why() const {
    const level::Level& level = challenge_->level();
    if (expected(level, reason_, seen_))
        if (std::string own = services().text(level.mistake); !own.empty()) return own;
    for (const char* picture : {"rope", "flat-rope"})
        if (seen_.picture == picture) return std::string(services().text("failure.rope_snapped"));
    for (const char* picture : {"mast", "leaf", "sag"})
        if (seen_.picture.starts_with(picture))
            return std::string(services().text(std::string("failure.") + picture));
    return services().reason(reason_);
}

std::string FailureScreen::ideaWords() const {
    std::string part;
    if (idea_.kind) part = services().text("said." + std::string(world::row(*idea_.kind).key));
    return services().format(idea_.textKey(), {{"part", part}});
}

ui::Widgets FailureScreen::widgets() const {
    ui::Widgets list;
    const float unit = services().space.unit();
    const bool reading = challenge_->reading();
    ui::KeyLook home;
    home.icon = "home";
    list.push_back(
        {.id = "home", .rect = layout_.at("home"), .look = home, .touchable = true, .arrives = false});

    if (const ui::Place* language = layout_.find("language"))
        list.push_back(languageKey(language->rect, 0.0, false));

    const view::FailureState story = challenge_->view().failure();
    if (story.phase == FailurePhase::Slow || story.phase == FailurePhase::Rest) {
        const Rect pill = layout_.at("slow");
        const auto add = [&](const char* id, const Rect& rect, ui::Look look) {
            list.push_back({.id = id, .rect = rect, .look = std::move(look), .around = pill});
        };
        add("slow", pill, ui::PillLook{});
        add("slow.icon", {pill.x + 28 * unit, pill.y + 12 * unit, 60 * unit, 60 * unit},
            ui::IconLook{"slow-light"});
        const float words = reading ? pill.w * 0.26F : 0.0F;
        if (reading)
            add("slow.text", {pill.x + 102 * unit, pill.y, words, pill.h},
                ui::TextLook{.text = std::string(services().text("failure.slow")),
                             .size = ui::TextSize::Text,
                             .font = gfx::Font::Title,
                             .colour = ui::theme::paper});
        add("slow.times", {pill.right() - 110 * unit, pill.y, 84 * unit, pill.h},
            ui::TextLook{.text = services().format("failure.slowness", {{"times", story.slowness}}),
                         .size = ui::TextSize::Text,
                         .font = gfx::Font::Title,
                         .colour = ui::theme::glow,
                         .align = gfx::Align::Right});
        const float from = pill.x + 112 * unit + words;
        // In steps, so that the picture is not drawn anew for every hair's breadth.
        const double share = std::round(story.progress * 60) / 60;
        add("slow.line", {from, pill.y, pill.right() - 136 * unit - from, pill.h}, ui::ReplayLook{share});
    }
    if (slow_since_ < 0) return list;

    const double first = ui::motion::reason_delay;
    const Rect card = layout_.at("reason");
    const auto on_card = [&](const char* id, const Rect& rect, ui::Look look) {
        list.push_back({.id = id, .rect = rect, .look = std::move(look), .delay = first, .around = card});
    };
    list.push_back({.id = "reason", .rect = card, .look = ui::CardLook{}, .covers = true, .delay = first});
    const Rect picture = reading
                             ? Rect{card.x + 18 * unit, card.y + 16 * unit, 222 * unit, card.h - 32 * unit}
                             : card.inset(14 * unit);
    on_card("reason.picture", picture, ui::PictureLook{{seen_.name()}, true});
    if (reading) {
        const float x = picture.right() + 30 * unit;
        on_card("reason.text", {x, card.y + 8 * unit, card.right() - 30 * unit - x, card.h - 16 * unit},
                ui::TextLook{.text = why(), .size = ui::TextSize::Text});
    }
    const auto key = [&](const char* id, ui::KeyLook look, int index) {
        list.push_back({.id = id,
                        .rect = layout_.at(id),
                        .look = std::move(look),
                        .touchable = true,
                        .delay = first + ui::motion::key_gap * index});
    };
    ui::KeyLook idea{.face = ui::KeyLook::Face::Go, .picture = {idea_.picture()}};
    ui::KeyLook again{.icon = "again"}, self{.icon = "hand"};
    if (reading) {
        idea.label = ideaWords();
        again.label = services().text("failure.again");
        self.label = services().text("failure.self");
        again.size = self.size = ui::TextSize::Text;
    }
    key("idea", idea, 1);
    int index = 2;
    if (layout_.find("show-me")) {
        ui::KeyLook show{.icon = "show"};
        if (reading) {
            show.label = services().text("failure.show");
            show.size = ui::TextSize::Text;
        }
        key("show-me", show, index++);
    }
    key("again", again, index++);
    key("self", self, index);
    return list;
}

void FailureScreen::stop(int slot) {
    challenge_->apply(play::Stop{}, Actor{std::uint8_t(slot)});
    challenge_->view().endFailure();
    if (!reason_.parts.empty()) challenge_->view().mark(reason_.parts.front());
}

void FailureScreen::backToBuilding(int slot) {
    stop(slot);
    services().go(Request::Kind::Back);
}

void FailureScreen::tryIdea(int slot) {
    backToBuilding(slot);
    if (challenge_->session().phase() != play::Phase::Building) return;
    const Idea idea = nextIdea(challenge_->session(), reason_);
    view::PlayView& view = challenge_->view();
    const auto has = [&](const char* tool) {
        const auto tools = challenge_->tools();
        return std::ranges::find(tools, tool) != tools.end();
    };
    view.setTool(idea.away && has("delete") ? view::Tool::Erase
                 : idea.drag && has("move") ? view::Tool::Move
                                            : view::Tool::Build);
    if (idea.kind) view.select(*idea.kind);
    challenge_->propose(idea);
}

void FailureScreen::tapped(const std::string& id, int slot) {
    if (id == "home") {
        services().go(Request::Kind::Choose);
    } else if (id == "language") {
        services().otherLanguage();
    } else if (id == "again") {
        challenge_->view().replayFailure();
        services().sound("whoosh", 0.5);
    } else if (id == "self") {
        backToBuilding(slot);
    } else if (id == "show-me") {
        stop(slot);
        services().go(Request::Kind::Show);
    } else if (id == "idea") {
        tryIdea(slot);
    }
}

}  // namespace vonk::screens

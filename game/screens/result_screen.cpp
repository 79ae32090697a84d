#include "game/screens/result_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/ui/motion.h"

namespace vonk::screens {

using gfx::Rect;
namespace theme = ui::theme;

ResultScreen::ResultScreen(Services& services)
    : Screen(services), challenge_(services.challenge), opened_(services.now) {
    if (const auto& result = challenge_->session().result()) result_ = *result;
    talent_ = talentOf(challenge_->level(), result_);
    next_ = nextLevels(services.levels, services.visit, challenge_->level());
    resized();
}

void ResultScreen::resized() {
    ResultContents contents;
    contents.reading = challenge_->reading();
    contents.talent = talent_.has_value();
    contents.real = !challenge_->level().real.name.empty();
    contents.next = int(next_.size());
    contents.language = challenge_->reading() && services().languages().size() > 1;
    contents.career = careerOpens();
    layout_ = resultLayout(services().space, contents);
}

bool ResultScreen::telling() const {
    return services().now - opened_ < 1.4;
}

bool ResultScreen::careerOpens() const {
    return challenge_->reading() && !challenge_->level().careers.empty();
}

int ResultScreen::earned() const {
    return int(std::count_if(result_.stars.begin(), result_.stars.end(),
                             [](const auto& star) { return star.earned; }));
}

void ResultScreen::update(double seconds) {
    challenge_->view().update(seconds);
    // Each star is heard as it lands.
    if (stars_heard_ < earned() && services().now - opened_ > 0.35 + ui::motion::star_gap * stars_heard_) {
        ++stars_heard_;
        services().sound("star", 0.8);
    }
}

gfx::Painted ResultScreen::prepare(gfx::Canvas& canvas) {
    if (!challenge_->reading()) return challenge_->view().prepareSome(canvas);
    services().backdrops.prepare("night", canvas, services().space, services().now,
                                 services().reducedMotion());
    return gfx::Painted::Whole;
}

void ResultScreen::drawScene(gfx::Canvas& canvas) {
    if (challenge_->reading()) {
        services().backdrops.draw("night", canvas, services().space);
        drawFireworks(canvas, services().space, services().now - opened_, services().reducedMotion());
    } else {
        challenge_->view().draw(canvas);  // the sheep go on dancing
    }
}

bool ResultScreen::drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const Rect& rect) {
    if (picture.name != "built") return false;
    challenge_->drawPhoto(canvas, rect);
    // The thumbnail has square corners; the card's paper makes them round.
    const float edge = 8 * services().space.unit(), radius = 22 * services().space.unit();
    canvas.roundedFrame(rect.inset(-edge), radius + edge, edge, theme::paper);
    return true;
}

void ResultScreen::addKeys(ui::Widgets& list) const {
    const bool reading = challenge_->reading();
    int k = 0;
    for (const auto& [level, why] : next_) {
        ui::KeyLook look;
        look.face = k == 0 ? ui::KeyLook::Face::Go : ui::KeyLook::Face::Paper;
        look.picture = placePicture(*level);
        if (reading) {
            look.label = services().text(level->title);
            look.sub = services().text(why == NextLevel::Why::Harder  ? "result.harder"
                                       : why == NextLevel::Why::Stars ? "result.more_stars"
                                                                      : "result.different");
        }
        // With words the stars come once there are some.
        look.stars = std::uint8_t(services().visit.stars(level->number));
        if (!reading || look.stars > 0) look.stars_of = std::uint8_t(level->stars.size());
        list.push_back({.id = "next." + level->id,
                        .rect = layout_.at(fmt::format("next.{}", k)),
                        .look = look,
                        .touchable = true,
                        .delay = 0.7 + ui::motion::key_gap * k});
        ++k;
    }
    for (const auto& [id, icon, text] :
         {std::tuple{"career", "people", "result.career"}, std::tuple{"again", "again", "result.again"},
          std::tuple{"choose", "home", "result.choose"}}) {
        if (!layout_.find(fmt::format("key.{}", id))) continue;
        ui::KeyLook look;
        look.icon = icon;
        look.arrange = ui::KeyLook::Arrange::Under;
        if (reading) look.label = services().text(text);
        if (next_.empty() && std::string_view(id) == "again") look.face = ui::KeyLook::Face::Go;
        list.push_back({.id = std::string_view(id) == "career" ? "career.open" : id,
                        .rect = layout_.at(fmt::format("key.{}", id)),
                        .look = look,
                        .touchable = true,
                        .delay = 0.7 + ui::motion::key_gap * k++});
    }
}

ui::Widgets ResultScreen::widgets() const {
    ui::Widgets list;
    if (challenge_->reading()) {
        const bool lamp = challenge_->level().subject == level::Subject::Circuit;
        list.push_back(
            {.id = "title",
             .rect = layout_.at("title"),
             .look = ui::StickerLook{std::string(services().text(lamp ? "result.lamp" : "result.bridge")),
                                     84.0, false},
             .delay = 0.2});
        addBuilt(list);
        addCareer(list);
        addTalent(list);
        addReal(list);
    }
    addKeys(list);
    if (const ui::Place* language = layout_.find("language"))
        list.push_back(languageKey(language->rect, 0.2));
    return list;
}

// Without words: what a star is for, as a small sign below it.
void ResultScreen::drawStarPicture(gfx::Canvas& canvas, const level::Star& star, gfx::Point at,
                                   float grown) const {
    const char* icon = star.kind == level::StarKind::Done            ? "icons/check"
                       : star.kind == level::StarKind::Cost          ? "icons/coin"
                       : star.kind == level::StarKind::SpareStrength ? "icons/tri"
                                                                     : "icons/hand";
    const float unit = services().space.unit(), half = 34 * unit * grown;
    const gfx::Point middle{at.x, layout_.at("stars").bottom() + 44 * unit};
    canvas.circle({middle.x, middle.y + 4 * unit}, half * 1.3F, gfx::hex(0x0A1C30, 0.25F));
    canvas.circle(middle, half * 1.3F, theme::paper);
    canvas.spriteFit(canvas.graphics().sprite(icon),
                     {middle.x - half * 0.8F, middle.y - half * 0.8F, half * 1.6F, half * 1.6F});
}

void ResultScreen::drawOver(gfx::Canvas& canvas) {
    const Rect row = layout_.at("stars");
    const float unit = services().space.unit();
    const int of = int(result_.stars.size());
    for (int k = 0; k < of; ++k) {
        const bool on = k < earned();
        const double t = ui::progress(services().now, opened_, 0.32, 0.25 + ui::motion::star_gap * k);
        if (t <= 0) continue;
        // In the middle the largest one.
        const bool centre = of % 2 == 1 && k == of / 2;
        // As large as their row is high.
        const float size = (centre ? 1.0F : 0.78F) * std::min(unit, row.h / 150);
        const gfx::Point at{row.centre().x + 148 * unit * (float(k) - float(of - 1) / 2),
                            row.centre().y + (centre ? 0 : 16) * unit};
        const float grown = services().reducedMotion() ? 1.0F : float(ui::easeOutBack(t, 2.2));
        if (on) canvas.sprite(canvas.graphics().sprite("ui/star-glow"), at, size * grown);
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(size * grown);
        style.angle = 0.17F * (float(k) - float(of - 1) / 2);
        canvas.sprite(canvas.graphics().sprite(on ? "ui/star-on-70" : "ui/star-off-70"), at, style);
        if (!challenge_->reading()) drawStarPicture(canvas, result_.stars[std::size_t(k)].star, at, grown);
    }
}

void ResultScreen::tapped(const std::string& id, int slot) {
    if (id == "again") {
        challenge_->apply(play::Stop{}, Actor{std::uint8_t(slot)});
        challenge_->view().clearWin();
        services().go(challenge_->live() ? Request::Kind::Play : Request::Kind::Back, challenge_->level().id);
    } else if (id == "language") {
        services().otherLanguage();
    } else if (id == "choose") {
        services().go(Request::Kind::Choose);
    } else if (id == "career.open" || id == "career") {
        services().go(Request::Kind::Career, challenge_->level().careers.front().id);
    } else if (id.starts_with("next.")) {
        services().go(Request::Kind::Play, id.substr(5));
    }
}

}  // namespace vonk::screens

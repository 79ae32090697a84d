// What there is on the play screen: goal, money, legend, tray and what is said.
#include <fmt/format.h>

#include <cmath>

#include "game/screens/play_screen.h"

namespace vonk::screens {

using gfx::Rect;
using play::Phase;

void PlayScreen::addTop(ui::Widgets& list) const {
    const float unit = services().space.unit();
    const auto key = [&](const char* id, const char* icon, double delay, bool enabled = true) {
        const ui::Place* place = layout_.find(id);
        if (!place) return;
        ui::KeyLook look;
        look.icon = icon;
        list.push_back({.id = id,
                        .rect = place->rect,
                        .look = look,
                        .touchable = true,
                        .enabled = enabled,
                        .delay = delay});
    };
    key("home", "home", 0.0);
    key("hint", "hint", 0.04, building());
    key("language", "lang", 0.08);
    addSide(list);

    const Rect goal = layout_.at("goal");
    list.push_back({.id = "goal", .rect = goal, .look = ui::CardLook{}, .covers = true, .delay = 0.1});
    const float pad = 11 * unit, high = goal.h - 2 * pad;
    const Rect picture =
        challenge_->reading() ? Rect{goal.x + pad, goal.y + pad, high * 1.4F, high} : goal.inset(pad);
    list.push_back({.id = "goal.picture",
                    .rect = picture,
                    .look = ui::PictureLook{goalPicture(challenge_->level())},
                    .delay = 0.1,
                    .around = goal});
    if (challenge_->reading()) {
        const float x = picture.right() + 28 * unit;
        list.push_back({.id = "goal.text",
                        .rect = {x, goal.y + pad * 0.6F, goal.right() - 24 * unit - x, goal.h - pad * 1.2F},
                        .look = ui::TextLook{.text = goalText()},
                        .delay = 0.1,
                        .around = goal});
    }
}

// What has to happen; where the visitor chose what comes over, what that is.
std::string PlayScreen::goalText() const {
    const level::Level& level = challenge_->level();
    if (!level.choose_load) return services().text(level.task);
    const level::Traffic& load = level.traffic.front();
    return std::string(services().text("load." + (load.jumps ? "jumping" : load.vehicle)));
}

// While a test runs it can be held and slowed; while one builds, what was tried before can be taken up again,
// and who has failed often is shown how it can be done.
void PlayScreen::addSide(ui::Widgets& list) const {
    int at = 0;
    const auto key = [&](const char* id, const char* icon, bool lit = false) {
        const ui::Place* place = layout_.find(fmt::format("side.{}", at++));
        if (!place) return;
        ui::KeyLook look;
        look.icon = icon;
        look.lit = lit;
        list.push_back({.id = id, .rect = place->rect, .look = look, .touchable = true});
    };
    if (testing()) {
        key("pause", paused_ ? "play" : "pause", paused_);
        key("slow", "slow", slow_);
    } else if (building()) {
        if (!challenge_->tries().kept().empty()) key("history", "history");
        if (challenge_->mayShow()) key("show-me", "show");
    }
}

void PlayScreen::addMoney(ui::Widgets& list) const {
    const ui::Place* place = layout_.find("price");
    if (!place) return;
    const float unit = services().space.unit();
    const Rect card = place->rect;
    const double cost = challenge_->session().cost(), budget = challenge_->level().budget;
    const auto add = [&](const char* id, const Rect& rect, ui::Look look) {
        list.push_back({.id = id, .rect = rect, .look = std::move(look), .delay = 0.16, .around = card});
    };
    list.push_back({.id = "price", .rect = card, .look = ui::CardLook{}, .covers = true, .delay = 0.16});
    add("price.icon", {card.x + 24 * unit, card.centre().y - 26 * unit, 52 * unit, 52 * unit},
        ui::IconLook{"coin"});
    const float left = card.x + 92 * unit, right = card.right() - 24 * unit;
    add("price.cost", {left, card.y + 12 * unit, (right - left) * 0.47F, 52 * unit},
        ui::TextLook{.text = services().money(std::round(cost)),
                     .size = ui::TextSize::Head,
                     .font = gfx::Font::Title});
    add("price.budget",
        {left + (right - left) * 0.47F, card.y + 12 * unit, (right - left) * 0.53F, 54 * unit},
        ui::TextLook{.text = services().format("play.of_budget", {{"budget", budget}}),
                     .size = ui::TextSize::Label,
                     .colour = ui::theme::softInk,
                     .align = gfx::Align::Right});
    const double share = budget > 0 ? cost / budget : 0.0;
    const auto state = share > 1.0    ? ui::GaugeLook::State::Hot
                       : share > 0.85 ? ui::GaugeLook::State::Warm
                                      : ui::GaugeLook::State::Good;
    add("price.gauge", {left, card.bottom() - 46 * unit, right - left, 26 * unit},
        ui::GaugeLook{share, -1.0, state});
}

void PlayScreen::addLegend(ui::Widgets& list) const {
    const ui::Place* place = layout_.find("legend");
    // It says what the colours of a test mean: it comes with the first one and stays.
    if (!place || !challenge_->tested()) return;
    const ui::Place* numbers = layout_.find("engineer.card");
    if (numbers && numbers->rect.right() > place->rect.x && numbers->rect.y < place->rect.bottom() &&
        place->rect.y < numbers->rect.bottom())
        return;
    const float unit = services().space.unit();
    const Rect card = place->rect;
    list.push_back({.id = "legend", .rect = card, .look = ui::CardLook{}, .covers = true, .delay = 0.2});
    for (const bool pushed : {true, false}) {
        const float y = card.y + (pushed ? 12 : 64) * unit;
        list.push_back({.id = pushed ? "legend.pushed" : "legend.pulled",
                        .rect = {card.x + 20 * unit, y + 4 * unit, 116 * unit, 44 * unit},
                        .look = ui::PictureLook{{pushed ? "legend/pushed" : "legend/pulled"}},
                        .delay = 0.2,
                        .around = card});
        list.push_back({.id = pushed ? "legend.pushed.text" : "legend.pulled.text",
                        .rect = {card.x + 150 * unit, y, card.w - 168 * unit, 52 * unit},
                        .look = ui::TextLook{.text = std::string(
                                                 services().text(pushed ? "play.pushed" : "play.pulled")),
                                             .size = ui::TextSize::Label},
                        .delay = 0.2,
                        .around = card});
    }
}

// What shows more of forces, for those who are old enough to ask.
void PlayScreen::addForces(ui::Widgets& list) const {
    const auto key = [&](const char* id, bool lit) {
        const ui::Place* place = layout_.find(id);
        if (!place) return;
        ui::KeyLook look;
        look.icon = id;
        look.lit = lit;
        list.push_back({.id = id, .rect = place->rect, .look = look, .touchable = true, .delay = 0.2});
    };
    key("forces", challenge_->view().forcePath());
    key("engineer", engineering_);
    for (const char* id : {"engineer.card", "engineer.note"})
        if (const ui::Place* place = layout_.find(id))
            list.push_back({.id = id, .rect = place->rect, .look = ui::BareLook{}, .covers = true});
}

// The tools and tiles of a side, or those that there are.
void PlayScreen::addPalette(ui::Widgets& list, play::Side side) const {
    const play::Session& session = challenge_->session();
    const view::PlayView& view = challenge_->view();
    const std::string before = prefixOf(side);
    const bool idle = building(), begun = idle && challenge_->begun();
    const view::Tool chosen = view.tool(side);
    struct Tool {
        const char* icon;
        bool enabled, lit;
    };
    const auto look = [&](const std::string& name) -> Tool {
        if (name == "undo") return {"undo", idle && session.canUndo(side), false};
        if (name == "redo") return {"redo", idle && session.canRedo(side), false};
        if (name == "delete") return {"delete", begun, chosen == view::Tool::Erase};
        if (name == "move") return {"hand", begun, chosen == view::Tool::Move};
        if (name == "copy") return {"copy", begun, chosen == view::Tool::Copy};
        if (name == "load") return {"load", idle, false};
        if (name == "sky") return {"sky", idle, false};
        return {"mirror", idle, view.mirrored()};
    };
    for (const std::string& name : challenge_->tools()) {
        const Tool tool = look(name);
        ui::KeyLook key;
        key.icon = tool.icon;
        key.lit = tool.lit;
        list.push_back({.id = before + name,
                        .rect = layout_.at(before + name),
                        .look = key,
                        .touchable = true,
                        .enabled = tool.enabled,
                        .delay = 0.06});
    }
    int index = 0;
    for (const level::PaletteItem& item : challenge_->level().palette) {
        const world::PartRow* row = world::findRow(item.part);
        ui::TileLook tile;
        const std::string part = partOn(challenge_->level(), item.part);
        tile.picture = partPicture(part);
        tile.selected = row && view.selected(side) == row->kind && chosen == view::Tool::Build && idle;
        bool left = true;
        if (challenge_->reading()) {
            tile.name = services().text("part." + part);
            if (item.count) {
                const std::uint32_t rest = challenge_->left(item).value_or(0);
                left = rest > 0;
                tile.sub = left ? services().format("tile.left", {{"count", double(rest)}})
                                : std::string(services().text("tile.gone"));
            } else if (item.price > 0) {
                const bool member = row && row->member.has_value();
                tile.sub = services().format(member ? "tile.price" : "tile.piece", {{"price", item.price}});
            }
        }
        list.push_back({.id = before + "tile." + item.part,
                        .rect = layout_.at(fmt::format("{}tile.{}", before, index)),
                        .look = tile,
                        .touchable = true,
                        .enabled = left && idle,
                        .delay = 0.08 + 0.03 * index});
        ++index;
    }
}

void PlayScreen::addTray(ui::Widgets& list) const {
    const play::Session& session = challenge_->session();
    const Phase phase = session.phase();
    const Rect tray = layout_.at("tray");
    list.push_back({.id = "tray", .rect = tray, .look = ui::TrayLook{}, .covers = true, .arrives = false});
    if (challenge_->level().two_sided) {
        addPalette(list, play::Side::Left);
        addPalette(list, play::Side::Right);
    } else {
        addPalette(list, play::Side::Both);
    }
    if (!layout_.find("start")) return;
    const bool runs = phase != Phase::Building;
    ui::KeyLook start;
    start.face = runs ? ui::KeyLook::Face::Paper : ui::KeyLook::Face::Go;
    start.icon = runs ? "stop" : "play";
    if (challenge_->reading() && !challenge_->level().two_sided)
        start.label = services().text(runs ? "play.stop" : "play.start");
    start.size = ui::TextSize::Head;
    list.push_back(
        {.id = "start",
         .rect = layout_.at("start"),
         .look = start,
         .touchable = true,
         .enabled = phase == Phase::Running || (phase == Phase::Building && !session.check(play::Start{})),
         .delay = 0.2});
}

// What a tool is for, said above its key: as large as its words, low and at the side, so that it covers
// little of what one wants to tap.
void PlayScreen::addToolNote(ui::Widgets& list, play::Side side) const {
    const view::Tool tool = challenge_->view().tool(side);
    const char* name = tool == view::Tool::Erase  ? "delete"
                       : tool == view::Tool::Move ? "move"
                       : tool == view::Tool::Copy ? "copy"
                                                  : nullptr;
    if (!name) return;
    const float unit = services().space.unit(), margin = services().space.margin();
    const Rect key = layout_.at(prefixOf(side) + name), tray = layout_.at("tray"),
               whole = services().space.whole();
    const std::string words{services().text(std::string("play.") + name + "_on")};
    gfx::TextStyle style;
    style.size = services().space.font(ui::TextSize::Text);
    const float room = side == play::Side::Both ? whole.w : whole.w / 2;
    const float most = std::min(720 * unit, room - 2 * margin);
    style.width = most - 60 * unit;
    const gfx::Size said = services().graphics.fonts().measure(words, style);
    const float wide = std::min(most, said.w + 66 * unit), high = said.h + 42 * unit;
    const float from = side == play::Side::Right ? whole.w - room : 0;
    const float x = std::clamp(key.centre().x - wide / 2, from + margin, from + room - margin - wide);
    Rect note{x, tray.y - 14 * unit - high, wide, high};
    // Inwards past keys that stand at the edge of a low scene: they stay to be touched.
    const float inwards = key.centre().x < whole.centre().x ? 1 : -1, gap = services().space.gap();
    for (int pass = 0; pass < 8; ++pass)
        for (const ui::Place& place : layout_.places()) {
            const Rect& other = place.rect;
            if (place.use != ui::Place::Use::Touch || other.y >= tray.y) continue;
            const bool apart = other.right() <= note.x || other.x >= note.right() ||
                               other.bottom() <= note.y || other.y >= note.bottom();
            if (!apart) note.x = inwards > 0 ? other.right() + gap : other.x - gap - wide;
        }
    list.push_back({.id = prefixOf(side) + name + ".note",
                    .rect = note,
                    .look = ui::BubbleLook{words, {key.centre().x, tray.y + 8 * unit}},
                    .covers = true});
}

// A scene that is wider than the screen: to its ends, and all of it.
void PlayScreen::addLook(ui::Widgets& list) const {
    if (!layout_.find("look.left")) return;
    const view::PlayView& view = challenge_->view();
    const auto key = [&](const char* id, const char* icon, bool enabled, bool lit = false) {
        ui::KeyLook look;
        look.icon = icon;
        look.lit = lit;
        list.push_back({.id = id,
                        .rect = layout_.at(id),
                        .look = look,
                        .touchable = true,
                        .enabled = enabled,
                        .delay = 0.12});
    };
    key("look.left", "prev", view.canLook(-1));
    key("look.all", "fit", true, view.looksAtAll());
    key("look.right", "next", view.canLook(1));
}

void PlayScreen::addHint(ui::Widgets& list) const {
    const float unit = services().space.unit();
    if (challenge_->reading() && building())
        for (const play::Side side : challenge_->sides()) addToolNote(list, side);
    if (hint_ < 0 || !challenge_->reading()) return;
    const Rect hint = layout_.at("hint"), card = layout_.at("hint-card");
    // Where something lies between the key and what it says there is no tail.
    const float apart = card.y - hint.bottom();
    const gfx::Point tip = apart < 0 || apart > 110 * unit
                               ? card.centre()
                               : gfx::Point{hint.centre().x, hint.bottom() + 14 * unit};
    list.push_back(
        {.id = "hint.card",
         .rect = card,
         .look = ui::BubbleLook{services().text(challenge_->level().hints[std::size_t(hint_)]), tip},
         .touchable = true,
         .covers = true});
}

ui::Widgets PlayScreen::widgets() const {
    ui::Widgets list;
    addTray(list);
    addTop(list);
    addMoney(list);
    addLegend(list);
    addForces(list);
    addLook(list);
    addHint(list);
    return list;
}

}  // namespace vonk::screens

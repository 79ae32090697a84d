// What every screen is given: words, levels, the look, the ear, the log, the time, and where to go next. One
// of them lives as long as the exhibit.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/data/config.h"
#include "engine/data/strings.h"
#include "engine/gfx/graphics.h"
#include "engine/ui/pane.h"
#include "game/engagement/visit_log.h"
#include "game/screens/backdrops.h"
#include "game/screens/visit.h"
#include "game/view/play_view.h"

namespace vonk::screens {

class Challenge;

// Screens ask for another one; the stack changes between frames, never within a call.
struct Request {
    enum class Kind {
        Attract,
        Choose,
        Play,
        Failure,
        Result,
        Show,
        History,
        Career,
        Language,
        Back,
        Goodbye
    };
    Kind kind = Kind::Attract;
    std::string level;  // Play: its id; Career: that of the career
};

struct Services {
    const data::Config& config;
    const data::Strings& strings;
    const std::vector<level::Level>& levels;
    gfx::Graphics& graphics;
    view::SoundSink* sounds = nullptr;
    ui::ScreenSpace space;
    std::string language;
    Backdrops backdrops;
    Visit visit;
    double now = 0.0;  // s of the exhibit's own clock
    std::vector<Request> requests;
    std::shared_ptr<Challenge> challenge;  // the level that is open

    void go(Request::Kind kind, std::string level = {}) { requests.push_back({kind, std::move(level)}); }
    void sound(std::string_view name, double volume = 1.0) const {
        if (sounds) sounds->play(name, volume, 0.0);
    }

    std::string_view text(std::string_view key) const { return strings.text(language, key); }
    std::string format(std::string_view key, data::Arguments arguments) const {
        return strings.format(language, key, arguments);
    }
    std::string money(double euro) const { return data::formatMoney(euro, language); }
    // What a level says in this language; in the base language where it lacks it; empty where it says
    // nothing.
    std::string text(const level::Text& of) const;
    std::string reason(const Reason& reason) const;
    view::Words words() const;
    bool reducedMotion() const { return config.reducedMotion; }

    // The languages that can be chosen, as the config orders them.
    const std::vector<std::string>& languages() const { return config.languagesOffered; }
    // The language key was touched: of two the other one is spoken, of more there is a list to choose from.
    void otherLanguage();
    void speak(const std::string& code);  // from now on

    const level::Level* find(std::string_view id) const;
    view::Metrics metrics(const view::Insets& insets) const;
};

}  // namespace vonk::screens

// What a level itself says of its expected first mistake is what a visitor reads after making it.
#include "player.h"
#include "reader.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

// Builds the stored failure of a level and waits for its reason.
void fail(Stage& stage, const std::string& id) {
    REQUIRE(stage.exhibit->openLevel(id));
    stage.pass(0.5);
    build(stage, "fail.toml");
    stage.tap("start");
    for (int k = 0; k < 480 && stage.screen() != "failure"; ++k) stage.pass(0.25);
    REQUIRE(stage.screen() == "failure");
    for (int k = 0; k < 80 && !stage.exhibit->find("self"); ++k) stage.pass(0.25);
}

std::string said(const Stage& stage) {
    const auto texts = textsOn(stage, "reason.text");
    REQUIRE(texts.size() == 1);
    return texts.front();
}

void speak(Stage& stage, std::string_view language) {
    if (stage.exhibit->language() != language) {
        stage.tap("language");
        stage.tap("language." + std::string(language));
    }
    REQUIRE(stage.exhibit->language() == language);
    stage.pass(0.1);
}

}  // namespace

TEST_CASE("the expected mistake is told in the level's own words, another one in those of every level") {
    const data::Strings strings = Stage::readStrings();
    int own = 0;
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live || level.mistake.empty()) continue;
        INFO(level.id);
        ++own;
        Stage stage;
        fail(stage, level.id);
        REQUIRE(stage.exhibit->session()->result()->reason.id == level.expected_first_mistake);
        for (const char* language : {"nl", "en"}) {
            speak(stage, language);
            CHECK(said(stage) == level.mistake.at(language));
        }
        // The same failure where the level expects another.
        std::vector<level::Level> levels{level};
        levels.front().expected_first_mistake =
            level.expected_first_mistake == ReasonId::Crushed ? ReasonId::Bent : ReasonId::Crushed;
        Stage other(ui::screenFromInches(1920, 1080, 24), {}, Stage::readStrings(), levels);
        fail(other, level.id);
        for (const char* language : {"nl", "en"}) {
            speak(other, language);
            CHECK(said(other) != level.mistake.at(language));
            const std::string key = "reason." + std::string(name(level.expected_first_mistake));
            const bool rope = level.expected_first_mistake == ReasonId::Snapped;
            bool general = said(other) == strings.text(language, key) ||
                           (rope && said(other) == strings.text(language, "failure.rope_snapped"));
            for (const char* seen : {"failure.mast", "failure.leaf", "failure.sag"})
                general = general || said(other) == strings.text(language, seen);
            INFO(said(other));
            CHECK(general);
        }
    }
    CHECK(own >= 8);
}

TEST_CASE("a level without a sentence of its own tells its mistake as every level does") {
    const data::Strings strings = Stage::readStrings();
    for (const level::Level& level : Stage::readLevels()) {
        if (level.id != "cheese-truck") continue;
        REQUIRE(level.mistake.empty());
        Stage stage;
        fail(stage, level.id);
        CHECK(said(stage) == strings.text("nl", "reason.buckled"));
    }
}

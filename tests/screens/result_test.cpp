// What the result says of a bridge: bars that grow with what they name, the star of each on its bar, and what
// every star that is missing needs.
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

// Builds the stored win and sits until its result is told.
void win(Stage& stage, const char* level, const char* recording = "win.toml") {
    stage.exhibit->openLevel(level);
    stage.pass(1.0);
    build(stage, recording);
    stage.tap("start");
    for (int k = 0; k < 120 && stage.screen() != "result"; ++k) stage.pass(0.5);
    REQUIRE(stage.screen() == "result");
    stage.pass(4.0);
}

template <class Look>
const Look* lookOf(const Stage& stage, std::string_view id) {
    for (const ui::Widget& widget : stage.exhibit->widgets())
        if (widget.id == id) return std::get_if<Look>(&widget.look);
    return nullptr;
}

std::string textOf(const Stage& stage, std::string_view id) {
    const auto* look = lookOf<ui::TextLook>(stage, id);
    return look ? look->text : std::string{};
}

const play::StarResult& starOf(const Stage& stage, level::StarKind kind) {
    const auto& stars = stage.exhibit->session()->result()->stars;
    return *std::ranges::find_if(stars, [&](const auto& star) { return star.star.kind == kind; });
}

}  // namespace

TEST_CASE("the bar of strength is past its star where that is earned, and short of it where it is not") {
    for (const auto& [level, earned] : {std::pair{"cheese-truck", true}, std::pair{"storm-repair", false}}) {
        INFO(level);
        Stage stage;
        win(stage, level);
        REQUIRE(starOf(stage, level::StarKind::SpareStrength).earned == earned);
        const auto* bar = lookOf<ui::GaugeLook>(stage, "use.gauge");
        REQUIRE(bar);
        CHECK((bar->value >= bar->limit) == earned);
        CHECK(bar->limit > 0.0);
        CHECK(bar->limit < 1.0);
        const auto* star = lookOf<ui::StarLook>(stage, "use.star");
        REQUIRE(star);
        CHECK(star->earned == earned);
        CHECK_FALSE(textOf(stage, "use.needs").empty());
    }
}

TEST_CASE("a bridge that uses less of what it bears has a longer bar") {
    Stage weak, strong;
    win(weak, "two-banks");
    win(strong, "two-banks", "win-strong.toml");
    const double much = weak.exhibit->session()->result()->measures.greatest_use,
                 little = strong.exhibit->session()->result()->measures.greatest_use;
    REQUIRE(much > little);
    const auto *low = lookOf<ui::GaugeLook>(weak, "use.gauge"),
               *high = lookOf<ui::GaugeLook>(strong, "use.gauge");
    REQUIRE(low);
    REQUIRE(high);
    CHECK(low->value < high->value);
    CHECK(textOf(weak, "use.value") == "1,5×");
    CHECK(textOf(strong, "use.value") == "2,8×");
}

TEST_CASE("each star that is missing says what it needs, with its number, and nothing else is asked for") {
    Stage stage;
    win(stage, "storm-repair");
    CHECK_FALSE(starOf(stage, level::StarKind::Cost).earned);
    CHECK(textOf(stage, "star.next.0").find("€\u00a0300") != std::string::npos);
    CHECK(textOf(stage, "star.next.1").find("1,5×") != std::string::npos);
    CHECK(textOf(stage, "star.next.2").empty());
    Stage all;
    win(all, "cheese-truck");
    CHECK(textOf(all, "star.next.0").empty());
}

TEST_CASE("money has a bar and a star even where there is no budget") {
    Stage stage;
    win(stage, "wobbly-frames");
    CHECK(textOf(stage, "cost.value").find("113") != std::string::npos);
    CHECK(textOf(stage, "cost.needs").find("120") != std::string::npos);
    const auto* bar = lookOf<ui::GaugeLook>(stage, "cost.gauge");
    REQUIRE(bar);
    CHECK(bar->value < bar->limit);
    CHECK(bar->limit < 1.0);
}

TEST_CASE("who reads no numbers yet is told strength in words") {
    Stage stage;
    win(stage, "rope-and-pole");
    CHECK(textOf(stage, "use.value") == "sterk genoeg");
    CHECK(textOf(stage, "use.value").find("×") == std::string::npos);
}

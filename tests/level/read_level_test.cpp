#include <algorithm>
#include <catch2/catch.hpp>

#include "game/level/level.h"
#include "level_file.h"

using namespace vonk;
using namespace vonk::level;
using namespace vonk::test;

namespace {

const Vocabulary words{{{"wood", Vocabulary::Placement::BetweenJoints, 5.0},
                        {"road", Vocabulary::Placement::BetweenJoints, 6.0},
                        {"lamp", Vocabulary::Placement::AtPoint, 0.0}},
                       {"cart", "child"},
                       {"child"}};

Result<Level> readText(const std::string& text) {
    return readLevel(writeLevel(text), {"nl", "en"}, &words);
}

std::string describe(const Errors& errors) {
    std::string all;
    for (const Error& error : errors) all += toString(error) + '\n';
    return all;
}

}  // namespace

TEST_CASE("A good level is read whole") {
    const auto level = readText(good_level);
    INFO((level ? "" : describe(level.error())));
    REQUIRE(level);
    CHECK(level->id == "a-bridge");
    CHECK(level->subject == Subject::Bridge);
    CHECK(level->number == 7);
    CHECK(level->band == AgeBand::Groep68);
    CHECK(level->expected_first_mistake == ReasonId::Buckled);
    CHECK(level->title.at("nl") == "De brug");
    CHECK(level->scene.build.high.x == 10.0);
    CHECK(level->scene.water == -2.0);
    REQUIRE(level->scene.anchors.size() == 2);
    CHECK(level->scene.anchors[0].pier);
    CHECK_FALSE(level->scene.anchors[0].slides);
    CHECK(level->scene.anchors[1].at == GridPoint{10000, 0});
    CHECK(level->scene.anchors[1].slides);
    REQUIRE(level->palette.size() == 2);
    CHECK(level->palette[0].longest == 4.0);
    CHECK_FALSE(level->palette[0].count);
    CHECK(level->palette[1].count == 5U);
    REQUIRE(level->fixed.size() == 1);
    CHECK(level->fixed[0].to == GridPoint{2000, 2000});
    CHECK(level->traffic.at(0).count == 2);
    CHECK(level->goals.at(0).kind == GoalKind::AllAcross);
    CHECK(level->stars.at(1).limit == 400.0);
    CHECK(level->careers.at(0).id == "constructeur");
    CHECK(level->remarks.empty());
}

TEST_CASE("Each mistake in a level is refused at its line and key") {
    struct Mistake {
        std::string from, to, key, reason;
    };
    const auto mistake = GENERATE(
        Mistake{"number = 7\n", "", "number", ""}, Mistake{"number = 7", "number = \"7\"", "number", ""},
        Mistake{"number = 7", "number = 0", "number", ""}, Mistake{"number = 7", "number = -3", "number", ""},
        Mistake{"number = 7", "number = 7.5", "number", ""},
        Mistake{"minutes = 3", "minutes = nan", "minutes", ""},
        Mistake{"minutes = 3", "minutes = inf", "minutes", ""},
        Mistake{"minutes = 3", "minutes = 1e300", "minutes", ""},
        Mistake{"mode = \"test\"", "mode = \"tset\"", "mode", ""},
        Mistake{"band = \"groep-6-8\"", "band = \"groep-9\"", "band", ""},
        Mistake{"\"buckled\"", "\"bukled\"", "expected_first_mistake", "no such mistake"},
        Mistake{"\"buckled\"", "\"too-long\"", "expected_first_mistake", "no such mistake"},
        Mistake{"\"buckled\"", "3", "expected_first_mistake", ""},
        Mistake{"budget = 500", "budget = 500\ncolour = \"red\"", "colour", "unknown"},
        Mistake{"[\"slo-2006:44\"]", "[\"44\"]", "curriculum", ""},
        Mistake{"[\"slo-2006:44\"]", "[]", "curriculum", "at least one"},
        Mistake{"[\"constructeur\"]", "[]", "careers", "at least one"},
        Mistake{"[\"constructeur\"]", "[\"a\", \"a\"]", "careers", "twice"},
        Mistake{"en = \"The bridge\"\n", "", "title.en", "missing"},
        Mistake{"en = \"Build a triangle.\"\n", "", "en", "missing"},
        Mistake{"nl = \"De brug\"", "nl = \"  \"", "title.nl", "empty"},
        Mistake{"nl = \"De brug\"", "nl = 5", "title.nl", ""},
        Mistake{"en = \"It is 10 metres.\"\n", "", "real.fact.en", "missing"},
        Mistake{"source = \"a book\"\n", "", "real.source", ""},
        Mistake{"view = [-5, -5, 15, 8]", "view = [-5, -5, 15]", "scene.view", "four numbers"},
        Mistake{"view = [-5, -5, 15, 8]", "view = [15, -5, -5, 8]", "scene.view", ""},
        Mistake{"build = [0, -1, 10, 5]", "build = [0, -1, 99, 5]", "scene.build", "outside"},
        Mistake{"view = [", "reach = [-4, -5, 30, 8]\nview = [", "scene.reach", "hold scene.view"},
        Mistake{"view = [", "reach = [-9, -9, 30, nan]\nview = [", "scene.reach", ""},
        Mistake{"view = [", "reach = [-99, -9, 30, 9]\nview = [", "scene.reach", "four times"},
        Mistake{"view = [", "reach = [-9, -9, 30, 99]\nview = [", "scene.reach", "four times"},
        Mistake{"view = [", "reach = [-9, -9, 30]\nview = [", "scene.reach", "four numbers"},
        Mistake{"view = [-5, -5, 15, 8]", "view = [-5, -5, 8, 8]\nreach = [-5, -5, 9, 8]", "scene.build",
                "outside scene.reach"},
        Mistake{"view = [-5, -5, 15, 8]", "view = [-5, -5, 8, 8]\nreach = [-5, -5, 9, 8]", "at",
                "outside scene.reach"},
        Mistake{"minutes = 3", "minutes = 3\ntwo_sided = 1", "two_sided", ""},
        Mistake{"minutes = 3", "minutes = 3\ntwo_sided = \"both\"", "two_sided", ""},
        Mistake{"grid = 1.0", "grid = 0", "scene.grid", ""},
        Mistake{"grid = 1.0", "grid = 0.0125", "scene.grid", ""},
        Mistake{"grid = 1.0", "grid = 0.01", "scene.grid", "too fine"},
        Mistake{"right_bank = 10", "right_bank = -10", "scene.right_bank", ""},
        Mistake{"right_bank = 10", "right_bank = 10\nbackdrop = \"river\"", "scene.backdrop", ""},
        Mistake{"right_bank = 10", "right_bank = 10\nbackdrop = \"moon-day\"", "scene.backdrop", ""},
        Mistake{"right_bank = 10", "right_bank = 10\nbackdrop = \"river-noon\"", "scene.backdrop", ""},
        Mistake{"at = [10, 0]", "at = [0, 0]", "at", "coincide"},
        Mistake{"at = [10, 0]", "at = [99, 0]", "at", "outside"},
        Mistake{"at = [10, 0]", "at = [10, 0.0004]", "at", "millimetres"},
        Mistake{"at = [10, 0]", "at = [nan, 0]", "at", ""},
        Mistake{"[[-20, -6], [30, -6], [30, 0], ", "[[30, 0], [30, 0], ", "outline", "coincide"},
        Mistake{"[[-20, -6], [30, -6], [30, 0], [10, 0], [9, -4], [1, -4], [0, 0], [-20, 0]]",
                "[[0, 0], [0, 1], [1, 0]]", "outline", "counter-clockwise"},
        Mistake{"[[-20, -6], [30, -6], [30, 0], [10, 0], [9, -4], [1, -4], [0, 0], [-20, 0]]",
                "[[0, 0], [4, 0], [1, 3], [3, 2], [0, 1]]", "outline", "crosses itself"},
        Mistake{"part = \"wood\"\nprice", "part = \"woood\"\nprice", "part", "no such part"},
        Mistake{"part = \"road\"", "part = \"wood\"", "part", "already"},
        Mistake{"longest = 4.0", "longest = 9.0", "longest", "longer than"},
        Mistake{"price = 40", "price = -40", "price", ""}, Mistake{"count = 5", "count = 0", "count", ""},
        Mistake{"to = [2, 2]", "to = [0, 0]", "to", "coincide"},
        Mistake{"to = [2, 2]", "to = [2, 7]", "to", "outside"},
        Mistake{"part = \"wood\"\nfrom", "part = \"lamp\"\nfrom", "part", "between joints"},
        Mistake{"to = [2, 2]", "to = [2, 2]\nloose = 1", "loose", ""},
        Mistake{"part = \"wood\"\nfrom", "part = \"lamp\"\nloose = true\nfrom", "loose", "palette"},
        Mistake{"to = [2, 2]", "to = [2, 2]\nlook = \"gold\"", "look", ""},
        Mistake{"slides = true", "slides = true\n[[scene.decor]]\nkind = \"ufo\"\nat = [1, 1]\nsize = 1",
                "kind", ""},
        Mistake{"slides = true", "slides = true\n[[scene.decor]]\nkind = \"beam\"\nat = [nan, 1]\nsize = 1",
                "at", ""},
        Mistake{"slides = true", "slides = true\n[[scene.decor]]\nkind = \"beam\"\nat = [1, 1]\nsize = 0",
                "size", ""},
        Mistake{"vehicle = \"cart\"", "vehicle = \"rocket\"", "vehicle", "no such vehicle"},
        Mistake{"speed = 2", "speed = 2\njumps = {at = 5, frequency = 2, seconds = 4}", "jumps", "walks"},
        Mistake{"\"cart\"", "\"child\"\njumps = {at = 99, frequency = 2, seconds = 4}", "at", ""},
        Mistake{"\"cart\"", "\"child\"\njumps = {at = 5, frequency = nan, seconds = 4}", "frequency", ""},
        Mistake{"\"cart\"", "\"child\"\njumps = {at = 5, frequency = 2}", "seconds", ""},
        Mistake{"\"cart\"", "\"child\"\njumps = {at = 5, frequency = 2, seconds = 4, high = 1}", "high", ""},
        Mistake{"count = 2", "count = 1000000", "count", ""},
        Mistake{"speed = 2", "speed = 1e9", "speed", ""},
        Mistake{"kind = \"all-across\"", "kind = \"win\"", "kind", ""},
        Mistake{"kind = \"all-across\"", "kind = \"stays-up\"", "seconds", ""},
        Mistake{"kind = \"all-across\"", "kind = \"steady\"", "limit", ""},
        Mistake{"kind = \"all-across\"", "kind = \"steady\"\nlimit = nan", "limit", ""},
        Mistake{"kind = \"all-across\"", "kind = \"steady\"\nlimit = 0", "limit", ""},
        Mistake{"kind = \"all-across\"", "kind = \"steady\"\nlimit = 0.1\nseconds = 2", "seconds", ""},
        Mistake{"kind = \"all-across\"", "kind = \"stays-up\"\nseconds = 31", "seconds", "time_limit"},
        Mistake{"mode = \"test\"", "mode = \"live\"", "kind", "a bridge needs mode"},
        Mistake{"kind = \"done\"", "kind = \"touches\"\nlimit = 3", "kind", "first star"},
        Mistake{"kind = \"cost\"\nlimit = 400", "kind = \"done\"", "kind", "already"},
        Mistake{"limit = 400\n", "", "limit", ""}, Mistake{"right_bank = 10\n", "", "scene.right_bank", ""},
        Mistake{"left_bank = 0\n", "", "scene.left_bank", "missing"},
        Mistake{"road = 0\n", "", "scene.road", "missing"},
        Mistake{"right_bank = 10", "right_bank = 0", "scene.right_bank", "right of"},
        Mistake{"budget = 500", "budget = 0", "budget", "leave it out"},
        Mistake{"kind = \"cost\"\nlimit = 400", "kind = \"touches\"\nlimit = 4.5", "stars[1].limit", "whole"},
        Mistake{"[\"slo-2006:44\"]", "[\"slo-2006:44\", \"slo-2006:44\"]", "curriculum[1]", "twice"},
        Mistake{"[\"slo-2006:44\"]", "[\"foo:bar\"]", "curriculum[0]", "slo-2006:44"},
        Mistake{"[\"slo-2006:44\"]", "[\"slo-2006:\"]", "curriculum[0]", "slo-2006:44"},
        Mistake{"nl = \"De brug\"", "nl = \"De\\u0007brug\"", "title.nl", "U+0007"},
        Mistake{"nl = \"De brug\"", "nl = \"De\\u202Ebrug\"", "title.nl", "U+202E"},
        Mistake{"nl = \"De brug\"", "nl = \"De\\nbrug\"", "title.nl", "U+000A"},
        Mistake{"\"a book\"", "\"a \\u001B book\"", "real.source", "U+001B"},
        Mistake{"\"a book\"", "\"" + std::string(300, 'x') + "\"", "real.source", "longer than"},
        Mistake{"part = \"wood\"\nfrom", "part = \"wood\"\nat = [2, 2]\nfrom", "fixed[0].at", "either"},
        Mistake{"time_limit = 30", "time_limit = 0", "time_limit", ""});
    const std::string text = with(good_level, mistake.from, mistake.to);
    const auto level = readText(text);
    INFO("instead of \"" << mistake.from << "\": \"" << mistake.to << '"');
    REQUIRE_FALSE(level);
    INFO(describe(level.error()));
    bool named = false;
    for (const Error& error : level.error()) {
        CHECK(error.file.find("level.toml") != std::string::npos);
        named = named || (error.line > 0 && error.key.find(mistake.key) != std::string::npos &&
                          error.reason.find(mistake.reason) != std::string::npos);
    }
    CHECK(named);
}

TEST_CASE("A mistake is said once, not with what follows from it") {
    const auto only = [](const std::string& text, const std::string& reason) {
        const auto level = readText(text);
        REQUIRE_FALSE(level);
        INFO(describe(level.error()));
        REQUIRE(level.error().size() == 1);
        CHECK(level.error().front().line > 0);
        CHECK(level.error().front().reason.find(reason) != std::string::npos);
    };
    const auto repeated = [](const std::string& table, int times) {
        std::string all;
        for (int i = 0; i < times; ++i) all += table;
        return all;
    };
    only(with(good_level, "[real]", repeated("[[traffic]]\nvehicle = \"cart\"\n", 60) + "[real]"),
         "50 vehicles");
    only(with(good_level, "[scene]", repeated("[[hints]]\nnl = \"A.\"\nen = \"B.\"\n", 3) + "[scene]"),
         "three");
    only(with(good_level, "at = [10, 0]", "at = [nan, 0]"), "finite");
    only(with(good_level, "[[palette]]", repeated("[[scene.anchors]]\nat = [1, 1]\n", 120) + "[[palette]]"),
         "at most 100");
}

TEST_CASE("What can be played and is not good is remarked at its line") {
    struct Remark {
        std::string from, to, key, reason;
    };
    const auto remark =
        GENERATE(Remark{"view = [-5, -5, 15, 8]", "view = [-6, -3.5, 1000, 8]", "scene.view",
                        "too small for a finger"},
                 Remark{"view = [-5, -5, 15, 8]", "view = [-6, -3.5, 10.5, 900]", "scene.view",
                        "too small for a finger"},
                 Remark{"view = [-5, -5, 15, 8]", "view = [0, -1, 10, 5]", "scene.build", "under the tray"},
                 Remark{"build = [0, -1, 10, 5]\ngrid = 1.0", "build = [0.5, 0.5, 2.5, 2.5]\ngrid = 3.0",
                        "scene.grid", "no point of the grid"},
                 Remark{"longest = 4.0", "longest = 0.5", "palette[0].longest", "never be laid"},
                 Remark{"at = [10, 0]", "at = [10, -4.8]", "scene.anchors[1].at", "edge of scene.view"},
                 Remark{"right_bank = 10", "right_bank = 10\nbackdrop = \"lighthouse-dusk\"",
                        "scene.backdrop", "circuits"},
                 Remark{"minutes = 3", "minutes = 3\ntwo_sided = true", "two_sided", "no anchor lies right"},
                 Remark{"en = \"The bridge\"", "en = \"The \U0001F411\"", "title.en", "U+1F411"},
                 Remark{"en = \"The bridge\"", "en = \"\u6F22\u5B57\"", "title.en", "U+6F22"},
                 Remark{"en = \"The bridge\"", "en = \"" + std::string(60, 'x') + "\"", "title.en",
                        "fit on the screen"},
                 Remark{"en = \"Build a triangle.\"",
                        "en = \"Build a triangle.\"\n[[hints]]\nnl = \"Bouw.\"\nen = \"Build a triangle.\"",
                        "hints[1].en", "same as hints[0]"},
                 Remark{"groep-6-8", "groep-1-2", "story", "nobody reads"});
    std::string text = with(good_level, remark.from, remark.to);
    if (remark.key == "two_sided") text = with(text, "at = [10, 0]", "at = [1, 0]");
    const auto level = readText(text);
    INFO("instead of \"" << remark.from << "\": \"" << remark.to << '"');
    INFO((level ? "" : describe(level.error())));
    REQUIRE(level);
    INFO(describe(level->remarks));
    CHECK(std::any_of(level->remarks.begin(), level->remarks.end(), [&](const Error& error) {
        return error.line > 0 && error.key == remark.key &&
               error.reason.find(remark.reason) != std::string::npos;
    }));
}

TEST_CASE("An error stays one line whatever a file holds") {
    CHECK(toString({"a\nb", 3, "k\u001B", "\u202Ex\u0085\u2066"}) ==
          "a\\nb:3: k\\u001B: \\u202Ex\\u0085\\u2066");
    CHECK(toString({"café", 0, "", "€ – \u2009"}) == "café: € – \u2009");
}

TEST_CASE("Walkers who jump in step are read, and are part of what a replay depends on") {
    const auto level =
        readText(with(good_level, "\"cart\"", "\"child\"\njumps = {at = 5, frequency = 2.2, seconds = 4}"));
    REQUIRE(level);
    REQUIRE(level->traffic.at(0).jumps);
    CHECK(level->traffic[0].jumps->at == 5.0);
    CHECK(level->traffic[0].jumps->frequency == 2.2);
    CHECK(level->traffic[0].jumps->seconds == 4.0);
    const auto slower =
        readText(with(good_level, "\"cart\"", "\"child\"\njumps = {at = 5, frequency = 2.1, seconds = 4}"));
    REQUIRE(slower);
    CHECK(slower->physicsHash() != level->physicsHash());
}

TEST_CASE("A level may name what its mistake looks like and what is offered then, from what there is") {
    const auto mistake = [](const std::string& keys) {
        return with(good_level, "[title]",
                    "[mistake]\n" + keys + "nl = \"Hij valt.\"\nen = \"It falls.\"\n\n[title]");
    };
    const auto plain = readText(mistake(""));
    REQUIRE(plain);
    CHECK(plain->mistake.at("nl") == "Hij valt.");
    CHECK(plain->mistake_picture.empty());
    CHECK(plain->mistake_idea.empty());
    for (const std::string_view picture : pictureNames())
        for (const std::string_view idea : ideaNames()) {
            const auto level = readText(mistake("picture = \"" + std::string(picture) + "\"\nidea = \"" +
                                                std::string(idea) + "\"\n"));
            REQUIRE(level);
            CHECK(level->mistake_picture == picture);
            CHECK(level->mistake_idea == idea);
            CHECK(level->physicsHash() == plain->physicsHash());
        }
    for (const auto& [keys, key] :
         {std::pair{"picture = \"mist\"\n", "picture"}, std::pair{"idea = \"wing\"\n", "idea"},
          std::pair{"idea = \"\"\n", "idea"}, std::pair{"picture = 5\n", "picture"},
          std::pair{"colour = \"red\"\n", "colour"}}) {
        const std::string text = mistake(keys);
        const auto level = readText(text);
        INFO(keys);
        REQUIRE_FALSE(level);
        CHECK(level.error()[0].line == lineOf(text, std::string(key) + " ="));
        CHECK(level.error()[0].key == std::string("mistake.") + key);
    }
}

TEST_CASE("A level may be wider than the screen, and for two children") {
    const auto plain = readText(good_level);
    REQUIRE(plain);
    CHECK_FALSE(plain->two_sided);
    CHECK(plain->scene.reach.low == plain->scene.view.low);
    CHECK(plain->scene.reach.high == plain->scene.view.high);
    // What is built may then lie beyond what is on screen at first.
    const auto wide = readText(
        with(with(good_level, "view = [-5, -5, 15, 8]", "view = [-5, -5, 8, 8]\nreach = [-6, -5, 16, 8]"),
             "minutes = 3", "minutes = 3\ntwo_sided = true"));
    INFO((wide ? "" : describe(wide.error())));
    REQUIRE(wide);
    CHECK(wide->two_sided);
    CHECK(wide->scene.view.high.x == 8.0);
    CHECK(wide->scene.reach.low.x == -6.0);
    CHECK(wide->scene.reach.high.x == 16.0);
}

TEST_CASE("A level may leave to the visitor what comes over") {
    const auto choosing = [](const std::string& more) {
        return readText(with(good_level, "minutes = 3", "minutes = 3\nchoose_load = true") + more);
    };
    const auto level = choosing("\n[[traffic]]\nvehicle = \"child\"\ncount = 50\n");
    INFO((level ? "" : describe(level.error())));
    REQUIRE(level);
    CHECK(level->choose_load);
    CHECK(level->traffic.size() == 2);
    const auto alone = choosing("");
    REQUIRE_FALSE(alone);
    CHECK(describe(alone.error()).find("choose_load: there is no choice") != std::string::npos);
    // At most fifty at once, chosen or not.
    const std::string crowd = "\n[[traffic]]\nvehicle = \"child\"\ncount = 50\n";
    CHECK_FALSE(readText(good_level + crowd));
    const auto all = readText(good_level + "\n[[traffic]]\nvehicle = \"child\"\ncount = 3\n");
    const auto one = choosing("\n[[traffic]]\nvehicle = \"child\"\ncount = 3\n");
    REQUIRE(all);
    REQUIRE(one);
    CHECK(all->physicsHash() != one->physicsHash());
}

TEST_CASE("What lies about and how a part looks are read, and no replay depends on them") {
    const auto plain = readText(good_level);
    const auto told = readText(
        with(with(good_level, "to = [2, 2]", "to = [2, 2]\nlook = \"worn\""), "slides = true",
             "slides = true\n[[scene.decor]]\nkind = \"stump\"\nat = [1, -1]\nturn = -8\nsize = 1.5"));
    REQUIRE(plain);
    REQUIRE(told);
    CHECK(told->fixed[0].look == FixedLook::Worn);
    REQUIRE(told->scene.decor.size() == 1);
    CHECK(told->scene.decor[0].kind == DecorKind::Stump);
    CHECK(told->scene.decor[0].at == Vec2{1.0, -1.0});
    CHECK(told->scene.decor[0].turn == -8.0);
    CHECK(told->scene.decor[0].size == 1.5);
    CHECK(told->physicsHash() == plain->physicsHash());
}

TEST_CASE("An error says the line of its key") {
    const std::string text = with(good_level, "minutes = 3", "minutes = \"three\"");
    const auto level = readText(text);
    REQUIRE_FALSE(level);
    CHECK(level.error().size() == 1);
    CHECK(level.error()[0].line == lineOf(text, "minutes"));
    CHECK(level.error()[0].key == "minutes");
}

TEST_CASE("Several mistakes are named in one go") {
    std::string text = with(good_level, "number = 7", "number = 0");
    text = with(text, "grid = 1.0", "grid = -1");
    text = with(text, "vehicle = \"cart\"", "vehicle = \"rocket\"");
    const auto level = readText(text);
    REQUIRE_FALSE(level);
    CHECK(level.error().size() >= 3);
}

TEST_CASE("What is no level file is refused") {
    CHECK_FALSE(readLevel(levelsRoot() / "bridge" / "nowhere"));
    CHECK_FALSE(readText(""));
    CHECK_FALSE(readText(good_level.substr(0, good_level.size() / 2)));
    CHECK_FALSE(readText(std::string("\x00\xff\xfe\x01garbage\x00", 12)));
    CHECK_FALSE(readText(std::string(100000, '[')));
    CHECK_FALSE(readText(good_level + "number = 8\n"));  // twice the same key, in a table of its own at that
    CHECK_FALSE(readLevel(writeLevel(good_level, "bridge/Bad Name")));
    CHECK_FALSE(readLevel(writeLevel(good_level, "elsewhere/a-bridge")));
    std::filesystem::remove_all(levelsRoot());
}

TEST_CASE("The youngest need no reading: story, task and hints may be absent") {
    std::string text = with(good_level, "groep-6-8", "groep-1-2");
    const auto cut = [&](const std::string& from, const std::string& until) {
        text.erase(text.find(from), text.find(until) - text.find(from));
    };
    cut("[story]", "[idea]");
    cut("[[hints]]", "[scene]");
    const auto level = readText(text);
    INFO((level ? "" : describe(level.error())));
    CHECK(level);
    CHECK_FALSE(readText(with(text, "groep-1-2", "groep-3-5")));
}

TEST_CASE("Long sentences are remarked for primary levels only") {
    const std::string words13 = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien.";
    const std::string text = with(good_level, "Breng de wagen over.", words13);
    const auto primary = readText(text);
    REQUIRE(primary);
    REQUIRE(primary->remarks.size() == 1);
    CHECK(primary->remarks[0].line == lineOf(text, words13));
    CHECK(primary->remarks[0].key == "task.nl");
    const auto secondary = readText(with(text, "groep-6-8", "onderbouw"));
    REQUIRE(secondary);
    CHECK(secondary->remarks.empty());
    const auto two =
        readText(with(good_level, "Breng de wagen over.",
                      "een twee drie vier vijf zes zeven. acht negen tien elf twaalf 4.5 dertien."));
    REQUIRE(two);
    CHECK(two->remarks.empty());
}

TEST_CASE("A text that lacks a language of the exhibit is counted, and is no mistake") {
    const auto without = readText(good_level);
    REQUIRE(without);
    CHECK(without->untranslated.at("de").size() == without->untranslated.at("fr").size());
    CHECK(without->untranslated.at("de").size() > 5);
    CHECK_FALSE(without->untranslated.contains("nl"));
    CHECK_FALSE(without->untranslated.contains("en"));
    const Error& first = without->untranslated.at("de").front();
    CHECK(first.key == "title.de");
    CHECK(first.line == lineOf(good_level, "De brug"));

    const auto some = readText(with(good_level, "nl = \"De brug\"", "nl = \"De brug\"\nde = \"Die Brücke\""));
    REQUIRE(some);
    CHECK(some->title.at("de") == "Die Brücke");
    CHECK(some->untranslated.at("de").size() + 1 == without->untranslated.at("de").size());
    CHECK_FALSE(readText(with(good_level, "nl = \"De brug\"", "nl = \"De brug\"\nde = \" \"")));
}

TEST_CASE("The physics hash hears what changes a replay and nothing else") {
    const auto hash = [](const std::string& text) {
        const auto level = readText(text);
        INFO((level ? "" : describe(level.error())));
        REQUIRE(level);
        return level->physicsHash();
    };
    const auto original = hash(good_level);
    CHECK(hash(with(good_level, "De brug", "Een andere naam")) == original);
    CHECK(hash(with(good_level, "pier = true", "pier = false")) == original);
    CHECK(hash(with(good_level, "minutes = 3", "minutes = 4")) == original);
    CHECK(hash(with(good_level, "minutes = 3", "minutes = 3\ntwo_sided = true")) == original);
    CHECK(hash(with(good_level, "view = [", "reach = [-9, -9, 30, 9]\nview = [")) == original);
    for (const auto& [from, to] : {std::pair{"slides = true", "slides = false"},
                                   {"price = 40", "price = 41"},
                                   {"longest = 4.0", "longest = 3.5"},
                                   {"count = 5", "count = 6"},
                                   {"water = -2.0", "water = -2.5"},
                                   {"speed = 2", "speed = 2.5"},
                                   {"gap = 3", "gap = 3.5"},
                                   {"budget = 500", "budget = 501"},
                                   {"[9, -4]", "[9, -3.5]"},
                                   {"time_limit = 30", "time_limit = 31"},
                                   {"limit = 400", "limit = 401"},
                                   {"to = [2, 2]", "to = [3, 2]"}})
        CHECK(hash(with(good_level, from, to)) != original);
}

TEST_CASE("A bad level among many is left out, and so is one whose number is taken") {
    std::filesystem::remove_all(levelsRoot());
    writeLevel(good_level, "bridge/b-good");
    writeLevel(with(good_level, "number = 7", "number = 3"), "circuit/a-good");
    writeLevel(with(good_level, "number = 7", "number = x"), "bridge/c-bad");
    writeLevel(good_level, "water/z-twice");
    writeLevel(with(good_level, "number = 7", "number = 9"), "water/b-good");
    std::filesystem::create_directories(levelsRoot() / "bridge" / "empty");
    Errors bad;
    const auto levels = readLevels(levelsRoot(), bad);
    REQUIRE(levels.size() == 2);
    CHECK(levels[0].id == "a-good");
    CHECK(levels[1].id == "b-good");
    const std::string all = describe(bad);
    INFO(all);
    CHECK(all.find("c-bad/level.toml:1") != std::string::npos);
    CHECK(all.find("z-twice/level.toml:1: number: already taken") != std::string::npos);
    CHECK(all.find("the folder's name is already taken") != std::string::npos);
    CHECK(all.find("empty/level.toml") != std::string::npos);
    std::filesystem::remove_all(levelsRoot());
}

TEST_CASE("A folder of levels that is not there is said") {
    Errors bad;
    CHECK(readLevels(levelsRoot() / "nowhere", bad).empty());
    CHECK(bad.size() == 1);
}

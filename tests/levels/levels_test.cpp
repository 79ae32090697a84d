#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

#include "../support/process.h"

using vonk::test::bytesOf;
using vonk::test::Desk;
using vonk::test::Run;

namespace {

const std::filesystem::path shipped = std::filesystem::path(VONK_SOURCE_DIR) / "levels";

// A copy of a level that ships, to be spoiled.
class LevelDesk : public Desk {
  public:
    explicit LevelDesk(const std::string& place = "bridge/cheese-truck") : Desk(VONK_LEVELS), place_(place) {
        for (const char* name : {"level.toml", "win.toml", "fail.toml"})
            write(place_ + '/' + name, bytesOf(shipped / place_ / name));
    }
    void change(const std::string& name, const std::string& from, const std::string& to) {
        std::string text = bytesOf(file(place_ + '/' + name));
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(place_ + '/' + name, text.replace(at, from.size(), to));
    }
    std::string level() const { return file(place_); }

  private:
    std::string place_;
};

}  // namespace

TEST_CASE("The levels that ship hold") {
    const Desk desk(VONK_LEVELS);
    const Run run = desk.run("check " + shipped.string());
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.find("times real time") != std::string::npos);
}

TEST_CASE("check --json prints one object and nothing else") {
    const Desk desk(VONK_LEVELS);
    const Run run = desk.run("check " + shipped.string() + " --json");
    REQUIRE(run.code == 0);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json.at("ok") == true);
    CHECK(json.at("levels").size() >= 3);
    for (const auto& level : json.at("levels")) {
        CHECK(level.at("win").at("outcome") == "won");
        CHECK(level.at("fail").at("outcome") == "lost");
        CHECK(level.at("win").at("touches") <= 25);
        CHECK(level.at("win").at("seconds") <= 90);
    }
    CHECK(json.at("times_real_time") > 0);
}

TEST_CASE("check says what a spoiled level does wrong") {
    LevelDesk desk;
    int code = 1;
    std::string expected;
    SECTION("a bad file") {
        desk.change("level.toml", "budget = 4000", "budget = \"much\"");
        code = 2;
        expected = "level.toml:8: budget";
    }
    SECTION("a part that does not exist") {
        desk.change("level.toml", "part = \"road\"", "part = \"chocolate\"");
        code = 2;
        expected = "no such part";
    }
    SECTION("an anchor outside the scene") {
        desk.change("level.toml", "at = [16.0, 0.0]", "at = [96.0, 0.0]");
        code = 2;
        expected = "outside";
    }
    SECTION("a text that is missing in a language") {
        desk.change("level.toml", "en = \"The cheese truck\"\n", "");
        code = 2;
        expected = "title.en";
    }
    SECTION("physics that changed since the recordings were made") {
        desk.change("level.toml", "limit = 3450", "limit = 3451");
        expected = "win.toml";
    }
    SECTION("a win that is none") {
        desk.write("bridge/cheese-truck/win.toml", bytesOf(desk.level() + "/fail.toml"));
        expected = "does not win: buckled";
    }
    SECTION("a fail that passes") {
        desk.write("bridge/cheese-truck/fail.toml", bytesOf(desk.level() + "/win.toml"));
        expected = "wins, though it must fail";
    }
    SECTION("a fail by another mistake") {
        desk.change("level.toml", "expected_first_mistake = \"buckled\"",
                    "expected_first_mistake = \"not-held-up\"");
        expected = "fails by \"buckled\"";
    }
    SECTION("a recording that is not there") {
        std::filesystem::remove(desk.level() + "/win.toml");
        code = 2;
        expected = "win.toml";
    }
    SECTION("a recording that is cut off") {
        const std::string text = bytesOf(desk.level() + "/win.toml");
        desk.write("bridge/cheese-truck/win.toml", text.substr(0, text.size() / 2));
        code = 2;
        expected = "win.toml:";
    }
    SECTION("a sentence too long for a child") {
        desk.change(
            "level.toml", "Breng de kaaswagen naar de overkant.",
            "Breng de grote zware oranje kaaswagen met alle kazen vandaag nog veilig naar de overkant.");
        expected = "words; at most 12";
    }
    SECTION("a career that the strings do not know") {
        desk.change("level.toml", "careers = [\"constructeur\"]", "careers = [\"astronaut\"]");
        const auto words = std::filesystem::path(VONK_SOURCE_DIR) / "assets/strings";
        for (const char* name : {"nl.toml", "en.toml"})
            desk.write(std::string("root/assets/strings/") + name, bytesOf(words / name));
        for (const char* name : {"level.toml", "win.toml", "fail.toml"})
            desk.write(std::string("root/levels/bridge/cheese-truck/") + name,
                       bytesOf(desk.level() + '/' + name));
        const Run spoiled = desk.run("check " + desk.file("root/levels"));
        INFO(spoiled.err);
        CHECK(spoiled.code == 1);
        CHECK(spoiled.err.find("\"career.astronaut.name\" has no text in assets/strings/en.toml") !=
              std::string::npos);
        return;
    }
    const Run run = desk.run("check " + desk.file("bridge"));
    INFO(run.err);
    CHECK(run.code == code);
    CHECK(run.err.find(expected) != std::string::npos);
    const Run json = desk.run("check --json " + desk.level());
    CHECK(json.code == code);
    CHECK(nlohmann::json::parse(json.out).at("ok") == false);
}

TEST_CASE("A level outside the tree is held against the program's own strings") {
    LevelDesk desk;
    desk.change("level.toml", "careers = [\"constructeur\"]", "careers = [\"constructeur\", \"krokodil\"]");
    desk.change("level.toml", "en = \"The cheese truck\"", "en = \"The cheese truck\"\nxx = \"Kaas\"");
    const Run run = desk.run("check " + desk.level());
    INFO(run.err);
    CHECK(run.code == 1);
    CHECK(run.err.find(
              "level.toml:10: careers[1]: \"career.krokodil.name\" has no text in assets/strings/nl.toml") !=
          std::string::npos);
    CHECK(run.err.find("level.toml:15: title.xx: the exhibit does not speak \"xx\"") != std::string::npos);
}

TEST_CASE("What a level says must fit what there is: parts, ground, files, physics") {
    LevelDesk desk;
    const auto said = [&] {
        const Run run = desk.run("check " + desk.level());
        CHECK(run.code == 1);
        return run.err;
    };
    SECTION("a lamp in a bridge") {
        desk.change("level.toml", "part = \"cable\"\nprice = 20\nlongest = 8.0", "part = \"lamp\"");
        CHECK(said().find(".part: \"lamp\" is no part of a bridge") != std::string::npos);
    }
    SECTION("fifty sheep on a bank of sixty metres") {
        desk.change("level.toml", "vehicle = \"cheese-truck\"", "vehicle = \"sheep\"\ncount = 50\ngap = 3");
        const std::string err = said();
        INFO(err);
        CHECK(err.find("scene.grounds: the left bank goes on for 60 m") != std::string::npos);
        CHECK(err.find("needs 1") != std::string::npos);
    }
    SECTION("a file that nobody reads") {
        desk.write("bridge/cheese-truck/win_strong.toml", "");
        CHECK(said().find("win_strong.toml:1: is not read") != std::string::npos);
    }
    SECTION("water") {
        for (const char* name : {"level.toml", "win.toml", "fail.toml"})
            desk.write(std::string("water/cheese-truck/") + name, bytesOf(desk.level() + '/' + name));
        CHECK(desk.run("check " + desk.file("water")).err.find("has no physics yet") != std::string::npos);
    }
}

TEST_CASE("Stars are not held against a win that loses") {
    LevelDesk desk;
    desk.write("bridge/cheese-truck/win.toml", bytesOf(desk.level() + "/fail.toml"));
    const Run run = desk.run("check " + desk.level());
    CHECK(run.err.find("win.toml:6: outcome: does not win: buckled") != std::string::npos);
    CHECK(run.err.find("reaches") == std::string::npos);
}

TEST_CASE("In a live level a script waits as long as its time") {
    LevelDesk desk("circuit/first-lamp");
    desk.write("s.txt", "put battery 0.3 0.3 0\nuntil-done\n");
    const Run run =
        desk.run("record " + desk.level() + ' ' + desk.file("s.txt") + " --out " + desk.file("dark.toml"));
    INFO(run.out << run.err);
    CHECK(run.out.find("lost, loop-open, 64 s, 1 command\n") != std::string::npos);
}

TEST_CASE("A level that is not yet in every language holds, and check says what is said in Dutch") {
    LevelDesk desk;
    const auto withoutLines = [&](const std::string& start) {
        std::istringstream lines(bytesOf(desk.level() + "/level.toml"));
        std::string left;
        for (std::string line; std::getline(lines, line);)
            if (!line.starts_with(start)) left += line + '\n';
        desk.write("bridge/cheese-truck/level.toml", left);
    };
    withoutLines("fr = ");
    desk.change("level.toml", "de = \"Der Käsewagen\"\n", "");
    const Run run = desk.run("check " + desk.level());
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(run.err.find("level.toml:13: title.de: is missing: it is said in Dutch") != std::string::npos);
    CHECK(run.err.find("level.toml: has no \"fr\": its 9 texts are said in Dutch") != std::string::npos);
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 2);
    const auto json = nlohmann::json::parse(desk.run("check --json " + desk.level()).out);
    CHECK(json.at("ok") == true);
    CHECK(json.at("levels").at(0).at("notes").size() == 2);
}

TEST_CASE("Every star is earned by a win that is stored") {
    LevelDesk desk("bridge/the-swan");
    const Run missing = desk.run("check " + desk.level());
    INFO(missing.err);
    CHECK(missing.code == 1);
    CHECK(missing.err.find("\"cost\" of 800 is earned by no win that is stored; win.toml reaches 957") !=
          std::string::npos);
    CHECK(missing.err.find("\"spare-strength\" of 0.6 is earned by no win") != std::string::npos);

    const auto keep = [&](const std::string& name) {
        desk.write("bridge/the-swan/" + name, bytesOf(shipped / "bridge/the-swan" / name));
    };
    keep("win-cheap.toml");
    keep("win-strong.toml");
    const Run whole = desk.run("check " + desk.level());
    INFO(whole.err);
    CHECK(whole.code == 0);
    CHECK(whole.out.find("1 of 3 stars, all wins 3") != std::string::npos);

    // One that adds nothing, and one that loses.
    desk.write("bridge/the-swan/win-twice.toml", bytesOf(shipped / "bridge/the-swan/win-cheap.toml"));
    CHECK(desk.run("check " + desk.level()).err.find("earns no star") != std::string::npos);
    desk.write("bridge/the-swan/win-twice.toml", bytesOf(shipped / "bridge/the-swan/fail.toml"));
    CHECK(desk.run("check " + desk.level()).err.find("win-twice.toml:6: outcome: does not win: snapped") !=
          std::string::npos);
    desk.write("bridge/the-swan/win-twice.toml", "nonsense");
    CHECK(desk.run("check " + desk.level()).code == 2);
}

TEST_CASE("A star for few touches outlasts the first mistake") {
    LevelDesk desk("bridge/rope-and-pole");
    desk.change("level.toml", "limit = 8\n", "limit = 7\n");
    REQUIRE(desk.run("renew " + desk.level()).code == 0);
    const Run run = desk.run("check " + desk.level());
    INFO(run.err);
    CHECK(run.code == 1);
    CHECK(
        run.err.find("7 touches are lost with the first mistake: fail.toml 3, Stop, and win.toml 4 make 8") !=
        std::string::npos);
}

TEST_CASE("Hints are three, and the last one has a move to do") {
    LevelDesk desk;
    const std::string level = bytesOf(desk.level() + "/level.toml");
    const auto third = level.rfind("[[hints]]"), after = level.find("[scene]");
    REQUIRE(third < after);
    desk.change("level.toml", level.substr(third, after - third), "");
    const Run run = desk.run("check " + desk.level());
    CHECK(run.code == 1);
    CHECK(run.err.find("2 hints; 3 are wanted") != std::string::npos);

    // A level that is won by Start alone: nothing to lend a hand with.
    LevelDesk idle("bridge/the-swan");
    idle.write("start.txt", "start\nuntil-done\n");
    REQUIRE(
        idle.run("record " + idle.level() + ' ' + idle.file("start.txt") + " --out " + idle.file("idle.toml"))
            .code == 0);
    idle.write("bridge/the-swan/win.toml", bytesOf(idle.file("idle.toml")));
    CHECK(idle.run("check " + idle.level()).err.find("places nothing: the last hint has no move") !=
          std::string::npos);
}

TEST_CASE("A script says whose hand it is") {
    LevelDesk desk("bridge/two-banks");
    desk.write("hands.txt", "place boards 0 0 5 0\nhand 1\nplace boards 10 0 5 0\nstart\nuntil-done\n");
    REQUIRE(
        desk.run("record " + desk.level() + ' ' + desk.file("hands.txt") + " --out " + desk.file("r.toml"))
            .code == 0);
    const std::string recording = bytesOf(desk.file("r.toml"));
    CHECK(recording.find("actor = 0, kind = \"place\"") != std::string::npos);
    CHECK(recording.find("actor = 1, kind = \"place\"") != std::string::npos);
    desk.write("hands.txt", "hand 10\nstart\n");
    CHECK(desk.run("record " + desk.level() + ' ' + desk.file("hands.txt") + " --out " + desk.file("r.toml"))
              .code == 2);
}

TEST_CASE("A win with too many touches, or too slow, is no win for a child") {
    LevelDesk desk("bridge/plank-and-sheep");
    std::string script = "pace 0.1\nplace plank 0 0 4 0\nplace post 2 -1 2 0\n", expected;
    SECTION("touches") {
        for (int i = 0; i < 12; ++i) script += "undo\nredo\n";
        script += "start\nuntil-done\n";
        expected = "touches to win; at most 25";
    }
    SECTION("seconds") {
        script += "wait 90\nstart\nuntil-done\n";
        expected = "s to win; at most 90";
    }
    SECTION("nothing happens") {
        script = "wait 20\n" + script + "start\nuntil-done\n";
        expected = "nothing happens";
    }
    const Run record = desk.run("record " + desk.level() + ' ' + desk.write("s.txt", script) + " --out " +
                                desk.level() + "/win.toml");
    REQUIRE(record.code == 0);
    const Run run = desk.run("check " + desk.level());
    INFO(run.err);
    CHECK(run.code == 1);
    CHECK(run.err.find(expected) != std::string::npos);
}

TEST_CASE("A level that is won by building nothing is refused") {
    LevelDesk desk("bridge/plank-and-sheep");
    desk.change("level.toml", "[[traffic]]",
                "[[fixed]]\npart = \"plank\"\nfrom = [0, 0]\nto = [2, 0]\n"
                "[[fixed]]\npart = \"plank\"\nfrom = [2, 0]\nto = [4, 0]\n"
                "[[fixed]]\npart = \"post\"\nfrom = [2, -1]\nto = [2, 0]\n\n[[traffic]]");
    const Run run = desk.run("check " + desk.level());
    INFO(run.err);
    CHECK(run.code == 1);
    CHECK(run.err.find("an empty design wins") != std::string::npos);
}

TEST_CASE("Two levels may not have one number") {
    LevelDesk desk;
    for (const char* name : {"level.toml", "win.toml", "fail.toml"})
        desk.write(std::string("bridge/another/") + name, bytesOf(shipped / "bridge/cheese-truck" / name));
    const Run run = desk.run("check " + desk.file("bridge"));
    CHECK(run.code == 2);
    CHECK(run.err.find("already taken") != std::string::npos);
    const Run own = desk.run("check " + desk.file("bridge/another"));
    CHECK(own.code == 2);
    CHECK(own.err.find(
              "another/level.toml:2: number: 2 is that of cheese-truck, which comes with the program") !=
          std::string::npos);
}

TEST_CASE("run plays a recording and prints what came of it") {
    LevelDesk desk;
    const Run run = desk.run("run " + desk.level() + " --recording " + desk.level() + "/win.toml --json");
    REQUIRE(run.code == 0);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json.at("level") == "cheese-truck");
    CHECK(json.at("outcome") == "won");
    CHECK(json.at("reason").is_null());
    CHECK(json.at("difference").is_null());
    CHECK(json.at("measures").at("across") == 1);
    CHECK(json.at("stars").size() == 3);
    const Run fail = desk.run("run " + desk.level() + " --recording " + desk.level() + "/fail.toml --json");
    REQUIRE(fail.code == 0);
    CHECK(nlohmann::json::parse(fail.out).at("reason") == "buckled");
    desk.change("win.toml", "outcome = \"won\"", "outcome = \"lost\"");
    CHECK(desk.run("run " + desk.level() + " --recording " + desk.level() + "/win.toml --json").code == 1);
}

TEST_CASE("Levels are found from every folder, as the kiosk finds them") {
    const LevelDesk desk;
    const std::string from = "cd " + desk.file("") + " && ";
    const Run all = desk.run("check --json", from);
    CHECK(all.code == 0);
    CHECK(nlohmann::json::parse(all.out).at("levels").size() >= 13);
    const std::string win = (shipped / "bridge/cheese-truck/win.toml").string();
    CHECK(desk.run("run cheese-truck --recording " + win, from).code == 0);
    // $VONK_HOME says where they are, as for the kiosk.
    desk.write("levels/bridge/own/level.toml", "number = \"one\"\n");
    const Run own = desk.run("check", from + "env VONK_HOME=" + desk.file("") + ' ');
    CHECK(own.code == 2);
    CHECK(own.err.find("levels/bridge/own/level.toml:1: number: ") != std::string::npos);
}

TEST_CASE("renew writes what the physics now says, and then check is content") {
    LevelDesk desk;
    desk.change("level.toml", "limit = 3450", "limit = 3451");
    CHECK(desk.run("check " + desk.level()).code == 1);
    CHECK(desk.run("renew " + desk.level()).code == 0);
    CHECK(desk.run("check " + desk.level()).code == 0);
}

TEST_CASE("What a stored win says of itself must hold, all of it") {
    LevelDesk desk("bridge/plank-and-sheep");
    const std::string good = bytesOf(desk.level() + "/win.toml");
    const auto said = [&](const std::string& text) {
        desk.write("bridge/plank-and-sheep/win.toml", text);
        const Run run = desk.run("check " + desk.level());
        CHECK(run.code == 1);
        return run.err;
    };
    // `from` up to `until` in the recording, replaced.
    const auto with = [&](const std::string& from, const std::string& until, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        return text.replace(at, text.find(until, at + from.size()) - at, to);
    };
    const auto expect = [&](const std::string& text, const std::string& expected) {
        const std::string err = said(text);
        INFO(err);
        CHECK(err.find(desk.level() + "/win.toml:" + expected) == 0);
        CHECK(std::count(err.begin(), err.end(), '\n') == 1);
    };
    expect(with("physics = ", "\n", "physics = 99"), "2: physics: made with physics 99, this is ");
    expect(with("    { name = \"cost\"", "]", ""), "7: quantities: \"cost\" is missing");
    expect(with("tolerance = 0.25", " }", "tolerance = 2.5"),
           "8: quantities[0].tolerance: 2.5 of \"seconds\"");
    expect(with("value = 3.0,", " tol", "value = 2.0,"), "12: quantities[4].value: across: 3, recorded 2");
    expect(with(", hash = \"", "\", joints", ", hash = \"0123456789abcdef"),
           "21: checkpoints[0]: tick 300: state ");
    expect(with("forces = ", ",", "forces = 1.0"), "21: checkpoints[0]: tick 300: forces ");
    expect(with("trace = \"", "\"", "trace = \"" + std::string(120, '0')), "21: checkpoints[0]: tick 271: ");
    expect(with(", trace = ", " }", ""), "21: checkpoints[0]: its trace is missing");
    expect(with("level_hash = \"", "\"", "level_hash = \"0123456789abcdef"),
           "4: level_hash: the level has changed");
}

TEST_CASE("A mistake inside a command is named at its line, and nothing is played") {
    LevelDesk desk("bridge/plank-and-sheep");
    const std::string file = desk.level() + "/win.toml";
    struct Mistake {
        std::string from, to, expected;
    };
    for (const Mistake& mistake :
         {Mistake{"what = \"plank\"", "what = \"krokodil\"", ".what: no such part: \"krokodil\""},
          Mistake{"to_x = 4000", "to_x = 2000000000", ".to_x: is out of range"},
          Mistake{"to_x = 4000", "to_x = 4000.5", ".to_x: a whole number is needed"},
          Mistake{"to_x = 4000", "to_x = \"4000\"", ".to_x: a whole number is needed, this is the text"},
          Mistake{"to_x = 4000, ", "", ".to_x: is missing"},
          Mistake{"kind = \"place\"", "kind = \"remove\", part = -1", ".part: is out of range"},
          Mistake{"kind = \"place\"", "kind = \"dance\"", ".kind: no such command: \"dance\""},
          Mistake{"to_x = 4000", "to_x = 4000, colour = 3", ".colour: does not belong to \"place\""}}) {
        std::string text = bytesOf(shipped / "bridge/plank-and-sheep/win.toml");
        INFO(mistake.expected);
        const auto at = text.find(mistake.from);
        REQUIRE(at != std::string::npos);
        desk.write("bridge/plank-and-sheep/win.toml", text.replace(at, mistake.from.size(), mistake.to));
        for (const std::string& arguments :
             {"check " + desk.level(), "run " + desk.level() + " --recording " + file,
              "renew " + desk.level()}) {
            const Run run = desk.run(arguments);
            INFO(run.err);
            CHECK(run.code == 2);
            CHECK(run.err.find(file + ":16: commands[0]" + mistake.expected) == 0);
            if (!arguments.starts_with("renew")) CHECK(run.out.find("lost") == std::string::npos);
        }
    }
}

TEST_CASE("Another physics version's recording is played, and held to outcome and quantities") {
    LevelDesk desk("bridge/plank-and-sheep");
    const std::string arguments = "run " + desk.level() + " --recording " + desk.level() + "/win.toml";
    desk.change("win.toml", "physics = ", "physics = 9");
    std::string other = bytesOf(desk.level() + "/win.toml");
    other.replace(other.find(", hash = \"") + 10, 4, "0123");
    desk.write("bridge/plank-and-sheep/win.toml", other);
    const Run held = desk.run(arguments);
    INFO(held.err);
    CHECK(held.code == 0);
    CHECK(held.err.find("win.toml:2: physics: made with physics 9") != std::string::npos);
    desk.change("win.toml", "value = 3.0,", "value = 2.0,");
    CHECK(desk.run(arguments).code == 1);
}

TEST_CASE("What does not fit its name is not written") {
    LevelDesk desk("bridge/plank-and-sheep");
    const std::string win = desk.level() + "/win.toml", fail = desk.level() + "/fail.toml";
    const auto record = [&](const std::string& script, const std::string& out) {
        const std::string before = bytesOf(out);
        const Run run =
            desk.run("record " + desk.level() + ' ' + desk.write("s.txt", script) + " --out " + out);
        CHECK(bytesOf(out) == before);
        CHECK_FALSE(run.err.empty());
        return run;
    };
    const std::string loses = "place plank 0 0 4 0\nstart\nuntil-done\n";
    const std::string wins = "place plank 0 0 4 0\nplace post 2 -1 2 0\nstart\nuntil-done\n";
    CHECK(record(loses, win).code == 1);
    CHECK(record(loses, desk.level() + "/win-cheap.toml").err.find("does not win: bent") !=
          std::string::npos);
    CHECK(record(wins, fail).code == 1);
    CHECK(record("# nothing\nwait 3\n", win).code == 2);
    CHECK(
        record("place plank 0 -0.25 4 0\n", win).err.find("[0, -0.25] lies between the points of the grid") !=
        std::string::npos);
    desk.write("bridge/plank-and-sheep/win.toml", bytesOf(fail));
    CHECK(desk.run("renew " + desk.level()).code == 1);
    CHECK(bytesOf(win) == bytesOf(fail));
}

TEST_CASE("levels/README.md tells what there is to build with, and which numbers are free") {
    const Desk desk(VONK_LEVELS);
    const std::string readme = bytesOf(shipped / "README.md");
    const Run tables = desk.run("tables");
    REQUIRE(tables.code == 0);
    // Where this is red: `vonk-levels tables` prints what has to stand there.
    const std::string from = "<!-- vonk-levels tables -->\n";
    const auto begin = readme.find(from) + from.size(), end = readme.find("<!-- end of tables -->");
    REQUIRE(end != std::string::npos);
    CHECK(readme.substr(begin, end - begin) == tables.out);

    CHECK(readme.find("Free numbers: 8 (it was never used), and from 15 on.") != std::string::npos);
    const Run check = desk.run("check --json " + shipped.string());
    const auto json = nlohmann::json::parse(check.out);
    for (const auto& level : json.at("levels")) {
        CHECK(level.at("number") < 15);
        CHECK(level.at("number") != 8);
    }
}

TEST_CASE("Wrong use is exit 2 and says so on stderr alone") {
    LevelDesk desk;
    for (const std::string& arguments :
         {std::string(""), std::string("dance"), std::string("check --colour"),
          "check " + desk.file("nowhere"), "run " + desk.level(),
          "run nowhere --recording " + desk.level() + "/win.toml",
          "run " + desk.level() + " --recording " + desk.file("nowhere.toml"),
          "run " + desk.level() + " --recording " + desk.level() + "/level.toml",
          "record " + desk.level() + " " + desk.write("bad.txt", "place wood 0 0\nfly\n") + " --out " +
              desk.file("o.toml")}) {
        const Run run = desk.run(arguments);
        INFO(arguments);
        CHECK(run.code == 2);
        CHECK_FALSE(run.err.empty());
        CHECK(run.out.find("won") == std::string::npos);
    }
    CHECK(desk.run("record " + desk.level() + " " + desk.file("bad.txt") + " --out " + desk.file("o.toml"))
              .err.find("bad.txt:2") != std::string::npos);
    CHECK(desk.run("--help").code == 0);
    CHECK(desk.run("--version").out.find(", physics ") != std::string::npos);
    CHECK(desk.run("chek").err.starts_with("vonk-levels: 'chek' is no command; there are: check, run"));
    CHECK(desk.run("check \"\"").err.starts_with("vonk-levels check: PATH: is empty"));
    CHECK(desk.run("run nowhere --recording x")
              .err.starts_with("nowhere: is no folder of a level, nor the id"));
}

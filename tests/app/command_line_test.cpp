// vonk as a program: which words it takes, and what it answers to all others.
#include <catch2/catch.hpp>

#include "../support/process.h"
#include "game/app/options.h"
#include "game/world/world.h"

using vonk::app::parseSize;
using vonk::test::bytesOf;
using vonk::test::Run;

namespace {

struct Desk : vonk::test::Desk {
    Desk() : vonk::test::Desk(VONK_PROGRAM) {}
};

const std::string truck = VONK_SOURCE_DIR "/levels/bridge/cheese-truck/";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("A size is two numbers within bounds and nothing else") {
    REQUIRE(parseSize("1280x800"));
    CHECK(parseSize("1280x800")->width == 1280);
    CHECK(parseSize("1280x800")->height == 800);
    CHECK(parseSize("320x240"));
    CHECK(parseSize("7680x4320"));
    for (const char* text :
         {"", "x", "1280", "1280x", "x800", "1280x800x2", "1280x800 ", " 1280x800", "1280X800", "319x240",
          "320x239", "7681x4320", "7680x4321", "-1280x800", "1e3x800", "99999999999x800", "0x500x400"})
        CHECK_FALSE(parseSize(text));
}

TEST_CASE("Help is printed and names every mode") {
    const Desk desk;
    const Run run = desk.run("--help");
    CHECK(run.code == 0);
    for (const char* word :
         {"--config", "--windowed", "--level", "--lang", "--check-config", "--demo", "--out", "--tour",
          "--size", "--replay", "--monkey", "--events", "--measure-frames", "--seconds", "--json"})
        CHECK(run.out.find(word) != std::string::npos);
}

TEST_CASE("The version is that of the project and of its physics") {
    const Desk desk;
    const Run run = desk.run("--version");
    CHECK(run.code == 0);
    CHECK(run.out.starts_with("vonk "));
    CHECK(run.out.ends_with(", physics " + std::to_string(vonk::world::physics_version) + "\n"));
}

TEST_CASE("Wrong use ends with exit 2, names what is wrong, and does nothing") {
    const Desk desk;
    const auto [arguments, named] = GENERATE(table<std::string, std::string>({
        {"--bogus", "--bogus"},
        {"somewhere", "somewhere"},
        {"--windowed 800", "--windowed"},
        {"--windowed 1x1", "--windowed"},
        {"--windowed", "--windowed"},
        {"--demo", "--out"},
        {"--demo --out FOLDER --size 99999x9", "--size"},
        {"--demo --out FOLDER --tour nowhere", "subjects"},
        {"--monkey -1", "no whole number"},
        {"--demo --out FOLDER --lang xx", "xx"},
        {"--demo --out FOLDER --monkey 1", "--monkey"},
        {"--demo --out FOLDER --level cheese-truck", "--level"},
        {"--out FOLDER", "--out"},
        {"--events 10", "--monkey"},
        {"--seconds 10", "--measure-frames"},
        {"--json", "--measure-frames"},
        {"--monkey one", "one"},
        {"--monkey 1 --events 0", "--events"},
        {"--measure-frames nowhere", "nowhere"},
        {"--measure-frames cheese-truck --seconds nan", "--seconds"},
        {"--measure-frames cheese-truck --seconds 0", "--seconds"},
        {"--measure-frames cheese-truck --members 29", "--members"},
        {"--measure-frames cheese-truck --members 5001", "--members"},
        {"--measure-frames cheese-truck --members many", "--members"},
        {"--measure-frames cheese-truck --members 1e2", "--members"},
        {"--members 120", "--measure-frames"},
        {"--level nowhere", "nowhere"},
        {"--config none.toml", "none.toml"},
        {"--replay none.toml", "none.toml"},
        {"--replay " VONK_SOURCE_DIR, "--replay"},
        {"--check-config \"\"", "vonk: --check-config: is empty"},
        {"--check-config=", "vonk: --check-config: is empty"},
        {"--config \"\"", "vonk: --config: is empty: The kiosk's config"},
        {"--measure-frames \"\"", "vonk: --measure-frames: is empty"},
        {"--config .", ".: is a folder, not a file"},
    }));
    std::string line = arguments;
    if (const auto at = line.find("FOLDER"); at != std::string::npos) line.replace(at, 6, desk.file("out"));
    CAPTURE(line);
    const Run run = desk.run(line, "env SDL_VIDEODRIVER=offscreen");
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK((run.err.find(named) != std::string::npos || named == "--replay"));
    CHECK_FALSE(run.err.empty());
    CHECK_FALSE(std::filesystem::exists(desk.file("out")));
}

TEST_CASE("Without a display the kiosk says so") {
    const Desk desk;
    const Run run = desk.run("", "env SDL_VIDEODRIVER=offscreen HOME=" + desk.file("home"));
    CHECK(run.code == 2);
    CHECK(run.err.find("there is no display") != std::string::npos);
}

TEST_CASE("A config is checked and each mistake named by its line") {
    const Desk desk;
    CHECK(desk.run("--check-config").code == 0);
    CHECK(desk.run("--check-config " VONK_SOURCE_DIR "/kiosk-config/kiosk.toml").out.find("no mistakes") !=
          std::string::npos);
    const std::string bad = desk.write("bad.toml", "[sound]\nvolume = 2.0\n\n[visit]\nidle = 60\n");
    const Run run = desk.run("--check-config " + bad);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find(bad + ":2: sound.volume: ") != std::string::npos);
    CHECK(run.err.find(bad + ":5: visit.idle: ") != std::string::npos);
    CHECK(desk.run("--config " + bad + " --check-config").code == 2);
    CHECK(desk.run("--check-config " + desk.write("rubbish.toml", std::string("\0\xff\x01[", 4))).code == 2);
}

TEST_CASE("A recording is replayed, and the first thing that differs is named") {
    const Desk desk;
    CHECK(desk.run("--replay " + truck + "win.toml").code == 0);
    const std::string good = bytesOf(truck + "win.toml");
    SECTION("another outcome") {
        const Run run = desk.run("--replay " +
                                 desk.write("a.toml", replaced(good, "outcome = \"won\"", "outcome = \"\"")));
        CHECK(run.code == 1);
        CHECK(run.err.starts_with(desk.file("a.toml") + ":6: outcome: differs: outcome"));
    }
    SECTION("of a level that is not there") {
        const Run run = desk.run(
            "--replay " + desk.write("b.toml", replaced(good, "level = \"cheese-truck\"", "level = \"x\"")));
        CHECK(run.code == 2);
        CHECK(run.err.starts_with(desk.file("b.toml") + ":3: level: "));
    }
    SECTION("a mistake inside a command") {
        const Run run = desk.run(
            "--replay " + desk.write("d.toml", replaced(good, "kind = \"start\"", "kind = \"dance\"")));
        CHECK(run.code == 2);
        CHECK(run.err.find("commands[") != std::string::npos);
        CHECK(run.err.find(".kind: no such command: \"dance\"") != std::string::npos);
    }
    SECTION("made by another physics: its state is not compared, and that is said") {
        const Run run =
            desk.run("--replay " + desk.write("e.toml", replaced(good, "physics = ", "physics = 9")));
        CHECK(run.code == 0);
        CHECK(run.err.starts_with(desk.file("e.toml") + ":2: physics: made with physics 9"));
    }
    SECTION("cut off") {
        const Run run = desk.run("--replay " + desk.write("c.toml", good.substr(0, good.size() / 2)));
        CHECK(run.code == 2);
        CHECK(run.err.starts_with(desk.file("c.toml")));
    }
}

TEST_CASE("A config is held against the levels that it offers") {
    const Desk desk;
    std::filesystem::create_directories(desk.file("levels/bridge"));
    std::filesystem::create_directories(desk.file("empty"));
    std::filesystem::copy(truck, desk.file("levels/bridge/cheese-truck"),
                          std::filesystem::copy_options::recursive);
    const auto check = [&](const std::string& keys) {
        return desk.run("--check-config " + desk.write("kiosk.toml", "[levels]\n" + keys + '\n'));
    };
    CHECK(check("folders = [\"levels\"]\nonly = [\"cheese-truck\"]").code == 0);
    CHECK(check("only = [\"plank-and-sheep\"]").code == 0);
    struct Mistake {
        std::string keys, said;
    };
    for (const Mistake& mistake :
         {Mistake{"folders = [\"nope\"]", ":2: levels.folders[0]: "},
          Mistake{"folders = [\"levels\",\n\"empty\"]", ":3: levels.folders[1]: "},
          Mistake{"folders = [\"levels/bridge\"]", ":2: levels.folders[0]: "},
          Mistake{"folders = [\"levels\",\n\"empty/../levels/\"]", ":3: levels.folders[1]: "},
          Mistake{"folders = [\"levels\"]\nonly = [\"nope\"]", ":3: levels.only[0]: \"nope\" is no level"},
          Mistake{"only = [\"plank-and-sheep\",\n\"nope\"]", ":3: levels.only[1]: "}}) {
        const Run run = check(mistake.keys);
        INFO(mistake.keys << '\n' << run.err);
        CHECK(run.code == 2);
        CHECK(run.err.starts_with(desk.file("kiosk.toml") + mistake.said));
        CHECK(run.out.empty());
    }
    desk.write("levels/bridge/broken/level.toml", "number = \"one\"\n");
    const Run broken = check("folders = [\"levels\"]");
    CHECK(broken.code == 2);
    CHECK(broken.err.find("broken/level.toml:1: number: ") != std::string::npos);
}

TEST_CASE("A level that is bad is left out, and the rest is there") {
    const Desk desk;
    std::filesystem::create_directories(desk.file("levels/bridge"));
    std::filesystem::copy(truck, desk.file("levels/bridge/cheese-truck"),
                          std::filesystem::copy_options::recursive);
    desk.write("levels/bridge/broken/level.toml", "number = \"one\"\n");
    const std::string config = desk.write("kiosk.toml", "[levels]\nfolders = [\"levels\"]\n");
    const Run run = desk.run("--config " + config + " --replay " + truck + "win.toml");
    CHECK(run.code == 0);
    CHECK(run.err.find("level left out: " + desk.file("levels/bridge/broken/level.toml")) !=
          std::string::npos);

    const std::string only = desk.write("only.toml", "[levels]\nfolders = [\"levels/bridge/broken\"]\n");
    const Run none = desk.run("--config " + only + " --replay " + truck + "win.toml");
    CHECK(none.code == 2);
    CHECK(none.err.find("holds no level that can be played") != std::string::npos);
}

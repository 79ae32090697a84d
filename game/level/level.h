// A level: one file, one idea that a child discovers. Read from levels/<subject>/<id>/level.toml; everything
// that the physics needs is here in SI units, everything that a visitor reads is here as text in each
// required language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/ids.h"
#include "engine/core/reason.h"
#include "engine/core/vec2.h"

namespace vonk::level {

enum class Subject { Bridge, Circuit, Water, Combined };
enum class Mode { Test, Live };  // Test: build, then Start. Live: the world runs while one builds.
enum class AgeBand { Groep12, Groep35, Groep68, Onderbouw, Bovenbouw };

using Text = std::map<std::string, std::string>;  // language code → text

// A point of the building grid, in whole millimetres: equal points are the same joint on every machine.
struct GridPoint {
    std::int32_t x_mm = 0;
    std::int32_t y_mm = 0;

    friend auto operator<=>(const GridPoint&, const GridPoint&) = default;
    Vec2 metres() const { return {x_mm / 1000.0, y_mm / 1000.0}; }
};

struct Anchor {
    GridPoint at;         // held in x and y; what is built may start here
    bool pier = false;    // drawn as a brick pier down to the river bed
    bool slides = false;  // a roller bearing: held in y only
};

// What the ground looks like from the side; the outline is counter-clockwise, solid inside.
struct Ground {
    std::vector<Vec2> outline;
};

// What lies about and only tells a story: a pile of a bridge that was, broken off above its foot; a piece of
// beam; a ship that waits.
enum class DecorKind { Stump, Beam, Ship };
struct Decor {
    DecorKind kind = DecorKind::Stump;
    Vec2 at;  // m: the broken top of a stump, the middle of a beam, where a ship's hull meets the water
    double turn = 0.0;  // degrees, counter-clockwise
    double size = 1.0;  // m: how long
};

struct Scene {
    Box view;                     // metres that are on screen at first
    Box reach;                    // metres that can be looked at; holds `view`, and equals it in most levels
    Box build;                    // joints may lie in here
    double grid = 1.0;            // m between grid points
    std::optional<double> water;  // y of the water surface, m
    std::vector<Ground> grounds;
    std::vector<Anchor> anchors;
    double road = 0.0;                   // y of the road on both banks, m
    double left_bank = 0.0;              // x where the left bank ends, m
    double right_bank = 0.0;             // x where the right bank starts, m
    std::string backdrop = "river-day";  // the land behind and its light
    std::vector<Decor> decor;
};

// A row of the palette: which part, at what price, how many.
struct PaletteItem {
    std::string part;                    // key of a part row ("wood", "steel", "cable", "road", "battery"…)
    double price = 0.0;                  // euro per metre for members, per piece otherwise
    double longest = 0.0;                // m; 0: the part's own limit
    std::optional<std::uint32_t> count;  // absent: as many as one likes
};

// People who stop on the bridge, jump on the spot in step, and walk on.
struct Jumps {
    double at = 0.0;         // m, x where the middle of the group stops
    double frequency = 2.0;  // Hz, 1–3.5: what people can do
    double seconds = 5.0;    // s
};

// What comes over the bridge: several of one kind one after another.
struct Traffic {
    std::string vehicle;  // key of a vehicle row: "cheese-truck", "sheep"
    std::uint32_t count = 1;
    double gap = 2.0;    // m between followers
    double speed = 2.0;  // m/s
    std::optional<Jumps> jumps = std::nullopt;
};

// What a part that is there already looks like, whatever it is made of: as one builds it; the mast or the
// leaf of a drawbridge; old and weathered.
enum class FixedLook { Plain, Mast, Leaf, Worn };
struct FixedPart {
    std::string part;
    GridPoint from;      // placement between joints
    GridPoint to;        // equal to `from` for parts at a point
    double turn = 0.0;   // degrees
    bool loose = false;  // stands there at first, and is the visitor's own: it may be moved or removed
    FixedLook look = FixedLook::Plain;
};

enum class GoalKind { AllAcross, LampLit, StaysUp, Steady };
struct Goal {
    GoalKind kind = GoalKind::AllAcross;
    double seconds = 0.0;  // StaysUp and LampLit: for how long
    double limit = 0.0;    // Steady: m, half of what the road may go up and down within a second
};

enum class StarKind { Done, Cost, SpareStrength, Touches };
struct Star {
    StarKind kind = StarKind::Done;
    double limit = 0.0;  // Cost: at most this many euro; SpareStrength: greatest use at most this share (0–1)
};

struct Career {
    std::string id;  // string keys "career.<id>.*" and portrait "people/portrait-<id>"
};

struct RealWork {
    Text name;
    Text fact;  // one sentence with its number
    std::string source;
};

struct Level {
    std::filesystem::path folder;
    std::string id;            // name of the folder
    std::uint32_t number = 0;  // append-only, never used twice
    Subject subject = Subject::Bridge;
    Mode mode = Mode::Test;
    double model_scale = 1.0;  // 1:n, Froude
    AgeBand band = AgeBand::Groep68;
    double minutes = 3.0;      // expected
    bool two_sided = false;    // two children build at once, each from a bank and with a tray of their own
    bool choose_load = false;  // the visitor chooses which one of `traffic` comes; else all of it does

    Text title;
    Text story;
    Text task;  // absent where the band needs no reading
    Text idea;  // for teachers: what a child discovers
    std::vector<Text> hints;
    ReasonId expected_first_mistake = ReasonId::None;
    Text mistake;  // said when it fails by that mistake; absent: what is said of it in every level
    // What is seen then (one of pictureNames()): the words and the idea of the level hold only where a
    // failure looks like that. Empty: wherever the reason is that mistake.
    std::string mistake_picture;
    std::string mistake_idea;  // one of ideaNames(), offered then; empty: the exhibit finds one

    Scene scene;
    std::vector<PaletteItem> palette;
    double budget = 0.0;  // euro; 0: none
    std::vector<FixedPart> fixed;
    std::vector<Traffic> traffic;
    double time_limit = 60.0;  // s of a run
    std::vector<Goal> goals;
    std::vector<Star> stars;  // up to three, the first one Done

    RealWork real;
    std::vector<std::string> curriculum;  // "slo-2006:44"
    std::vector<Career> careers;

    Errors remarks;  // what does not stop play but fails `vonk-levels check`: sentences too long for the band

    // By language, of those that the exhibit comes with: each text that lacks it, and is said in the base
    // language instead.
    std::map<std::string, Errors> untranslated;

    // Over everything that can change a replay; no texts, careers or pictures.
    std::uint64_t physicsHash() const;
};

// The words that a level file may use for what later rooms know: parts and vehicles. game/world/catalog.h
// fills it from its tables. Without one, these words are taken as they are.
struct Vocabulary {
    enum class Placement { BetweenJoints, AtPoint, PathBetween, OnProfile };
    struct Part {
        std::string key;
        Placement placement = Placement::BetweenJoints;
        double longest = 0.0;  // m; 0: no limit
    };
    std::vector<Part> parts;
    std::vector<std::string> vehicles;
    std::vector<std::string> walkers;  // those of them that go on feet
};

// Those of engine/data/languages.h, for the rooms that do not see it.
const std::vector<std::string>& requiredLanguages();

// Reads and checks `folder`/level.toml; the folder's name is the level's id, its parent's name the subject.
// Errors name file, line and key; every mistake that can be seen is in the list. `required` languages must
// have every text.
Result<Level> readLevel(const std::filesystem::path& folder,
                        const std::vector<std::string>& required = requiredLanguages(),
                        const Vocabulary* words = nullptr);

// All levels below `root` (levels/<subject>/<id>), by number. A bad level is left out and its errors are
// appended to `bad`; so is a level whose number or id an earlier one has (earlier by path).
std::vector<Level> readLevels(const std::filesystem::path& root, Errors& bad,
                              const std::vector<std::string>& required = requiredLanguages(),
                              const Vocabulary* words = nullptr);

// What a level may name in [mistake]. The screens have a picture for each, and for each idea its words
// ("idea.<name>" in the string tables) and a rule that says where it can be done.
std::span<const std::string_view> pictureNames();
std::span<const std::string_view> ideaNames();

// Names as they stand in level files.
std::string_view name(Subject subject);  // "bridge", …
std::string_view name(Mode mode);        // "test", "live"
std::string_view name(AgeBand band);     // "groep-1-2", …
std::string_view name(GoalKind kind);    // "all-across", …
std::string_view name(StarKind kind);    // "done", "cost", …

}  // namespace vonk::level

#include <algorithm>

#include "game/level/reading.h"

namespace vonk::level {
namespace {

using data::Table;

constexpr std::size_t most_rows = 100;       // of a list in a level file
constexpr std::uint32_t most_vehicles = 50;  // in all

// Said once; what stands below it is not looked at.
void tooMany(const Table& root, std::string_view list) {
    root.refuse(list, "too many: at most 100");
    root.ignore(list);
}

const Vocabulary::Part* findPart(const Reading& reading, const std::string& key) {
    if (reading.words == nullptr) return nullptr;
    for (const Vocabulary::Part& part : reading.words->parts)
        if (part.key == key) return &part;
    return nullptr;
}

std::string readPart(const Table& table, const Reading& reading) {
    std::string key = table.require<std::string>("part");
    if (reading.words != nullptr && table.has("part") && table.kind("part") == data::Kind::String &&
        findPart(reading, key) == nullptr)
        table.refuse("part", "no such part: \"" + key + "\"");
    return key;
}

void readPalette(const Table& root, Level& level, const Reading& reading) {
    for (const Table& item : root.requireTables("palette")) {
        PaletteItem row;
        row.part = readPart(item, reading);
        row.price = item.optional<double>("price", 0.0, data::between(0, 1e6));
        row.longest = item.optional<double>("longest", 0.0, data::between(0, farthest));
        row.count = item.maybe<std::uint32_t>("count", data::between(1, 10000));
        const auto* part = findPart(reading, row.part);
        if (part != nullptr && part->longest > 0 && row.longest > part->longest)
            item.refuse("longest",
                        "longer than \"" + row.part + "\" can be: " + std::to_string(part->longest) + " m");
        const bool twice = std::any_of(level.palette.begin(), level.palette.end(),
                                       [&](const PaletteItem& other) { return other.part == row.part; });
        if (twice) item.refuse("part", "\"" + row.part + "\" is in the palette already");
        if (level.palette.size() == most_rows) return tooMany(root, "palette");
        level.palette.push_back(std::move(row));
    }
}

bool known(const Level& level, GridPoint point) {
    return level.scene.build.contains(point.metres()) ||
           std::any_of(level.scene.anchors.begin(), level.scene.anchors.end(),
                       [&](const Anchor& anchor) { return anchor.at == point; });
}

void readFixed(const Table& root, Level& level, const Reading& reading) {
    for (const Table& item : root.tables("fixed")) {
        FixedPart part;
        part.part = readPart(item, reading);
        const bool point = item.has("at");
        if (point && (item.has("from") || item.has("to"))) {
            item.refuse("at", "either at, or from and to");
            item.ignore("from");
            item.ignore("to");
        }
        const auto place = [&](std::string_view key) {
            const GridPoint at =
                gridPoint(item, key, item.require<Vec2>(key, data::between(-farthest, farthest)));
            if (item.has(key) && !known(level, at)) item.refuse(key, "lies outside scene.build");
            return at;
        };
        if (point) {
            part.from = part.to = place("at");
            part.turn = item.optional<double>("turn", 0.0, data::between(0, 270));
            if (part.turn != 0 && part.turn != 90 && part.turn != 180 && part.turn != 270)
                item.refuse("turn", "must be 0, 90, 180 or 270 degrees");
        } else {
            part.from = place("from");
            part.to = place("to");
            if (item.has("from") && item.has("to") && part.from == part.to)
                item.refuse("to", "the same place as `from`: joints coincide");
        }
        part.loose = item.optional<bool>("loose", false);
        if (part.loose && std::none_of(level.palette.begin(), level.palette.end(),
                                       [&](const PaletteItem& sold) { return sold.part == part.part; }))
            item.refuse("loose", "who takes it away could not put it back: it is not in the palette");
        if (item.has("look"))
            part.look = item.requireOneOf<FixedLook>(
                "look", {{"mast", FixedLook::Mast}, {"leaf", FixedLook::Leaf}, {"worn", FixedLook::Worn}});
        const auto* row = findPart(reading, part.part);
        if (row != nullptr &&
            row->placement != (point ? Vocabulary::Placement::AtPoint : Vocabulary::Placement::BetweenJoints))
            item.refuse("part", "\"" + part.part + "\" cannot be placed " +
                                    (point ? "at a point" : "between joints"));
        for (const FixedPart& other : level.fixed)
            if ((other.from == part.from && other.to == part.to) ||
                (other.from == part.to && other.to == part.from))
                item.refuse("another fixed part has this place");
        if (level.fixed.size() == most_rows) return tooMany(root, "fixed");
        level.fixed.push_back(std::move(part));
    }
}

void readTraffic(const Table& root, Level& level, const Reading& reading) {
    std::uint32_t total = 0;
    for (const Table& item : root.tables("traffic")) {
        Traffic traffic;
        traffic.vehicle = item.require<std::string>("vehicle");
        traffic.count = item.optional<std::uint32_t>("count", 1, data::between(1, most_vehicles));
        traffic.gap = item.optional<double>("gap", 2.0, data::between(0.1, 1000));
        traffic.speed = item.optional<double>("speed", 2.0, data::between(0.1, 30));
        if (reading.words != nullptr && item.has("vehicle") && item.kind("vehicle") == data::Kind::String &&
            std::find(reading.words->vehicles.begin(), reading.words->vehicles.end(), traffic.vehicle) ==
                reading.words->vehicles.end())
            item.refuse("vehicle", "no such vehicle: \"" + traffic.vehicle + "\"");
        if (const Table jumps = item.optionalTable("jumps"); jumps.present()) {
            const Box& reach = level.scene.reach;
            traffic.jumps = Jumps{jumps.require<double>("at", data::between(reach.low.x, reach.high.x)),
                                  jumps.require<double>("frequency", data::between(1.0, 3.5)),
                                  jumps.require<double>("seconds", data::between(0.5, 60.0))};
            if (reading.words != nullptr &&
                std::find(reading.words->walkers.begin(), reading.words->walkers.end(), traffic.vehicle) ==
                    reading.words->walkers.end())
                item.refuse("jumps", "only who walks can jump");
        }
        total = level.choose_load ? traffic.count : total + traffic.count;
        if (total > most_vehicles) {
            item.refuse("count", "more than 50 vehicles at once");
            return root.ignore("traffic");
        }
        if (level.traffic.size() == most_rows) return tooMany(root, "traffic");
        level.traffic.push_back(std::move(traffic));
    }
    if (level.choose_load && level.traffic.size() < 2)
        root.refuse("choose_load", "there is no choice: fewer than two [[traffic]]");
}

void readGoals(const Table& root, Level& level) {
    for (const Table& item : root.requireTables("goals")) {
        Goal goal;
        goal.kind = item.requireOneOf<GoalKind>("kind", {{"all-across", GoalKind::AllAcross},
                                                         {"lamp-lit", GoalKind::LampLit},
                                                         {"stays-up", GoalKind::StaysUp},
                                                         {"steady", GoalKind::Steady}});
        if (goal.kind == GoalKind::AllAcross) {
            if (level.traffic.empty()) item.refuse("kind", "\"all-across\" needs [[traffic]]");
            const Table scene = root.optionalTable("scene");
            for (const char* key : {"road", "left_bank", "right_bank"})
                if (scene.present() && !scene.has(key))
                    scene.refuse(key, "missing: \"all-across\" needs to know where the road is");
        } else if (goal.kind == GoalKind::Steady) {
            goal.limit = item.require<double>("limit", data::between(0.001, 10));
        } else {
            goal.seconds = item.require<double>("seconds", data::between(0, 3600));
            if (goal.seconds > level.time_limit) item.refuse("seconds", "longer than time_limit");
        }
        if (level.mode == Mode::Live && goal.kind != GoalKind::LampLit)
            item.refuse("kind", "a bridge needs mode = \"test\"");
        for (const Goal& other : level.goals)
            if (other.kind == goal.kind) item.refuse("kind", "this goal is there already");
        if (level.goals.size() == most_rows) return tooMany(root, "goals");
        level.goals.push_back(goal);
    }
}

void readStars(const Table& root, Level& level) {
    const auto stars = root.requireTables("stars");
    if (stars.size() > 3) root.refuse("stars", "at most three");
    for (const Table& item : stars) {
        Star star;
        star.kind = item.requireOneOf<StarKind>("kind", {{"done", StarKind::Done},
                                                         {"cost", StarKind::Cost},
                                                         {"spare-strength", StarKind::SpareStrength},
                                                         {"touches", StarKind::Touches}});
        if (star.kind == StarKind::Cost) star.limit = item.require<double>("limit", data::positive());
        if (star.kind == StarKind::SpareStrength)
            star.limit = item.require<double>("limit", data::between(0.01, 1));
        if (star.kind == StarKind::Touches)
            star.limit = item.require<std::uint32_t>("limit", data::between(1, 1000));
        if (level.stars.empty() && item.has("kind") && star.kind != StarKind::Done)
            item.refuse("kind", "the first star is \"done\"");
        for (const Star& other : level.stars)
            if (other.kind == star.kind) item.refuse("kind", "this star is there already");
        if (level.stars.size() < 3) level.stars.push_back(star);
    }
}

}  // namespace

void readBuilding(const Table& root, Level& level, Reading& reading) {
    readPalette(root, level, reading);
    level.budget = root.optional<double>("budget", 0.0, data::between(0, 1e9));
    if (root.has("budget") && level.budget == 0 &&
        (root.kind("budget") == data::Kind::Integer || root.kind("budget") == data::Kind::Float))
        root.refuse("budget", "0 euro buys nothing: leave it out for no limit");
    readFixed(root, level, reading);
    readTraffic(root, level, reading);
    level.time_limit = root.require<double>("time_limit", data::between(1, 600));
    readGoals(root, level);
    readStars(root, level);
}

}  // namespace vonk::level

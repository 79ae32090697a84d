#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "game/level/reading.h"

namespace vonk::level {
namespace {

using data::Table;

constexpr std::size_t most_outline_points = 200;
constexpr std::size_t most_grounds = 20;
constexpr std::size_t most_anchors = 100;
constexpr std::size_t most_decor = 40;
constexpr double most_grid_points = 40000;
constexpr double widest_reach = 4.0;  // times the view: all of it is kept as one picture

Box readBox(const Table& table, std::string_view key) {
    const auto values = table.require<std::vector<double>>(key, data::between(-farthest, farthest));
    if (values.size() != 4) {
        if (table.has(key) && table.kind(key) == data::Kind::Array)
            table.refuse(key, "four numbers are wanted: left, bottom, right, top");
        return {};
    }
    const Box box{{values[0], values[1]}, {values[2], values[3]}};
    if (box.width() <= 0 || box.height() <= 0)
        table.refuse(key, "right must be beyond left, and top above bottom");
    return box;
}

double area(const std::vector<Vec2>& outline) {
    double twice = 0.0;
    for (std::size_t i = 0; i < outline.size(); ++i)
        twice += cross(outline[i], outline[(i + 1) % outline.size()]);
    return twice / 2;
}

bool crosses(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    const double ab_c = cross(b - a, c - a), ab_d = cross(b - a, d - a);
    const double cd_a = cross(d - c, a - c), cd_b = cross(d - c, b - c);
    return ((ab_c > 0) != (ab_d > 0)) && ((cd_a > 0) != (cd_b > 0));
}

bool crossesItself(const std::vector<Vec2>& outline) {
    const std::size_t n = outline.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = i + 2; k < n; ++k) {
            if (i == 0 && k == n - 1) continue;  // neighbours around the end
            if (crosses(outline[i], outline[i + 1], outline[k], outline[(k + 1) % n])) return true;
        }
    return false;
}

void readGrounds(const Table& table, Scene& scene) {
    const auto grounds = table.tables("grounds");
    if (grounds.size() > most_grounds) {
        table.refuse("grounds", "too many: at most 20");
        return table.ignore("grounds");
    }
    for (const Table& item : grounds) {
        Ground ground{item.require<std::vector<Vec2>>("outline", data::between(-farthest, farthest))};
        if (!item.has("outline")) continue;
        if (ground.outline.size() < 3 || ground.outline.size() > most_outline_points) {
            item.refuse("outline", "3 to 200 points are wanted");
            continue;
        }
        bool coincide = false;
        for (std::size_t i = 0; i < ground.outline.size(); ++i)
            if (distance(ground.outline[i], ground.outline[(i + 1) % ground.outline.size()]) < 1e-3) {
                item.refuseElement("outline", i, "this point and the next coincide");
                coincide = true;
            }
        if (coincide) continue;
        if (area(ground.outline) <= 0) item.refuse("outline", "must run counter-clockwise around the ground");
        if (crossesItself(ground.outline)) item.refuse("outline", "crosses itself");
        scene.grounds.push_back(std::move(ground));
    }
}

// What must lie where it can be looked at lies beyond it.
std::string outside(const Table& table) {
    return std::string("lies outside scene.") + (table.has("reach") ? "reach" : "view");
}

bool holds(const Box& box, const Box& inner) {
    return box.contains(inner.low) && box.contains(inner.high);
}

void readAnchors(const Table& table, Scene& scene) {
    const auto anchors = table.tables("anchors");
    if (anchors.size() > most_anchors) {
        table.refuse("anchors", "too many: at most 100");
        return table.ignore("anchors");
    }
    for (const Table& item : anchors) {
        Anchor anchor;
        anchor.pier = item.optional<bool>("pier", false);
        anchor.slides = item.optional<bool>("slides", false);
        if (!item.has("at")) item.refuse("at", "is missing");
        const auto at = item.maybe<Vec2>("at", data::between(-farthest, farthest));
        if (!at) continue;
        anchor.at = gridPoint(item, "at", *at);
        for (const Anchor& other : scene.anchors)
            if (other.at == anchor.at) item.refuse("at", "another anchor has this place: joints coincide");
        if (!scene.reach.contains(anchor.at.metres())) item.refuse("at", outside(table));
        scene.anchors.push_back(anchor);
    }
}

void readDecor(const Table& table, Scene& scene) {
    const auto decor = table.tables("decor");
    if (decor.size() > most_decor) table.refuse("decor", "too many: at most 40");
    for (const Table& item : decor) {
        Decor one;
        one.kind = item.requireOneOf<DecorKind>(
            "kind", {{"stump", DecorKind::Stump}, {"beam", DecorKind::Beam}, {"ship", DecorKind::Ship}});
        one.at = item.require<Vec2>("at", data::between(-farthest, farthest));
        one.turn = item.optional<double>("turn", 0.0, data::between(-180, 180));
        one.size = item.require<double>("size", data::between(0.1, 50));
        if (scene.decor.size() < most_decor) scene.decor.push_back(one);
    }
}

}  // namespace

GridPoint gridPoint(const Table& table, std::string_view key, Vec2 metres) {
    const double x = metres.x * 1000, y = metres.y * 1000;
    if (!(std::fabs(x) <= farthest * 1000) || !(std::fabs(y) <= farthest * 1000))
        return {};  // refused by its range
    const double rx = std::floor(x + 0.5), ry = std::floor(y + 0.5);
    if (std::fabs(x - rx) > 1e-6 * 1000 || std::fabs(y - ry) > 1e-6 * 1000)
        table.refuse(key, "must be in whole millimetres");
    return {static_cast<std::int32_t>(rx), static_cast<std::int32_t>(ry)};
}

namespace {

// A land and its light.
bool isBackdrop(std::string_view name) {
    constexpr std::array<std::string_view, 6> lands{"river",   "ditch", "town",
                                                    "harbour", "rail",  "lighthouse"};
    constexpr std::array<std::string_view, 3> lights{"day", "dusk", "storm"};
    const auto dash = name.find('-');
    return dash != std::string_view::npos &&
           std::find(lands.begin(), lands.end(), name.substr(0, dash)) != lands.end() &&
           std::find(lights.begin(), lights.end(), name.substr(dash + 1)) != lights.end();
}

}  // namespace

Scene readScene(const Table& table) {
    Scene scene;
    scene.view = readBox(table, "view");
    scene.reach = table.has("reach") ? readBox(table, "reach") : scene.view;
    if (table.has("view") && table.has("reach") && !holds(scene.reach, scene.view))
        table.refuse("reach", "must hold scene.view");
    if (table.has("reach") && (scene.reach.width() > widest_reach * scene.view.width() ||
                               scene.reach.height() > widest_reach * scene.view.height()))
        table.refuse("reach", "at most four times as wide and as high as scene.view");
    scene.build = readBox(table, "build");
    if (table.has("view") && table.has("build") && !holds(scene.reach, scene.build))
        table.refuse("build", outside(table));
    scene.grid = table.require<double>("grid", data::between(0.01, 100));
    if (scene.grid > 0) {
        const double mm = scene.grid * 1000;
        if (std::fabs(mm - std::floor(mm + 0.5)) > 1e-3) table.refuse("grid", "must be in whole millimetres");
        if (scene.build.width() / scene.grid * (scene.build.height() / scene.grid) > most_grid_points)
            table.refuse("grid", "too fine for scene.build: at most 40000 points");
    }
    scene.water = table.maybe<double>("water", data::between(-farthest, farthest));
    scene.road = table.optional<double>("road", 0.0, data::between(-farthest, farthest));
    scene.left_bank = table.optional<double>("left_bank", 0.0, data::between(-farthest, farthest));
    scene.right_bank = table.optional<double>("right_bank", 0.0, data::between(-farthest, farthest));
    if ((table.has("left_bank") || table.has("right_bank")) && scene.right_bank <= scene.left_bank)
        table.refuse("right_bank", "must lie right of scene.left_bank");
    scene.backdrop = table.optional<std::string>("backdrop", scene.backdrop);
    if (!isBackdrop(scene.backdrop))
        table.refuse("backdrop",
                     "must be a land and its light, as in river-day: river, ditch, town, harbour, rail or "
                     "lighthouse, and day, dusk or storm");
    readGrounds(table, scene);
    readAnchors(table, scene);
    readDecor(table, scene);
    return scene;
}

}  // namespace vonk::level

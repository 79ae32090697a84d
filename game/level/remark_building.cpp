#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "game/level/reading.h"

namespace vonk::level {
namespace {

using data::Table;

// How many steps of the grid the view may show: of 40 side by side each is 13 mm wide on a screen of 24
// inches and 5.5 mm on one of 10; of 16 one above the other 10 and 4.7 mm, since cards and tray take their
// share. A finger means a joint within 8 mm.
constexpr double most_wide = 40, most_high = 16;
constexpr double least_wide = 3, least_high = 2;
constexpr double least_margin = 0.5;  // steps between what is built and the edge of the picture
constexpr double slack = 1e-6;

void remarkView(const Table& scene, const Level& level, Reading& reading) {
    const Box& view = level.scene.view;
    const double grid = level.scene.grid;
    const double wide = view.width() / grid, high = view.height() / grid;
    if (wide > most_wide + slack || high > most_high + slack)
        reading.remark(
            scene, "view",
            fmt::format("shows {:.4g} by {:.4g} steps of the grid, too small for a finger: at most {:g} "
                        "by {:g}",
                        wide, high, most_wide, most_high));
    if (wide < least_wide - slack || high < least_high - slack)
        reading.remark(scene, "view",
                       fmt::format("shows {:.4g} by {:.4g} steps of the grid: at least {:g} by {:g}", wide,
                                   high, least_wide, least_high));
    // What is at the edge of all that can be seen lies half under the tray or beyond the screen.
    const Box& seen = level.scene.reach;
    const double margin = least_margin * grid - slack;
    const auto tight = [&](Vec2 low, Vec2 high_corner) {
        return low.x - seen.low.x < margin || low.y - seen.low.y < margin ||
               seen.high.x - high_corner.x < margin || seen.high.y - high_corner.y < margin;
    };
    const std::string wanted =
        fmt::format("comes closer than half a step of the grid, {:g} m, to the edge of scene.{}",
                    least_margin * grid, scene.has("reach") ? "reach" : "view");
    if (tight(level.scene.build.low, level.scene.build.high))
        reading.remark(scene, "build", wanted + ": joints there lie under the tray or beyond the screen");
    const auto anchors = scene.tables("anchors");
    for (std::size_t i = 0; i < level.scene.anchors.size() && i < anchors.size(); ++i) {
        const Vec2 at = level.scene.anchors[i].at.metres();
        if (!level.scene.build.contains(at) && tight(at, at)) reading.remark(anchors[i], "at", wanted);
    }
}

// The longest that anything of the palette may be; 0: there is no limit.
double farthestReach(const Level& level, const Reading& reading) {
    double farthest_one = 0.0;
    for (const PaletteItem& item : level.palette) {
        double longest = item.longest;
        if (longest == 0 && reading.words != nullptr)
            for (const Vocabulary::Part& part : reading.words->parts)
                if (part.key == item.part) longest = part.longest;
        if (longest == 0) return 0.0;
        farthest_one = std::max(farthest_one, longest);
    }
    return farthest_one;
}

bool hasGridPoint(const Box& build, double grid) {
    const auto inside = [&](double low, double high) {
        return std::ceil(low / grid - slack) * grid <= high + slack;
    };
    return inside(build.low.x, build.high.x) && inside(build.low.y, build.high.y);
}

void remarkAnchors(const Table& scene, const Level& level, Reading& reading) {
    const auto& anchors = level.scene.anchors;
    if (level.subject == Subject::Bridge && anchors.empty())
        reading.remark(scene, "anchors", "there are none: nothing that is built would be held");
    const double reach = farthestReach(level, reading);
    const Box& build = level.scene.build;
    const auto tables = scene.tables("anchors");
    for (std::size_t i = 0; i < anchors.size() && i < tables.size() && reach > 0; ++i) {
        const Vec2 at = anchors[i].at.metres();
        const Vec2 nearest{std::clamp(at.x, build.low.x, build.high.x),
                           std::clamp(at.y, build.low.y, build.high.y)};
        if (distance(at, nearest) > reach)
            reading.remark(tables[i], "at",
                           fmt::format("lies {:.4g} m outside scene.build, and no part is longer than {:g} m",
                                       distance(at, nearest), reach));
    }
}

void remarkPalette(const Table& root, const Level& level, Reading& reading) {
    const auto items = root.tables("palette");
    for (std::size_t i = 0; i < level.palette.size() && i < items.size(); ++i) {
        if (reading.words == nullptr) continue;
        for (const Vocabulary::Part& part : reading.words->parts) {
            if (part.key != level.palette[i].part || part.placement != Vocabulary::Placement::BetweenJoints)
                continue;
            const double own = level.palette[i].longest;
            const double longest = own > 0 ? own : part.longest;
            if (longest > 0 && longest < level.scene.grid - slack)
                reading.remark(
                    items[i], own > 0 ? "longest" : "part",
                    fmt::format("{:g} m is less than a step of the grid, {:g} m: it can never be laid",
                                longest, level.scene.grid));
        }
    }
}

void remarkSides(const Table& root, const Level& level, Reading& reading) {
    if (!level.two_sided) return;
    const double middle = level.scene.build.centre().x;
    bool left = false, right = false;
    for (const Anchor& anchor : level.scene.anchors) {
        left = left || anchor.at.metres().x < middle;
        right = right || anchor.at.metres().x > middle;
    }
    if (!left || !right)
        reading.remark(
            root, "two_sided",
            fmt::format("no anchor lies {} of the middle of scene.build: that child has nothing to "
                        "start from",
                        left ? "right" : "left"));
}

}  // namespace

void remarkBuilding(const Table& root, const Level& level, Reading& reading) {
    const Table scene = root.table("scene");
    remarkView(scene, level, reading);
    if (!hasGridPoint(level.scene.build, level.scene.grid))
        reading.remark(scene, "grid",
                       "no point of the grid lies in scene.build: they are the multiples of the step");
    remarkAnchors(scene, level, reading);
    remarkPalette(root, level, reading);
    remarkSides(root, level, reading);
    if (level.subject == Subject::Bridge && level.scene.backdrop.starts_with("lighthouse"))
        reading.remark(scene, "backdrop", "the lighthouse is the land of circuits, not of bridges");
}

}  // namespace vonk::level

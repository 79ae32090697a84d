#include "game/screens/pictures.h"

#include <algorithm>

#include "game/screens/pictures_parts.h"
#include "game/view/part_picture.h"

namespace vonk::screens {

using gfx::Rect;

std::string partOn(const level::Level& level, std::string_view part) {
    const bool train = std::ranges::any_of(
        level.traffic, [](const level::Traffic& traffic) { return traffic.vehicle == "train"; });
    return std::string(part == "road" && train ? "rails" : part);
}

ui::PictureName partPicture(std::string_view key) {
    return {"part/" + std::string(key), 0};
}

namespace {
std::string kindOf(const level::Level& level) {
    switch (level.subject) {
        case level::Subject::Circuit:
            return "lamp";
        case level::Subject::Water:
            return "water";
        case level::Subject::Bridge:
        case level::Subject::Combined:
            break;
    }
    return level.traffic.empty() ? "bridge" : level.traffic.front().vehicle;
}
}  // namespace

ui::PictureName placePicture(const level::Level& level) {
    return {"place/" + level.id + "/" + kindOf(level), 0};
}
ui::PictureName goalPicture(const level::Level& level) {
    const bool jumps = !level.traffic.empty() && level.traffic.front().jumps;
    return {jumps ? "goal/jump" : "goal/" + kindOf(level), 0};
}

void drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const Rect& rect) {
    const std::string_view name = picture.name;
    const auto slash = name.find('/');
    const std::string_view family = name.substr(0, slash);
    const std::string_view what =
        slash == std::string_view::npos ? std::string_view{} : name.substr(slash + 1);
    if (family == "sprite") {
        canvas.spriteFit(canvas.graphics().sprite(what), rect);
    } else if (family == "part") {
        const bool rails = what == "rails";
        if (const world::PartRow* row = world::findRow(rails ? "road" : what))
            view::drawPartIcon(canvas, row->kind, rect, rails);
    } else if (family == "place") {
        drawPlace(canvas, what, rect);
    } else if (family == "goal") {
        drawGoal(canvas, what, rect);
    } else if (family == "cause") {
        drawCause(canvas, what, rect);
    } else if (family == "idea") {
        drawIdea(canvas, what, rect);
    } else if (family == "legend") {
        drawLegend(canvas, what == "pushed", rect);
    } else if (family == "career") {
        drawCareer(canvas, what, rect);
    } else if (family == "road") {
        drawRoute(canvas, rect);
    } else if (family == "badge") {
        drawBadge(canvas, what, rect);
    }
}

}  // namespace vonk::screens

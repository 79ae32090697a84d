#include "game/app/tour.h"

#include <fmt/format.h>

#include <algorithm>

namespace vonk::app {

Tour::Tour(const Contents& given, Picture& picture, screens::Exhibit& exhibit, std::string folder)
    : visitor(exhibit), builder(visitor), contents(given), picture_(picture), folder_(std::move(folder)) {}

void Tour::picture(const std::string& name) {
    if (visitor.fine()) number(name);
}

void Tour::showFailure() {
    number("failed");
}

void Tour::write(const gfx::Pixels& pixels, const std::string& file) {
    const auto written = pixels.writePng(folder_ + "/" + file);
    if (!written) visitor.complain(toString(written.error().front()));
}

void Tour::number(const std::string& name) {
    const std::string file = fmt::format("{:02}-{}.png", steps_.size() + 1, name);
    picture_.drawWhole(visitor.exhibit());
    write(lastPicture(), file);
    steps_.push_back({name, visitor.now(), file});
}

void Tour::won(const level::Level& level) {
    if (!visitor.fine()) return;
    const play::Session* open = session();
    if (open == nullptr || open->level().id != level.id || open->phase() != play::Phase::Won)
        visitor.complain("level " + level.id + " is not won");
    else
        levels_won_.push_back(level.id);
}

std::optional<StoredMoves> Tour::moves(const level::Level& level, const std::string& name) {
    auto read = readMoves(level, name);
    if (read) return std::move(*read);
    visitor.complain(toString(read.error().front()));
    return std::nullopt;
}

double Tour::shareOfWay() const {
    if (session() == nullptr) return 0.0;
    const level::Scene& scene = session()->level().scene;
    double furthest = scene.left_bank;
    for (const world::BodyView& body : session()->snapshot().bodies)
        if (body.kind == world::BodyKind::Chassis || body.kind == world::BodyKind::Walker)
            furthest = std::max(furthest, body.pose.position.x);
    return (furthest - scene.left_bank) / (scene.right_bank - scene.left_bank);
}

bool Tour::lampIsLit() const {
    if (session() == nullptr) return false;
    for (const world::DeviceView& device : session()->snapshot().devices)
        if (device.brightness > 0.3) return true;
    return false;
}

}  // namespace vonk::app

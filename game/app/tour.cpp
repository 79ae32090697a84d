#include "game/app/tour.h"

#include <fmt/format.h>

#include <algorithm>

namespace vonk::app {

Tour::Tour(const Contents& given, Picture& picture, screens::Exhibit& exhibit, std::string folder)
    : visitor(exhibit), builder(visitor), contents(given), picture_(picture), folder_(std::move(folder)) {}

void Tour::picture(const std::string& name) {
    if (visitor.fine()) write(name);
}

void Tour::showFailure() {
    write("failed");
}

void Tour::write(const std::string& name) {
    const std::string file = fmt::format("{:02}-{}.png", steps_.size() + 1, name);
    picture_.draw(visitor.exhibit());
    const auto written = writePicture(picture_, folder_ + "/" + file);
    if (!written) visitor.complain(toString(written.error().front()));
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

const level::Level* Tour::need(const std::string& what,
                               const std::function<bool(const level::Level&)>& fits) {
    const auto found = std::ranges::find_if(contents.levels, fits);
    if (found != contents.levels.end()) return &*found;
    visitor.complain("no level is offered that is " + what);
    return nullptr;
}

}  // namespace vonk::app

#include "game/screens/play_insets.h"

#include <algorithm>

namespace vonk::screens {

PlayContents playContents(const Challenge& challenge, const Services& services) {
    PlayContents contents;
    contents.tiles = int(challenge.level().palette.size());
    contents.reading = challenge.reading();
    contents.money = challenge.level().budget > 0 && challenge.reading();
    contents.legend = challenge.level().subject == level::Subject::Bridge && challenge.reading();
    contents.language = challenge.reading() && services.languages().size() > 1;
    contents.run = !challenge.live();
    contents.side = challenge.live() ? 1 : 2;
    contents.two_sided = challenge.level().two_sided;
    contents.wide = challenge.view().wide();
    contents.tools = challenge.tools();
    return contents;
}

view::Insets playInsets(const ScreenSpace& space, const level::Level& level, const Layout& layout) {
    const level::Scene& scene = level.scene;
    view::Insets insets;
    insets.top = layout.at("scene").y;
    insets.bottom = space.whole().h - layout.at("tray").y;
    if (!space.portrait()) return insets;
    // A high screen leaves a lot of sky: the scene stands a little above the tray, on more ground.
    const double free = space.whole().h - insets.top - insets.bottom;
    const double seen = space.whole().w * scene.view.height() / scene.view.width();
    insets.bottom += std::clamp(0.3 * (free - seen), 0.0, 0.35 * seen);
    return insets;
}

}  // namespace vonk::screens

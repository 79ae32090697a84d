// What the keys and tiles of a tray do.
#include "game/screens/play_screen.h"
#include "game/world/parts.h"

namespace vonk::screens {

std::string prefixOf(play::Side side) {
    return side == play::Side::Left ? "left." : side == play::Side::Right ? "right." : "";
}

play::Side takeSideOff(std::string_view& id) {
    for (const play::Side side : {play::Side::Left, play::Side::Right})
        if (const std::string before = prefixOf(side); id.starts_with(before)) {
            id.remove_prefix(before.size());
            return side;
        }
    return play::Side::Both;
}

void PlayScreen::tapTile(std::string_view part, play::Side side) {
    if (const world::PartRow* row = world::findRow(part)) {
        challenge_->view().setTool(view::Tool::Build, side);
        challenge_->view().select(row->kind, side);
    }
}

std::uint32_t PlayScreen::nextLoad() const {
    const play::Session& session = challenge_->session();
    return (session.load() + 1) % std::uint32_t(session.loads().size());
}

bool PlayScreen::tapTool(std::string_view name, play::Side side, Actor actor) {
    view::PlayView& view = challenge_->view();
    const auto toggle = [&](view::Tool tool) {
        view.setTool(view.tool(side) == tool ? view::Tool::Build : tool, side);
    };
    if (name == "undo")
        challenge_->apply(play::Undo{}, actor, side);
    else if (name == "redo")
        challenge_->apply(play::Redo{}, actor, side);
    else if (name == "delete")
        toggle(view::Tool::Erase);
    else if (name == "move")
        toggle(view::Tool::Move);
    else if (name == "copy")
        toggle(view::Tool::Copy);
    else if (name == "mirror")
        view.setMirrored(!view.mirrored());
    else if (name == "sky")
        view.nextSky();
    else if (name == "load")
        challenge_->apply(play::ChooseLoad{nextLoad()}, actor);
    else
        return false;
    return true;
}

}  // namespace vonk::screens

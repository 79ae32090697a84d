// Reads the words that are on the screen: as they are painted, at the size that they have then.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/ui/paint.h"
#include "stage.h"

namespace vonk::screens {

// Paints widgets into next to nothing, and is told their words.
class Reader {
  public:
    explicit Reader(const ui::ScreenSpace& space) : space_(space), canvas_(Stage::graphics()), frame_(8, 8) {}

    std::vector<ui::WrittenText> read(const ui::Widget& widget) {
        ui::TextWatch watch;
        const ui::PicturePainter none = [](gfx::Canvas&, const ui::PictureName&, const gfx::Rect&) {};
        canvas_.begin(frame_.target());
        ui::paint({canvas_, space_, none}, widget, {});
        canvas_.end();
        return std::move(watch.texts);
    }

  private:
    ui::ScreenSpace space_;
    gfx::Canvas canvas_;
    gfx::Frame frame_;
};

// All words that are on the screen now, in the order of painting; `on`: of the widget with this id alone.
inline std::vector<std::string> textsOn(const Stage& stage, std::string_view on = {}) {
    Reader reader{ui::ScreenSpace(stage.screen_size)};
    std::vector<std::string> texts;
    for (const ui::Widget& widget : stage.exhibit->widgets())
        if (on.empty() || widget.id == on)
            for (const ui::WrittenText& text : reader.read(widget)) texts.push_back(text.text);
    return texts;
}

}  // namespace vonk::screens

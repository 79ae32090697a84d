// The full card of somebody who does this for a living: a day at work, something that few expect, and the way
// from vmbo to wo. Opened from the result; that is what the log counts.
#pragma once

#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class CareerScreen final : public Screen {
  public:
    // `id`: of the career.
    CareerScreen(Services& services, std::string id);

    std::string_view name() const override { return "career"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;

  private:
    std::string id_;
    Layout layout_;
};

// The road of a career with its four stations, in the lower part of a card; where it is too narrow for more,
// with the names of the stations alone.
void addRoute(ui::Widgets& list, const Services& services, const std::string& career, const gfx::Rect& road,
              double delay, const gfx::Rect& card);

}  // namespace vonk::screens

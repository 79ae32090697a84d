// After a win: stars, what it cost and what it could still bear, who does this for a living, what the visitor
// showed, and where to go next. Without reading: stars and pictures.
#pragma once

#include <optional>

#include "game/screens/backdrops.h"
#include "game/screens/challenge.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"
#include "game/screens/talents.h"

namespace vonk::screens {

class ResultScreen final : public Screen {
  public:
    explicit ResultScreen(Services& services);

    std::string_view name() const override { return "result"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void tick() override { challenge_->tick(); }
    void update(double seconds) override;
    void prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;
    void drawOver(gfx::Canvas& canvas) override;
    bool drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const gfx::Rect& rect) override;
    bool telling() const override;

    // The levels that the two keys lead to: those not won yet first, in their order, beginning after this
    // one.
    static std::vector<const level::Level*> nextLevels(const Services& services, const level::Level& after,
                                                       std::size_t most);

  private:
    void addBuilt(ui::Widgets& list) const;
    void addStarRow(ui::Widgets& list, const gfx::Rect& row, double delay) const;
    void addCareer(ui::Widgets& list) const;
    void addTalent(ui::Widgets& list) const;
    void addReal(ui::Widgets& list) const;
    void addKeys(ui::Widgets& list) const;
    std::string nextStar() const;  // what one more star needs; empty if all are there
    int earned() const;

    std::shared_ptr<Challenge> challenge_;
    play::Result result_;
    std::optional<Talent> talent_;
    std::vector<const level::Level*> next_;
    Layout layout_;
    double opened_ = 0.0;
    int stars_heard_ = 0;
};

}  // namespace vonk::screens

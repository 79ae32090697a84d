// After a win: stars, what it cost and what it could still bear, who does this for a living, what the visitor
// showed, and where to go next. Without reading: stars and pictures.
#pragma once

#include <optional>

#include "game/screens/backdrops.h"
#include "game/screens/challenge.h"
#include "game/screens/layouts.h"
#include "game/screens/next_levels.h"
#include "game/screens/screen.h"
#include "game/screens/talents.h"

namespace vonk::screens {

// A number of what was built as a bar, with the star that can be earned by it.
struct ResultGauge {
    std::string id;  // "cost", "use", "touches"
    std::string icon;
    double value = 0.0, full = 1.0;  // the bar is full at `full`
    double mark = -1.0;              // where the star is earned; negative: nowhere
    ui::GaugeLook::State state = ui::GaugeLook::State::Good;
    std::string word;   // beside the number; may be empty
    std::string plain;  // string key, said instead of the number
    const play::StarResult* star = nullptr;
    std::string needs;  // what the star needs, in two words
};

class ResultScreen final : public Screen {
  public:
    explicit ResultScreen(Services& services);

    std::string_view name() const override { return "result"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void tick() override { challenge_->tick(); }
    void update(double seconds) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;
    void drawOver(gfx::Canvas& canvas) override;
    bool drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const gfx::Rect& rect) override;
    bool telling() const override;

  private:
    void addBuilt(ui::Widgets& list) const;
    // As they were reached; the bar of strength is the longer the stronger.
    std::vector<ResultGauge> gauges() const;
    void addGauge(ui::Widgets& list, const ResultGauge& gauge, const gfx::Rect& row, float low,
                  double delay) const;
    void addStarRow(ui::Widgets& list, const gfx::Rect& row, double delay) const;
    void addCareer(ui::Widgets& list) const;
    std::pair<ui::TextSize, float> fitted(const std::string& name, float width, float room) const;
    void addTalent(ui::Widgets& list) const;
    void addReal(ui::Widgets& list) const;
    void addKeys(ui::Widgets& list) const;
    bool readsNumbers() const;  // of strength
    std::string starNeeds(const level::Star& star, const char* how) const;
    std::vector<std::string> missingStars() const;  // what each of those needs
    double timesAsStrong() const;                   // as needed, to be said with one digit
    void drawStarPicture(gfx::Canvas& canvas, const level::Star& star, gfx::Point at, float grown) const;
    bool careerOpens() const;  // there is a card to open
    int earned() const;

    std::shared_ptr<Challenge> challenge_;
    play::Result result_;
    std::optional<Talent> talent_;
    std::vector<NextLevel> next_;
    Layout layout_;
    double opened_ = 0.0;
    int stars_heard_ = 0;
};

}  // namespace vonk::screens

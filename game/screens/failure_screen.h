// After a break: the world steps back, the moment plays again slowly, one sentence and one picture say why,
// and the next idea is one touch away. Lies on the level that is in play.
#pragma once

#include "game/screens/challenge.h"
#include "game/screens/ideas.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"
#include "game/screens/seen.h"

namespace vonk::screens {

class FailureScreen final : public Screen {
  public:
    explicit FailureScreen(Services& services);

    std::string_view name() const override { return "failure"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void tick() override { challenge_->tick(); }
    void update(double seconds) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override { return challenge_->view().prepareSome(canvas); }
    void drawScene(gfx::Canvas& canvas) override { challenge_->view().draw(canvas); }
    bool telling() const override;

  private:
    void stop(int slot);
    std::string why() const;        // the sentence
    std::string ideaWords() const;  // of the key
    void backToBuilding(int slot);
    void tryIdea(int slot);

    std::shared_ptr<Challenge> challenge_;
    Layout layout_;
    Reason reason_;
    Seen seen_;
    Idea idea_;
    double opened_ = 0.0;
    double slow_since_ = -1.0;  // when the slow replay began the first time
};

}  // namespace vonk::screens

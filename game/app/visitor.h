// A visitor made of a script: fingers that come down, move from frame to frame and leave again, on a clock
// that moves only with the frames. What it touches it finds as a child does: by what is on the screen now.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/screens/exhibit.h"

namespace vonk::app {

class Visitor {
  public:
    static constexpr double frame_seconds = 1.0 / 60.0;

    double tap_seconds = 0.1;         // a finger that taps stays down so long
    double after_tap_seconds = 0.15;  // and nothing happens so long after it
    bool answers = true;              // says that it is still there when it is asked

    explicit Visitor(screens::Exhibit& exhibit) : exhibit_(exhibit) {}

    // Called before each frame of the exhibit's time: what the fingers did is known already.
    void beforeFrame(std::function<void()> call) { before_frame_ = std::move(call); }
    // Called after it.
    void onFrame(std::function<void()> call) { each_frame_ = std::move(call); }

    double now() const { return now_; }  // seconds since the script began
    screens::Exhibit& exhibit() const { return exhibit_; }
    // What went wrong first; empty: all went as it should. Once something went wrong nothing more is touched.
    const std::string& complaint() const { return complaint_; }
    bool fine() const { return complaint_.empty(); }
    void complain(const std::string& what);

    void frame();
    void wait(double seconds);
    // Lets time pass until it is so; complains after `at_most` seconds that it did not happen.
    bool until(const std::function<bool()>& so, double at_most, const std::string& what);
    bool untilScreen(std::string_view name, double at_most);

    // Touches the middle of a widget once it can be touched; waits for it at most two seconds.
    bool tap(std::string_view widget, int finger = 0);
    void tapAt(gfx::Point point, int finger = 0);
    // Down at `from`, to `to` within `seconds`, up. `on_the_way` is told the share of the way, 0 to 1, each
    // frame: a second hand may do something meanwhile.
    void drag(gfx::Point from, gfx::Point to, double seconds, int finger = 0,
              const std::function<void(double)>& on_the_way = {});
    // Down at the first of these, through all of them, up at the last; `seconds` between two.
    void dragThrough(const std::vector<gfx::Point>& way, double seconds, int finger = 0);
    // Two fingers at once: down, each from the one to the other within `seconds`, up.
    void dragTwo(gfx::Point from, gfx::Point to, gfx::Point other_from, gfx::Point other_to, double seconds,
                 int finger = 0, int other = 1);
    // For a hand that does something while another one drags: only sends, no time passes.
    void press(gfx::Point point, int finger);
    void lift(gfx::Point point, int finger);

    bool shows(std::string_view widget) const { return exhibit_.find(widget).has_value(); }
    // Nothing unless it can be touched now.
    std::optional<gfx::Point> middleOf(std::string_view widget) const;

  private:
    void answer();
    void send(platform::PointerEvent::Kind kind, gfx::Point point, int finger);

    screens::Exhibit& exhibit_;
    std::function<void()> before_frame_, each_frame_;
    long frames_ = 0;
    double now_ = 0.0;
    std::string complaint_;
    bool answering_ = false;
};

}  // namespace vonk::app

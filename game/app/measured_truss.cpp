#include "game/app/measured_truss.h"

#include <algorithm>
#include <cmath>

namespace vonk::app {
namespace {

constexpr int most_in_a_span = 140;
constexpr int tall = 1500;  // mm: so low that a lorry is too much for wood

// Builds from the left, a span at a time, the road below.
class Carpenter {
  public:
    Carpenter(std::vector<level::FixedPart>& parts, int from_mm, int road_mm)
        : parts_(parts), from_(from_mm), road_(road_mm) {}

    // Two rows of bays, each a square with a diagonal: 7 n + 2 members; the rest are second diagonals.
    void lattice(int members, int wide) {
        const int bays = (members - 2) / 7;
        int more = members - 7 * bays - 2;
        const auto x = [&](int bay) { return wide * bay / bays; };
        for (int bay = 0; bay <= bays; ++bay) {
            add("wood", x(bay), 0, x(bay), tall / 2);
            add("wood", x(bay), tall / 2, x(bay), tall);
            if (bay == bays) break;
            add("road", x(bay), 0, x(bay + 1), 0);
            add("wood", x(bay), tall / 2, x(bay + 1), tall / 2);
            add("wood", x(bay), tall, x(bay + 1), tall);
            for (const int foot : {0, tall / 2}) {
                add("wood", x(bay), foot, x(bay + 1), foot + tall / 2);
                if (more-- > 0) add("wood", x(bay), foot + tall / 2, x(bay + 1), foot);
            }
        }
    }

    void next(int wide) { from_ += wide; }

  private:
    void add(const char* part, int x, int y, int other_x, int other_y) {
        parts_.push_back({part, {from_ + x, road_ + y}, {from_ + other_x, road_ + other_y}, 0.0, true});
    }

    std::vector<level::FixedPart>& parts_;
    int from_, road_;
};

int millimetres(double metres) {
    return static_cast<int>(std::lround(1000.0 * metres));
}

}  // namespace

level::Level withTruss(level::Level level, int members) {
    level::Scene& scene = level.scene;
    const int spans = (members + most_in_a_span - 1) / most_in_a_span;
    const double gap = scene.right_bank - scene.left_bank;
    const double shift = (spans - 1) * gap;
    for (level::Ground& ground : scene.grounds)
        for (Vec2& point : ground.outline)
            if (point.x > 0.5 * (scene.left_bank + scene.right_bank)) point.x += shift;
    scene.right_bank += shift;
    scene.view.high.x += shift;
    scene.reach.high.x += shift;
    scene.build.high.x += shift;
    scene.build.high.y = std::max(scene.build.high.y, scene.road + 0.001 * tall);

    const int from = millimetres(scene.left_bank), road = millimetres(scene.road), wide = millimetres(gap);
    scene.anchors.clear();
    for (int i = 0; i <= spans; ++i) scene.anchors.push_back({{from + i * wide, road}, true, i > 0});
    level.fixed.clear();
    level.budget = 0.0;
    Carpenter carpenter(level.fixed, from, road);
    for (int i = 0; i < spans; ++i) {
        const int here = members * (i + 1) / spans - members * i / spans;
        carpenter.lattice(here, wide);
        carpenter.next(wide);
    }
    return level;
}

}  // namespace vonk::app

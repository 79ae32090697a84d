// What an engineer reads in the scene: the force in each member, reactions, the bending line of the road and
// the deflected shape, each to a scale that is stated. Reads snapshots alone.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "game/view/paint.h"
#include "game/world/snapshot.h"

namespace vonk::view {

struct EngineerLook {
    std::function<std::string(double)> gauge;  // three digits in the visitor's language
    gfx::Rect free;                            // px, where labels may lie
    std::vector<gfx::Rect> taken;              // px, where they may not
    float letters = 26.0F;                     // px, em
    PartId chosen;                             // the member that is looked at
};

// The scales of one run: they only ever become smaller in it, so that what is seen can be compared.
class EngineerScales {
  public:
    void begin() { greatest_ = greatest_deflection_ = greatest_moment_ = 0.0; }
    void see(const world::Snapshot& snapshot);

    // How many times larger than true the deflection is drawn: of 1, 2, 5, 10 … 500, so that the greatest of
    // the run is at most 1/16 of what lies between the outer joints.
    double deflection() const;
    // m, up or down, of a joint from where it was built, or of the middle of a piece of road.
    double greatestDeflection() const { return greatest_deflection_; }
    double greatestMoment() const { return greatest_moment_; }  // N·m, by size, in the run
    // A round moment (1, 2 or 5 times a power of ten, N·m), and how many metres of the scene it is drawn
    // high.
    double momentStep() const;
    double momentHeight() const;

  private:
    double greatest_ = 0.0, greatest_deflection_ = 0.0, greatest_moment_ = 0.0, span_ = 1.0;
};

// Forces in N; the member that governs is the one with the greatest use.
std::size_t governingMember(const world::Snapshot& snapshot);  // its index; members.size() if none bears
// "A", "B" … from left to right; "A1" after Z.
std::string supportName(std::size_t index);

// `numbers` is what is written, of the same bridge as what is drawn and perhaps a little older.
void drawEngineering(const Brush& brush, const world::Snapshot& snapshot, const world::Snapshot& numbers,
                     const EngineerScales& scales, const EngineerLook& look);

}  // namespace vonk::view

// Bridges of 5 to 120 members that several tests share: determinate, indeterminate, hung from cables.
#pragma once

#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/structure/structure_def.h"

namespace vonk::examples {

struct Example {
    std::string name;
    structure::StructureDef def;
    std::vector<int> road;  // joints of the deck from left to right
};

Example kingPost(bool pinned_both, double span = 8.0);
Example warren(int bays, double span, double height, bool pinned_both);
enum class Diagonals { Single, Crossed, CrossedCables };
Example pratt(int bays, double span, double height, bool pinned_both, Diagonals diagonals);
Example kTruss(int bays, double span, double height);
Example cableStayed(int bays_each_side, double bay, double tower);
Example suspension(int bays, double span, double sag);
Example bowstring(int bays, double span, double rise);

// Fourteen of them.
std::vector<Example> all();
// Any of the kinds above with other numbers, joints shifted a little, sections changed.
Example random(Random& random);

}  // namespace vonk::examples

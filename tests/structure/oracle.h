// The truth that structures are held against: geometrically nonlinear direct stiffness, dense, Newton's
// method with the load applied in steps (e.g. Crisfield, Non-linear Finite Element Analysis of Solids and
// Structures, vol. 1, ch. 3). Shares no code with engine/structure but the definition of a structure.
#pragma once

#include <vector>

#include "engine/structure/structure_def.h"

namespace vonk::oracle {

struct Answer {
    bool found = false;
    bool from_start = false;         // only from the given start
    std::vector<double> axial;       // N, tension positive
    std::vector<Vec2> displacement;  // m
    std::vector<Vec2> reaction;      // N
};

// Forces on joints, N, beside the weight of the members. Members in `missing` are left out, with their
// weight. Where Newton does not get there from the unloaded shape (cables that go slack and taut again), it
// may begin at the displacements `start`: then the answer proves that there is an equilibrium there.
Answer solve(const structure::StructureDef& def, const std::vector<Vec2>& loads,
             const std::vector<int>& missing = {}, const std::vector<Vec2>& start = {});

// Only from the displacements `start`: whether there is an equilibrium there, whatever others exist.
Answer solveFrom(const structure::StructureDef& def, const std::vector<Vec2>& loads,
                 const std::vector<int>& missing, const std::vector<Vec2>& start);

// The same, for small displacements and without slack cables: one linear solution.
Answer solveLinear(const structure::StructureDef& def, const std::vector<Vec2>& loads);

}  // namespace vonk::oracle

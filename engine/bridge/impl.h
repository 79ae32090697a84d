// The inside of BridgeRun; private to this room.
#pragma once

#include "engine/bridge/bridge_run.h"

namespace vonk::bridge {

// A deck member as wheels see it, from left to right.
struct Surface {
    int member = 0;
    int deck = 0;           // in the rigid world
    bool reversed = false;  // the member runs from right to left
    int left = 0;           // joints
    int right = 0;
};

// A cable after the fall: its piece, and the places on two bodies (0: the ground) between which it is slung.
struct Rope {
    std::size_t piece = 0;
    BodyId a;
    Vec2 at_a;  // m, in the body's own frame
    BodyId b;
    Vec2 at_b;
    double length = 0.0;  // m
};

// What hangs from a joint that stands.
struct Hanger {
    int joint = 0;
    int anchor = 0;  // in the rigid world
    std::vector<BodyId> bodies;
};

// What hangs from a support that has lost all its members and that it can slide along.
struct RailedLoad {
    int joint = 0;
    int rail = 0;  // in the rigid world
};

struct BridgeRun::Impl {
    explicit Impl(const BridgeDef& definition);

    BridgeDef def;
    structure::Structure structure;
    rigid::RigidWorld rigid;
    structure::Rest rest;
    std::vector<Surface> surfaces;
    std::vector<structure::MemberLoad> loads;
    std::vector<Break> breaks;
    std::vector<Piece> pieces;
    std::vector<Rope> ropes;
    std::vector<Hanger> hangers;
    std::vector<RailedLoad> railed;
    std::vector<structure::HungLoad> hung;
    double time = 0.0;
    bool lost = false;

    Vec2 jointAt(int joint) const { return structure.positions()[static_cast<std::size_t>(joint)]; }
    Vec2 jointVelocity(int joint) const { return structure.velocities()[static_cast<std::size_t>(joint)]; }

    void laySurface();
    void joinSurface();
    void loadStructure();
    void step(double h);
    void breakWorst();

    // collapse.cpp
    void breakMember(int member, BreakCause cause);
    // A member that leaves the standing structure: the bodies at its two ends.
    struct Loose {
        int member = 0;
        BodyId from, to;
    };
    // Bodies of it: two halves if it broke, ropes as several links.
    Loose makePieces(int member, bool broke);
    // Takes it out of the structure and makes its pieces.
    Loose release(int member, bool broke);
    // Lets them hang from each other and from the joints that stand.
    void hang(const std::vector<Loose>& loose);
    void hangFrom(int joint, BodyId body);
    bool stands(int joint) const;
    void removeSurface(int member);
    // Hands what still stands over to the rigid world; `broken` are members that break in two by it.
    void fallApart(const std::vector<int>& broken);
    BodyId addPiece(int member, double start, double end);
    void readPieces();
};

}  // namespace vonk::bridge

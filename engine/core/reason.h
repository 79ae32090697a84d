// Why not: the one type for a refused command, a failed goal and the sentence after a failure. The model
// names what is the case; the view turns it into words ("reason.<name>" in the string tables) and a small
// picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/vec2.h"

namespace vonk {

// Append only: the numbers are stored in engagement records.
enum class ReasonId : std::uint16_t {
    None = 0,
    // refused commands
    TooLong = 1,   // numbers: length m, longest m
    TooShort = 2,  // numbers: length m
    SameJoint = 3,
    AlreadyThere = 4,
    OutsideScene = 5,
    InsideGround = 6,
    TooExpensive = 7,  // numbers: price, budget
    NoneLeft = 8,      // numbers: allowed count
    NotInPalette = 9,
    NotConnected = 10,  // would hang in the air
    NotWhileRunning = 11,
    NotRunning = 12,
    NothingToUndo = 13,
    NothingToRedo = 14,
    NoSuchPart = 15,
    FixedPart = 16,  // belongs to the level
    NotOperable = 17,
    DesignEmpty = 18,
    BuiltUpon = 19,  // to be taken back, but another hand has built on since
    // why a bridge failed
    NotHeldUp = 40,  // a mechanism: parts are the joints' members that can move
    Buckled = 41,    // numbers: force N, capacity N, length m
    Snapped = 42,    // pulled apart; numbers: force N, capacity N
    Crushed = 43,    // squeezed beyond yield while too stout to buckle; numbers: force N, capacity N
    Bent = 44,       // numbers: moment N·m, capacity N·m, length m
    CableSlack = 45,
    FellInWater = 46,  // parts empty: what had to cross fell
    NotAcross = 47,    // time ran out before the load arrived
    NoRoad = 48,       // nothing to drive on: numbers: x of the gap, m
    Shaken = 49,       // the road swings up and down too far; numbers: swing m, limit m
    // why a circuit does not work
    LoopOpen = 60,
    ShortCircuit = 61,
    BatteryEmpty = 62,
};

// Stable name as used in level files and string keys: "buckled", "not-held-up".
std::string_view name(ReasonId id);
std::optional<ReasonId> reasonFromName(std::string_view name);

struct Reason {
    ReasonId id = ReasonId::None;
    Vec2 place;                   // metres; where a finger or the camera should look
    std::vector<PartId> parts;    // what it is about, worst first
    std::vector<double> numbers;  // as the comment at the id says

    friend bool operator==(const Reason&, const Reason&) = default;
};

}  // namespace vonk

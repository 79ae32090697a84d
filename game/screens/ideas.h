// The next idea after a failure: what to try, where, and with what. It is a proposal that the session would
// accept, never the solution itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/play/session.h"

namespace vonk::screens {

struct Idea {
    std::string name;  // joint, stronger, stiffer, share, steeper, support, shorter, triangle, beam, road,
                       // build: string key and picture
    std::vector<play::Place> moves;         // what would be placed; every one is possible now
    std::optional<level::GridPoint> joint;  // where it matters
    std::optional<world::PartKind> kind;    // part of the palette to take in the hand
    PartId about;                           // the member that failed
};

// `session` must be building. `reason` is why the last test failed.
Idea nextIdea(const play::Session& session, const Reason& reason);
// Name alone, before the session is building again: for the key.
std::string ideaName(const play::Session& session, const Reason& reason);

// Whether the member an idea was about still stands as it was `before`: whole, or in pieces that joints cut
// it into. False once it is gone, moved, or of another kind.
bool stillStands(const world::Design& design, const world::Part& before);

}  // namespace vonk::screens

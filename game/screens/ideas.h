// The next idea after a failure: what to try, where, and with what. It is a proposal that the session would
// accept; whether it is enough, the next test tells.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/play/session.h"

namespace vonk::screens {

struct Idea {
    std::string name;                       // one of level::ideaNames(): string key and picture
    std::vector<play::Place> moves;         // what would be placed; every one is possible now
    std::optional<play::MoveJoint> drag;    // a joint that would be dragged; possible now
    std::optional<play::Remove> away;       // a piece of one's own that carries nothing, to pay for `later`
    std::vector<play::Place> later;         // what can be placed once it is gone
    std::optional<level::GridPoint> joint;  // where it matters
    std::optional<world::PartKind> kind;    // part of the palette to take in the hand
    PartId about;                           // the member that failed
    bool mirrored = false;                  // of its picture

    // As drawPicture() takes it.
    std::string picture() const { return "idea/" + name + (mirrored ? "~" : ""); }
    // Of its words: of the idea, or of what it is done with.
    std::string textKey() const;
};

// `reason` is why the last test failed. Asked while it is told or when the session is building again.
Idea nextIdea(const play::Session& session, const Reason& reason);

// Whether the member an idea was about still stands as it was `before`: whole, or in pieces that joints cut
// it into. False once it is gone, moved, or of another kind.
bool stillStands(const world::Design& design, const world::Part& before);

}  // namespace vonk::screens

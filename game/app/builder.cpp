#include "game/app/builder.h"

#include <algorithm>
#include <utility>

#include "engine/record/recording.h"
#include "game/play/command_codec.h"
#include "game/play/session.h"
#include "game/view/picking.h"
#include "game/world/parts.h"

namespace vonk::app {
namespace {

using world::AtPoint;
using world::BetweenJoints;
using world::PathBetween;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

// Equal for a visitor: a member has no direction, and a wire leads from one terminal to the other.
bool samePlace(const world::Part& a, const world::Part& b) {
    if (a.kind != b.kind) return false;
    const auto* x = std::get_if<BetweenJoints>(&a.placement);
    const auto* y = std::get_if<BetweenJoints>(&b.placement);
    if (x != nullptr && y != nullptr) return std::minmax(x->from, x->to) == std::minmax(y->from, y->to);
    return a.placement == b.placement;
}

// A member that is wanted where another one stands is placed over it and takes its place.
bool isReplaced(const world::Design& wanted, const world::Part& part) {
    if (!std::holds_alternative<BetweenJoints>(part.placement)) return false;
    return std::ranges::any_of(wanted.parts, [&](const world::Part& other) {
        world::Part same = part;
        same.kind = other.kind;
        return samePlace(same, other);
    });
}

bool contains(const world::Design& design, const world::Part& part) {
    return std::ranges::any_of(design.parts,
                               [&](const world::Part& other) { return samePlace(part, other); });
}

std::string text(world::PartKind kind) {
    return std::string(world::row(kind).key);
}

std::string text(const play::Place& place) {
    std::string words = text(place.kind);
    if (const auto* at = std::get_if<BetweenJoints>(&place.placement))
        words += " from " + std::to_string(at->from.x_mm) + "," + std::to_string(at->from.y_mm) + " to " +
                 std::to_string(at->to.x_mm) + "," + std::to_string(at->to.y_mm) + " mm";
    return words;
}

}  // namespace

Result<StoredMoves> readMoves(const level::Level& level, const std::string& name) {
    const std::string file = (level.folder / name).string();
    const auto recording = record::readRecording(file);
    if (!recording) return tl::unexpected(recording.error());
    StoredMoves moves;
    play::Session session(level);
    bool built = false;
    for (const record::RecordedCommand& recorded : recording->commands) {
        std::string why;
        const auto command = play::decode(recorded, why);
        if (!command) return fail({file, 0, recorded.kind, why});
        moves.commands.push_back(*command);
        built = built || std::holds_alternative<play::Start>(*command);
        if (built) continue;
        if (const auto refused = session.apply(*command, recorded.actor, play::sideOf(recorded)))
            return fail({file, 0, recorded.kind, "is refused: " + std::string(vonk::name(refused->id))});
    }
    moves.design = session.design();
    return moves;
}

std::optional<gfx::Point> Builder::pixelOf(Vec2 metres) const {
    // The camera neither turns nor leans: two points of the grid say where all others are.
    const auto& exhibit = visitor_.exhibit();
    const auto origin = exhibit.pixelOf(level::GridPoint{0, 0});
    const auto unit = exhibit.pixelOf(level::GridPoint{1000, 1000});
    if (!origin || !unit) return std::nullopt;
    const auto along = [](double m, float zero, float one) {
        return zero + static_cast<float>(m) * (one - zero);
    };
    return gfx::Point{along(metres.x, origin->x, unit->x), along(metres.y, origin->y, unit->y)};
}

std::optional<gfx::Point> Builder::pixelOf(world::Terminal terminal) const {
    const play::Session* session = visitor_.exhibit().session();
    const world::Part* part = session != nullptr ? session->design().find(terminal.part) : nullptr;
    if (part == nullptr || !std::holds_alternative<AtPoint>(part->placement)) return std::nullopt;
    return pixelOf(view::terminalPosition(*part, terminal.port));
}

// A gesture that has to change the design, or the setting of a part of it.
bool Builder::changes(const std::function<void()>& gesture, const std::string& what) {
    const play::Session* session = visitor_.exhibit().session();
    if (session == nullptr) {
        visitor_.complain(what + ": no level is open");
        return false;
    }
    const world::Design before = session->design();
    gesture();
    visitor_.wait(pause_seconds);
    session = visitor_.exhibit().session();
    if (visitor_.fine() && (session == nullptr || session->design() == before))
        visitor_.complain(what + ": nothing was changed");
    return visitor_.fine();
}

std::string Builder::trayAt(Vec2 metres) const {
    const play::Session* session = visitor_.exhibit().session();
    if (session == nullptr || !session->level().two_sided) return "";
    const level::Scene& scene = session->level().scene;
    return metres.x < 0.5 * (scene.left_bank + scene.right_bank) ? "left." : "right.";
}

std::string Builder::trayOf(PartId id) const {
    const play::Session* session = visitor_.exhibit().session();
    const world::Part* part = session != nullptr ? session->design().find(id) : nullptr;
    const auto* ends = part != nullptr ? std::get_if<BetweenJoints>(&part->placement) : nullptr;
    return ends != nullptr ? trayAt(lerp(ends->from.metres(), ends->to.metres(), 0.5)) : "";
}

bool Builder::choose(const std::string& tray, const std::string& tool) {
    const auto known = chosen_.find(tray);
    if (known != chosen_.end() && known->second == tool) return true;
    // A tool's key lets the one before it out.
    chosen_[tray] = tool;
    return visitor_.tap(tray + tool, finger);
}

bool Builder::select(world::PartKind kind, Vec2 at) {
    return choose(trayAt(at), "tile." + text(kind));
}

bool Builder::placeMember(const BetweenJoints& at) {
    const auto from = pixelOf(at.from.metres()), to = pixelOf(at.to.metres());
    if (!from || !to) return false;
    if (way == Way::Taps) {
        visitor_.tapAt(*from, finger);
        visitor_.tapAt(*to, finger);
        visitor_.tapAt(*to, finger);  // enough: else the next tap would go on from here
        return visitor_.fine();
    }
    bool tapped = meanwhile.empty();
    if (!tapped) chosen_.clear();  // the other hand may choose another part
    const int other = finger == 0 ? 1 : 0;
    std::optional<gfx::Point> key;
    visitor_.drag(*from, *to, drag_seconds, finger, [&](double share) {
        if (share > 0.6 && in_the_middle) std::exchange(in_the_middle, nullptr)();
        if (!tapped && share > 0.4) {
            tapped = true;
            if ((key = visitor_.middleOf(meanwhile))) visitor_.press(*key, other);
        } else if (key && share > 0.7) {
            visitor_.lift(*key, other);
            key.reset();
        }
    });
    return visitor_.fine();
}

bool Builder::place(const play::Place& place) {
    const auto* member = std::get_if<BetweenJoints>(&place.placement);
    const auto* point = std::get_if<AtPoint>(&place.placement);
    const Vec2 start = member != nullptr  ? member->from.metres()
                       : point != nullptr ? point->at.metres()
                                          : Vec2{};
    if (!select(place.kind, start)) return false;
    return changes(
        [&] {
            if (member != nullptr) {
                placeMember(*member);
            } else if (point != nullptr) {
                const auto tile = visitor_.middleOf(trayAt(start) + "tile." + text(place.kind));
                const auto goal = pixelOf(start);
                if (!tile || !goal) return;
                if (way == Way::Taps)
                    visitor_.tapAt(*goal, finger);
                else
                    visitor_.drag(*tile, *goal, 1.5 * drag_seconds, finger);
            }
        },
        "placing " + text(place));
}

void Builder::lead(gfx::Point start, gfx::Point goal) {
    if (way == Way::Drag) return visitor_.drag(start, goal, drag_seconds, finger);
    visitor_.tapAt(start, finger);
    visitor_.tapAt(goal, finger);
}

bool Builder::moveJoint(level::GridPoint from, level::GridPoint to) {
    if (!choose(trayAt(from.metres()), "move")) return false;
    return changes(
        [&] {
            const auto start = pixelOf(from.metres()), goal = pixelOf(to.metres());
            if (start && goal) lead(*start, *goal);
        },
        "moving a joint");
}

bool Builder::copyBay(Vec2 from, Vec2 to) {
    if (!choose(trayAt(from), "copy")) return false;
    return changes(
        [&] {
            const auto start = pixelOf(from), goal = pixelOf(to);
            if (start && goal) lead(*start, *goal);
        },
        "copying a bay");
}

bool Builder::mirror() {
    return visitor_.tap("mirror", finger);
}

bool Builder::wipe(const std::vector<PartId>& parts) {
    std::vector<gfx::Point> way_through;
    for (const PartId part : parts)
        if (const auto middle = visitor_.exhibit().pixelOf(part)) way_through.push_back(*middle);
    if (way_through.size() != parts.size() || parts.empty()) {
        visitor_.complain("a part to wipe away is not on the screen");
        return false;
    }
    if (way == Way::Taps) {
        for (const PartId part : parts)
            if (!remove(part)) return false;
        return true;
    }
    if (!choose(trayOf(parts.front()), "delete")) return false;
    return changes([&] { visitor_.dragThrough(way_through, drag_seconds, finger); }, "wiping parts away");
}

bool Builder::connect(world::PartKind kind, world::Terminal from, world::Terminal to) {
    return changes(
        [&] {
            const auto start = pixelOf(from), goal = pixelOf(to);
            if (start && goal) lead(*start, *goal);
        },
        "connecting a " + text(kind));
}

bool Builder::remove(PartId part) {
    const auto middle = visitor_.exhibit().pixelOf(part);
    if (!middle) {
        visitor_.complain("a part to take away is not on the screen");
        return false;
    }
    if (!choose(trayOf(part), "delete")) return false;
    return changes([&] { visitor_.tapAt(*middle, finger); }, "taking a part away");
}

bool Builder::operate(PartId part) {
    const auto middle = visitor_.exhibit().pixelOf(part);
    if (!middle) {
        visitor_.complain("a part to operate is not on the screen");
        return false;
    }
    return changes([&] { visitor_.tapAt(*middle, finger); }, "operating a part");
}

bool Builder::build(const world::Design& wanted, int most) {
    const auto design = [&] { return visitor_.exhibit().session()->design(); };
    if (visitor_.exhibit().session() == nullptr) {
        visitor_.complain("there is nothing to build in");
        return false;
    }
    for (const world::Part& part : design().parts)
        if (most > 0 && !contains(wanted, part) && !isReplaced(wanted, part)) {
            if (!remove(part.id)) return false;
            --most;
        }
    for (const world::Part& part : wanted.parts)
        if (most > 0 && !contains(design(), part)) {
            if (!place({part.kind, part.placement})) return false;
            --most;
        }
    const world::Design now = design();
    return std::ranges::all_of(wanted.parts, [&](const world::Part& part) { return contains(now, part); }) &&
           std::ranges::all_of(now.parts, [&](const world::Part& part) { return contains(wanted, part); });
}

// A wipe is one; whatever else was done at once is done step by step, which comes to the same.
bool Builder::together(const play::Together& group) {
    std::vector<PartId> removed;
    for (const play::Single& step : group.steps)
        if (const auto* one = std::get_if<play::Remove>(&step)) removed.push_back(one->part);
    if (removed.size() == group.steps.size()) return wipe(removed);
    for (const play::Single& step : group.steps)
        if (!std::visit([&](const auto& one) { return perform(play::Command(one)); }, step)) return false;
    return true;
}

bool Builder::chooseLoad(std::uint32_t load) {
    const play::Session& session = *visitor_.exhibit().session();
    for (std::size_t taps = 0; session.load() != load && taps < session.loads().size(); ++taps)
        if (!visitor_.tap("load", finger)) return false;
    return session.load() == load;
}

bool Builder::perform(const play::Command& command) {
    if (visitor_.exhibit().session() == nullptr) {
        visitor_.complain("no level is open");
        return false;
    }
    return std::visit(Overloaded{
                          [&](const play::Place& c) { return place(c); },
                          [&](const play::Connect& c) { return connect(c.kind, c.from, c.to); },
                          [&](const play::Remove& c) { return remove(c.part); },
                          [&](const play::Operate& c) { return operate(c.part); },
                          [&](const play::Start&) { return visitor_.tap("start", finger); },
                          [&](const play::Stop&) { return visitor_.tap("start", finger); },
                          [&](const play::MoveJoint& c) { return moveJoint(c.from, c.to); },
                          [&](const play::Together& c) { return together(c); },
                          [&](const play::Undo&) { return visitor_.tap("undo", finger); },
                          [&](const play::Redo&) { return visitor_.tap("redo", finger); },
                          [&](const play::ChooseLoad& c) { return chooseLoad(c.load); },
                          [&](const auto&) {
                              visitor_.complain("a stored command has no gesture");
                              return false;
                          },
                      },
                      command);
}

}  // namespace vonk::app

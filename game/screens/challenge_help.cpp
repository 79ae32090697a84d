// What a level has to help with: the idea that is proposed, and the next move of its stored win.
#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <variant>

#include "game/play/members.h"
#include "game/screens/challenge.h"
#include "game/screens/ideas.h"
#include "game/screens/shape.h"

namespace vonk::screens {

namespace {

// Whether a piece of this kind does part of the work of the member that is wanted: it lies on its line.
double shareOf(const world::Part& part, world::PartKind kind, const world::BetweenJoints& wanted) {
    const auto* piece = std::get_if<world::BetweenJoints>(&part.placement);
    if (part.kind != kind || !piece) return 0.0;
    const auto on = [&](world::GridPoint point) {
        return point == wanted.from || point == wanted.to || play::liesInside(wanted.from, wanted.to, point);
    };
    return on(piece->from) && on(piece->to)
               ? play::lengthOf(piece->from, piece->to) / play::lengthOf(wanted.from, wanted.to)
               : 0.0;
}

// The member stands there, whichever way round, whole or in pieces.
bool stands(const std::vector<world::Part>& parts, world::PartKind kind, const world::BetweenJoints& wanted) {
    double share = 0.0;
    for (const world::Part& part : parts) share += shareOf(part, kind, wanted);
    return share > 1.0 - 1e-6;
}

// A piece of the stored way as it lies after those joints were dragged, later on that way, which are there by
// now.
world::BetweenJoints dragged(world::BetweenJoints piece, std::span<const play::Command> later,
                             std::span<const world::GridPoint> joints) {
    for (const play::Command& move : later) {
        const auto* drag = std::get_if<play::MoveJoint>(&move);
        if (drag == nullptr || std::ranges::find(joints, drag->to) == joints.end()) continue;
        for (world::GridPoint* end : {&piece.from, &piece.to})
            if (*end == drag->from) *end = drag->to;
    }
    return piece;
}

}  // namespace

void Challenge::propose(const Idea& idea) {
    proposed_ = idea;
    const world::Part* part = idea.about ? session_.design().find(idea.about) : nullptr;
    about_ = part ? std::optional(*part) : std::nullopt;
    renewProposal();
}

std::optional<play::Command> Challenge::firstMove() const {
    if (!live() && !session_.check(play::Start{})) return play::Start{};
    if (!roadComplete(session_))
        for (const play::Command& move : winning_) {
            const auto* place = std::get_if<play::Place>(&move);
            const world::PartRow* row = place ? &world::row(place->kind) : nullptr;
            if (row && row->member && row->member->deck && !session_.check(move)) return move;
        }
    return nextMove();
}

// The joint from which the first piece goes, or where the things of the stored way stand; none where there is
// something to be tested first.
void Challenge::showBeginning() {
    std::vector<play::Place> slots;
    std::optional<level::GridPoint> joint;
    for (const play::Command& move : winning_) {
        const auto* place = std::get_if<play::Place>(&move);
        if (!place || session_.check(*place)) continue;
        if (const auto* between = std::get_if<world::BetweenJoints>(&place->placement)) {
            joint = between->from;
            break;
        }
        slots.push_back(*place);
    }
    if (joint && !tested()) {
        const auto first = firstMove();
        const auto* place = first ? std::get_if<play::Place>(&*first) : nullptr;
        const auto* between = place ? std::get_if<world::BetweenJoints>(&place->placement) : nullptr;
        joint = between ? std::optional(between->from) : std::nullopt;
    }
    view_.suggest(slots, joint);
    view_.ghostMove(std::nullopt);
}

void Challenge::renewProposal() {
    if (about_ && !stillStands(session_.design(), *about_)) proposed_ = {};
    if (proposed_.away && session_.check(*proposed_.away)) {
        // It is gone: there is money for what was meant.
        proposed_.away.reset();
        proposed_.moves = std::exchange(proposed_.later, {});
    }
    const bool shown = !proposed_.moves.empty() || proposed_.drag || proposed_.away;
    if (!shown && !begun()) return showBeginning();
    std::erase_if(proposed_.moves,
                  [this](const play::Place& move) { return session_.check(move).has_value(); });
    if (proposed_.drag && session_.check(*proposed_.drag)) proposed_.drag.reset();
    const auto next = proposal();
    // Done: it need not glow any more.
    if (shown && !next) proposed_.joint.reset();
    view_.suggest(proposed_.moves, proposed_.joint);
    view_.ghostMove(next);
}

std::optional<play::Command> Challenge::proposal() const {
    if (proposed_.away && !session_.check(*proposed_.away)) return *proposed_.away;
    for (const play::Place& move : proposed_.moves)
        if (!session_.check(move)) return move;
    if (proposed_.drag && !session_.check(*proposed_.drag)) return *proposed_.drag;
    return std::nullopt;
}

// The stored moves name parts by the order in which they were placed there; here the first lamp is the first
// lamp, in whatever order it came.
std::optional<PartId> Challenge::here(PartId stored) const {
    std::uint32_t id = 0, rank = 0;
    std::optional<world::PartKind> kind;
    std::vector<world::PartKind> kinds;
    for (const play::Command& move : winning_) {
        const auto* place = std::get_if<play::Place>(&move);
        const auto* connect = std::get_if<play::Connect>(&move);
        if (!place && !connect) continue;
        kinds.push_back(place ? place->kind : connect->kind);
        if (++id == stored.value) kind = kinds.back();
        if (kind) break;
    }
    if (!kind) return std::nullopt;
    rank = std::uint32_t(std::count(kinds.begin(), kinds.end(), *kind));
    for (const world::Part& part : session_.design().parts)
        if (part.kind == *kind && !part.fixed && --rank == 0) return part.id;
    return std::nullopt;
}

std::optional<play::Command> Challenge::translated(const play::Command& move) const {
    if (const auto* connect = std::get_if<play::Connect>(&move)) {
        const auto from = here(connect->from.part), to = here(connect->to.part);
        if (!from || !to) return std::nullopt;
        return play::Connect{connect->kind, {*from, connect->from.port}, {*to, connect->to.port}};
    }
    if (const auto* operate = std::get_if<play::Operate>(&move)) {
        const auto part = here(operate->part);
        const world::Part* found = part ? session_.design().find(*part) : nullptr;
        if (!found || found->setting == operate->value) return std::nullopt;
        return play::Operate{*part, operate->channel, operate->value};
    }
    return move;
}

std::vector<play::Command> Challenge::storedWay() const {
    std::vector<play::Command> way = winning_;
    const std::vector<world::GridPoint> joints = session_.joints();
    for (std::size_t i = 0; i < way.size(); ++i)
        if (auto* place = std::get_if<play::Place>(&way[i]))
            if (auto* member = std::get_if<world::BetweenJoints>(&place->placement))
                *member = dragged(*member, std::span(way).subspan(i + 1), joints);
    return way;
}

std::optional<play::Command> Challenge::nextMove(bool clearing) const {
    // What was proposed after a failure comes before the stored way.
    if (const auto first = proposal(); first && (clearing || !std::holds_alternative<play::Remove>(*first)))
        return first;
    const auto& parts = session_.design().parts;
    std::map<world::PartKind, std::ptrdiff_t> wanted;
    bool lacking = false;  // money or pieces for what is wanted
    const std::vector<world::GridPoint> joints = session_.joints();
    for (const play::Command& stored : storedWay()) {
        const auto* place = std::get_if<play::Place>(&stored);
        if (place) {
            // A thing at a point may stand anywhere, a member only where it is needed.
            const auto* member = std::get_if<world::BetweenJoints>(&place->placement);
            const auto kin = std::count_if(parts.begin(), parts.end(), [&](const auto& part) {
                return part.kind == place->kind && !part.fixed;
            });
            if (member ? stands(parts, place->kind, *member) : kin >= ++wanted[place->kind]) continue;
        } else if (std::holds_alternative<play::Start>(stored)) {
            if (clearing && lacking)
                if (auto room = makesRoom()) return room;
        } else if (const auto* drag = std::get_if<play::MoveJoint>(&stored)) {
            if (std::ranges::find(joints, drag->to) != joints.end()) continue;
        } else if (!std::holds_alternative<play::Connect>(stored) &&
                   !std::holds_alternative<play::Operate>(stored)) {
            continue;
        }
        const auto move = translated(stored);
        const auto refused = move ? session_.check(*move) : std::nullopt;
        if (move && !refused) return move;
        lacking = lacking ||
                  (refused && (refused->id == ReasonId::TooExpensive || refused->id == ReasonId::NoneLeft));
    }
    return clearing && lacking ? makesRoom() : std::nullopt;
}

// The dearest piece of one's own that the stored way has no use for.
std::optional<play::Command> Challenge::makesRoom() const {
    std::optional<play::Command> best;
    double most = -1.0;
    const std::vector<play::Command> way = storedWay();
    for (const world::Part& part : session_.design().parts) {
        if (part.fixed || !std::holds_alternative<world::BetweenJoints>(part.placement)) continue;
        const bool useful = std::any_of(way.begin(), way.end(), [&](const play::Command& stored) {
            const auto* place = std::get_if<play::Place>(&stored);
            const auto* member = place ? std::get_if<world::BetweenJoints>(&place->placement) : nullptr;
            return member && shareOf(part, place->kind, *member) > 0.0;
        });
        const play::Command away = play::Remove{part.id};
        if (useful || session_.check(away)) continue;
        const double saved = -session_.cost(away);
        if (saved <= most) continue;
        most = saved;
        best = away;
    }
    return best;
}

bool Challenge::mayShow() const {
    constexpr int failures = 3;
    if (winning_.empty()) return false;
    if (live()) return hints_ever_ > 0 && hints_ever_ >= level().hints.size();
    return services_.visit.failures(level().number) >= failures;
}

}  // namespace vonk::screens

#include "engine/core/reason.h"

#include <array>
#include <utility>

namespace vonk {
namespace {

constexpr std::array<std::pair<ReasonId, std::string_view>, 33> names{{
    {ReasonId::None, "none"},
    {ReasonId::TooLong, "too-long"},
    {ReasonId::TooShort, "too-short"},
    {ReasonId::SameJoint, "same-joint"},
    {ReasonId::AlreadyThere, "already-there"},
    {ReasonId::OutsideScene, "outside-scene"},
    {ReasonId::InsideGround, "inside-ground"},
    {ReasonId::TooExpensive, "too-expensive"},
    {ReasonId::NoneLeft, "none-left"},
    {ReasonId::NotInPalette, "not-in-palette"},
    {ReasonId::NotConnected, "not-connected"},
    {ReasonId::NotWhileRunning, "not-while-running"},
    {ReasonId::NotRunning, "not-running"},
    {ReasonId::NothingToUndo, "nothing-to-undo"},
    {ReasonId::NothingToRedo, "nothing-to-redo"},
    {ReasonId::NoSuchPart, "no-such-part"},
    {ReasonId::FixedPart, "fixed-part"},
    {ReasonId::BuiltUpon, "built-upon"},
    {ReasonId::NotOperable, "not-operable"},
    {ReasonId::DesignEmpty, "design-empty"},
    {ReasonId::NotHeldUp, "not-held-up"},
    {ReasonId::Buckled, "buckled"},
    {ReasonId::Snapped, "snapped"},
    {ReasonId::Crushed, "crushed"},
    {ReasonId::Bent, "bent"},
    {ReasonId::CableSlack, "cable-slack"},
    {ReasonId::FellInWater, "fell-in-water"},
    {ReasonId::NotAcross, "not-across"},
    {ReasonId::NoRoad, "no-road"},
    {ReasonId::Shaken, "shaken"},
    {ReasonId::LoopOpen, "loop-open"},
    {ReasonId::ShortCircuit, "short-circuit"},
    {ReasonId::BatteryEmpty, "battery-empty"},
}};

}  // namespace

std::string_view name(ReasonId id) {
    for (const auto& [value, text] : names)
        if (value == id) return text;
    return "none";
}

std::optional<ReasonId> reasonFromName(std::string_view text) {
    for (const auto& [value, known] : names)
        if (known == text) return value;
    return std::nullopt;
}

}  // namespace vonk

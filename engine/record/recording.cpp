#include "engine/record/recording.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>

namespace vonk::record {
namespace {

const Field* find(const RecordedCommand& command, std::string_view name) {
    const auto field = std::ranges::find(command.fields, name, &Field::name);
    return field == command.fields.end() ? nullptr : &*field;
}

std::string hashText(std::optional<std::uint64_t> hash) {
    return hash ? fmt::format("{:016x}", *hash) : "none";
}

// The tick at which two traces that end at `tick` part; `tick` if they do not say.
std::uint64_t firstTick(const Checkpoint& a, const Checkpoint& b) {
    const std::size_t known = std::min(a.trace.size(), b.trace.size());
    for (std::size_t left = known; left > 0; --left)
        if (a.trace[a.trace.size() - left] != b.trace[b.trace.size() - left]) return a.tick - left + 1;
    return a.tick;
}

Difference stateDifference(const Checkpoint& recorded, const Checkpoint& replayed) {
    Difference difference{.what = Difference::What::State,
                          .tick = firstTick(recorded, replayed),
                          .quantity = {},
                          .text = fmt::format("tick {}: state {}, recorded {}", firstTick(recorded, replayed),
                                              hashText(replayed.hash), hashText(recorded.hash))};
    for (const Quantity& sum : recorded.sums) {
        const auto found = std::ranges::find(replayed.sums, sum.name, &Quantity::name);
        if (found == replayed.sums.end() || found->value == sum.value) continue;
        difference.quantity = sum.name;
        difference.recorded = sum.value;
        difference.replayed = found->value;
        difference.text +=
            fmt::format("; at tick {} {} {}, recorded {}", recorded.tick, sum.name, found->value, sum.value);
        break;
    }
    return difference;
}

// Between two checkpoints of one hash: what was kept beside it must say the same.
std::optional<Difference> keptDifference(const Checkpoint& recorded, const Checkpoint& replayed) {
    const std::size_t known = std::min(recorded.trace.size(), replayed.trace.size());
    for (std::size_t left = known; left > 0; --left) {
        const std::uint16_t was = recorded.trace[recorded.trace.size() - left];
        const std::uint16_t is = replayed.trace[replayed.trace.size() - left];
        if (was == is) continue;
        const std::uint64_t tick = recorded.tick - left + 1;
        return Difference{
            .what = Difference::What::State,
            .tick = tick,
            .quantity = {},
            .text = fmt::format("tick {}: trace of the state {:04x}, recorded {:04x}", tick, is, was)};
    }
    for (const Quantity& sum : recorded.sums) {
        const auto found = std::ranges::find(replayed.sums, sum.name, &Quantity::name);
        const bool measured = found != replayed.sums.end();
        if (measured ? found->value == sum.value : replayed.sums.empty()) continue;
        const double value = measured ? found->value : std::numeric_limits<double>::quiet_NaN();
        return Difference{
            .what = Difference::What::State,
            .tick = recorded.tick,
            .quantity = sum.name,
            .recorded = sum.value,
            .replayed = value,
            .text = fmt::format("tick {}: {} {}, recorded {}", recorded.tick, sum.name,
                                measured ? fmt::format("{}", value) : "not measured", sum.value)};
    }
    if (recorded.trace.empty()) return std::nullopt;
    for (const Quantity& sum : replayed.sums)
        if (std::ranges::find(recorded.sums, sum.name, &Quantity::name) == recorded.sums.end())
            return Difference{
                .what = Difference::What::State,
                .tick = recorded.tick,
                .quantity = sum.name,
                .recorded = std::numeric_limits<double>::quiet_NaN(),
                .replayed = sum.value,
                .text = fmt::format("tick {}: {} {}, not recorded", recorded.tick, sum.name, sum.value)};
    return std::nullopt;
}

std::optional<Difference> stateDifference(const Recording& recorded, const Recording& replayed) {
    auto a = recorded.checkpoints.begin(), b = replayed.checkpoints.begin();
    const auto endA = recorded.checkpoints.end(), endB = replayed.checkpoints.end();
    while (a != endA || b != endB) {
        const bool hasA = a != endA && (b == endB || a->tick <= b->tick);
        const bool hasB = b != endB && (a == endA || b->tick <= a->tick);
        if (hasA && hasB) {
            if (a->hash != b->hash) return stateDifference(*a, *b);
            if (auto kept = keptDifference(*a, *b)) return kept;
        } else {
            const auto hashA = hasA ? std::optional(a->hash) : std::nullopt;
            const auto hashB = hasB ? std::optional(b->hash) : std::nullopt;
            const std::uint64_t tick = hasA ? a->tick : b->tick;
            return Difference{.what = Difference::What::State,
                              .tick = tick,
                              .quantity = {},
                              .text = fmt::format("tick {}: state {}, recorded {}", tick, hashText(hashB),
                                                  hashText(hashA))};
        }
        a += hasA;
        b += hasB;
    }
    return std::nullopt;
}

std::string outcomeText(const Recording& recording) {
    if (recording.outcome.empty()) return "left";
    return recording.reason.empty() ? recording.outcome : recording.outcome + " (" + recording.reason + ")";
}

}  // namespace

std::optional<std::int64_t> RecordedCommand::whole(std::string_view name) const {
    const Field* field = find(*this, name);
    const auto* value = field ? std::get_if<std::int64_t>(&field->value) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<double> RecordedCommand::number(std::string_view name) const {
    const Field* field = find(*this, name);
    if (!field) return std::nullopt;
    if (const auto* value = std::get_if<double>(&field->value)) return *value;
    if (const auto* value = std::get_if<std::int64_t>(&field->value)) return static_cast<double>(*value);
    return std::nullopt;
}

const std::string* RecordedCommand::text(std::string_view name) const {
    const Field* field = find(*this, name);
    return field ? std::get_if<std::string>(&field->value) : nullptr;
}

std::optional<Error> whyNotReplayable(const Recording& recording, std::string_view level,
                                      std::uint64_t levelHash, const std::string& file) {
    if (recording.level != level)
        return Error{file, 0, "level",
                     fmt::format("was made in level \"{}\", not in \"{}\"", recording.level, level)};
    if (recording.levelHash != levelHash)
        return Error{file, 0, "level_hash",
                     fmt::format("the level has changed since: it was {:016x}, it is {:016x}",
                                 recording.levelHash, levelHash)};
    return std::nullopt;
}

std::optional<Difference> firstDifference(const Recording& recorded, const Recording& replayed) {
    if (recorded.physics == replayed.physics)
        if (auto state = stateDifference(recorded, replayed)) return state;
    if (recorded.outcome != replayed.outcome || recorded.reason != replayed.reason)
        return Difference{
            .what = Difference::What::Outcome,
            .quantity = {},
            .text = fmt::format("outcome: {}, recorded {}", outcomeText(replayed), outcomeText(recorded))};
    for (const Quantity& quantity : recorded.quantities) {
        const auto found = std::ranges::find(replayed.quantities, quantity.name, &Quantity::name);
        const bool measured = found != replayed.quantities.end();
        const double value = measured ? found->value : std::numeric_limits<double>::quiet_NaN();
        if (std::fabs(value - quantity.value) <= quantity.tolerance) continue;
        return Difference{.what = Difference::What::Quantity,
                          .quantity = quantity.name,
                          .recorded = quantity.value,
                          .replayed = value,
                          .text = fmt::format("{}: {}, recorded {} ± {}", quantity.name,
                                              measured ? fmt::format("{}", value) : "not measured",
                                              quantity.value, quantity.tolerance)};
    }
    return std::nullopt;
}

}  // namespace vonk::record

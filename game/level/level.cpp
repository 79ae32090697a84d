#include "game/level/level.h"

#include <array>

#include "engine/core/hash.h"

namespace vonk::level {
namespace {

void add(Hash& hash, bool value) {
    hash.add(std::uint64_t{value ? 1U : 0U});
}

void add(Hash& hash, Vec2 point) {
    hash.add(point.x).add(point.y);
}

void add(Hash& hash, GridPoint point) {
    hash.add(static_cast<std::uint64_t>(point.x_mm)).add(static_cast<std::uint64_t>(point.y_mm));
}

template <class E>
void addEnum(Hash& hash, E value) {
    hash.add(static_cast<std::uint64_t>(value));
}

template <class List, class Each>
void addAll(Hash& hash, const List& list, Each&& each) {
    hash.add(std::uint64_t{list.size()});
    for (const auto& element : list) each(element);
}

void add(Hash& hash, const Scene& scene) {
    add(hash, scene.build.low);
    add(hash, scene.build.high);
    hash.add(scene.grid);
    add(hash, scene.water.has_value());
    hash.add(scene.water.value_or(0.0));
    addAll(hash, scene.grounds, [&](const Ground& ground) {
        addAll(hash, ground.outline, [&](Vec2 point) { add(hash, point); });
    });
    addAll(hash, scene.anchors, [&](const Anchor& anchor) {
        add(hash, anchor.at);
        add(hash, anchor.slides);
    });
    hash.add(scene.road).add(scene.left_bank).add(scene.right_bank);
}

}  // namespace

std::uint64_t Level::physicsHash() const {
    Hash hash;
    addEnum(hash, subject);
    addEnum(hash, mode);
    hash.add(model_scale);
    add(hash, scene);
    addAll(hash, palette, [&](const PaletteItem& item) {
        hash.add(std::string_view(item.part)).add(item.price).add(item.longest);
        add(hash, item.count.has_value());
        hash.add(std::uint64_t{item.count.value_or(0)});
    });
    hash.add(budget);
    addAll(hash, fixed, [&](const FixedPart& part) {
        hash.add(std::string_view(part.part));
        add(hash, part.from);
        add(hash, part.to);
        hash.add(part.turn);
        if (part.loose) add(hash, part.loose);
    });
    addAll(hash, traffic, [&](const Traffic& item) {
        hash.add(std::string_view(item.vehicle)).add(std::uint64_t{item.count}).add(item.gap).add(item.speed);
        if (item.jumps) hash.add(item.jumps->at).add(item.jumps->frequency).add(item.jumps->seconds);
    });
    if (choose_load) add(hash, choose_load);
    hash.add(time_limit);
    addAll(hash, goals, [&](const Goal& goal) {
        addEnum(hash, goal.kind);
        hash.add(goal.seconds);
        if (goal.kind == GoalKind::Steady) hash.add(goal.limit);
    });
    addAll(hash, stars, [&](const Star& star) {
        addEnum(hash, star.kind);
        hash.add(star.limit);
    });
    return hash.value();
}

std::span<const std::string_view> pictureNames() {
    static constexpr std::array<std::string_view, 20> names{
        "not-held-up", "leaf",      "mast",          "sag",        "sag-props", "buckled",      "snapped",
        "rope",        "flat-rope", "crushed",       "bent",       "uneven",    "cable-slack",  "slack-below",
        "shaken",      "no-road",   "fell-in-water", "not-across", "loop-open", "short-circuit"};
    return names;
}

std::span<const std::string_view> ideaNames() {
    static constexpr std::array<std::string_view, 20> names{
        "joint",     "thicker", "stronger",   "stiffer", "share",    "steeper",  "shorter",
        "centre",    "support", "pole",       "beam",    "triangle", "diagonal", "lean",
        "hold-back", "hang",    "hang-joint", "road",    "save",     "build"};
    return names;
}

std::string_view name(Subject subject) {
    switch (subject) {
        case Subject::Bridge:
            return "bridge";
        case Subject::Circuit:
            return "circuit";
        case Subject::Water:
            return "water";
        case Subject::Combined:
            return "combined";
    }
    return "";
}

std::string_view name(Mode mode) {
    return mode == Mode::Live ? "live" : "test";
}

std::string_view name(AgeBand band) {
    switch (band) {
        case AgeBand::Groep12:
            return "groep-1-2";
        case AgeBand::Groep35:
            return "groep-3-5";
        case AgeBand::Groep68:
            return "groep-6-8";
        case AgeBand::Onderbouw:
            return "onderbouw";
        case AgeBand::Bovenbouw:
            return "bovenbouw";
    }
    return "";
}

std::string_view name(GoalKind kind) {
    switch (kind) {
        case GoalKind::AllAcross:
            return "all-across";
        case GoalKind::LampLit:
            return "lamp-lit";
        case GoalKind::StaysUp:
            return "stays-up";
        case GoalKind::Steady:
            return "steady";
    }
    return "";
}

std::string_view name(StarKind kind) {
    switch (kind) {
        case StarKind::Done:
            return "done";
        case StarKind::Cost:
            return "cost";
        case StarKind::SpareStrength:
            return "spare-strength";
        case StarKind::Touches:
            return "touches";
    }
    return "";
}

}  // namespace vonk::level

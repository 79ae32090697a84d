#include <nlohmann/json.hpp>

#include "engine/core/reason.h"
#include "tools/stats/summary_command.h"

namespace vonk::stats {
namespace {

using Json = nlohmann::ordered_json;
using engagement::LevelSummary;
using engagement::Quartiles;
using engagement::Summary;

Json json(const Quartiles& quartiles) {
    if (quartiles.count == 0) return {{"n", 0}, {"lower", nullptr}, {"median", nullptr}, {"upper", nullptr}};
    return {{"n", quartiles.count},
            {"lower", quartiles.lower},
            {"median", quartiles.median},
            {"upper", quartiles.upper}};
}

Json json(const std::map<std::string, std::uint64_t, std::less<>>& counts) {
    Json object = Json::object();
    for (const auto& [key, count] : counts) object[key] = count;
    return object;
}

Json json(const LevelSummary& level) {
    Json mistakes = Json::object();
    for (const auto& [reason, count] : level.mistakes)
        mistakes[std::string(name(static_cast<ReasonId>(reason)))] = count;
    return {{"level", level.level},
            {"id", level.id},
            {"visits", level.visits},
            {"completed", level.completed},
            {"completion", level.visits == 0 ? Json(nullptr) : Json(level.completion())},
            {"attempts", level.attempts},
            {"won", level.outcomes[0]},
            {"lost", level.outcomes[1]},
            {"stopped", level.outcomes[2]},
            {"abandoned", level.outcomes[3]},
            {"rebuilt", level.rebuilt},
            {"hints", level.hints},
            {"shown", level.shown},
            {"taken_up", level.taken_up},
            {"two_hands", level.two_hands},
            {"attempts_per_visit", json(level.attempts_per_visit)},
            {"seconds", json(level.seconds)},
            {"build_seconds", json(level.build_seconds)},
            {"holding_power", json(level.holding_power)},
            {"mistakes", std::move(mistakes)}};
}

}  // namespace

std::string jsonOf(const Summary& summary) {
    Json levels = Json::array();
    for (const LevelSummary& level : summary.levels) levels.push_back(json(level));
    Json survival = Json::array();
    for (const engagement::Survival& point : summary.survival)
        survival.push_back({{"seconds", point.seconds}, {"visits", point.visits}});
    Json left_out = Json::array();
    for (const engagement::LeftOut& values : summary.left_out)
        left_out.push_back({{"column", values.column}, {"why", values.why}, {"count", values.count}});
    const bool any = summary.dated > 0;
    const Json object{{"visits",
                       {{"count", summary.visits},
                        {"unfinished", summary.unfinished},
                        {"left", summary.ends[0]},
                        {"timeout", summary.ends[1]},
                        {"goodbye", summary.ends[2]},
                        {"first", any ? Json(isoTime(summary.first_at)) : Json(nullptr)},
                        {"last", any ? Json(isoTime(summary.last_at)) : Json(nullptr)},
                        {"dwell_s", json(summary.dwell)},
                        {"survival", std::move(survival)},
                        {"with_attempt", summary.with_attempt},
                        {"rebuilt_after_test", summary.rebuilders},
                        {"diligent", summary.diligent},
                        {"repeated", summary.repeated}}},
                      {"attempts", summary.attempts},
                      {"languages", json(summary.languages)},
                      {"age_bands", json(summary.age_bands)},
                      {"careers", json(summary.careers)},
                      {"left_out", std::move(left_out)},
                      {"levels", std::move(levels)}};
    return object.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace vonk::stats

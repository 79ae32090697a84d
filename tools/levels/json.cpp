#include "tools/levels/json.h"

namespace vonk::levels {

using Json = nlohmann::ordered_json;

Json toJson(const Errors& errors) {
    Json list = Json::array();
    for (const Error& error : errors)
        list.push_back(
            {{"file", error.file}, {"line", error.line}, {"key", error.key}, {"reason", error.reason}});
    return list;
}

Json toJson(const play::Replay& replay) {
    const play::Result& result = replay.result;
    Json out;
    out["outcome"] = result.won ? "won" : "lost";
    out["reason"] = result.won ? Json() : Json(name(result.reason.id));
    out["place"] = {result.reason.place.x, result.reason.place.y};
    out["parts"] = Json::array();
    for (const PartId part : result.reason.parts) out["parts"].push_back(part.value);
    out["numbers"] = result.reason.numbers;
    const world::Measures& measures = result.measures;
    out["measures"] = {{"seconds", measures.seconds},
                       {"greatest_use", measures.greatest_use},
                       {"greatest_sag", measures.greatest_sag},
                       {"broken", measures.broken},
                       {"across", measures.across}};
    out["cost"] = result.cost;
    out["stars"] = Json::array();
    for (const play::StarResult& star : result.stars)
        out["stars"].push_back({{"kind", level::name(star.star.kind)},
                                {"limit", star.star.limit},
                                {"value", star.value},
                                {"earned", star.earned}});
    out["worst"] = result.worst.value;
    out["touches"] = replay.touches;
    out["ticks"] = replay.ticks;
    out["seconds"] = replay.seconds;
    out["difference"] = replay.difference ? Json(*replay.difference) : Json();
    return out;
}

}  // namespace vonk::levels

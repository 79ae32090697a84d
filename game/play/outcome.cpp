#include "game/play/outcome.h"

#include <cmath>

#include "game/play/building.h"

namespace vonk::play {
namespace {

StarResult starOf(const level::Star& star, const Result& result, std::uint32_t touches) {
    StarResult reached{star, false, 0.0};
    switch (star.kind) {
        case level::StarKind::Done:
            reached.earned = result.won;
            return reached;
        case level::StarKind::Cost:
            reached.value = result.cost;
            break;
        case level::StarKind::SpareStrength:
            reached.value = result.measures.greatest_use;
            break;
        case level::StarKind::Touches:
            reached.value = static_cast<double>(touches);
            break;
    }
    reached.earned = result.won && reached.value <= star.limit + 1e-9;
    return reached;
}

}  // namespace

Result judge(const level::Level& level, const world::Design& design, const world::World* world,
             std::uint32_t touches) {
    Result result;
    result.cost = cost(level, design);
    if (world != nullptr) {
        result.won = world->outcome() == world::Outcome::Won;
        if (!result.won) result.reason = world->whyNotYet();
        result.measures = world->measures();
        double greatest = 0.0;
        for (const world::MemberView& member : world->snapshot().members)
            if (member.peak_use > greatest) {
                greatest = member.peak_use;
                result.worst = member.part;
            }
    }
    for (const level::Star& star : level.stars) result.stars.push_back(starOf(star, result, touches));
    return result;
}

void describe(const Result& result, record::Recording& recording) {
    recording.outcome = result.won ? "won" : "lost";
    recording.reason = result.won ? "" : std::string(name(result.reason.id));
    const world::Measures& measures = result.measures;
    recording.quantities = {{"seconds", measures.seconds, 0.25},
                            {"greatest_use", measures.greatest_use, 0.03},
                            {"greatest_sag", measures.greatest_sag, 0.02},
                            {"broken", static_cast<double>(measures.broken), 0.0},
                            {"across", static_cast<double>(measures.across), 0.0},
                            {"cost", result.cost, 0.01}};
}

std::vector<record::Quantity> sumsOf(const world::Snapshot& snapshot) {
    double joints = 0.0, forces = 0.0, bodies = 0.0, currents = 0.0;
    for (const world::JointView& joint : snapshot.joints) joints += joint.position.x + joint.position.y;
    for (const world::MemberView& member : snapshot.members) forces += std::fabs(member.axial);
    for (const world::BodyView& body : snapshot.bodies) bodies += body.pose.position.x + body.pose.position.y;
    for (const world::DeviceView& device : snapshot.devices) currents += std::fabs(device.current);
    std::vector<record::Quantity> sums;
    const auto keep = [&](const char* name, double value, std::size_t of) {
        if (of > 0 && std::isfinite(value)) sums.push_back({name, value, 0.0});
    };
    keep("joints", joints, snapshot.joints.size());
    keep("forces", forces, snapshot.members.size());
    keep("bodies", bodies, snapshot.bodies.size());
    keep("currents", currents, snapshot.devices.size());
    return sums;
}

}  // namespace vonk::play

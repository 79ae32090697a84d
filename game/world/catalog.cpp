#include "game/world/catalog.h"

#include "game/world/parts.h"
#include "game/world/vehicles.h"

namespace vonk::world {

const level::Vocabulary& vocabulary() {
    static const level::Vocabulary words = [] {
        level::Vocabulary known;
        for (const PartRow& part : partRows())
            known.parts.push_back({std::string(part.key),
                                   static_cast<level::Vocabulary::Placement>(part.placement), part.longest});
        for (const VehicleRow& vehicle : vehicleRows()) {
            known.vehicles.emplace_back(vehicle.key);
            if (vehicle.walks) known.walkers.emplace_back(vehicle.key);
        }
        return known;
    }();
    return words;
}

Result<level::Level> readLevel(const std::filesystem::path& folder,
                               const std::vector<std::string>& required) {
    return level::readLevel(folder, required, &vocabulary());
}

std::vector<level::Level> readLevels(const std::filesystem::path& root, Errors& bad,
                                     const std::vector<std::string>& required) {
    return level::readLevels(root, bad, required, &vocabulary());
}

}  // namespace vonk::world

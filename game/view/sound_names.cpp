#include "game/view/sound_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vonk::view {

std::optional<platform::Sound> soundNamed(std::string_view name) {
    using platform::Sound;
    // A thud is a plank that hits the ground: quiet, wooden.
    static constexpr std::array names{std::pair{std::string_view("tap"), Sound::Tap},
                                      std::pair{std::string_view("lift"), Sound::Lift},
                                      std::pair{std::string_view("snap"), Sound::Snap},
                                      std::pair{std::string_view("refused"), Sound::Wrong},
                                      std::pair{std::string_view("remove"), Sound::Remove},
                                      std::pair{std::string_view("creak"), Sound::Creak},
                                      std::pair{std::string_view("groan"), Sound::Groan},
                                      std::pair{std::string_view("break"), Sound::BreakWood},
                                      std::pair{std::string_view("break-steel"), Sound::BreakSteel},
                                      std::pair{std::string_view("splash"), Sound::Splash},
                                      std::pair{std::string_view("thud"), Sound::Snap},
                                      std::pair{std::string_view("win"), Sound::Win},
                                      std::pair{std::string_view("horn"), Sound::Horn},
                                      std::pair{std::string_view("baa"), Sound::Sheep},
                                      std::pair{std::string_view("lamp"), Sound::LampOn},
                                      std::pair{std::string_view("switch"), Sound::Switch},
                                      std::pair{std::string_view("star"), Sound::Star},
                                      std::pair{std::string_view("firework"), Sound::Firework},
                                      std::pair{std::string_view("whoosh"), Sound::Whoosh},
                                      std::pair{std::string_view("warning"), Sound::Warning}};
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& row) { return row.first == name; });
    if (found == names.end()) return std::nullopt;
    return found->second;
}

}  // namespace vonk::view

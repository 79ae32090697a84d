// The names that view and screens give to sounds, and the sounds of the bank that they mean.
#pragma once

#include <optional>
#include <string_view>

#include "engine/platform/sound.h"

namespace vonk::view {

// tap, lift, snap, refused, remove, creak, groan, break, break-steel, splash, thud, win, horn, baa, lamp,
// switch, star, firework, whoosh, warning. Nothing for other names.
std::optional<platform::Sound> soundNamed(std::string_view name);

}  // namespace vonk::view

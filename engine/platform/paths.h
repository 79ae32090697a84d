// Where things are: what was built beside the program, what came with the sources, and where the kiosk may
// write.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace vonk::platform {

// Folder of the running program, e.g. build/bin.
std::filesystem::path programFolder();

// Baked art, fonts and sounds: $VONK_ASSETS, or assets/ beside the folder of the program (build/assets,
// ../share/vonk/assets).
std::filesystem::path assetsFolder();

// A file or folder that comes with the project ("levels", "kiosk-config/kiosk.toml"): looked for in
// $VONK_HOME, then in the folders above the program, then in ../share/vonk. Nothing if it is nowhere.
std::optional<std::filesystem::path> findShipped(std::string_view name);

// Where databases and recordings go when the config names no place: $XDG_STATE_HOME/vonk or
// ~/.local/state/vonk, and /var/lib/vonk when there is no home. Not created here.
std::filesystem::path stateFolder();

}  // namespace vonk::platform

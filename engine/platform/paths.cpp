#include "engine/platform/paths.h"

#include <cstdlib>

namespace vonk::platform {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return fs::path(value);
}

bool isThere(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

}  // namespace

fs::path programFolder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path(error) : program.parent_path();
}

fs::path assetsFolder() {
    if (const auto given = fromEnvironment("VONK_ASSETS")) return *given;
    const fs::path beside = programFolder().parent_path() / "assets";
    if (isThere(beside)) return beside;
    return programFolder().parent_path() / "share" / "vonk" / "assets";
}

std::optional<fs::path> findShipped(std::string_view name) {
    if (const auto home = fromEnvironment("VONK_HOME"))
        if (isThere(*home / name)) return *home / name;
    fs::path folder = programFolder();
    for (int up = 0; up < 4; ++up) {
        if (isThere(folder / name)) return folder / name;
        if (isThere(folder / "share" / "vonk" / name)) return folder / "share" / "vonk" / name;
        folder = folder.parent_path();
    }
    return std::nullopt;
}

fs::path stateFolder() {
    if (const auto state = fromEnvironment("XDG_STATE_HOME")) return *state / "vonk";
    if (const auto home = fromEnvironment("HOME")) return *home / ".local" / "state" / "vonk";
    return "/var/lib/vonk";
}

}  // namespace vonk::platform

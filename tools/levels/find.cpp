#include "tools/levels/find.h"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>

#include "engine/platform/paths.h"
#include "game/world/catalog.h"

namespace vonk::levels {
namespace fs = std::filesystem;
namespace {

bool isLevel(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / "level.toml", error);
}

// At most two folders deep: levels/<subject>/<id>. A folder in a subject's folder is a level even without its
// file, so that the missing file is reported.
void collect(const fs::path& folder, int depth, std::vector<fs::path>& found) {
    if (isLevel(folder)) {
        found.push_back(folder);
        return;
    }
    if (depth == 0) return;
    std::vector<fs::path> inside;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (entry->is_directory(unknown)) inside.push_back(entry->path());
    }
    std::sort(inside.begin(), inside.end());
    for (const fs::path& path : inside) {
        const std::string parent = folder.filename().string();
        const bool subject =
            parent == "bridge" || parent == "circuit" || parent == "water" || parent == "combined";
        if (subject && !isLevel(path))
            found.push_back(path);
        else
            collect(path, depth - 1, found);
    }
}

}  // namespace

namespace {

Error notShipped() {
    return {"levels", 0, "", "did not come with the program; VONK_HOME may name its folder"};
}

}  // namespace

std::vector<fs::path> findLevels(const std::vector<std::string>& paths, Errors& bad) {
    std::vector<fs::path> all;
    const auto shipped = platform::findShipped("levels");
    if (paths.empty() && !shipped) bad.push_back(notShipped());
    const std::vector<std::string> all_shipped = {shipped ? shipped->string() : ""};
    for (const std::string& text : !paths.empty() ? paths : shipped ? all_shipped : paths) {
        fs::path path(text);
        if (path.filename() == "level.toml")
            path = path.has_parent_path() ? path.parent_path() : fs::path(".");
        std::vector<fs::path> found;
        std::error_code error;
        if (!fs::is_directory(path, error))
            bad.push_back({text, 0, "", "no such folder"});
        else if (collect(path, 2, found); found.empty())
            bad.push_back({text, 0, "", "holds no level"});
        for (const fs::path& folder : found)
            if (std::find(all.begin(), all.end(), folder) == all.end()) all.push_back(folder);
    }
    return all;
}

Result<fs::path> findLevel(const std::string& name) {
    const fs::path given(name);
    std::error_code error;
    if (fs::exists(given, error)) return given.filename() == "level.toml" ? given.parent_path() : given;
    const auto shipped = platform::findShipped("levels");
    if (shipped && given.filename() == given)
        for (const char* subject : {"bridge", "circuit", "water", "combined"})
            if (const fs::path folder = *shipped / subject / name; isLevel(folder)) return folder;
    return fail(
        {name, 0, "",
         "is no folder of a level, nor the id of one in " + (shipped ? shipped->string() : "levels")});
}

Result<level::Level> readNamedLevel(const std::string& name) {
    const auto folder = findLevel(name);
    if (!folder) return tl::unexpected(folder.error());
    return world::readLevel(*folder);
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

void printErrors(const Errors& errors) {
    for (const Error& error : errors) fmt::print(stderr, "{}\n", toString(error));
}

}  // namespace vonk::levels

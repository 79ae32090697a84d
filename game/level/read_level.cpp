#include <algorithm>
#include <array>
#include <map>
#include <system_error>

#include "game/level/reading.h"

namespace vonk::level {
namespace {

using data::Table;
namespace fs = std::filesystem;

struct Read {
    Level level;
    int number_line = 0;
};

std::optional<Subject> subjectFromName(const std::string& folder) {
    for (const Subject subject : {Subject::Bridge, Subject::Circuit, Subject::Water, Subject::Combined})
        if (name(subject) == folder) return subject;
    return std::nullopt;
}

bool isId(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

void readIdentity(const Table& root, Level& level) {
    level.number = root.require<std::uint32_t>("number", data::between(1, 99999));
    level.mode = root.requireOneOf<Mode>("mode", {{"test", Mode::Test}, {"live", Mode::Live}});
    level.band = root.requireOneOf<AgeBand>("band", {{"groep-1-2", AgeBand::Groep12},
                                                     {"groep-3-5", AgeBand::Groep35},
                                                     {"groep-6-8", AgeBand::Groep68},
                                                     {"onderbouw", AgeBand::Onderbouw},
                                                     {"bovenbouw", AgeBand::Bovenbouw}});
    level.model_scale = root.optional<double>("model_scale", 1.0, data::between(1, 10000));
    level.minutes = root.require<double>("minutes", data::between(0.5, 60));
    level.two_sided = root.optional<bool>("two_sided", false);
    level.choose_load = root.optional<bool>("choose_load", false);
    const auto mistake = root.require<std::string>("expected_first_mistake");
    if (!root.has("expected_first_mistake") || root.kind("expected_first_mistake") != data::Kind::String)
        return;
    const auto reason = reasonFromName(mistake);
    // Reasons below 40 are refusals of a command, which no test of a design can end with.
    if (!reason || static_cast<int>(*reason) < 40)
        root.refuse("expected_first_mistake", "no such mistake: \"" + mistake + "\"");
    else
        level.expected_first_mistake = *reason;
}

Result<Read> read(const fs::path& given, const std::vector<std::string>& required, const Vocabulary* words) {
    std::error_code ignored;
    fs::path folder = fs::absolute(given, ignored).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    const std::string file = (given / "level.toml").string();

    auto toml = data::readToml(file);
    if (!toml) return tl::unexpected(toml.error());
    const Table& root = *toml;
    Read result;
    Level& level = result.level;
    level.folder = given;
    level.id = folder.filename().string();
    if (!isId(level.id)) root.refuse("the level's folder must have a name of a–z, 0–9 and '-': " + level.id);
    const auto subject = subjectFromName(folder.parent_path().filename().string());
    if (subject)
        level.subject = *subject;
    else
        root.refuse("the level's folder must lie in bridge/, circuit/, water/ or combined/");

    Reading reading{required, words, {}, {}};
    readIdentity(root, level);
    level.scene = readScene(root.table("scene"));
    readBuilding(root, level, reading);
    readTexts(root, level, reading);
    if (root.ok()) remarkBuilding(root, level, reading);
    level.remarks = std::move(reading.remarks);
    level.untranslated = std::move(reading.untranslated);
    result.number_line = root.line("number");
    root.rejectUnknownKeys();
    if (!root.ok()) return tl::unexpected(root.errors());
    return result;
}

// Folders with a level.toml, in the order of their names.
std::vector<fs::path> levelFolders(const fs::path& root, Errors& bad) {
    std::vector<fs::path> folders;
    std::error_code error;
    if (!fs::is_directory(root, error)) {
        bad.push_back({root.string(), 0, "", "no such folder of levels"});
        return folders;
    }
    for (const Subject subject : {Subject::Bridge, Subject::Circuit, Subject::Water, Subject::Combined}) {
        fs::directory_iterator entries(root / name(subject), fs::directory_options::skip_permission_denied,
                                       error);
        if (error) continue;
        for (; entries != fs::directory_iterator(); entries.increment(error)) {
            if (error) break;
            std::error_code unknown;
            if (entries->is_directory(unknown)) folders.push_back(entries->path());
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

Result<Level> readLevel(const fs::path& folder, const std::vector<std::string>& required,
                        const Vocabulary* words) {
    auto result = read(folder, required, words);
    if (!result) return tl::unexpected(result.error());
    return std::move(result->level);
}

std::vector<Level> readLevels(const fs::path& root, Errors& bad, const std::vector<std::string>& required,
                              const Vocabulary* words) {
    std::vector<Level> levels;
    std::map<std::uint32_t, std::string> numbers;
    std::map<std::string, std::string> ids;
    for (const fs::path& folder : levelFolders(root, bad)) {
        auto result = read(folder, required, words);
        if (!result) {
            bad.insert(bad.end(), result.error().begin(), result.error().end());
            continue;
        }
        const std::string file = (folder / "level.toml").string();
        const auto number = numbers.emplace(result->level.number, file);
        if (!number.second) {
            bad.push_back({file, result->number_line, "number", "already taken by " + number.first->second});
            continue;
        }
        const auto id = ids.emplace(result->level.id, file);
        if (!id.second) {
            bad.push_back({file, 0, "", "the folder's name is already taken by " + id.first->second});
            continue;
        }
        levels.push_back(std::move(result->level));
    }
    std::sort(levels.begin(), levels.end(),
              [](const Level& a, const Level& b) { return a.number < b.number; });
    return levels;
}

}  // namespace vonk::level

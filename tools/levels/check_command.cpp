#include <fmt/core.h>

#include <algorithm>
#include <chrono>

#include "tools/levels/check.h"
#include "tools/levels/commands.h"
#include "tools/levels/find.h"
#include "tools/levels/json.h"

namespace vonk::levels {
namespace {

void printLine(const Checked& checked) {
    const std::string id = checked.level ? checked.level->id : checked.folder.filename().string();
    std::string line = fmt::format("{:<5} {}", checked.ok() ? "ok" : "FAILS", id);
    const auto add = [&](const char* what, const std::optional<play::Replay>& replay) {
        if (!replay) return;
        const play::Result& result = replay->result;
        line += fmt::format("; {}: {} in {:.0f} s, {}, use {:.2f}, {:.0f} euro", what,
                            result.won ? "wins" : name(result.reason.id), replay->seconds,
                            counted(replay->touches, "touch", "touches"), result.measures.greatest_use,
                            result.cost);
    };
    add("win.toml", checked.win);
    if (checked.win) {
        const auto& stars = checked.win->result.stars;
        line += fmt::format(
            ", {} of {} stars",
            std::count_if(stars.begin(), stars.end(), [](const auto& star) { return star.earned; }),
            stars.size());
        if (const auto others = otherWins(checked.folder); !others.empty())
            line += fmt::format(", all wins {}", checked.stars.size());
    }
    add("fail.toml", checked.fail);
    fmt::print("{}\n", line);
}

}  // namespace

int runCheck(const std::vector<std::string>& paths, bool json) {
    Errors bad;
    const auto folders = findLevels(paths, bad);
    const auto started = std::chrono::steady_clock::now();
    const auto all = checkLevels(folders);
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();

    bool invalid = !bad.empty(), fails = false;
    double played = 0.0;
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    printErrors(bad);
    for (const Checked& checked : all) {
        invalid = invalid || !checked.errors.empty();
        fails = fails || !checked.failures.empty();
        printErrors(checked.errors);
        printErrors(checked.failures);
        printErrors(checked.notes);
        for (const auto* replay : {&checked.win, &checked.fail})
            if (*replay) played += (*replay)->seconds;
        if (!json) {
            printLine(checked);
            continue;
        }
        list.push_back({{"id", checked.level ? checked.level->id : checked.folder.filename().string()},
                        {"number", checked.level ? nlohmann::ordered_json(checked.level->number)
                                                 : nlohmann::ordered_json()},
                        {"folder", checked.folder.string()},
                        {"ok", checked.ok()},
                        {"errors", toJson(checked.errors)},
                        {"failures", toJson(checked.failures)},
                        {"notes", toJson(checked.notes)},
                        {"win", checked.win ? toJson(*checked.win) : nlohmann::ordered_json()},
                        {"fail", checked.fail ? toJson(*checked.fail) : nlohmann::ordered_json()}});
    }
    const double factor = wall > 0 ? played / wall : 0.0;
    if (json) {
        const nlohmann::ordered_json out{{"ok", !invalid && !fails}, {"levels", list},
                                         {"errors", toJson(bad)},    {"played_seconds", played},
                                         {"wall_seconds", wall},     {"times_real_time", factor}};
        fmt::print("{}\n", out.dump(2));
    } else if (!all.empty()) {
        fmt::print("{}, {:.0f} s of play in {:.2f} s: {:.0f} times real time\n",
                   counted(all.size(), "level", "levels"), played, wall, factor);
    }
    return invalid ? 2 : fails ? 1 : 0;
}

}  // namespace vonk::levels

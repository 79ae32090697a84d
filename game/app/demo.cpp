// `vonk --demo --out DIR`: goes a tour on a virtual clock and leaves its pictures, the records of the visit
// and demo.json:
//   {"tour", "language", "width", "height", "outcome": "done" or "failed", "complaint" (empty when done),
//    "steps": [{"name", "at_s", "file"}], "levels_won": [ids], "database", "seconds" (of the visitor),
//    "cpu_seconds"}
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "game/app/tour.h"
#include "game/engagement/sqlite_visit_log.h"

namespace vonk::app {
namespace {

namespace fs = std::filesystem;

// Monday 5 January 2026, 10:00 UTC: records of a demo are the same each time.
constexpr double beginning = 1767607200.0;
constexpr std::uint64_t seed = 2026;

struct NamedTour {
    const char* name;
    void (*go)(Tour& tour);
};
constexpr NamedTour tours[] = {{"visit", visitTour}, {"subjects", subjectsTour}, {"all", allTour}};

const NamedTour* findTour(const std::string& name) {
    const auto* found = std::ranges::find_if(tours, [&](const NamedTour& tour) { return tour.name == name; });
    return found == std::end(tours) ? nullptr : found;
}

std::string tourNames() {
    std::string names;
    for (const NamedTour& tour : tours) names += std::string(" ") + tour.name;
    return names;
}

bool isPictureOfDemo(const std::string& name) {
    if (name.starts_with("strip") && name.ends_with(".png")) return true;
    return name.size() > 7 && std::isdigit(static_cast<unsigned char>(name[0])) != 0 &&
           std::isdigit(static_cast<unsigned char>(name[1])) != 0 && name[2] == '-' && name.ends_with(".png");
}

bool ofDemo(const std::string& name) {
    return isPictureOfDemo(name) || name == "demo.json" || name.starts_with("engagement.db");
}

// Makes the folder, and takes away what an earlier demo left in it: its demo.json tells that it was one. What
// looks like it and has none beside it is somebody's own.
Result<void> prepareFolder(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder)) return fail({folder, 0, "--out", "cannot be made a folder"});
    const std::string mark = folder + "/demo.json";
    std::ifstream earlier(mark);
    const auto told = nlohmann::json::parse(earlier, nullptr, false);
    const bool mine = told.is_object() && told.contains("tour") && told.contains("steps");
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (!ofDemo(name)) continue;
        if (!mine)
            return fail({folder, 0, "--out", "holds " + name + ", which no demo made: give another folder"});
        fs::remove(entry.path(), error);
    }
    // Stands there also when the demo is cut off.
    std::ofstream begun(mark);
    begun << R"({"tour": "", "outcome": "failed", "complaint": "was cut off", "steps": []})" << '\n';
    if (!begun.flush()) return fail({mark, 0, "", "cannot be written"});
    return {};
}

nlohmann::ordered_json report(const Tour& tour, const Options& options, const Picture& picture) {
    auto steps = nlohmann::ordered_json::array();
    for (const Tour::Step& step : tour.steps())
        steps.push_back({{"name", step.name}, {"at_s", step.at}, {"file", step.file}});
    return {{"tour", options.tour},
            {"language", tour.visitor.exhibit().language()},
            {"width", picture.frame->width()},
            {"height", picture.frame->height()},
            {"outcome", tour.visitor.fine() ? "done" : "failed"},
            {"complaint", tour.visitor.complaint()},
            {"steps", std::move(steps)},
            {"levels_won", tour.levelsWon()},
            {"database", "engagement.db"},
            {"seconds", tour.visitor.now()},
            {"cpu_seconds", static_cast<double>(std::clock()) / CLOCKS_PER_SEC}};
}

}  // namespace

int runDemo(const Options& options) {
    const NamedTour* named = findTour(options.tour);
    if (named == nullptr) {
        print({{"", 0, "--tour", "'" + options.tour + "' is no tour; there are:" + tourNames()}});
        return exit_invalid;
    }
    const auto contents = readContents(options);
    if (!contents) {
        print(contents.error());
        return exit_invalid;
    }
    if (const auto ready = prepareFolder(options.out); !ready) {
        print(ready.error());
        return exit_invalid;
    }
    auto picture = openHiddenPicture(options.pictureSize(), contents->config);
    if (!picture) {
        print(picture.error());
        return exit_invalid;
    }
    double now = beginning;
    engagement::SqliteVisitLog log({.path = options.out + "/engagement.db"}, seed);
    screens::Exhibit exhibit(unseen(*contents, *picture, log, options.language, [&now] { return now; }));
    Tour tour(*contents, *picture, exhibit, options.out);
    tour.visitor.onFrame([&] { now = beginning + tour.visitor.now(); });
    named->go(tour);
    if (!tour.visitor.fine()) tour.showFailure();
    if (!log.flush(30.0)) tour.visitor.complain(options.out + "/engagement.db: records could not be written");

    const auto json = report(tour, options, *picture);
    std::ofstream written(options.out + "/demo.json");
    written << json.dump(2) << '\n';
    if (!written.flush()) tour.visitor.complain(options.out + "/demo.json: could not be written");
    if (tour.visitor.fine()) {
        std::printf("%zu pictures, %zu levels won, %s/engagement.db, %s/demo.json\n", tour.steps().size(),
                    tour.levelsWon().size(), options.out.c_str(), options.out.c_str());
        return exit_done;
    }
    std::fprintf(stderr, "demo: after %.1f s: %s\n", tour.visitor.now(), tour.visitor.complaint().c_str());
    return exit_failed;
}

}  // namespace vonk::app

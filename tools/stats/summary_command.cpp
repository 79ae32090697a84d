#include "tools/stats/summary_command.h"

#include <cmath>
#include <cstdio>
#include <ctime>

#include "engine/core/error.h"
#include "game/engagement/records.h"

namespace vonk::stats {
namespace {

store::Outcome<void> addFile(engagement::Summing& summing, const std::string& path) {
    auto database = store::openForReading(path, engagement::recordsSchema());
    if (!database) return tl::unexpected(database.error());
    return summing.add(*database);
}

}  // namespace

int runSummary(const std::vector<std::string>& paths, bool json) {
    engagement::Summing summing;
    for (const std::string& path : paths) {
        const auto added = addFile(summing, path);
        if (!added) {
            std::fprintf(stderr, "%s\n", toString(store::toError(path, added.error())).c_str());
            return 2;
        }
    }
    const engagement::Summary summary = summing.summary();
    const std::string text = json ? jsonOf(summary) + "\n" : tableOf(summary);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}

std::string isoTime(double seconds_since_1970) {
    std::tm parts{};
    constexpr double year_9999 = 253402300799.0;
    if (!(std::fabs(seconds_since_1970) <= year_9999)) return std::to_string(seconds_since_1970);
    const auto seconds = static_cast<std::time_t>(std::floor(seconds_since_1970));
    char text[32];
    if (gmtime_r(&seconds, &parts) == nullptr ||
        std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        return std::to_string(seconds_since_1970);
    return text;
}

}  // namespace vonk::stats

#include "tools/stats/summary_command.h"

#include <cmath>
#include <cstdio>
#include <ctime>

#include "engine/core/error.h"
#include "game/engagement/records.h"

namespace vonk::stats {
int runSummary(const std::vector<std::string>& paths, bool json) {
    std::vector<engagement::Source> sources;
    for (const std::string& path : paths)
        sources.push_back(
            {path, [&path] { return store::openForReading(path, engagement::recordsSchema()); }});
    const auto summary = engagement::sumUp(sources);
    if (!summary) {
        for (const Error& error : summary.error()) std::fprintf(stderr, "%s\n", toString(error).c_str());
        return 2;
    }
    const std::string text = json ? jsonOf(*summary) + "\n" : tableOf(*summary);
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

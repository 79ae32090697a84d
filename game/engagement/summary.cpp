#include "game/engagement/summary.h"

#include <algorithm>
#include <cmath>

#include "game/engagement/newest.h"
#include "game/engagement/summing.h"

namespace vonk::engagement {

using store::Database;
using store::Outcome;

namespace {

// Opens each of them in turn and lets `work` read it in one transaction.
template <class Work>
Result<void> each(const std::vector<Source>& sources, Work work) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto database = sources[i].open();
        Outcome<void> done;
        if (!database)
            done = tl::unexpected(database.error());
        else
            done = database->execute("BEGIN");
        if (done) done = work(*database, i);
        if (done) done = database->execute("COMMIT");
        if (!done) return fail(store::toError(sources[i].name, done.error()));
    }
    return {};
}

}  // namespace

Quartiles quartilesOf(std::vector<double> values) {
    Quartiles quartiles;
    quartiles.count = values.size();
    if (values.empty()) return quartiles;
    // The value that would stand at `index` if all were sorted; those before it are smaller from then on.
    const auto ranked = [&](std::size_t index) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(index);
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const auto at = [&](double share) {
        const double position = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(std::floor(position));
        const double low = ranked(below);
        const double part = position - static_cast<double>(below);
        if (part == 0.0) return low;
        return low + part * (*std::min_element(values.begin() + static_cast<std::ptrdiff_t>(below) + 1,
                                               values.end()) -
                             low);
    };
    quartiles.lower = at(0.25);
    quartiles.median = at(0.5);
    quartiles.upper = at(0.75);
    return quartiles;
}

Result<Summary> sumUp(const std::vector<Source>& sources) {
    Newest newest;
    if (sources.size() > 1) {
        const auto listed =
            each(sources, [&](Database& database, std::size_t) { return newest.list(database); });
        if (!listed) return tl::unexpected(listed.error());
        newest.listed();
        if (newest.anyRepeated()) {
            const auto compared =
                each(sources, [&](Database& database, std::size_t) { return newest.compare(database); });
            if (!compared) return tl::unexpected(compared.error());
        }
    }
    Summing summing;
    const auto added = each(sources, [&](Database& database, std::size_t at) {
        return summing.add(database, [&](std::int64_t visit) {
            return sources.size() == 1 || newest.countsFrom(visit, at);
        });
    });
    if (!added) return tl::unexpected(added.error());
    Summary summary = summing.summary();
    summary.repeated = newest.repeated();
    return summary;
}

}  // namespace vonk::engagement

// What the records of visits say: reads the databases of kiosks.
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/core/output.h"
#include "tools/stats/generate_command.h"
#include "tools/stats/summary_command.h"

int main(int argc, char** argv) {
    CLI::App app{"What the records of Vonk's visits say", "vonk-stats"};
    app.require_subcommand(1);

    std::vector<std::string> paths;
    bool json = false;
    CLI::App* summary = app.add_subcommand(
        "summary",
        "Visits, dwell, attempts and completion per level: exact numbers for the operator, not for "
        "publication");
    summary->add_option("DB", paths, "Databases of records, read as one; none is changed")->required();
    summary->add_flag("--json", json, "One JSON object on stdout instead of tables");

    std::uint32_t visits = 1000;
    std::uint64_t seed = 1;
    std::string out;
    CLI::App* generate = app.add_subcommand("generate", "Makes up records of visits that never were");
    generate->add_option("--visits", visits, "How many")
        ->required()
        ->check(CLI::Range(1U, vonk::stats::most_visits));
    generate->add_option("--seed", seed, "The same seed gives the same records")->capture_default_str();
    generate->add_option("--out", out, "Database to make; it must not be there yet")->required();

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return vonk::exitCodeOnceWritten(summary->parsed() ? vonk::stats::runSummary(paths, json)
                                                       : vonk::stats::runGenerate(visits, seed, out));
}

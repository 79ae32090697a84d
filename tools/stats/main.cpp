// What the records of visits say: reads the databases of kiosks.
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "tools/stats/summary_command.h"

int main(int argc, char** argv) {
    CLI::App app{"What the records of Vonk's visits say", "vonk-stats"};
    app.require_subcommand(1);
    std::vector<std::string> paths;
    bool json = false;
    CLI::App* summary = app.add_subcommand("summary",
                                           "Visits, dwell, attempts and completion per level: exact numbers "
                                           "for the operator, not for publication");
    summary->add_option("DB", paths, "Databases of records, read as one; none is changed")->required();
    summary->add_flag("--json", json, "One JSON object on stdout instead of tables");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return vonk::stats::runSummary(paths, json);
}

// What the records of visits say: reads the databases of kiosks.
#include <string>
#include <vector>

#include "engine/core/output.h"
#include "tools/command_line/command_line.h"
#include "tools/stats/generate_command.h"
#include "tools/stats/summary_command.h"

using vonk::command_line::is_given;

int main(int argc, char** argv) {
    CLI::App app{"What the records of Vonk's visits say", "vonk-stats"};
    app.require_subcommand(1);

    std::vector<std::string> paths;
    bool json = false;
    CLI::App* summary = app.add_subcommand(
        "summary",
        "Visits, dwell, attempts and completion per level: exact numbers for the operator, not for "
        "publication");
    summary->add_option("DB", paths, "Databases of records, read as one; none is changed")
        ->required()
        ->check(is_given);
    summary->add_flag("--json", json, "One JSON object on stdout instead of tables");

    std::uint32_t visits = 1000;
    std::uint64_t seed = 1;
    std::string out;
    bool overwrite = false;
    CLI::App* generate = app.add_subcommand("generate", "Makes up records of visits that never were");
    generate->add_option("--visits", visits, "How many")
        ->required()
        ->check(CLI::Range(1U, vonk::stats::most_visits));
    generate->add_option("--seed", seed, "The same seed gives the same records")->capture_default_str();
    generate->add_option("--out", out, "Database to make; it must not be there yet")
        ->required()
        ->check(is_given);
    generate->add_flag("--overwrite", overwrite, "Puts the new one in the place of what is there");

    vonk::command_line::complete(app);
    if (const auto code = vonk::command_line::parse(app, argc, argv)) return *code;
    return vonk::exitCodeOnceWritten(summary->parsed()
                                         ? vonk::stats::runSummary(paths, json)
                                         : vonk::stats::runGenerate(visits, seed, out, overwrite));
}

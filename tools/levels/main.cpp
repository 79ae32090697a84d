// For level authors and tests: are the levels what they say, can they be won, do they fail as expected?
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/core/output.h"
#include "tools/levels/commands.h"

int main(int argc, char** argv) {
    CLI::App app{"Checks and plays Vonk's levels without a screen", "vonk-levels"};
    app.require_subcommand(1);
    app.footer("Exit: 0 done, 1 a level or recording does not hold, 2 wrong use or a file that is invalid.");

    std::vector<std::string> paths;
    bool json = false;
    CLI::App* check =
        app.add_subcommand("check", "Validates levels and replays their win.toml and fail.toml");
    check->add_option("PATH", paths, "Folders: a level, a subject or all levels (default: levels)");
    check->add_flag("--json", json, "One JSON object on stdout instead of lines");

    std::string level, recording;
    CLI::App* run = app.add_subcommand("run", "Plays a recording and prints what came of it");
    run->add_option("LEVEL", level, "Folder of a level, or its id below levels/")->required();
    run->add_option("--recording", recording, "File, e.g. win.toml")->required();
    run->add_flag("--json", json, "One JSON object on stdout instead of lines");

    std::string script, out;
    CLI::App* record = app.add_subcommand("record", "Plays a script of commands and keeps it as a recording");
    record->add_option("LEVEL", level, "Folder of a level, or its id below levels/")->required();
    record->add_option("SCRIPT", script, "Text file, one command a line (see tools/levels/script.h)")
        ->required();
    record->add_option("--out", out, "Recording to write, e.g. win.toml")->required();

    CLI::App* renew =
        app.add_subcommand("renew",
                           "Plays win.toml and fail.toml again and writes anew what came of them: after the "
                           "physics or a level has changed on purpose");
    renew->add_option("PATH", paths, "Folders, as for check");
    CLI::App* tables = app.add_subcommand(
        "tables", "Prints what levels can be made of, as in levels/README.md: parts, vehicles, careers");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const int code = *check    ? vonk::levels::runCheck(paths, json)
                     : *run    ? vonk::levels::runRecording(level, recording, json)
                     : *tables ? vonk::levels::runTables()
                     : *record ? vonk::levels::runScript(level, script, out)
                               : vonk::levels::runRenew(paths);
    return vonk::exitCodeOnceWritten(code);
}

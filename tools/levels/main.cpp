// For level authors and tests: are the levels what they say, can they be won, do they fail as expected?
#include <string>
#include <vector>

#include "engine/core/output.h"
#include "tools/command_line/command_line.h"
#include "tools/levels/commands.h"

using vonk::command_line::is_given;

int main(int argc, char** argv) {
    CLI::App app{"Checks and plays Vonk's levels without a screen", "vonk-levels"};
    app.require_subcommand(1);

    std::vector<std::string> paths;
    bool json = false;
    CLI::App* check =
        app.add_subcommand("check", "Validates levels and replays their win.toml and fail.toml");
    check
        ->add_option("PATH", paths,
                     "Folders: a level, a subject or all levels (default: those that came with the program)")
        ->check(is_given);
    check->add_flag("--json", json, "One JSON object on stdout instead of lines");

    std::string level, recording;
    CLI::App* run = app.add_subcommand("run", "Plays a recording and prints what came of it");
    run->add_option("LEVEL", level, "Folder of a level, or the id of one that came with the program")
        ->required()
        ->check(is_given);
    run->add_option("--recording", recording, "File, e.g. win.toml")->required()->check(is_given);
    run->add_flag("--json", json, "One JSON object on stdout instead of lines");

    std::string script, out;
    CLI::App* record = app.add_subcommand("record", "Plays a script of commands and keeps it as a recording");
    record->add_option("LEVEL", level, "Folder of a level, or the id of one that came with the program")
        ->required()
        ->check(is_given);
    record->add_option("SCRIPT", script, "Text file, one command a line (see tools/levels/script.h)")
        ->required()
        ->check(is_given);
    record->add_option("--out", out, "Recording to write, e.g. win.toml")->required()->check(is_given);

    CLI::App* renew =
        app.add_subcommand("renew",
                           "Plays win.toml and fail.toml again and writes anew what came of them: after the "
                           "physics or a level has changed on purpose");
    renew->add_option("PATH", paths, "Folders, as for check")->check(is_given);
    CLI::App* tables = app.add_subcommand(
        "tables", "Prints what levels can be made of, as in levels/README.md: parts, vehicles, careers");
    vonk::command_line::complete(app);
    if (const auto code = vonk::command_line::parse(app, argc, argv)) return *code;
    const int code = *check    ? vonk::levels::runCheck(paths, json)
                     : *run    ? vonk::levels::runRecording(level, recording, json)
                     : *tables ? vonk::levels::runTables()
                     : *record ? vonk::levels::runScript(level, script, out)
                               : vonk::levels::runRenew(paths);
    return vonk::exitCodeOnceWritten(code);
}

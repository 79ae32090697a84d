// The physics of the exhibit on a bench: a file in, numbers out.
#include <string>

#include "engine/core/output.h"
#include "tools/command_line/command_line.h"
#include "tools/lab/circuit_command.h"
#include "tools/lab/structure_command.h"

namespace {

// One row for each command: its name, what it answers, and the function in a file of its own.
struct Command {
    const char* name;
    const char* description;
    int (*run)(const std::string& path, bool json);
};

constexpr Command commands[] = {
    {"structure", "Forces, displacements and breaks of joints and members (TOML)", vonk::lab::runStructure},
    {"circuit", "Voltages and currents of a SPICE netlist", vonk::lab::runCircuit},
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"The physics of Vonk on a bench: a file in, numbers out", "vonk-lab"};
    app.require_subcommand(1);
    std::string path;
    bool json = false;
    const Command* chosen = nullptr;
    for (const Command& command : commands) {
        CLI::App* sub = app.add_subcommand(command.name, command.description);
        sub->add_option("FILE", path, "The file to read")->required()->check(vonk::command_line::is_given);
        sub->add_flag("--json", json, "One JSON object on stdout instead of a table");
        sub->callback([&chosen, &command] { chosen = &command; });
    }
    vonk::command_line::complete(app);
    if (const auto code = vonk::command_line::parse(app, argc, argv)) return *code;
    return vonk::exitCodeOnceWritten(chosen->run(path, json));
}

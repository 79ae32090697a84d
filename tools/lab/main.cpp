// The physics of the exhibit on a bench: a file in, numbers out.
#include <CLI/CLI.hpp>
#include <string>

#include "engine/core/output.h"
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
        sub->add_option("FILE", path, "The file to read")->required();
        sub->add_flag("--json", json, "One JSON object on stdout instead of a table");
        sub->callback([&chosen, &command] { chosen = &command; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return vonk::exitCodeOnceWritten(chosen->run(path, json));
}

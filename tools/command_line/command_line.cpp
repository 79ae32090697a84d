#include "tools/command_line/command_line.h"

#include <algorithm>

#include "game/world/world.h"

namespace vonk::command_line {
namespace {

// The command that was given, down to the last: its own options are what a message is about.
const CLI::App* given(const CLI::App* app) {
    const auto commands = app->get_subcommands();
    return commands.empty() ? app : given(commands.front());
}

std::string nameOf(const CLI::App* app) {
    const CLI::App* parent = app->get_parent();
    return parent == nullptr ? app->get_name() : nameOf(parent) + " " + app->get_name();
}

std::string commandsOf(const CLI::App* app) {
    std::string names;
    for (const CLI::App* command : app->get_subcommands([](const CLI::App*) { return true; }))
        names += (names.empty() ? "" : ", ") + command->get_name();
    return names;
}

// The option that stands first in a message of CLI11's, as in "--visits is required".
const CLI::Option* optionIn(const CLI::App* app, const std::string& message) {
    const std::string first = message.substr(0, message.find_first_of(" :"));
    for (const CLI::Option* option : app->get_options())
        if (option->check_name(first)) return option;
    return nullptr;
}

std::string message(const CLI::App* app, const CLI::Error& error) {
    const CLI::App* command = given(app);
    std::string said = error.what();
    const bool wants_command = command->get_require_subcommand_min() > 0;
    if (wants_command && command->get_subcommands().empty()) {
        const auto extra = command->remaining();
        said = (extra.empty() ? "a command is missing" : "'" + extra.front() + "' is no command") +
               "; there are: " + commandsOf(command);
    } else if (const CLI::Option* option = optionIn(command, said); option != nullptr) {
        said += ": " + option->get_description();
    }
    return nameOf(command) + ": " + said + "\n" + nameOf(command) + " --help says what there is\n";
}

}  // namespace

const CLI::Validator is_given(
    [](std::string& text) { return text.empty() ? std::string("is empty") : std::string(); }, "");

std::string versionLine(const std::string& program) {
    return program + " " VONK_VERSION ", physics " + std::to_string(world::physics_version);
}

void complete(CLI::App& app) {
    app.set_version_flag("--version", versionLine(app.get_name()), "Version of the project and its physics");
    app.failure_message(message);
    const std::string footer =
        "Exit: 0 done, 1 the thing checked fails, 2 wrong use or input that cannot be read or is invalid.";
    app.footer(footer);
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) command->footer(footer);
}

std::optional<int> parse(CLI::App& app, int argc, char** argv, const std::function<void()>& check) {
    try {
        app.parse(argc, argv);
        check();
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return std::nullopt;
}

}  // namespace vonk::command_line

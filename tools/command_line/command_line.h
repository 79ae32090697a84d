// What the command lines of all programs have in common: --version, how --help ends, and what is said to
// wrong use.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>

namespace vonk::command_line {

// "vonk-stats 0.1.0, physics 4": recordings are held to their state by the same physics only.
std::string versionLine(const std::string& program);

// --version, the exit codes under --help, and messages that name the program, the argument and what was
// expected of it. After all options and commands are there.
void complete(CLI::App& app);

// Of a word that must not be empty: one that comes of a variable which is not set must not mean what no word
// means.
extern const CLI::Validator is_given;

// The exit code where the program is to end: wrong use (2), or help and version, which are printed (0).
// `check` throws what CLI11 cannot be told to check, a CLI::ParseError.
std::optional<int> parse(
    CLI::App& app, int argc, char** argv, const std::function<void()>& check = [] {});

}  // namespace vonk::command_line

// The subcommands of vonk-levels. Each prints and returns the exit code.
#pragma once

#include <string>
#include <vector>

namespace vonk::levels {

int runCheck(const std::vector<std::string>& paths, bool json);
int runRecording(const std::string& level, const std::string& recording, bool json);
int runScript(const std::string& level, const std::string& script, const std::string& out);
int runRenew(const std::vector<std::string>& paths);
int runTables();

}  // namespace vonk::levels

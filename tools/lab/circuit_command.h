// `vonk-lab circuit`: a SPICE netlist in, voltages and currents out.
#pragma once

#include <string>

namespace vonk::lab {

// Prints a table, or with `json` one object and nothing else, on stdout; mistakes of the file on stderr.
// Returns the exit status: 0 answered, 2 unreadable or invalid.
int runCircuit(const std::string& path, bool json);

}  // namespace vonk::lab

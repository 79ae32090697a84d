// Runs ngspice, the oracle for circuits, and vonk-lab on netlists of the tests.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace vonk::test {

struct Ran {
    int status = 0;
    std::string out, err;
};
Ran run(const std::string& command);

void writeFile(const std::string& path, const std::string& text);
std::string readFile(const std::string& path);

// "v(1)", "i(v1)" → value. `cards` are the netlist with its title, without .op and .end.
std::map<std::string, double> ngspiceOperatingPoint(const std::string& cards);

// Columns "time" and each name, at the rows of `.tran step stop` in the netlist; `options` are the numbers of
// ngspice's own tran command, whose last is its longest step.
std::map<std::string, std::vector<double>> ngspiceTransient(const std::string& cards,
                                                            const std::string& options,
                                                            const std::vector<std::string>& names);

// A file in the build folder for this test program alone.
std::string scratchPath(const std::string& name);
std::string labPath();

}  // namespace vonk::test

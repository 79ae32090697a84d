#include "ngspice.h"

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vonk::test {

std::string scratchPath(const std::string& name) {
    return std::string(VONK_BINARY_DIR) + "/circuit_test_" + std::to_string(getpid()) + "_" + name;
}

std::string labPath() {
    return std::string(VONK_BINARY_DIR) + "/bin/vonk-lab";
}

void writeFile(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string readFile(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

Ran run(const std::string& command) {
    const std::string out = scratchPath("out"), err = scratchPath("err");
    const int status = std::system((command + " >'" + out + "' 2>'" + err + "'").c_str());
    Ran ran{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), readFile(out), readFile(err)};
    std::remove(out.c_str());
    std::remove(err.c_str());
    return ran;
}

std::map<std::string, double> ngspiceOperatingPoint(const std::string& cards) {
    const std::string path = scratchPath("oracle.cir");
    writeFile(path, cards + ".control\nop\nset numdgt=14\nprint all\nquit\n.endc\n.end\n");
    const Ran ran = run("ngspice -b '" + path + "'");
    std::remove(path.c_str());
    std::map<std::string, double> values;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (equals == std::string::npos) continue;
        std::string name = line.substr(0, equals);
        if (const std::size_t branch = name.find("#branch"); branch != std::string::npos)
            name = "i(" + name.substr(0, branch) + ")";
        if (name.starts_with("v(") || name.starts_with("i("))
            values[name] = std::strtod(line.c_str() + equals + 3, nullptr);
    }
    INFO("is ngspice installed? " << ran.err << ran.out);
    REQUIRE_FALSE(values.empty());
    return values;
}

std::map<std::string, std::vector<double>> ngspiceTransient(const std::string& cards,
                                                            const std::string& options,
                                                            const std::vector<std::string>& names) {
    const std::string path = scratchPath("oracle.cir"), data = scratchPath("oracle.txt");
    std::string list;
    for (const std::string& name : names) list += " " + name;
    std::string netlist = cards.substr(0, cards.find(".tran"));
    writeFile(path, netlist + ".options reltol=1e-6 abstol=1e-14 vntol=1e-9\n.control\ntran " + options +
                        "\nlinearize\nset wr_singlescale\nset numdgt=12\nwrdata " + data + list +
                        "\nquit\n.endc\n.end\n");
    const Ran ran = run("ngspice -b '" + path + "'");
    std::map<std::string, std::vector<double>> columns;
    std::istringstream numbers(readFile(data));
    for (double time = 0; numbers >> time;) {
        columns["time"].push_back(time);
        for (const std::string& name : names) {
            double value = 0;
            numbers >> value;
            columns[name].push_back(value);
        }
    }
    std::remove(path.c_str());
    std::remove(data.c_str());
    INFO("is ngspice installed? " << ran.err << ran.out);
    REQUIRE_FALSE(columns.empty());
    return columns;
}

}  // namespace vonk::test

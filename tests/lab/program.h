// Runs the bench program as a person would.
#pragma once

#include <sys/wait.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace vonk::lab_test {

struct Output {
    int status = -1;
    std::string out;
    std::string errors;
};

inline std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string scratch(const std::string& name) {
    return std::string(VONK_BINARY_DIR) + "/" + name;
}

inline Output run(const std::string& arguments) {
    const std::string errors = scratch("lab_test.err");
    const std::string out = scratch("lab_test.out");
    const std::string command =
        std::string(VONK_BINARY_DIR) + "/bin/vonk-lab " + arguments + " >" + out + " 2>" + errors;
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, slurp(out), slurp(errors)};
}

inline std::string write(const std::string& name, const std::string& text) {
    const std::string path = scratch(name);
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

}  // namespace vonk::lab_test

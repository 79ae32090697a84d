// Runs a program of the project as a person would, in a folder of the test's own.
#pragma once

#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace vonk::test {

inline std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Run {
    int code = -1;  // −1: ended by a signal
    std::string out, err;
};

class Desk {
  public:
    explicit Desk(std::string program) : program_(std::move(program)) {
        std::string pattern = (std::filesystem::temp_directory_path() / "vonk-desk-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        output_ = std::filesystem::path(folder_.string() + "-output");
        std::filesystem::create_directory(output_);
    }
    ~Desk() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        std::filesystem::remove_all(output_, ignored);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return file(name);
    }
    // `before`: words of a shell before the program, as in "env -u DISPLAY".
    Run run(const std::string& arguments, const std::string& before = "") const {
        const std::string command = before + " " + program_ + " " + arguments + " >" +
                                    (output_ / "out").string() + " 2>" + (output_ / "err").string();
        const int status = std::system(command.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytesOf(output_ / "out"),
                bytesOf(output_ / "err")};
    }
    // Of the folder itself; output of programs is kept elsewhere.
    std::map<std::string, std::string> contents() const {
        std::map<std::string, std::string> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder_))
            files[entry.path().filename().string()] = bytesOf(entry.path());
        return files;
    }

  private:
    std::string program_;
    std::filesystem::path folder_, output_;
};

}  // namespace vonk::test

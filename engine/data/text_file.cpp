#include <fmt/format.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "engine/data/toml_reader.h"

namespace vonk::data {

Result<std::string> readTextFile(const std::string& path, std::size_t limit) {
    std::error_code code;
    const std::filesystem::file_status status = std::filesystem::status(path, code);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail({path, 0, "", "there is no such file"});
    if (std::filesystem::is_directory(status)) return fail({path, 0, "", "is a folder, not a file"});
    if (!std::filesystem::is_regular_file(status)) return fail({path, 0, "", "is not an ordinary file"});
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) return fail({path, 0, "", fmt::format("cannot be read: {}", std::strerror(errno))});
    std::string text;
    char block[1 << 14];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file.get())) {
        text.append(block, count);
        if (text.size() > limit)
            return fail({path, lineAt(text, limit), "", fmt::format("larger than {} bytes", limit)});
    }
    if (std::ferror(file.get()))
        return fail({path, 0, "", fmt::format("cannot be read: {}", std::strerror(errno))});
    return text;
}

}  // namespace vonk::data

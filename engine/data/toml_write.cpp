#include "engine/data/toml_write.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <cerrno>
#include <cmath>
#include <cstring>

#include "engine/core/assert.h"

namespace vonk::data {

std::string tomlString(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (byte < 0x20 || byte == 0x7F)
            result += fmt::format("\\u{:04X}", byte);
        else
            result += c;
    }
    return result + '"';
}

std::string tomlNumber(double value) {
    VONK_ASSERT(std::isfinite(value));
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

Result<void> writeTextFile(const std::string& path, std::string_view text) {
    const std::string beside = path + ".part";
    const auto refused = [&](const char* what) {
        const int cause = errno;
        ::unlink(beside.c_str());
        return fail({path, 0, "", fmt::format("cannot be {}: {}", what, std::strerror(cause))});
    };
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return refused("written");
    while (!text.empty()) {
        const ssize_t count = ::write(file, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            const int cause = errno;
            ::close(file);
            errno = cause;
            return refused("written");
        }
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    const bool flushed = ::fsync(file) == 0;
    if (::close(file) != 0 || !flushed) return refused("written");
    if (::rename(beside.c_str(), path.c_str()) != 0) return refused("put in its place");
    return {};
}

}  // namespace vonk::data

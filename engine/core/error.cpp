#include "engine/core/error.h"

#include <string_view>

namespace vonk {
namespace {

// A line of its own whatever a file holds: control characters, and those that turn the direction of writing,
// are shown by their number.
std::string oneLine(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string line;
    const auto number = [&](unsigned code) {
        line += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) line += digits[(code >> shift) & 0xFU];
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t k) {
            return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
        };
        if (byte(0) == '\n') {
            line += "\\n";
        } else if (byte(0) < 0x20 || byte(0) == 0x7F) {
            number(byte(0));
        } else if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) {
            number(byte(1));
            i += 1;
        } else if (byte(0) == 0xE2 && ((byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) ||
                                       (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9))) {
            number(0x2000U + ((byte(1) & 0x3FU) << 6) + (byte(2) & 0x3FU));
            i += 2;
        } else {
            line += text[i];
        }
    }
    return line;
}

}  // namespace

std::string toString(const Error& error) {
    std::string text = error.file;
    if (!text.empty() && error.line > 0) text += ':' + std::to_string(error.line);
    if (!error.key.empty()) text += (text.empty() ? "" : ": ") + error.key;
    return oneLine(text + (text.empty() ? "" : ": ") + error.reason);
}

}  // namespace vonk

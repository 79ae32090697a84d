#include "engine/core/error.h"

namespace vonk {

std::string toString(const Error& error) {
    std::string text = error.file;
    if (!text.empty() && error.line > 0) text += ':' + std::to_string(error.line);
    if (!error.key.empty()) text += (text.empty() ? "" : ": ") + error.key;
    return text + (text.empty() ? "" : ": ") + error.reason;
}

}  // namespace vonk

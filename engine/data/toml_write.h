// Values as TOML writes them, so that readToml gives back the same bits.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/error.h"

namespace vonk::data {

std::string tomlString(std::string_view text);  // in quotes, escaped; text is valid UTF-8
std::string tomlNumber(double value);  // shortest form that reads back to the same bits; value is finite

// Whole or not at all: written beside the file, flushed to the disk, then renamed over it.
Result<void> writeTextFile(const std::string& path, std::string_view text);

}  // namespace vonk::data

// Names what an SVG uses that the bake (librsvg 2.54, as Debian 12 has it) draws wrongly or not at all, with
// the line where it stands. A picture that passes is drawn as its author saw it.
#pragma once

#include <filesystem>
#include <string_view>

#include "engine/core/error.h"

namespace vonk::bake {

// All findings, in the order of the text; empty when all is well. `name` is what the errors call the file.
Errors lintSvg(std::string_view text, const std::string& name);
Errors lintSvgFile(const std::filesystem::path& file);

}  // namespace vonk::bake

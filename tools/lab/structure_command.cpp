#include "tools/lab/structure_command.h"

#include <cstdio>

#include "engine/core/error.h"

namespace vonk::lab {

int runStructure(const std::string& path, bool /*json*/) {
    std::fprintf(stderr, "%s\n",
                 toString(Error{path, 0, "structure", "not built into this program yet"}).c_str());
    return 2;
}

}  // namespace vonk::lab

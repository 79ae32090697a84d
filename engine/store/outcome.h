// What can go wrong with a database file, sorted by what a program can do about it.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "engine/core/error.h"

namespace vonk::store {

enum class Failure {
    CannotOpen,  // no such file or folder, no permission, a folder instead of a file
    ReadOnly,    // can be read, cannot be written
    Full,        // no room on the disk
    Busy,        // another program holds it longer than the busy timeout
    Io,          // the disk answers with an error
    Broken,      // no database at all, or a damaged one
    Foreign,     // a sound database, but not one of this schema
    Newer,       // of this schema, by a later version of the program
    Refused,     // a constraint or a type: this very record is not storable, the database is well
};

struct Fault {
    Failure failure = Failure::Io;
    std::string reason;  // for people
};

template <class T>
using Outcome = tl::expected<T, Fault>;

// Whether trying again later, with nothing changed in the program, can help.
inline bool mayRecover(Failure failure) {
    return failure != Failure::Refused;
}

inline Error toError(std::string_view file, const Fault& fault) {
    return {std::string(file), 0, "", fault.reason};
}

}  // namespace vonk::store

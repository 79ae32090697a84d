// What a person can cause by a file or an argument: a typed error that says where and why. Printed as
// `file:line: key: reason`, parts that are unknown left out.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace vonk {

struct Error {
    std::string file;
    int line = 0;  // 1-based; 0: not known
    std::string key;
    std::string reason;

    friend bool operator==(const Error&, const Error&) = default;
};

std::string toString(const Error& error);

using Errors = std::vector<Error>;

template <class T>
using Result = tl::expected<T, Errors>;  // never holds an empty list of errors

inline tl::unexpected<Errors> fail(Error error) {
    return tl::unexpected<Errors>(Errors{std::move(error)});
}

}  // namespace vonk

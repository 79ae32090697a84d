// What every fuzzer is: one function that must come back, whatever the bytes. libFuzzer calls it with bytes
// that it changes (tools/fuzz); in every test run corpus_main.cpp calls it with the files of corpus/<name>/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/core/assert.h"
#include "engine/core/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace vonk::fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// A refusal must say something that a person can use.
inline void checkRefusal(const Errors& errors) {
    VONK_ASSERT(!errors.empty());
    for (const Error& error : errors) VONK_ASSERT(!error.reason.empty());
}

}  // namespace vonk::fuzz

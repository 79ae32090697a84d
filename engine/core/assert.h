// What only a bug can cause. Stays on in release builds: better a crash screen than wrong physics.
#pragma once

namespace vonk {

[[noreturn]] void assertionFailed(const char* condition, const char* file, int line);

}  // namespace vonk

#define VONK_ASSERT(condition) \
    static_cast<void>((condition) || (::vonk::assertionFailed(#condition, __FILE__, __LINE__), false))

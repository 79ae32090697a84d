// A running 64-bit hash of plain values (FNV-1a over little-endian bytes): state hashes of recordings,
// content hashes of levels. Not for secrets.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace vonk {

class Hash {
  public:
    Hash& add(std::uint64_t value) {
        for (int i = 0; i < 8; ++i) byte(static_cast<std::uint8_t>(value >> (8 * i)));
        return *this;
    }
    // By its bits; -0.0 and 0.0 differ, as they should in a test of equal bits.
    Hash& add(double value) { return add(std::bit_cast<std::uint64_t>(value)); }
    Hash& add(std::string_view text) {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text) byte(static_cast<std::uint8_t>(c));
        return *this;
    }
    std::uint64_t value() const { return value_; }

  private:
    void byte(std::uint8_t b) { value_ = (value_ ^ b) * 1099511628211ULL; }
    std::uint64_t value_ = 14695981039346656037ULL;
};

}  // namespace vonk

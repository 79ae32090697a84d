// A design as a few bytes, for bringing a crashed kiosk back, for a code that is taken home, and for lessons.
// About three bytes a member and two a joint. Versioned and append-only: what was once written can always be
// read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"
#include "game/world/design.h"

namespace vonk::world {

// Ids must rise; kinds must be rows and placed as their row says. Equal designs give equal bytes.
std::vector<std::uint8_t> encode(const Design& design);

// Strict: anything but what encode() would have written is refused, with what is wrong.
Result<Design> decode(std::span<const std::uint8_t> bytes);

// The same as base64url (RFC 4648, no padding), fit for an address.
std::string encodeText(const Design& design);
Result<Design> decodeText(std::string_view text);

}  // namespace vonk::world

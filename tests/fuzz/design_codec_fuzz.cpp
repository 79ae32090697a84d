// The few bytes of a design: what is read is what would have been written, everything else is refused.
#include <algorithm>

#include "game/world/design_codec.h"
#include "input.h"

using namespace vonk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto design = world::decode({data, size});
    if (design) {
        const auto bytes = world::encode(*design);
        VONK_ASSERT(std::equal(bytes.begin(), bytes.end(), data, data + size));
    } else {
        fuzz::checkRefusal(design.error());
    }
    const std::string_view text = fuzz::text(data, size);
    const auto fromText = world::decodeText(text);
    if (fromText)
        VONK_ASSERT(world::encodeText(*fromText) == text);
    else
        fuzz::checkRefusal(fromText.error());
    return 0;
}

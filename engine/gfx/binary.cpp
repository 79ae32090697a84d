#include "engine/gfx/binary.h"

#include <zstd.h>

#include <fstream>

#include "engine/core/assert.h"

namespace vonk::gfx {

namespace {

constexpr int compression = 12;
constexpr int largestPicture = 16384;

}  // namespace

void writePicture(Writer& out, int width, int height, std::span<const std::uint8_t> bgra) {
    std::vector<std::uint8_t> packed(ZSTD_compressBound(bgra.size()));
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), bgra.data(), bgra.size(), compression);
    VONK_ASSERT(ZSTD_isError(size) == 0);
    out.plain(static_cast<std::int32_t>(width));
    out.plain(static_cast<std::int32_t>(height));
    out.plain(static_cast<std::uint64_t>(size));
    out.bytes(std::span(packed).first(size));
}

bool readPicture(Reader& in, std::vector<std::uint8_t>& scratch, PackedPicture& out) {
    out.width = in.plain<std::int32_t>();
    out.height = in.plain<std::int32_t>();
    const auto packed = in.take(in.plain<std::uint64_t>());
    if (!in.good() || out.width <= 0 || out.height <= 0 || out.width > largestPicture ||
        out.height > largestPicture)
        return false;
    const std::size_t size = static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4;
    // A frame that would unpack to something else is refused before memory is taken for it.
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != size) return false;
    if (scratch.size() < size) scratch.resize(size);
    if (ZSTD_decompress(scratch.data(), size, packed.data(), packed.size()) != size) return false;
    out.bgra = std::span(scratch).first(size);
    return true;
}

Result<std::vector<char>> readWhole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    if (!stream) return fail({file.string(), 0, "", "cannot be opened; tools/build bakes it"});
    std::vector<char> bytes(static_cast<std::size_t>(std::max<std::streamoff>(0, stream.tellg())));
    stream.seekg(0);
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return fail({file.string(), 0, "", "cannot be read"});
    return bytes;
}

Result<void> writeWhole(const std::filesystem::path& file, std::span<const char> bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) return fail({file.string(), 0, "", "cannot be written"});
    return {};
}

}  // namespace vonk::gfx

#include "golden.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <stb/stb_image.h>
#include <catch2/catch.hpp>

namespace vonk::golden {
namespace {

std::vector<Drawn>& list() {
    static std::vector<Drawn> all;
    return all;
}

// This run's own folder, without what an earlier one left there.
std::filesystem::path freshFolder() {
    const std::filesystem::path folder = std::filesystem::path(VONK_BINARY_DIR) / "test-out" / "pictures";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

std::size_t index(const gfx::Pixels& pixels, int x, int y) {
    return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                static_cast<std::size_t>(x));
}

int difference(const gfx::Pixels& a, const gfx::Pixels& b, std::size_t at) {
    int largest = 0;
    for (std::size_t channel = 0; channel < 3; ++channel)
        largest = std::max(largest, std::abs(int(a.bgra[at + channel]) - int(b.bgra[at + channel])));
    return largest;
}

// The approved picture, the new one, and the new one in grey with every pixel that changed in red; side by
// side.
gfx::Pixels explain(const gfx::Pixels& approved, const gfx::Pixels& now) {
    gfx::Pixels out{3 * now.width, now.height, {}};
    out.bgra.resize(3 * now.bgra.size());
    for (int y = 0; y < now.height; ++y) {
        for (int x = 0; x < now.width; ++x) {
            const std::size_t from = index(now, x, y);
            const bool changed = difference(approved, now, from) > tolerance;
            const int grey = (now.bgra[from] + now.bgra[from + 1] + now.bgra[from + 2]) / 6 + 100;
            for (std::size_t channel = 0; channel < 4; ++channel) {
                out.bgra[index(out, x, y) + channel] = approved.bgra[from + channel];
                out.bgra[index(out, x + now.width, y) + channel] = now.bgra[from + channel];
                const int marked = channel == 2 ? 255 : 0;
                out.bgra[index(out, x + 2 * now.width, y) + channel] =
                    static_cast<std::uint8_t>(changed ? marked : grey);
            }
        }
    }
    return out;
}

void write(const gfx::Pixels& pixels, const std::filesystem::path& file) {
    const auto written = pixels.writePng(file);
    if (!written) FAIL(toString(written.error().front()));
}

}  // namespace

std::filesystem::path outFolder() {
    static const std::filesystem::path folder = freshFolder();
    return folder;
}

const std::vector<Drawn>& drawn() {
    return list();
}

std::optional<Comparison> compare(const gfx::Pixels& a, const gfx::Pixels& b) {
    if (a.width != b.width || a.height != b.height) return std::nullopt;
    Comparison result;
    for (std::size_t at = 0; at < a.bgra.size(); at += 4) {
        const int differs = difference(a, b, at);
        result.largest = std::max(result.largest, differs);
        result.different += differs > tolerance ? 1 : 0;
    }
    return result;
}

std::optional<gfx::Pixels> readPng(const std::filesystem::path& file) {
    int width = 0, height = 0, channels = 0;
    unsigned char* rgba = stbi_load(file.c_str(), &width, &height, &channels, 4);
    if (rgba == nullptr) return std::nullopt;
    gfx::Pixels out{width, height, {}};
    out.bgra.assign(rgba, rgba + 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    stbi_image_free(rgba);
    for (std::size_t at = 0; at < out.bgra.size(); at += 4) std::swap(out.bgra[at], out.bgra[at + 2]);
    return out;
}

bool matches(const std::string& name, const gfx::Pixels& full) {
    gfx::Pixels now = full.shrunk(4);
    const std::filesystem::path folder = outFolder();
    write(now, folder / (name + ".png"));

    const auto approved = readPng(std::filesystem::path(VONK_SOURCE_DIR) / "tests/golden" / (name + ".png"));
    const auto comparison = approved ? compare(*approved, now) : std::nullopt;
    const bool same = comparison && comparison->different == 0;
    if (!same) {
        std::ofstream(folder / "changed.txt", std::ios::app) << name << '\n';
        if (comparison) write(explain(*approved, now), folder / (name + ".diff.png"));
        const Comparison found = comparison.value_or(Comparison{});
        const std::string what = comparison
                                     ? std::to_string(found.different) + " pixels differ by up to " +
                                           std::to_string(found.largest) + "; look at " +
                                           (folder / (name + ".diff.png")).string()
                                     : "no approved picture of this size; tools/approve-pictures makes one";
        WARN(name << ": " << what);
    }
    list().push_back({name, std::move(now)});
    return same;
}

}  // namespace vonk::golden

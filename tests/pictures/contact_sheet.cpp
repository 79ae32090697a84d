// All pictures of a run on one sheet, test-out/contact-sheet.png, made when the run ends.
#include <algorithm>
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>

#include "golden.h"
#include "stage.h"

using namespace vonk;

namespace {

constexpr int columns = 5;
constexpr int cellWidth = 480;
constexpr int cellHeight = 270;
constexpr int margin = 12;
constexpr int label = 28;

struct Corner {
    int x = 0, y = 0;
};
Corner corner(std::size_t number) {
    const int column = int(number) % columns, row = int(number) / columns;
    return {margin + column * (cellWidth + margin), margin + row * (cellHeight + label + margin)};
}

// Shrunk to fit into its cell.
void paste(const gfx::Pixels& from, gfx::Pixels& sheet, Corner at) {
    const int shrink =
        std::max({1, (from.width + cellWidth - 1) / cellWidth, (from.height + cellHeight - 1) / cellHeight});
    sheet.paste(from.shrunk(shrink), at.x, at.y);
}

void writeSheet() {
    const auto& pictures = golden::drawn();
    if (pictures.empty()) return;
    const Corner end = corner(pictures.size() - 1);
    gfx::Canvas canvas(screens::Stage::graphics());
    gfx::Frame frame(margin + columns * (cellWidth + margin), end.y + cellHeight + label + margin);
    canvas.begin(frame.target());
    canvas.clear(gfx::hex(0x20323C));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const Corner at = corner(i);
        canvas.text(pictures[i].name, {float(at.x), float(at.y + cellHeight + 4)},
                    {.size = 17, .colour = gfx::hex(0xFFFFFF)});
    }
    canvas.end();
    gfx::Pixels sheet = frame.read();
    for (std::size_t i = 0; i < pictures.size(); ++i) paste(pictures[i].picture, sheet, corner(i));
    static_cast<void>(
        sheet.writePng(std::filesystem::path(VONK_BINARY_DIR) / "test-out" / "contact-sheet.png"));
}

struct AtTheEnd : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;
    void testRunEnded(const Catch::TestRunStats&) override { writeSheet(); }
};

}  // namespace

CATCH_REGISTER_LISTENER(AtTheEnd)

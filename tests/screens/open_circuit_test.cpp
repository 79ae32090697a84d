// A ring that is not closed says so without a word: its charges stand still, and its ends show themselves.
#include "player.h"

#include "game/view/picking.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

struct Board : Stage {
    gfx::Canvas canvas{graphics()};
    gfx::Frame frame{1920, 1080};

    explicit Board(data::Config given = {}) : Stage(ui::screenFromInches(1920, 1080, 24), std::move(given)) {
        REQUIRE(exhibit->openLevel("first-lamp"));
        pass(1.0);
        tap("tile.battery");
        tapAt(*exhibit->pixelOf(level::GridPoint{700, 300}));
        tap("tile.lamp");
        tapAt(*exhibit->pixelOf(level::GridPoint{1000, 600}));
        tap("tile.wire");
    }
    gfx::Point terminal(std::size_t part, std::uint8_t port) const {
        const Vec2 at = view::terminalPosition(exhibit->session()->design().parts[part], port);
        const gfx::Point zero = pixel(0, 0), one = pixel(1, 1);
        return {zero.x + float(at.x) * (one.x - zero.x), zero.y + float(at.y) * (one.y - zero.y)};
    }
    void wire(std::size_t a, std::uint8_t a_port, std::size_t b, std::uint8_t b_port) {
        tapAt(terminal(a, a_port));
        tapAt(terminal(b, b_port));
    }
    gfx::Pixels picture() {
        settle(canvas);
        canvas.begin(frame.target());
        exhibit->draw(canvas);
        canvas.end();
        return frame.read();
    }
};

// How much two pictures differ within 30 px of a place, mean of the channels, 0-255.
double change(const gfx::Pixels& a, const gfx::Pixels& b, gfx::Point at) {
    double sum = 0.0;
    int count = 0;
    for (int y = int(at.y) - 30; y <= int(at.y) + 30; ++y)
        for (int x = int(at.x) - 30; x <= int(at.x) + 30; ++x)
            for (const unsigned shift : {8U, 16U, 24U}) {
                sum += std::abs(int(a.at(x, y) >> shift & 255U) - int(b.at(x, y) >> shift & 255U));
                ++count;
            }
    return sum / count;
}

}  // namespace

TEST_CASE("after a while the loose ends of a ring show themselves, and go when it is closed") {
    for (const bool still : {false, true}) {
        data::Config config;
        config.reducedMotion = still;
        Board board(config);
        board.wire(0, 0, 1, 0);
        board.pass(1.5);
        const gfx::Pixels before = board.picture();
        board.pass(3.2);
        const gfx::Pixels after = board.picture();
        CHECK(change(before, after, board.terminal(0, 1)) > 8);
        CHECK(change(before, after, board.terminal(1, 1)) > 8);
        CHECK(change(before, after, board.terminal(0, 0)) < 2);  // that end has its wire
        board.wire(1, 1, 0, 1);
        board.pass(0.3);
        const gfx::Pixels closed = board.picture();
        board.pass(0.1);
        // Nothing glows there any more; what runs now are the charges.
        const bool lit =
            std::ranges::any_of(board.exhibit->session()->snapshot().devices,
                                [](const world::DeviceView& device) { return device.brightness > 0.5; });
        CHECK(lit);
        CHECK(change(after, closed, board.terminal(0, 1)) > 4);
    }
}

TEST_CASE("charges stand in a wire without current, and run when there is one") {
    Board board;
    board.wire(0, 0, 1, 0);
    const gfx::Point from = board.terminal(0, 0), to = board.terminal(1, 0);
    const auto moved = [&] {
        const gfx::Pixels one = board.picture();
        board.pass(0.15);
        const gfx::Pixels two = board.picture();
        double most = 0.0;
        for (float share = 0.0F; share <= 1.0F; share += 0.1F)
            most = std::max(most, change(one, two, gfx::mix(from, to, share)));
        return most;
    };
    board.pass(0.6);
    CHECK(moved() < 0.5);
    board.wire(1, 1, 0, 1);
    board.pass(0.2);
    CHECK(moved() > 0.5);
}

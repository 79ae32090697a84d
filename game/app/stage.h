// What every mode of the program stands on: config, texts, levels, a window with graphics. And the exhibit on
// a clock that moves only when told, for all modes in which nobody stands before the screen.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/data/config.h"
#include "engine/data/strings.h"
#include "engine/gfx/canvas.h"
#include "engine/gfx/frame.h"
#include "engine/platform/window.h"
#include "game/app/options.h"
#include "game/level/level.h"
#include "game/screens/exhibit.h"

namespace vonk::app {

// What is read from files.
struct Contents {
    data::Config config;
    data::Strings strings;
    std::vector<level::Level> levels;  // by number; never empty

    const level::Level* find(std::string_view id) const;
};

// Config as --config names it or the one that came with the program; --lang must be offered. A level that is
// bad is left out and each of its mistakes goes to the log.
Result<Contents> readContents(const Options& options);

// Each error on a line of its own on stderr.
void print(const Errors& errors);

// Window, art and frame. In this order: what comes later needs what comes before.
struct Picture {
    std::unique_ptr<platform::Window> window;
    std::unique_ptr<gfx::Graphics> graphics;
    std::unique_ptr<gfx::Frame> frame;
    std::unique_ptr<gfx::Canvas> canvas;

    // One finished picture of the exhibit in the frame; not shown yet.
    void draw(screens::Exhibit& exhibit);
    // The same once all is painted that takes several frames.
    void drawWhole(screens::Exhibit& exhibit);
};

Result<Picture> openPicture(const platform::WindowDef& def, const data::Config& config);
// One that nobody sees.
Result<Picture> openHiddenPicture(PixelSize size, const data::Config& config);

// An exhibit in such a picture, without sound. `wall` is seconds since 1970-01-01 UTC, for the records.
screens::ExhibitSetup unseen(
    const Contents& contents, const Picture& picture, engagement::VisitLog& log, const std::string& language,
    std::function<double()> wall = [] { return 0.0; });

// Writes the frame as it is; makes its folder.
Result<void> writePicture(const Picture& picture, const std::string& file);

}  // namespace vonk::app

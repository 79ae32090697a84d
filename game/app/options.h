// What the command line asks for, checked as far as that is possible without reading a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace vonk::app {

struct PixelSize {
    int width = 1920;
    int height = 1080;
};
// Screens smaller than the one cannot hold the interface, larger than the other no software renderer fills.
inline constexpr PixelSize smallest_size{320, 240};
inline constexpr PixelSize largest_size{7680, 4320};

// "1280x800", within the bounds; nothing for all else.
std::optional<PixelSize> parseSize(const std::string& text);

enum class Mode { Kiosk, CheckConfig, Demo, Replay, Monkey, MeasureFrames };

struct Options {
    Mode mode = Mode::Kiosk;
    std::string config;               // file; empty: the one that came with the program
    std::optional<PixelSize> window;  // --windowed; absent: the whole screen
    std::optional<PixelSize> size;    // --size, of pictures that nobody sees
    std::string level;                // id: where to start, or what to measure
    std::string language;             // empty: the config's
    std::string out;                  // folder for pictures
    std::string tour = "visit";
    std::string recording;  // file to replay
    std::uint64_t seed = 0;
    std::uint32_t events = 5000;
    double seconds = 20.0;
    int members = 0;  // --members: of the truss that is measured instead of the stored win; 0: the win
    bool json = false;

    // Of a picture that nobody sees.
    PixelSize pictureSize() const { return size ? *size : window ? *window : PixelSize{}; }
};

// Exit codes of every mode.
inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;   // the thing checked fails
inline constexpr int exit_invalid = 2;  // wrong use, or input that cannot be read or is invalid

// One function for each mode, each in a file of its own.
int runKiosk(const Options& options);
int checkConfig(const Options& options);
int runDemo(const Options& options);
int replayRecording(const Options& options);
int runMonkey(const Options& options);
int measureFrames(const Options& options);

}  // namespace vonk::app

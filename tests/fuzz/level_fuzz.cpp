// A level: read or refused; one that was read opens, takes a part between its anchors, starts and runs.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "game/play/session.h"
#include "game/world/catalog.h"
#include "game/world/parts.h"
#include "input.h"

using namespace vonk;
namespace fs = std::filesystem;

namespace {

// Levels are read from folders; this one goes away with the program.
class Folder {
  public:
    explicit Folder(const char* subject) : path_(base() / subject / "fuzzed") {
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code gone_already;
        fs::remove_all(base(), gone_already);
    }
    const fs::path& write(std::string_view text) const {
        std::ofstream(path_ / "level.toml", std::ios::binary) << text;
        return path_;
    }

  private:
    static fs::path base() {
        return fs::temp_directory_path() / ("vonk-level-fuzz-" + std::to_string(getpid()));
    }
    fs::path path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text(data, size);
    // The subject stands in the name of the folder.
    static const Folder bridge("bridge"), circuit("circuit");
    const Folder& folder = text.find("battery") != std::string_view::npos ? circuit : bridge;
    const auto level = world::readLevel(folder.write(text));
    if (!level) {
        fuzz::checkRefusal(level.error());
        return 0;
    }
    static_cast<void>(level->physicsHash());

    play::Session session(*level);
    const Actor finger{};
    const auto joints = session.joints();
    for (const level::PaletteItem& item : level->palette) {
        const world::PartRow* row = world::findRow(item.part);
        VONK_ASSERT(row != nullptr);
        for (std::size_t i = 0; i + 1 < joints.size() && i < 3; ++i)
            session.apply(play::Place{row->kind, world::BetweenJoints{joints[i], joints[i + 1]}}, finger);
        session.apply(play::Place{row->kind, world::AtPoint{session.snap(level->scene.build.low, 0.1), 0}},
                      finger);
    }
    session.apply(play::Start{}, finger);
    for (int tick = 0; tick < 30; ++tick) session.tick();
    static_cast<void>(session.snapshot());
    static_cast<void>(session.assess());
    return 0;
}

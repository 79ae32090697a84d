// `vonk --replay FILE [--out DIR]`: replays a recording and names the first thing that differs; with --out
// also its pictures: the design before each test, a moment each second of it, and how it ended.
#include <fmt/format.h>

#include <cstdio>

#include "engine/data/lines.h"
#include "engine/record/recording.h"
#include "game/app/stage.h"
#include "game/play/command_codec.h"
#include "game/play/replay.h"
#include "game/view/play_view.h"

namespace vonk::app {
namespace {

view::Words wordsOf(const Contents& contents, const std::string& language) {
    view::Words words;
    words.reason = [](const Reason& reason) { return std::string(name(reason.id)); };
    words.length = [language](double metres) { return data::formatNumber(metres, 1, language) + " m"; };
    words.price = [language](double euro) { return data::formatMoney(euro, language); };
    words.label = [&contents, language](std::string_view key) {
        return std::string(contents.strings.text(language, key));
    };
    return words;
}

view::Metrics metricsOf(const data::Config& config, PixelSize size) {
    view::Metrics metrics;
    metrics.width = size.width;
    metrics.height = size.height;
    metrics.px_per_mm = size.width / config.sizeFor(size.width, size.height).width;
    metrics.reduced_motion = true;  // each picture shows what is the case at its tick
    return metrics;
}

class Pictures {
  public:
    Pictures(Picture& picture, const play::Session& session, const Contents& contents, const Options& options)
        : picture_(picture),
          session_(session),
          folder_(options.out),
          view_(session, *picture.graphics,
                wordsOf(contents, options.language.empty() ? contents.config.language : options.language),
                nullptr, metricsOf(contents.config, options.pictureSize())) {}

    void ticked() {
        view_.ticked();
        view_.update(1.0 / world::ticks_per_second);
    }
    Result<void> write(const std::string& moment) {
        view_.prepare(*picture_.canvas);
        picture_.canvas->begin(picture_.frame->target());
        view_.draw(*picture_.canvas);
        picture_.canvas->end();
        return writePicture(
            picture_, fmt::format("{}/{:03}-tick-{:06}-{}.png", folder_, ++count_, session_.ticks(), moment));
    }

  private:
    Picture& picture_;
    const play::Session& session_;
    std::string folder_;
    view::PlayView view_;
    int count_ = 0;
};

// The commands were refused or found good by play::replay() already: here they are done as they stand.
Result<void> drawAll(const level::Level& level, const record::Recording& recording, const Contents& contents,
                     const Options& options) {
    auto picture = openHiddenPicture(options.pictureSize(), contents.config);
    if (!picture) return tl::unexpected(picture.error());
    play::Session session(level);
    Pictures pictures(*picture, session, contents, options);
    auto next = recording.commands.begin();
    Result<void> written;
    for (std::uint64_t tick = 0; tick <= recording.ticks && written; ++tick) {
        for (; next != recording.commands.end() && next->tick <= tick && written; ++next) {
            std::string why;
            const auto command = play::decode(*next, why);
            if (!command) continue;
            if (std::holds_alternative<play::Start>(*command)) written = pictures.write("design");
            session.apply(*command, next->actor, play::sideOf(*next));
        }
        if (!written || tick == recording.ticks) break;
        const play::Phase before = session.phase();
        session.tick();
        pictures.ticked();
        if (session.phase() != before)
            written = pictures.write(session.phase() == play::Phase::Won ? "won" : "lost");
        else if (session.phase() == play::Phase::Running && session.ticks() % world::ticks_per_second == 0)
            written = pictures.write("running");
    }
    if (written) written = pictures.write("end");
    return written;
}

}  // namespace

int replayRecording(const Options& options) {
    const auto recording = play::readRecording(options.recording);
    if (!recording) {
        print(recording.error());
        return exit_invalid;
    }
    const auto contents = readContents(options);
    if (!contents) {
        print(contents.error());
        return exit_invalid;
    }
    const data::Lines lines(options.recording);
    const level::Level* level = contents->find(recording->level);
    if (level == nullptr) {
        print({{options.recording, lines.of("level"), "level",
                "'" + recording->level + "' is not among the levels"}});
        return exit_invalid;
    }
    if (auto why = record::whyNotReplayable(*recording, level->id, level->physicsHash(), options.recording)) {
        why->line = lines.of(why->key);
        print({*why});
        return exit_invalid;
    }
    const auto other = play::madeByOtherPhysics(*recording);
    if (other)
        print({{options.recording, lines.of("physics"), "physics",
                *other + ": outcome and quantities are compared, the state is not"}});
    const play::Replayed played = play::replayed(*level, *recording);
    const play::Replay& replay = played.replay;
    if (!options.out.empty()) {
        if (const auto drawn = drawAll(*level, *recording, *contents, options); !drawn) {
            print(drawn.error());
            return exit_invalid;
        }
    }
    if (replay.difference) {
        print({{options.recording, lines.of(played.key), played.key,
                (replay.refused ? "" : "differs: ") + *replay.difference}});
        return exit_failed;
    }
    std::printf("%s: level %s, %s, %llu ticks, %u touches: as recorded%s\n", options.recording.c_str(),
                level->id.c_str(), recording->outcome.empty() ? "left" : recording->outcome.c_str(),
                static_cast<unsigned long long>(replay.ticks), replay.touches,
                other ? ", but for its state" : "");
    return exit_done;
}

}  // namespace vonk::app

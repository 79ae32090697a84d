#include "engine/gfx/scenery.h"

#include <fmt/format.h>

#include <algorithm>
#include <numbers>

#include "engine/core/assert.h"
#include "engine/core/log.h"

namespace vonk::gfx {

namespace {

constexpr float pictureWidth = 1920.0F;
constexpr float pictureHeight = 1080.0F;
constexpr float radians = std::numbers::pi_v<float> / 180.0F;

float wave(double time, float frequency, float phase) {
    return static_cast<float>(std::sin((time * static_cast<double>(frequency) + static_cast<double>(phase)) *
                                       2.0 * std::numbers::pi));
}

// In [0, period).
float wrap(float value, float period) {
    const float rest = std::fmod(value, period);
    return rest < 0.0F ? rest + period : rest;
}

}  // namespace

struct Scenery::Piece {
    Texture texture;
};

struct Scenery::Actor {
    const SceneMover* mover = nullptr;
    SpriteId sprite;
    std::vector<SpriteId> attached;
    float phase = 0.0F;  // 0..1, so that no two beat alike
    float pathLength = 0.0F;
    Point drawnAt;           // clouds: where the kept picture shows it, whole screen px
    bool inPicture = false;  // part of the kept picture
};

Scenery::Scenery(Graphics& graphics) : graphics_(graphics) {}
Scenery::~Scenery() = default;

Result<std::unique_ptr<Scenery>> Scenery::load(Graphics& graphics, std::string_view name) {
    std::unique_ptr<Scenery> scenery(new Scenery(graphics));
    const auto file =
        graphics.assets() / "scenes" / fmt::format("{}@{}x.vscene", name, graphics.scale() > 1.1 ? 2 : 1);
    std::vector<std::uint8_t> scratch;
    auto scene = readScene(file, scratch, [&](const PackedPicture& picture) {
        scenery->pieces_.push_back({Texture(picture.width, picture.height, picture.bgra)});
    });
    if (!scene) return tl::unexpected(scene.error());
    scenery->file_ = std::move(*scene);
    float phase = 0.0F;
    for (const SceneMover& mover : scenery->file_.movers) {
        const auto sprite = graphics.atlas().find(mover.sprite);
        if (!sprite)
            return fail({file.string(), 0, "mover", fmt::format("there is no sprite '{}'", mover.sprite)});
        Actor actor;
        actor.mover = &mover;
        actor.sprite = *sprite;
        actor.phase = phase = wrap(phase + 0.37F, 1.0F);
        actor.inPicture = !mover.behind.empty();
        for (std::size_t i = 1; i < mover.path.size(); ++i)
            actor.pathLength += length(mover.path[i] - mover.path[i - 1]);
        if (mover.motion == Motion::Wave)
            for (std::size_t i = 0; i < graphics.atlas().size(); ++i) {
                const SpriteId part{static_cast<std::uint16_t>(i)};
                if (graphics.atlas().sprite(part).attach == *sprite) actor.attached.push_back(part);
            }
        scenery->actors_.push_back(std::move(actor));
    }
    return scenery;
}

Placement Scenery::cover(int width, int height) const {
    const auto w = static_cast<float>(width);
    const auto h = static_cast<float>(height);
    const float scale =
        std::max({std::min(w / pictureWidth, h / pictureHeight), w / file_.size.w, h / file_.size.h});
    return {scale, {std::round((w - pictureWidth * scale) / 2), std::round((h - pictureHeight * scale) / 2)}};
}

Point Scenery::place(const Actor& actor) const {
    const SceneMover& m = *actor.mover;
    const auto time = static_cast<float>(time_);
    // Things that leave on the right come in on the left, out of sight.
    const float room = graphics_.atlas().sprite(actor.sprite).w * m.scale;
    const float span = file_.size.w + 2 * room;
    const auto drift = [&](float speed) {
        return wrap(m.at.x + file_.left + room + speed * time, span) - file_.left - room;
    };
    switch (m.motion) {
        case Motion::Drift:
            return {drift(m.speed), m.at.y};
        case Motion::Float:
        case Motion::Fly:
            return {drift(m.speed), m.at.y + m.amplitude * wave(time_, 0.15F, actor.phase)};
        case Motion::Bob:
            return {m.at.x, m.at.y + m.amplitude * wave(time_, m.frequency, actor.phase)};
        case Motion::Swim: {
            const float there =
                m.range > 0.0F ? std::fabs(wrap(m.speed * time / m.range, 2.0F) - 1.0F) : 1.0F;
            return {m.at.x - m.range * (1.0F - there), m.at.y + m.amplitude * wave(time_, 0.5F, actor.phase)};
        }
        case Motion::Ride: {
            if (m.path.size() < 2) return m.at;
            // Starts where it stands in the picture.
            float before = 0.0F;
            for (std::size_t i = 1; i < m.path.size(); ++i) {
                const Point a = m.path[i - 1];
                const Point b = m.path[i];
                const float part = length(b - a);
                if (m.at.x < b.x) {
                    before += part * std::max(0.0F, (m.at.x - a.x) / std::max(1e-3F, b.x - a.x));
                    break;
                }
                before += part;
            }
            if (m.flip) before = actor.pathLength - before;
            float way = wrap(before + m.speed * time, actor.pathLength);
            if (m.flip) way = actor.pathLength - way;
            for (std::size_t i = 1; i < m.path.size(); ++i) {
                const float part = length(m.path[i] - m.path[i - 1]);
                if (way <= part) return mix(m.path[i - 1], m.path[i], way / std::max(1e-3F, part));
                way -= part;
            }
            return m.path.back();
        }
        default:
            return m.at;
    }
}

Rect Scenery::cloudBox(const Actor& actor) const {
    const Sprite& sprite = graphics_.atlas().sprite(actor.sprite);
    const float scale = actor.mover->scale * placement_.scale;
    return Rect{actor.drawnAt.x - sprite.pivot.x * scale, actor.drawnAt.y - sprite.pivot.y * scale,
                sprite.w * scale, sprite.h * scale}
        .inset(-2.0F);
}

void Scenery::drawLayer(Canvas& canvas, std::size_t index) const {
    const Texture& texture = pieces_[index].texture;
    const Rect& area = file_.layers[index].area;
    const Point low = placement_({area.x, area.y});
    const Rect to{low.x, low.y, area.w * placement_.scale, area.h * placement_.scale};
    const Rect from{0, 0, static_cast<float>(texture.width()), static_cast<float>(texture.height())};
    canvas.image(texture, from, to, 1.0F, index == 0);
}

void Scenery::compose(Canvas& canvas, std::optional<Rect> part) {
    const auto w = static_cast<float>(kept_->width());
    const auto h = static_cast<float>(kept_->height());
    canvas.begin(*kept_);
    canvas.pushClip(part.value_or(Rect{0, 0, w, h}));
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        if (file_.layers[i].over) continue;
        for (const Actor& actor : actors_)
            if (actor.inPicture && actor.mover->behind == file_.layers[i].name) {
                const SceneMover& m = *actor.mover;
                const float scale = m.scale * placement_.scale;
                canvas.sprite(actor.sprite, actor.drawnAt,
                              {.scaleX = m.flip ? -scale : scale,
                               .scaleY = scale,
                               .alpha = m.alpha,
                               .hazeColour = m.hazeColour,
                               .haze = m.haze});
            }
        drawLayer(canvas, i);
    }
    if (file_.washColour.a > 0.0F)
        canvas.glow(placement_(file_.washAt), file_.washRadius * placement_.scale, file_.washColour);
    if (file_.vignetteColour.a > 0.0F)
        canvas.vignette({0, 0, w, h}, file_.vignetteFrom, file_.vignetteColour);
    canvas.popClip();
    canvas.end();
}

void Scenery::update(Canvas& canvas, int width, int height, const Placement& placement, double seconds,
                     bool reducedMotion) {
    still_ = reducedMotion;
    if (!reducedMotion) time_ += seconds;
    const bool moved = !(placement == placement_);
    placement_ = placement;
    const auto wanted = [&](const Actor& actor) {
        const Point at = placement_(place(actor));
        return Point{std::round(at.x), std::round(at.y)};
    };
    const bool sized = kept_ && kept_->width() == width && kept_->height() == height;
    if (!sized || moved) {
        if (!sized) kept_.emplace(width, height);
        for (Actor& actor : actors_)
            if (actor.inPicture) actor.drawnAt = wanted(actor);
        compose(canvas, std::nullopt);
    } else if (!actors_.empty()) {
        // At most one cloud a frame.
        for (std::size_t tried = 0; tried < actors_.size(); ++tried) {
            Actor& actor = actors_[nextCloud_];
            nextCloud_ = (nextCloud_ + 1) % actors_.size();
            if (!actor.inPicture) continue;
            const Point at = wanted(actor);
            if (at == actor.drawnAt) continue;
            const Rect before = cloudBox(actor);
            actor.drawnAt = at;
            const Rect after = cloudBox(actor);
            const float x = std::min(before.x, after.x);
            const float y = std::min(before.y, after.y);
            const bool near = std::fabs(before.x - after.x) < before.w;
            if (near) {
                compose(canvas, Rect{x, y, std::max(before.right(), after.right()) - x,
                                     std::max(before.bottom(), after.bottom()) - y});
            } else {
                compose(canvas, before);
                compose(canvas, after);
            }
            break;
        }
    }
    if (moved) over_.invalidate();
    const bool any =
        std::any_of(file_.layers.begin(), file_.layers.end(), [](const SceneLayer& l) { return l.over; });
    if (any)
        over_.prepare(canvas, width, height, [&](Canvas& c) {
            for (std::size_t i = 0; i < pieces_.size(); ++i)
                if (file_.layers[i].over) drawLayer(c, i);
        });
}

void Scenery::drawActor(Canvas& canvas, const Actor& actor) const {
    const SceneMover& m = *actor.mover;
    const Point at = placement_(place(actor));
    const float scale = m.scale * placement_.scale;
    float angle = m.angle * radians;
    if (m.motion == Motion::Turn)
        angle += wrap(m.speed * static_cast<float>(std::fmod(time_, 3600.0)), 360.0F) * radians;
    if (m.motion == Motion::Bob)
        angle += m.angleAmplitude * radians * wave(time_, m.frequency, actor.phase + 0.25F);
    SpriteStyle style{.scaleX = m.flip ? -scale : scale,
                      .scaleY = scale,
                      .angle = angle,
                      .alpha = m.alpha,
                      .hazeColour = m.hazeColour,
                      .haze = m.haze,
                      .snap = m.motion == Motion::Still || m.motion == Motion::Wave};
    if (m.motion == Motion::Fly) style.scaleY *= 0.65F + 0.35F * wave(time_, 1.1F, actor.phase);
    canvas.sprite(actor.sprite, at, style);
    if (m.motion != Motion::Wave) return;
    // Nine tenths of a second of waving, every six seconds.
    const float moment = wrap(static_cast<float>(std::fmod(time_, 600.0)) + actor.phase * 6.0F, 6.0F);
    const float swing =
        !still_ && moment < 0.9F ? std::sin(moment / 0.9F * 3.0F * 2.0F * std::numbers::pi_v<float>) : 0.0F;
    for (const SpriteId part : actor.attached) {
        const Sprite& sprite = graphics_.atlas().sprite(part);
        const bool lines = sprite.name.ends_with("-lines");
        if (lines && std::fabs(swing) < 0.6F) continue;
        const Point offset{(m.flip ? -sprite.at.x : sprite.at.x) * scale, sprite.at.y * scale};
        SpriteStyle moved = style;
        moved.angle += lines ? 0.0F : 14.0F * radians * swing;
        moved.snap = false;
        canvas.sprite(part, at + offset, moved);
    }
}

void Scenery::draw(Canvas& canvas) const {
    VONK_ASSERT(kept_.has_value());
    canvas.blit(*kept_, {0, 0, kept_->width(), kept_->height()}, 0, 0);
    for (const Actor& actor : actors_)
        if (!actor.inPicture && actor.mover->layer.empty()) drawActor(canvas, actor);
}

void Scenery::drawOver(Canvas& canvas) const {
    if (over_.target() != nullptr) over_.draw(canvas);
    for (const Actor& actor : actors_)
        if (!actor.mover->layer.empty()) drawActor(canvas, actor);
}

}  // namespace vonk::gfx

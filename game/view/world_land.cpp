// The land in WorldPainter: what stands still is painted stroke by stroke into kept pictures, and drawn from
// them as the camera sees it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "game/view/world_painter_state.h"

namespace vonk::view {

namespace {

// At a frame: while nothing else is drawn, and while a break is told. A land much larger than the screen
// takes its time, too.
constexpr int opening_strips = 2, telling_strips = 1;
constexpr double large = 1.6;
constexpr int all_strips = 1000;
constexpr float shaken = 12.0F;  // px by which a picture may be shifted and still be copied

}  // namespace

// Upright pictures are narrow: the land is drawn larger in them, so that it fills some of the height.
float WorldPainter::State::landUnit() const {
    return static_cast<float>(
        std::min(screen.width / (screen.width < screen.height ? 1250.0 : 1920.0), screen.height / 1080.0));
}

// What moves in the land keeps the land's own scale.
Brush WorldPainter::State::landBrush(gfx::Canvas& canvas) const {
    return {canvas, frame, landUnit(), time, still};
}

Brush WorldPainter::State::farBrush(gfx::Canvas& canvas) const {
    Brush far = landBrush(canvas);
    far.time = far_time;
    return far;
}

gfx::Affine WorldPainter::State::cameraTransform(const ViewFrame& camera) const {
    const double scale = camera.pixelsPerMetre() / frame.pixelsPerMetre();
    const Vec2 shift = camera.pixelOf(Vec2{}) - scale * frame.pixelOf(Vec2{});
    const auto k = static_cast<float>(scale);
    return {k, 0.0F, 0.0F, k, static_cast<float>(shift.x), static_cast<float>(shift.y)};
}

// All that stands still, back to front, in steps that fit beside what else a frame has to do.
std::vector<gfx::Stroke> WorldPainter::State::backgroundStrokes() const {
    using gfx::Canvas;
    std::vector<gfx::Stroke> strokes;
    strokes.push_back({[this](Canvas& on) { scenery.drawFar(on); }, 8});
    if (isCircuit()) {
        strokes.push_back({[this](Canvas& on) { circuit.drawBoard(on, frame, unit); }, 4});
        return strokes;
    }
    strokes.push_back({[this](Canvas& on) { terrain.drawWater(on); }, 4});
    strokes.push_back({[this](Canvas& on) { terrain.drawGround(on); }, 4});
    strokes.push_back({[this](Canvas& on) {
        terrain.drawPiers(on);
        decor.drawStill(on, frame, unit, terrain, members);
        scenery.drawNear(on);
        terrain.drawRoad(on);
    }});
    strokes.push_back({[this](Canvas& on) { scenery.drawLight(on); }});
    return strokes;
}

std::vector<gfx::Stroke> WorldPainter::State::nearerStrokes() const {
    std::vector<gfx::Stroke> strokes = backgroundStrokes();
    // Smaller strips than of the background: a break is told beside it.
    for (gfx::Stroke& stroke : strokes) {
        stroke.strips = stroke.strips == 1 ? 3 : 3 * stroke.strips / 2;
        stroke.draw = [this, draw = std::move(stroke.draw)](gfx::Canvas& on) {
            on.push(cameraTransform(resting->camera));
            draw(on);
            on.pop();
        };
    }
    const auto last = [this](gfx::Canvas& on) {
        on.push(cameraTransform(resting->camera));
        if (!isCircuit()) drawMovingLand(on);
        on.pop();
        drawVeil(on, resting->camera, resting->veil);
    };
    strokes.push_back({last, 4});
    return strokes;
}

gfx::Painted WorldPainter::State::prepare(gfx::Canvas& canvas, Haste haste,
                                          const std::optional<Resting>& wanted,
                                          const std::optional<ViewFrame>& from) {
    const bool bit_by_bit = haste == Haste::BitByBit;
    const bool wide = metrics.width * metrics.height > large * screen.width * screen.height;
    const int strips = !bit_by_bit ? all_strips : wide ? telling_strips : opening_strips;
    // The shop's sign is painted into the background: another language, another sign.
    std::string said = words.label ? words.label("scene.shop") : std::string();
    if (said != sign) {
        sign = std::move(said);
        if (background.ready())
            renewed.emplace();
        else
            background.invalidate();
    }
    const auto width = static_cast<int>(metrics.width), height = static_cast<int>(metrics.height);
    if (!background.prepareSome(canvas, width, height, backgroundStrokes(), strips))
        return gfx::Painted::NotYet;
    if (renewed) {
        // One looks at it: the old one stays until the new one is there.
        if (!renewed->prepareSome(canvas, width, height, backgroundStrokes(), strips))
            return gfx::Painted::Enough;
        background = *std::move(renewed);
        renewed.reset();
        nearer.invalidate();
        setting_as.reset();
    }
    if (!isCircuit() && !setting) {
        // Its memory is asked for before anything breaks.
        setting.emplace(static_cast<int>(screen.width), static_cast<int>(screen.height));
        if (bit_by_bit && from) return gfx::Painted::Enough;
    }
    if (from && !isCircuit() && setting_as != from) {
        prepareSetting(canvas, *from);
        if (bit_by_bit) return gfx::Painted::Enough;
    }
    if (resting != wanted) nearer.invalidate();
    resting = wanted;
    if (resting)
        nearer.prepareSome(canvas, static_cast<int>(screen.width), static_cast<int>(screen.height),
                           nearerStrokes(), bit_by_bit ? telling_strips : all_strips);
    // A camera that is back sees it until the picture from there is ready.
    if (!from && (!resting || nearer.ready())) setting_as.reset();
    return !resting || nearer.ready() ? gfx::Painted::Whole : gfx::Painted::Enough;
}

void WorldPainter::State::prepareSetting(gfx::Canvas& canvas, const ViewFrame& from) {
    canvas.begin(*setting);
    if (rests(from, {})) {
        nearer.draw(canvas);
    } else {
        drawBackground(canvas, from);
        canvas.push(cameraTransform(from));
        drawMovingLand(canvas);
        canvas.pop();
    }
    canvas.end();
    setting_as = from;
}

bool WorldPainter::State::rests(const ViewFrame& camera, const Veil& veil) const {
    return nearer.ready() && resting && resting->camera == camera &&
           (resting->veil == veil || (resting->veil.strength == 0.0 && veil.strength == 0.0));
}

bool WorldPainter::State::drawLand(gfx::Canvas& canvas, const ViewFrame& camera, const Veil& veil) const {
    if (rests(camera, veil)) {
        nearer.draw(canvas);
        return true;
    }
    if (drawSetting(canvas, camera, veil)) return true;
    drawBackground(canvas, camera);
    return false;
}

bool WorldPainter::State::drawSetting(gfx::Canvas& canvas, const ViewFrame& camera, const Veil& veil) const {
    if (!setting_as) return false;
    const double scale = camera.pixelsPerMetre() / setting_as->pixelsPerMetre();
    const Vec2 shift = camera.pixelOf(Vec2{}) - scale * setting_as->pixelOf(Vec2{});
    const gfx::Rect kept{0.0F, 0.0F, static_cast<float>(setting->width()),
                         static_cast<float>(setting->height())};
    const gfx::Rect to{static_cast<float>(shift.x), static_cast<float>(shift.y),
                       kept.w * static_cast<float>(scale), kept.h * static_cast<float>(scale)};
    if (scale == 1.0 && std::max(std::fabs(to.x), std::fabs(to.y)) < shaken) {
        // What the edge uncovers shows the picture at rest.
        const gfx::PixelRect whole{0, 0, setting->width(), setting->height()};
        if (to.x != 0.0F || to.y != 0.0F) canvas.blit(*setting, whole, 0, 0);
        canvas.blit(*setting, whole, static_cast<int>(std::lround(to.x)),
                    static_cast<int>(std::lround(to.y)));
        drawVeil(canvas, camera, veil);
        return true;
    }
    constexpr float hair = 0.5F;
    if (to.x > hair || to.y > hair || to.right() < kept.w - hair || to.bottom() < kept.h - hair) return false;
    canvas.veiled(setting->texture(), to, veilStyle(camera, veil));
    return true;
}

void WorldPainter::State::drawBackground(gfx::Canvas& canvas, const ViewFrame& camera) const {
    const gfx::Affine shown = cameraTransform(camera);
    if (camera == frame) return background.draw(canvas);
    if (shown.a == 1.0F) {
        // Shaken by a few pixels: what the edge uncovers shows the picture at rest.
        if (metrics == screen) background.draw(canvas);
        return background.draw(canvas, static_cast<int>(std::lround(shown.tx)),
                               static_cast<int>(std::lround(shown.ty)));
    }
    background.drawScaled(canvas,
                          {shown.tx, shown.ty, shown.a * static_cast<float>(metrics.width),
                           shown.a * static_cast<float>(metrics.height)},
                          1.0F, true);
}

void WorldPainter::State::drawMovingLand(gfx::Canvas& canvas) const {
    scenery.drawMovingFar(farBrush(canvas));
    terrain.drawTowers(canvas);
}

gfx::VeilStyle WorldPainter::State::veilStyle(const ViewFrame& camera, const Veil& veil) const {
    const float reach = 0.5F * static_cast<float>(screen.width);
    return {pointOf(camera.pixelOf(veil.focus)), 0.46F * reach, 0.75F * reach,
            gfx::hex(0x0A2440, 0.58F * static_cast<float>(veil.strength))};
}

void WorldPainter::State::drawVeil(gfx::Canvas& canvas, const ViewFrame& camera, const Veil& veil) const {
    if (veil.strength <= 0.0) return;
    canvas.veil({0.0F, 0.0F, static_cast<float>(screen.width), static_cast<float>(screen.height)},
                veilStyle(camera, veil));
}

void WorldPainter::takeLand(WorldPainter& other) {
    State& mine = *state_;
    State& theirs = *other.state_;
    if (mine.metrics != theirs.metrics || mine.frame != theirs.frame) return;
    std::swap(mine.background, theirs.background);
    theirs.background.invalidate();
    mine.sign = theirs.sign;
    mine.time = theirs.time;
    mine.far_time = theirs.far_time;
}

}  // namespace vonk::view

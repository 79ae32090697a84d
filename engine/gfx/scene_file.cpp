#include "engine/gfx/scene_file.h"

#include "engine/core/assert.h"

namespace vonk::gfx {

namespace {

constexpr char magic[8] = {'V', 'S', 'C', 'E', 'N', 'E', '2', '\0'};
constexpr std::uint32_t most = 4096;

void writeMover(Writer& out, const SceneMover& m) {
    out.text(m.sprite);
    out.point(m.at);
    out.plain(static_cast<std::uint8_t>(m.flip));
    for (const float f :
         {m.scale, m.alpha, m.angle, m.haze, m.speed, m.amplitude, m.angleAmplitude, m.frequency, m.range})
        out.plain(f);
    out.colour(m.hazeColour);
    out.text(m.behind);
    out.text(m.layer);
    out.plain(static_cast<std::uint8_t>(m.motion));
    out.plain(static_cast<std::uint32_t>(m.path.size()));
    for (const Point p : m.path) out.point(p);
}

SceneMover readMover(Reader& in) {
    SceneMover m;
    m.sprite = in.text();
    m.at = in.point();
    m.flip = in.plain<std::uint8_t>() != 0;
    for (float* f : {&m.scale, &m.alpha, &m.angle, &m.haze, &m.speed, &m.amplitude, &m.angleAmplitude,
                     &m.frequency, &m.range})
        *f = in.plain<float>();
    m.hazeColour = in.colour();
    m.behind = in.text();
    m.layer = in.text();
    m.motion = static_cast<Motion>(
        std::min<std::uint8_t>(in.plain<std::uint8_t>(), static_cast<std::uint8_t>(Motion::Wave)));
    const auto points = in.plain<std::uint32_t>();
    for (std::uint32_t i = 0; i < points && in.good(); ++i) m.path.push_back(in.point());
    return m;
}

}  // namespace

Result<void> writeScene(const SceneFile& scene, const std::vector<ScenePicture>& pictures,
                        const std::filesystem::path& file) {
    VONK_ASSERT(pictures.size() == scene.layers.size());
    Writer out;
    for (const char c : magic) out.plain(c);
    for (const float f :
         {scene.left, scene.top, scene.size.w, scene.size.h, scene.washRadius, scene.vignetteFrom})
        out.plain(f);
    out.colour(scene.washColour);
    out.point(scene.washAt);
    out.colour(scene.vignetteColour);
    out.plain(static_cast<std::uint32_t>(scene.layers.size()));
    out.plain(static_cast<std::uint32_t>(scene.movers.size()));
    for (const SceneLayer& layer : scene.layers) {
        out.text(layer.name);
        out.plain(static_cast<std::uint8_t>(layer.over));
        out.rect(layer.area);
    }
    for (const SceneMover& mover : scene.movers) writeMover(out, mover);
    for (const ScenePicture& picture : pictures)
        writePicture(out, picture.width, picture.height, picture.bgra);
    return writeWhole(file, out.out());
}

Result<SceneFile> readScene(const std::filesystem::path& file, std::vector<std::uint8_t>& scratch,
                            const LayerReader& upload) {
    auto bytes = readWhole(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto damaged = [&] {
        return fail({file.string(), 0, "", "is damaged or of another version; bake it again"});
    };
    Reader in(*bytes);
    const auto head = in.take(sizeof magic);
    if (head.empty() || std::memcmp(head.data(), magic, sizeof magic) != 0) return damaged();
    SceneFile scene;
    for (float* f :
         {&scene.left, &scene.top, &scene.size.w, &scene.size.h, &scene.washRadius, &scene.vignetteFrom})
        *f = in.plain<float>();
    scene.washColour = in.colour();
    scene.washAt = in.point();
    scene.vignetteColour = in.colour();
    const auto layers = in.plain<std::uint32_t>();
    const auto movers = in.plain<std::uint32_t>();
    if (!in.good() || layers > most || movers > most) return damaged();
    for (std::uint32_t i = 0; i < layers && in.good(); ++i) {
        SceneLayer layer;
        layer.name = in.text();
        layer.over = in.plain<std::uint8_t>() != 0;
        layer.area = in.rect();
        scene.layers.push_back(std::move(layer));
    }
    for (std::uint32_t i = 0; i < movers && in.good(); ++i) scene.movers.push_back(readMover(in));
    if (!in.good()) return damaged();
    for (std::uint32_t i = 0; i < layers; ++i) {
        PackedPicture picture;
        if (!readPicture(in, scratch, picture)) return damaged();
        upload(picture);
    }
    return scene;
}

}  // namespace vonk::gfx

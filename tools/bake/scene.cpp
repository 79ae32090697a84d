#include "tools/bake/scene.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>

#include "tools/bake/pack.h"

namespace vonk::bake {

namespace {

using gfx::Color;
using gfx::Motion;
using gfx::Point;

constexpr double largest = 100000.0;
constexpr std::pair<std::string_view, Motion> motions[] = {
    {"still", Motion::Still}, {"drift", Motion::Drift}, {"turn", Motion::Turn},
    {"ride", Motion::Ride},   {"bob", Motion::Bob},     {"float", Motion::Float},
    {"fly", Motion::Fly},     {"swim", Motion::Swim},   {"wave", Motion::Wave}};

// Takes keys out of a table; what is left over at the end is a mistake.
class TableReader {
  public:
    TableReader(const toml::table& table, const std::string& file, Errors& errors)
        : table_(table), file_(file), errors_(errors) {}
    ~TableReader() {
        for (const auto& [key, value] : table_)
            if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
                complain(std::string(key.str()), "is not known here");
    }
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    void complain(const std::string& key, const std::string& reason) {
        const auto* node = table_.get(key);
        const auto line = node != nullptr ? node->source().begin.line : table_.source().begin.line;
        errors_.push_back({file_, static_cast<int>(line), key, reason});
    }
    void number(const std::string& key, float& out) {
        if (const toml::node* node = know(key)) out = checked(key, node->value<double>());
    }
    void flag(const std::string& key, bool& out) {
        if (const toml::node* node = know(key)) {
            if (const auto value = node->value<bool>())
                out = *value;
            else
                complain(key, "must be true or false");
        }
    }
    void text(const std::string& key, std::string& out) {
        if (const toml::node* node = know(key)) {
            if (const auto value = node->value<std::string>())
                out = *value;
            else
                complain(key, "must be a text");
        }
    }
    void colour(const std::string& key, Color& out) {
        std::string value;
        text(key, value);
        if (value.empty()) return;
        const bool good = value.size() == 7 && value[0] == '#' &&
                          value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
        if (!good) return complain(key, "must be a colour like \"#FF7A1A\"");
        out = gfx::hex(static_cast<std::uint32_t>(std::stoul(value.substr(1), nullptr, 16)), out.a);
    }
    void point(const std::string& key, Point& out) {
        if (const toml::node* node = know(key)) out = toPoint(key, *node);
    }
    void points(const std::string& key, std::vector<Point>& out) {
        const toml::node* node = know(key);
        if (node == nullptr) return;
        const toml::array* list = node->as_array();
        if (list == nullptr) return complain(key, "must be a list of points");
        for (const toml::node& p : *list) out.push_back(toPoint(key, p));
    }
    const toml::table* table(const std::string& key) {
        const toml::node* node = know(key);
        if (node != nullptr && !node->is_table()) complain(key, "must be a table");
        return node != nullptr ? node->as_table() : nullptr;
    }
    const toml::array* list(const std::string& key) {
        const toml::node* node = know(key);
        if (node != nullptr && !node->is_array_of_tables()) complain(key, "must be tables");
        return node != nullptr && node->is_array_of_tables() ? node->as_array() : nullptr;
    }

  private:
    const toml::node* know(const std::string& key) {
        known_.push_back(key);
        return table_.get(key);
    }
    float checked(const std::string& key, std::optional<double> value) {
        if (!value || !std::isfinite(*value) || std::fabs(*value) > largest) {
            complain(key, "must be a number within 100000");
            return 0.0F;
        }
        return static_cast<float>(*value);
    }
    Point toPoint(const std::string& key, const toml::node& node) {
        const toml::array* array = node.as_array();
        if (array == nullptr || array->size() != 2) {
            complain(key, "must be two numbers");
            return {};
        }
        return {checked(key, (*array)[0].value<double>()), checked(key, (*array)[1].value<double>())};
    }

    const toml::table& table_;
    const std::string& file_;
    Errors& errors_;
    std::vector<std::string> known_;
};

gfx::SceneMover readMover(const toml::table& table, const std::string& file, Errors& errors) {
    TableReader in(table, file, errors);
    gfx::SceneMover m;
    std::string motion = "still";
    in.text("sprite", m.sprite);
    in.point("at", m.at);
    in.number("scale", m.scale);
    in.flag("flip", m.flip);
    in.number("alpha", m.alpha);
    in.number("angle", m.angle);
    in.number("haze", m.haze);
    in.colour("haze_colour", m.hazeColour);
    in.text("behind", m.behind);
    in.text("layer", m.layer);
    in.text("motion", motion);
    in.number("speed", m.speed);
    in.number("amplitude", m.amplitude);
    in.number("angle_amplitude", m.angleAmplitude);
    in.number("frequency", m.frequency);
    in.number("range", m.range);
    in.points("path", m.path);
    const auto* known = std::find_if(std::begin(motions), std::end(motions),
                                     [&](const auto& pair) { return pair.first == motion; });
    if (known == std::end(motions))
        in.complain("motion", fmt::format("'{}' is no way to move", motion));
    else
        m.motion = known->second;
    if (!(m.scale > 0.0F)) in.complain("scale", "must be more than 0");
    if (m.motion == Motion::Ride && m.path.size() < 2) in.complain("path", "must have two points at least");
    return m;
}

template <class Each>
void forEach(const toml::array* list, const Each& each) {
    if (list == nullptr) return;
    for (const toml::node& node : *list) each(*node.as_table());
}

}  // namespace

Result<gfx::SceneFile> readSceneList(const std::filesystem::path& path) {
    toml::table root;
    const std::string file = path.string();
    try {
        root = toml::parse_file(file);
    } catch (const toml::parse_error& e) {
        return fail({file, static_cast<int>(e.source().begin.line), "", std::string(e.description())});
    }
    Errors errors;
    gfx::SceneFile scene;
    scene.washColour.a = 0.0F;
    {
        TableReader in(root, file, errors);
        in.number("left", scene.left);
        in.number("top", scene.top);
        if (const toml::table* table = in.table("wash")) {
            TableReader wash(*table, file, errors);
            wash.number("alpha", scene.washColour.a);
            wash.colour("colour", scene.washColour);
            wash.point("at", scene.washAt);
            wash.number("radius", scene.washRadius);
        }
        if (const toml::table* table = in.table("vignette")) {
            TableReader vignette(*table, file, errors);
            vignette.number("alpha", scene.vignetteColour.a);
            vignette.colour("colour", scene.vignetteColour);
            vignette.number("from", scene.vignetteFrom);
        }
        forEach(in.list("layer"), [&](const toml::table& table) {
            TableReader layer(table, file, errors);
            gfx::SceneLayer l;
            layer.text("name", l.name);
            layer.flag("over", l.over);
            if (l.name.empty()) layer.complain("name", "is missing");
            scene.layers.push_back(std::move(l));
        });
        forEach(in.list("mover"),
                [&](const toml::table& table) { scene.movers.push_back(readMover(table, file, errors)); });
        if (scene.layers.empty()) in.complain("layer", "a scene has one layer at least");
    }
    if (!errors.empty()) return tl::unexpected(errors);
    return scene;
}

Result<void> bakeScene(const std::filesystem::path& list, double density, const std::filesystem::path& pngs,
                       const std::filesystem::path& out) {
    auto scene = readSceneList(list);
    if (!scene) return tl::unexpected(scene.error());
    std::vector<gfx::ScenePicture> pictures;
    const auto d = static_cast<float>(density);
    for (gfx::SceneLayer& layer : scene->layers) {
        const auto picture = readPng(pngs / (layer.name + ".png"));
        if (!picture) return tl::unexpected(picture.error());
        const gfx::PixelRect part = visiblePart(*picture);
        if (part.empty()) return fail({list.string(), 0, layer.name, "the layer is empty"});
        scene->size = {static_cast<float>(picture->width) / d, static_cast<float>(picture->height) / d};
        layer.area = {static_cast<float>(part.x) / d - scene->left,
                      static_cast<float>(part.y) / d - scene->top, static_cast<float>(part.w) / d,
                      static_cast<float>(part.h) / d};
        gfx::ScenePicture cut{part.w, part.h, {}};
        for (int y = 0; y < part.h; ++y) {
            const auto from = picture->bgra.begin() +
                              (static_cast<std::ptrdiff_t>(part.y + y) * picture->width + part.x) * 4;
            cut.bgra.insert(cut.bgra.end(), from, from + static_cast<std::ptrdiff_t>(part.w) * 4);
        }
        pictures.push_back(std::move(cut));
    }
    return gfx::writeScene(*scene, pictures, out);
}

}  // namespace vonk::bake

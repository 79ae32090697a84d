#include "tools/bake/kit.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cmath>
#include <unordered_map>

namespace vonk::bake {

namespace {

constexpr double largest = 16384.0;

class SpriteReader {
  public:
    SpriteReader(const toml::table& table, const std::string& file, Errors& errors)
        : table_(table), file_(file), errors_(errors) {}

    void complain(const std::string& key, const std::string& reason) {
        const auto* node = table_.get(key);
        const auto line = node != nullptr ? node->source().begin.line : table_.source().begin.line;
        errors_.push_back({file_, static_cast<int>(line), key, reason});
    }

    bool has(const std::string& key) const { return table_.contains(key); }

    float number(const std::string& key, bool required) {
        const auto value = table_[key].value<double>();
        if (!value) {
            if (required || table_.contains(key)) complain(key, "must be a number");
            return 0.0F;
        }
        if (!std::isfinite(*value) || std::fabs(*value) > largest) complain(key, "is out of range");
        return static_cast<float>(*value);
    }

    template <std::size_t n>
    std::optional<std::array<float, n>> numbers(const std::string& key) {
        if (!table_.contains(key)) return std::nullopt;
        const auto* array = table_[key].as_array();
        std::array<float, n> out{};
        if (array == nullptr || array->size() != n) {
            complain(key, fmt::format("must be {} numbers", n));
            return out;
        }
        for (std::size_t i = 0; i < n; ++i) {
            const auto value = (*array)[i].value<double>();
            if (!value || !std::isfinite(*value) || std::fabs(*value) > largest)
                complain(key, "must be numbers within 16384");
            out[i] = static_cast<float>(value.value_or(0.0));
        }
        return out;
    }

    std::string text(const std::string& key) { return table_[key].value_or(std::string()); }

    void unknownKeys() {
        static constexpr std::string_view known[] = {"name", "file",    "w",      "h",    "pivot", "slice",
                                                     "face", "period",  "step",   "body", "cap",   "move",
                                                     "note", "stretch", "attach", "at",   "at2",   "soft"};
        for (const auto& [key, value] : table_)
            if (std::find(std::begin(known), std::end(known), key.str()) == std::end(known))
                complain(std::string(key.str()), "is not a key of a sprite");
    }

  private:
    const toml::table& table_;
    const std::string& file_;
    Errors& errors_;
};

}  // namespace

Result<Kit> readKit(const std::filesystem::path& file) {
    toml::table kit;
    try {
        kit = toml::parse_file(file.string());
    } catch (const toml::parse_error& e) {
        return fail(
            {file.string(), static_cast<int>(e.source().begin.line), "", std::string(e.description())});
    }
    const toml::array* list = kit["sprite"].as_array();
    if (list == nullptr) return fail({file.string(), 1, "sprite", "the file lists no sprites"});
    const std::string fileName = file.string();
    Errors errors;
    Kit out;
    std::vector<gfx::Sprite>& sprites = out.sprites;
    std::vector<std::string> attach;
    std::unordered_map<std::string, std::uint16_t> byName;
    for (const toml::node& node : *list) {
        const toml::table* table = node.as_table();
        if (table == nullptr)
            return fail({fileName, static_cast<int>(node.source().begin.line), "sprite", "must be a table"});
        SpriteReader in(*table, fileName, errors);
        in.unknownKeys();
        gfx::Sprite s;
        s.name = in.text("name");
        s.w = in.number("w", true);
        s.h = in.number("h", true);
        s.period = in.number("period", false);
        s.step = in.number("step", false);
        s.body = in.number("body", false);
        s.cap = in.number("cap", false);
        if (const auto p = in.numbers<2>("pivot")) s.pivot = {(*p)[0], (*p)[1]};
        if (const auto p = in.numbers<2>("at")) s.at = {(*p)[0], (*p)[1]};
        if (const auto p = in.numbers<2>("at2")) s.secondAt = gfx::Point{(*p)[0], (*p)[1]};
        if (const auto p = in.numbers<4>("slice")) s.slice = gfx::Insets{(*p)[0], (*p)[1], (*p)[2], (*p)[3]};
        if (const auto p = in.numbers<4>("face")) s.face = gfx::Rect{(*p)[0], (*p)[1], (*p)[2], (*p)[3]};
        if (s.name.empty()) in.complain("name", "is missing");
        if (in.text("file") != s.name + ".svg") in.complain("file", "must be the name with .svg behind it");
        if (!(s.w > 0.0F) || !(s.h > 0.0F)) in.complain("w", "a sprite has a size");
        if (!byName.emplace(s.name, static_cast<std::uint16_t>(sprites.size())).second)
            in.complain("name", "stands twice in the list");
        attach.push_back(in.text("attach"));
        const float soft = in.has("soft") ? in.number("soft", true) : 1.0F;
        if (soft != 1.0F && soft != 0.5F && soft != 0.25F) in.complain("soft", "must be 0.5 or 0.25");
        out.soft.push_back(soft);
        sprites.push_back(std::move(s));
    }
    for (std::size_t i = 0; i < sprites.size(); ++i) {
        if (attach[i].empty()) continue;
        const auto found = byName.find(attach[i]);
        if (found == byName.end())
            errors.push_back(
                {fileName, 0, "attach",
                 fmt::format("'{}' hangs on '{}', which is not in the list", sprites[i].name, attach[i])});
        else
            sprites[i].attach.index = found->second;
    }
    if (!errors.empty()) return tl::unexpected(errors);
    return out;
}

}  // namespace vonk::bake

#include "tools/bake/svg_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "tools/bake/xml_scan.h"

namespace vonk::bake {

namespace {

struct Rule {
    std::string_view name;
    std::string_view reason;
};

constexpr Rule forbiddenElements[] = {
    {"script", "scripts do not run"},
    {"foreignObject", "foreign content is not drawn"},
    {"animate", "animation is not drawn; the program moves sprites"},
    {"animateMotion", "animation is not drawn; the program moves sprites"},
    {"animateTransform", "animation is not drawn; the program moves sprites"},
    {"animateColor", "animation is not drawn; the program moves sprites"},
    {"set", "animation is not drawn; the program moves sprites"},
    {"mpath", "animation is not drawn; the program moves sprites"},
    {"textPath", "text on a path is not drawn; make outlines of it"},
    {"tref", "is not drawn"},
    {"font", "fonts inside a picture are not used"},
    {"font-face", "fonts inside a picture are not used"},
    {"glyph", "fonts inside a picture are not used"},
    {"missing-glyph", "fonts inside a picture are not used"},
    {"flowRoot", "flowing text is not drawn"},
    {"meshgradient", "mesh gradients are not drawn"},
    {"mesh", "mesh gradients are not drawn"},
    {"hatch", "hatches are not drawn; use a pattern"},
    {"solidcolor", "is not drawn"},
    {"video", "is not drawn"},
    {"audio", "is not played"},
    {"iframe", "is not drawn"},
    {"canvas", "is not drawn"},
    {"cursor", "is not drawn"},
    {"switch", "what is drawn would depend on the language of the machine that builds"},
};

// Properties, as attributes or in style, that librsvg 2.54 passes over.
constexpr Rule forbiddenProperties[] = {
    {"vector-effect", "is passed over: strokes scale with the picture"},
    {"transform-origin", "is passed over; put it into the transform"},
    {"transform-box", "is passed over"},
    {"backdrop-filter", "is passed over"},
    {"mask-image", "is passed over; use a mask element"},
    {"clip", "is passed over; use clip-path"},
    {"dominant-baseline", "is passed over; shift the text by dy"},
    {"alignment-baseline", "is passed over; shift the text by dy"},
    {"baseline-shift", "is drawn otherwise than in browsers; shift the text by dy"},
    {"textLength", "is passed over"},
    {"lengthAdjust", "is passed over"},
    {"word-spacing", "is passed over"},
    {"text-shadow", "is passed over; use a filter"},
    {"box-shadow", "is passed over; use a filter"},
    {"text-overflow", "is passed over"},
    {"white-space", "is passed over"},
    {"inline-size", "text is not wrapped"},
    {"shape-inside", "text is not wrapped"},
    {"animation", "nothing is animated"},
    {"animation-name", "nothing is animated"},
    {"transition", "nothing is animated"},
    {"enable-background", "is passed over"},
    {"filter-res", "is passed over"},
    {"filterRes", "is passed over"},
    {"pathLength", "is passed over: dashes keep their own length"},
    {"background", "is passed over; draw a rect"},
    {"background-color", "is passed over; draw a rect"},
    {"offset-path", "nothing is animated"},
};

constexpr std::string_view installedFonts[] = {"Andika", "Quicksand"};

std::string_view localName(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view trimmed(std::string_view s) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!s.empty() && blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && blank(s.back())) s.remove_suffix(1);
    return s;
}

class Lint {
  public:
    explicit Lint(std::string name) : name_(std::move(name)) {}

    Errors run(std::string_view text) {
        XmlSink sink;
        sink.tag = [this](const XmlTag& tag) { onTag(tag); };
        sink.text = [this](std::string_view words, int line) { onText(words, line); };
        sink.mistake = [this](const XmlFinding& found) { add(found.line, found.key, found.reason); };
        scanXml(text, sink);
        if (errors_.empty() && !open_.empty())
            add(open_.back().second, open_.back().first, "is never closed");
        if (errors_.empty() && !sawRoot_) add(1, "svg", "this is no picture");
        for (const auto& [id, line] : references_)
            if (!ids_.contains(id))
                add(line, "#" + id,
                    "is named here, but nothing has this id: what uses it is not drawn as meant");
        std::stable_sort(errors_.begin(), errors_.end(),
                         [](const Error& a, const Error& b) { return a.line < b.line; });
        return std::move(errors_);
    }

  private:
    void add(int line, std::string key, std::string reason) {
        errors_.push_back({name_, line, std::move(key), std::move(reason)});
    }

    void onTag(const XmlTag& tag) {
        if (tag.end) {
            if (open_.empty() || open_.back().first != tag.name)
                return add(tag.line, tag.name, "closes what is not open");
            open_.pop_back();
            return;
        }
        if (open_.empty() && !sawRoot_) root(tag);
        if (!tag.closed) open_.emplace_back(tag.name, tag.line);
        // What editors note for themselves has a prefix and is not drawn anyway.
        if (tag.name.find(':') != std::string::npos && !tag.name.starts_with("svg:")) return;
        const std::string_view element = localName(tag.name);
        for (const Rule& rule : forbiddenElements)
            if (rule.name == element) add(tag.line, std::string(element), std::string(rule.reason));
        if (element == "clipPath" && tag.find("clip-path") != nullptr)
            add(tag.line, "clip-path",
                "on a clipPath is passed over; wrap what is clipped in a clipped group");
        if (element == "image" && tag.find("href") == nullptr && tag.find("xlink:href") == nullptr)
            add(tag.line, "image", "shows nothing");
        for (const XmlAttribute& a : tag.attributes) attribute(tag, element, a);
    }

    void root(const XmlTag& tag) {
        sawRoot_ = true;
        if (localName(tag.name) != "svg") return add(tag.line, tag.name, "this is no picture");
        if (tag.find("viewBox") == nullptr && (tag.find("width") == nullptr || tag.find("height") == nullptr))
            add(tag.line, "svg", "has neither a viewBox nor a size");
    }

    void attribute(const XmlTag& tag, std::string_view element, const XmlAttribute& a) {
        const std::string_view key = localName(a.name);
        if (a.name == "id") {
            if (const auto [place, fresh] = ids_.emplace(a.value, a.line); !fresh)
                add(a.line, "id", fmt::format("'{}' is already the id of line {}", a.value, place->second));
        } else if (key == "href" && (a.name == "href" || a.name == "xlink:href")) {
            reference(element, a);
        } else if (key.size() > 2 && key.starts_with("on") &&
                   std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
            add(a.line, a.name, "scripts do not run");
        } else if (a.name == "style") {
            style(a.value, a.line);
        } else if (a.name == "systemLanguage" || a.name == "requiredExtensions" ||
                   a.name == "requiredFeatures") {
            add(a.line, a.name, "what is drawn would depend on the machine that builds");
        } else if (a.name.find(':') == std::string::npos) {
            property(a.name, a.value, a.line);
        }
        if ((key == "in" || key == "in2") &&
            (a.value.starts_with("Background") || a.value == "FillPaint" || a.value == "StrokePaint") &&
            tag.name.find("fe") == 0)
            add(a.line, std::string(key), fmt::format("'{}' is empty for this filter", a.value));
    }

    void reference(std::string_view element, const XmlAttribute& a) {
        if (a.value.starts_with("#")) {
            references_.emplace_back(a.value.substr(1), a.line);
        } else if (element == "a") {
            return;
        } else if (a.value.starts_with("data:image/png") || a.value.starts_with("data:image/jpeg")) {
            add(a.line, a.name, "a picture of pixels inside: it blurs on large screens; draw it");
        } else {
            add(a.line, a.name,
                fmt::format("'{}' is outside the file and is not read", a.value.substr(0, 60)));
        }
    }

    void property(std::string_view name, std::string_view value, int line) {
        for (const Rule& rule : forbiddenProperties)
            if (rule.name == name) add(line, std::string(name), std::string(rule.reason));
        if (name.starts_with("--")) add(line, std::string(name), "own properties are not known");
        for (const std::string_view function : {"var(", "calc(", "env(", "attr("})
            if (value.find(function) != std::string_view::npos && !name.starts_with("d"))
                add(line, std::string(name), fmt::format("{}…) is not understood", function));
        if (value == "context-fill" || value == "context-stroke")
            add(line, std::string(name), "takes no colour from its context");
        if (name == "font-family") fontFamily(value, line);
        if (name == "font") add(line, "font", "the short form is passed over; name family, size and weight");
        for (std::size_t at = value.find("url("); at != std::string_view::npos;
             at = value.find("url(", at + 4)) {
            std::string_view target = trimmed(value.substr(at + 4, value.find(')', at) - at - 4));
            if (!target.empty() && (target.front() == '\'' || target.front() == '"'))
                target = target.substr(1, target.size() - 2);
            if (target.starts_with("&quot;")) target = target.substr(6, target.size() - 12);
            if (target.starts_with("#"))
                references_.emplace_back(std::string(target.substr(1)), line);
            else
                add(line, std::string(name),
                    fmt::format("'{}' is outside the file and is not read", target.substr(0, 60)));
        }
    }

    void fontFamily(std::string_view value, int line) {
        std::string_view first = trimmed(value.substr(0, value.find(',')));
        while (!first.empty() && (first.front() == '\'' || first.front() == '"')) first.remove_prefix(1);
        while (!first.empty() && (first.back() == '\'' || first.back() == '"')) first.remove_suffix(1);
        if (std::find(std::begin(installedFonts), std::end(installedFonts), first) ==
            std::end(installedFonts))
            add(line, "font-family",
                fmt::format("'{}' is not among the fonts of the build (Andika, Quicksand)", first));
    }

    // "name: value; name: value"
    void style(std::string_view declarations, int line) {
        while (!declarations.empty()) {
            const std::size_t end = std::min(declarations.find(';'), declarations.size());
            const std::string_view one = declarations.substr(0, end);
            if (const std::size_t colon = one.find(':'); colon != std::string_view::npos)
                property(trimmed(one.substr(0, colon)), trimmed(one.substr(colon + 1)),
                         line + static_cast<int>(std::count(declarations.data(), one.data() + colon, '\n')));
            line += static_cast<int>(std::count(one.begin(), one.end(), '\n'));
            declarations.remove_prefix(std::min(end + 1, declarations.size()));
        }
    }

    void onText(std::string_view words, int line) {
        if (open_.empty() || localName(open_.back().first) != "style") return;
        for (const std::string_view rule :
             {"@import", "@font-face", "@keyframes", "@media", "@supports", ":hover", ":root", "::"})
            if (const std::size_t at = words.find(rule); at != std::string_view::npos)
                add(line + static_cast<int>(std::count(
                               words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at), '\n')),
                    std::string(rule), "is passed over in a style sheet");
        while (!words.empty()) {
            const std::size_t open = words.find('{');
            if (open == std::string_view::npos) return;
            const std::size_t close = std::min(words.find('}', open), words.size());
            const int start =
                line + static_cast<int>(std::count(words.begin(),
                                                   words.begin() + static_cast<std::ptrdiff_t>(open), '\n'));
            style(words.substr(open + 1, close - open - 1), start);
            line += static_cast<int>(
                std::count(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(close), '\n'));
            words.remove_prefix(std::min(close + 1, words.size()));
        }
    }

    std::string name_;
    Errors errors_;
    std::vector<std::pair<std::string, int>> open_;
    std::map<std::string, int> ids_;
    std::vector<std::pair<std::string, int>> references_;
    bool sawRoot_ = false;
};

}  // namespace

Errors lintSvg(std::string_view text, const std::string& name) {
    return Lint(name).run(text);
}

Errors lintSvgFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return {{file.string(), 0, "", "cannot be opened"}};
    std::ostringstream text;
    text << stream.rdbuf();
    return lintSvg(text.str(), file.string());
}

}  // namespace vonk::bake

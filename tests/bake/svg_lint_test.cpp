#include "tools/bake/svg_lint.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vonk;

namespace {

std::string picture(const std::string& inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n" + inside + "\n</svg>\n";
}

// Key and line of the only finding.
void finds(const std::string& inside, const std::string& key, int line = 2) {
    const Errors errors = bake::lintSvg(picture(inside), "p.svg");
    INFO(inside);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].key == key);
    CHECK(errors[0].line == line);
    CHECK(errors[0].file == "p.svg");
    CHECK_FALSE(errors[0].reason.empty());
}

}  // namespace

TEST_CASE("all art of the project can be baked as it is meant") {
    Errors errors;
    int pictures = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(VONK_SOURCE_DIR "/assets/art")) {
        if (entry.path().extension() != ".svg") continue;
        ++pictures;
        for (const Error& error : bake::lintSvgFile(entry.path())) errors.push_back(error);
    }
    for (const Error& error : errors) UNSCOPED_INFO(toString(error));
    CHECK(errors.empty());
    CHECK(pictures > 400);
}

TEST_CASE("ordinary drawing passes") {
    const std::string good = picture(R"svg(<!-- a comment with <script> in it -->
<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient>
<clipPath id="c"><circle r="3"/></clipPath><filter id="f"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feDropShadow dx="1"/></filter>
<style>.x{fill:url(#a);stroke-width:2} .y { opacity: .5 }</style></defs>
<g clip-path="url(#c)" filter="url(#f)" style="mix-blend-mode:multiply"><use href="#a" xlink:href="#a"/><path class="x" d="M0 0"/></g>
<text font-family="Andika, sans-serif">hoi</text><metadata><inkscape:thing foo="bar"/></metadata>)svg");
    const Errors errors = bake::lintSvg(good, "p.svg");
    for (const Error& error : errors) UNSCOPED_INFO(toString(error));
    CHECK(errors.empty());
}

TEST_CASE("what librsvg does not draw is named with its line") {
    finds("<script>alert(1)</script>", "script");
    finds("\n\n<foreignObject/>", "foreignObject", 4);
    finds("<rect><animate attributeName=\"x\"/></rect>", "animate");
    finds("<text><textPath>x</textPath></text>", "textPath");
    finds("<image href=\"https://example.org/x.png\"/>", "href");
    finds("<image xlink:href=\"other.png\"/>", "xlink:href");
    finds("<use href=\"parts.svg#wheel\"/>", "href");
    finds("<image href=\"data:image/png;base64,AAAA\"/>", "href");
    finds("<rect onclick=\"go()\"/>", "onclick");
    finds("<path vector-effect=\"non-scaling-stroke\"/>", "vector-effect");
    finds("<path style=\"fill:red;\n transform-origin: 0 0\"/>", "transform-origin", 3);
    finds("<path style=\"fill:var(--ink)\"/>", "fill");
    finds("<clipPath id=\"a\" clip-path=\"url(#a)\"/>", "clip-path");
    finds("<text font-family=\"'Comic Sans MS'\">x</text>", "font-family");
    finds("<style>\n@import url(x.css);</style>", "@import", 3);
    finds("<style>.a{}\n.b { vector-effect: none }</style>", "vector-effect", 3);
    finds("<feBlend in=\"BackgroundImage\"/>", "in");
    finds("<switch><g/></switch>", "switch");
}

TEST_CASE("references to nothing and doubled ids are named") {
    finds("<rect fill=\"url(#lost)\"/>", "#lost");
    finds("<use href=\"#lost\"/>", "#lost");
    finds("<g id=\"a\"/>\n<g id=\"a\"/>", "id", 3);
}

TEST_CASE("what is no XML or no picture is refused, never a crash") {
    for (const std::string bad :
         {"", "<", "<svg", "<svg viewBox=", "<svg viewBox=\"0 0 1 1\"><g></svg>", "<html></html>",
          "<svg><g/></svg>", "</svg>", "<svg viewBox='0 0 1 1'><!-- ",
          "<!DOCTYPE x [<!ENTITY a \"b\">]><svg viewBox='0 0 1 1'/>"}) {
        INFO(bad);
        CHECK_FALSE(bake::lintSvg(bad, "p.svg").empty());
    }
    std::string rubbish;
    for (int i = 0; i < 5000; ++i) rubbish += static_cast<char>((i * 7919) % 251);
    CHECK_FALSE(bake::lintSvg(rubbish, "p.svg").empty());
}

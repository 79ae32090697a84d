#include "engine/gfx/graphics.h"

#include <cstddef>

#include "engine/gfx/gl.h"
#include "engine/gfx/sticker.h"

namespace vonk::gfx {

namespace {

constexpr const char* vertexSource = R"(#version 330 core
uniform vec2 size;
layout(location = 0) in vec2 at;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec4 haze;
out vec2 texel;
out vec4 tint;
out vec4 mist;
void main() {
    texel = uv;
    tint = colour;
    mist = haze;
    gl_Position = vec4(at * 2.0 / size - 1.0, 0.0, 1.0);
}
)";

constexpr const char* flatSource = R"(#version 330 core
in vec4 tint;
out vec4 result;
void main() { result = tint; }
)";

constexpr const char* texturedSource = R"(#version 330 core
uniform sampler2D image;
in vec2 texel;
in vec4 tint;
out vec4 result;
void main() { result = texture(image, texel) * tint; }
)";

constexpr const char* hazedSource = R"(#version 330 core
uniform sampler2D image;
in vec2 texel;
in vec4 tint;
in vec4 mist;
out vec4 result;
void main() {
    vec4 c = texture(image, texel) * tint;
    result = vec4(mix(c.rgb, mist.rgb * c.a, mist.a), c.a);
}
)";

unsigned compile(GLenum kind, const char* source, std::string& trouble) {
    const unsigned shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    int good = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (good == 0) {
        char words[1024] = {};
        glGetShaderInfoLog(shader, sizeof words, nullptr, words);
        trouble += words;
    }
    return shader;
}

Graphics::Gl::Program link(const char* fragment, std::string& trouble) {
    Graphics::Gl::Program program;
    const unsigned vertexShader = compile(GL_VERTEX_SHADER, vertexSource, trouble);
    const unsigned fragmentShader = compile(GL_FRAGMENT_SHADER, fragment, trouble);
    program.id = glCreateProgram();
    glAttachShader(program.id, vertexShader);
    glAttachShader(program.id, fragmentShader);
    glLinkProgram(program.id);
    int good = 0;
    glGetProgramiv(program.id, GL_LINK_STATUS, &good);
    if (good == 0) {
        char words[1024] = {};
        glGetProgramInfoLog(program.id, sizeof words, nullptr, words);
        trouble += words;
    }
    glDeleteShader(vertexShader);
    glDeleteShader(fragmentShader);
    program.size = glGetUniformLocation(program.id, "size");
    return program;
}

unsigned sampler(GLint filter) {
    unsigned id = 0;
    glGenSamplers(1, &id);
    glSamplerParameteri(id, GL_TEXTURE_MIN_FILTER, filter);
    glSamplerParameteri(id, GL_TEXTURE_MAG_FILTER, filter);
    glSamplerParameteri(id, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glSamplerParameteri(id, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return id;
}

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

}  // namespace

Graphics::Gl::Gl() : stickers(std::make_unique<Stickers>()) {}

std::string Graphics::Gl::build() {
    std::string trouble;
    flat = link(flatSource, trouble);
    textured = link(texturedSource, trouble);
    hazed = link(hazedSource, trouble);
    glGenVertexArrays(1, &vertexArray);
    glGenBuffers(1, &vertices);
    glGenBuffers(1, &indices);
    glBindVertexArray(vertexArray);
    glBindBuffer(GL_ARRAY_BUFFER, vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
    constexpr auto stride = static_cast<GLsizei>(sizeof(GlVertex));
    for (unsigned i = 0; i < 4; ++i) glEnableVertexAttribArray(i);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(GlVertex, x)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(GlVertex, u)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(GlVertex, colour)));
    glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(GlVertex, haze)));
    nearest = sampler(GL_NEAREST);
    linear = sampler(GL_LINEAR);
    return trouble;
}

Graphics::Gl::~Gl() {
    for (const Program* program : {&flat, &textured, &hazed}) glDeleteProgram(program->id);
    glDeleteVertexArrays(1, &vertexArray);
    glDeleteBuffers(1, &vertices);
    glDeleteBuffers(1, &indices);
    glDeleteSamplers(1, &nearest);
    glDeleteSamplers(1, &linear);
}

Graphics::Graphics() = default;
Graphics::~Graphics() = default;

Result<std::unique_ptr<Graphics>> Graphics::create(const std::filesystem::path& assets, double scale) {
    std::unique_ptr<Graphics> graphics(new Graphics);
    graphics->assets_ = assets;
    graphics->scale_ = scale;
    graphics->gl_ = std::make_unique<Gl>();
    if (const std::string trouble = graphics->gl_->build(); !trouble.empty())
        return fail({"", 0, "display", "OpenGL 3.3 does not build the shaders: " + trouble});
    // What is drawn smaller than baked comes from the next density below, so that it stays clean.
    constexpr double usual[] = {0.5, 1.0};
    constexpr double dense[] = {0.5, 1.0, 2.0};
    auto atlas = scale > 1.1 ? Atlas::load(assets, dense) : Atlas::load(assets, usual);
    if (!atlas) return tl::unexpected(atlas.error());
    graphics->atlas_ = std::move(*atlas);
    auto fonts = Fonts::open(assets / "fonts");
    if (!fonts) return tl::unexpected(fonts.error());
    graphics->fonts_ = std::move(*fonts);
    return graphics;
}

}  // namespace vonk::gfx

// OpenGL for the .cpp files of this room only.
#pragma once

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include "engine/gfx/graphics.h"

namespace vonk::gfx {

class Stickers;

struct Graphics::Gl {
    Gl();
    Gl(const Gl&) = delete;
    Gl& operator=(const Gl&) = delete;
    ~Gl();
    // The driver's words when a program does not build; empty if all is well.
    std::string build();

    struct Program {
        unsigned id = 0;
        int size = -1;  // uniform: of the target, pixels
    };
    Program flat;      // colour only
    Program textured;  // texture x colour
    Program hazed;     // and mixed to the haze colour
    unsigned vertexArray = 0;
    unsigned vertices = 0;
    unsigned indices = 0;
    unsigned nearest = 0;  // samplers
    unsigned linear = 0;
    std::unique_ptr<Stickers> stickers;
};

// What the vertex array of Gl reads.
struct GlVertex {
    float x;
    float y;
    float u;
    float v;
    std::uint32_t colour;  // premultiplied RGBA bytes
    std::uint32_t haze;    // RGB and amount
};

}  // namespace vonk::gfx

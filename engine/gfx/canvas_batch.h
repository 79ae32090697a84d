// The queue of a Canvas: vertices and draw calls waiting for GL. For the canvas's own .cpp files.
#pragma once

#include "engine/gfx/canvas.h"
#include "engine/gfx/gl.h"

namespace vonk::gfx {

struct Canvas::Batch {
    enum class Shader : std::uint8_t { Flat, Textured, Hazed };
    struct State {
        unsigned texture = 0;
        Shader shader = Shader::Flat;
        Filter filter = Filter::Nearest;
        bool blend = true;
        PixelRect clip;

        friend bool operator==(const State&, const State&) = default;
    };
    struct Draw {
        State state;
        std::size_t firstIndex = 0;
    };
    State state;  // of what is added next
    bool hasWhite = false;
    Point white;
    std::vector<GlVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<Draw> draws;

    // Opens a draw call for `state` unless the last one is the same; returns the index of the next vertex.
    std::uint32_t begin() {
        if (draws.empty() || !(draws.back().state == state)) draws.push_back({state, indices.size()});
        return static_cast<std::uint32_t>(vertices.size());
    }
};

}  // namespace vonk::gfx

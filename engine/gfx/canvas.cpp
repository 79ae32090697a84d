#include "engine/gfx/canvas.h"

#include <algorithm>

#include "engine/core/assert.h"
#include "engine/gfx/canvas_batch.h"
#include "engine/platform/clock.h"

namespace vonk::gfx {

namespace {

// Adds what passes between its making and its end.
class DriverTime {
  public:
    explicit DriverTime(double& sum) : sum_(sum), start_(platform::threadCpuSeconds()) {}
    ~DriverTime() { sum_ += platform::threadCpuSeconds() - start_; }
    DriverTime(const DriverTime&) = delete;
    DriverTime& operator=(const DriverTime&) = delete;

  private:
    double& sum_;
    double start_;
};

std::uint32_t byte(float value) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
}

}  // namespace

Canvas::Canvas(Graphics& graphics) : graphics_(graphics), batch_(std::make_unique<Batch>()) {}
Canvas::~Canvas() {
    VONK_ASSERT(open_.empty());
}

void Canvas::begin(Target& target) {
    if (open_.empty()) {
        statistics_ = {};
        graphics_.fonts().trim();
    } else {
        flush();
    }
    open_.push_back({&target, transforms_.size(), clips_.size(), alphas_.size()});
    transforms_.emplace_back();
    clips_.push_back({0, 0, target.width(), target.height()});
    alphas_.push_back(1.0F);
    bind();
}

void Canvas::end() {
    VONK_ASSERT(!open_.empty());
    flush();
    const Open closed = open_.back();
    VONK_ASSERT(transforms_.size() == closed.transforms + 1 && clips_.size() == closed.clips + 1 &&
                alphas_.size() == closed.alphas + 1);
    open_.pop_back();
    transforms_.pop_back();
    clips_.pop_back();
    alphas_.pop_back();
    if (!open_.empty()) bind();
}

void Canvas::bind() {
    const Target& target = *open_.back().target;
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer());
    glViewport(0, 0, target.width(), target.height());
}

int Canvas::width() const {
    return open_.back().target->width();
}
int Canvas::height() const {
    return open_.back().target->height();
}

void Canvas::flush() {
    Batch& batch = *batch_;
    if (batch.indices.empty()) {
        batch.vertices.clear();
        batch.draws.clear();
        return;
    }
    const DriverTime time(driverSeconds_);
    Graphics::Gl& gl = graphics_.gl();
    bind();
    glBindVertexArray(gl.vertexArray);
    glBindBuffer(GL_ARRAY_BUFFER, gl.vertices);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(batch.vertices.size() * sizeof(GlVertex)),
                 batch.vertices.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(batch.indices.size() * sizeof(std::uint32_t)), batch.indices.data(),
                 GL_STREAM_DRAW);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_SCISSOR_TEST);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    for (std::size_t i = 0; i < batch.draws.size(); ++i) {
        const Batch::Draw& draw = batch.draws[i];
        const std::size_t end =
            i + 1 < batch.draws.size() ? batch.draws[i + 1].firstIndex : batch.indices.size();
        if (end == draw.firstIndex || draw.state.clip.empty()) continue;
        const Graphics::Gl::Program& program = draw.state.shader == Batch::Shader::Flat       ? gl.flat
                                               : draw.state.shader == Batch::Shader::Textured ? gl.textured
                                                                                              : gl.hazed;
        glUseProgram(program.id);
        glUniform2f(program.size, static_cast<float>(width()), static_cast<float>(height()));
        if (draw.state.shader != Batch::Shader::Flat) {
            glBindTexture(GL_TEXTURE_2D, draw.state.texture);
            glBindSampler(0, draw.state.filter == Filter::Nearest ? gl.nearest : gl.linear);
        }
        draw.state.blend ? glEnable(GL_BLEND) : glDisable(GL_BLEND);
        glScissor(draw.state.clip.x, draw.state.clip.y, draw.state.clip.w, draw.state.clip.h);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(end - draw.firstIndex), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(draw.firstIndex * sizeof(std::uint32_t)));
        ++statistics_.drawCalls;
    }
    glDisable(GL_SCISSOR_TEST);
    statistics_.quads += static_cast<int>(batch.indices.size() / 6);
    batch.vertices.clear();
    batch.indices.clear();
    batch.draws.clear();
}

void Canvas::push(const Affine& transform) {
    transforms_.push_back(transforms_.back() * transform);
}

void Canvas::pop() {
    VONK_ASSERT(transforms_.size() > open_.back().transforms + 1);
    transforms_.pop_back();
}

void Canvas::pushClip(const Rect& clip) {
    const Point low = transform()({clip.x, clip.y});
    const Point high = transform()({clip.right(), clip.bottom()});
    const PixelRect pixels = covering({low.x, low.y, high.x - low.x, high.y - low.y});
    clips_.push_back(intersection(clips_.back(), pixels));
}

void Canvas::popClip() {
    VONK_ASSERT(clips_.size() > open_.back().clips + 1);
    clips_.pop_back();
}

void Canvas::pushAlpha(float alpha) {
    alphas_.push_back(alphas_.back() * alpha);
}

void Canvas::popAlpha() {
    VONK_ASSERT(alphas_.size() > open_.back().alphas + 1);
    alphas_.pop_back();
}

void Canvas::clear(Color colour) {
    flush();
    const DriverTime time(driverSeconds_);
    const PixelRect clip = clips_.back();
    glEnable(GL_SCISSOR_TEST);
    glScissor(clip.x, clip.y, clip.w, clip.h);
    glClearColor(colour.r * colour.a, colour.g * colour.a, colour.b * colour.a, colour.a);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
}

void Canvas::blit(const Target& source, PixelRect from, int toX, int toY) {
    // Both rectangles are cut by hand: a blit that reaches outside leaves the cheap path.
    const PixelRect inSource = intersection(from, {0, 0, source.width(), source.height()});
    toX += inSource.x - from.x;
    toY += inSource.y - from.y;
    const PixelRect to = intersection({toX, toY, inSource.w, inSource.h}, {0, 0, width(), height()});
    if (to.empty()) return;
    const int x = inSource.x + to.x - toX;
    const int y = inSource.y + to.y - toY;
    flush();
    const DriverTime time(driverSeconds_);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, source.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, open_.back().target->framebuffer());
    glBlitFramebuffer(x, y, x + to.w, y + to.h, to.x, to.y, to.right(), to.bottom(), GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    ++statistics_.blits;
}

void Canvas::image(const Texture& source, const Rect& from, const Rect& to, float alpha, bool opaque) {
    const Affine& t = transform();
    const bool exact = t.upright() && t.a == 1.0F && t.d == 1.0F && from.w == to.w && from.h == to.h;
    Rect place = to;
    if (exact) {
        place.x = std::round(to.x + t.tx) - t.tx;
        place.y = std::round(to.y + t.ty) - t.ty;
    }
    select(source.id(), nullptr, exact ? Filter::Nearest : Filter::Linear, !opaque, false);
    const Point corners[4] = {t({place.x, place.y}), t({place.right(), place.y}),
                              t({place.right(), place.bottom()}), t({place.x, place.bottom()})};
    const auto w = static_cast<float>(source.width());
    const auto h = static_cast<float>(source.height());
    quad(corners, {from.x / w, from.y / h, from.w / w, from.h / h}, paint({}, alpha, {}, 0.0F));
}

void Canvas::veiled(const Texture& source, const Rect& to, const VeilStyle& veil) {
    constexpr float cell = 120.0F;  // px: so small that the veil's edge is round
    const Affine& t = transform();
    VONK_ASSERT(t.upright() && t.a == 1.0F && t.d == 1.0F);
    const PixelRect& clip = clips_.back();
    const float left = std::max(to.x, static_cast<float>(clip.x) - t.tx);
    const float top = std::max(to.y, static_cast<float>(clip.y) - t.ty);
    const float wide = std::min(to.right(), static_cast<float>(clip.right()) - t.tx) - left;
    const float tall = std::min(to.bottom(), static_cast<float>(clip.bottom()) - t.ty) - top;
    if (!(wide > 0.0F) || !(tall > 0.0F)) return;
    select(source.id(), nullptr, Filter::Nearest, false, true);
    Batch& batch = *batch_;
    const std::uint32_t first = batch.begin();
    const auto columns = static_cast<std::uint32_t>(std::ceil(wide / cell));
    const auto rows = static_cast<std::uint32_t>(std::ceil(tall / cell));
    for (std::uint32_t row = 0; row <= rows; ++row)
        for (std::uint32_t column = 0; column <= columns; ++column) {
            const Point at{left + wide * static_cast<float>(column) / static_cast<float>(columns),
                           top + tall * static_cast<float>(row) / static_cast<float>(rows)};
            const Paint shade = paint({}, 1.0F, veil.colour, veil.at(at));
            const Point pixel = t(at);
            batch.vertices.push_back(
                {pixel.x, pixel.y, (at.x - to.x) / to.w, (at.y - to.y) / to.h, shade.colour, shade.haze});
            if (row == rows || column == columns) continue;
            const std::uint32_t corner = first + row * (columns + 1) + column;
            for (const std::uint32_t v : {0U, 1U, columns + 2, 0U, columns + 2, columns + 1})
                batch.indices.push_back(corner + v);
        }
}

Canvas::Paint Canvas::paint(Color multiply, float alpha, Color hazeColour, float haze) const {
    Paint p;
    p.colour = pack(multiply.withAlpha(multiply.a * alpha));
    if (haze > 0.0F)
        p.haze = byte(hazeColour.r) | (byte(hazeColour.g) << 8U) | (byte(hazeColour.b) << 16U) |
                 (byte(haze) << 24U);
    return p;
}

std::uint32_t Canvas::pack(Color colour) const {
    const float a = colour.a * alphas_.back();
    return byte(colour.r * a) | (byte(colour.g * a) << 8U) | (byte(colour.b * a) << 16U) | (byte(a) << 24U);
}

void Canvas::select(unsigned texture, const Point* white, Filter filter, bool blend, bool hazed) {
    Batch& batch = *batch_;
    batch.state = {texture, hazed ? Batch::Shader::Hazed : Batch::Shader::Textured, filter, blend,
                   clips_.back()};
    batch.hasWhite = white != nullptr;
    if (batch.hasWhite) batch.white = *white;
}

Point Canvas::selectSolid(float pixels, bool blend) {
    Batch& batch = *batch_;
    constexpr float large = 1500.0F;
    const bool rides = batch.hasWhite && batch.state.blend && batch.state.shader != Batch::Shader::Flat &&
                       batch.state.clip == clips_.back() && !batch.draws.empty();
    if (blend && pixels < large && rides) return batch.white;
    batch.state = {0, Batch::Shader::Flat, Filter::Nearest, blend, clips_.back()};
    batch.hasWhite = false;
    return {};
}

bool Canvas::outside(Point low, Point high) const {
    const PixelRect& clip = clips_.back();
    return !(high.x >= static_cast<float>(clip.x) && low.x <= static_cast<float>(clip.right()) &&
             high.y >= static_cast<float>(clip.y) && low.y <= static_cast<float>(clip.bottom()));
}

void Canvas::quad(const Point (&corners)[4], const Rect& uv, const Paint& p) {
    const auto [left, right_most] = std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
    const auto [top, low_most] = std::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
    if (outside({left, top}, {right_most, low_most})) return;
    Batch& batch = *batch_;
    const std::uint32_t first = batch.begin();
    const float right = uv.x + uv.w;
    const float bottom = uv.y + uv.h;
    batch.vertices.push_back({corners[0].x, corners[0].y, uv.x, uv.y, p.colour, p.haze});
    batch.vertices.push_back({corners[1].x, corners[1].y, right, uv.y, p.colour, p.haze});
    batch.vertices.push_back({corners[2].x, corners[2].y, right, bottom, p.colour, p.haze});
    batch.vertices.push_back({corners[3].x, corners[3].y, uv.x, bottom, p.colour, p.haze});
    for (const std::uint32_t i : {0U, 1U, 2U, 0U, 2U, 3U}) batch.indices.push_back(first + i);
}

}  // namespace vonk::gfx

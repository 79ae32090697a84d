#include "engine/gfx/imgui_overlay.h"

#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>

#include <bitset>
#include <optional>

#include "engine/gfx/canvas_batch.h"

namespace vonk::gfx {

namespace {

ImVec4 colour(Color c) {
    return {c.r, c.g, c.b, c.a};
}

void applyTheme(ImGuiStyle& style, double scale) {
    ImGui::StyleColorsLight(&style);
    style.WindowRounding = 14;
    style.FrameRounding = 8;
    style.GrabRounding = 8;
    style.ScrollbarRounding = 8;
    style.FramePadding = {14, 9};
    style.ItemSpacing = {12, 10};
    style.WindowPadding = {20, 18};
    style.CellPadding = {9, 2};
    style.ScrollbarSize = 26;
    style.GrabMinSize = 30;
    style.ScaleAllSizes(static_cast<float>(scale));
    ImVec4* colours = style.Colors;
    colours[ImGuiCol_Text] = colour(palette::ink);
    colours[ImGuiCol_WindowBg] = colour(palette::paper);
    colours[ImGuiCol_ChildBg] = colour(palette::paper);
    colours[ImGuiCol_PopupBg] = colour(palette::paper);
    colours[ImGuiCol_Border] = colour(palette::cardEdge);
    colours[ImGuiCol_FrameBg] = colour(mix(palette::paper, palette::paperEdge, 0.45F));
    colours[ImGuiCol_TitleBg] = colours[ImGuiCol_TitleBgActive] = colour(palette::sky);
    colours[ImGuiCol_Button] = colour(mix(palette::paper, palette::paperEdge, 0.7F));
    colours[ImGuiCol_ButtonHovered] = colour(palette::paperEdge);
    colours[ImGuiCol_ButtonActive] = colours[ImGuiCol_CheckMark] = colours[ImGuiCol_SliderGrab] =
        colour(palette::spark);
    colours[ImGuiCol_TableHeaderBg] = colours[ImGuiCol_Header] = colour(palette::sky);
    colours[ImGuiCol_PlotLines] = colour(palette::pulled);
    colours[ImGuiCol_PlotHistogram] = colour(palette::pushed);
}

struct KeyPair {
    platform::Key ours;
    ImGuiKey theirs;
};
constexpr KeyPair keys[] = {
    {platform::Key::Tab, ImGuiKey_Tab},
    {platform::Key::Left, ImGuiKey_LeftArrow},
    {platform::Key::Right, ImGuiKey_RightArrow},
    {platform::Key::Up, ImGuiKey_UpArrow},
    {platform::Key::Down, ImGuiKey_DownArrow},
    {platform::Key::PageUp, ImGuiKey_PageUp},
    {platform::Key::PageDown, ImGuiKey_PageDown},
    {platform::Key::Home, ImGuiKey_Home},
    {platform::Key::End, ImGuiKey_End},
    {platform::Key::Delete, ImGuiKey_Delete},
    {platform::Key::Backspace, ImGuiKey_Backspace},
    {platform::Key::Space, ImGuiKey_Space},
    {platform::Key::Enter, ImGuiKey_Enter},
    {platform::Key::Escape, ImGuiKey_Escape},
};

// By where the windows lay when they were last drawn: io.WantCaptureMouse only knows where the pointer was.
bool overWindow(ImVec2 at) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.OpenPopupStack.Size > 0) return true;  // a touch beside a popup closes it
    for (const ImGuiWindow* window : context.Windows)
        if (window->WasActive && !window->Hidden && (window->Flags & ImGuiWindowFlags_NoMouseInputs) == 0 &&
            window->OuterRectClipped.Contains(at))
            return true;
    return false;
}

}  // namespace

struct ImGuiOverlay::Inside {
    Graphics& graphics;
    ImGuiContext* context = nullptr;
    Texture font;
    std::optional<int> finger;                      // the one that drives
    std::bitset<platform::maximumPointers> landed;  // all that came down on a window
    // A tap shorter than a frame is still seen for one frame: ImGui only looks once a frame.
    bool fresh = false;
    bool lifted = false;
};

ImGuiOverlay::ImGuiOverlay(Graphics& graphics, double scale)
    : inside_(new Inside{graphics, nullptr, {}, {}, {}, false, false}) {
    inside_->context = ImGui::CreateContext();
    ImGui::SetCurrentContext(inside_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    for (int i = 0; i < static_cast<int>(std::size(keys)); ++i) io.KeyMap[keys[i].theirs] = i;
    io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    static constexpr ImWchar ranges[] = {0x20,   0x17F,  0x2009, 0x2009, 0x2010, 0x2027, 0x202F, 0x202F,
                                         0x20AC, 0x20AC, 0x2190, 0x2199, 0x2212, 0x2212, 0};
    const auto file = graphics.assets() / "fonts" / "Andika-Regular.ttf";
    io.Fonts->AddFontFromFileTTF(file.c_str(), static_cast<float>(24.0 * scale), nullptr, ranges);
    unsigned char* alpha = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&alpha, &width, &height);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = alpha[i / 4];
    inside_->font = Texture(width, height, pixels);
    io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(inside_->font.id())));
    io.Fonts->ClearTexData();
    applyTheme(ImGui::GetStyle(), scale);
}

ImGuiOverlay::~ImGuiOverlay() {
    ImGui::DestroyContext(inside_->context);
}

bool ImGuiOverlay::handle(const platform::InputEvent& event) {
    ImGui::SetCurrentContext(inside_->context);
    ImGuiIO& io = ImGui::GetIO();
    if (const auto* pointer = std::get_if<platform::PointerEvent>(&event)) {
        using Kind = platform::PointerEvent::Kind;
        const auto slot = static_cast<std::size_t>(pointer->slot);
        if (slot >= inside_->landed.size()) return false;
        if (pointer->kind == Kind::Down && overWindow({pointer->x, pointer->y})) {
            inside_->landed.set(slot);
            if (!inside_->finger) inside_->finger = pointer->slot;
        }
        if (!inside_->landed.test(slot)) return false;
        if (pointer->kind == Kind::Up || pointer->kind == Kind::Cancel) inside_->landed.reset(slot);
        if (inside_->finger != pointer->slot) return true;
        io.MousePos = {pointer->x, pointer->y};
        if (pointer->kind == Kind::Down) io.MouseDown[0] = inside_->fresh = true;
        if (pointer->kind == Kind::Up || pointer->kind == Kind::Cancel) {
            inside_->lifted = true;
            inside_->finger.reset();
        }
        return true;
    }
    if (const auto* wheel = std::get_if<platform::WheelEvent>(&event)) {
        io.MouseWheel += wheel->notches;
        return io.WantCaptureMouse;
    }
    if (const auto* text = std::get_if<platform::TextEvent>(&event)) {
        io.AddInputCharactersUTF8(text->text.c_str());
        return io.WantTextInput;
    }
    if (const auto* key = std::get_if<platform::KeyEvent>(&event)) {
        io.KeyCtrl = key->control;
        io.KeyShift = key->shift;
        for (std::size_t i = 0; i < std::size(keys); ++i)
            if (keys[i].ours == key->key) io.KeysDown[i] = key->down;
        return io.WantCaptureKeyboard;
    }
    return false;
}

void ImGuiOverlay::newFrame(double seconds, int width, int height) {
    ImGui::SetCurrentContext(inside_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = static_cast<float>(seconds > 0.0 ? seconds : 1.0 / 60.0);
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    if (inside_->lifted && !inside_->fresh) io.MouseDown[0] = inside_->lifted = false;
    ImGui::NewFrame();
    inside_->fresh = false;
}

void ImGuiOverlay::draw(Canvas& canvas) {
    ImGui::SetCurrentContext(inside_->context);
    ImGui::Render();
    const ImDrawData& data = *ImGui::GetDrawData();
    Canvas::Batch& batch = *canvas.batch_;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
            canvas.pushClip({command.ClipRect.x, command.ClipRect.y, command.ClipRect.z - command.ClipRect.x,
                             command.ClipRect.w - command.ClipRect.y});
            const auto texture = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(command.GetTexID()));
            canvas.select(texture, nullptr, Canvas::Filter::Nearest, true, false);
            batch.begin();
            for (unsigned k = 0; k < command.ElemCount; ++k) {
                const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + k)];
                const ImDrawVert& v = list.VtxBuffer[static_cast<int>(command.VtxOffset) + index];
                const ImVec4 c = ImGui::ColorConvertU32ToFloat4(v.col);
                batch.indices.push_back(static_cast<std::uint32_t>(batch.vertices.size()));
                batch.vertices.push_back(
                    {v.pos.x, v.pos.y, v.uv.x, v.uv.y, canvas.pack({c.x, c.y, c.z, c.w}), 0});
            }
            canvas.popClip();
        }
    }
}

}  // namespace vonk::gfx

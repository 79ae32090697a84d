#include "game/screens/engineer_window.h"

#include <imgui.h>

#include <algorithm>

#include "engine/core/tick_clock.h"
#include "game/world/parts.h"

namespace vonk::screens {

namespace {

constexpr ImGuiTableFlags table_flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH |
                                        ImGuiTableFlags_ScrollY | ImGuiTableFlags_NoSavedSettings |
                                        ImGuiTableFlags_SizingStretchSame;

// The cells of one visitor's language.
class Cells {
  public:
    explicit Cells(const Services& services) : services_(services) {}

    std::string word(std::string_view key) const { return std::string(services_.text(key)); }
    std::string part(world::PartKind kind) const { return word("part." + std::string(world::row(kind).key)); }
    std::string gauge(double value) const { return data::formatGauge(value, services_.language); }
    std::string number(double value, int decimals) const {
        return data::formatNumber(value, decimals, services_.language);
    }

    void left(const std::string& text) const {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(text.c_str());
    }
    void right(const std::string& text) const {
        ImGui::TableNextColumn();
        const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, room));
        ImGui::TextUnformatted(text.c_str());
    }
    struct Heading {
        std::string_view key;
        float weight = 1.0F;  // of its width
        bool number = true;   // set to the right, as its cells
    };
    // A table with a column of numbers in front. Headings stay where they are while the rows are scrolled.
    bool begin(const char* id, std::initializer_list<Heading> headings, float height) const {
        if (!ImGui::BeginTable(id, static_cast<int>(headings.size()) + 1, table_flags, {0, height}))
            return false;
        ImGui::TableSetupScrollFreeze(0, 1);
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 0.4F);
        for (const Heading& heading : headings)
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, heading.weight);
        ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
        right("#");
        for (const Heading& heading : headings)
            heading.number ? right(word(heading.key)) : left(word(heading.key));
        return true;
    }
    const Services& services() const { return services_; }

  private:
    const Services& services_;
};

void drawDevices(const Cells& cells, const world::Snapshot& snapshot, float height) {
    if (!cells.begin("devices", {{"engineer.part", 1.0F, false}, {"engineer.voltage"}, {"engineer.current"}},
                     height))
        return;
    int count = 0;
    for (const world::DeviceView& device : snapshot.devices) {
        ImGui::TableNextRow();
        cells.right(cells.number(++count, 0));
        cells.left(cells.part(device.kind));
        cells.right(cells.gauge(device.voltage));
        cells.right(cells.gauge(device.current));
    }
    for (const world::WireView& wire : snapshot.wires) {
        ImGui::TableNextRow();
        cells.right(cells.number(++count, 0));
        cells.left(cells.part(wire.kind));
        const auto& electrical = world::row(wire.kind).electrical;
        cells.right(electrical ? cells.gauge(wire.current * electrical->resistance) : "\u2013");
        cells.right(cells.gauge(wire.current));
    }
    ImGui::EndTable();
}

void wrapped(const std::string& text) {
    ImGui::PushTextWrapPos(0.0F);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
}

// How high `text` is over the whole width of the window.
float heightOf(const std::string& text) {
    return ImGui::CalcTextSize(text.c_str(), nullptr, false, ImGui::GetContentRegionAvail().x).y +
           ImGui::GetStyle().ItemSpacing.y;
}

void drawContents(const Cells& cells, const play::Session& session) {
    const Services& services = cells.services();
    const world::Snapshot snapshot = session.snapshot();
    const level::Level& level = session.level();
    wrapped(
        services.format("engineer.state", {{"level", level.id},
                                           {"tick", double(snapshot.tick)},
                                           {"seconds", double(snapshot.tick) * TickClock::tick_seconds}}));
    const std::string assumed = cells.word("engineer.circuit_assumptions");
    drawDevices(cells, snapshot, ImGui::GetContentRegionAvail().y - heightOf(assumed));
    wrapped(assumed);
}

}  // namespace

bool EngineerWindow::takes(const platform::InputEvent& event) {
    if (const auto* key = std::get_if<platform::KeyEvent>(&event)) {
        if (key->key != platform::Key::F1) return false;
        if (key->down && !key->repeated) open_ = !open_;
        return true;
    }
    if (!overlay_) return false;
    const auto* pointer = std::get_if<platform::PointerEvent>(&event);
    // A finger that held it when it was closed is still followed until it goes up.
    if (!open_ && (!pointer || pointer->kind == platform::PointerEvent::Kind::Down)) return false;
    return overlay_->handle(event);
}

void EngineerWindow::letGo() {
    if (!overlay_) return;
    for (int slot = 0; slot < platform::maximumPointers; ++slot)
        overlay_->handle(platform::PointerEvent{platform::PointerEvent::Kind::Cancel, slot, 0, 0});
}

void EngineerWindow::resized() {
    overlay_.reset();
}

void EngineerWindow::draw(gfx::Canvas& canvas, const gfx::Rect& free) {
    if (!open_) return;
    const float unit = services_.space.unit();
    const gfx::Rect whole = services_.space.whole();
    if (!overlay_) overlay_ = std::make_unique<gfx::ImGuiOverlay>(services_.graphics, unit);
    overlay_->newFrame(seconds_, static_cast<int>(whole.w), static_cast<int>(whole.h));
    seconds_ = 0.0;
    const float wide = std::min(940 * unit, free.w - 2 * services_.space.margin());
    const float high = std::min(420 * unit, free.h - services_.space.margin());
    ImGui::SetNextWindowPos({free.right() - services_.space.margin() - wide, free.y}, ImGuiCond_FirstUseEver);
    ImGui::SetNextWindowSize({wide, high}, ImGuiCond_FirstUseEver);
    const Cells cells(services_);
    // What stands after ### is the window's name: it stays the same window in another language.
    if (ImGui::Begin((cells.word("engineer.title") + "###engineer").c_str(), &open_,
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoCollapse |
                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoScrollbar))
        drawContents(cells, session_);
    ImGui::End();
    overlay_->draw(canvas);
}

}  // namespace vonk::screens

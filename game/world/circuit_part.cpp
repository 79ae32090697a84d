#include "game/world/circuit_part.h"

#include <algorithm>

#include "game/world/parts.h"

namespace vonk::world {
namespace {

constexpr double lit = 0.2;  // share of a lamp's own power from which it counts as lit

Vec2 turned(Vec2 offset, std::int32_t quarter_turns) {
    for (int i = 0; i < (quarter_turns & 3); ++i) offset = perpendicular(offset);
    return offset;
}

}  // namespace

CircuitPart::CircuitPart(const Design& design) {
    assemble(design);
    circuit_->solve();
    refresh();
}

void CircuitPart::assemble(const Design& design) {
    const std::vector<Device> before = std::move(parts_);
    parts_.clear();
    paths_.clear();
    circuit_ = std::make_unique<circuit::Circuit>();
    for (const Part& part : design.parts) {
        const PartRow* found = findRow(part.kind);
        const auto* at = std::get_if<AtPoint>(&part.placement);
        if (found == nullptr || !found->electrical || at == nullptr || found->ports.size() < 2) continue;
        const ElectricalRow& electrical = *found->electrical;
        Device device;
        device.part = part;
        device.charge = electrical.charge;
        for (const Device& old : before)
            if (old.part.id == part.id && old.part.kind == part.kind) {
                device.charge = old.charge;
                device.lit = old.lit;
            }
        device.first_node = circuit_->addNode();
        for (std::size_t port = 1; port < found->ports.size(); ++port) circuit_->addNode();
        const int a = device.first_node, b = a + 1;
        if (electrical.charge > 0)
            device.element = circuit_->addBattery(
                {a, b, electrical.voltage, electrical.resistance, electrical.charge, device.charge});
        else if (electrical.is_switch)
            device.element = circuit_->addSwitch({a, b, part.setting >= 0.5, electrical.resistance});
        else
            device.element = circuit_->addResistor({a, b, electrical.resistance});
        parts_.push_back(device);
    }
    for (const Part& part : design.parts) {
        const PartRow* found = findRow(part.kind);
        const auto* path = std::get_if<PathBetween>(&part.placement);
        if (found == nullptr || !found->electrical || path == nullptr) continue;
        const Device* from = find(path->from.part);
        const Device* to = find(path->to.part);
        if (from == nullptr || to == nullptr || path->from == path->to) continue;
        if (path->from.port >= row(from->part.kind).ports.size() ||
            path->to.port >= row(to->part.kind).ports.size())
            continue;
        paths_.push_back(
            {part, circuit_->addResistor({from->first_node + path->from.port, to->first_node + path->to.port,
                                          found->electrical->resistance})});
    }
}

void CircuitPart::reconcile(const Design& design) {
    assemble(design);
    circuit_->solve();
    refresh();
}

void CircuitPart::operate(PartId part, double value) {
    for (Device& device : parts_)
        if (device.part.id == part && row(device.part.kind).electrical->is_switch) {
            device.part.setting = value >= 0.5 ? 1.0 : 0.0;
            circuit_->setClosed(device.element, value >= 0.5);
        }
}

void CircuitPart::step(std::uint64_t tick, double seconds, std::vector<Event>& events) {
    fault_ = circuit_->step(seconds).has_value();
    refresh();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        Device& device = parts_[i];
        const bool now = devices_[i].brightness >= lit;
        if (now != device.lit)
            events.push_back({now ? EventKind::LampLit : EventKind::LampOut,
                              tick,
                              devices_[i].position,
                              device.part.id,
                              devices_[i].brightness,
                              {}});
        device.lit = now;
    }
}

void CircuitPart::refresh() {
    devices_.clear();
    wires_.clear();
    for (Device& device : parts_) {
        const PartRow& kind = row(device.part.kind);
        const auto& at = std::get<AtPoint>(device.part.placement);
        if (kind.electrical->charge > 0) device.charge = circuit_->charge(device.element);
        DeviceView view;
        view.part = device.part.id;
        view.kind = device.part.kind;
        view.position = at.at.metres();
        view.quarter_turns = at.quarter_turns;
        view.voltage = circuit_->voltageOver(device.element);
        view.current = circuit_->current(device.element);
        if (kind.electrical->nominal_power > 0)
            view.brightness = std::min(1.0, view.voltage * view.current / kind.electrical->nominal_power);
        if (kind.electrical->charge > 0) view.charge = device.charge / kind.electrical->charge;
        view.setting = device.part.setting;
        devices_.push_back(view);
    }
    for (const Wire& wire : paths_) {
        const auto& path = std::get<PathBetween>(wire.part.placement);
        const auto place = [&](Terminal terminal) {
            const Device& device = *find(terminal.part);
            const auto& at = std::get<AtPoint>(device.part.placement);
            return at.at.metres() +
                   turned(row(device.part.kind).ports[terminal.port].offset, at.quarter_turns);
        };
        wires_.push_back({wire.part.id, wire.part.kind, place(path.from), place(path.to),
                          circuit_->current(wire.element)});
    }
}

const CircuitPart::Device* CircuitPart::find(PartId part) const {
    for (const Device& device : parts_)
        if (device.part.id == part) return &device;
    return nullptr;
}

bool CircuitPart::hasWire(PartId part, std::uint8_t port) const {
    const Terminal wanted{part, port};
    return std::any_of(paths_.begin(), paths_.end(), [&](const Wire& wire) {
        const auto& path = std::get<PathBetween>(wire.part.placement);
        return path.from == wanted || path.to == wanted;
    });
}

bool CircuitPart::anyLampLit() const {
    return std::any_of(parts_.begin(), parts_.end(), [](const Device& device) { return device.lit; });
}

Reason CircuitPart::whyDark() const {
    Reason open{ReasonId::LoopOpen, {}, {}, {}};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const ElectricalRow& electrical = *row(parts_[i].part.kind).electrical;
        if (electrical.charge <= 0) continue;
        const DeviceView& view = devices_[i];
        if (parts_[i].charge <= 0) return {ReasonId::BatteryEmpty, view.position, {view.part}, {}};
        // Most of the voltage is lost inside the battery: what is outside is next to nothing.
        if (fault_ || view.voltage < 0.25 * electrical.voltage)
            return {ReasonId::ShortCircuit, view.position, {view.part}, {-view.current}};
    }
    // The first loose end, then the first open switch.
    for (std::size_t i = 0; i < parts_.size() && open.parts.empty(); ++i) {
        const PartRow& kind = row(parts_[i].part.kind);
        const auto& at = std::get<AtPoint>(parts_[i].part.placement);
        for (std::size_t port = 0; port < kind.ports.size(); ++port)
            if (open.parts.empty() && !hasWire(parts_[i].part.id, static_cast<std::uint8_t>(port))) {
                open.place = at.at.metres() + turned(kind.ports[port].offset, at.quarter_turns);
                open.parts = {parts_[i].part.id};
            }
    }
    for (std::size_t i = 0; i < parts_.size() && open.parts.empty(); ++i)
        if (row(parts_[i].part.kind).electrical->is_switch && parts_[i].part.setting < 0.5) {
            open.place = devices_[i].position;
            open.parts = {parts_[i].part.id};
        }
    return open;
}

void CircuitPart::addTo(Hash& hash) const {
    for (std::size_t i = 0; i < parts_.size(); ++i)
        hash.add(std::uint64_t{parts_[i].part.id.value})
            .add(parts_[i].charge)
            .add(parts_[i].part.setting)
            .add(devices_[i].voltage)
            .add(devices_[i].current)
            .add(std::uint64_t{parts_[i].lit ? 1U : 0U});
    for (const WireView& wire : wires_) hash.add(std::uint64_t{wire.part.value}).add(wire.current);
}

}  // namespace vonk::world

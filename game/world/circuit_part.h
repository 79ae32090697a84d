// The circuit of a world: batteries, switches, lamps and wires of the design as a network that runs while one
// builds. Wraps engine/circuit; knows no goals.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/circuit/circuit.h"
#include "engine/core/hash.h"
#include "game/world/design.h"
#include "game/world/snapshot.h"

namespace vonk::world {

class CircuitPart {
  public:
    explicit CircuitPart(const Design& design);

    // Another design: parts with the same id and kind keep their charge; lamps stay as they were until the
    // next step.
    void reconcile(const Design& design);
    void operate(PartId part, double value);

    void step(std::uint64_t tick, double seconds, std::vector<Event>& events);

    std::span<const DeviceView> devices() const { return devices_; }
    std::span<const WireView> wires() const { return wires_; }
    bool anyLampLit() const;
    // Why no lamp is lit.
    Reason whyDark() const;

    void addTo(Hash& hash) const;

  private:
    struct Device {
        Part part;
        int first_node = 0;  // of port 0; the others follow
        int element = -1;
        double charge = 0.0;  // C, batteries
        bool lit = false;
    };
    struct Wire {
        Part part;
        int element = -1;
    };

    void assemble(const Design& design);
    void refresh();
    bool hasWire(PartId part, std::uint8_t port) const;
    const Device* find(PartId part) const;

    std::unique_ptr<circuit::Circuit> circuit_;
    std::vector<Device> parts_;
    std::vector<Wire> paths_;
    bool fault_ = false;
    std::vector<DeviceView> devices_;
    std::vector<WireView> wires_;
};

}  // namespace vonk::world

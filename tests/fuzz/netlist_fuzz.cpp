// A netlist for the bench: read or refused; a small one that was read is worked out.
#include "engine/circuit/simulation.h"
#include "input.h"

using namespace vonk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto netlist = circuit::parseNetlist(fuzz::text(data, size), "circuit.cir");
    if (!netlist) {
        fuzz::checkRefusal(netlist.error());
        return 0;
    }
    if (netlist->elements.size() > 40) return 0;
    circuit::Simulation simulation(*netlist);
    if (const auto fault = simulation.operatingPoint())
        VONK_ASSERT(!circuit::describe(*fault, *netlist).empty());
    if (!netlist->transient) return 0;
    // As many rows as a person asks for may take minutes; here a few, and little work.
    if (netlist->transient->stop > 50.0 * netlist->transient->step)
        netlist->transient->stop = 50.0 * netlist->transient->step;
    int rows = 0;
    const auto fault = simulation.run([&](double) { ++rows; }, 2e6);
    VONK_ASSERT(fault || rows > 0);
    return 0;
}

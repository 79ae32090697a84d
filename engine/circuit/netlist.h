// A circuit as a SPICE netlist describes it: elements between named nodes, and what to work out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/circuit/branch.h"
#include "engine/core/error.h"

namespace vonk::circuit {

struct Sine {
    double offset = 0.0, amplitude = 0.0;
    std::optional<double> frequency;  // Hz; absent: 1 / stop
    double delay = 0.0;               // s
    double damping = 0.0;             // 1/s
    double phase = 0.0;               // degrees
};

struct Pulse {
    double low = 0.0, high = 0.0;         // the value before and in the pulse
    double delay = 0.0;                   // s
    std::optional<double> rise, fall;     // s; absent or 0: the output step
    std::optional<double> width, period;  // s; absent or 0: stop
};

struct PieceWise {
    std::vector<std::pair<double, double>> points;  // s, value; times rise
};

struct Waveform {
    std::optional<double> steady;  // the DC value
    std::variant<std::monostate, Sine, Pulse, PieceWise> shape;
};

struct DiodeModel {
    std::string name;
    double saturation = 1e-14;  // A
    double emission = 1.0;
    double series = 0.0;  // ohm
};

struct SwitchModel {
    std::string name;
    double threshold = 0.0, hysteresis = 0.0;  // V
    double on = 1.0, off = 1e12;               // ohm
};

enum class ElementKind { Resistor, Capacitor, Inductor, VoltageSource, CurrentSource, Diode, Switch };

struct Element {
    ElementKind kind = ElementKind::Resistor;
    std::string name;  // lower case
    int line = 0;
    Node a = earth, b = earth;                // current is positive from a through the element to b
    Node controlA = earth, controlB = earth;  // of a switch
    double value = 0.0;                       // ohm, F, H
    std::optional<double> initial;            // V over a capacitor, A through a coil
    Waveform wave;                            // of a source, V or A
    int model = -1;                           // index of a diode's or switch's model
};

struct Transient {
    double step = 0.0, stop = 0.0;  // s
    bool fromInitial = false;       // uic
};

// v(a), v(a,b) or i(element).
struct Output {
    std::string label;  // as in the file, lower case, without blanks
    Node a = earth, b = earth;
    int element = -1;  // −1: a voltage
};

struct Netlist {
    std::string title;
    std::vector<std::string> nodes;  // lower case; [0] is "0"
    std::vector<Element> elements;   // in the order of the file
    std::vector<DiodeModel> diodes;
    std::vector<SwitchModel> switches;
    bool operatingPoint = false;
    std::optional<Transient> transient;
    std::vector<Output> outputs;  // of the transient; empty: all node voltages and all currents of V and L
};

inline constexpr std::size_t netlistSizeLimit = 8 << 20;  // bytes
inline constexpr std::size_t elementLimit = 100000;

// Reads R, C, L, V, I, D and S, .model D and SW, .op, .tran, .print tran and .end; ngspice's notation of
// numbers. Everything else is refused by file, line and name, as are R < 0, C ≤ 0, L ≤ 0, names given twice,
// a netlist without node 0, more than `elementLimit` elements.
Result<Netlist> parseNetlist(std::string_view text, const std::string& nameForErrors);

// A number as SPICE writes it: "1k", "2.2u", "1meg", "5V", "10kohm". Nothing when it is none or not finite.
std::optional<double> spiceNumber(std::string_view word);

}  // namespace vonk::circuit

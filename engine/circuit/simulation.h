// Works out a netlist: its operating point and its course in time.
//
// Time is stepped by Alexander's three-stage singly diagonal Runge–Kutta method (SIAM J. Numer. Anal. 14,
// 1977): order 3, L-stable and stiffly accurate, so that nothing rings after a switch opens or a diode turns
// off, and one factoring serves the three stages. It needs no values from before a step, so every corner of a
// source and every switching is a fresh start.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/circuit/netlist.h"
#include "engine/circuit/network.h"

namespace vonk::circuit {

// A fault in words, with the elements of the netlist that it is about.
std::string describe(const Fault& fault, const Netlist& netlist);

// Solved branches that a transient may take before it is given up as too long: about twenty seconds.
inline constexpr double usualWork = 1.5e9;

class Simulation {
  public:
    explicit Simulation(const Netlist& netlist);  // which must outlive this

    // Sources at their DC values (without one: their waveform at 0), capacitors open, coils as shorts,
    // switches off at first.
    std::optional<Fault> operatingPoint();

    // The netlist's transient from its start; calls row(time) at 0, step, … stop, when voltage() and
    // current() are of that time.
    std::optional<Fault> run(const std::function<void(double time)>& row, double mostWork = usualWork);

    double voltage(Node node) const { return network_.voltage(node); }
    // A, through the element from its first node to its second.
    double current(int element) const { return network_.current(element); }

  private:
    // What has a memory: the voltage of a capacitor or the current of a coil.
    struct Store {
        int element = 0;
        double state = 0.0;
        double rates[3] = {0.0, 0.0, 0.0};  // of the stages: dv/dt or di/dt
    };
    struct Junction {
        int element = 0;
        double volt = 0.0;  // where it was last linearised
    };
    struct Key {
        int element = 0;
        bool on = false;
        double changed = 0.0;     // s, when it last did
        int hasty = 0;            // changes in a row that followed at once on the one before
        double quietUntil = 0.0;  // s; a switch that chatters rests in between
    };
    struct Trial {
        bool converged = false;
        double error = 0.0;  // of the step, 1 is as much as may be
        std::optional<Fault> fault;
    };

    const Element& element(int index) const { return netlist_.elements[static_cast<std::size_t>(index)]; }
    std::optional<Fault> named(std::optional<Fault> fault) const;

    std::optional<Fault> rest(bool atStart);
    std::optional<Fault> settleKeys();
    std::optional<Fault> solveFromAfar();
    std::optional<Fault> solveNonlinear(double leak, int mostRounds);
    void setSources(const std::function<double(const Waveform&)>& value);
    void setKey(const Key& key);
    double beyondThreshold(const Key& key) const;
    bool toggleKeys(double time = 0.0);
    bool wantsChange(const Key& key, double time) const;

    std::optional<Fault> startTransient();
    Trial tryStep(double time, double h, double inside);
    double errorOfStep(double h) const;
    void setStage(int stage, double h);
    void keepRates(int stage);
    void acceptStep();
    std::optional<Fault> advance(double& time, double end, double& h);
    double stepToTry(double time, double end, double h) const;
    double findCrossing(double time, double h, double inside);
    double cornerAfter(double time) const;

    const Netlist& netlist_;
    Network network_;  // branch i is element i; then the series resistances of diodes
    std::vector<int> elementOfExtra_;
    std::vector<Store> stores_;
    std::vector<Junction> junctions_;
    std::vector<Key> keys_;
    std::vector<double> largest_{0.0, 0.0};  // |V| of capacitors and |A| of coils so far, the scale of errors
    double work_ = 0.0;                      // solved branches so far
    double mostWork_ = usualWork;
};

}  // namespace vonk::circuit

// The card of the engineer's view: the chosen member in numbers, its force while the load passed, and the
// balance of the whole bridge; under the scene what is assumed. Numbers change ten times a second at most, so
// that they can be read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/gfx/layer.h"
#include "game/screens/force_trace.h"
#include "game/screens/services.h"

namespace vonk::screens {

class Challenge;

// How many decimals a round step needs to be written, at most 4.
int decimalsOf(double step);

class EngineerPanel {
  public:
    // Both outlive the panel.
    EngineerPanel(const Services& services, const Challenge& challenge);

    void choose(PartId member) { chosen_ = member; }
    // The member that is shown: the chosen one if it stands there, else the one that is used most.
    PartId member() const { return shown_; }
    // After each tick of a run, and at its Start.
    void begin() { trace_.begin(); }
    void record();
    const ForceTrace& trace() const { return trace_; }

    // Before the frame's target is begun.
    void prepare(gfx::Canvas& canvas, const gfx::Rect& card, const gfx::Rect& note);
    void draw(gfx::Canvas& canvas, const gfx::Rect& card, const gfx::Rect& note) const;

    // What the card says, line by line: of the member, of the bridge; and the assumptions.
    std::vector<std::string> memberLines() const;
    std::vector<std::string> bridgeLines() const;
    std::string assumptions() const;

  private:
    struct Reading {
        bool any = false;
        world::MemberView member;
        double length = 0.0;  // m, as built
        bool governs = false;
        double peak = 0.0;
        world::Balance balance;
        double deflection = 0.0, times = 1.0;  // m, and how many times larger it is drawn
        double moment_step = 0.0, moment_px = 0.0;
        std::size_t moments = 0;  // of the trace
        std::string language;
        gfx::Rect card, note;
    };
    void read(const gfx::Rect& card, const gfx::Rect& note);
    void paintCard(gfx::Canvas& canvas, const gfx::Rect& card) const;
    void paintNote(gfx::Canvas& canvas, const gfx::Rect& note) const;
    void paintGraph(gfx::Canvas& canvas, const gfx::Rect& area) const;
    float sizeFor(const std::vector<std::string>& lines, float wide) const;
    void paintLines(gfx::Canvas& canvas, const gfx::Rect& area, const std::vector<std::string>& lines,
                    float size) const;
    std::string word(std::string_view key) const { return std::string(services_.text(key)); }
    std::string gauge(double value) const { return data::formatGauge(value, services_.language); }
    std::string number(double value, int decimals) const {
        return data::formatNumber(value, decimals, services_.language);
    }
    // Newton as kN with its sign; "0" for what is left of rounding.
    std::string force(double newton) const;
    float em() const { return services_.space.units(27); }

    const Services& services_;
    const Challenge& challenge_;
    ForceTrace trace_;
    PartId chosen_, shown_;
    Reading reading_;
    std::uint64_t read_at_ = 0;  // tick of what was read
    std::uint32_t read_of_ = 0;
    bool stale_ = true;
    gfx::Layer card_, note_;
};

}  // namespace vonk::screens

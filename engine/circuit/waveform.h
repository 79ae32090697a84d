// What a source gives over time. Every shape is continuous but for pulses whose period ends before their
// fall.
#pragma once

#include "engine/circuit/netlist.h"

namespace vonk::circuit {

// The value at `time`, on the smooth piece that `inside` lies in: steps end at the corners of the shapes, and
// rounding must not decide on which side of a corner a step's end falls.
double valueAt(const Waveform& wave, double time, double inside, const Transient& transient);

// The value in an operating point before a transient: the shape at 0, without one the DC value. `transient`
// may be null: then times that default to its step and stop are 1 s.
double valueAtStart(const Waveform& wave, const Transient* transient);

// The first corner after `time`; infinity when there is none.
double nextCorner(const Waveform& wave, double time, const Transient& transient);

// The longest step that cannot miss what the shape does between its corners; infinity when it is straight
// there.
double longestStep(const Waveform& wave, const Transient& transient);

}  // namespace vonk::circuit

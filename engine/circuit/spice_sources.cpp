// The cards of voltage and current sources.
#include <fmt/format.h>

#include "engine/circuit/spice_reader.h"

namespace vonk::circuit {

void SpiceReader::source(Cursor& cursor, Element& element) {
    bool shaped = false;
    for (cursor.skipMarks(); !cursor.done(); cursor.skipMarks()) {
        const std::string_view word = cursor.peek();
        const bool named = word == "dc";
        if (named || spiceNumber(word)) {
            const int line = cursor.line();
            if (named) ++cursor.at;
            if (named) cursor.skip("=");
            if (element.wave.steady) return refuse(line, element.name, "has two DC values");
            element.wave.steady = number(cursor, element.name, "a DC value");
            if (!element.wave.steady) return;
        } else if (!shaped) {
            shaped = true;
            if (!shape(cursor, element)) return;
        } else {
            return;
        }
    }
    if (!shaped && !element.wave.steady) element.wave.steady = 0.0;
}

bool SpiceReader::shape(Cursor& cursor, Element& element) {
    const int line = cursor.line();
    const std::string word(take(cursor));
    if (word != "sin" && word != "pulse" && word != "pwl") {
        refuse(line, element.name,
               fmt::format("\"{}\" is not known here (known are DC, SIN, PULSE, PWL)", shown(word)));
        return false;
    }
    const bool bracket = cursor.skip("(");
    std::vector<double> values;
    while (!cursor.done() && cursor.peek() != ")") {
        if (cursor.skip(",")) continue;
        if (!bracket && !spiceNumber(cursor.peek())) break;
        const auto value = number(cursor, element.name, "a number of " + word);
        if (!value) return false;
        values.push_back(*value);
    }
    if (bracket && !cursor.skip(")")) {
        refuse(cursor.line(), element.name, fmt::format("the bracket of {} is not closed", word));
        return false;
    }
    const std::size_t before = errors_.size() + errorsDropped_;
    if (word == "sin") sine(element, line, values, element.wave);
    if (word == "pulse") pulse(element, line, values, element.wave);
    if (word == "pwl") pieceWise(element, line, values, element.wave);
    return errors_.size() + errorsDropped_ == before;
}

void SpiceReader::sine(const Element& element, int line, const std::vector<double>& values, Waveform& wave) {
    if (values.size() < 2 || values.size() > 6)
        return refuse(line, element.name,
                      "sin needs 2 to 6 numbers: offset, amplitude, frequency, delay, damping, phase");
    const auto given = [&](std::size_t i) { return i < values.size() ? values[i] : 0.0; };
    Sine sine{.offset = values[0],
              .amplitude = values[1],
              .frequency = std::nullopt,
              .delay = given(3),
              .damping = given(4),
              .phase = given(5)};
    if (given(2) < 0.0) return refuse(line, element.name, "the frequency must be 0 or more");
    if (given(2) > 0.0) sine.frequency = values[2];
    wave.shape = sine;
}

void SpiceReader::pulse(const Element& element, int line, const std::vector<double>& values, Waveform& wave) {
    if (values.size() < 2 || values.size() > 7)
        return refuse(line, element.name,
                      "pulse needs 2 to 7 numbers: low, high, delay, rise, fall, width, period");
    for (std::size_t i = 3; i < values.size(); ++i)
        if (values[i] < 0.0) return refuse(line, element.name, "a time of pulse is less than 0");
    const auto time = [&](std::size_t i) {
        return i < values.size() && values[i] > 0.0 ? std::optional(values[i]) : std::nullopt;
    };
    wave.shape = Pulse{.low = values[0],
                       .high = values[1],
                       .delay = values.size() > 2 ? values[2] : 0.0,
                       .rise = time(3),
                       .fall = time(4),
                       .width = time(5),
                       .period = time(6)};
}

void SpiceReader::pieceWise(const Element& element, int line, const std::vector<double>& values,
                            Waveform& wave) {
    if (values.size() < 2 || values.size() % 2 != 0)
        return refuse(line, element.name, "pwl needs pairs of a time and a value");
    PieceWise shape;
    for (std::size_t i = 0; i < values.size(); i += 2) {
        if (i > 0 && values[i] <= values[i - 2])
            return refuse(
                line, element.name,
                fmt::format("the times of pwl must rise: {} comes after {}", values[i], values[i - 2]));
        shape.points.emplace_back(values[i], values[i + 1]);
    }
    wave.shape = std::move(shape);
}

}  // namespace vonk::circuit

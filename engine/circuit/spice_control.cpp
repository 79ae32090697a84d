// The cards that begin with a dot.
#include <fmt/format.h>

#include "engine/circuit/spice_reader.h"

namespace vonk::circuit {

void SpiceReader::control(const Card& card) {
    const std::string_view name = card.words.front().text;
    const Cursor rest{card, 1};
    if (name == ".op") {
        netlist_.operatingPoint = true;
        if (!rest.done()) refuse(rest.line(), name, "nothing may follow");
    } else if (name == ".tran") {
        transient(rest);
    } else if (name == ".model") {
        model(rest);
    } else if (name == ".print") {
        print(rest);
    } else {
        refuse(card.line(), name, "this card is not known (known are .op .tran .print .model .end)");
    }
}

void SpiceReader::transient(Cursor cursor) {
    const int line = cursor.line();
    if (netlist_.transient) return refuse(line, ".tran", "stands here twice");
    const auto step = number(cursor, ".tran", "the step in seconds");
    const auto stop = step ? number(cursor, ".tran", "the stop time in seconds") : std::nullopt;
    if (!stop) return;
    if (*step <= 0.0 || *stop <= 0.0) return refuse(line, ".tran", "step and stop must be more than 0");
    if (*step > *stop) return refuse(line, ".tran", "the step is longer than the whole time");
    Transient transient{.step = *step, .stop = *stop, .fromInitial = cursor.skip("uic")};
    if (!cursor.done())
        return refuse(cursor.line(), ".tran",
                      fmt::format("\"{}\" is not known here (only uic is)", shown(cursor.peek())));
    netlist_.transient = transient;
}

void SpiceReader::model(Cursor cursor) {
    if (cursor.done()) return refuse(cursor.line(), ".model", "the name is missing");
    const int line = cursor.line();
    const std::string name(take(cursor));
    if (const auto found = models_.find(name); found != models_.end())
        return refuse(line, name, fmt::format("the model stands already in line {}", found->second.line));
    const std::string type(cursor.done() ? std::string_view() : take(cursor));
    DiodeModel diode{.name = name};
    SwitchModel change{.name = name};
    struct Parameter {
        std::string_view key;
        double* value;
        double least;  // allowed
        bool aboveLeast;
    };
    std::vector<Parameter> known;
    if (type == "d")
        known = {{"is", &diode.saturation, 0, true},
                 {"n", &diode.emission, 0, true},
                 {"rs", &diode.series, 0, false}};
    else if (type == "sw")
        known = {{"vt", &change.threshold, -1e30, false},
                 {"vh", &change.hysteresis, 0, false},
                 {"ron", &change.on, 0, true},
                 {"roff", &change.off, 0, true}};
    else
        return refuse(line, name,
                      fmt::format("a model of kind \"{}\" is not known (known are D and SW)", shown(type)));
    std::set<std::string, std::less<>> given;
    for (cursor.skipMarks(); !cursor.done(); cursor.skipMarks()) {
        const int here = cursor.line();
        const std::string key(take(cursor));
        const Parameter* parameter = nullptr;
        for (const Parameter& one : known)
            if (one.key == key) parameter = &one;
        if (!parameter)
            return refuse(here, name, fmt::format("\"{}\" is not known in a model of {}", shown(key), type));
        if (!given.insert(key).second)
            return refuse(here, name, fmt::format("{} stands here twice", shown(key)));
        if (!cursor.skip("=")) return refuse(here, name, fmt::format("{} needs \"=\" and a number", key));
        const auto value = number(cursor, name, key);
        if (!value) return;
        if (*value < parameter->least || (parameter->aboveLeast && *value == parameter->least))
            return refuse(
                here, name,
                fmt::format("{} must be {} 0", key, parameter->aboveLeast ? "more than" : "at least"));
        *parameter->value = *value;
    }
    if (type == "d") {
        models_[name] = {ElementKind::Diode, static_cast<int>(netlist_.diodes.size()), line};
        netlist_.diodes.push_back(diode);
    } else {
        models_[name] = {ElementKind::Switch, static_cast<int>(netlist_.switches.size()), line};
        netlist_.switches.push_back(change);
    }
}

void SpiceReader::print(Cursor cursor) {
    if (!cursor.skip("tran")) return refuse(cursor.line(), ".print", "only \".print tran\" is known");
    if (cursor.done()) return refuse(cursor.line(), ".print", "v(…) or i(…) is missing");
    while (!cursor.done()) {
        WantedOutput wanted;
        wanted.line = cursor.line();
        const std::string_view letter = take(cursor);
        wanted.current = letter == "i";
        const bool known = letter == "v" || letter == "i";
        if (!known || !cursor.skip("(") || cursor.done())
            return refuse(wanted.line, ".print",
                          fmt::format("v(a), v(a,b) or i(element) is needed at \"{}\"", shown(letter)));
        wanted.first = take(cursor);
        wanted.label = std::string(letter) + "(" + wanted.first;
        if (!wanted.current && cursor.skip(",")) {
            if (cursor.done()) return refuse(wanted.line, ".print", "the second node is missing");
            wanted.second = take(cursor);
            wanted.label += "," + wanted.second;
        }
        wanted.label += ")";
        if (!cursor.skip(")"))
            return refuse(wanted.line, ".print", fmt::format("the bracket after {} is not closed", letter));
        for (const WantedOutput& other : wantedOutputs_)
            if (other.label == wanted.label)
                return refuse(wanted.line, ".print",
                              fmt::format("{} stands here twice", shown(wanted.label)));
        wantedOutputs_.push_back(std::move(wanted));
    }
}

}  // namespace vonk::circuit

// Inside engine/circuit: makes a Netlist of the cards, one kind of card after another, and notes every
// mistake.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/circuit/netlist.h"
#include "engine/circuit/spice_cards.h"

namespace vonk::circuit {

class SpiceReader {
  public:
    explicit SpiceReader(const std::string& file) : file_(file) {}
    Result<Netlist> read(const Cards& cards);

  private:
    // Where one reads in a card.
    struct Cursor {
        const Card& card;
        std::size_t at = 0;
        bool done() const { return at >= card.words.size(); }
        std::string_view peek() const { return done() ? std::string_view() : card.words[at].text; }
        int line() const { return done() ? card.words.back().line : card.words[at].line; }
        bool skip(std::string_view word) {
            if (peek() != word) return false;
            ++at;
            return true;
        }
        void skipMarks() {  // what SPICE takes for blanks within an element's card
            while (peek() == "(" || peek() == ")" || peek() == ",") ++at;
        }
    };

    void element(const Card& card);
    void elementNodes(Cursor& cursor, Element& element);
    void passive(Cursor& cursor, Element& element);
    void source(Cursor& cursor, Element& element);
    void withModel(Cursor& cursor, Element& element);
    bool shape(Cursor& cursor, Element& element);
    void sine(const Element& element, int line, const std::vector<double>& values, Waveform& wave);
    void pulse(const Element& element, int line, const std::vector<double>& values, Waveform& wave);
    void pieceWise(const Element& element, int line, const std::vector<double>& values, Waveform& wave);

    void control(const Card& card);
    void model(Cursor cursor);
    void transient(Cursor cursor);
    void print(Cursor cursor);
    void resolveModels();
    void resolveOutputs();

    Node node(std::string_view name);
    std::optional<double> number(Cursor& cursor, std::string_view key, std::string_view what);
    void refuse(int line, std::string_view key, std::string reason);
    std::string_view take(Cursor& cursor) { return cursor.card.words[cursor.at++].text; }

    std::string file_;
    Netlist netlist_;
    Errors errors_;
    std::size_t errorsDropped_ = 0;
    bool earthSeen_ = false;
    std::map<std::string, Node, std::less<>> nodes_;
    std::map<std::string, int, std::less<>> elements_;
    struct ModelName {
        ElementKind kind{};
        int index = -1;
        int line = 0;
    };
    std::map<std::string, ModelName, std::less<>> models_;
    std::vector<std::pair<int, std::string>> wantedModels_;  // element, model name
    struct WantedOutput {
        std::string label, first, second;  // of i(): the element's name first
        bool current = false;
        int line = 0;
    };
    std::vector<WantedOutput> wantedOutputs_;
};

}  // namespace vonk::circuit

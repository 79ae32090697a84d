// Inside engine/circuit: the cards of a netlist, continued lines joined, comments gone, in lower case, cut
// into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"

namespace vonk::circuit {

// "(", ")", "," and "=" are words of their own.
struct Word {
    std::string_view text;  // into the text that was cut up
    int line = 0;
};

struct Card {
    std::vector<Word> words;  // at least one
    int line() const { return words.front().line; }
};

struct Cards {
    std::string title;
    std::vector<Card> cards;  // up to .end
};

// `lower` is the text in lower case; it must outlive the result.
Result<Cards> cutIntoCards(std::string_view lower, const std::string& file);

// A word for a message: a netlist may hold any bytes and any length.
std::string shown(std::string_view word);

}  // namespace vonk::circuit

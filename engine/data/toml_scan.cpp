#include "engine/data/toml_reader.h"

namespace vonk::data {
namespace {

constexpr int deepest = 32;  // brackets within brackets, and dots in one key

// The length of the UTF-8 sequence at the start of the text, 0 when it is not one.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(i < text.size() ? text[i] : '\0');
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0, surrogate = first == 0xED && byte(1) >= 0xA0;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90, beyond = first == 0xF4 && byte(1) >= 0x90;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

// Walks the text as TOML's lexer would: strings and comments are passed over, brackets and dots are counted.
class Scan {
  public:
    Scan(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    Errors run() {
        if (Errors bad = checkBytes(); !bad.empty()) return bad;
        while (at_ < text_.size()) {
            if (!step()) return {Error{file_, line_, "", "nested deeper than " + std::to_string(deepest)}};
        }
        return {};
    }

  private:
    Errors checkBytes() const {
        int line = 1;
        for (std::size_t i = 0; i < text_.size();) {
            const auto byte = static_cast<unsigned char>(text_[i]);
            if (byte == '\n') ++line;
            if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F)
                return {Error{file_, line, "",
                              "not a text file: it holds the control character " + std::to_string(byte)}};
            const std::size_t length = sequenceLength(text_.substr(i));
            if (length == 0) return {Error{file_, line, "", "not a text file: invalid UTF-8"}};
            i += length;
        }
        return {};
    }

    bool step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') {
            skipString(c);
            return true;
        }
        if (c == '#') {
            while (at_ < text_.size() && text_[at_] != '\n') ++at_;
            return true;
        }
        ++at_;
        if (c == '.') return ++dots_ <= deepest;
        if (c == '\n' || c == ',' || c == '=' || c == '[' || c == ']' || c == '{' || c == '}') dots_ = 0;
        if (c == '\n') ++line_;
        if (c == '[' || c == '{') return ++depth_ <= deepest;
        if ((c == ']' || c == '}') && depth_ > 0) --depth_;
        return true;
    }

    void skipString(char quote) {
        const std::string three(3, quote);
        const bool many = text_.substr(at_, 3) == three;
        at_ += many ? 3 : 1;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\n' && !many) return;  // unterminated: the parser names it
            if (c == '\n') ++line_;
            if (c == '\\' && quote == '"' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
                at_ += 2;
                continue;
            }
            if (many ? text_.substr(at_, 3) == three : c == quote) {
                at_ += many ? 3 : 1;
                while (many && at_ < text_.size() && text_[at_] == quote) ++at_;
                return;
            }
            ++at_;
        }
    }

    std::string_view text_;
    std::string file_;
    std::size_t at_ = 0;
    int line_ = 1;
    int depth_ = 0;
    int dots_ = 0;
};

}  // namespace

Errors scanTomlText(std::string_view text, const std::string& file) {
    return Scan(text, file).run();
}

}  // namespace vonk::data

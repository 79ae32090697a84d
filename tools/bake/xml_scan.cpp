#include "tools/bake/xml_scan.h"

#include <algorithm>

namespace vonk::bake {

namespace {

bool space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool nameChar(char c) {
    return !space(c) && c != '=' && c != '/' && c != '>' && c != '<' && c != '"' && c != '\'';
}

class Scanner {
  public:
    Scanner(std::string_view text, const XmlSink& sink) : text_(text), sink_(sink) {}

    void run() {
        while (at_ < text_.size() && good_) {
            if (text_[at_] != '<') {
                const std::size_t end = std::min(text_.find('<', at_), text_.size());
                sink_.text(text_.substr(at_, end - at_), line_);
                advance(end);
            } else if (starts("<!--")) {
                skipTo("-->", "comment");
            } else if (starts("<![CDATA[")) {
                const std::size_t begin = at_ + 9;
                const std::size_t end = text_.find("]]>", begin);
                if (end != std::string_view::npos) sink_.text(text_.substr(begin, end - begin), line_);
                skipTo("]]>", "CDATA");
            } else if (starts("<?")) {
                skipTo("?>", "instruction");
            } else if (starts("<!")) {
                const std::size_t end = text_.find('>', at_);
                if (text_.substr(at_, end - at_).find("ENTITY") != std::string_view::npos)
                    sink_.mistake({line_, "ENTITY", "own entities are not resolved"});
                skipTo(">", "declaration");
            } else {
                tag();
            }
        }
    }

  private:
    bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

    void advance(std::size_t to) {
        line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                             text_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
        at_ = to;
    }

    void fail(const std::string& key, const std::string& reason) {
        sink_.mistake({line_, key, reason});
        good_ = false;
    }

    void skipTo(std::string_view end, const std::string& what) {
        const std::size_t found = text_.find(end, at_);
        if (found == std::string_view::npos) return fail(what, "never ends");
        advance(found + end.size());
    }

    void skipSpace() {
        std::size_t to = at_;
        while (to < text_.size() && space(text_[to])) ++to;
        advance(to);
    }

    std::string name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && nameChar(text_[at_])) ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    void tag() {
        XmlTag tag;
        tag.line = line_;
        ++at_;
        if (at_ < text_.size() && text_[at_] == '/') {
            tag.end = true;
            ++at_;
        }
        tag.name = name();
        if (tag.name.empty()) return fail("<", "a tag without a name");
        for (;;) {
            skipSpace();
            if (at_ >= text_.size()) return fail(tag.name, "the tag never ends");
            if (text_[at_] == '>') break;
            if (text_[at_] == '/') {
                tag.closed = true;
                ++at_;
                continue;
            }
            XmlAttribute attribute;
            attribute.line = line_;
            attribute.name = name();
            skipSpace();
            if (attribute.name.empty() || at_ >= text_.size() || text_[at_] != '=')
                return fail(tag.name, "an attribute without a value");
            ++at_;
            skipSpace();
            const char quote = at_ < text_.size() ? text_[at_] : '\0';
            const std::size_t end =
                quote == '"' || quote == '\'' ? text_.find(quote, at_ + 1) : std::string_view::npos;
            if (end == std::string_view::npos)
                return fail(attribute.name, "its value has no quotes around it");
            attribute.value = std::string(text_.substr(at_ + 1, end - at_ - 1));
            advance(end + 1);
            tag.attributes.push_back(std::move(attribute));
        }
        ++at_;
        sink_.tag(tag);
    }

    std::string_view text_;
    const XmlSink& sink_;
    std::size_t at_ = 0;
    int line_ = 1;
    bool good_ = true;
};

}  // namespace

void scanXml(std::string_view text, const XmlSink& sink) {
    Scanner(text, sink).run();
}

}  // namespace vonk::bake

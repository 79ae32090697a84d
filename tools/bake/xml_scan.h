// Just enough of XML to look over a picture: start tags with their attributes and the line where each stands,
// end tags, text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vonk::bake {

struct XmlAttribute {
    std::string name;   // as written, with its prefix
    std::string value;  // entities not resolved
    int line = 0;
};

struct XmlTag {
    std::string name;
    std::vector<XmlAttribute> attributes;
    int line = 0;
    bool end = false;     // </name>
    bool closed = false;  // <name/>

    const XmlAttribute* find(std::string_view attribute) const {
        for (const XmlAttribute& a : attributes)
            if (a.name == attribute) return &a;
        return nullptr;
    }
};

struct XmlFinding {
    int line = 0;
    std::string key;
    std::string reason;
};

struct XmlSink {
    std::function<void(const XmlTag&)> tag;
    std::function<void(std::string_view text, int line)> text;  // also CDATA
    std::function<void(const XmlFinding&)> mistake;
};

// Stops at the first mistake of syntax.
void scanXml(std::string_view text, const XmlSink& sink);

}  // namespace vonk::bake

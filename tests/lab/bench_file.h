// Joints and members of a bench file, of the material "steel" and the section "tube".
#pragma once

#include <string>

inline std::string joint(const std::string& id, double x, double y, const std::string& fixed = "") {
    return "[[joints]]\nid = \"" + id + "\"\nx = " + std::to_string(x) + "\ny = " + std::to_string(y) +
           (fixed.empty() ? "\n" : "\nfixed = \"" + fixed + "\"\n");
}

inline std::string member(const std::string& from, const std::string& to, const std::string& kind = "bar") {
    return "[[members]]\nid = \"" + from + to + "\"\nfrom = \"" + from + "\"\nto = \"" + to +
           "\"\nmaterial = \"steel\"\nsection = \"tube\"\nkind = \"" + kind + "\"\n";
}

#include "examples.h"

#include <cmath>

namespace vonk::examples {

namespace {

using structure::MemberDef;
using structure::MemberKind;
using structure::StructureDef;

// Square hollow section with walls of a tenth of its side.
MemberDef steel(int from, int to, double area, MemberKind kind = MemberKind::Bar) {
    MemberDef m{from, to, kind, 210e9, area, 0.0, 0.0, 7850.0, 235e6};
    const double side = std::sqrt(area / 0.36);
    m.inertia = side * side * side * side * (1.0 - std::pow(0.8, 4)) / 12.0;
    m.modulus = 2.0 * m.inertia / side;
    return m;
}

// Solid square timber.
MemberDef timber(int from, int to, double area, MemberKind kind = MemberKind::Bar) {
    MemberDef m{from, to, kind, 11e9, area, area * area / 12.0, 0.0, 420.0, 24e6};
    m.modulus = 2.0 * m.inertia / std::sqrt(area);
    return m;
}

MemberDef rope(int from, int to, double area) {
    return {from, to, MemberKind::Cable, 160e9, area, 0.0, 0.0, 7850.0, 600e6};
}

int add(StructureDef& def, double x, double y, bool fixed_x = false, bool fixed_y = false) {
    def.joints.push_back({{x, y}, fixed_x, fixed_y});
    return static_cast<int>(def.joints.size()) - 1;
}

std::vector<int> road(StructureDef& def, int bays, double bay, bool pinned_both) {
    std::vector<int> joints;
    for (int i = 0; i <= bays; ++i) {
        joints.push_back(add(def, i * bay, 0.0, i == 0 || (pinned_both && i == bays), i == 0 || i == bays));
    }
    return joints;
}

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

}  // namespace

Example kingPost(bool pinned_both, double span) {
    Example e{pinned_both ? "king post, pinned" : "king post, roller", {}, {}};
    const int a = add(e.def, 0.0, 0.0, true, true);
    const int b = add(e.def, 0.5 * span, 0.0);
    const int c = add(e.def, span, 0.0, pinned_both, true);
    const int d = add(e.def, 0.5 * span, 0.3 * span);
    e.def.members = {timber(a, b, 0.02, MemberKind::Deck), timber(b, c, 0.02, MemberKind::Deck),
                     timber(a, d, 0.02), timber(d, c, 0.02), timber(b, d, 0.01)};
    e.road = {a, b, c};
    return e;
}

Example warren(int bays, double span, double height, bool pinned_both) {
    Example e{"warren " + std::to_string(bays), {}, {}};
    const double bay = span / bays;
    e.road = road(e.def, bays, bay, pinned_both);
    std::vector<int> top;
    for (int i = 0; i < bays; ++i) top.push_back(add(e.def, (i + 0.5) * bay, height));
    for (int i = 0; i < bays; ++i)
        e.def.members.push_back(steel(e.road[at(i)], e.road[at(i + 1)], 0.004, MemberKind::Deck));
    for (int i = 0; i + 1 < bays; ++i) e.def.members.push_back(steel(top[at(i)], top[at(i + 1)], 0.004));
    for (int i = 0; i < bays; ++i) {
        e.def.members.push_back(steel(e.road[at(i)], top[at(i)], 0.003));
        e.def.members.push_back(steel(top[at(i)], e.road[at(i + 1)], 0.003));
    }
    return e;
}

Example pratt(int bays, double span, double height, bool pinned_both, Diagonals diagonals) {
    Example e{"pratt " + std::to_string(bays), {}, {}};
    const double bay = span / bays;
    e.road = road(e.def, bays, bay, pinned_both);
    std::vector<int> top(at(bays + 1), -1);
    for (int i = 1; i < bays; ++i) top[at(i)] = add(e.def, i * bay, height);
    for (int i = 0; i < bays; ++i)
        e.def.members.push_back(steel(e.road[at(i)], e.road[at(i + 1)], 0.004, MemberKind::Deck));
    for (int i = 1; i + 1 < bays; ++i) e.def.members.push_back(steel(top[at(i)], top[at(i + 1)], 0.004));
    e.def.members.push_back(steel(e.road[0], top[1], 0.004));
    e.def.members.push_back(steel(top[at(bays - 1)], e.road[at(bays)], 0.004));
    for (int i = 1; i < bays; ++i) e.def.members.push_back(steel(e.road[at(i)], top[at(i)], 0.003));
    for (int i = 1; i + 1 < bays; ++i) {
        const int falling[2] = {top[at(i)], e.road[at(i + 1)]};
        const int rising[2] = {e.road[at(i)], top[at(i + 1)]};
        if (diagonals == Diagonals::Single) {
            const bool left = i < bays / 2;
            e.def.members.push_back(left ? steel(falling[0], falling[1], 0.003)
                                         : steel(rising[0], rising[1], 0.003));
        } else if (diagonals == Diagonals::Crossed) {
            e.def.members.push_back(steel(falling[0], falling[1], 0.003));
            e.def.members.push_back(steel(rising[0], rising[1], 0.003));
        } else {
            e.def.members.push_back(rope(falling[0], falling[1], 0.0008));
            e.def.members.push_back(rope(rising[0], rising[1], 0.0008));
        }
    }
    return e;
}

Example kTruss(int bays, double span, double height) {
    Example e{"K truss", {}, {}};
    const double bay = span / bays;
    e.road = road(e.def, bays, bay, false);
    std::vector<int> top(at(bays + 1), -1);
    std::vector<int> middle(at(bays + 1), -1);
    for (int i = 1; i < bays; ++i) top[at(i)] = add(e.def, i * bay, height);
    for (int i = 1; i < bays; ++i) {
        if (i != bays / 2) middle[at(i)] = add(e.def, i * bay, 0.5 * height);
    }
    for (int i = 0; i < bays; ++i)
        e.def.members.push_back(steel(e.road[at(i)], e.road[at(i + 1)], 0.004, MemberKind::Deck));
    for (int i = 1; i + 1 < bays; ++i) e.def.members.push_back(steel(top[at(i)], top[at(i + 1)], 0.004));
    e.def.members.push_back(steel(e.road[0], top[1], 0.004));
    e.def.members.push_back(steel(top[at(bays - 1)], e.road[at(bays)], 0.004));
    for (int i = 1; i < bays; ++i) {
        if (middle[at(i)] < 0) {
            e.def.members.push_back(steel(e.road[at(i)], top[at(i)], 0.003));
            continue;
        }
        e.def.members.push_back(steel(e.road[at(i)], middle[at(i)], 0.003));
        e.def.members.push_back(steel(middle[at(i)], top[at(i)], 0.003));
    }
    for (int i = 1; i + 1 < bays; ++i) {
        const bool left = i < bays / 2;
        const int k = left ? middle[at(i)] : middle[at(i + 1)];
        const int next = left ? i + 1 : i;
        e.def.members.push_back(steel(k, e.road[at(next)], 0.003));
        e.def.members.push_back(steel(k, top[at(next)], 0.003));
    }
    return e;
}

Example cableStayed(int bays_each_side, double bay, double tower) {
    Example e{"cable-stayed " + std::to_string(bays_each_side), {}, {}};
    const int bays = 2 * bays_each_side;
    for (int i = 0; i <= bays; ++i) {
        e.road.push_back(add(e.def, i * bay, 0.0, i == 0 || i == bays, i == 0 || i == bays));
    }
    const int foot = add(e.def, bays_each_side * bay, -4.0, true, true);
    const int low = add(e.def, bays_each_side * bay, 0.65 * tower);
    const int high = add(e.def, bays_each_side * bay, tower);
    for (int i = 0; i < bays; ++i)
        e.def.members.push_back(steel(e.road[at(i)], e.road[at(i + 1)], 0.006, MemberKind::Deck));
    const int middle = e.road[at(bays_each_side)];
    e.def.members.push_back(steel(foot, middle, 0.02));
    e.def.members.push_back(steel(middle, low, 0.02));
    e.def.members.push_back(steel(low, high, 0.02));
    for (int i = 1; i < bays; ++i) {
        if (i == bays_each_side) continue;
        e.def.members.push_back(
            rope(e.road[at(i)], std::abs(i - bays_each_side) <= bays_each_side / 2 ? low : high, 0.0015));
    }
    for (const int end : {e.road[0], e.road[at(bays)]}) {
        e.def.members.push_back(rope(end, high, 0.002));
        e.def.members.push_back(rope(end, low, 0.002));
    }
    return e;
}

Example suspension(int bays, double span, double sag) {
    Example e{"suspension " + std::to_string(bays), {}, {}};
    const double bay = span / bays;
    e.road = road(e.def, bays, bay, true);
    std::vector<int> main;
    for (int i = 0; i <= bays; ++i) {
        const double t = 2.0 * i / bays - 1.0;
        main.push_back(add(e.def, i * bay, 1.5 + sag * t * t, i == 0 || i == bays, i == 0 || i == bays));
    }
    for (int i = 0; i < bays; ++i) {
        e.def.members.push_back(steel(e.road[at(i)], e.road[at(i + 1)], 0.006, MemberKind::Deck));
        e.def.members.push_back(rope(main[at(i)], main[at(i + 1)], 0.003));
    }
    for (int i = 1; i < bays; ++i) e.def.members.push_back(rope(main[at(i)], e.road[at(i)], 0.0006));
    return e;
}

Example bowstring(int bays, double span, double rise) {
    Example e{"bowstring " + std::to_string(bays), {}, {}};
    const double bay = span / bays;
    e.road = road(e.def, bays, bay, false);
    std::vector<int> arch;
    arch.push_back(e.road[0]);
    for (int i = 1; i < bays; ++i) {
        const double t = 2.0 * i / bays - 1.0;
        arch.push_back(add(e.def, i * bay, rise * (1.0 - t * t)));
    }
    arch.push_back(e.road[at(bays)]);
    for (int i = 0; i < bays; ++i) {
        e.def.members.push_back(timber(e.road[at(i)], e.road[at(i + 1)], 0.03, MemberKind::Deck));
        e.def.members.push_back(timber(arch[at(i)], arch[at(i + 1)], 0.04));
    }
    for (int i = 1; i < bays; ++i) e.def.members.push_back(steel(e.road[at(i)], arch[at(i)], 0.001));
    for (int i = 1; i + 1 < bays; ++i) {
        e.def.members.push_back(steel(e.road[at(i)], arch[at(i + 1)], 0.001));
        e.def.members.push_back(steel(arch[at(i)], e.road[at(i + 1)], 0.001));
    }
    return e;
}

std::vector<Example> all() {
    return {kingPost(false),
            kingPost(true),
            warren(5, 20.0, 3.5, false),
            warren(9, 36.0, 4.0, false),
            warren(9, 36.0, 4.0, true),
            warren(30, 40.0, 3.0, false),
            pratt(8, 32.0, 4.0, false, Diagonals::Single),
            pratt(8, 32.0, 4.0, false, Diagonals::Crossed),
            pratt(8, 32.0, 4.0, false, Diagonals::CrossedCables),
            pratt(24, 40.0, 3.0, false, Diagonals::Crossed),
            kTruss(8, 40.0, 6.0),
            cableStayed(5, 4.0, 9.0),
            suspension(10, 40.0, 5.0),
            bowstring(8, 24.0, 5.0)};
}

Example random(Random& random) {
    const bool pinned = random.below(2) == 1;
    Example e;
    switch (random.below(7)) {
        case 0:
            e = kingPost(pinned, random.between(4.0, 12.0));
            break;
        case 1:
            e = warren(3 + static_cast<int>(random.below(20)), random.between(10.0, 40.0),
                       random.between(1.5, 5.0), pinned);
            break;
        case 2:
            e = pratt(4 + 2 * static_cast<int>(random.below(8)), random.between(12.0, 40.0),
                      random.between(1.5, 5.0), pinned, static_cast<Diagonals>(random.below(3)));
            break;
        case 3:
            e = kTruss(6 + 2 * static_cast<int>(random.below(4)), random.between(20.0, 40.0),
                       random.between(3.0, 6.0));
            break;
        case 4:
            e = cableStayed(3 + static_cast<int>(random.below(5)), random.between(2.0, 5.0),
                            random.between(6.0, 14.0));
            break;
        case 5:
            e = suspension(6 + static_cast<int>(random.below(10)), random.between(20.0, 50.0),
                           random.between(2.0, 8.0));
            break;
        default:
            e = bowstring(4 + 2 * static_cast<int>(random.below(6)), random.between(12.0, 40.0),
                          random.between(2.0, 7.0));
            break;
    }
    const double shift = random.below(2) == 1 ? random.between(0.0, 0.3) : 0.0;
    for (std::size_t j = 0; j < e.def.joints.size(); ++j) {
        structure::JointDef& joint = e.def.joints[j];
        if (joint.fixed_x || joint.fixed_y) continue;
        joint.position.x += random.between(-shift, shift);
        if (joint.position.y != 0.0) joint.position.y += random.between(-shift, shift);
    }
    for (MemberDef& m : e.def.members) {
        const double scale = std::exp(random.between(std::log(0.3), std::log(3.0)));
        m.area *= scale;
        m.inertia *= scale * scale;
        m.modulus *= std::pow(scale, 1.5);
    }
    return e;
}

}  // namespace vonk::examples

// How people hold themselves.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/view/people_painter.h"

namespace vonk::view {

namespace {

constexpr double swing = 0.46;      // rad, of a leg
constexpr double knee_lift = 0.95;  // rad, when the foot is carried forward
constexpr double arm_swing = 0.42;  // rad
constexpr double wave_every = 7.0;  // s
constexpr double wave_for = 1.1;    // s

float narrow(double value) {
    return static_cast<float>(value);
}

}  // namespace

Stance walking(double phase) {
    Stance stance;
    const auto leg = [](double at) {
        return Stance::Leg{narrow(swing * std::sin(at)),
                           narrow(0.06 + knee_lift * std::max(0.0, std::cos(at + 0.35)))};
    };
    const auto arm = [](double at) {
        return Stance::Arm{narrow(-arm_swing * std::sin(at)), narrow(0.42 - 0.16 * std::sin(at))};
    };
    stance.near_leg = leg(phase);
    stance.far_leg = leg(phase + 0.5 * two_pi);
    stance.near_arm = arm(phase);
    stance.far_arm = arm(phase + 0.5 * two_pi);
    stance.lean = 0.05F;
    stance.nod = narrow(0.03 * std::sin(2.0 * phase));
    return stance;
}

Stance standing(double time, std::uint32_t who) {
    const double own = 1.9 * who;
    Stance stance;
    stance.near_leg = {0.09F, 0.03F};
    stance.far_leg = {-0.09F, 0.03F};
    stance.near_arm = {narrow(0.05 + 0.04 * std::sin(1.3 * time + own)), 0.18F};
    stance.far_arm = {narrow(-0.05 - 0.04 * std::sin(1.3 * time + own)), 0.18F};
    stance.nod = narrow(0.05 * std::sin(0.7 * time + own));
    const double beat = std::fmod(time + 2.3 * who, wave_every);
    if (who % 2 == 0 && beat < wave_for) {
        const double up = std::sin(0.5 * two_pi * beat / wave_for);
        stance.far_arm = {narrow(2.5 * up), narrow(0.35 + 0.35 * up * std::sin(two_pi * 2.2 * beat))};
    }
    return stance;
}

Stance jumping(double height) {
    const auto up = narrow(std::clamp(height, 0.0, 1.0));
    Stance stance;
    stance.near_arm = {-0.2F - 2.3F * up, 0.3F - 0.5F * up};
    stance.far_arm = {0.2F + 2.1F * up, 0.3F};
    stance.near_leg = {0.10F + 0.34F * up, 0.06F + 0.62F * up};
    stance.far_leg = {0.26F * up - 0.10F, 0.06F + 0.90F * up};
    stance.lean = 0.04F * up;
    return stance;
}

Stance crouching(double depth) {
    const auto low = narrow(std::clamp(depth, 0.0, 1.0));
    Stance stance;
    stance.near_leg = {0.05F + 0.75F * low, 0.06F + 1.25F * low};
    stance.far_leg = {-0.05F + 0.80F * low, 0.06F + 1.25F * low};
    stance.near_arm = {-0.2F - 0.7F * low, 0.3F};
    stance.far_arm = {0.2F - 0.9F * low, 0.3F};
    stance.lean = 0.04F + 0.2F * low;
    return stance;
}

float stumble(double time, std::uint32_t who) {
    // Neighbours lean to different sides, and not into each other.
    constexpr std::array lean{-0.26, -0.13, 0.12};
    return narrow(lean[who % lean.size()] + 0.05 * std::sin(two_pi * 0.9 * time + 1.7 * who));
}

Stance stumbling(double time, std::uint32_t who) {
    const double beat = two_pi * 1.3 * time + 1.7 * who;
    const bool forward = stumble(0.0, who) > 0.0F;
    Stance stance;
    stance.near_arm = {narrow((forward ? -1.9 : -2.4) + 0.3 * std::sin(beat)), -0.35F};
    stance.far_arm = {narrow((forward ? 2.4 : 1.8) + 0.3 * std::sin(beat + 1.4)), 0.35F};
    // The leg on the side to which it falls is off the ground.
    const Stance::Leg lifted{narrow(forward ? -0.6 : 0.7), forward ? 0.55F : 0.75F};
    const Stance::Leg standing_leg{narrow(forward ? -0.12 : 0.14), 0.12F};
    stance.near_leg = forward ? lifted : standing_leg;
    stance.far_leg = forward ? standing_leg : lifted;
    stance.nod = narrow(forward ? -0.14 : 0.14);
    stance.scared = true;
    return stance;
}

Stance falling(double time, std::uint32_t who) {
    const double beat = two_pi * 1.7 * time + 1.3 * who;
    Stance stance;
    stance.near_arm = {narrow(-2.3 + 0.4 * std::sin(beat)), -0.3F};
    stance.far_arm = {narrow(2.1 + 0.4 * std::sin(beat + 1.2)), 0.3F};
    stance.near_leg = {narrow(0.5 + 0.2 * std::sin(beat)), 0.7F};
    stance.far_leg = {narrow(-0.45 - 0.2 * std::sin(beat)), 0.5F};
    stance.scared = true;
    return stance;
}

Stance swimming(double time, std::uint32_t who) {
    const double beat = two_pi * 0.8 * time + 1.1 * who;
    Stance stance;
    stance.near_arm = {narrow(1.9 + 0.45 * std::sin(beat)), 0.5F};
    stance.far_arm = {narrow(-1.9 - 0.45 * std::sin(beat + 0.8)), -0.5F};
    stance.near_leg = {narrow(0.3 * std::sin(beat)), 0.4F};
    stance.far_leg = {narrow(-0.3 * std::sin(beat)), 0.4F};
    stance.nod = narrow(0.06 * std::sin(beat));
    return stance;
}

Stance waving(double time, std::uint32_t who) {
    Stance stance = standing(0.0, 1);
    const double own = 1.9 * who;
    stance.nod = narrow(0.05 * std::sin(0.7 * time + own));
    // An arm that goes up from the shoulder and bends at the elbow.
    stance.near_arm = {2.45F, narrow(0.35 + 0.4 * std::sin(two_pi * 1.1 * time + own))};
    return stance;
}

Stance pointing(double time, std::uint32_t who) {
    Stance stance = standing(0.0, 1);
    const double beat = std::sin(two_pi * 0.35 * time + 1.9 * who);
    stance.near_arm = {narrow(1.42 + 0.06 * beat), 0.08F};
    stance.nod = narrow(0.04 * beat);
    stance.lean = 0.04F;
    return stance;
}

Stance alarmed(double time, std::uint32_t who) {
    Stance stance = standing(0.0, 1);
    const double beat = std::sin(two_pi * 0.5 * time + 1.9 * who);
    stance.near_arm = {narrow(1.35 + 0.05 * beat), 2.25F};
    stance.far_arm = {narrow(1.60 + 0.05 * beat), 2.05F};
    stance.lean = -0.08F;
    stance.scared = true;
    return stance;
}

Stance disappointed(double time, std::uint32_t who) {
    Stance stance = standing(0.0, 1);
    const double beat = std::sin(two_pi * 0.3 * time + 1.9 * who);
    stance.near_arm = {0.14F, 0.10F};
    stance.far_arm = {0.06F, 0.08F};
    stance.lean = 0.16F;
    stance.nod = narrow(0.34 + 0.05 * beat);
    stance.scared = true;
    return stance;
}

}  // namespace vonk::view

// People in parts: legs that take steps as far as somebody has walked, arms, cloth, skin and hair tinted from
// a wardrobe, so that no two beside each other look alike. They walk, stand, jump, fall, swim, and ride a
// bike.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "game/view/paint.h"

namespace vonk::view {

enum class Age : std::uint8_t { Child, Adult };

// Joints in radians; 0 hangs or stands straight, positive swings forward, to the right.
struct Stance {
    struct Leg {
        float thigh = 0.0F;
        float knee = 0.0F;  // bends the shin back
    };
    struct Arm {
        float upper = 0.0F;
        float elbow = 0.0F;  // bends the forearm forward
    };
    Leg far_leg{}, near_leg{};
    Arm far_arm{}, near_arm{};
    float lean = 0.0F;  // of the trunk, forward
    float nod = 0.0F;   // of the head
    bool scared = false;
};

// Steps: one turn of `phase` is two of them, each leg once.
Stance walking(double phase);
// The same legs at rest: shifts its weight, and waves now and then.
Stance standing(double time, std::uint32_t who);
// Arms up and legs together; `height` 0 on the ground, 1 at the top of the jump.
Stance jumping(double height);
// Knees bent before a jump and after it; `depth` 0 straight, 1 low.
Stance crouching(double depth);
// Off balance on a road that swings: arms out, one leg in the air; the figure tilts by `stumble`, rad.
Stance stumbling(double time, std::uint32_t who);
float stumble(double time, std::uint32_t who);
Stance falling(double time, std::uint32_t who);
Stance swimming(double time, std::uint32_t who);
// Who looks on: waves again and again, points ahead, holds both cheeks, lets head and arms hang.
Stance waving(double time, std::uint32_t who);
Stance pointing(double time, std::uint32_t who);
Stance alarmed(double time, std::uint32_t who);
Stance disappointed(double time, std::uint32_t who);

class PeoplePainter {
  public:
    explicit PeoplePainter(const gfx::Graphics& graphics);

    // How tall the figure is and how long its legs are, kit px; metres come from the vehicle's row.
    static float tall(Age age);
    static float legs(Age age);

    struct Tone {  // water makes everything bluer
        float haze = 0.0F;
        gfx::Color haze_colour{};
        float alpha = 1.0F;
    };
    // Stands at the origin of the present transform, in kit px, feet down.
    void figure(gfx::Canvas& canvas, Age age, std::uint32_t who, const Stance& stance,
                const Tone& tone) const;
    // Sits with its hip at `hip`, both hands at `grip`, feet at `feet` (far, near), kit px.
    void rider(gfx::Canvas& canvas, std::uint32_t who, gfx::Point hip, gfx::Point grip,
               const std::array<gfx::Point, 2>& feet, bool scared, const Tone& tone, bool near) const;
    // Head and hair alone, middle at `at`: behind a window.
    void head(gfx::Canvas& canvas, Age age, std::uint32_t who, gfx::Point at, float scale, float angle,
              bool scared, const Tone& tone) const;
    void shadow(gfx::Canvas& canvas, gfx::Point at, float scale) const;
    void ring(gfx::Canvas& canvas, gfx::Point at, float scale, float angle, bool front) const;

  private:
    struct Limbs {
        gfx::SpriteId thigh, shin, shoe, upper_arm, fore_arm, hand, torso, skirt, pack;
    };
    struct Body {
        float hip, shoulder, head;  // above the feet
        float thigh, shin;          // shin to the sole
        float upper_arm, fore_arm;
    };
    static const Body& body(Age age);
    const Limbs& limbs(Age age) const { return limbs_[static_cast<std::size_t>(age)]; }
    void limb(gfx::Canvas& canvas, gfx::SpriteId sprite, gfx::Point at, float angle, gfx::Color tint,
              const Tone& tone) const;
    void leg(gfx::Canvas& canvas, Age age, std::uint32_t who, gfx::Point hip, float thigh, float shin,
             bool far, const Tone& tone) const;
    void arm(gfx::Canvas& canvas, Age age, std::uint32_t who, gfx::Point shoulder, float upper, float fore,
             bool far, const Tone& tone) const;
    void trunk(gfx::Canvas& canvas, Age age, std::uint32_t who, gfx::Point hip, float lean, const Tone& tone,
               bool skirts) const;

    std::array<Limbs, 2> limbs_{};
    std::array<gfx::SpriteId, 11> hair_{};
    gfx::SpriteId head_, scared_, glasses_, shadow_, ring_back_, ring_front_;
};

}  // namespace vonk::view

// People who jump in step, against the closed form of one degree of freedom.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <complex>

#include "engine/core/math.h"
#include "trusses.h"

using namespace vonk;
using namespace vonk::bridge;

namespace {

constexpr double h = 1.0 / 120.0;
constexpr double leg = 2.0;          // m
constexpr double deck_mass = 400.0;  // kg, of each of two
constexpr double deck_length = 6.0;  // m
constexpr double damping_ratio = 0.02;

// Two decks that meet on a springy leg: the joint between them moves up and down, nothing else does.
BridgeDef springyDeck(double hertz) {
    const double omega = 2.0 * pi * hertz;
    BridgeDef def;
    def.structure.damping_ratio = damping_ratio;
    def.structure.joints = {{{0.0, 0.0}, false, true},
                            {{deck_length, 0.0}, true, false},
                            {{2.0 * deck_length, 0.0}, false, true},
                            {{deck_length, -leg}, true, true}};
    structure::MemberDef deck{0, 1, structure::MemberKind::Deck, 210e9, 0.01, 1e-3, 0.0, 0.0, 1e9};
    deck.density = deck_mass / (deck.area * deck_length);
    structure::MemberDef spring{3, 1, structure::MemberKind::Bar, 0.0, 0.01, 1.0, 0.0, 0.0, 1e9};
    spring.young = deck_mass * omega * omega * leg / spring.area;
    def.structure.members = {deck, deck, spring};
    def.structure.members[1].from = 1;
    def.structure.members[1].to = 2;
    def.ground = driven::banks(2.0 * deck_length);
    def.breaking = false;
    return def;
}

rigid::VehicleDef jumper(double mass, rigid::JumpDef jump) {
    rigid::VehicleDef def;
    def.front = {-1.0, 0.0};
    def.speed = 1.5;
    def.axles = {{0.0, mass}};
    def.chassis = rigid::Chassis::PerAxle;
    def.wheel_radius = 0.2;
    def.body_size = {0.4, 1.5};
    def.jump = jump;
    return def;
}

// Response to a unit force at `drive` rad/s in units of the static one, of one degree of freedom. Textbook:
// with ω·h/2 of backward Euler added to the material's damping.
std::complex<double> textbook(double drive, double omega) {
    const double zeta = damping_ratio + 0.5 * omega * h;
    const double r = drive / omega;
    return 1.0 / std::complex<double>(1.0 - r * r, 2.0 * zeta * r);
}

// The same exactly as backward Euler has it: d/dt is (1 − exp(−iΩh))/h, and a force is its mean over the
// step.
std::complex<double> stepped(double drive, double omega) {
    const std::complex<double> i{0.0, 1.0};
    const std::complex<double> s = (1.0 - std::exp(-i * drive * h)) / h;
    const std::complex<double> mean = (std::exp(i * drive * h) - 1.0) / (i * drive * h);
    return mean * omega * omega / (s * s + 2.0 * damping_ratio * omega * s + omega * omega);
}

// Swing of the deck about its mean in the steady state, m: the Fourier series of the half sine waves
// (Bachmann & Ammann 1987, appendix A), each term by a `response`.
double closedSwing(double mass, double hertz, const rigid::JumpDef& jump,
                   std::complex<double> (*response)(double, double)) {
    const double omega = 2.0 * pi * hertz;
    const double period = 1.0 / jump.frequency;
    const double contact = jump.contact * period;
    double least = 1e9, greatest = -1e9;
    std::vector<std::pair<double, double>> terms;  // cosine and sine parts of the force's share of G
    constexpr int fine = 4000;
    for (int n = 1; n <= 12; ++n) {
        double a = 0.0, b = 0.0;
        for (int i = 0; i < fine; ++i) {
            const double t = contact * (i + 0.5) / fine;
            const double force = pi / (2.0 * jump.contact) * std::sin(pi * t / contact);
            a += 2.0 / period * force * std::cos(2.0 * pi * n * t / period) * contact / fine;
            b += 2.0 / period * force * std::sin(2.0 * pi * n * t / period) * contact / fine;
        }
        terms.emplace_back(a, b);
    }
    for (int i = 0; i < 1000; ++i) {
        double y = 0.0;
        for (int n = 1; n <= 12; ++n) {
            const double drive = 2.0 * pi * n * jump.frequency;
            const auto [a, b] = terms[static_cast<std::size_t>(n - 1)];
            const std::complex<double> turn = std::polar(1.0, drive * period * i / 1000.0);
            y += (std::complex<double>(a, -b) * turn * response(drive, omega)).real();
        }
        least = std::min(least, y);
        greatest = std::max(greatest, y);
    }
    return (greatest - least) * mass * 9.81 / (deck_mass * omega * omega);
}

}  // namespace

TEST_CASE("people who jump in step shake a bridge as one degree of freedom says") {
    for (const auto& [hertz, frequency, contact] :
         {std::tuple{2.2, 2.2, 0.5}, {3.0, 2.0, 0.5}, {4.0, 2.0, 0.4}, {2.2, 3.0, 0.6}}) {
        INFO(hertz << " Hz, jumps " << frequency << " Hz, contact " << contact);
        const rigid::JumpDef jump{deck_length, frequency, 25.0, contact};
        BridgeDef def = springyDeck(hertz);
        def.vehicles = {jumper(30.0, jump)};
        BridgeRun run(def);
        REQUIRE(run.rest().found);
        while (!run.rigid().vehicle(0).jumping && run.time() < 10.0) run.step(h);
        REQUIRE(run.rigid().vehicle(0).jumping);
        const double place = run.rigid().vehicle(0).front / deck_length;
        CHECK(place == Approx(1.0).margin(0.02));
        const double share = 30.0 * (1.0 - std::fabs(1.0 - place));  // by the lever rule
        for (const double start = run.time(); run.time() < start + 15.0;) run.step(h);
        double least = 1e9, greatest = -1e9, sum = 0.0;
        int steps = 0;
        for (const double start = run.time(); run.time() < start + 6.0 - 1e-6; ++steps) {
            run.step(h);
            const double y = run.structure().positions()[1].y;
            least = std::min(least, y);
            greatest = std::max(greatest, y);
            sum += y;
        }
        CHECK(greatest - least == Approx(closedSwing(share, hertz, jump, textbook)).epsilon(0.06));
        CHECK(greatest - least == Approx(closedSwing(share, hertz, jump, stepped)).epsilon(0.01));
        // On the mean they weigh what they weigh.
        const double omega = 2.0 * pi * hertz;
        CHECK(-sum / steps == Approx((deck_mass + 30.0) * 9.81 / (deck_mass * omega * omega)).epsilon(0.01));
        while (run.rigid().vehicle(0).jumping && run.time() < 60.0) run.step(h);
        const double stood = run.rigid().vehicle(0).front;
        for (const double start = run.time(); run.time() < start + 8.0;) run.step(h);
        CHECK(run.rigid().vehicle(0).front > stood + 8.0);  // walks on
    }
}

TEST_CASE("a jump is as high as its time in the air says, and a group lands at the same moment") {
    BridgeDef def = springyDeck(8.0);
    for (int i = 0; i < 3; ++i) {
        rigid::JumpDef jump{deck_length + 0.7 - 0.7 * i, 2.0, 4.0, 0.5};
        def.vehicles.push_back(jumper(60.0, jump));
        def.vehicles.back().front.x = -1.0 - 0.7 * i;
        if (i == 2) def.vehicles.back().speed = 1.3;  // comes later, and still jumps in step
    }
    BridgeRun run(def);
    double highest = 0.0, deepest = 0.0, greatest_load = 0.0;
    int together = 0, apart = 0;
    for (int i = 0; i < 120 * 12; ++i) {
        run.step(h);
        const rigid::VehicleState& first = run.rigid().vehicle(0);
        const rigid::VehicleState& last = run.rigid().vehicle(2);
        if (first.jumping && last.jumping) {
            (first.leap == Approx(last.leap).margin(1e-9) ? together : apart) += 1;
        }
        highest = std::max(highest, first.leap);
        deepest = std::min(deepest, first.leap);
        double load = 0.0;
        for (const rigid::WheelLoad& row : run.rigid().wheelLoads()) load -= row.force.y;
        if (first.jumping && last.jumping) {
            greatest_load = std::max(greatest_load, load);
            if (first.leap > 0.02) CHECK(load == Approx(0.0).margin(1e-6));
        }
    }
    // In the air T/4 to the top: g/2·(T/4·1/2)², T = 1/2 s.
    CHECK(highest == Approx(0.5 * 9.81 * 0.125 * 0.125).epsilon(0.02));
    CHECK(deepest < -0.05);
    CHECK(greatest_load == Approx(3.0 * 60.0 * 9.81 * pi).epsilon(0.01));
    CHECK(together > 300);
    CHECK(apart == 0);
}

TEST_CASE("who jumps on a deck that breaks falls with it") {
    BridgeDef def = springyDeck(8.0);
    def.vehicles = {jumper(60.0, {3.0, 2.0, 30.0, 0.5})};
    BridgeRun run(def);
    while (!run.rigid().vehicle(0).jumping && run.time() < 10.0) run.step(h);
    REQUIRE(run.rigid().vehicle(0).jumping);
    run.breakMember(0, BreakCause::Bent);
    for (int i = 0; i < 120 * 4; ++i) run.step(h);
    CHECK_FALSE(run.rigid().vehicle(0).jumping);
    CHECK(run.rigid().vehicle(0).body.position.y < -5.0);
}

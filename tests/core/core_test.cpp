#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "engine/core/error.h"
#include "engine/core/hash.h"
#include "engine/core/math.h"
#include "engine/core/random.h"
#include "engine/core/reason.h"
#include "engine/core/rigid_state.h"

using namespace vonk;

TEST_CASE("elementary functions agree with libm to a few ulp") {
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        const double x = random.between(-30, 30), y = random.between(0.01, 30);
        CHECK(vonk::exp(x) == Approx(std::exp(x)).epsilon(1e-15));
        CHECK(vonk::log(y) == Approx(std::log(y)).epsilon(1e-15).margin(1e-16));
        CHECK(vonk::sin(x) == Approx(std::sin(x)).epsilon(1e-14).margin(1e-15));
        CHECK(vonk::cos(x) == Approx(std::cos(x)).epsilon(1e-14).margin(1e-15));
        CHECK(vonk::atan2(x, y) == Approx(std::atan2(x, y)).epsilon(1e-15));
        CHECK(vonk::pow(y, 2.5) == Approx(std::pow(y, 2.5)).epsilon(1e-14));
    }
}

TEST_CASE("elementary functions keep the bits that recordings were made with") {
    Hash hash;
    Random random(11);
    for (int i = 0; i < 1000; ++i) {
        const double x = random.between(-10, 10);
        hash.add(vonk::exp(x))
            .add(vonk::sin(x))
            .add(vonk::cos(x))
            .add(vonk::atan2(x, 1.5))
            .add(vonk::log(x * x + 0.1));
    }
    CHECK(hash.value() == 0x5db00c39895ca1d3ULL);
}

TEST_CASE("random numbers repeat for a seed and stay in range") {
    Random a(3), b(3), c(4);
    bool differs = false;
    for (int i = 0; i < 1000; ++i) {
        const auto value = a.next();
        CHECK(value == b.next());
        differs = differs || value != c.next();
        const double u = a.unit();
        CHECK((u >= 0.0 && u < 1.0));
        CHECK(b.unit() == u);
        CHECK(a.below(7) < 7);
        b.below(7);
    }
    CHECK(differs);
}

TEST_CASE("an error prints file, line, key and reason and leaves out what is unknown") {
    CHECK(toString({"a.toml", 3, "x", "is missing"}) == "a.toml:3: x: is missing");
    CHECK(toString({"a.toml", 0, "", "cannot be read"}) == "a.toml: cannot be read");
    CHECK(toString({"", 0, "--size", "wants WxH"}) == "--size: wants WxH");
}

TEST_CASE("every reason has one name and is found by it") {
    std::set<std::string_view> seen;
    for (int i = 0; i < 100; ++i) {
        const auto id = static_cast<ReasonId>(i);
        const auto text = name(id);
        if (text == "none") continue;
        CHECK(seen.insert(text).second);
        CHECK(reasonFromName(text) == id);
    }
    CHECK(seen.size() == 32);
    CHECK_FALSE(reasonFromName("no such reason"));
}

TEST_CASE("an impulse sink keeps the order in which physics pushed") {
    ImpulseSink sink;
    sink.push(BodyId{2}, {1, 0}, {0, 0});
    sink.push(BodyId{1}, {0, 1}, {0, 0});
    REQUIRE(sink.impulses().size() == 2);
    CHECK(sink.impulses()[0].body == BodyId{2});
    sink.clear();
    CHECK(sink.impulses().empty());
}

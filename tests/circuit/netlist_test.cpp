#include "engine/circuit/netlist.h"

#include <catch2/catch.hpp>

#include "engine/core/random.h"

using namespace vonk;
using namespace vonk::circuit;

namespace {

Netlist parse(const std::string& text) {
    Result<Netlist> netlist = parseNetlist(text, "n.cir");
    INFO((netlist ? "" : toString(netlist.error().front())));
    REQUIRE(netlist);
    return *netlist;
}

std::vector<std::string> mistakes(const std::string& text) {
    std::vector<std::string> lines;
    const Result<Netlist> netlist = parseNetlist(text, "n.cir");
    if (!netlist)
        for (const Error& error : netlist.error()) lines.push_back(toString(error));
    return lines;
}

std::string only(const std::string& text) {
    const std::vector<std::string> lines = mistakes(text);
    REQUIRE(lines.size() == 1);
    return lines.front();
}

}  // namespace

TEST_CASE("numbers are read as SPICE writes them") {
    const std::pair<const char*, double> good[] = {{"1", 1},
                                                   {"-2.5", -2.5},
                                                   {"+3", 3},
                                                   {".5", 0.5},
                                                   {"5.", 5},
                                                   {"1k", 1e3},
                                                   {"1meg", 1e6},
                                                   {"1m", 1e-3},
                                                   {"2.2u", 2.2e-6},
                                                   {"10n", 10e-9},
                                                   {"47p", 47e-12},
                                                   {"1f", 1e-15},
                                                   {"1g", 1e9},
                                                   {"2t", 2e12},
                                                   {"5v", 5},
                                                   {"10kohm", 1e4},
                                                   {"10uf", 10e-6},
                                                   {"1megohm", 1e6},
                                                   {"3mv", 3e-3},
                                                   {"1e3", 1e3},
                                                   {"1e-3", 1e-3},
                                                   {"1e+3k", 1e6},
                                                   {"1.5e3k", 1.5e6},
                                                   {"1ev", 1},
                                                   {"1d2", 100},
                                                   {"100\u03A9", 100},
                                                   {"4.7\u00B5", 4.7e-6},
                                                   {"4.7\u03BCf", 4.7e-6},
                                                   {"4.7\xB5", 4.7e-6},
                                                   {"1e-999", 0},
                                                   {"1milli", 1e-3},
                                                   {"0", 0},
                                                   {"1a", 1}};
    for (const auto& [word, value] : good) {
        INFO(word);
        REQUIRE(spiceNumber(word));
        CHECK(*spiceNumber(word) == value);
    }
    for (const char* word : {"", "k", "-", ".", "+.", "e3", "1e999", "nan", "inf", "-inf", "4k7", "1..2",
                             "1-2", "0x10", "--1", "+-1", "1e99999999999", "1_000", "1e+-3"}) {
        INFO(word);
        CHECK_FALSE(spiceNumber(word));
    }
}

TEST_CASE("a netlist is read with its title, remarks, continued lines and letters of any case") {
    const Netlist netlist = parse(
        "R9 this is the title\r\n"
        "* a remark\n"
        "V1 IN 0 DC 5V ; the supply\n"
        "r1 in\n"
        "* between\n"
        "+ out\n"
        "+ 10kOhm $ upper\n"
        "R2 Out 0 (1meg)\n"
        "I1 0,out 1m\n"
        ".OP\n"
        ".end\n"
        "rubbish after the end\n");
    CHECK(netlist.title == "r9 this is the title\r");
    CHECK(netlist.operatingPoint);
    REQUIRE(netlist.elements.size() == 4);
    CHECK(netlist.nodes == std::vector<std::string>{"0", "in", "out"});
    CHECK(netlist.elements[0].wave.steady == 5);
    CHECK(netlist.elements[1].name == "r1");
    CHECK(netlist.elements[1].value == 1e4);
    CHECK(netlist.elements[1].line == 4);
    CHECK(netlist.elements[2].value == 1e6);
    CHECK(netlist.elements[3].a == earth);
    CHECK(netlist.elements[3].b == 2);
    CHECK(netlist.elements[3].wave.steady == 1e-3);
}

TEST_CASE("sources, initial values, models and outputs are read") {
    const Netlist netlist = parse(
        "t\n"
        "V1 a 0 DC 1 SIN(0 2 50 1m 3 90)\n"
        "V2 b 0 PULSE 0 5 1m 0 1u 2m 4m\n"
        "I1 a b PWL(0 0, 1m 1, 2m 0)\n"
        "V3 c 0\n"
        "C1 a 0 1u IC=2\n"
        "L1 b c 1m ic = -3m\n"
        "D1 a b DX\n"
        "S1 a b c 0 SX OFF\n"
        ".model dx D(is=1e-12 n=1.5, rs=2)\n"
        ".model sx sw vt=1 vh=0.5 ron=2 roff=1g\n"
        ".tran 1u 1m uic\n"
        ".print tran v(a) V(a,b) i(L1)\n");
    const auto& sine = std::get<Sine>(netlist.elements[0].wave.shape);
    CHECK(netlist.elements[0].wave.steady == 1);
    CHECK(sine.frequency == 50);
    CHECK(sine.phase == 90);
    const auto& pulse = std::get<Pulse>(netlist.elements[1].wave.shape);
    CHECK(pulse.high == 5);
    CHECK_FALSE(pulse.rise);
    CHECK(pulse.fall == 1e-6);
    CHECK(pulse.period == 4e-3);
    CHECK_FALSE(netlist.elements[1].wave.steady);
    CHECK(std::get<PieceWise>(netlist.elements[2].wave.shape).points[1] == std::pair(1e-3, 1.0));
    CHECK(netlist.elements[3].wave.steady == 0);
    CHECK(netlist.elements[4].initial == 2);
    CHECK(netlist.elements[5].initial == -3e-3);
    CHECK(netlist.diodes.at(0).emission == 1.5);
    CHECK(netlist.diodes.at(0).series == 2);
    CHECK(netlist.switches.at(0).off == 1e9);
    CHECK(netlist.elements[7].controlA == 3);
    REQUIRE(netlist.transient);
    CHECK(netlist.transient->fromInitial);
    CHECK(netlist.transient->step == 1e-6);
    REQUIRE(netlist.outputs.size() == 3);
    CHECK(netlist.outputs[1].label == "v(a,b)");
    CHECK(netlist.outputs[2].element == 5);
}

TEST_CASE("what a netlist may not hold is refused by line and name") {
    CHECK(only("t\nR1 1 0 -5\n") == "n.cir:2: r1: a resistance in ohm must be 0 or more");
    CHECK(only("t\nC1 1 0 0\n") == "n.cir:2: c1: a capacitance in farad must be more than 0");
    CHECK(only("t\nL1 1 0 -1m\n") == "n.cir:2: l1: an inductance in henry must be more than 0");
    CHECK(only("t\nR1 1 0 1k\n\nr1 1 0 2k\n") == "n.cir:4: r1: the name stands already in line 2");
    CHECK(only("t\nR1 1 2 1k\nV1 1 2 5\n") == "n.cir: no element is connected to node 0, the earth");
    CHECK(only("t\nQ1 1 2 0 bc\n") ==
          "n.cir:2: q1: this kind of element is not known (known are R C L V I D S)");
    CHECK(only("t\n.include \"x\"\n") ==
          "n.cir:2: .include: this card is not known (known are .op .tran .print .model .end)");
    CHECK(only("t\n.subckt a 1 2\n").starts_with("n.cir:2: .subckt: "));
    CHECK(only("t\nR1 1 0 nan\n") == "n.cir:2: r1: a resistance in ohm is needed, \"nan\" is no number");
    CHECK(only("t\nR1 1 0 1e999\n") == "n.cir:2: r1: a resistance in ohm is needed, \"1e999\" is no number");
    CHECK(only("t\nR1 1 0 1e200\n") == "n.cir:2: r1: a resistance in ohm is beyond 1e+30");
    CHECK(only("t\nR1 1 0 1e-200\n") == "n.cir:2: r1: a resistance in ohm must be 0 or at least 1e-30");
    CHECK(only("t\nR1 1 0\n") == "n.cir:2: r1: a resistance in ohm is missing");
    CHECK(only("t\nR1 1\n") == "n.cir:2: r1: 2 nodes are needed, there are 1");
    CHECK(only("t\nR1 1 0 1k tc1=2\n") == "n.cir:2: r1: \"tc1\" is not understood here");
    CHECK(only("t\nR1 1 0 1k\nR2 1 0\n+ 5\n+ 6\n") == "n.cir:5: r2: \"6\" is not understood here");
    CHECK(only("t\n+ R1 1 0 1k\n") == "n.cir:2: +: there is nothing here to continue");
    CHECK(only("t\nV1 1 0 5 AC 1\n") ==
          "n.cir:2: v1: \"ac\" is not known here (known are DC, SIN, PULSE, PWL)");
    CHECK(only("t\nV1 1 0 5 6\n") == "n.cir:2: v1: has two DC values");
    CHECK(only("t\nV1 1 0 SIN(0 1\n") == "n.cir:2: v1: the bracket of sin is not closed");
    CHECK(only("t\nV1 1 0 SIN(0)\n").find("2 to 6 numbers") != std::string::npos);
    CHECK(only("t\nV1 1 0 PWL(0 0 1)\n").find("pairs") != std::string::npos);
    CHECK(only("t\nV1 1 0 PWL(0 0 1 1 1 2)\n").find("must rise") != std::string::npos);
    CHECK(only("t\nV1 1 0 PULSE(0 1 0 -1)\n").find("less than 0") != std::string::npos);
    CHECK(only("t\nD1 1 0 dx\n") == "n.cir:2: d1: there is no .model dx");
    CHECK(only("t\nD1 1 0 sx\n.model sx sw()\n") == "n.cir:2: d1: .model sx (line 3) is of another kind");
    CHECK(only("t\nR1 1 0 1\n.model sx sw(vt=1 vt=2)\n") == "n.cir:3: sx: vt stands here twice");
    CHECK(only("t\nR1 1 0 1\n.model dx d(bv=1)\n") == "n.cir:3: dx: \"bv\" is not known in a model of d");
    CHECK(only("t\nR1 1 0 1\n.model dx d(is=0)\n") == "n.cir:3: dx: is must be more than 0");
    CHECK(only("t\nR1 1 0 1\n.model dx npn()\n").find("kind \"npn\"") != std::string::npos);
    CHECK(only("t\nR1 1 0 1\n.tran 1\n") == "n.cir:3: .tran: the stop time in seconds is missing");
    CHECK(only("t\nR1 1 0 1\n.tran 1u 1m 0 1u\n") == "n.cir:3: .tran: \"0\" is not known here (only uic is)");
    CHECK(only("t\nR1 1 0 1\n.tran 2 1\n").find("longer than") != std::string::npos);
    CHECK(only("t\nR1 1 0 1\n.print tran v(2)\n") == "n.cir:3: .print: there is no node 2");
    CHECK(only("t\nR1 1 0 1\n.print tran i(v1)\n") == "n.cir:3: .print: there is no element v1");
    CHECK(only("t\nR1 1 0 1\n.print tran v(1\n").find("not closed") != std::string::npos);
    CHECK(only("t\nR1 1 0 1\n.print ac v(1)\n").find("only") != std::string::npos);
    CHECK(only("t\nR1 \xC3\xA9 0 1\n").find("printable ASCII") != std::string::npos);
    CHECK(only("") == "n.cir: no element is connected to node 0, the earth");
    CHECK(only(std::string("t\nR1 1 0 \0 5\n", 12)) ==
          "n.cir:2: not a text file: it holds the control character 0");
}

TEST_CASE("many mistakes are told in one go, and not without end") {
    CHECK(mistakes("t\nR1 1 0 -1\nX1 a b\n.foo\n").size() == 3);
    std::string text = "t\n";
    for (int i = 0; i < 5000; ++i) text += "X" + std::to_string(i) + " 1 0\n";
    CHECK(mistakes(text).size() == 101);
}

TEST_CASE("netlists beyond the limits are refused") {
    std::string text = "t\n";
    for (int i = 0; i < 100001; ++i) text += "R" + std::to_string(i) + " 1 0 1\n";
    CHECK(only(text) == "n.cir:100002: r100000: more than 100000 elements");
    CHECK(only(std::string(netlistSizeLimit + 1, 'x')) == "n.cir: larger than 8388608 bytes");
}

TEST_CASE("half a million continued lines are read as one card") {
    std::string text = "t\nV1 1 0 PWL(\n";
    for (int i = 0; i < 500000; ++i) text += "+" + std::to_string(i) + " 1\n";
    const Netlist netlist = parse(text + "+)\n");
    CHECK(std::get<PieceWise>(netlist.elements.at(0).wave.shape).points.size() == 500000);
}

TEST_CASE("rubbish is refused or read, never a crash") {
    Random random(99);
    const std::string good =
        "title\nV1 1 0 DC 5 SIN(0 1 1k)\nR1 1 2 10k\n+ \nD1 2 0 DM\n.model DM D(is=1e-14)\n"
        "S1 1 2 2 0 SM\n.model SM SW(vt=1)\n.print tran v(1,2) i(v1)\n.tran 1u 1m\n.end\n";
    const std::string letters = "RCLVIDSdc()=,.*+;$ \n\t0123456789kmegu-\xB5\xC2\x01";
    for (int round = 0; round < 20000; ++round) {
        std::string text = good;
        for (std::uint32_t i = 0, count = 1 + random.below(6); i < count; ++i) {
            const std::size_t at = random.below(static_cast<std::uint32_t>(text.size()));
            switch (random.below(4)) {
                case 0:
                    text[at] = letters[random.below(static_cast<std::uint32_t>(letters.size()))];
                    break;
                case 1:
                    text.erase(at, 1 + random.below(5));
                    break;
                case 2:
                    text.insert(at, 1, static_cast<char>(random.below(256)));
                    break;
                default:
                    text.insert(at, text.substr(random.below(static_cast<std::uint32_t>(text.size())), 8));
            }
        }
        const Result<Netlist> netlist = parseNetlist(text, "n.cir");
        if (!netlist) REQUIRE_FALSE(netlist.error().empty());
    }
}

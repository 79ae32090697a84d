// What a frame of 1/60 s costs: a truck drives over a bridge, structure and Box2D together. Run
// build/bin/bench_structure; the counter cpu_per_frame is the CPU time of one frame.
#include <benchmark/benchmark.h>

#include "trusses.h"

using namespace vonk;

namespace {

void frames(benchmark::State& state, bridge::BridgeDef def) {
    std::size_t count = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto run = std::make_unique<bridge::BridgeRun>(def);
        state.ResumeTiming();
        for (int tick = 0; tick < 600; ++tick, ++count) {
            for (int i = run->substeps(); i > 0; --i) run->step(1.0 / 120.0);
        }
    }
    state.counters["cpu_per_frame"] = benchmark::Counter(
        static_cast<double>(count), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["members"] = static_cast<double>(def.structure.members.size());
}

void truckOverWarren(benchmark::State& state) {
    bridge::BridgeDef def;
    def.structure = bridge::driven::warren(static_cast<int>(state.range(0)), 40.0, 3.0, 0.006);
    def.ground = bridge::driven::banks(40.0);
    def.vehicles = {bridge::driven::truck(-2.0, 7000.0, 5.0)};
    def.breaking = false;
    frames(state, def);
}

// A long viaduct: spans of 40 m and 30 bays, each carried at its ends.
void truckOverViaduct(benchmark::State& state) {
    constexpr int bays = 30;
    constexpr double span = 40.0;
    const auto spans = static_cast<int>(state.range(0));
    bridge::BridgeDef def;
    def.structure = bridge::driven::warren(bays * spans, span * spans, 3.0, 0.006);
    for (int i = 1; i < spans; ++i) def.structure.joints[static_cast<std::size_t>(i * bays)].fixed_y = true;
    def.ground = bridge::driven::banks(span * spans);
    def.vehicles = {bridge::driven::truck(-2.0, 7000.0, 5.0)};
    def.breaking = false;
    frames(state, def);
}

void collapse(benchmark::State& state) {
    bridge::BridgeDef def;
    def.structure = bridge::driven::warren(30, 40.0, 3.0, 0.006);
    def.ground = bridge::driven::banks(40.0);
    def.water = -6.0;
    std::size_t count = 0;
    for (auto _ : state) {
        state.PauseTiming();
        bridge::BridgeRun run(def);
        run.breakMember(15, bridge::BreakCause::Snapped);
        state.ResumeTiming();
        for (int tick = 0; tick < 600; ++tick, ++count) {
            for (int i = run.substeps(); i > 0; --i) run.step(1.0 / 240.0);
        }
    }
    state.counters["cpu_per_frame"] = benchmark::Counter(
        static_cast<double>(count), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK(truckOverWarren)->Arg(5)->Arg(15)->Arg(30)->Arg(100)->Arg(300)->Unit(benchmark::kMillisecond);
BENCHMARK(truckOverViaduct)->Arg(1)->Arg(4)->Arg(10)->Arg(20)->Arg(42)->Unit(benchmark::kMillisecond);
BENCHMARK(collapse)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();

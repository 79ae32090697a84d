#include "tools/stats/generate_command.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <vector>

#include "engine/core/math.h"
#include "engine/core/random.h"
#include "engine/core/reason.h"
#include "game/engagement/records.h"
#include "tools/stats/unfinished_file.h"

namespace vonk::stats {
namespace {

using store::Database;
using store::Outcome;
using store::Statement;

// A level as an average group of visitors meets it. Numbers from 900 on belong to no real level.
struct MadeUpLevel {
    std::int64_t number;
    const char* id;
    const char* band;
    double expected;   // s
    double chosen;     // weight among the levels of a visit
    double first_win;  // share of first attempts that win; each later one wins a bit more often
    ReasonId mistake;  // the commonest
};
constexpr std::array<MadeUpLevel, 6> levels{{
    {901, "made-up-plank", "groep-1-2", 120, 1.0, 0.45, ReasonId::Bent},
    {902, "made-up-truck", "groep-6-8", 300, 1.6, 0.15, ReasonId::Buckled},
    {903, "made-up-lamp", "groep-3-5", 150, 1.1, 0.55, ReasonId::LoopOpen},
    {904, "made-up-cables", "onderbouw", 360, 0.6, 0.10, ReasonId::Snapped},
    {905, "made-up-train", "bovenbouw", 420, 0.4, 0.08, ReasonId::Buckled},
    {906, "made-up-pier", "groep-6-8", 240, 0.8, 0.30, ReasonId::NotHeldUp},
}};

// Sum of twelve uniform numbers: nearly normal, mean 0, deviation 1.
double normal(Random& random) {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i) sum += random.unit();
    return sum;
}

double logNormal(Random& random, double median, double sigma) {
    return median * exp(sigma * normal(random));
}

const MadeUpLevel& choose(Random& random) {
    double whole = 0.0;
    for (const MadeUpLevel& level : levels) whole += level.chosen;
    double left = random.between(0.0, whole);
    for (const MadeUpLevel& level : levels)
        if ((left -= level.chosen) < 0.0) return level;
    return levels.back();
}

template <class... Values>
Outcome<void> write(Statement& statement, const Values&... values) {
    int parameter = 0;
    static_cast<void>((statement.bind(parameter++, values), ...));
    return statement.run();
}

class Generator {
  public:
    Generator(Database& database, std::uint64_t seed) : database_(database), random_(seed) {}

    // Stops between two visits once `stop` says so; then nothing is kept.
    Outcome<void> run(std::uint32_t visits, const std::function<bool()>& stop);

  private:
    Outcome<void> prepare();
    Outcome<void> visit(std::int64_t id, double began);
    Outcome<void> playLevel(std::int64_t id, const MadeUpLevel& level, double patience);
    Outcome<void> attempt(std::int64_t id, const MadeUpLevel& level, std::int64_t attempt,
                          std::int64_t outcome);

    Database& database_;
    Random random_;
    std::vector<Statement> statements_;  // visit, level_visit, attempt
    // Of the visit that is being made.
    double now_ = 0.0;
    std::int64_t opened_ = 0, attempts_ = 0;
};

Outcome<void> Generator::prepare() {
    for (const char* sql :
         {"INSERT INTO visit VALUES (?,?,?,?,?,?,?)", "INSERT INTO level_visit VALUES (?,?,?,?,?,?,?)",
          "INSERT INTO attempt VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"}) {
        auto statement = database_.prepare(sql);
        if (!statement) return tl::unexpected(statement.error());
        statements_.push_back(std::move(*statement));
    }
    return {};
}

Outcome<void> Generator::attempt(std::int64_t id, const MadeUpLevel& level, std::int64_t attempt,
                                 std::int64_t outcome) {
    const auto few = [&](std::uint32_t most) { return std::int64_t{random_.below(most + 1)}; };
    const double build = logNormal(random_, attempt == 1 ? level.expected * 0.3 : level.expected * 0.12, 0.5);
    const double run = random_.between(3.0, 15.0);
    now_ += build + run;
    const bool won = outcome == 1;
    const auto other = random_.below(4) == 0 ? ReasonId::NotAcross : level.mistake;
    const std::int64_t reason = outcome == 2 ? static_cast<std::int64_t>(other) : 0;
    const std::int64_t rebuilt = attempt > 1 && random_.below(10) != 0 ? 1 : 0;
    return write(statements_[2], id, ++attempts_, level.number, std::string_view(level.id), attempt, now_,
                 outcome, reason, 2 + few(12), few(3), few(2), few(4), few(1), few(3), few(1), few(2), build,
                 run, random_.between(500.0, 4000.0),
                 won ? random_.between(0.5, 0.99) : random_.between(1.0, 1.2),
                 won ? 1 + few(2) : std::int64_t{0}, few(attempt > 2 ? 2 : 0),
                 random_.below(5) == 0 ? std::int64_t{2} : 1, rebuilt,
                 attempt > 3 && random_.below(3) == 0 ? std::int64_t{1} : 0,
                 attempt > 1 && random_.below(8) == 0 ? std::int64_t{1} : 0);
}

Outcome<void> Generator::playLevel(std::int64_t id, const MadeUpLevel& level, double patience) {
    const double opened = now_;
    now_ += random_.between(2.0, 8.0);
    Outcome<void> done;
    double wins = level.first_win;
    for (std::int64_t attempt = 1; done && now_ < patience; ++attempt) {
        const std::int64_t outcome = random_.unit() < wins ? 1 : random_.below(12) == 0 ? 3 : 2;
        done = this->attempt(id, level, attempt, outcome);
        wins = std::min(0.9, wins + 0.15);
        if (outcome == 1) break;
    }
    now_ += random_.between(1.0, 10.0);
    if (!done) return done;
    return write(statements_[1], id, ++opened_, level.number, std::string_view(level.id), level.expected,
                 opened, now_ - opened);
}

Outcome<void> Generator::visit(std::int64_t id, double began) {
    now_ = random_.between(1.0, 10.0);
    opened_ = attempts_ = 0;
    const double patience = logNormal(random_, 150.0, 0.8);
    const bool cut_off = random_.below(200) == 0;
    const MadeUpLevel& first = choose(random_);
    const std::optional<std::string_view> band =
        random_.below(3) == 0 ? std::nullopt : std::optional<std::string_view>(first.band);
    std::optional<double> dwell;
    std::optional<std::int64_t> ended;
    // The row of the visit comes first: the others refer to it. When it ends is known at the end alone.
    auto done =
        write(statements_[0], id, began, dwell, ended, std::string_view(random_.below(6) == 0 ? "en" : "nl"),
              band, static_cast<std::int64_t>(levels.size()));
    if (done && random_.below(12) != 0) done = playLevel(id, first, patience);
    while (done && now_ < patience && random_.below(3) != 0) done = playLevel(id, choose(random_), patience);
    if (!done || cut_off) return done;
    auto end = database_.prepare("UPDATE visit SET dwell=?, ended=? WHERE id=?");
    if (!end) return tl::unexpected(end.error());
    return write(*end, now_, std::int64_t{1 + random_.below(3)}, id);
}

Outcome<void> Generator::run(std::uint32_t visits, const std::function<bool()>& stop) {
    auto transaction = store::Transaction::begin(database_);
    if (!transaction) return tl::unexpected(transaction.error());
    auto done = prepare();
    // About 150 visits a day of seven open hours, from 5 January 2026 on.
    double began = 1767607200.0;
    int today = 0;
    for (std::uint32_t i = 0; i < visits && done; ++i) {
        if (stop()) {
            statements_.clear();
            return {};
        }
        began += -168.0 * log(1.0 - random_.unit());
        if (++today == 150) {
            began += 17.0 * 3600.0;
            today = 0;
        }
        const std::uint64_t bits = (std::uint64_t{random_.next()} << 32U) | random_.next();
        done = visit(static_cast<std::int64_t>(bits >> 1U) | 1, began);
    }
    statements_.clear();
    return done ? transaction->commit() : done;
}

Outcome<void> generate(std::uint32_t visits, std::uint64_t seed, const std::string& path) {
    auto database = store::openForWriting({.path = path}, engagement::recordsSchema());
    if (!database) return tl::unexpected(database.error());
    return Generator(*database, seed).run(visits, interrupted);
}

}  // namespace

int runGenerate(std::uint32_t visits, std::uint64_t seed, const std::string& path, bool overwrite) {
    const auto file = UnfinishedFile::begin(path, overwrite);
    Result<void> done;
    if (!file)
        done = tl::unexpected(file.error());
    else if (const auto written = generate(visits, seed, file->name()); !written)
        done = fail(store::toError(path, written.error()));
    else if (interrupted())
        done = fail({path, 0, "", "not made: interrupted"});
    else
        done = file->finish();
    if (done) return 0;
    for (const Error& error : done.error()) std::fprintf(stderr, "%s\n", toString(error).c_str());
    return 2;
}

}  // namespace vonk::stats

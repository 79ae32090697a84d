// Writes visits into a database (records.h says what stands in it) through a writer thread, so no call waits
// for the disk.
#pragma once

#include <memory>

#include "engine/store/writer.h"
#include "game/engagement/visit_log.h"

namespace vonk::engagement {

class SqliteVisitLog final : public VisitLog {
  public:
    // `seed`: of the random numbers of visits. It must differ from run to run, or visits of two runs would
    // get the same numbers and be refused.
    SqliteVisitLog(store::WriterOptions options, std::uint64_t seed);
    ~SqliteVisitLog() override;

    void visitBegan(double at, std::string_view language, std::uint32_t offered) override;
    void languageChosen(double at, std::string_view language) override;
    void ageBandChosen(double at, std::string_view band) override;
    void levelOpened(double at, const LevelName& level) override;
    void levelLeft(double at) override;
    void attemptEnded(double at, const Attempt& attempt) override;
    void careerOpened(double at, std::string_view career) override;
    void visitEnded(double at, VisitEnd end) override;

    bool flush(double seconds);  // see Writer
    store::Writer::Health health() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::engagement

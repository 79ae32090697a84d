#include "game/screens/visit.h"

#include <algorithm>

namespace vonk::screens {

engagement::LevelName nameFor(const level::Level& level) {
    return {level.number, level.id, level.minutes * 60.0};
}

void Visit::begin(std::string_view language, std::size_t offered) {
    if (open_) return;
    open_ = true;
    stars_.clear();
    attempts_.clear();
    failures_.clear();
    band_.clear();
    log_.visitBegan(wall_(), language, std::uint32_t(offered));
}

void Visit::language(std::string_view code) {
    if (open_) log_.languageChosen(wall_(), code);
}

void Visit::levelOpened(const level::Level& level) {
    if (!open_) return;
    levelLeft();
    in_level_ = true;
    // The band of what was chosen last: self-chosen, and called so.
    if (const std::string band(level::name(level.band)); band != band_) {
        band_ = band;
        log_.ageBandChosen(wall_(), band);
    }
    log_.levelOpened(wall_(), nameFor(level));
}

void Visit::levelLeft() {
    if (open_ && in_level_) log_.levelLeft(wall_());
    in_level_ = false;
}

void Visit::attempt(const engagement::Attempt& attempt) {
    if (!open_) return;
    ++attempts_[attempt.level.number];
    if (attempt.outcome == engagement::AttemptOutcome::Lost) ++failures_[attempt.level.number];
    log_.attemptEnded(wall_(), attempt);
}

void Visit::careerOpened(std::string_view id) {
    if (open_) log_.careerOpened(wall_(), id);
}

void Visit::end(engagement::VisitEnd how) {
    if (!open_) return;
    levelLeft();
    log_.visitEnded(wall_(), how);
    open_ = false;
    stars_.clear();
    attempts_.clear();
    failures_.clear();
}

int Visit::stars(std::uint32_t level_number) const {
    const auto at = stars_.find(level_number);
    return at == stars_.end() ? 0 : at->second;
}

void Visit::reached(std::uint32_t level_number, int stars) {
    int& most = stars_[level_number];
    most = std::max(most, stars);
}

std::uint32_t Visit::attempts(std::uint32_t level_number) const {
    const auto at = attempts_.find(level_number);
    return at == attempts_.end() ? 0 : at->second;
}

int Visit::failures(std::uint32_t level_number) const {
    const auto at = failures_.find(level_number);
    return at == failures_.end() ? 0 : at->second;
}

}  // namespace vonk::screens

// Counts flashes as WCAG 2.3.1 defines them: a pair of opposing changes of relative luminance by a tenth of
// the largest or more, where the darker of the two is below 0.80; or a pair of opposing changes to or from a
// saturated red. They count where a quarter of a 10-degree field of view flashes together. The field is taken
// as the standard does for unknown distances: 341 by 256 pixels of a picture of 1024 by 768, a third each
// way.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/gfx/texture.h"

namespace vonk::screens {

class FlashMeter {
  public:
    static constexpr int columns = 48, rows = 27;

    // The next picture, `now` s.
    void see(const gfx::Pixels& picture, double now) {
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const Light light = meanOf(picture, column, row);
                Cell& cell = cells_[std::size_t(row * columns + column)];
                follow(cell.luminance, light.luminance, 0.1, 0.8, now);
                follow(cell.red, light.red, 20.0 / 320.0, 1e9, now);
            }
        times_.push_back(now);
    }

    // The greatest number of flashes in any second in any field of view.
    int worst() const {
        int most = 0;
        // Every third picture ends a second that is looked at: a flash lies in some of them.
        for (std::size_t k = 0; k < times_.size(); k += 3)
            for (const bool red : {false, true}) most = std::max(most, worstUntil(times_[k], red));
        return most;
    }

  private:
    struct Light {
        double luminance = 0.0, red = 0.0;
    };
    struct Track {
        bool begun = false;
        double low = 0.0, high = 0.0;  // extremes since the last turn
        int direction = 0;
        std::vector<double> turns;  // when an opposing change was complete
    };
    struct Cell {
        Track luminance, red;
    };

    static double linear(std::uint32_t channel) {
        const double c = double(channel & 255U) / 255;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    static Light meanOf(const gfx::Pixels& picture, int column, int row) {
        const int x0 = column * picture.width / columns, x1 = (column + 1) * picture.width / columns;
        const int y0 = row * picture.height / rows, y1 = (row + 1) * picture.height / rows;
        Light sum;
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) {
                const std::uint32_t pixel = picture.at(x, y);
                const double r = linear(pixel >> 24U), g = linear(pixel >> 16U), b = linear(pixel >> 8U);
                sum.luminance += 0.2126 * r + 0.7152 * g + 0.0722 * b;
                if (r + g + b > 0 && r / (r + g + b) >= 0.8) sum.red += std::max(0.0, r - g - b);
            }
        const double count = std::max(1, (x1 - x0) * (y1 - y0));
        return {sum.luminance / count, sum.red / count};
    }
    // A change counts from the extreme before it; the two extremes of a change then have to differ by `step`
    // and the darker one has to be below `dark`.
    static void follow(Track& track, double value, double step, double dark, double now) {
        if (!track.begun) {
            track = {true, value, value, 0, {}};
            return;
        }
        track.low = std::min(track.low, value);
        track.high = std::max(track.high, value);
        const bool rises = value - track.low >= step && track.low < dark && track.direction <= 0;
        const bool falls = track.high - value >= step && value < dark && track.direction >= 0;
        if (rises || falls) {
            track.turns.push_back(now);
            track.direction = rises ? 1 : -1;
        }
        // What comes next is measured from here on.
        if (rises || track.direction > 0) track.low = value;
        if (falls || track.direction < 0) track.high = value;
        if (track.direction > 0) track.high = std::max(track.high, value);
        if (track.direction < 0) track.low = std::min(track.low, value);
    }
    int worstUntil(double end, bool red) const {
        std::vector<int> flashes(cells_.size());
        for (std::size_t k = 0; k < cells_.size(); ++k) {
            const auto& turns = red ? cells_[k].red.turns : cells_[k].luminance.turns;
            flashes[k] = int(std::count_if(turns.begin(), turns.end(),
                                           [&](double t) { return t > end - 1.0 && t <= end; })) /
                         2;
        }
        constexpr int wide = columns / 3, high = rows / 3;
        int most = 0;
        for (int row = 0; row + high <= rows; ++row)
            for (int column = 0; column + wide <= columns; ++column) {
                std::vector<int> field;
                for (int y = row; y < row + high; ++y)
                    for (int x = column; x < column + wide; ++x)
                        field.push_back(flashes[std::size_t(y * columns + x)]);
                // So many flashes has at least a quarter of the field.
                const auto quarter = field.begin() + std::ptrdiff_t(field.size() / 4);
                std::nth_element(field.begin(), quarter, field.end(), std::greater<>());
                most = std::max(most, *quarter);
            }
        return most;
    }

    std::vector<Cell> cells_ = std::vector<Cell>(std::size_t(columns * rows));
    std::vector<double> times_;
};

}  // namespace vonk::screens

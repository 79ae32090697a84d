#include "game/world/design_codec.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>

#include "engine/core/assert.h"
#include "engine/core/hash.h"
#include "game/world/parts.h"

namespace vonk::world {
namespace {

// version · unit of length in mm · joints (steps from one to the next, in units) · parts · 16-bit check
constexpr std::uint8_t version = 1;
constexpr std::size_t most_parts = 5000;
constexpr std::uint32_t jumps = 1, marked = 2, is_set = 4;  // flags beside a part's kind

using Bytes = std::vector<std::uint8_t>;

std::uint16_t check(std::span<const std::uint8_t> bytes) {
    Hash hash;
    hash.add(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    return static_cast<std::uint16_t>(hash.value() ^ (hash.value() >> 16U));
}

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

void putVarint(Bytes& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) out.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out.push_back(static_cast<std::uint8_t>(value));
}

// The points of a placement that are on the building grid.
std::vector<GridPoint> pointsOf(const Placement& placement) {
    if (const auto* member = std::get_if<BetweenJoints>(&placement)) return {member->from, member->to};
    if (const auto* at = std::get_if<AtPoint>(&placement)) return {at->at};
    if (const auto* brush = std::get_if<OnProfile>(&placement)) return {brush->from, brush->to};
    return {};
}

class Encoder {
  public:
    Bytes run(const Design& design) {
        collectPoints(design);
        out_.push_back(version);
        putVarint(out_, static_cast<std::uint64_t>(unit_));
        putVarint(out_, points_.size());
        GridPoint last;
        for (const GridPoint point : points_) {
            putVarint(out_, zigzag((std::int64_t{point.x_mm} - last.x_mm) / unit_));
            putVarint(out_, zigzag((std::int64_t{point.y_mm} - last.y_mm) / unit_));
            last = point;
        }
        putVarint(out_, design.parts.size());
        std::uint32_t before = 0;
        for (const Part& part : design.parts) {
            VONK_ASSERT(part.id.value > before);
            putPart(part, before);
            before = part.id.value;
        }
        const std::uint16_t sum = check(out_);
        out_.push_back(static_cast<std::uint8_t>(sum & 0xFFU));
        out_.push_back(static_cast<std::uint8_t>(sum >> 8U));
        return std::move(out_);
    }

  private:
    void collectPoints(const Design& design) {
        std::int64_t unit = 0;
        for (const Part& part : design.parts)
            for (const GridPoint point : pointsOf(part.placement)) {
                if (index_.emplace(point, points_.size()).second) points_.push_back(point);
                unit = std::gcd(unit, std::gcd(std::int64_t{point.x_mm}, std::int64_t{point.y_mm}));
            }
        unit_ = std::max<std::int64_t>(unit, 1);
    }

    void putPart(const Part& part, std::uint32_t before) {
        const PartRow& kind = row(part.kind);
        VONK_ASSERT(part.placement.index() == static_cast<std::size_t>(kind.placement));
        const std::uint32_t jump = part.id.value - before - 1;
        std::uint32_t head = static_cast<std::uint32_t>(part.kind) << 3U;
        if (jump != 0) head |= jumps;
        if (part.fixed || part.cut_from) head |= marked;
        if (part.setting != 0.0) head |= is_set;
        putVarint(out_, head);
        if (jump != 0) putVarint(out_, jump);
        if (part.fixed || part.cut_from) {
            const std::int64_t back = part.cut_from ? std::int64_t{part.id.value} - part.cut_from.value : 0;
            putVarint(out_, (zigzag(back) << 2U) | (part.cut_from ? 2U : 0U) | (part.fixed ? 1U : 0U));
        }
        if (part.setting == 1.0) {
            out_.push_back(1);
        } else if (part.setting != 0.0) {
            out_.push_back(0);
            const auto bits = std::bit_cast<std::uint64_t>(part.setting);
            for (unsigned i = 0; i < 64; i += 8) out_.push_back(static_cast<std::uint8_t>(bits >> i));
        }
        putPlacement(part.placement);
    }

    void putPlacement(const Placement& placement) {
        if (const auto* at = std::get_if<AtPoint>(&placement)) {
            putVarint(out_, (index_.at(at->at) << 2U) | static_cast<std::uint64_t>(at->quarter_turns & 3));
            return;
        }
        for (const GridPoint point : pointsOf(placement)) putVarint(out_, index_.at(point));
        if (const auto* path = std::get_if<PathBetween>(&placement))
            for (const Terminal terminal : {path->from, path->to}) {
                putVarint(out_, terminal.part.value);
                putVarint(out_, terminal.port);
            }
        if (const auto* brush = std::get_if<OnProfile>(&placement)) putVarint(out_, zigzag(brush->raise_mm));
    }

    Bytes out_;
    std::int64_t unit_ = 1;
    std::vector<GridPoint> points_;
    std::map<GridPoint, std::size_t> index_;
};

class Decoder {
  public:
    explicit Decoder(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    Result<Design> run() {
        if (bytes_.size() < 6) return fail({"", 0, "design", "too short to be one"});
        const std::uint16_t sum =
            static_cast<std::uint16_t>(bytes_[bytes_.size() - 2] | (bytes_.back() << 8U));
        bytes_ = bytes_.first(bytes_.size() - 2);
        if (bytes_[0] != version)
            return fail({"", 0, "design", "unknown version " + std::to_string(bytes_[0])});
        if (sum != check(bytes_)) return fail({"", 0, "design", "damaged: its check does not fit"});
        at_ = 1;
        readPoints();
        readParts();
        if (problem_.empty() && at_ != bytes_.size()) problem_ = "goes on after its end";
        if (!problem_.empty()) return fail({"", 0, "design", problem_});
        return std::move(design_);
    }

  private:
    std::uint64_t refuse(const char* why) {
        if (problem_.empty()) problem_ = why;
        at_ = bytes_.size();
        return 0;
    }

    std::uint8_t byte() {
        if (at_ >= bytes_.size()) return static_cast<std::uint8_t>(refuse("ends too early"));
        return bytes_[at_++];
    }

    std::uint64_t varint(std::uint64_t most, const char* why) {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            if (!problem_.empty()) return 0;
            value |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80) {
                if ((next == 0 && shift > 0) || value > most) return refuse(why);
                return value;
            }
        }
        return refuse("a number without end");
    }

    void readPoints() {
        constexpr std::int64_t far = 1'000'000'000;  // mm
        const auto unit =
            static_cast<std::int64_t>(varint(static_cast<std::uint64_t>(far), "unit out of range"));
        if (unit == 0) refuse("unit out of range");
        const std::uint64_t count = varint(2 * most_parts, "too many joints");
        std::int64_t x = 0, y = 0;
        const auto step = [&](std::int64_t from) {
            const std::int64_t by = unzigzag(varint(8'000'000'000ULL, "a joint out of reach"));
            const std::int64_t to = from + by * unit;
            if (by > far || by < -far || to > far || to < -far) refuse("a joint out of reach");
            return problem_.empty() ? to : 0;
        };
        for (std::uint64_t i = 0; i < count && problem_.empty(); ++i) {
            x = step(x);
            y = step(y);
            points_.push_back({static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)});
        }
    }

    GridPoint point(std::uint64_t index) {
        if (index < points_.size()) return points_[index];
        refuse("no such joint");
        return {};
    }

    void readParts() {
        const std::uint64_t count = varint(most_parts, "too many parts");
        std::uint64_t before = 0;
        for (std::uint64_t i = 0; i < count && problem_.empty(); ++i) {
            const std::uint64_t head = varint(0xFFFFULL << 3U | 7U, "a kind out of range");
            Part part;
            part.kind = static_cast<PartKind>(head >> 3U);
            const std::uint64_t jump = (head & jumps) != 0 ? varint(0xFFFFFFFFULL, "an id out of range") : 0;
            const std::uint64_t id = before + 1 + jump;
            if (id > std::numeric_limits<std::uint32_t>::max()) refuse("an id out of range");
            part.id = {static_cast<std::uint32_t>(id)};
            before = id;
            if ((head & marked) != 0) readMarks(part);
            if ((head & is_set) != 0) readSetting(part);
            const PartRow* kind = findRow(part.kind);
            if (kind == nullptr)
                refuse("an unknown part");
            else
                readPlacement(part, kind->placement);
            design_.parts.push_back(part);
        }
    }

    void readMarks(Part& part) {
        const std::uint64_t marks =
            varint(std::numeric_limits<std::uint64_t>::max() >> 1U, "marks out of range");
        part.fixed = (marks & 1U) != 0;
        if ((marks & 2U) == 0) return;
        const std::int64_t back = unzigzag(marks >> 2U);
        const std::int64_t origin = std::int64_t{part.id.value} - back;
        if (back > std::int64_t{1} << 33 || back < -(std::int64_t{1} << 33) || origin < 1 ||
            origin > std::int64_t{std::numeric_limits<std::uint32_t>::max()})
            refuse("cut from no part");
        part.cut_from = {static_cast<std::uint32_t>(origin)};
    }

    void readSetting(Part& part) {
        if (byte() == 1) {
            part.setting = 1.0;
            return;
        }
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 64; i += 8) bits |= std::uint64_t{byte()} << i;
        part.setting = std::bit_cast<double>(bits);
        if (!(part.setting > -1e9 && part.setting < 1e9)) refuse("a setting out of range");
    }

    void readPlacement(Part& part, PlacementKind kind) {
        const auto index = [&] { return point(varint(points_.size(), "no such joint")); };
        const auto terminal = [&] {
            const auto id = static_cast<std::uint32_t>(varint(0xFFFFFFFFULL, "an id out of range"));
            return Terminal{{id}, static_cast<std::uint8_t>(varint(255, "no such port"))};
        };
        if (kind == PlacementKind::BetweenJoints) {
            const GridPoint from = index();
            part.placement = BetweenJoints{from, index()};
            if (from == std::get<BetweenJoints>(part.placement).to) refuse("a member without length");
        } else if (kind == PlacementKind::AtPoint) {
            const std::uint64_t packed = varint(points_.size() * 4 + 3, "no such joint");
            part.placement = AtPoint{point(packed >> 2U), static_cast<std::int32_t>(packed & 3U)};
        } else if (kind == PlacementKind::PathBetween) {
            const Terminal from = terminal();
            part.placement = PathBetween{from, terminal()};
        } else {
            const GridPoint from = index();
            const GridPoint to = index();
            part.placement = OnProfile{
                from, to, static_cast<std::int32_t>(unzigzag(varint(1U << 30U, "raised out of range")))};
        }
    }

    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
    std::string problem_;
    std::vector<GridPoint> points_;
    Design design_;
};

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

Bytes encode(const Design& design) {
    return Encoder().run(design);
}

Result<Design> decode(std::span<const std::uint8_t> bytes) {
    auto design = Decoder(bytes).run();
    // One design, one code: whatever else reads the same is no code of ours.
    if (design && !std::ranges::equal(encode(*design), bytes))
        return fail({"", 0, "design", "not as it would be written"});
    return design;
}

std::string encodeText(const Design& design) {
    std::string text;
    std::uint32_t bits = 0, count = 0;
    for (const std::uint8_t byte : encode(design)) {
        bits = (bits << 8U) | byte;
        for (count += 8; count >= 6; count -= 6) text += letters[(bits >> (count - 6)) & 63U];
    }
    if (count > 0) text += letters[(bits << (6 - count)) & 63U];
    return text;
}

Result<Design> decodeText(std::string_view text) {
    Bytes bytes;
    std::uint32_t bits = 0, count = 0;
    for (const char letter : text) {
        const auto value = letters.find(letter);
        if (value == std::string_view::npos) return fail({"", 0, "design", "not base64url"});
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::uint8_t>(bits >> count));
        }
    }
    if (count >= 6 || (bits & ((1U << count) - 1)) != 0) return fail({"", 0, "design", "not base64url"});
    return decode(bytes);
}

}  // namespace vonk::world

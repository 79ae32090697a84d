// A structure for the bench: read or refused; a small one that was read is worked out, at rest and under a
// short drive.
#include <algorithm>
#include <cmath>

#include "input.h"
#include "tools/lab/structure_answer.h"

using namespace vonk;

namespace {

// A drive of minutes is right for a person and too long here.
bool isShort(const lab::StructureFile& file) {
    double span = file.drive->axles.back().behind;
    for (const structure::JointDef& joint : file.def.joints)
        span = std::max(span, std::fabs(joint.position.x));
    return span <= 60.0 && file.drive->axles.size() <= 3;
}

void workOut(lab::StructureFile file) {
    if (file.def.joints.size() > 60 || file.def.members.size() > 120) return;
    if (file.drive && !isShort(file)) file.drive.reset();
    if (file.course) file.course->seconds = std::min(file.course->seconds, 1.0);
    if (file.drive) file.drive->speed = std::max(file.drive->speed, 10.0);
    const lab::StructureAnswer found = lab::answer(file);
    VONK_ASSERT(!found.movable.empty() || found.members.size() == file.def.members.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = lab::parseStructure(fuzz::text(data, size), "structure.toml");
    if (file)
        workOut(*file);
    else
        fuzz::checkRefusal(file.error());
    return 0;
}

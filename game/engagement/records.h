// The records of visits as tables. They are the operator's own and hold nothing about a person: a visit has a
// random number that means nothing, no name, no text by a visitor, no device. Times of day are kept once, at
// the visit; everything in it is in seconds since it began. All tables are STRICT; what is not known is NULL.
//
// visit            one row a visit, from the first touch to leaving or the time-out
//   id             random, in no order
//   began_at       seconds since 1970-01-01 UTC
//   dwell          seconds from the first to the last touch; NULL while it lasts, or if the power went
//   ended          how: 1 left, 2 timeout, 3 goodbye; NULL as dwell
//   language       code at the end: "nl", "en"
//   age_band       what was chosen, as in level files: "groep-6-8"; NULL if nothing was
//   offered        how many levels there were to choose from
//
// level_visit      one row each time a level was opened
//   visit, ordinal which visit; 1 for the first level opened in it
//   level, level_id the level's number, which outlives renaming, and its name at the time
//   expected       seconds that the level says it takes; NULL if it does not say
//   opened_after   seconds since the visit began
//   stayed         seconds until it was left; NULL as dwell
//
// attempt          one row for each run of a design
//   visit, ordinal which visit; 1 for the first attempt in it
//   level, level_id as above
//   attempt        1 for the first test of this level in this visit
//   ended_after    seconds since the visit began
//   outcome        1 won, 2 lost, 3 stopped by the visitor, 4 abandoned while it ran
//   reason         why it failed: the numbers of ReasonId in engine/core/reason.h, as 41 buckled; 0 none
//   placed, moved, connected, removed, operated, undone, redone, refused:
//                  commands since the attempt before; refused ones changed nothing
//   build_seconds  building before this run
//   run_seconds    from start to the outcome
//   cost           euro, of the tested design
//   greatest_use   share of what the worst part bears; 1 breaks
//   stars          0 to 3
//   hints          shown since the attempt before
//   hands          most hands at the same time, or sides, since the attempt before; never persons
//   rebuilt        1 if the design differs from the one tested before it, else 0
//   shown          how often a stored solution was shown since the attempt before
//   taken_up       former attempts taken up again since the attempt before; both NULL in rows written before
//                  they were kept
//
// career           one row for each career card that was opened
//   visit, ordinal which visit; 1 for the first card
//   career         its key
//   opened_after   seconds since the visit began
#pragma once

#include "engine/store/schema.h"

namespace vonk::engagement {

// Files carry application_id 0x566f6e6b ("Vonk") and the number of schema steps as user_version.
const store::Schema& recordsSchema();

}  // namespace vonk::engagement

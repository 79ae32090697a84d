// The last word of a program that prints.
#pragma once

namespace vonk {

// `code`, or 2 with a line on stderr when not all of what was printed could be written (a full disk, a
// closed pipe).
int exitCodeOnceWritten(int code);

}  // namespace vonk

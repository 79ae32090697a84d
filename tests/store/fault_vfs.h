// A disk that fails on command: a SQLite VFS over the system's own, registered as "vonk-fault".
#pragma once

#include <atomic>

namespace vonk::store::test {

struct FaultDisk {
    std::atomic<int> open_code = 0;   // what opening answers; 0: it works (SQLITE_OK)
    std::atomic<int> write_code = 0;  // what every write, truncation and sync answers
    std::atomic<int> syncs = 0;       // of the write-ahead log, counted
    std::atomic<int> unsynced = 0;    // writes to it since its last sync

    void heal() { open_code = write_code = 0; }
};

inline constexpr const char* fault_vfs = "vonk-fault";
FaultDisk& faultDisk();  // registers the VFS at the first call

}  // namespace vonk::store::test

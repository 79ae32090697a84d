#include "fault_vfs.h"

#include <sqlite3.h>

#include <new>

namespace vonk::store::test {
namespace {

FaultDisk disk;
sqlite3_vfs* below = nullptr;

struct FaultFile {
    sqlite3_file base;
    bool wal;
    // The file of the VFS below follows in the same memory.
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultFile& faulty(sqlite3_file* file) {
    return *reinterpret_cast<FaultFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return faulty(file).real();
}
const sqlite3_io_methods& io(sqlite3_file* file) {
    return *real(file)->pMethods;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    if (disk.write_code != 0) return disk.write_code;
    if (faulty(file).wal) ++disk.unsynced;
    return io(file).xWrite(real(file), data, size, offset);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return disk.write_code != 0 ? disk.write_code.load() : io(file).xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
    if (disk.write_code != 0) return disk.write_code;
    if (faulty(file).wal) {
        ++disk.syncs;
        disk.unsynced = 0;
    }
    return io(file).xSync(real(file), flags);
}

const sqlite3_io_methods methods = {
    .iVersion = 3,
    .xClose = [](sqlite3_file* f) { return io(f).xClose(real(f)); },
    .xRead = [](sqlite3_file* f, void* data, int size,
                sqlite3_int64 at) { return io(f).xRead(real(f), data, size, at); },
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return io(f).xFileSize(real(f), size); },
    .xLock = [](sqlite3_file* f, int kind) { return io(f).xLock(real(f), kind); },
    .xUnlock = [](sqlite3_file* f, int kind) { return io(f).xUnlock(real(f), kind); },
    .xCheckReservedLock = [](sqlite3_file* f, int* held) { return io(f).xCheckReservedLock(real(f), held); },
    .xFileControl = [](sqlite3_file* f, int what,
                       void* value) { return io(f).xFileControl(real(f), what, value); },
    .xSectorSize = [](sqlite3_file* f) { return io(f).xSectorSize(real(f)); },
    .xDeviceCharacteristics = [](sqlite3_file* f) { return io(f).xDeviceCharacteristics(real(f)); },
    .xShmMap = [](sqlite3_file* f, int page, int size, int extend,
                  void volatile** map) { return io(f).xShmMap(real(f), page, size, extend, map); },
    .xShmLock = [](sqlite3_file* f, int at, int n,
                   int flags) { return io(f).xShmLock(real(f), at, n, flags); },
    .xShmBarrier = [](sqlite3_file* f) { io(f).xShmBarrier(real(f)); },
    .xShmUnmap = [](sqlite3_file* f, int remove) { return io(f).xShmUnmap(real(f), remove); },
    // No memory mapping: every page comes through xRead.
    .xFetch =
        [](sqlite3_file*, sqlite3_int64, int, void** page) {
            *page = nullptr;
            return SQLITE_OK;
        },
    .xUnfetch = [](sqlite3_file*, sqlite3_int64, void*) { return SQLITE_OK; },
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    if (disk.open_code != 0) return disk.open_code;
    auto* made = new (file) FaultFile{};
    made->wal = (flags & SQLITE_OPEN_WAL) != 0;
    const int code = below->xOpen(below, name, made->real(), flags, out_flags);
    file->pMethods = made->real()->pMethods != nullptr ? &methods : nullptr;
    return code;
}

sqlite3_vfs makeVfs() {
    below = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs = *below;
    vfs.zName = fault_vfs;
    vfs.pNext = nullptr;
    vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + below->szOsFile;
    vfs.xOpen = open;
    return vfs;
}

}  // namespace

FaultDisk& faultDisk() {
    static sqlite3_vfs vfs = makeVfs();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    static_cast<void>(registered);
    return disk;
}

}  // namespace vonk::store::test

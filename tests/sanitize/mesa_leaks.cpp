// Linked into `vonk` when it is built with the address sanitizer: Mesa's renderer keeps what it has until the
// end, which is no leak of ours. ASAN_OPTIONS goes before what stands here.
extern "C" const char* __asan_default_options() {  // NOLINT: the sanitizer's name for it
    return "detect_leaks=0";
}

# A room is a folder with one library of the same name. Its headers are seen only by rooms that name it in DEPS, under their
# full path ("engine/core/vec2.h"), through a link in the build folder: so the include graph is the link graph, and an
# include that the design does not allow does not build.
#
#   vonk_room(structure DEPS core LIBS Eigen3::Eigen)
#   DEPS        rooms whose headers this one may include (and its users then may as well)
#   LIBS        libraries from packages, part of this room's interface
#   PRIVATE     libraries from packages that only this room's .cpp files see
find_package(PkgConfig REQUIRED)

function(vonk_room name)
  cmake_parse_arguments(ROOM "" "" "DEPS;LIBS;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  file(RELATIVE_PATH place ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  get_filename_component(parent ${place} DIRECTORY)
  set(view ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${view}/${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${view}/${place} SYMBOLIC)
  if(sources)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${name} PRIVATE ${ROOM_PRIVATE})
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} ${view})
  target_link_libraries(${name} ${scope} ${ROOM_DEPS} ${ROOM_LIBS})
endfunction()

# What a test needs when it is built with sanitizers. MESA: it loads Mesa's renderer, which leaks by design and whose
# threads are not instrumented.
function(vonk_sanitized test)
  cmake_parse_arguments(RUN "MESA" "" "" ${ARGN})
  if(VONK_SANITIZE MATCHES address)
    set(leaks 1)
    if(RUN_MESA)
      set(leaks 0)
    endif()
    set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=${leaks}" "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1")
  elseif(VONK_SANITIZE MATCHES thread)
    set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/sanitize/thread.supp:halt_on_error=1")
  endif()
endfunction()

# vonk_test(structure DEPS structure data): called in tests/structure/, makes all its *.cpp one program, registered with CTest.
function(vonk_test name)
  cmake_parse_arguments(TEST "" "" "DEPS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE ${TEST_DEPS} Catch2::Catch2WithMain)
  target_compile_definitions(test_${name} PRIVATE VONK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" VONK_BINARY_DIR="${CMAKE_BINARY_DIR}")
  # A third of the build's time is tests: they need not be the fastest code.
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  add_test(NAME ${name} COMMAND test_${name})
  if("${TEST_DEPS}" MATCHES "gfx|platform|ui|view|screens|app")
    vonk_sanitized(${name} MESA)
  else()
    vonk_sanitized(${name})
  endif()
endfunction()

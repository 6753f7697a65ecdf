# Whether every mutant can still be made: the line that it gets wrong stands in sim/ once. A test of every run, so that
# who changes such a line hears of it at once; cmake -DSIM=sim -P check.cmake
set(lost 0)
set(named 0)

function(mutant name file was is)
  file(READ ${SIM}/${file} text)
  string(FIND "${text}" "${was}" first)
  string(FIND "${text}" "${was}" last REVERSE)
  math(EXPR named "${named} + 1")
  set(named ${named} PARENT_SCOPE)
  if(first EQUAL -1 OR NOT first EQUAL last OR was STREQUAL is OR NOT ARGN)
    message(SEND_ERROR "mutant ${name}: this has to stand in sim/${file} once, and some test has to notice: ${was}")
    math(EXPR lost "${lost} + 1")
    set(lost ${lost} PARENT_SCOPE)
  endif()
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/list.cmake)
message(STATUS "${named} mutants, ${lost} of them cannot be made")

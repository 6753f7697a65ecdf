// What is fuzzed: for each door through which bytes of strangers come in, a function that takes any bytes at all. It
// returns, or throws what the room promises to throw and it knows; anything else is a find. Called by the fuzzers
// (fuzzer.cpp) and by replay_test.cpp, which gives each every seed and every input that was once a find.
#pragma once

#include <string>
#include <string_view>

namespace restock::fuzz {

/// A scenario file: read, resolved, compiled, and written out again.
void scenario(std::string_view bytes);
/// A CSV table; the first byte says what it is a table of.
void table(std::string_view bytes);
/// `--set` patches of a scenario that has one of everything, one a line.
void patch(std::string_view bytes);
/// A file of results, of any of our kinds: read whole by everybody who reads.
void result(std::string_view bytes);
/// A planner's rule in Lua: read, and asked a few times.
void script(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*function)(std::string_view);
};
inline constexpr Target targets[]{
    {"scenario", &scenario}, {"table", &table}, {"patch", &patch}, {"result", &result}, {"script", &script}};

/// The path of a file in memory or in the folder for temporary files that holds these bytes, until the next call.
std::string file_of(std::string_view bytes, std::string_view name);

/// Throws when a promise is broken: what the fuzzers take for a crash.
void expect(bool kept, const char* promise);

}  // namespace restock::fuzz

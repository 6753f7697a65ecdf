// The house rules that a program can check, as pure functions of a file's path and text. Used by the tests beside it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

struct Room {
  std::set<std::string> doors;   ///< rooms it may include, itself and core among them
  std::set<std::string> guests;  ///< libraries that live here
  bool exact = false;            ///< no libm
};

struct Doors {
  std::map<std::string, Room> rooms;
  std::set<std::string> guests;  ///< everybody's
};

/// Reads doors.txt; throws std::runtime_error at a line it cannot read or a door to a room that has no line.
Doors parse_doors(std::string_view text);

/// The text with comments blanked out, and string literals too where `keep_strings` is false. Lines stay lines.
std::string code_of(std::string_view text, bool keep_strings);

/// What is wrong with a C++ file of sim/ or analysis/. `path` is relative to the checkout: sim/engine/loop.cpp.
std::vector<std::string> broken_rules(const Doors& doors, const std::string& path, std::string_view text);

/// Whether the text names a folder of the machine it was written on.
bool names_a_machine_path(std::string_view text);

}  // namespace house

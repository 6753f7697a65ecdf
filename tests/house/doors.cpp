// The checks themselves; doors.hpp says what they are for.
#include "house/doors.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace house {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

void parse_room(const std::string& line, Doors& all) {
  const auto colon = line.find(':');
  if (colon == std::string::npos) throw std::runtime_error("doors.txt: no room in: " + line);
  Room room;
  std::istringstream parts(line.substr(colon + 1));
  std::string part;
  for (int i = 0; std::getline(parts, part, '|'); ++i) {
    auto words = words_of(part);
    if (i == 0) {
      room.doors.insert(words.begin(), words.end());
    } else if (!words.empty() && words[0] == "guests:") {
      room.guests.insert(words.begin() + 1, words.end());
    } else if (words == std::vector<std::string>{"exact"}) {
      room.exact = true;
    } else {
      throw std::runtime_error("doors.txt: unknown rule in: " + line);
    }
  }
  const std::string name = line.substr(0, colon);
  room.doors.insert({name, "core"});
  all.guests.insert(room.guests.begin(), room.guests.end());
  if (!all.rooms.emplace(name, std::move(room)).second) throw std::runtime_error("doors.txt: twice: " + name);
}

/// sim/engine/loop.cpp → engine; analysis/report.cpp → analysis.
std::string room_of(const std::string& path) {
  const std::string inside = path.starts_with("sim/") ? path.substr(4) : path;
  return inside.substr(0, inside.find('/'));
}

/// The guest that an include in angle brackets belongs to, or "" for the standard library.
std::string guest_of(const std::string& header, const std::set<std::string>& guests) {
  for (const auto& guest : guests) {
    if (header == guest || header.starts_with(guest + "/")) return guest;
  }
  const bool standard = header.find('/') == std::string::npos && header.find('.') == std::string::npos;
  return standard ? "" : header;
}

struct Finding {
  const char* pattern;
  const char* problem;
  bool only_exact;
};

const Finding findings[] = {
    {R"(\bstd::\w+_distribution\b)", "std:: distributions differ between libraries: draw from random/", false},
    {R"(\bstd::(mt19937|minstd_rand|default_random_engine|random_device|ranlux|knuth_b)|\bs?rand\s*\()",
     "randomness is an address: draw from random/", false},
    {R"(\bstd::(log|log2|log10|log1p|exp|exp2|expm1|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|erf|erfc|tgamma|lgamma|fma)\b)",
     "libm differs in the last bit between processors: use random/'s own functions", true},
};

}  // namespace

Doors parse_doors(std::string_view text) {
  Doors all;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    line = line.substr(0, line.find('#'));
    if (!words_of(line).empty()) parse_room(line, all);
  }
  for (const auto& [name, room] : all.rooms) {
    for (const auto& door : room.doors) {
      if (!all.rooms.contains(door)) throw std::runtime_error("doors.txt: " + name + " opens no such room: " + door);
    }
  }
  return all;
}

std::string code_of(std::string_view text, bool keep_strings) {
  static const std::regex tokens(
      R"re(//[^\n]*|/\*[^]*?\*/|R"(\w*)\([^]*?\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+')re");
  std::string code(text);
  for (std::cregex_iterator token(text.data(), text.data() + text.size(), tokens), end; token != end; ++token) {
    const bool comment = token->str().starts_with('/');
    const auto at = static_cast<std::size_t>(token->position());
    // A quote between digits (1'000) opens nothing: it is matched here only when another follows on the line.
    if (token->str().starts_with('\'') && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1]))) continue;
    if (!comment && keep_strings) continue;
    for (std::size_t i = at; i < at + static_cast<std::size_t>(token->length()); ++i) {
      if (code[i] != '\n') code[i] = ' ';
    }
  }
  return code;
}

std::vector<std::string> broken_rules(const Doors& doors, const std::string& path, std::string_view text) {
  std::vector<std::string> broken;
  const auto say = [&](std::size_t line, const std::string& problem) {
    broken.push_back(path + (line > 0 ? ":" + std::to_string(line) : "") + ": " + problem);
  };
  const auto found = doors.rooms.find(room_of(path));
  if (found == doors.rooms.end()) return {path + ": the room " + room_of(path) + " is not in sim/doors.txt"};
  const auto& [name, room] = *found;

  // A family member may begin with the pragma and say at its struct what it is; x.cpp may leave it to x.hpp.
  const std::string stem = path.substr(0, path.rfind('.'));
  const std::string own_header = "#include \"" + (stem.starts_with("sim/") ? stem.substr(4) : stem) + ".hpp\"";
  if (!text.starts_with("//") && !text.starts_with("#pragma once\n") && !text.starts_with(own_header)) {
    say(1, "begins with no word of what it owns");
  }
  if (text.find("//") == std::string_view::npos && !text.starts_with(own_header)) say(1, "has no comment at all");
  if (path.ends_with(".hpp") && ("\n" + std::string(text)).find("\n#pragma once\n") == std::string::npos)
    say(1, "no #pragma once");
  if (std::count(text.begin(), text.end(), '\n') > 400) say(0, "more than 400 lines: two files, surely");

  static const std::regex include(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
  std::istringstream with_strings(code_of(text, true));
  std::istringstream without(code_of(text, false));
  std::string line, bare;
  for (std::size_t number = 1; std::getline(with_strings, line) && std::getline(without, bare); ++number) {
    std::smatch parts;
    if (std::regex_search(line, parts, include)) {
      const std::string header = parts[2];
      if (parts[1] == "\"") {
        if (header.find('/') == std::string::npos || header.starts_with(".")) {
          say(number, "write \"" + header + "\" as \"room/file.hpp\"");
        } else if (!room.doors.contains(room_of(header))) {
          say(number, name + "/ has no door to " + room_of(header) + "/");
        }
        continue;
      }
      const std::string guest = guest_of(header, doors.guests);
      if (header == "execution") say(number, "<execution> breaks linking wherever TBB's headers are installed");
      if (!guest.empty() && !room.guests.contains(guest)) say(number, guest + " does not live in " + name + "/");
      continue;
    }
    for (const auto& finding : findings) {
      if (finding.only_exact && !room.exact) continue;
      if (std::regex_search(bare, std::regex(finding.pattern))) say(number, finding.problem);
    }
  }
  return broken;
}

bool names_a_machine_path(std::string_view text) {
  for (const std::string_view folder : {"work/", "root/"}) {
    for (auto at = text.find(folder); at != std::string_view::npos; at = text.find(folder, at + 1)) {
      if (at == 0 || text[at - 1] != '/') continue;
      if (at == 1) return true;
      // Folders of that name below another are names like any other.
      const auto before = static_cast<unsigned char>(text[at - 2]);
      if (std::isalnum(before) == 0 &&
          std::string_view("._-/})*~").find(static_cast<char>(before)) == std::string_view::npos)
        return true;
    }
  }
  return false;
}

}  // namespace house

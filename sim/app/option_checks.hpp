// What options may be. Private to the command line.
#pragma once

#include "input/words.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace restock {

/// A whole number in a range; CLI11's own check prints ranges with hundreds of digits.
inline CLI::Validator whole(std::uint64_t low, std::uint64_t high) {
  return CLI::Validator(
      [low, high](std::string& text) -> std::string {
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{} && end == text.data() + text.size() && value >= low && value <= high) return {};
        return fmt::format("'{}' is not a whole number from {} to {}", text, low, high);
      },
      "NUMBER");
}

/// One of some words. The check is named after them, so that the command tree finds them again.
inline CLI::Validator known(const char* what, std::vector<std::string_view> words) {
  CLI::Validator check(
      [what, words](std::string& text) -> std::string {
        for (const std::string_view word : words)
          if (text == word) return {};
        return fmt::format("'{}' is not {}; {}", text, what, hint_among(text, words));
      },
      "NAME");
  std::string name = "one of";
  for (const std::string_view word : words) name += " " + std::string(word);
  return check.name(std::move(name));
}

/// The words of a check made by `known`; none of any other.
inline std::vector<std::string> words_of_check(const CLI::Validator& check) {
  std::vector<std::string> words;
  std::istringstream name(check.get_name());
  std::string word;
  if (!(name >> word && word == "one" && name >> word && word == "of")) return {};
  while (name >> word) words.push_back(word);
  return words;
}

}  // namespace restock

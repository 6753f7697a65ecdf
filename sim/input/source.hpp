// The bytes of an input file: read whole or refused, checked for UTF-8, and turned into lines and columns.
#pragma once

#include "input/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

inline constexpr std::size_t largest_scenario = std::size_t{64} << 20U;

/// The whole file, or a fault that says why not (missing, a directory, unreadable, too large).
std::optional<std::string> read_file(const std::string& path, std::size_t largest, Fault& fault);
/// Why a path cannot be read as a file; no fault when it can.
std::optional<Fault> file_fault(const std::string& path);

/// Offset of the first byte that is not valid UTF-8, or npos. Overlong forms and surrogates are not valid.
std::size_t first_bad_utf8(std::string_view text);

/// Turns byte offsets into lines and columns; a column counts characters, not bytes.
class Lines {
 public:
  explicit Lines(std::string_view text);
  Where at(std::size_t offset, std::uint32_t file) const;
  /// From a 0-based line and a byte column within it.
  Where at_line(std::size_t line, std::size_t byte, std::uint32_t file) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// Number of characters in valid UTF-8 text.
std::size_t characters(std::string_view text);

/// A file name inside a scenario: relative to the scenario's folder, below it, and with the ending .csv.
std::optional<Fault> table_name_fault(std::string_view name);
/// The same of a script.
std::optional<Fault> script_name_fault(std::string_view name);

}  // namespace restock

// CSV tables, one record at a time (RFC 4180): commas, quotes, quoted line ends. Strict and located. Other people's
// tables may separate their columns by something else, and may say so in a line before the header.
#pragma once

#include "input/report.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// `comma`, `semicolon`, `tab`.
std::string_view separator_name(char separator);

struct CsvForm {
  char separator = ',';
  int lines_before = 0;  ///< before the header
};

class CsvReader {
 public:
  /// Opens a table and reads its header; on failure problems are reported and `good()` is false.
  CsvReader(const std::string& path, std::uint32_t file, const Path& at, Report& report, CsvForm form = {});

  bool good() const { return good_; }
  const std::vector<std::string>& header() const { return header_; }
  /// Position of a column, or -1.
  int column(std::string_view name) const;

  /// The next record that is not an empty line; false at the end. A bad record is reported and skipped.
  bool next();
  const std::vector<std::string>& cells() const { return cells_; }
  const std::vector<bool>& quoted() const { return quoted_; }
  const std::vector<Where>& places() const { return places_; }
  Where row() const { return {file_, line_, 1}; }

 private:
  bool record();
  bool plain_cell(std::string& cell);
  bool quoted_cell(std::size_t quote, std::string& cell);
  bool line();
  bool check_utf8();
  bool broken(std::size_t byte, const Fault& fault);

  std::ifstream in_;
  char separator_;
  std::uint32_t file_;
  const Path& at_;
  Report& report_;
  bool good_ = false;
  int lines_read_ = 0;
  int line_ = 0;             // where the current record begins
  std::string text_;         // the line being read
  std::size_t byte_ = 0;     // where reading stands in it
  std::size_t counted_ = 0;  // up to where `column_` counts its characters
  int column_ = 1;
  std::vector<std::string> header_;
  std::vector<std::string> cells_;
  std::vector<bool> quoted_;
  std::vector<Where> places_;
};

/// What the columns of a table of one kind have to be.
struct CsvColumns {
  std::string_view what;    ///< "a trace"
  std::string_view advice;  ///< all columns, in words
  std::vector<std::string_view> known;
  std::vector<std::string_view> needed;
};
/// Whether they are; each that is missing or not known is reported.
bool check_columns(const CsvReader& csv, const CsvColumns& columns, const Path& path, Report& report);

}  // namespace restock

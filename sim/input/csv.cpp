// CSV tables, one record at a time.
#include "input/csv.hpp"

#include "input/scalars.hpp"
#include "input/source.hpp"
#include "input/words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_map>

namespace restock {

namespace {

constexpr std::size_t longest_line = std::size_t{16} << 20U;

}  // namespace

std::string_view separator_name(char separator) {
  return separator == ';' ? "semicolon" : separator == '\t' ? "tab" : "comma";
}

CsvReader::CsvReader(const std::string& path, std::uint32_t file, const Path& at, Report& report, CsvForm form)
    : separator_(form.separator), file_(file), at_(at), report_(report) {
  if (const auto fault = file_fault(path)) {
    report_.error({file_, 0, 0}, at_, *fault);
    return;
  }
  if (std::error_code error; !std::filesystem::is_regular_file(path, error)) {
    report_.error({file_, 0, 0}, at_, {"not_a_file", path + " is no regular file", "a pipe or a device may never end"});
    return;
  }
  in_.open(path, std::ios::binary);
  if (in_.peek() == 0xEF) {
    char mark[3] = {};
    in_.read(mark, 3);
    if (std::string_view(mark, 3) != "\xEF\xBB\xBF") in_.seekg(0);
  }
  while (form.lines_before-- > 0) line();
  do {
    if (in_.peek() == std::ifstream::traits_type::eof()) {
      report_.error({file_, 1, 1}, at_, {"empty_file", "the table is empty", "its first line names the columns"});
      return;
    }
    if (!record()) return;
  } while (cells_.size() == 1 && cells_[0].empty() && !quoted_[0]);
  header_ = cells_;
  good_ = true;
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (header_[i].empty()) {
      report_.error(places_[i], at_, {"missing_column", "column " + std::to_string(i + 1) + " has no name", {}});
      good_ = false;
    } else if (const auto [first, fresh] = seen.emplace(header_[i], i); !fresh) {
      report_.error(places_[i], at_,
                    {"duplicate_column",
                     "column " + header_[i] + " is given twice: columns " + std::to_string(first->second + 1) +
                         " and " + std::to_string(i + 1),
                     "remove or rename one of the two"});
      good_ = false;
    }
  }
}

int CsvReader::column(std::string_view name) const {
  for (std::size_t i = 0; i < header_.size(); ++i)
    if (header_[i] == name) return static_cast<int>(i);
  return -1;
}

bool CsvReader::line() {
  text_.clear();
  byte_ = counted_ = 0;
  column_ = 1;
  std::array<char, 4'096> piece{};
  while (true) {
    in_.getline(piece.data(), piece.size());
    const auto got = static_cast<std::size_t>(in_.gcount());
    const bool ended = !in_.fail();  // by the end of the line, which is counted, or by that of the file
    text_.append(piece.data(), got - (ended && !in_.eof() ? 1 : 0));
    if (ended) break;
    if (got + 1 < piece.size()) return false;  // nothing was left
    in_.clear();
    if (text_.size() > longest_line) {
      in_.setstate(std::ios::failbit);
      report_.error({file_, ++lines_read_, 1}, at_,
                    {"too_large", "a line of more than 16 MB", "is it a table, and is a quote never closed?"});
      return false;
    }
  }
  ++lines_read_;
  if (!text_.empty() && text_.back() == '\r') text_.pop_back();
  return true;
}

bool CsvReader::broken(std::size_t byte, const Fault& fault) {
  const std::size_t before = characters(std::string_view(text_).substr(0, byte));
  report_.error({file_, lines_read_, static_cast<int>(before) + 1}, at_, fault);
  return false;
}

bool CsvReader::check_utf8() {
  const std::size_t bad = first_bad_utf8(text_);
  return bad == std::string_view::npos || broken(bad, {"not_utf8", "this is not UTF-8 text", "save the file as UTF-8"});
}

bool CsvReader::record() {
  if (!line()) return false;
  line_ = lines_read_;
  cells_.clear();
  quoted_.clear();
  places_.clear();
  if (!check_utf8()) return false;
  while (true) {
    column_ += static_cast<int>(characters(std::string_view(text_).substr(counted_, byte_ - counted_)));
    counted_ = byte_;
    places_.push_back({file_, lines_read_, column_});
    const std::size_t start = std::min(text_.find_first_not_of(' ', byte_), text_.size());
    const bool in_quotes = start < text_.size() && text_[start] == '"';
    std::string cell;
    if (!(in_quotes ? quoted_cell(start, cell) : plain_cell(cell))) return false;
    cells_.push_back(std::move(cell));
    quoted_.push_back(in_quotes);
    if (byte_ >= text_.size()) return true;
    ++byte_;
  }
}

bool CsvReader::plain_cell(std::string& cell) {
  const std::size_t end = std::min(text_.find(separator_, byte_), text_.size());
  cell = std::string(trimmed(std::string_view(text_).substr(byte_, end - byte_)));
  if (const auto stray = text_.find('"', byte_); stray < end)
    return broken(stray, {"bad_row", "a quote inside an unquoted cell",
                          "put quotes around the whole cell and write the inner one twice"});
  byte_ = end;
  return true;
}

bool CsvReader::quoted_cell(std::size_t quote, std::string& cell) {
  const Where opened{file_, lines_read_, column_ + static_cast<int>(quote - byte_)};
  byte_ = quote + 1;
  while (true) {
    if (byte_ >= text_.size()) {
      if (!line()) {
        report_.error(
            opened, at_,
            {"unterminated_quote", "this quote is never closed", "close it; a quote inside quotes is written twice"});
        return false;
      }
      if (!check_utf8()) return false;
      cell += '\n';
    } else if (text_[byte_] != '"') {
      cell += text_[byte_++];
    } else if (byte_ + 1 < text_.size() && text_[byte_ + 1] == '"') {
      cell += '"';
      byte_ += 2;
    } else {
      ++byte_;
      break;
    }
  }
  while (byte_ < text_.size() && text_[byte_] == ' ') ++byte_;
  return byte_ >= text_.size() || text_[byte_] == separator_ ||
         broken(byte_, {"bad_row", "text after a closing quote", "a quote inside quotes is written twice"});
}

bool CsvReader::next() {
  while (in_.peek() != std::ifstream::traits_type::eof()) {
    if (!record()) {
      if (!in_) return false;
      continue;
    }
    if (cells_.size() == 1 && cells_[0].empty() && !quoted_[0]) continue;
    if (cells_.size() == header_.size()) return true;
    report_.error(row(), at_,
                  {"ragged_row",
                   "row " + std::to_string(line_) + " has " + std::to_string(cells_.size()) +
                       " cells, the header has " + std::to_string(header_.size()) + " columns",
                   cells_.size() > header_.size()
                       ? "put quotes around a cell that contains a " + std::string(separator_name(separator_))
                       : "write an empty cell as two " + std::string(separator_name(separator_)) + "s in a row"});
  }
  return false;
}

bool check_columns(const CsvReader& csv, const CsvColumns& columns, const Path& path, Report& report) {
  bool fine = true;
  for (std::size_t i = 0; i < csv.header().size(); ++i) {
    const std::string& title = csv.header()[i];
    if (std::ranges::find(columns.known, title) != columns.known.end()) continue;
    report.error(
        csv.places()[i], path,
        {"unknown_key",
         "column " + std::to_string(i + 1) + " `" + title + "` is not a column of " + std::string(columns.what),
         hint_among(title, columns.known)});
    fine = false;
  }
  for (const std::string_view needed : columns.needed) {
    if (csv.column(needed) >= 0) continue;
    report.error({csv.row().file, csv.places()[0].line, 1}, path,
                 {"missing_column", "the table has no column " + std::string(needed), std::string(columns.advice)});
    fine = false;
  }
  return fine;
}

}  // namespace restock

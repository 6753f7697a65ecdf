// CSV tables, one record at a time.
#include "input/csv.hpp"

#include "input/scalars.hpp"
#include "input/source.hpp"

#include <unordered_map>

namespace restock {

CsvReader::CsvReader(const std::string& path, std::uint32_t file, const Path& at, Report& report)
    : file_(file), at_(at), report_(report) {
  if (const auto fault = file_fault(path)) {
    report_.error({file_, 0, 0}, at_, *fault);
    return;
  }
  in_.open(path, std::ios::binary);
  if (in_.peek() == 0xEF) {
    char mark[3] = {};
    in_.read(mark, 3);
    if (std::string_view(mark, 3) != "\xEF\xBB\xBF") in_.seekg(0);
  }
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

bool CsvReader::line(std::string& text) {
  if (!std::getline(in_, text)) return false;
  ++lines_read_;
  return true;
}

bool CsvReader::record() {
  std::string text;
  if (!line(text)) return false;
  line_ = lines_read_;
  cells_.clear();
  quoted_.clear();
  places_.clear();
  const auto broken = [&](std::size_t byte, const Fault& fault) {
    report_.error({file_, lines_read_, static_cast<int>(characters(std::string_view(text).substr(0, byte))) + 1}, at_,
                  fault);
    return false;
  };
  if (!text.empty() && text.back() == '\r') text.pop_back();
  if (const std::size_t bad = first_bad_utf8(text); bad != std::string_view::npos)
    return broken(bad, {"not_utf8", "this is not UTF-8 text", "save the file as UTF-8"});
  std::size_t at = 0, counted = 0;
  int column = 1;
  while (true) {
    column += static_cast<int>(characters(std::string_view(text).substr(counted, at - counted)));
    counted = at;
    Where place{file_, lines_read_, column};
    std::string cell;
    std::size_t start = at;
    while (start < text.size() && text[start] == ' ') ++start;
    const bool in_quotes = start < text.size() && text[start] == '"';
    if (in_quotes) {
      const Where opened = {file_, lines_read_, column + static_cast<int>(start - at)};
      at = start + 1;
      while (true) {
        if (at >= text.size()) {
          std::string more;
          if (!line(more)) {
            report_.error(opened, at_,
                          {"unterminated_quote", "this quote is never closed",
                           "close it; a quote inside quotes is written twice"});
            return false;
          }
          if (!more.empty() && more.back() == '\r') more.pop_back();
          if (const std::size_t bad = first_bad_utf8(more); bad != std::string_view::npos) {
            text = more;
            return broken(bad, {"not_utf8", "this is not UTF-8 text", "save the file as UTF-8"});
          }
          cell += '\n';
          text = std::move(more);
          at = counted = 0;
          column = 1;
        } else if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"') {
          cell += '"';
          at += 2;
        } else if (text[at] == '"') {
          ++at;
          break;
        } else {
          cell += text[at++];
        }
      }
      while (at < text.size() && text[at] == ' ') ++at;
      if (at < text.size() && text[at] != ',')
        return broken(at, {"bad_row", "text after a closing quote", "a quote inside quotes is written twice"});
    } else {
      const std::size_t end = std::min(text.find(',', at), text.size());
      cell = std::string(trimmed(std::string_view(text).substr(at, end - at)));
      if (const auto stray = text.find('"', at); stray < end)
        return broken(stray, {"bad_row", "a quote inside an unquoted cell",
                              "put quotes around the whole cell and write the inner one twice"});
      at = end;
    }
    cells_.push_back(std::move(cell));
    quoted_.push_back(in_quotes);
    places_.push_back(place);
    if (at >= text.size()) return true;
    ++at;
  }
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
                   cells_.size() > header_.size() ? "put quotes around a cell that contains a comma"
                                                  : "write an empty cell as two commas in a row"});
  }
  return false;
}

}  // namespace restock

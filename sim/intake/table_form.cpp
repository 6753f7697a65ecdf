#include "intake/table_form.hpp"

#include "input/scalars.hpp"
#include "intake/written_number.hpp"

#include <array>
#include <fstream>
#include <map>
#include <vector>

namespace restock {

namespace {

constexpr std::array separators{',', ';', '\t'};
constexpr std::size_t looked_at = std::size_t{256} << 10U;  // bytes of the file in which separators are counted

/// What stands in a line outside quotes, of each separator.
using Counts = std::array<std::size_t, separators.size()>;

std::vector<Counts> count_separators(std::string_view text) {
  std::vector<Counts> lines;
  Counts counts{};
  bool quoted = false, empty = true;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') {
      if (!empty) lines.push_back(counts);
      counts = {};
      empty = true;
      continue;
    }
    if (c != '\r') empty = false;
    for (std::size_t i = 0; i < separators.size() && !quoted; ++i) counts[i] += c == separators[i] ? 1 : 0;
  }
  if (!empty) lines.push_back(counts);
  return lines;
}

std::string beginning_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(looked_at, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() == looked_at) text.resize(text.rfind('\n') + 1);  // whole lines
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// `sep=;`, as spreadsheets tell one another.
std::optional<char> told_separator(std::string_view text) {
  if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
  for (const char separator : separators)
    if (text[4] == separator && (text[5] == '\n' || text[5] == '\r')) return separator;
  return std::nullopt;
}

class FormFinder {
 public:
  FormFinder(const std::string& path, const IntakeSettings& settings, std::uint32_t file, Report& report)
      : path_(path), settings_(settings), file_(file), report_(report) {}

  std::optional<TableForm> find() {
    TableForm form;
    const std::string text = beginning_of(path_);
    if (const auto told = told_separator(text)) {
      form.csv = {*told, 1};
    } else if (!settings_.separator.empty()) {
      form.csv.separator = settings_.separator == "tab" ? '\t' : settings_.separator == "semicolon" ? ';' : ',';
    } else if (!find_separator(text, form.csv.separator)) {
      return std::nullopt;
    }
    if (!settings_.decimal.empty())
      form.decimal = settings_.decimal == "comma" ? ',' : '.';
    else if (!find_decimal(form))
      return std::nullopt;
    return form;
  }

 private:
  /// That of the header; of several, the one that stands as often in every row.
  bool find_separator(std::string_view text, char& separator) {
    const std::vector<Counts> lines = count_separators(text);
    if (lines.empty()) return true;
    std::vector<std::size_t> in_header, everywhere;
    for (std::size_t i = 0; i < separators.size(); ++i) {
      if (lines[0][i] == 0) continue;
      in_header.push_back(i);
      bool same = true;
      for (const Counts& line : lines) same = same && line[i] == lines[0][i];
      if (same) everywhere.push_back(i);
    }
    if (in_header.empty()) return true;
    if (in_header.size() == 1) everywhere = in_header;
    if (everywhere.size() == 1) return separator = separators[everywhere[0]], true;
    std::string named;
    for (const std::size_t i : in_header)
      named += (named.empty() ? "" : " and ") + std::string(separator_name(separators[i])) + "s";
    report_.error(
        {file_, 1, 1}, at_,
        {"unclear_separator", "the header has " + named + ", and the rows do not tell which separate the columns",
         "say it: --separator " + std::string(separator_name(separators[in_header[0]])) + " or --separator " +
             std::string(separator_name(separators[in_header[1]]))});
    return false;
  }

  /// By the numbers that can be read in one way only; they have to agree, and one is enough for all that can be read in
  /// two ways.
  bool find_decimal(TableForm& form) {
    Issues unheard;  // whoever reads the table says what is wrong with it
    const std::vector<std::string> names(file_ + 1, path_);
    Report quiet(unheard, names);
    CsvReader table(path_, file_, at_, quiet, form.csv);
    if (!table.good()) return true;
    const std::vector<int> columns = number_columns(table.header());
    std::optional<Where> first, unclear;
    std::string unclear_text;
    while (table.next())
      for (const int column : columns) {
        const auto at = static_cast<std::size_t>(column);
        const std::string_view text = trimmed(table.cells()[at]);
        DecimalMark mark = decimal_mark_of(text);
        // Where commas separate, a point has never stood between thousands.
        if (mark == DecimalMark::either && form.csv.separator == ',' && text.find('.') != std::string_view::npos)
          mark = DecimalMark::point;
        if (mark == DecimalMark::absent) continue;
        if (mark == DecimalMark::either) {
          if (!unclear) unclear_text = text;
          if (!unclear) unclear = table.places()[at];
          continue;
        }
        const char decimal = mark == DecimalMark::comma ? ',' : '.';
        if (first && decimal != form.decimal) return refuse_both(table.places()[at], text, decimal, *first);
        if (!first) first = table.places()[at];
        form.decimal = decimal;
      }
    return first || !unclear || refuse_unclear(*unclear, unclear_text);
  }

  /// Columns of numbers; of a history without a column of quantities, all but that of dates.
  std::vector<int> number_columns(const std::vector<std::string>& header) const {
    using enum ForeignColumn;
    const ForeignColumns columns(header, settings_.columns);
    std::vector<int> found;
    for (const ForeignColumn column :
         {quantity, price, cost, lead_days, on_hand, reorder_point, order_up_to, order_quantity})
      if (columns.has(column)) found.push_back(columns.at(column));
    const bool has_rows = columns.has(time) || !settings_.start.empty();  // without, it is not read at all
    if (file_ > 0 || columns.has(quantity) || !has_rows) return found;
    found.clear();
    for (std::size_t c = 0; c < header.size(); ++c)
      if (static_cast<int>(c) != columns.at(time)) found.push_back(static_cast<int>(c));
    return found;
  }

  bool refuse_both(Where where, std::string_view text, char decimal, Where first) {
    const std::string is = decimal == ',' ? "comma" : "point", was = decimal == ',' ? "point" : "comma";
    report_.error(where, at_,
                  {"unclear_number",
                   "`" + std::string(text) + "` has a decimal " + is + ", and line " + std::to_string(first.line) +
                       " a decimal " + was,
                   "write all numbers of a table in one way; --decimal " + was + " refuses the others one by one"});
    return false;
  }
  bool refuse_unclear(Where where, const std::string& text) {
    report_.error(where, at_,
                  {"unclear_number",
                   "`" + text + "` is " + *with_decimal_point(text, '.') + " or " + *with_decimal_point(text, ',') +
                       ", and no other number of the table tells which",
                   "say it: --decimal point or --decimal comma"});
    return false;
  }

  const std::string& path_;
  const IntakeSettings& settings_;
  std::uint32_t file_;
  Report& report_;
  Path at_;
};

}  // namespace

std::optional<TableForm> form_of(const std::string& path, const IntakeSettings& settings, std::uint32_t file,
                                 Report& report) {
  return FormFinder(path, settings, file, report).find();
}

}  // namespace restock

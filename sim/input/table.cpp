// CSV tables as items.
#include "input/table.hpp"

#include "input/csv.hpp"
#include "input/edit.hpp"
#include "input/source.hpp"
#include "input/words.hpp"

#include <algorithm>

namespace restock {

namespace {

std::vector<std::string> split(std::string_view dotted) {
  std::vector<std::string> parts;
  while (true) {
    const auto dot = dotted.find('.');
    parts.emplace_back(dotted.substr(0, dot));
    if (dot == std::string_view::npos) return parts;
    dotted.remove_prefix(dot + 1);
  }
}

bool check_header(const CsvReader& csv, const std::vector<std::vector<std::string>>& columns, const Node* defaults,
                  const TableShape& shape, std::uint32_t file, const Path& path, Report& report) {
  bool fine = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (std::find(shape.keys.begin(), shape.keys.end(), columns[i][0]) != shape.keys.end()) continue;
    report.error(csv.places()[i], path,
                 {"unknown_key", "column " + std::to_string(i + 1) + " `" + csv.header()[i] + "` is not a known key",
                  hint_among(columns[i][0], shape.keys)});
    fine = false;
  }
  for (const std::string_view key : shape.needed) {
    const bool given =
        std::any_of(columns.begin(), columns.end(), [&](const auto& column) { return column[0] == key; });
    if (given || (defaults && defaults->find(key))) continue;
    report.error({file, csv.places()[0].line, 1}, path,
                 {"missing_column", "the table has no column " + std::string(key),
                  "add the column, or give a default beside file:"});
    fine = false;
  }
  return fine;
}

/// Puts a cell at its place in the item; opens calls and makes mappings on the way.
bool put(Node& item, const std::vector<std::string>& column, Node cell, const Path& path, Report& report) {
  Node* into = &item;
  for (std::size_t depth = 0; depth + 1 < column.size(); ++depth) {
    Node* next = into->find(column[depth]);
    if (!next) {
      Node made;
      made.kind = Node::Kind::map;
      made.key = column[depth];
      made.where = made.key_where = cell.where;
      into->children.push_back(std::move(made));
      next = &into->children.back();
    } else if (next->is_scalar() && !is_call(*next)) {  // a bare name gets its first parameter
      Node kind = scalar_node(next->text, next->where);
      kind.key = kind_key;
      next->kind = Node::Kind::map;
      next->text.clear();
      next->children = {std::move(kind)};
    } else if (next->is_scalar() && !open_call(*next, column[depth + 1], path, report)) {
      return false;
    }
    into = next;
  }
  return set_key(*into, column.back(), std::move(cell), path, report);
}

/// The cells of the current row over the defaults.
bool lay_row(const CsvReader& csv, const std::vector<std::vector<std::string>>& columns, const Node* defaults,
             std::uint32_t file, const Path& path, Report& report, Node& item) {
  if (defaults)
    item = *defaults;
  else
    item.children.clear();
  item.kind = Node::Kind::map;
  item.where = {file, csv.row().line, 0};
  bool fine = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (csv.cells()[i].empty()) continue;
    Node cell = scalar_node(csv.cells()[i], csv.places()[i]);
    if (columns[i].size() == 1 && !defaults) {
      cell.key = columns[i][0];
      cell.key_where = cell.where;
      item.children.push_back(std::move(cell));
    } else {
      fine = put(item, columns[i], std::move(cell), path, report) && fine;
    }
  }
  return fine;
}

/// A needed key that neither a cell nor a default gives is told at its empty cell.
bool has_needed(const CsvReader& csv, const std::vector<std::vector<std::string>>& columns, const TableShape& shape,
                const Node& item, const Path& path, Report& report) {
  bool fine = true;
  for (const std::string_view key : shape.needed) {
    if (item.find(key)) continue;
    fine = false;
    const auto column =
        std::find_if(columns.begin(), columns.end(), [&](const auto& segments) { return segments[0] == key; });
    if (column != columns.end())
      report.error(csv.places()[static_cast<std::size_t>(column - columns.begin())], path,
                   {"missing_key", std::string(key) + " is missing: the cell is empty", {}});
  }
  return fine;
}

}  // namespace

std::optional<std::uint32_t> open_table(Sources& sources, Report& report, const std::string& name, const Node& named_at,
                                        const Path& path) {
  auto fault = table_name_fault(name);
  const std::string file_path = sources.table_path(name);
  if (!fault) fault = file_fault(file_path);
  if (!fault) return sources.add(file_path);
  report.error(named_at.where, path, *fault);
  return std::nullopt;
}

bool each_row(Sources& sources, Report& report, const std::string& name, const Node& named_at, const Node* defaults,
              const TableShape& shape, const Path& path, const std::function<bool(const Node&)>& row) {
  const std::optional<std::uint32_t> opened = open_table(sources, report, name, named_at, path);
  if (!opened) return false;
  const std::uint32_t file = *opened;
  const std::size_t errors_before = report.errors();
  CsvReader csv(sources.table_path(name), file, path, report);
  if (!csv.good()) return false;
  std::vector<std::vector<std::string>> columns;
  for (const std::string& title : csv.header()) columns.push_back(split(title));
  if (!check_header(csv, columns, defaults, shape, file, path, report)) return false;
  Node item;
  while (csv.next()) {
    report.table = {file, &csv.header(), &csv.places()};
    if (lay_row(csv, columns, defaults, file, path, report, item) &&
        has_needed(csv, columns, shape, item, path, report))
      row(item);
    report.table = {};
  }
  return report.errors() == errors_before;
}

}  // namespace restock

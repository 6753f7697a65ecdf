// Reads the factors of a sweep.
#include "input/call.hpp"
#include "input/csv.hpp"
#include "input/numbers.hpp"
#include "input/section.hpp"
#include "input/sweep_section_reader.hpp"
#include "input/table.hpp"
#include "input/words.hpp"
#include "random/math.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace restock {

namespace {

/// What all design points share, or what no run reads: a factor over it would do nothing.
constexpr std::array<std::string_view, 12> fixed_keys{"alternatives", "attribution", "bucket",   "expect",
                                                      "length",       "name",        "question", "replications",
                                                      "seed",         "series",      "start",    "sweep"};

/// Twelve digits: enough for any parameter, and no noise such as 0.30000000000000004. Whole numbers have no exponent.
std::string tidy_text(double value) {
  if (std::nearbyint(value) == value && std::abs(value) < 1e15)
    return fmt::format("{}", static_cast<std::int64_t>(value));
  double tidy = value;
  const std::string text = fmt::format("{:.12g}", value);
  std::from_chars(text.data(), text.data() + text.size(), tidy);
  return number_text(tidy);
}

}  // namespace

void SweepSectionReader::read_factor(const Node& node, const Path& path) {
  Factor factor;
  factor.name = node.key;
  factor.where = node.key_where;
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  if (node.key.empty() || !std::all_of(node.key.begin(), node.key.end(), plain) ||
      (node.key[0] >= '0' && node.key[0] <= '9'))
    refuse(node.key_where, path,
           {"bad_name", "is not the name of a factor",
            "it becomes the name of a column: letters, digits and _, beginning with a letter"});
  if (!node.is_map()) {
    refuse(node.where, path,
           {"wrong_type", "is not a mapping", "write { path: replenishment.shop.S, values: [100, 120] }"});
    return;
  }
  check_keys(node, path, {"path", "values", "from", "to", "steps", "scale", "round", "file", "column"});
  read_paths(node, path, factor);
  read_levels(node, path, factor);
  section_.factors.push_back(std::move(factor));
}

void SweepSectionReader::read_paths(const Node& node, const Path& path, Factor& factor) {
  const Node* written = node.find("path");
  if (!written) {
    refuse(node.where, path, {"missing_key", "path is missing", "path: what the factor changes, as in --set"});
    return;
  }
  factor.path_where = written->where;
  const Path here = path.named("path");
  if (written->is_list() && !written->children.empty()) {
    for (const Node& one : written->children) add_path(one, here, factor);
  } else {
    add_path(*written, here, factor);
  }
}

void SweepSectionReader::add_path(const Node& node, const Path& path, Factor& factor) {
  if (!node.is_scalar() || node.text.empty()) {
    refuse(node.where, path, {"wrong_type", "is not a path or a list of paths", "write replenishment.shop.S"});
    return;
  }
  const std::string first = node.text.substr(0, node.text.find_first_of(".["));
  if (std::find(fixed_keys.begin(), fixed_keys.end(), first) != fixed_keys.end()) {
    refuse(node.where, path,
           {"not_comparable",
            "a factor cannot change " + first +
                ": all design points are compared over the same customers and the same window",
            "set " + first + " for the whole scenario"});
    return;
  }
  if (std::find(factor.paths.begin(), factor.paths.end(), node.text) != factor.paths.end() ||
      std::any_of(section_.factors.begin(), section_.factors.end(), [&](const Factor& other) {
        return std::find(other.paths.begin(), other.paths.end(), node.text) != other.paths.end();
      })) {
    refuse(node.where, path, {"duplicate_key", node.text + " is the path of two factors", "remove one of them"});
    return;
  }
  factor.paths.push_back(node.text);
}

/// From exactly one of: a list, a range, a column of a table.
void SweepSectionReader::read_levels(const Node& node, const Path& path, Factor& factor) {
  const Node* values = node.find("values");
  const Node* file = node.find(file_key);
  const bool range = node.find("from") != nullptr || node.find("to") != nullptr;
  if ((values ? 1 : 0) + (file ? 1 : 0) + (range ? 1 : 0) != 1) {
    refuse(node.where, path,
           {"missing_key", "needs its values in one of three ways",
            "values: [ … ], from: … and to: …, or file: … and column: …"});
    return;
  }
  for (const char* key : {"to", "steps", "scale", "round"})
    if (const Node* misplaced = range ? nullptr : node.find(key))
      refuse(misplaced->key_where, path.named(key), {"rule", "goes with from and to only", "remove it"});
  if (const Node* misplaced = file ? nullptr : node.find("column"))
    refuse(misplaced->key_where, path.named("column"), {"rule", "goes with file only", "remove it"});
  if (values) read_list(*values, path.named("values"), factor);
  if (file) read_column(node, *file, path, factor);
  if (range) read_range(node, path, factor);
  if (factor.levels.size() > most_design_points)
    refuse(node.where, path, {"too_large", fmt::format("has more than {} values", most_design_points), {}});
}

void SweepSectionReader::read_list(const Node& node, const Path& path, Factor& factor) {
  if (!node.is_list() || node.children.empty()) {
    refuse(node.where, path, {"wrong_type", "is not a list of values", "write [100, 120, 140]"});
    return;
  }
  factor.levels = node.children;
}

void SweepSectionReader::read_column(const Node& node, const Node& file, const Path& path, Factor& factor) {
  const Node* column = node.find("column");
  if (!file.is_scalar() || !column || !column->is_scalar()) {
    refuse(node.where, path, {"missing_key", "needs a file and a column", "file: rates.csv, column: rate"});
    return;
  }
  const Path here = path.named(file_key);
  const auto opened = open_table(document_.sources, report_, file.text, file, here);
  if (!opened) return;
  CsvReader csv(document_.sources.table_path(file.text), *opened, here, report_);
  if (!csv.good()) return;
  const int place = csv.column(column->text);
  if (place < 0) {
    const std::vector<std::string_view> known(csv.header().begin(), csv.header().end());
    refuse(column->where, path.named("column"),
           {"missing_column", "the table has no column " + column->text, hint_among(column->text, known)});
    return;
  }
  const auto at = static_cast<std::size_t>(place);
  while (csv.next()) {
    if (csv.cells()[at].empty()) {
      refuse(csv.places()[at], here, {"missing_value", "the cell is empty", "a factor needs a value in every row"});
      continue;
    }
    Node level = scalar_node(csv.cells()[at], csv.places()[at]);
    level.quoted = csv.quoted()[at];
    factor.levels.push_back(std::move(level));
  }
  if (factor.levels.empty()) refuse(file.where, here, {"empty_file", "the table has no rows", {}});
}

bool SweepSectionReader::read_end(const Node& node, const char* key, const Path& path, Measured& out) {
  const Node* written = node.find(key);
  if (!written)
    return refuse(node.where, path,
                  {"missing_key", std::string(key) + " is missing", "a range has both ends: from: 10, to: 50"});
  const auto end = measured(*written);
  if (!end)
    return refuse(written->where, path.named(key),
                  {"wrong_type", "is not a number or a number with a unit", "write from: 2 d, to: 10 d"});
  out = *end;
  return true;
}

void SweepSectionReader::read_range(const Node& node, const Path& path, Factor& factor) {
  FactorRange range;
  Measured from, to;
  const bool both = read_end(node, "from", path, from) && read_end(node, "to", path, to);
  if (!both) return;
  range.where = node.find("from")->where;
  range.unit = from.unit;
  range.from = from.value;
  range.to = to.value;
  if (from.unit != to.unit) {
    refuse(node.find("to")->where, path.named("to"),
           {"wrong_unit", "has another unit than from", "write both ends in the same unit"});
    return;
  }
  if (!(range.from < range.to)) {
    refuse(node.find("to")->where, path.named("to"), {"out_of_range", "is not above from", {}});
    return;
  }
  if (!read_scale(node, path, range) || !read_round(node, path, range)) return;
  if (const Node* steps = node.find("steps")) {
    std::size_t count = 0;
    if (!whole_number(*steps, path.named("steps"), 2, most_design_points, count)) return;
    for (std::size_t i = 0; i < count; ++i)
      factor.levels.push_back(range.at(static_cast<double>(i) / static_cast<double>(count - 1)));
  }
  factor.range = range;
}

bool SweepSectionReader::read_scale(const Node& node, const Path& path, FactorRange& range) {
  const Node* scale = node.find("scale");
  if (!scale) return true;
  const std::vector<std::string_view> known{"linear", "log"};
  if (!scale->is_scalar() || std::find(known.begin(), known.end(), scale->text) == known.end())
    return refuse(scale->where, path.named("scale"),
                  {"unknown_kind", "is not a scale", hint_among(scale->is_scalar() ? scale->text : "", known)});
  range.logarithmic = scale->text == "log";
  if (range.logarithmic && range.from <= 0.0)
    return refuse(range.where, path.named("from"),
                  {"out_of_range", "must be above 0 on a logarithmic scale", "use scale: linear"});
  return true;
}

bool SweepSectionReader::read_round(const Node& node, const Path& path, FactorRange& range) {
  const Node* round = node.find("round");
  if (!round) return true;
  Fault fault;
  double to = 0.0;
  if (!round->is_scalar() || !restock::parse(round->text, to, fault) || to <= 0.0)
    return refuse(round->where, path.named("round"),
                  {"out_of_range", "is not a number above 0", "write round: 1 for whole numbers"});
  range.round = to;
  return true;
}

Node FactorRange::at(double share) const {
  double value = from + (to - from) * share;
  if (logarithmic) value = from * own_exp(own_log(to / from) * share);
  if (share <= 0.0) value = from;
  if (share >= 1.0) value = to;
  if (round > 0.0) value = std::nearbyint(value / round) * round;
  Node node = scalar_node(tidy_text(value) + (unit.empty() ? "" : " " + unit), where);
  node.key_where = where;
  return node;
}

std::optional<Measured> measured(const Node& node) {
  if (!node.is_scalar() || node.quoted || is_call(node)) return std::nullopt;
  Measured result;
  std::string_view number, rest;
  Fault ignored;
  if (!leading_number(node.text, result.value, number, rest, "a number", ignored)) return std::nullopt;
  if (looks_like_date(node.text)) return std::nullopt;
  result.unit = std::string(rest);
  return result;
}

}  // namespace restock

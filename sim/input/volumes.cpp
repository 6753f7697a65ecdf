// Reads tables of volumes.
#include "input/volumes.hpp"

#include "input/csv.hpp"
#include "input/scalars.hpp"
#include "input/table.hpp"

#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace restock {

namespace {

/// The names of one column, each kept once.
class NameColumn {
 public:
  NameColumn(const CsvReader& csv, std::string_view title, std::vector<Volumes::Name>& out)
      : csv_(csv), column_(csv.column(title)), out_(out) {}

  /// Its place among the names; nothing, and a report, where the cell is empty.
  std::optional<std::uint32_t> place(const Path& path, Report& report) {
    const std::string none;
    const std::string& text = column_ < 0 ? none : csv_.cells()[static_cast<std::size_t>(column_)];
    if (column_ >= 0 && text.empty()) {
      const auto column = static_cast<std::size_t>(column_);
      report.error(
          csv_.places()[column], path,
          {"missing_value", "the cell is empty", "name what is in " + csv_.header()[column] + " in every row"});
      return std::nullopt;
    }
    if (last_ < out_.size() && out_[last_].text == text) return last_;  // rows of a kind stand together mostly
    const auto [place, fresh] = places_.emplace(text, static_cast<std::uint32_t>(out_.size()));
    if (fresh) out_.push_back({text, column_ < 0 ? csv_.row() : csv_.places()[static_cast<std::size_t>(column_)]});
    return last_ = place->second;
  }

 private:
  const CsvReader& csv_;
  int column_;
  std::vector<Volumes::Name>& out_;
  std::unordered_map<std::string, std::uint32_t> places_;
  std::uint32_t last_ = 0;
};

}  // namespace

bool read_volumes(Sources& sources, Report& report, const std::string& name, const Node& named_at, const Path& path,
                  Volumes& out) {
  const std::optional<std::uint32_t> file = open_table(sources, report, name, named_at, path);
  if (!file) return false;
  const std::size_t errors_before = report.errors();
  CsvReader csv(sources.table_path(name), *file, path, report);
  if (!csv.good() || !check_columns(csv,
                                    {"a table of volumes",
                                     "a table of volumes has columns volume and optionally at and product",
                                     {"at", "product", "volume"},
                                     {"volume"}},
                                    path, report))
    return false;
  NameColumn sites(csv, "at", out.sites), products(csv, "product", out.products);
  const auto column = static_cast<std::size_t>(csv.column("volume"));
  while (csv.next()) {
    report.table = {*file, &csv.header(), &csv.places()};
    const std::string& text = csv.cells()[column];
    double volume = 0.0;
    Fault wrong;
    if (!parse(text, volume, wrong))
      report.error(csv.places()[column], path, wrong);
    else if (!(volume >= 0.0) || !std::isfinite(volume))
      report.error(csv.places()[column], path,
                   {"out_of_range", "`" + text + "`: a volume is a factor on the rate, and at least 0", {}});
    const auto site = sites.place(path, report);
    const auto product = products.place(path, report);
    report.table = {};
    if (site && product) out.rows.push_back({*site, *product, volume});
  }
  out.rows.shrink_to_fit();
  return report.errors() == errors_before;
}

}  // namespace restock

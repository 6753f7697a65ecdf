#include "output/sweep_schema.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace restock {

namespace {

Variable design_axis(const std::string& group, When when) {
  return {group, "design_point", Kind::i32, "design_point", "", "design point, from 0", when};
}

Variable factor_variable(const std::string& group, const FactorColumn& factor, When when) {
  return {group,
          factor.name,
          factor.numeric ? Kind::f64 : Kind::text,
          "design_point",
          factor.unit,
          "factor: " + factor.path,
          when};
}

/// Sweeps keep no ledgers and no picture: design points may differ in their networks.
bool is_of_sweeps(const Variable& variable) {
  constexpr std::array<std::string_view, 7> of_results{"segment", "segment_units", "reason",       "late",
                                                       "early",   "cancelled",     "cancelled_for"};
  if (variable.group == "waits" && std::ranges::find(of_results, variable.name) != of_results.end()) return false;
  return variable.when != When::orders && variable.when != When::attribution && variable.when != When::inputs &&
         variable.group != "network";
}

Variable column(const char* name, Kind kind, const char* axes, const char* unit, const char* long_name,
                When when = When::always) {
  return {"", name, kind, axes, unit, long_name, when};
}

void labels_of_cells(std::vector<Variable>& all) {
  using enum Kind;
  all.push_back(
      column("cell", i64, "cell", "", "(design point × alternatives + alternative) × replications + replication"));
  all.push_back(column("alternative", text, "alternative", "", "policy variant; base is the scenario as written"));
  all.push_back(column("replication", i32, "replication", "", "replication, from 0"));
  all.push_back(column("site", text, "site", "", "site"));
  all.push_back(column("product", text, "product", "", "product"));
  all.push_back(column("stock_point", i32, "stock_point", "", "stock point, from 0"));
  all.push_back(column("stock_point_site", i32, "stock_point", "", "its site: place on the axis site"));
  all.push_back(column("stock_point_product", i32, "stock_point", "", "its product: place on the axis product"));
  all.push_back(column("metric", text, "metric", "", "name of the metric"));
  all.push_back(column("segment", text, "segment", "", "demand entry, or entry/surge"));
  all.push_back(column("fact", text, "fact", "", "outcome or flow of units, as in /outcomes of a result"));
  all.push_back(column("bin", i32, "bin", "", "bin of waits, as in /waits of a result"));
  all.push_back(column("sketch", text, "sketch", "", "sketch, as in /waits of a result; none of a sweep's cells"));
  all.push_back(column("disruption", text, "disruption", "", "disruption"));
  all.push_back(column("time", f64, "time", "days since start", "sampling instant", When::series));
  all.push_back(column("level", text, "level", "", "sampled level, as in /timeseries of a result", When::series));
  all.push_back(column("port", text, "port", "", "port: a site", When::series_of_ports));
}

void values_of_cells(std::vector<Variable>& all) {
  using enum Kind;
  all.push_back(column("cell_design_point", i32, "cell", "", "its design point"));
  all.push_back(column("cell_alternative", i32, "cell", "", "place on the axis alternative"));
  all.push_back(column("cell_replication", i32, "cell", "", "its replication"));
  all.push_back(column("fingerprint", u64, "cell", "", "hash of everything that happened"));
  all.push_back(column("totals", f64, "cell metric", "", "metrics of the whole network"));
  all.push_back(column("sites", f64, "cell metric site", "", "metrics by site", When::site));
  all.push_back(column("points", f64, "cell metric stock_point", "", "metrics by stock point", When::stock_point));
  all.push_back(column("outcomes", i64, "cell segment fact", "", "what became of units, by segment"));
  all.push_back(column("waited", f64, "cell segment", "units d", "sum of waits of units shipped from backorder"));
  all.push_back(column("waits", i64, "cell bin", "units", "units shipped from backorder by their wait"));
  all.push_back(column("sketches", i64, "cell sketch bin", "units", "units by sketch"));
  all.push_back(column("active", f64, "cell disruption", "1", "share of the window in which it was active"));
  all.push_back(column("spells", f64, "cell disruption", "1", "spells that began in the window"));
  all.push_back(column("series", i64, "cell time group level", "", "levels; forecast in thousandths", When::series));
  all.push_back(column("port_queue", i64, "cell time port", "vessels", "vessels at anchor", When::series_of_ports));
  all.push_back(
      column("disruption_level", i64, "cell time disruption", "1", "how severe", When::series_of_disruptions));
}

}  // namespace

std::vector<Variable> sweep_schema_table(const std::vector<FactorColumn>& factors) {
  std::vector<Variable> all;
  std::set<std::string> begun;
  for (Variable variable : result_schema_table()) {
    if (!is_of_sweeps(variable)) continue;
    if (variable.group != "run" && begun.insert(variable.group).second) {
      all.push_back(design_axis(variable.group, variable.when));
      for (const FactorColumn& factor : factors) all.push_back(factor_variable(variable.group, factor, variable.when));
    }
    if (variable.axes.starts_with("alternative ")) variable.axes = "design_point " + variable.axes;
    all.push_back(std::move(variable));
  }
  return all;
}

std::vector<Variable> cells_schema_table(const std::vector<FactorColumn>& factors) {
  std::vector<Variable> all{design_axis("", When::always)};
  for (const FactorColumn& factor : factors) all.push_back(factor_variable("", factor, When::always));
  labels_of_cells(all);
  values_of_cells(all);
  all.push_back({"run", "scenario_text", Kind::text, "", "", "the scenario as resolved, defaults filled in"});
  return all;
}

bool is_dataset_name(const std::string& name) {
  const auto is_taken = [&](const Variable& variable) {
    return variable.name == name || (" " + variable.axes + " ").find(" " + name + " ") != std::string::npos;
  };
  const std::vector<Variable> result = sweep_schema_table({}), cells = cells_schema_table({});
  return std::any_of(result.begin(), result.end(), is_taken) || std::any_of(cells.begin(), cells.end(), is_taken);
}

std::span<const RealField> real_fields() {
  static constexpr RealField fields[]{{"totals", &CellValues::totals}, {"sites", &CellValues::sites},
                                      {"points", &CellValues::points}, {"waited", &CellValues::waited},
                                      {"active", &CellValues::active}, {"spells", &CellValues::spells}};
  return fields;
}

bool is_table(const RealField& field) {
  return field.values == &CellValues::sites || field.values == &CellValues::points;
}

std::span<const WholeField> whole_fields() {
  static constexpr WholeField fields[]{
      {"outcomes", &CellValues::outcomes},     {"waits", &CellValues::waits},
      {"sketches", &CellValues::sketches},     {"series", &CellValues::series},
      {"port_queue", &CellValues::port_queue}, {"disruption_level", &CellValues::disruption_level}};
  return fields;
}

}  // namespace restock

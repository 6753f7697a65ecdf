#include "campaign/design.hpp"

#include "input/report.hpp"
#include "input/write_yaml.hpp"
#include "output/sweep_schema.hpp"
#include "random/designs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace restock {

namespace {

bool is_sampled(DesignKind kind) { return kind == DesignKind::latin_hypercube || kind == DesignKind::sobol; }

class Designer {
 public:
  Designer(const SweepSection& section, const Document& document, Issues& issues)
      : section_(section), report_(issues, document.sources.names) {}

  std::optional<Design> make(std::uint64_t seed) {
    check_factors();
    if (report_.errors() > 0) return std::nullopt;
    design_.kind = section_.design;
    for (const Factor& factor : section_.factors) design_.factors.push_back({factor, {}});
    switch (section_.design) {
      case DesignKind::grid:
        make_grid();
        break;
      case DesignKind::zip:
        make_zip();
        break;
      case DesignKind::latin_hypercube:
      case DesignKind::sobol:
        sample(seed);
        break;
    }
    if (report_.errors() > 0) return std::nullopt;
    return std::move(design_);
  }

 private:
  void refuse(Where where, const std::string& factor, const Fault& fault) {
    const Path sweep{nullptr, "sweep", -1}, factors = sweep.named("factors");
    report_.error(where, factor.empty() ? sweep.named("design") : factors.named(factor), fault);
  }

  void check_factors() {
    for (const Factor& factor : section_.factors) {
      if (is_dataset_name(factor.name))
        refuse(factor.where, factor.name,
               {"bad_name", "is the name of a dataset of results", "choose another name for the factor"});
      if (factor.levels.empty() && !is_sampled(section_.design))
        refuse(factor.where, factor.name,
               {"missing_key", fmt::format("steps are missing: a {} needs single values", to_text(section_.design)),
                "add steps: 5, or sample: design: latin_hypercube(points: 50)"});
      if (section_.design != DesignKind::zip) check_distinct(factor);
    }
    if (section_.design == DesignKind::sobol && section_.factors.size() > most_sobol_factors)
      refuse(section_.design_where, {},
             {"too_large", fmt::format("a Sobol design has at most {} factors", most_sobol_factors),
              "use latin_hypercube"});
  }

  /// The same value twice would run the same cells twice.
  void check_distinct(const Factor& factor) {
    std::set<std::string> seen;
    for (const Node& level : factor.levels) {
      const std::string text = one_line(level);
      if (seen.insert(text).second) continue;
      refuse(level.where, factor.name,
             {"duplicate_value", "takes the value " + text + " twice",
              factor.range ? "fewer steps, or a finer round" : "remove one of them"});
      return;
    }
  }

  void make_grid() {
    std::size_t points = 1;
    for (const DesignedFactor& each : design_.factors) {
      if (each.factor.levels.size() > most_design_points / points) {
        refuse(section_.design_where, {},
               {"too_large", fmt::format("the grid has more than {} design points", most_design_points),
                "fewer values, or sample: design: latin_hypercube(points: 500)"});
        return;
      }
      points *= each.factor.levels.size();
    }
    design_.points = points;
    std::size_t repeat = points;
    for (DesignedFactor& each : design_.factors) {
      const std::size_t levels = each.factor.levels.size();
      repeat /= levels;
      for (std::size_t p = 0; p < points; ++p) each.level.push_back(static_cast<std::uint32_t>(p / repeat % levels));
    }
  }

  void make_zip() {
    design_.points = design_.factors.front().factor.levels.size();
    for (DesignedFactor& each : design_.factors) {
      if (each.factor.levels.size() != design_.points)
        refuse(each.factor.where, each.factor.name,
               {"rule",
                fmt::format("has {} values, but {} has {}", each.factor.levels.size(),
                            design_.factors.front().factor.name, design_.points),
                "in a zip all factors have equally many"});
      for (std::size_t p = 0; p < design_.points; ++p) each.level.push_back(static_cast<std::uint32_t>(p));
    }
  }

  void sample(std::uint64_t seed) {
    design_.points = section_.points;
    std::vector<std::string> names;
    for (const DesignedFactor& each : design_.factors) names.push_back(each.factor.name);
    const std::vector<DesignColumn> columns = section_.design == DesignKind::sobol
                                                  ? sobol_points(section_.points, names, seed)
                                                  : latin_hypercube(section_.points, names, seed);
    for (std::size_t f = 0; f < columns.size(); ++f) {
      DesignedFactor& each = design_.factors[f];
      const std::size_t levels = each.factor.levels.size();
      for (std::size_t p = 0; p < design_.points; ++p) {
        const double share = columns[f][p];
        if (levels > 0) {
          const auto at = static_cast<std::size_t>(share * static_cast<double>(levels));
          each.level.push_back(static_cast<std::uint32_t>(std::min(at, levels - 1)));
        } else {
          each.level.push_back(static_cast<std::uint32_t>(p));
        }
      }
      if (levels > 0) continue;
      for (std::size_t p = 0; p < design_.points; ++p)
        each.factor.levels.push_back(each.factor.range->at(columns[f][p]));
    }
  }

  const SweepSection& section_;
  Report report_;
  Design design_;
};

FactorColumn column_of(const DesignedFactor& each) {
  FactorColumn column;
  column.name = each.factor.name;
  for (const std::string& path : each.factor.paths) column.path += (column.path.empty() ? "" : " ") + path;
  std::vector<std::optional<Measured>> numbers;
  for (const Node& level : each.factor.levels) numbers.push_back(measured(level));
  column.numeric = std::all_of(numbers.begin(), numbers.end(), [&](const std::optional<Measured>& number) {
    return number && number->unit == numbers.front()->unit;
  });
  if (column.numeric) column.unit = numbers.front()->unit;
  for (const std::uint32_t level : each.level) {
    if (column.numeric)
      column.numbers.push_back(numbers[level]->value);
    else
      column.texts.push_back(one_line(each.factor.levels[level]));
  }
  return column;
}

}  // namespace

std::vector<Patch> Design::patches(std::size_t point) const {
  std::vector<Patch> all;
  for (const DesignedFactor& each : factors) {
    for (const std::string& path : each.factor.paths) {
      Patch patch{path, each.factor.levels[each.level[point]], each.factor.path_where, {}};
      patch.value.key.clear();
      all.push_back(std::move(patch));
    }
  }
  return all;
}

std::vector<FactorColumn> Design::columns() const {
  std::vector<FactorColumn> all;
  for (const DesignedFactor& each : factors) all.push_back(column_of(each));
  return all;
}

std::optional<Design> make_design(const SweepSection& section, std::uint64_t seed, const Document& document,
                                  Issues& issues) {
  return Designer(section, document, issues).make(seed);
}

}  // namespace restock

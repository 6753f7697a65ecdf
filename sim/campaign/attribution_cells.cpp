#include "campaign/attribution_cells.hpp"

#include "core/hash.hpp"
#include "measure/ledger_sum.hpp"
#include "output/cell_sum.hpp"
#include "output/segment_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace restock {

namespace {

/// Everything that decides what cells contain, and which they are.
std::uint64_t hash_of_plan(const AttributionPlan& plan) {
  std::string text = fmt::format("{}\n{}\n{:016x}\n{}\n{}\n", attribution_design, plan.header.program_version,
                                 plan.header.numerics_id, to_text(plan.header.detail), plan.permutations);
  for (const std::string& off : plan.header.attribution.off) text += off + "\n";
  return hash_name(text + plan.scenario_text);
}

}  // namespace

AttributionCells::AttributionCells(const AttributionPlan& plan) : plan_(plan) {
  for (const auto& [on, list] : plan.coalitions.replications)
    for (const std::size_t replication : list) cells_.push_back({on, replication});
  header_.run = plan.header;
  header_.run.replications = 1;
  header_.run.axes.alternatives = {"cell"};
  header_.run.attribution = {};
  header_.design = attribution_design;
  header_.sketches = sketch_names(plan.header.axes.segments);
  header_.points = cells_.size();
  header_.plan = hash_of_plan(plan);
  FactorColumn on{"causes_on", "bit by bit", true, "", {}, {}}, replication{"of_replication", "seed", true, "", {}, {}};
  for (const AttributionCell& cell : cells_) {
    on.numbers.push_back(static_cast<double>(cell.on));
    replication.numbers.push_back(static_cast<double>(cell.replication));
  }
  header_.factors = {std::move(on), std::move(replication)};
}

std::optional<std::size_t> AttributionCells::alternative_of(Coalition on) const {
  const std::vector<Coalition>& kept = plan_.coalitions.kept;
  const auto found = std::find(kept.begin(), kept.end(), on);
  if (found == kept.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kept.begin());
}

CellValues AttributionCells::values_of(std::size_t number, const Record& record, const Layout& layout) const {
  const AttributionCell& cell = cells_[number];
  if (const auto alternative = alternative_of(cell.on)) {
    const CellResult result = make_cell(plan_.header, *alternative, cell.replication, record, layout);
    CellValues values = flatten(number, result);
    keep_sketches(values, result);
    return values;
  }
  // The axes of a result are those of its alternatives; other coalitions fit there only in part.
  const Axes& axes = plan_.header.axes;
  const Detail detail = plan_.header.detail;
  const std::size_t samples = plan_.header.series_at.size();
  constexpr double absent = std::numeric_limits<double>::quiet_NaN();
  CellValues values;
  values.cell = number;
  values.fingerprint = record.fingerprint;
  values.totals = measure(network_ledger(point_ledgers(record, layout, detail), record, layout));
  if (detail >= Detail::site) values.sites.assign(metrics().size() * axes.sites.size(), absent);
  if (detail >= Detail::stock_point) values.points.assign(metrics().size() * axes.points(), absent);
  values.waited.assign(axes.segments.size(), 0.0);
  values.active.assign(axes.disruptions.size(), absent);
  values.spells.assign(axes.disruptions.size(), absent);
  values.outcomes.assign(axes.segments.size() * segment_fact_count, 0);
  values.series.assign(samples * axes.groups(detail) * sampled_levels().size(), 0);
  values.port_queue.assign(samples * axes.ports.size(), 0);
  values.disruption_level.assign(samples * axes.disruptions.size(), 0);
  return values;
}

void AttributionCells::collect(const CellValues& values, CoalitionValues& into) const {
  const AttributionCell& cell = cells_[values.cell];
  const std::size_t replications = plan_.header.replications;
  constexpr double absent = std::numeric_limits<double>::quiet_NaN();
  std::vector<double>& places = into.try_emplace(cell.on, plan_.outcomes.size() * replications, absent).first->second;
  for (std::size_t o = 0; o < plan_.outcomes.size(); ++o) {
    double sum = 0.0;
    for (const std::size_t metric : plan_.outcomes[o].metrics) sum += values.totals[metric];
    places[o * replications + cell.replication] = sum;
  }
}

}  // namespace restock

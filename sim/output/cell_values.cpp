#include "output/cell_values.hpp"

#include "core/contract.hpp"
#include "core/hash.hpp"
#include "measure/leaving.hpp"
#include "output/segment_facts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace restock {

namespace {

void append_table(std::vector<double>& to, const std::vector<std::vector<double>>& table) {
  for (const std::vector<double>& row : table) to.insert(to.end(), row.begin(), row.end());
}

}  // namespace

std::span<const SampledLevel> sampled_levels() {
  static constexpr std::array<SampledLevel, 8> levels{{{"on_hand", &Sample::on_hand, 1.0},
                                                       {"on_record", &Sample::on_record, 1.0},
                                                       {"on_order", &Sample::on_order, 1.0},
                                                       {"backlog", &Sample::backlog, 1.0},
                                                       {"forecast", &Sample::forecast, 0.001},
                                                       {"reorder_point", &Sample::reorder_point, 1.0},
                                                       {"order_up_to", &Sample::order_up_to, 1.0},
                                                       {"order_quantity", &Sample::order_quantity, 1.0}}};
  return levels;
}

CellValues flatten(std::size_t cell, const CellResult& result) {
  CellValues values;
  values.cell = cell;
  values.fingerprint = result.fingerprint;
  values.totals = result.totals;
  append_table(values.sites, result.sites);
  append_table(values.points, result.points);
  for (const OrderFacts& f : result.segments) {
    for (std::size_t o = 0; o < outcome_facts.size(); ++o) values.outcomes.push_back(units_of(f, o));
    for (const Flow& flow : flows) values.outcomes.push_back(f.*flow.fact);
    values.waited.push_back(to_double(f.wait) / static_cast<double>(day));
  }
  values.active = result.active;
  values.spells = result.spells;
  values.waits = result.waits.counts();
  for (const Sample& sample : result.series)
    for (const SampledLevel& level : sampled_levels()) values.series.push_back(sample.*level.value);
  values.port_queue = result.port_series;
  values.disruption_level = result.cause_series;
  return values;
}

namespace {

constexpr std::array<std::pair<const char*, SpanSketch CellResult::*>, 3> network_sketches{
    {{"late", &CellResult::late}, {"early", &CellResult::early}, {"cancelled", &CellResult::left}}};

SpanSketch sketch_of(const std::int64_t* counts, std::size_t bins) {
  SpanSketch sketch;
  for (std::uint32_t bin = 0; bin < bins; ++bin)
    if (counts[bin] > 0) sketch.add(static_cast<Time>(SpanSketch::lower(bin)), counts[bin]);
  return sketch;
}

/// A sum of waits of which `days` is what a result keeps: the nearest whole number of ticks may be one off where the
/// division was rounded.
Wide wait_of(double days) {
  const double about = days * static_cast<double>(day);
  const auto gives = [&](double ticks) { return ticks / static_cast<double>(day) == days; };
  double below = std::round(about), above = below;
  while (!gives(below) && !gives(above)) {
    // Below 2^53 the sum is a whole number of its own, above the neighbouring doubles are.
    below = std::min(below - 1.0, std::nextafter(below, 0.0));
    above = std::max(above + 1.0, std::nextafter(above, 2.0 * above));
    if (above - below > 64.0 + 1e-12 * about) break;
  }
  return static_cast<Wide>(gives(below) ? below : above);
}

OrderFacts facts_of(const std::int64_t* fact, double waited) {
  OrderFacts f;
  for (const SegmentFact into : outcome_facts) {
    if (into != nullptr) f.*into = *fact;
    ++fact;
  }
  for (const Flow& flow : flows) f.*flow.fact = *fact++;
  f.wait = wait_of(waited);
  return f;
}

std::vector<std::vector<double>> table_of(const std::vector<double>& flat) {
  std::vector<std::vector<double>> table;
  const std::size_t width = flat.size() / metrics().size();
  for (std::size_t m = 0; width > 0 && m < metrics().size(); ++m) {
    const auto begin = flat.begin() + static_cast<std::ptrdiff_t>(m * width);
    table.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(width));
  }
  return table;
}

}  // namespace

std::vector<std::string> sketch_names(const std::vector<std::string>& segments) {
  std::vector<std::string> names;
  for (const auto& [name, sketch] : network_sketches) names.emplace_back(name);
  for (const std::string_view why : leaves_names) names.push_back("cancelled for " + std::string(why));
  for (const std::string& segment : segments) names.push_back("waits of " + segment);
  return names;
}

void keep_sketches(CellValues& values, const CellResult& result) {
  std::vector<const SpanSketch*> kept;
  for (const auto& [name, sketch] : network_sketches) kept.push_back(&(result.*sketch));
  require(result.left_for.size() == leaves_names.size(), "a cell has a sketch of every reason to leave");
  for (const SpanSketch& sketch : result.left_for) kept.push_back(&sketch);
  for (const SpanSketch& sketch : result.segment_waits) kept.push_back(&sketch);
  std::size_t bins = std::max<std::size_t>(values.waits.size(), 1);
  for (const SpanSketch* sketch : kept) bins = std::max(bins, sketch->counts().size());
  set_bins(values, kept.size(), bins);
  for (std::size_t s = 0; s < kept.size(); ++s)
    std::ranges::copy(kept[s]->counts(), values.sketches.begin() + static_cast<std::ptrdiff_t>(s * bins));
}

void set_bins(CellValues& values, std::size_t sketches, std::size_t bins) {
  const std::size_t had = values.waits.size(), both = std::min(had, bins);
  std::vector<std::int64_t> wide(sketches * bins, 0);
  for (std::size_t s = 0; s < sketches && (s + 1) * had <= values.sketches.size(); ++s)
    std::copy_n(values.sketches.begin() + static_cast<std::ptrdiff_t>(s * had), both,
                wide.begin() + static_cast<std::ptrdiff_t>(s * bins));
  values.sketches = std::move(wide);
  values.waits.resize(bins, 0);
}

CellResult unflatten(const CellValues& values, std::size_t alternative, std::size_t replication) {
  CellResult cell;
  cell.alternative = alternative;
  cell.replication = replication;
  cell.fingerprint = values.fingerprint;
  cell.totals = values.totals;
  cell.sites = table_of(values.sites);
  cell.points = table_of(values.points);
  for (std::size_t s = 0; s < values.waited.size(); ++s)
    cell.segments.push_back(facts_of(values.outcomes.data() + s * segment_fact_count, values.waited[s]));
  const std::size_t bins = values.waits.size();
  cell.waits = sketch_of(values.waits.data(), bins);
  for (std::size_t s = 0; (s + 1) * bins <= values.sketches.size() && bins > 0; ++s) {
    SpanSketch sketch = sketch_of(values.sketches.data() + s * bins, bins);
    if (s < network_sketches.size())
      cell.*network_sketches[s].second = std::move(sketch);
    else if (s < network_sketches.size() + leaves_names.size())
      cell.left_for.push_back(std::move(sketch));
    else
      cell.segment_waits.push_back(std::move(sketch));
  }
  const std::size_t levels = sampled_levels().size();
  cell.series.resize(values.series.size() / levels);
  for (std::size_t i = 0; i < values.series.size(); ++i)
    cell.series[i / levels].*sampled_levels()[i % levels].value = values.series[i];
  cell.port_series = values.port_queue;
  cell.active = values.active;
  cell.spells = values.spells;
  cell.cause_series = values.disruption_level;
  return cell;
}

std::uint64_t add_to_content(std::uint64_t content, const CellValues& values) {
  const auto add = [&content](std::uint64_t word) { content = fold(content ^ word, 0xbf58476d1ce4e5b9U) + word; };
  add(values.cell);
  add(values.fingerprint);
  for (const auto* reals :
       {&values.totals, &values.sites, &values.points, &values.waited, &values.active, &values.spells}) {
    add(reals->size());
    for (const double value : *reals) add(std::bit_cast<std::uint64_t>(value));
  }
  std::size_t bins = values.waits.size();
  while (bins > 0 && values.waits[bins - 1] == 0) --bins;
  add(bins);
  for (std::size_t i = 0; i < bins; ++i) add(static_cast<std::uint64_t>(values.waits[i]));
  for (std::size_t i = 0; i < values.sketches.size(); ++i)
    if (values.sketches[i] != 0)
      for (const std::uint64_t word : {std::uint64_t{i / values.waits.size()}, std::uint64_t{i % values.waits.size()},
                                       static_cast<std::uint64_t>(values.sketches[i])})
        add(word);
  for (const auto* wholes : {&values.outcomes, &values.series, &values.port_queue, &values.disruption_level}) {
    add(wholes->size());
    for (const std::int64_t value : *wholes) add(static_cast<std::uint64_t>(value));
  }
  return content;
}

std::size_t bytes_of(const CellValues& values) {
  std::size_t numbers = 2;
  for (const auto* reals :
       {&values.totals, &values.sites, &values.points, &values.waited, &values.active, &values.spells})
    numbers += reals->size();
  for (const auto* wholes : {&values.outcomes, &values.waits, &values.sketches, &values.series, &values.port_queue,
                             &values.disruption_level})
    numbers += wholes->size();
  return numbers * sizeof(double);
}

}  // namespace restock

#include "output/results.hpp"

#include "core/contract.hpp"
#include "measure/leaving.hpp"

namespace restock {

namespace {

using Table = std::vector<std::vector<double>>;

Table spread(const std::vector<Ledger>& ledgers, const std::vector<std::uint32_t>& places, std::size_t axis) {
  Table table(metrics().size(), std::vector<double>(axis, undefined));
  for (std::size_t i = 0; i < ledgers.size(); ++i)
    for (std::size_t m = 0; m < metrics().size(); ++m) table[m][places[i]] = metrics()[m].of(ledgers[i]);
  return table;
}

std::vector<Sample> place_series(const Record& record, const ResultHeader& header, const AlternativeMap& map) {
  const std::size_t groups = header.axes.groups(header.detail);
  std::vector<Sample> placed(header.series_at.size() * groups);
  const std::vector<std::uint32_t> whole{0};
  const std::vector<std::uint32_t>& places = header.detail == Detail::total  ? whole
                                             : header.detail == Detail::site ? map.site
                                                                             : map.point;
  require(record.series.size() == header.series_at.size() * places.size(), "a record has all samples of the series");
  for (std::size_t i = 0; i < record.series.size(); ++i)
    placed[i / places.size() * groups + places[i % places.size()]] = record.series[i];
  return placed;
}

std::vector<Quantity> place_port_series(const Record& record, const ResultHeader& header, const AlternativeMap& map) {
  const std::size_t ports = header.axes.ports.size();
  std::vector<Quantity> placed(header.series_at.size() * ports);
  for (std::size_t i = 0; i < record.port_series.size(); ++i)
    placed[i / map.port.size() * ports + map.port[i % map.port.size()]] = record.port_series[i];
  return placed;
}

void place_causes(const Record& record, const ResultHeader& header, const AlternativeMap& map, CellResult& cell) {
  const std::size_t axis = header.axes.disruptions.size();
  cell.active.assign(axis, undefined);
  cell.spells.assign(axis, undefined);
  for (std::size_t c = 0; c < record.causes.size(); ++c) {
    cell.active[map.disruption[c]] = static_cast<double>(record.causes[c].active) / static_cast<double>(header.length);
    cell.spells[map.disruption[c]] = static_cast<double>(record.causes[c].spells);
  }
  cell.cause_series.resize(header.series_at.size() * axis);
  for (std::size_t i = 0; i < record.cause_series.size(); ++i)
    cell.cause_series[i / map.disruption.size() * axis + map.disruption[i % map.disruption.size()]] =
        record.cause_series[i];
}

}  // namespace

CellResult make_cell(const ResultHeader& header, std::size_t alternative, std::size_t replication, const Record& record,
                     const Layout& layout) {
  return make_cell(header, header.axes.maps[alternative], alternative, replication, record, layout);
}

CellResult make_cell(const ResultHeader& header, const AlternativeMap& map, std::size_t alternative,
                     std::size_t replication, const Record& record, const Layout& layout) {
  CellResult cell;
  cell.alternative = alternative;
  cell.replication = replication;
  cell.fingerprint = record.fingerprint;
  const std::vector<Ledger> points = point_ledgers(record, layout, header.detail);
  const Ledger network = network_ledger(points, record, layout);
  cell.totals = measure(network);
  cell.waits = network.waits;
  cell.late = network.late;
  cell.early = network.early;
  cell.left = network.left;
  cell.left_for = record.left_for;
  cell.left_for.resize(leaves_names.size());
  if (header.detail >= Detail::site)
    cell.sites = spread(site_ledgers(points, record, layout, header.detail), map.site, header.axes.sites.size());
  if (header.detail >= Detail::stock_point) cell.points = spread(points, map.point, header.axes.points());
  cell.segments.resize(header.axes.segments.size());
  for (std::size_t s = 0; s < record.streams.size(); ++s) cell.segments[map.stream_segment[s]] += record.streams[s];
  cell.segment_waits.resize(header.axes.segments.size());
  for (std::size_t s = 0; s < record.segment_waits.size(); ++s)
    cell.segment_waits[map.segment[s]] += record.segment_waits[s];
  cell.series = place_series(record, header, map);
  cell.port_series = place_port_series(record, header, map);
  place_causes(record, header, map, cell);
  return cell;
}

Results::Results(ResultHeader described, bool with_points) : header(std::move(described)) {
  const std::size_t cells = header.axes.alternatives.size() * header.replications;
  totals.assign(metrics().size(), std::vector<double>(cells, undefined));
  if (with_points) points.assign(metrics().size(), std::vector<double>(cells * header.axes.points(), undefined));
  active.assign(cells * header.axes.disruptions.size(), undefined);
  spells = active;
  fingerprints.assign(cells, 0);
  present.assign(cells, 0);
}

void Results::add(const CellResult& result) {
  const std::size_t at = cell(result.alternative, result.replication);
  require(present[at] == 0, "a cell is added once");
  for (std::size_t m = 0; m < totals.size(); ++m) totals[m][at] = result.totals[m];
  const std::size_t width = header.axes.points();
  for (std::size_t m = 0; m < points.size() && !result.points.empty(); ++m)
    for (std::size_t p = 0; p < width; ++p) points[m][at * width + p] = result.points[m][p];
  const std::size_t disruptions = header.axes.disruptions.size();
  for (std::size_t d = 0; d < disruptions; ++d) {
    active[at * disruptions + d] = result.active[d];
    spells[at * disruptions + d] = result.spells[d];
  }
  fingerprints[at] = result.fingerprint;
  present[at] = 1;
}

std::vector<double> Results::of_point(std::size_t metric, std::size_t alternative, std::size_t point) const {
  std::vector<double> values;
  for (std::size_t r = 0; r < header.replications; ++r)
    values.push_back(points[metric][cell(alternative, r) * header.axes.points() + point]);
  return values;
}

std::vector<double> Results::of_disruption(std::vector<double> Results::*fact, std::size_t alternative,
                                           std::size_t disruption) const {
  std::vector<double> values;
  for (std::size_t r = 0; r < header.replications; ++r)
    values.push_back((this->*fact)[cell(alternative, r) * header.axes.disruptions.size() + disruption]);
  return values;
}

std::uint64_t Results::fingerprint() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t f : fingerprints) sum += f;
  return sum;
}

}  // namespace restock

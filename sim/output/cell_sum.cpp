#include "output/cell_sum.hpp"

#include "core/contract.hpp"
#include "measure/leaving.hpp"

#include <utility>
#include <vector>

namespace restock {

namespace {

using Table = std::vector<std::vector<double>>;

Table spread(const std::vector<Ledger>& ledgers, const std::vector<std::uint32_t>& places, std::size_t axis) {
  Table table(metrics().size(), std::vector<double>(axis, undefined));
  for (std::size_t i = 0; i < ledgers.size(); ++i)
    for (std::size_t m = 0; m < metrics().size(); ++m) table[m][places[i]] = metrics()[m].of(ledgers[i]);
  return table;
}

void add_series(const Record& record, const ResultHeader& header, const AlternativeMap& map,
                std::vector<Sample>& series) {
  const std::size_t groups = header.axes.groups(header.detail);
  const std::vector<std::uint32_t> whole{0};
  const std::vector<std::uint32_t>& places = header.detail == Detail::total  ? whole
                                             : header.detail == Detail::site ? map.site
                                                                             : map.point;
  require(record.series.size() == header.series_at.size() * places.size(), "a record has all samples of the series");
  for (std::size_t i = 0; i < record.series.size(); ++i)
    series[i / places.size() * groups + places[i % places.size()]] += record.series[i];
}

void place_port_series(const Record& record, const AlternativeMap& map, std::size_t ports,
                       std::vector<Quantity>& placed) {
  for (std::size_t i = 0; i < record.port_series.size(); ++i)
    placed[i / map.port.size() * ports + map.port[i % map.port.size()]] = record.port_series[i];
}

void place_causes(const Record& record, const ResultHeader& header, const AlternativeMap& map, CellResult& cell) {
  const std::size_t axis = header.axes.disruptions.size();
  for (std::size_t c = 0; c < record.causes.size(); ++c) {
    cell.active[map.disruption[c]] = static_cast<double>(record.causes[c].active) / static_cast<double>(header.length);
    cell.spells[map.disruption[c]] = static_cast<double>(record.causes[c].spells);
  }
  for (std::size_t i = 0; i < record.cause_series.size(); ++i)
    cell.cause_series[i / map.disruption.size() * axis + map.disruption[i % map.disruption.size()]] =
        record.cause_series[i];
}

}  // namespace

CellSum::CellSum(const ResultHeader& header, const AlternativeMap& map, const Layout& layout, KeptSketches sketches)
    : header_(header),
      map_(map),
      sketches_(sketches),
      sum_(layout.length, header.detail >= Detail::site ? layout.sites : 0) {
  const Axes& axes = header.axes;
  const std::size_t samples = header.series_at.size();
  cell_.segments.resize(axes.segments.size());
  cell_.segment_waits.resize(axes.segments.size());
  cell_.left_for.resize(leaves_names.size());
  cell_.series.resize(samples * axes.groups(header.detail));
  cell_.port_series.resize(samples * axes.ports.size());
  cell_.active.assign(axes.disruptions.size(), undefined);
  cell_.spells.assign(axes.disruptions.size(), undefined);
  cell_.cause_series.resize(samples * axes.disruptions.size());
}

void CellSum::add(const Record& record, const Layout& layout) {
  if (header_.detail >= Detail::stock_point) {
    const std::vector<Ledger> points = point_ledgers(record, layout, header_.detail);
    sum_.add(points, record, layout);
    cell_.points = spread(points, map_.point, header_.axes.points());
  } else {
    sum_.add(record, layout, header_.detail);
  }
  cell_.fingerprint += record.fingerprint;
  for (std::size_t s = 0; s < record.streams.size(); ++s)
    cell_.segments[map_.segment[layout.stream_segment[s].index()]] += record.streams[s];
  if (sketches_ == KeptSketches::all) {
    for (std::size_t s = 0; s < record.segment_waits.size(); ++s)
      cell_.segment_waits[map_.segment[s]] += record.segment_waits[s];
    for (std::size_t why = 0; why < record.left_for.size(); ++why) cell_.left_for[why] += record.left_for[why];
  }
  add_series(record, header_, map_, cell_.series);
  place_port_series(record, map_, header_.axes.ports.size(), cell_.port_series);
  place_causes(record, header_, map_, cell_);
}

CellResult CellSum::result(std::size_t alternative, std::size_t replication) {
  cell_.alternative = alternative;
  cell_.replication = replication;
  const Ledger& network = sum_.network();
  cell_.totals = measure(network);
  cell_.waits = network.waits;
  if (sketches_ == KeptSketches::all) {
    cell_.late = network.late;
    cell_.early = network.early;
    cell_.left = network.left;
  }
  if (header_.detail >= Detail::site)
    cell_.sites = spread(sum_.sites(header_.detail), map_.site, header_.axes.sites.size());
  return std::move(cell_);
}

CellResult make_cell(const ResultHeader& header, const AlternativeMap& map, std::size_t alternative,
                     std::size_t replication, const Record& record, const Layout& layout) {
  CellSum sum(header, map, layout);
  sum.add(record, layout);
  return sum.result(alternative, replication);
}

CellResult make_cell(const ResultHeader& header, std::size_t alternative, std::size_t replication, const Record& record,
                     const Layout& layout) {
  return make_cell(header, header.axes.maps[alternative], alternative, replication, record, layout);
}

}  // namespace restock

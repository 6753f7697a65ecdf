#include "campaign/finished_cells.hpp"

namespace restock {

namespace {

constexpr std::size_t most_at_hand = std::size_t{1} << 30U;

std::size_t bytes_of(const std::vector<std::vector<double>>& table) {
  std::size_t bytes = 0;
  for (const std::vector<double>& row : table) bytes += row.size() * sizeof(double) + sizeof(std::vector<double>);
  return bytes;
}

std::size_t bytes_of(const SpanSketch& sketch) { return sketch.counts().size() * sizeof(Quantity); }

std::size_t bytes_of(const CellResult& cell) {
  std::size_t sketches = 0;
  for (const SpanSketch* each : {&cell.waits, &cell.late, &cell.early, &cell.left}) sketches += bytes_of(*each);
  for (const auto* lists : {&cell.left_for, &cell.segment_waits})
    for (const SpanSketch& each : *lists) sketches += sizeof(each) + bytes_of(each);
  return sizeof(cell) + bytes_of(cell.sites) + bytes_of(cell.points) + cell.segments.size() * sizeof(OrderFacts) +
         sketches + cell.series.size() * sizeof(Sample) +
         (cell.port_series.size() + cell.cause_series.size()) * sizeof(Quantity) +
         (cell.totals.size() + cell.active.size() + cell.spells.size()) * sizeof(double);
}

}  // namespace

// Ledgers are never kept here, so cells with ledgers are run again in any case.
FinishedCells::FinishedCells(std::size_t alternatives, Detail detail)
    : cells_(alternatives), room_(detail == Detail::orders ? 0 : most_at_hand) {}

void FinishedCells::take(CellResult&& cell) {
  std::vector<Cell>& of = cells_[cell.alternative];
  if (of.size() <= cell.replication) of.resize(cell.replication + 1);
  Cell& slot = of[cell.replication];
  const std::size_t bytes = bytes_of(cell);
  if (bytes <= room_) {
    room_ -= bytes;
    slot = {std::move(cell), true};
  } else {
    slot.result.totals = std::move(cell.totals);
  }
}

std::vector<double> FinishedCells::values(std::size_t metric, std::size_t alternative) const {
  std::vector<double> values;
  for (const Cell& cell : cells_[alternative]) values.push_back(cell.result.totals[metric]);
  return values;
}

const CellResult* FinishedCells::whole(std::size_t alternative, std::size_t replication) const {
  const Cell& cell = cells_[alternative][replication];
  return cell.is_whole ? &cell.result : nullptr;
}

}  // namespace restock

// Cells as plain numbers, as checkpoints and shards keep them, and the way back.
#include "small_result.hpp"

#include "measure/leaving.hpp"
#include "output/cell_values.hpp"
#include "output/digest.hpp"

#include "catch.hpp"

using namespace restock;
using namespace restock::test;

namespace {

/// No two facts of its customers are alike, and none is 0.
CellResult telling_cell(const SmallRun& run, std::size_t alternative, std::size_t replication) {
  CellResult cell = run.cell(alternative, replication);
  Quantity next = 1;
  for (OrderFacts& f : cell.segments) {
    for (Quantity OrderFacts::*fact :
         {&OrderFacts::filled, &OrderFacts::shipped_from_backorder, &OrderFacts::sold_later,
          &OrderFacts::lost_out_of_stock, &OrderFacts::lost_declined, &OrderFacts::lost_discontinued,
          &OrderFacts::cancelled_by_customer, &OrderFacts::cancelled_by_seller, &OrderFacts::orders,
          &OrderFacts::backordered, &OrderFacts::oversold, &OrderFacts::promised, &OrderFacts::promise_kept})
      f.*fact = next++;
    f.demand = 1000 + next++;
    f.wait = widen(next, day) + next;
  }
  Time span = day;
  cell.segment_waits.resize(cell.segments.size());
  std::vector<SpanSketch*> sketches{&cell.late, &cell.early, &cell.left};
  for (auto* lists : {&cell.left_for, &cell.segment_waits})
    for (SpanSketch& sketch : *lists) sketches.push_back(&sketch);
  REQUIRE(cell.left_for.size() == leaves_names.size());
  for (SpanSketch* sketch : sketches) sketch->add(span *= 2, next++);
  for (const SpanSketch& sketch : cell.segment_waits) cell.waits += sketch;
  return cell;
}

/// As a file of cells gives it back whose other cells have longer waits.
CellResult there_and_back(const CellResult& cell) {
  CellValues values = flatten(0, cell);
  keep_sketches(values, cell);
  set_bins(values, 3 + cell.left_for.size() + cell.segment_waits.size(), 1800);
  return unflatten(values, cell.alternative, cell.replication);
}

std::string written(const SmallRun& run, const std::string& name, bool by_way_of_numbers) {
  const std::string path = scratch(name);
  ResultWriter writer(path, run.header, false);
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t r = 0; r < run.header.replications; ++r) {
      const CellResult cell = telling_cell(run, a, r);
      writer.write(by_way_of_numbers ? there_and_back(cell) : cell);
    }
  writer.finish(SmallRun::facts());
  return digest(path);
}

}  // namespace

TEST_CASE("a_result_written_from_plain_numbers_is_the_result_of_the_cells_themselves") {
  for (const Detail detail : {Detail::total, Detail::site, Detail::stock_point}) {
    const SmallRun run(detail);
    CHECK(written(run, "plain.h5", true) == written(run, "cells.h5", false));
  }
}

TEST_CASE("facts_of_customers_are_kept_in_the_order_of_their_labels") {
  const SmallRun run(Detail::total);
  const CellResult cell = telling_cell(run, 1, 0);
  const std::vector<std::int64_t> kept = flatten(0, cell).outcomes;
  REQUIRE(kept.size() == 2 * 15);
  CHECK(std::vector<std::int64_t>(kept.begin(), kept.begin() + 15) ==
        std::vector<std::int64_t>{1, 2, 4, 5, 6, 7, 8, cell.segments[0].open_at_end(), 3, 9, 1014, 10, 11, 12, 13});
}

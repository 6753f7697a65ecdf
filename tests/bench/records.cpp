// What does a customer cost where records go wrong, shelves stand before back rooms, or planners see old data? A
// thousand (s,S) stores with a supplier each, 20 unit customers a day, one thing at a time. Prints ns per customer, and
// as a ratio to stores where nothing of the kind happens.
//
//   bench_records [customers per run, default 3000000]
#include "bench/stores.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

using namespace restock;
using namespace restock::bench;

void measure(const char* what, Time length, double& plain,
             const std::function<void(PointRules&, StreamRules&)>& change) {
  Blueprint blueprint = thousand_stores(length);
  change(blueprint.point_rules[0], blueprint.stream_rules[0]);
  const Timed run = timed(blueprint);
  const double ns = run.nanoseconds / static_cast<double>(run.record.customers);
  if (plain == 0.0) plain = ns;
  std::printf("| %s | %.1f | %.2f |\n", what, ns, ns / plain);
}

}  // namespace

int main(int argc, char** argv) {
  const double customers = argc > 1 ? std::atof(argv[1]) : 3e6;
  const Time length = static_cast<Time>(customers / (20.0 * stores) * a_day);
  double plain = 0.0;
  std::printf("| | ns per customer | ratio |\n|---|---|---|\n");
  measure("nothing of the kind", length, plain, [](PointRules&, StreamRules&) {});
  measure("shrinkage of 2 % a month", length, plain,
          [](PointRules& p, StreamRules&) { p.records.shrinkage = 0.02 / (30.0 * a_day); });
  measure("counted every week", length, plain, [](PointRules& p, StreamRules&) {
    p.records.counts = CountsEvery{{week}, {0}};
  });
  measure("misplaced: 5 % a month, found in 20 days", length, plain, [](PointRules& p, StreamRules&) {
    p.records.misplaced = MisplacedRule{0.05 / (30.0 * a_day), TimeLaw{Exponential{Measure{20.0 * a_day}}}, 1.0};
  });
  measure("a till that misses 1 %", length, plain, [](PointRules& p, StreamRules&) {
    p.records.scanning = ScanningRule{0.01, 0.0};
  });
  measure("sales posted every night", length, plain,
          [](PointRules& p, StreamRules&) { p.records.posting.sales_every = day; });
  measure("a channel with an hourly copy", length, plain, [](PointRules&, StreamRules& s) { s.publish_every = hour; });
  measure("a shelf of 30, filled below 10", length, plain, [](PointRules& p, StreamRules& s) {
    s.sees = Sees::shelf;
    s.backorders = false;
    ShelfRules shelf;
    shelf.capacity = 30;
    shelf.level = 10;
    shelf.refill = RefillWhenBelow{10};
    shelf.move_time.law = Constant{Measure{static_cast<double>(hour)}};
    p.shelf = shelf;
  });
  measure("data of the night before", length, plain, [](PointRules& p, StreamRules&) {
    p.information = InformationRules{ReviewCalendar{{day}, {0}}, 0, true};
  });
  return 0;
}

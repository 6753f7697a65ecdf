// The twin against formulas.
#include "catch.hpp"
#include "twin/models.hpp"
#include "twin/twin.hpp"

#include <cmath>

using namespace restock;
using namespace restock::models;

namespace {

/// Mean of per-replication values, and whether it lies within four standard errors of the formula.
struct Estimate {
  double sum = 0.0;
  double squares = 0.0;
  int n = 0;
  void add(double x) {
    sum += x;
    squares += x * x;
    ++n;
  }
  bool agrees_with(double value) const {
    const double mean = sum / n;
    const double error = std::sqrt((squares / n - mean * mean) / (n - 1));
    return std::abs(mean - value) <= 4.0 * error;
  }
};

}  // namespace

TEST_CASE("lost sales under base stock lose by Erlang's formula") {
  // Karush (1957): (S−1, S) with lost sales is M/G/S/S; offered load 3, S = 4.
  Draft b = one_store(BaseStock{4}, 4, PoissonArrivals{{1.0 / day}}, exponential_time(3 * day));
  b.streams[0].backorders = false;
  b.warmup = 50 * day;
  b.length = 500 * day;
  double erlang = 1.0;
  for (int servers = 1; servers <= 4; ++servers) erlang = 3.0 * erlang / (servers + 3.0 * erlang);
  Estimate lost;
  for (std::uint64_t replication = 0; replication < 40; ++replication) {
    const OrderFacts f = run_twin(b, 7, replication).record.streams[0];
    lost.add(static_cast<double>(f.lost_out_of_stock) / static_cast<double>(f.demand));
  }
  CHECK(lost.agrees_with(erlang));
}

TEST_CASE("base stock with backorders has Palm's Poisson pipeline") {
  // Palm (1938): the pipeline is Poisson with mean rate × lead time; fill rate P(N < S), E[backlog] = E[(N − S)+].
  Draft b = one_store(BaseStock{3}, 3, PoissonArrivals{{1.0 / day}}, exponential_time(2 * day));
  b.warmup = 50 * day;
  b.length = 500 * day;
  double probability = std::exp(-2.0);
  double below = 0.0;
  double on_hand = 0.0;
  for (int n = 0; n < 3; ++n) {
    below += probability;
    on_hand += (3 - n) * probability;
    probability *= 2.0 / (n + 1);
  }
  Estimate fill;
  Estimate backlog;
  for (std::uint64_t replication = 0; replication < 40; ++replication) {
    const Record record = run_twin(b, 8, replication).record;
    fill.add(static_cast<double>(record.streams[0].filled) / static_cast<double>(record.streams[0].demand));
    backlog.add(to_double(record.points[0].integrals.backlog) / static_cast<double>(b.length));
  }
  CHECK(fill.agrees_with(below));
  CHECK(backlog.agrees_with(2.0 - 3.0 + on_hand));
}

TEST_CASE("drain waits for the cohort, with demand on") {
  Draft b = one_store(BaseStock{0}, 0, PoissonArrivals{{1.0 / day}}, constant_time(4 * day));
  b.length = 30 * day;
  CHECK(run_twin(b, 9, 0).record.streams[0].open_at_end() > 0);
  b.drain = 30 * day;
  const TwinResult twin = run_twin(b, 9, 0);
  CHECK(twin.record.streams[0].open_at_end() == 0);
  CHECK(twin.record.ended == twin.orders.back().ended + 1);
}

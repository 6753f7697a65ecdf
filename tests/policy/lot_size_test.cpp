// Lot sizes of a plan, against brute force and the example of the paper.
#include "policy/lot_size.hpp"
#include "policy/lot.hpp"

#include "catch.hpp"

#include <algorithm>
#include <vector>

using namespace restock;

namespace {

double cost_of(const std::vector<Quantity>& net, const std::vector<double>& ordering, double holding, unsigned orders) {
  double cost = 0.0;
  std::size_t last = 0;
  bool any = false;
  for (std::size_t i = 0; i < net.size(); ++i) {
    if ((orders >> i & 1U) != 0) {
      last = i;
      any = true;
      cost += ordering[i];
    }
    if (net[i] > 0 && !any) return 1e18;
    cost += holding * static_cast<double>(i - last) * static_cast<double>(net[i]);
  }
  return cost;
}

double least_cost(const std::vector<Quantity>& net, const std::vector<double>& ordering, double holding) {
  double least = 1e18;
  for (unsigned orders = 0; orders < 1U << net.size(); ++orders)
    least = std::min(least, cost_of(net, ordering, holding, orders));
  return least;
}

}  // namespace

TEST_CASE("orders are rounded to lots, and the last one waits until it is full enough") {
  const LotRule trucks{0, 40, unlimited, {0.6}};
  CHECK(trucks.apply(0) == 0);
  CHECK(trucks.apply(23) == 0);  // 0.575 of a truck
  CHECK(trucks.apply(24) == 40);
  CHECK(trucks.apply(40) == 40);
  CHECK(trucks.apply(63) == 40);
  CHECK(trucks.apply(64) == 80);
  CHECK(LotRule{0, 40, 70, {0.6}}.apply(200) == 40);
  CHECK(LotRule{30, 40, unlimited, {0.6}}.apply(1) == 40);  // raised to 30 first
  CHECK(LotRule{0, 40, unlimited, {1.0}}.apply(79) == 40);
  CHECK(LotRule{0, 40, unlimited, {0.0}}.apply(1) == 40);
}

TEST_CASE("the twelve months of Wagner and Whitin (1958), table 1, cost 864") {
  const std::vector<Quantity> net{69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56};
  const std::vector<double> ordering{85, 102, 102, 101, 98, 114, 105, 86, 119, 110, 98, 114};
  const LotPlan plan = best_plan(net, ordering, 1.0);
  CHECK(plan.cost == 864.0);
  CHECK(plan.orders == std::vector<std::size_t>{0, 2, 4, 7, 9, 10});  // months 1, 3, 5, 8, 10 and 11
  CHECK(least_cost(net, ordering, 1.0) == 864.0);
}

TEST_CASE("the best plan is the cheapest of all plans") {
  std::vector<Quantity> net;
  std::vector<double> ordering;
  unsigned x = 12345;
  const auto next = [&x](unsigned below) { return ((x = x * 1103515245U + 12345U) >> 16U) % below; };
  for (int round = 0; round < 60; ++round) {
    net.clear();
    ordering.clear();
    for (int i = 0; i < 9; ++i) {
      net.push_back(static_cast<Quantity>(next(5) == 0 ? 0U : next(90)));
      ordering.push_back(40.0 + static_cast<double>(next(80)));
    }
    CHECK(best_plan(net, ordering, 0.75).cost == Approx(least_cost(net, ordering, 0.75)));
  }
}

TEST_CASE("lots: one need, so many needs, Harris's lot, and the first lot of the best plan") {
  const std::vector<Quantity> net{20, 0, 35, 10, 60};
  const LotNeeds needs{net, 45.0, 1.0};
  CHECK(LotForLot{}.lot(needs) == 20);
  CHECK(FixedPeriod{3}.lot(needs) == 55);
  CHECK(FixedPeriod{9}.lot(needs) == 125);
  CHECK(EconomicLot{}.lot(needs) == 47);  // √(2 · 45 · 25 / 1)
  CHECK(EconomicLot{}.lot({net, 1.0, 1.0}) == 20);
  CHECK(WagnerWhitin{}.lot(needs) == 20);
  CHECK(WagnerWhitin{}.lot({net, 1000.0, 1.0}) == 125);
}

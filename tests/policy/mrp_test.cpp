// Plans, worked out by hand, and period after period against the best plan of all.
#include "policy/replenish/mrp.hpp"

#include "catch.hpp"

#include <vector>

using namespace restock;

namespace {

/// What is wanted day by day, from `now` on.
std::function<double(Time)> wanted(const std::vector<Quantity>& days, Time now = 0) {
  return [days, now](Time span) {
    double units = 0.0;
    for (std::size_t i = 0; i < days.size(); ++i) {
      const Time at = static_cast<Time>(i) * day;
      if (at >= now && at < now + span) units += static_cast<double>(days[i]);
    }
    return units;
  };
}

Mrp daily(Quantity safety, LotSize lot, int horizon) {
  Mrp policy{{{day}, {}}, safety};
  policy.lot_size = lot;
  policy.horizon = horizon;
  return policy;
}

}  // namespace

TEST_CASE("needs are what stock and announced supply leave open, from when an order of now comes in") {
  PlanView ahead;
  ahead.lead = 2 * day;
  ahead.expected = wanted({10, 20, 30, 5, 0, 40, 10});
  ahead.announced = {{-day, 5}, {3 * day, 25}};  // the first is overdue: it may come any time
  PlannerView view{0, 0, 50, 30, 8, &ahead};
  // There at day 2: 50 − 8 + 5 = 47 for 60 wanted by its end and 4 more; the 25 come a day later.
  CHECK(daily(4, LotForLot{}, 5).net_needs(view, ahead) == std::vector<Quantity>{17, 0, 0, 20, 10});
  CHECK(daily(4, LotForLot{}, 5).order(view) == 17);
  CHECK(daily(4, FixedPeriod{4}, 5).order(view) == 37);
  view.on_record = 67;
  CHECK(daily(4, FixedPeriod{4}, 5).order(view) == 0);  // nothing is needed yet
  view.plan = nullptr;
  CHECK(daily(4, LotForLot{}, 5).order(view) == 0);
}

TEST_CASE("day after day, the first lot of the best plan makes the best plan") {
  const std::vector<Quantity> days{69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56};
  const std::vector<double> ordering(days.size(), 100.0);
  const Mrp policy = daily(0, WagnerWhitin{}, static_cast<int>(days.size()));
  Quantity stock = 0;
  double cost = 0.0;
  for (std::size_t t = 0; t < days.size(); ++t) {
    const Time now = static_cast<Time>(t) * day;
    PlanView ahead;
    ahead.expected = wanted(days, now);
    ahead.ordering = 100.0;
    ahead.holding = 1.0 / static_cast<double>(day);
    const Quantity units = policy.order({now, now, stock, 0, 0, &ahead});
    cost += units > 0 ? 100.0 : 0.0;
    stock += units - days[t];
    REQUIRE(stock >= 0);
    cost += static_cast<double>(stock);
  }
  CHECK(stock == 0);
  CHECK(cost == Approx(best_plan(days, ordering, 1.0).cost));
}

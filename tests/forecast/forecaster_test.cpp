// What the planner makes of a method: bias, known promotions, forecasts that are old, and how wrong he was.
#include "forecast/forecaster.hpp"

#include "catch.hpp"

#include <vector>

using namespace restock;

namespace {

struct Planner {
  ForecastRules rules;
  std::vector<double> known{};
  std::vector<double> memory{};
  Forecaster forecaster{Time{0}};

  ForecastSource source() {
    memory.resize(rules.memory());
    return {rules, memory, known};
  }
  void see(const std::vector<std::int64_t>& units) {
    for (const std::int64_t each : units) forecaster.see(source(), each);
  }
  double next() { return forecaster.of_bucket(source(), forecaster.seen()); }
};

ForecastRules naive() {
  ForecastRules rules;
  rules.method = Naive{};
  rules.buckets = {day, 0};
  return rules;
}

}  // namespace

TEST_CASE("there is no forecast before the first whole bucket") {
  Planner planner{naive()};
  CHECK_FALSE(planner.forecaster.ready(planner.source()));
  planner.see({7});
  CHECK(planner.forecaster.ready(planner.source()));
  CHECK(planner.next() == 7.0);
  CHECK(planner.forecaster.errors() == 0);
}

TEST_CASE("a bias is a share of what the method says, and a forecast never below 0") {
  ForecastRules rules = naive();
  rules.bias = 0.1;
  Planner planner{rules};
  planner.see({20});
  CHECK(planner.next() == Approx(22.0));
  rules.method = Holt{1.0, 1.0, 1.0};
  rules.bias = 0.0;
  Planner falling{rules};
  falling.see({9, 3});
  CHECK(falling.next() == 0.0);
}

TEST_CASE("a known promotion lifts the buckets it covers, by the part that it covers, and is not learnt") {
  ForecastRules rules = naive();
  rules.overlays = {{day + day / 2, 3 * day, 3.0}};
  Planner planner{rules};
  planner.see({10});
  CHECK(planner.next() == Approx(20.0));  // half a day at three times, half a day as ever
  CHECK(planner.forecaster.of_bucket(planner.source(), 2) == Approx(30.0));
  CHECK(planner.forecaster.of_bucket(planner.source(), 3) == Approx(10.0));
  CHECK(planner.forecaster.of_span(planner.source(), day, 3 * day) == Approx(60.0));
  planner.see({24});
  CHECK(planner.next() == Approx(36.0));  // 12 without it
}

TEST_CASE("a forecast that is updated every third bucket looks further ahead from an older one") {
  ForecastRules rules = naive();
  rules.method = Holt{1.0, 1.0, 1.0};
  rules.update_every = 3;
  Planner planner{rules};
  planner.see({10, 12, 15});
  CHECK(planner.next() == Approx(18.0));
  planner.see({99, 50});
  CHECK(planner.next() == Approx(24.0));  // still from the third: 15 + 3 · 3
  planner.see({60});
  CHECK(planner.next() == Approx(70.0));
}

TEST_CASE("from the day on which it is frozen, nobody makes a new forecast") {
  ForecastRules rules = naive();
  rules.frozen_from = 3 * day;
  Planner planner{rules};
  planner.see({5, 8});
  CHECK(planner.next() == 8.0);
  planner.see({11, 12});
  CHECK(planner.next() == 8.0);
  CHECK(planner.forecaster.errors() == 3);
}

TEST_CASE("the mean square error is a plain mean of the first errors, then the newest has its weight") {
  ForecastRules rules = naive();
  rules.error_weight = 0.25;
  Planner planner{rules};
  planner.see({0, 2, 6, 6, 6});  // errors 2, 4, 0, 0
  CHECK(planner.forecaster.mean_square_error() == Approx(5.0));
  planner.see({10});
  CHECK(planner.forecaster.mean_square_error() == Approx(5.0 + 0.25 * (16.0 - 5.0)));
}

TEST_CASE("a span is the sum of its buckets, the first and the last by their parts") {
  Planner planner{naive()};
  planner.known = {1.0, 2.0, 4.0, 8.0};
  CHECK(planner.forecaster.of_span(planner.source(), day / 2, 2 * day) == Approx(0.5 + 2.0 + 2.0));
  planner.see({1});
  CHECK(planner.forecaster.of_span(planner.source(), 2 * day, 3 * day) ==
        Approx(4.0 + 8.0 + 8.0));  // the last one stays
  CHECK(planner.forecaster.mean_square_error() == 0.0);
}

#include "catch.hpp"
#include "compile/compile.hpp"
#include "network/example.hpp"

#include <map>
#include <string>
#include <utility>

using namespace restock;
using namespace restock::example;

namespace {

ForecastRule& add_forecast(Scenario& s, const std::string& at) {
  ForecastRule rule;
  rule.name = "planner" + std::to_string(s.forecast.size());
  rule.where = at_line(130);
  rule.at = names({at});
  return s.forecast.emplace_back(rule);
}

}  // namespace

TEST_CASE("a forecast that knows every promotion has no overlay besides") {
  Scenario s = three_echelons();
  ForecastRule& rule = add_forecast(s, "webshop");
  rule.overlay = {{Instant{day}, Duration{day}, 2.0}};
  CHECK(issues_of(s).empty());
  rule.method = Known{};
  CHECK(found(issues_of(s), "promotion_counted_twice").line == 130);
  rule.method.reset();
  ForecastRule& last = add_forecast(s, "webshop");
  last.where = at_line(133);
  last.method = Known{};
  const Issue issue = found(issues_of(s), "promotion_counted_twice");
  CHECK(issue.line == 133);
  CHECK(issue.path == "forecast.planner1");
}

TEST_CASE("a bucket ends before the next one does") {
  Scenario s = three_echelons();
  ForecastRule& rule = add_forecast(s, "webshop");
  rule.bucket = Duration{day};
  rule.offset = Duration{day};
  CHECK(found(issues_of(s), "offset_beyond_bucket").path == "forecast.planner0");
  rule.bucket.reset();  // a week
  CHECK(issues_of(s).empty());
  rule.offset = Duration{week};
  CHECK(found(issues_of(s), "offset_beyond_bucket").path == "forecast.planner0");
}

TEST_CASE("each key of a forecast is of the last rule that states it, and who has none does not forecast") {
  Scenario s = three_echelons();
  ForecastRule& all = add_forecast(s, "*shop");
  all.method = Naive{};
  all.bias = Share{0.2};
  add_forecast(s, "webshop").method = Ses{0.4};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const Blueprint b = compile(s, *network, Detail::total).blueprint;
  std::size_t at_webshop = 0;
  for (const ForecastPlan& plan : b.forecasts) {
    const std::string name = point_name(s, *network, plan.point);
    const ForecastRules& rules = b.forecast_rules[plan.rules.index()];
    CHECK(name.find("shop/") != std::string::npos);
    CHECK(rules.bias == 0.2);
    CHECK(rules.buckets.every == week);
    CHECK(std::holds_alternative<Ses>(rules.method) == name.starts_with("webshop"));
    at_webshop += name.starts_with("webshop") ? 1 : 0;
  }
  CHECK(at_webshop > 0);
  CHECK(b.forecast_rules.size() == 2);
}

TEST_CASE("the known mean of a bucket follows the level, and a warehouse's is that of what it feeds") {
  Scenario s = three_echelons();
  add_forecast(s, "*").method = Known{};
  s.forecast.front().bucket = Duration{day};
  s.demand.front().profile.level_shifts = {{Instant{10 * day}, 3.0}};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const Blueprint b = compile(s, *network, Detail::total).blueprint;
  const auto start = static_cast<std::size_t>(b.warmup / day);
  const std::map<std::string, std::pair<double, double>> per_day{{"webshop/kettle", {42.0, 126.0}},
                                                                 {"webshop/toaster", {42.0, 126.0}},
                                                                 {"corner-shop/kettle", {8.0, 8.0}},
                                                                 {"reno/kettle", {50.0, 134.0}},
                                                                 {"reno/toaster", {42.0, 126.0}}};
  REQUIRE(b.forecasts.size() == per_day.size());
  for (const ForecastPlan& plan : b.forecasts) {
    const auto known = plan.known.of(b.known_demand);
    const auto [before, after] = per_day.at(point_name(s, *network, plan.point));
    INFO(point_name(s, *network, plan.point));
    CHECK(known[start + 9] == Approx(before));
    CHECK(known[start + 10] == Approx(after));
  }
}

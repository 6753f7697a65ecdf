#include "catch.hpp"
#include "compile/compile.hpp"
#include "network/example.hpp"

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
}

TEST_CASE("a bucket ends before the next one does") {
  Scenario s = three_echelons();
  ForecastRule& rule = add_forecast(s, "webshop");
  rule.bucket = Duration{day};
  rule.offset = Duration{day};
  CHECK(found(issues_of(s), "offset_beyond_bucket").path == "forecast");
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
  const auto first = static_cast<std::size_t>(b.warmup / day);
  for (const ForecastPlan& plan : b.forecasts) {
    const auto known = plan.known.of(b.known_demand);
    double fed = 0.0;
    for (std::size_t l = 0; l < b.links.size(); ++l)
      if (b.links[l].from == plan.point)
        for (const ForecastPlan& other : b.forecasts)
          if (other.point == b.links[l].to) fed += other.known.of(b.known_demand)[first + 9];
    if (b.points[plan.point.index()].streams.empty() && fed > 0.0) CHECK(known[first + 9] >= Approx(fed * 0.999));
    bool moves = false;
    for (const StreamPlan& stream : b.points[plan.point.index()].streams.of(b.streams))
      moves = moves || b.rules(stream).modulation.valid();
    if (moves) CHECK(known[first + 10] > 1.5 * known[first + 9]);
  }
}

// Levels that are set, and plans: what they need besides, and what the model makes of them beforehand.
#include "catch.hpp"
#include "compile/compile.hpp"
#include "network/example.hpp"
#include "network/outlook.hpp"

using namespace restock;
using namespace restock::example;

namespace {

AutoLevel cover(Time span) {
  AutoLevel rule;
  rule.cover = Duration{span};
  return rule;
}

PolicyLevel level(const AutoLevel& rule) { return PolicyLevel(LevelRule(rule)); }

ReviewCalendar daily() { return {Duration{day}, Duration{}}; }

void forecast_everywhere(Scenario& s) {
  ForecastRule rule;
  rule.name = "all";
  rule.where = at_line(130);
  s.forecast.push_back(rule);
}

}  // namespace

TEST_CASE("a level that is reviewed needs somebody who forecasts") {
  Scenario s = three_echelons();
  AutoLevel rule = cover(3 * day);
  rule.review = Duration{week};
  s.replenishment[1].policy = OrderUpTo{daily(), level(rule)};
  const Issue issue = found(issues_of(s), "review_without_forecast");
  CHECK(issue.line == 81);
  CHECK(issue.path == "replenishment.rule1.S");
  forecast_everywhere(s);
  CHECK(issues_of(s).empty());
}

TEST_CASE("a level by a rule is about one stock point, not about an echelon") {
  Scenario s = three_echelons();
  s.replenishment[0].policy = ReorderPoint{level(cover(3 * day)), 800};
  CHECK(issues_of(s).empty());
  s.replenishment[0].position = PositionRule::echelon;
  CHECK(found(issues_of(s), "echelon_level_by_rule").path == "replenishment.rule0");
}

TEST_CASE("levels by costs need the costs") {
  Scenario s = three_echelons();
  AutoLevel lot;
  lot.by = LevelBy::eoq;
  s.replenishment[0].policy = ReorderPoint{300, level(lot)};
  CHECK(found(issues_of(s), "level_without_costs").path == "replenishment.rule0.Q");
  CostRule& costs = add_costs(s, {"reno"});
  costs.holding = MoneyRate{1e-9, false};
  costs.ordering = Money{50.0};
  CHECK(issues_of(s).empty());
  AutoLevel cheap;
  cheap.by = LevelBy::newsvendor;
  s.replenishment[0].policy = ReorderPoint{level(cheap), 800};
  CHECK(found(issues_of(s), "level_without_costs").hint == "state costs: backorder");
  s.costs.back().backorder = MoneyRate{1e-8, false};
  CHECK(issues_of(s).empty());
}

TEST_CASE("a plan needs a forecast, the costs of its lots, and data that are not late") {
  Scenario s = three_echelons();
  Mrp plan{daily(), 20};
  plan.lot_size = WagnerWhitin{};
  s.replenishment[1].policy = plan;
  CHECK(found(issues_of(s), "plan_without_forecast").path == "replenishment.rule1.policy");
  forecast_everywhere(s);
  CHECK(found(issues_of(s), "level_without_costs").path == "replenishment.rule1.lot_size");
  CostRule& costs = add_costs(s, {"*shop"});
  costs.holding = MoneyRate{1e-9, false};
  costs.ordering = Money{50.0};
  CHECK(issues_of(s).empty());
  InformationRule late;
  late.name = "late";
  late.delay = Duration{day};
  late.every = Duration{day};
  s.information.push_back(late);
  CHECK(found(issues_of(s), "plan_on_old_data").line == 81);
}

TEST_CASE("what the model knows: demand rolled up, orders as they are, announced lead times") {
  Scenario s = chair_works();
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const std::vector<Outlook> known = outlooks(s, *network);
  const double per_day = 1.0 / static_cast<double>(day);
  for (std::size_t p = 0; p < known.size(); ++p) {
    const std::string name = point_name(s, *network, PointId(p));
    const double units = name.ends_with("leg") ? 4.0 : 1.0;
    INFO(name);
    CHECK(known[p].rate == Approx(30.0 * units * per_day));
    CHECK(known[p].variance == Approx(30.0 * units * units * per_day));
    const double lead = name == "store/chair" ? 2.0 : name == "works/chair" ? 3.01 : 5.0;
    CHECK(known[p].lead == Approx(lead * static_cast<double>(day)));
    CHECK(known[p].lead_variance == 0.0);
  }
}

TEST_CASE("how much demand varies follows from how customers come, not only from how many there are") {
  const auto known_of_chairs = [](const Arrivals& arrivals, std::vector<TraceLine> lines = {}) {
    Scenario s = chair_works();
    s.length = {10 * day};
    s.demand[0].arrivals = arrivals;
    if (!lines.empty()) s.demand[0].trace = {{"", "", at_line(60), std::move(lines)}};
    Issues issues;
    const auto network = build_network(s, issues);
    REQUIRE(network);
    const std::vector<Outlook> known = outlooks(s, *network);
    for (std::size_t p = 0; p < known.size(); ++p)
      if (point_name(s, *network, PointId(p)) == "store/chair")
        return std::pair(known[p].rate * static_cast<double>(day), known[p].variance * static_cast<double>(day));
    return std::pair(0.0, 0.0);
  };
  const auto check = [](std::pair<double, double> known, double rate, double variance) {
    CHECK(known.first == Approx(rate));
    CHECK(known.second == Approx(variance));
  };
  // Gaps between 0 and 12 h: 4 a day, squared coefficient of variation 1/3.
  const TimeLaw gap{Uniform{Measure{0.0}, Measure{static_cast<double>(day / 2)}}};
  check(known_of_chairs(RenewalArrivals{gap}), 4.0, 4.0 / 3.0);
  check(known_of_chairs(RenewalArrivals{exactly(day / 4)}), 4.0, 0.0);
  check(known_of_chairs(IntermittentArrivals{Duration{day}, Share{0.25}, Duration{}}), 0.25, 0.25 * 0.75);
  // 20 and 10 units on alternate days.
  std::vector<TraceLine> lines;
  for (Time d = 0; d < 10; ++d) lines.push_back({d * day + day / 2, d % 2 == 0 ? 20 : 10});
  check(known_of_chairs(TraceArrivals{}, lines), 15.0, 25.0);
}

TEST_CASE("levels that are set once are those that a run begins with, stock point by stock point") {
  Scenario s = three_echelons();
  s.replenishment[1].policy = OrderUpTo{daily(), level(cover(10 * day))};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const Blueprint b = compile(s, *network, Detail::total).blueprint;
  for (std::size_t p = 0; p < b.points.size(); ++p) {
    const std::string name = point_name(s, *network, PointId(p));
    const Quantity S = name.starts_with("webshop") ? 420 : name.starts_with("corner") ? 80 : 0;
    CHECK(levels_of(b.rules(b.points[p]).policy).S == S);
    if (S > 0) CHECK(b.rules(b.points[p]).initial_on_hand == S);
  }
  CHECK(b.level_plans.size() == 3);
  CHECK(b.level_rules.size() == 1);
}

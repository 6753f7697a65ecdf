// Reduced prices between what is written and what the engine follows.
#include "catch.hpp"
#include "compile/compile.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

MarkdownStepEntry step(double price, double lift) {
  MarkdownStepEntry step;
  step.price = {price};
  step.lift = lift;
  return step;
}

Compiled compiled(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network.has_value());
  return compile(s, *network, Detail::stock_point);
}

}  // namespace

TEST_CASE("a markdown by cover is of each stock point's own mean demand, without those who come for the price") {
  Scenario s = three_echelons();  // 42 a day of each product at the web shop, 8 kettles at the corner
  MarkdownRule rule;
  rule.name = "sale";
  rule.at = names({"*shop"});
  rule.product = names({"kettle"});
  rule.steps = {step(0.7, 1.5), step(0.35, 3.0)};
  rule.steps[0].cover = Duration{10 * day};
  rule.steps[1].from = Instant{30 * day};
  rule.permanent = true;
  s.markdown.push_back(rule);
  const Compiled c = compiled(s);
  const Blueprint& b = c.blueprint;
  std::vector<Quantity> above;
  for (const PointPlan& point : b.points) {
    const auto& markdown = b.rules(point).markdown;
    if (!markdown) continue;
    REQUIRE(markdown->steps.size() == 2);
    above.push_back(markdown->steps[0].above);
    CHECK(markdown->permanent);
    CHECK(markdown->every == day);
    CHECK(markdown->steps[0].off == 300'000);
    CHECK(markdown->steps[1].off == 650'000);
    CHECK(markdown->steps[1].extra == 2.0);
    CHECK(markdown->next(-day) == -day);  // somebody looks every day
    CHECK(markdown->next(29 * day + 1) == 30 * day);
  }
  CHECK(above == std::vector<Quantity>{420, 80});
}

TEST_CASE("those who come for a price have their entry's rate as the height of a strip, and never wait") {
  Scenario s = three_echelons();
  MarkdownRule rule;
  rule.name = "sale";
  rule.at = names({"corner-shop"});
  rule.steps = {step(0.7, 1.5), step(0.35, 3.0)};
  for (MarkdownStepEntry& each : rule.steps) each.from = Instant{0};
  s.markdown.push_back(rule);
  const Compiled c = compiled(s);
  const Blueprint& b = c.blueprint;
  std::size_t streams = 0;
  for (const StreamPlan& plan : b.streams) {
    const StreamRules& rules = b.rules(plan);
    if (!rules.bargains) continue;
    ++streams;
    CHECK_FALSE(rules.backorders);
    CHECK(rules.on_oversold == OversoldRule::cancel);
    const Modulation& moves = *b.modulation(rules);
    CHECK(std::get<Bargains>(moves.source).most == 2.0);
    CHECK(moves.mean_gap == Approx(static_cast<double>(day) / 8.0));
    CHECK(moves.behind_base == 1);
  }
  CHECK(streams == 1);
  CHECK(c.labels.segments.back() == "walk-in/markdown");
  CHECK(b.layout.first_bargain == b.layout.segments - 1);
}

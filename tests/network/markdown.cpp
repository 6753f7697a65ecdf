#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

MarkdownStepEntry step(double price, double lift) {
  MarkdownStepEntry step;
  step.above = 20;
  step.price = {price};
  step.lift = lift;
  return step;
}

MarkdownRule& mark_down(Scenario& s, const std::string& at) {
  MarkdownRule rule;
  rule.name = "sale";
  rule.where = at_line(170);
  rule.at = names({at});
  return s.markdown.emplace_back(rule);
}

Network network_of(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network.has_value());
  return *network;
}

}  // namespace

TEST_CASE("a markdown reduces something, where somebody buys") {
  Scenario s = three_echelons();
  mark_down(s, "webshop").every = Duration{day};
  CHECK(found(issues_of(s), "no_steps").line == 170);
  s.markdown[0].steps = {step(0.7, 1.5)};
  CHECK(issues_of(s).empty());
  s.markdown[0].at = names({"reno"});
  CHECK(found(issues_of(s), "nobody_buys").line == 170);
}

TEST_CASE("a markdown by age needs stock that does not last") {
  Scenario s = three_echelons();
  MarkdownRule& rule = mark_down(s, "webshop");
  rule.steps = {step(0.7, 1.0)};
  rule.steps[0].left = Duration{2 * day};
  CHECK(found(issues_of(s), "no_life").line == 170);
  ExpiryRule fresh;
  fresh.name = "fresh";
  fresh.at = names({"webshop"});
  fresh.life = Duration{10 * day};
  s.expiry.push_back(fresh);
  CHECK(issues_of(s).empty());
}

TEST_CASE("only a rate can be lifted by a price, and only a price reduced") {
  Scenario s = three_echelons();
  mark_down(s, "webshop").steps = {step(0.7, 1.5)};
  s.demand[0].arrivals = RenewalArrivals{exactly(hour)};
  s.demand[0].at = names({"webshop"});
  CHECK(found(issues_of(s), "needs_poisson").line == 170);
  s.markdown[0].steps[0].lift = 1.0;
  CHECK(issues_of(s).empty());
  s.products[0].price = {0.0};
  CHECK(found(issues_of(s), "no_price").line == 10);
}

TEST_CASE("nothing else is called what results call those who come for a price") {
  Scenario s = three_echelons();
  Promotion promotion;
  promotion.lasts = Duration{day};
  promotion.lift = 2.0;
  s.demand[0].surges.push_back({"markdown", at_line(65), promotion});
  CHECK(issues_of(s).empty());
  mark_down(s, "webshop").steps = {step(0.7, 1.5)};
  CHECK(found(issues_of(s), "name_taken").line == 65);
}

TEST_CASE("a markdown that lifts adds one stream to each entry, behind its own") {
  Scenario s = three_echelons();
  const Network plain = network_of(s);
  mark_down(s, "webshop").steps = {step(0.7, 1.5), step(0.5, 1.0)};
  const Network network = network_of(s);
  std::size_t added = 0;
  for (std::size_t k = 0; k < network.streams.size(); ++k) {
    const NetworkStream& stream = network.streams[k];
    if (!stream.bargains) continue;
    ++added;
    CHECK_FALSE(stream.is_base());
    CHECK(network.streams[k - 1].is_base());
    CHECK(network.streams[k - 1].entry == stream.entry);
    CHECK(network.streams[k - 1].who != stream.who);
  }
  CHECK(added > 0);
  CHECK(network.streams.size() == plain.streams.size() + added);
  REQUIRE(network.bargain_segments.size() == 1);
}

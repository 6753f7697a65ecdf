// scenarios/backtest.yaml against months that it was not fitted to. What its comment and tests/README.md claim, good
// and bad, is checked here: the back-test may not look better than it is, nor worse.
#include "campaign/run.hpp"
#include "catch.hpp"
#include "estimate/input_spread.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

using namespace restock;

namespace {

/// Held-out figures of products that lie in the interval in which 95 % of predicted runs lie, of 24.
using Inside = std::map<std::string, int>;

const std::vector<std::string> figures{"demand", "fill_rate", "replenishment_orders", "mean_on_hand"};

std::string scenario_text() {
  std::ifstream in(RESTOCK_SOURCE_DIR "/scenarios/backtest.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The scenario without `inputs`: the same model, its inputs taken for certain.
std::string taken_for_certain() {
  std::string text = scenario_text();
  const auto from = text.find("\ninputs:") + 1;
  return text.erase(from, text.find('\n', from) - from);
}

Results results_of(const std::string& text, const std::vector<std::string>& patches) {
  Issues issues;
  const Document document =
      patched_by_texts(parse_document(text, "backtest.yaml", RESTOCK_SOURCE_DIR "/scenarios", issues), patches, issues);
  const std::optional<Plan> plan = make_plan(document, {patches, Detail::stock_point}, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(plan.has_value());
  return run_plan(*plan, {}).results;
}

Inside held_against(const Results& results) {
  REQUIRE(results.header.axes.alternatives == std::vector<std::string>{"base", "happened"});
  REQUIRE(results.header.axes.points() == 24);
  Inside inside;
  for (const std::string& figure : figures) {
    const std::size_t metric = metric_index(figure).value();
    for (std::size_t p = 0; p < 24; ++p) {
      const std::vector<double> replays = results.of_point(metric, 1, p);
      REQUIRE(replays.front() == replays.back());  // a replay has no luck: each is what happened
      const InputSpread spread = input_spread(results.of_point(metric, 0, p), 1);
      const bool is_inside = spread.one_low.value() <= replays.front() && replays.front() <= spread.one_high.value();
      inside[figure] += is_inside ? 1 : 0;
    }
  }
  return inside;
}

}  // namespace

TEST_CASE("the month after the fit lies in the predicted intervals as often as they say") {
  const Inside june = held_against(results_of(scenario_text(), {"length=30 d"}));
  // Of 24 figures, each inside with 95 %, fewer than 21 are so with a chance of 3 %.
  for (const std::string& figure : figures) {
    INFO(figure);
    CHECK(june.at(figure) >= 21);
  }
}

TEST_CASE("three months after the fit demand has moved further than the intervals allow, as the scenario says") {
  const Results results = results_of(scenario_text(), {});
  const Inside summer = held_against(results);
  CHECK(summer == Inside{{"demand", 15}, {"fill_rate", 15}, {"replenishment_orders", 16}, {"mean_on_hand", 17}});
  const std::size_t orders = metric_index("customer_orders").value();
  const std::span<const double> predicted = results.of(orders, 0);
  CHECK(results.of(orders, 1).front() > *std::max_element(predicted.begin(), predicted.end()));
  // More of it than with inputs that are taken for certain, all the same.
  const Inside certain = held_against(results_of(taken_for_certain(), {}));
  for (const std::string& figure : figures) {
    INFO(figure);
    CHECK(certain.at(figure) <= summer.at(figure));
  }
  CHECK(certain.at("demand") == 12);
}

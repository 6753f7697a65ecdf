// scenarios/backtest.yaml against months that it was not fitted to. What its comment and tests/README.md claim, good
// and bad, is checked here: the back-test may not look better than it is, nor worse.
#include "catch.hpp"
#include "estimate/input_spread.hpp"
#include "output/reader.hpp"

#include "shell.hpp"

#include <map>
#include <string>
#include <vector>

namespace {

/// Held-out figures of products that lie in the interval in which 95 % of predicted runs lie, of 24.
using Inside = std::map<std::string, int>;

const std::vector<std::string> figures{"demand", "fill_rate", "replenishment_orders", "mean_on_hand"};

Inside held_against(const std::string& scenario, const std::string& options) {
  const Answer run = restock("run '" + scenario + "' --detail stock_point -q -o backtest.h5 --force " + options);
  INFO(run.err);
  REQUIRE(run.code == 0);
  const restock::ResultReader reader((scratch() / "backtest.h5").string());
  const std::size_t replications = reader.header().replications, points = reader.header().axes.points();
  REQUIRE(reader.header().axes.alternatives == std::vector<std::string>{"base", "happened"});
  REQUIRE(points == 24);
  Inside inside;
  for (const std::string& figure : figures) {
    const std::vector<double> values = reader.points(figure);
    for (std::size_t p = 0; p < points; ++p) {
      std::vector<double> predicted;
      for (std::size_t r = 0; r < replications; ++r) predicted.push_back(values[r * points + p]);
      const double happened = values[replications * points + p];
      // The replay has no luck: every replication of it is what happened.
      REQUIRE(values[(2 * replications - 1) * points + p] == happened);
      const restock::InputSpread spread = restock::input_spread(predicted, 1);
      inside[figure] += spread.one_low.value() <= happened && happened <= spread.one_high.value() ? 1 : 0;
    }
  }
  return inside;
}

/// The scenario without `inputs`: the same model, its inputs taken for certain.
std::string taken_for_certain() {
  std::string text = text_of(shipped("backtest.yaml"));
  const auto from = text.find("\ninputs:");
  text.erase(from + 1, text.find('\n', from + 1) - from);
  write_file("certain.yaml", text);
  std::filesystem::remove(scratch() / "data");
  std::filesystem::create_directory_symlink(RESTOCK_SOURCE_DIR "/scenarios/data", scratch() / "data");
  return (scratch() / "certain.yaml").string();
}

}  // namespace

TEST_CASE("the month after the fit lies in the predicted intervals as often as they say") {
  const Inside june = held_against(shipped("backtest.yaml"), "--set 'length=30 d'");
  // Of 24 figures, each inside with 95 %, fewer than 21 are so with a chance of 3 %.
  for (const std::string& figure : figures) {
    INFO(figure);
    CHECK(june.at(figure) >= 21);
  }
}

TEST_CASE("three months after the fit demand has moved further than the intervals allow, as the scenario says") {
  const Inside summer = held_against(shipped("backtest.yaml"), "");
  CHECK(summer == Inside{{"demand", 15}, {"fill_rate", 15}, {"replenishment_orders", 16}, {"mean_on_hand", 17}});
  const restock::Results totals = restock::ResultReader((scratch() / "backtest.h5").string()).read();
  const std::size_t orders = restock::metric_index("customer_orders").value();
  const restock::InputSpread spread = restock::input_spread(totals.of(orders, 0), 100);
  CHECK(totals.of(orders, 1).front() > spread.one_high.value());
  // More of it than with inputs that are taken for certain, all the same.
  const Inside certain = held_against(taken_for_certain(), "");
  for (const std::string& figure : figures) {
    INFO(figure);
    CHECK(certain.at(figure) <= summer.at(figure));
  }
  CHECK(certain.at("demand") == 12);
}

// Shapley values held against their definition, and against the axioms that they alone fulfil.
#include "estimate/shapley.hpp"
#include "catch.hpp"
#include "random/draws.hpp"

#include <algorithm>
#include <numeric>

using namespace restock;

namespace {

/// Whole numbers, as units are.
std::vector<double> random_game(std::size_t players, std::uint64_t number) {
  Draws draws({11, 0, 0, Purpose::test, number});
  std::vector<double> game;
  for (Coalition s = 0; s <= everybody(players); ++s) game.push_back(static_cast<double>(draws.next() % 2001) - 1000.0);
  return game;
}

/// The definition: everybody joins in every order.
struct ByOrders {
  std::vector<double> values, interactions;
};
ByOrders by_orders(const std::vector<double>& game, std::size_t players) {
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  ByOrders sum{std::vector<double>(players), std::vector<double>(players * (players - 1) / 2)};
  double orders = 0.0;
  std::vector<double> adjacent(sum.interactions.size());
  do {
    std::vector<double> chain{game[0]};
    Coalition joined = 0;
    for (std::size_t m = 0; m < players; ++m) {
      if (m + 1 < players) {
        const Coalition a = Coalition{1} << order[m], b = Coalition{1} << order[m + 1];
        const std::size_t pair =
            pair_index(std::min(order[m], order[m + 1]), std::max(order[m], order[m + 1]), players);
        sum.interactions[pair] += game[joined | a | b] - game[joined | a] - game[joined | b] + game[joined];
        adjacent[pair] += 1.0;
      }
      joined |= Coalition{1} << order[m];
      chain.push_back(game[joined]);
    }
    const std::vector<double> added = marginal_values(chain, order);
    for (std::size_t i = 0; i < players; ++i) sum.values[i] += added[i];
    orders += 1.0;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& value : sum.values) value /= orders;
  for (std::size_t p = 0; p < adjacent.size(); ++p) sum.interactions[p] /= adjacent[p];
  return sum;
}

}  // namespace

TEST_CASE("Shapley values are what joining adds, averaged over all orders") {
  for (std::size_t players = 1; players <= most_exact_players; ++players) {
    const std::vector<double> game = random_game(players, players);
    const std::vector<double> values = shapley_values(game, players);
    const ByOrders twin = by_orders(game, players);
    REQUIRE(values.size() == players);
    for (std::size_t i = 0; i < players; ++i) CHECK(values[i] == Approx(twin.values[i]).margin(1e-9));
    const std::vector<double> pairs = interactions(game, players);
    REQUIRE(pairs.size() == players * (players - 1) / 2);
    for (std::size_t p = 0; p < pairs.size(); ++p) CHECK(pairs[p] == Approx(twin.interactions[p]).margin(1e-9));
  }
}

TEST_CASE("the parts add up to the whole") {
  for (std::uint64_t number = 0; number < 200; ++number) {
    const std::size_t players = 1 + number % most_exact_players;
    const std::vector<double> game = random_game(players, 100 + number);
    CHECK(adds_up(shapley_values(game, players), game.back() - game.front()));
  }
  CHECK_FALSE(adds_up(std::vector<double>{1.0, 2.0}, 3.001));
}

TEST_CASE("who adds nothing gets nothing, and equals get equal parts") {
  // v(S) = g(S without player 2): player 2 is null. v depends on players 0 and 1 by their number only: they are equal.
  const std::size_t players = 4;
  const std::vector<double> inner = random_game(players, 7);
  std::vector<double> game;
  for (Coalition s = 0; s <= everybody(players); ++s) {
    const Coalition both = (s & 1U) + ((s >> 1U) & 1U);
    game.push_back(inner[both | (s & 8U)]);
  }
  const std::vector<double> values = shapley_values(game, players);
  CHECK(values[2] == 0.0);
  CHECK(values[0] == values[1]);
  const std::vector<double> pairs = interactions(game, players);
  for (const std::size_t other : {0, 1}) CHECK(pairs[pair_index(other, 2, players)] == 0.0);
  CHECK(pairs[pair_index(2, 3, players)] == 0.0);
}

TEST_CASE("causes that do not meet have their own parts; those that do share what they do together") {
  // v = 10 a + 4 b + 6 a b: the six are shared, and are the interaction.
  const std::vector<double> game{0.0, 10.0, 4.0, 20.0};
  CHECK(shapley_values(game, 2) == std::vector<double>{13.0, 7.0});
  CHECK(interactions(game, 2) == std::vector<double>{6.0});
}

TEST_CASE("pairs are numbered without gaps") {
  for (std::size_t players = 2; players <= 8; ++players) {
    const auto pairs = pairs_of(players);
    for (std::size_t p = 0; p < pairs.size(); ++p) CHECK(pair_index(pairs[p].first, pairs[p].second, players) == p);
  }
}

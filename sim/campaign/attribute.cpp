// From the values of coalitions to shares.
#include "campaign/attribution_run.hpp"
#include "core/contract.hpp"

#include <cmath>
#include <limits>

namespace restock {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// One outcome in one replication.
class Game {
 public:
  Game(const CoalitionValues& values, std::size_t at) : values_(values), at_(at) {}
  double operator()(Coalition on) const { return values_.at(on)[at_]; }

  std::vector<double> all(std::size_t players) const {
    std::vector<double> game;
    for (Coalition on = 0; on <= everybody(players); ++on) game.push_back((*this)(on));
    return game;
  }
  std::vector<double> along(const std::vector<std::size_t>& order) const {
    std::vector<double> chain;
    for (const Coalition on : chain_of(order)) chain.push_back((*this)(on));
    return chain;
  }

 private:
  const CoalitionValues& values_;
  std::size_t at_;
};

struct Shares {
  std::vector<double> values, interactions;
};

Shares exactly(const Game& game, std::size_t players) {
  const std::vector<double> all = game.all(players);
  return {shapley_values(all, players), interactions(all, players)};
}

/// The mean over the orders that the replication drew, forwards and backwards.
Shares by_orders(const Game& game, const std::vector<RemovalOrder>& orders, std::size_t players) {
  Shares shares{std::vector<double>(players), std::vector<double>(players * (players - 1) / 2)};
  std::vector<double> seen(shares.interactions.size());
  for (const RemovalOrder& drawn : orders) {
    const std::vector<std::size_t> back(drawn.order.rbegin(), drawn.order.rend());
    for (const std::vector<std::size_t>* order : {&drawn.order, &back}) {
      const std::vector<double> added = marginal_values(game.along(*order), *order);
      for (std::size_t i = 0; i < players; ++i) shares.values[i] += added[i];
    }
    for (const Neighbours& pair : neighbours_of(drawn)) {
      const Coalition a = Coalition{1} << pair.first, b = Coalition{1} << pair.second;
      const std::size_t index = pair_index(pair.first, pair.second, players);
      shares.interactions[index] +=
          game(pair.before | a | b) - game(pair.before | a) - game(pair.before | b) + game(pair.before);
      seen[index] += 1.0;
    }
  }
  for (double& value : shares.values) value /= 2.0 * static_cast<double>(orders.size());
  for (std::size_t p = 0; p < seen.size(); ++p)
    shares.interactions[p] = seen[p] > 0.0 ? shares.interactions[p] / seen[p] : nothing;
  return shares;
}

}  // namespace

Attribution attribute(const AttributionAxes& axes, const CoalitionPlan& coalitions, const CoalitionValues& values,
                      std::size_t replications) {
  Attribution found;
  found.axes = axes;
  found.replications = replications;
  const std::size_t players = axes.causes.size();
  const Coalition all = everybody(players);
  for (std::size_t o = 0; o < axes.outcomes.size(); ++o) {
    std::vector<double>& total = found.total.emplace_back(replications);
    std::vector<double>& base = found.base.emplace_back(replications);
    std::vector<double>& shares = found.shares.emplace_back(players * replications);
    std::vector<double>& alone = found.alone.emplace_back(players * replications);
    std::vector<double>& pairs = found.interactions.emplace_back(axes.pairs() * replications);
    for (std::size_t r = 0; r < replications; ++r) {
      const Game game(values, o * replications + r);
      total[r] = game(all);
      base[r] = game(0);
      const Shares split = coalitions.exact ? exactly(game, players) : by_orders(game, coalitions.orders[r], players);
      const double whole = total[r] - base[r];
      if (std::isfinite(whole))
        require(adds_up(split.values, whole), "the shares of causes add up to what they cause together");
      for (std::size_t i = 0; i < players; ++i) {
        shares[i * replications + r] = split.values[i];
        alone[i * replications + r] = total[r] - game(all & ~(Coalition{1} << i));
      }
      for (std::size_t p = 0; p < split.interactions.size(); ++p) pairs[p * replications + r] = split.interactions[p];
    }
  }
  return found;
}

}  // namespace restock

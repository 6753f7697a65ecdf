#include "campaign/coalitions.hpp"

#include "core/hash.hpp"
#include "random/draws.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace restock {

namespace {

std::vector<std::size_t> all_of(std::size_t replications) {
  std::vector<std::size_t> numbers(replications);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

/// What a replication needs for one of its orders.
void add_needs(const RemovalOrder& order, std::set<Coalition>& needs) {
  std::vector<std::size_t> back(order.order.rbegin(), order.order.rend());
  for (const Coalition on : chain_of(order.order)) needs.insert(on);
  for (const Coalition on : chain_of(back)) needs.insert(on);
  for (const Neighbours& pair : neighbours_of(order)) {
    needs.insert(pair.before | Coalition{1} << pair.first);
    needs.insert(pair.before | Coalition{1} << pair.second);
  }
}

}  // namespace

RemovalOrder draw_order(std::uint64_t seed, std::uint64_t replication, std::uint64_t nth,
                        const std::vector<std::string>& causes) {
  std::vector<std::uint64_t> places;
  for (const std::string& cause : causes)
    places.push_back(Draws({seed, replication, hash_name(cause), Purpose::removal_order, nth}).next());
  RemovalOrder drawn{all_of(causes.size()), 0};
  std::stable_sort(drawn.order.begin(), drawn.order.end(),
                   [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
  drawn.first_pair = Draws({seed, replication, 0, Purpose::removal_pairs, nth}).next() >> 63U;
  return drawn;
}

std::vector<Coalition> chain_of(const std::vector<std::size_t>& order) {
  std::vector<Coalition> chain{0};
  for (const std::size_t cause : order) chain.push_back(chain.back() | Coalition{1} << cause);
  return chain;
}

std::vector<Neighbours> neighbours_of(const RemovalOrder& order) {
  const std::vector<Coalition> chain = chain_of(order.order);
  std::vector<Neighbours> pairs;
  for (std::size_t m = order.first_pair; m + 1 < order.order.size(); m += 2)
    pairs.push_back(
        {chain[m], std::min(order.order[m], order.order[m + 1]), std::max(order.order[m], order.order[m + 1])});
  return pairs;
}

CoalitionPlan plan_coalitions(const std::vector<std::string>& causes, std::uint64_t seed, std::size_t replications,
                              std::size_t permutations) {
  CoalitionPlan plan;
  const Coalition all = everybody(causes.size());
  plan.kept.push_back(all);
  for (std::size_t i = 0; i < causes.size() && causes.size() > 1; ++i) plan.kept.push_back(all & ~(Coalition{1} << i));
  plan.kept.push_back(0);
  for (const Coalition on : plan.kept) plan.replications.emplace(on, all_of(replications));
  plan.exact = causes.size() <= most_exact_players;
  if (plan.exact) {
    for (Coalition on = 0; on <= all; ++on) plan.replications.emplace(on, all_of(replications));
    return plan;
  }
  const std::set<Coalition> kept(plan.kept.begin(), plan.kept.end());
  for (std::size_t r = 0; r < replications; ++r) {
    std::set<Coalition> needs;
    std::vector<RemovalOrder>& orders = plan.orders.emplace_back();
    for (std::size_t p = 0; p < permutations; ++p) {
      orders.push_back(draw_order(seed, r, p, causes));
      add_needs(orders.back(), needs);
    }
    for (const Coalition on : needs)
      if (kept.count(on) == 0) plan.replications[on].push_back(r);
  }
  return plan;
}

}  // namespace restock

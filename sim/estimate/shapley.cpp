#include "estimate/shapley.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace restock {

namespace {

constexpr std::array<double, most_exact_players + 1> factorial{1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0};

constexpr std::size_t size_of(Coalition coalition) { return static_cast<std::size_t>(std::popcount(coalition)); }

}  // namespace

std::vector<double> shapley_values(std::span<const double> game, std::size_t players) {
  std::vector<double> values;
  for (std::size_t i = 0; i < players; ++i) {
    const Coalition own = Coalition{1} << i;
    double sum = 0.0;
    for (Coalition before = 0; before <= everybody(players); ++before) {
      if (before & own) continue;
      // Orders in which just these come before: |S|! (n - |S| - 1)! of n!.
      const double orders = factorial[size_of(before)] * factorial[players - size_of(before) - 1];
      sum += orders * (game[before | own] - game[before]);
    }
    values.push_back(sum / factorial[players]);
  }
  return values;
}

std::vector<double> interactions(std::span<const double> game, std::size_t players) {
  std::vector<double> values;
  for (const auto& [i, j] : pairs_of(players)) {
    const Coalition a = Coalition{1} << i, b = Coalition{1} << j;
    double sum = 0.0;
    for (Coalition before = 0; before <= everybody(players); ++before) {
      if (before & (a | b)) continue;
      // |S|! (n - |S| - 2)! of (n - 1)!.
      const double orders = factorial[size_of(before)] * factorial[players - size_of(before) - 2];
      sum += orders * (game[before | a | b] - game[before | a] - game[before | b] + game[before]);
    }
    values.push_back(sum / factorial[players - 1]);
  }
  return values;
}

std::vector<std::pair<std::size_t, std::size_t>> pairs_of(std::size_t players) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < players; ++i)
    for (std::size_t j = i + 1; j < players; ++j) pairs.emplace_back(i, j);
  return pairs;
}

std::size_t pair_index(std::size_t low, std::size_t high, std::size_t players) {
  return low * players - low * (low + 1) / 2 + high - low - 1;
}

std::vector<double> marginal_values(std::span<const double> chain, std::span<const std::size_t> order) {
  std::vector<double> values(order.size());
  for (std::size_t m = 0; m < order.size(); ++m) values[order[m]] = chain[m + 1] - chain[m];
  return values;
}

bool adds_up(std::span<const double> parts, double whole) {
  double sum = 0.0, scale = std::abs(whole);
  for (const double part : parts) {
    sum += part;
    scale = std::max(scale, std::abs(part));
  }
  return std::abs(sum - whole) <= 1e-12 * scale * static_cast<double>(parts.size() + 1);
}

}  // namespace restock

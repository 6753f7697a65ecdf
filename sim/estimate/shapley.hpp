// Shapley values: how much of a total each of several players is answerable for. Pure: numbers in, numbers out.
//
// A game is a value for each coalition, a set of players: bit i of its number is player i. A player's Shapley value is
// what joining adds, averaged over all orders of joining (Shapley 1953); the values add up to the whole less nothing:
// v(all) - v(none). The interaction of two players is by how much their joining together adds more than each alone,
// averaged likewise (Grabisch and Roubens 1999): 0 where they do not meet, below 0 where either does what both do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace restock {

using Coalition = std::uint32_t;

inline constexpr std::size_t most_exact_players = 6;
inline constexpr std::size_t most_players = 20;

/// Everybody.
constexpr Coalition everybody(std::size_t players) { return (Coalition{1} << players) - 1; }

/// Values of all 2^players coalitions -> the players' Shapley values. Exact up to one rounding of each where the values
/// are whole numbers below 10^12: sums are made of whole multiples before anything is divided. At most
/// most_exact_players.
std::vector<double> shapley_values(std::span<const double> game, std::size_t players);

/// The same for the interactions of pairs, in the order of `pairs_of`.
std::vector<double> interactions(std::span<const double> game, std::size_t players);

/// (0, 1), (0, 2), … (players - 2, players - 1).
std::vector<std::pair<std::size_t, std::size_t>> pairs_of(std::size_t players);
/// Where a pair is among them; low < high.
std::size_t pair_index(std::size_t low, std::size_t high, std::size_t players);

/// What each player adds where they join in this order, from the values of the coalitions on the way: `chain[m]` is the
/// value of the first m, chain.size() = players + 1. Over orders drawn at random its mean is the Shapley value.
std::vector<double> marginal_values(std::span<const double> chain, std::span<const std::size_t> order);

/// Whether parts add up to a whole, up to rounding.
bool adds_up(std::span<const double> parts, double whole);

}  // namespace restock

// The words of the trade as this program uses them. Printed by reference.cpp and explain.cpp.
#pragma once

#include <span>
#include <string_view>

namespace restock {

/// A word and one sentence about it.
struct Meaning {
  std::string_view word;
  std::string_view text;
};

/// In the order in which a story is told: places, orders, stock, rules, trouble, experiments.
std::span<const Meaning> glossary();

}  // namespace restock

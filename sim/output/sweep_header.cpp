#include "output/sweep_header.hpp"

#include <fmt/format.h>

namespace restock {

std::string heading_of(const FactorColumn& factor) {
  return factor.unit.empty() ? factor.name : factor.name + " [" + factor.unit + "]";
}

std::string value_text(const FactorColumn& factor, std::size_t point) {
  if (!factor.numeric) return factor.texts[point];
  return fmt::format("{}", factor.numbers[point]) + (factor.unit.empty() ? "" : " " + factor.unit);
}

}  // namespace restock

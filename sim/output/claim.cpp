#include "output/claim.hpp"

#include <array>

namespace restock {

std::string_view to_text(Judgement judgement) {
  constexpr std::array<std::string_view, 3> words{"met", "missed", "undecided"};
  return words[static_cast<std::size_t>(judgement)];
}

std::string claims_text(const std::vector<CheckedClaim>& claims) {
  std::string text;
  for (const CheckedClaim& claim : claims)
    text += std::string(to_text(claim.judgement)) + ": " + claim.text + " in " + claim.alternative + "\n";
  return text;
}

}  // namespace restock

// The key `attribution:` of a scenario: which causes bad outcomes are put down to, and by which patches each is
// switched off. Read by campaign/, which runs what is left; `restock run` only checks its form.
#pragma once

#include "input/document.hpp"
#include "input/patch.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// A cause, or several that are switched off together.
struct CauseGroup {
  std::string name;
  Where where;
  std::vector<std::string> kinds;  ///< names of cause kinds, see causes.hpp: what the scenario has of them
  std::vector<Patch> patches;      ///< or what the user wrote
};

struct AttributionSection {
  std::vector<CauseGroup> groups;     ///< empty: every kind of cause that the scenario has
  std::vector<std::string> outcomes;  ///< `lost`, `cancelled`, or metrics
  std::vector<Where> outcomes_where;
  std::size_t permutations = 1;  ///< pairs of orders a replication draws where there are too many groups for all
};

inline constexpr std::size_t most_permutations = 1000;

/// The section, or what holds without one; nullopt when any problem was reported.
std::optional<AttributionSection> read_attribution(const Document& document, Issues& issues);

bool has_attribution(const Document& document);

}  // namespace restock

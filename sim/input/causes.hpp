// The kinds of causes that bad outcomes are put down to unless the user names his own, and for each the patches that
// switch it off. The list that `restock list causes` prints. For attribution, here and in campaign/.
#pragma once

#include "input/patch.hpp"
#include "input/scenario.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// One way in which a cause is switched off, wherever the scenario has it.
struct OffPatch {
  std::string_view path;   ///< with NAME for each that has the key
  std::string_view value;  ///< `removed`, or what is set
  std::string_view help;   ///< what holds then
};

struct CauseKind {
  std::string_view name;
  std::string_view summary;
  std::span<const OffPatch> off;
};

/// In the order in which they are shown.
std::span<const CauseKind> cause_kinds();

/// The patches that switch off what a scenario has of a kind; empty where it has nothing of it.
std::vector<Patch> switch_off(std::string_view kind, const Scenario& scenario);

/// A patch as one would write it: `sites.mill.downtime: ~`.
std::string patch_text(const Patch& patch);

}  // namespace restock

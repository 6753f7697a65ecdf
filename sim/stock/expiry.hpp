// Stock that does not last: how long, and in which order it is issued.
#pragma once

#include "core/rules.hpp"
#include "core/time.hpp"

namespace restock {

struct ExpiryRules {
  Time life = 0;  ///< from receipt; at the clock's start everything is fresh
  IssueRule issue = IssueRule::oldest_first;
  bool recorded = true;  ///< what is too old leaves the record too
};

}  // namespace restock

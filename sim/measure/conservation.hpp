// The identities that the facts themselves must satisfy, checked at the end of every replication in every build.
#pragma once

#include "measure/layout.hpp"
#include "measure/record.hpp"

namespace restock {

/// Throws ContractBroken naming the stream or stock point (by index; callers add names) and the identity that fails:
/// outcomes add up to demand, flows lie within it, opening + received = shipped + closing.
void check_conservation(const Record& record, const Layout& layout);

}  // namespace restock

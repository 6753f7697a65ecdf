// Viral demand as clusters (Hawkes & Oakes 1974): seeds come by themselves, and everybody who comes brings others.
// Everyone's offspring is addressed by himself, so nobody's luck depends on who else came.
#pragma once

#include "core/hash.hpp"
#include "core/time.hpp"
#include "demand/strips.hpp"
#include "random/law.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace restock {

struct ClusterPlan {
  double mean_gap = 0.0;  ///< between seeds, in ticks; 0: `seeds` customers at `at`
  Time at = 0;
  std::uint64_t seeds = 0;
  double branching = 0.0;
  TimeLaw delay{};
};

/// The number of the k-th seed (parent 0), or of a customer's k-th child.
constexpr std::uint64_t child_number(std::uint64_t parent, std::uint64_t k) {
  return fold(parent + 0x9e3779b97f4a7c15U * (k + 1), 0xbf58476d1ce4e5b9U ^ parent);
}

/// A customer's children draw their number, then their delays, from the address of their parent. A delay is at least
/// one tick.
void bring(const ClusterPlan& plan, std::uint64_t seed, std::uint64_t replication, std::uint64_t who,
           const Candidate& parent, std::vector<Candidate>& children);

/// Walks the customers in the order of (time, number).
class ClusterWalk {
 public:
  ClusterWalk(const ClusterPlan& plan, std::uint64_t seed, std::uint64_t replication, std::uint64_t who,
              Time clock_start);
  bool empty() const { return pending_.empty(); }
  /// The next customer.
  const Candidate& front() const { return pending_.front(); }
  void pop();

 private:
  void find_seed();
  void push(const Candidate& customer);
  void add_seeds();

  const ClusterPlan* plan_;
  std::uint64_t seed_, replication_, who_;
  BulkGaps gaps_;
  std::uint64_t seeds_ = 0;
  Candidate next_seed_{};
  std::vector<Candidate> pending_;  ///< a heap, the earliest in front; all seeds up to its front are in it
  std::vector<Candidate> children_;
};

}  // namespace restock

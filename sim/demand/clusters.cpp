#include "demand/clusters.hpp"

#include "random/variate.hpp"

namespace restock {

namespace {
bool comes_later(const Candidate& a, const Candidate& b) { return b < a; }
}  // namespace

void bring(const ClusterPlan& plan, std::uint64_t seed, std::uint64_t replication, std::uint64_t who,
           const Candidate& parent, std::vector<Candidate>& children) {
  if (plan.branching <= 0.0) return;
  Draws draws({seed, replication, who, Purpose::offspring, parent.number});
  const double count = poisson_variate(plan.branching, draws);
  for (std::uint64_t k = 0; static_cast<double>(k) < count; ++k) {
    const Time delay = std::max<Time>(1, plan.delay.sample_ticks(draws));
    children.push_back({later(parent.at, delay), child_number(parent.number, k)});
  }
}

ClusterWalk::ClusterWalk(const ClusterPlan& plan, std::uint64_t seed, std::uint64_t replication, std::uint64_t who,
                         Time clock_start)
    : plan_(&plan),
      seed_(seed),
      replication_(replication),
      who_(who),
      gaps_(seed, replication, who, Purpose::seed_gap),
      next_seed_{clock_start, 0} {
  find_seed();
  add_seeds();
}

void ClusterWalk::find_seed() {
  if (plan_->mean_gap > 0.0)
    next_seed_.at = later(next_seed_.at, to_ticks(gaps_.gap(seeds_) * plan_->mean_gap));
  else
    next_seed_.at = seeds_ < plan_->seeds ? plan_->at : never;
  next_seed_.number = child_number(0, seeds_);
  ++seeds_;
}

void ClusterWalk::push(const Candidate& customer) {
  if (customer.at >= never) return;
  pending_.push_back(customer);
  std::push_heap(pending_.begin(), pending_.end(), comes_later);
}

void ClusterWalk::add_seeds() {
  while (next_seed_.at < never && (pending_.empty() || next_seed_.at <= pending_.front().at)) {
    push(next_seed_);
    find_seed();
  }
}

void ClusterWalk::pop() {
  const Candidate customer = front();
  std::pop_heap(pending_.begin(), pending_.end(), comes_later);
  pending_.pop_back();
  children_.clear();
  bring(*plan_, seed_, replication_, who_, customer, children_);
  for (const Candidate& child : children_) push(child);
  add_seeds();
}

}  // namespace restock

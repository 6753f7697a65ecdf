// Returns: what comes back is the customer's own doing, and raises stock and position at its own tick.
#include "engine/sent_back.hpp"

#include <algorithm>

namespace restock::engine {

void reset_returns(Replication& r) {
  const auto returns = [](const StreamRules& rules) { return rules.returns.has_value(); };
  const bool any = std::ranges::any_of(r.b_.stream_rules, returns);
  r.s_.side.customers.returns.assign(any ? r.b_.points.size() : 0, {});
}

bool expects_returns(const Replication& r, std::uint32_t point) {
  if (r.s_.side.customers.returns.empty()) return false;
  const Rows streams = r.b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k)
    if (r.b_.rules(r.b_.streams[k]).returns) return true;
  return false;
}

void may_send_back(Replication& r, std::uint32_t stream, std::uint64_t number, Quantity units, Millionths off,
                   Time at) {
  const StreamPlan& plan = r.b_.streams[stream];
  const auto& rules = r.b_.rules(plan).returns;
  if (!rules || number == initial_customer) return;
  Draws draws(r.luck_.at(plan.who, Purpose::sends_back, number));
  const std::optional<SentBack> back = sends_back(*rules, draws);
  if (!back) return;
  const Time when = later(at, back->after);
  if (when >= never) return;
  ReturnState& state = r.s_.side.customers.returns[plan.point.index()];
  state.heap.push_back({when, stream, number, state.sent++, units, off, back->to_stock});
  std::push_heap(state.heap.begin(), state.heap.end(), later_back);
}

Time next_back(const Replication& r, std::uint32_t point) {
  const auto& returns = r.s_.side.customers.returns;
  return returns.empty() || returns[point].heap.empty() ? never : returns[point].heap.front().at;
}

void take_back(Replication& r, std::uint32_t point, Time at) {
  std::vector<GoodsBack>& heap = r.s_.side.customers.returns[point].heap;
  std::pop_heap(heap.begin(), heap.end(), later_back);
  const GoodsBack goods = heap.back();
  heap.pop_back();
  ExtraFacts& facts = r.s_.extra_facts[point];
  facts.returned += goods.units;
  facts.refund_off += widen(goods.units, goods.off);
  r.history_.note(r.b_.streams[goods.stream].who, Fact::sent_back, at, goods.number, goods.units);
  const PointRules& rules = r.b_.rules(r.b_.points[point]);
  if (!goods.to_stock || at >= rules.discontinued || rules.expiry) return;
  facts.to_stock += goods.units;
  r.move_stock(point, goods.units, goods.units, at);
  if (r.serve_is_named_) {
    r.want(EventKind::serve, at, r.b_.points[point].dispatch_rank, point);
  } else {
    r.allocate(point, at);
  }
}

}  // namespace restock::engine

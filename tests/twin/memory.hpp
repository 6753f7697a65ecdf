// What the twin's world remembers: its things, its calendar, and the books as far as they are written. Private to the
// twin.
#pragma once

#include "script/script.hpp"
#include "twin/things.hpp"

#include <map>
#include <set>

namespace restock::twin {

class Memory {
 protected:
  Memory(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication);

  bool in_window() const { return opened_ && now_.tick >= 0 && now_.tick < b_.length; }
  bool cohort_now() const { return in_window(); }
  ErrorFacts& errors(std::uint32_t point) {
    return in_window() && !record_.errors.empty() ? record_.errors[point] : no_error_facts_;
  }
  LossFacts& losses(std::uint32_t point) {
    return in_window() && !record_.losses.empty() ? record_.losses[point] : no_loss_facts_;
  }
  StockFacts& facts(std::uint32_t point) { return in_window() ? record_.points[point] : no_stock_facts_; }
  OrderFacts& facts(std::uint32_t stream, bool cohort) { return cohort ? record_.streams[stream] : no_order_facts_; }
  ExtraFacts& extra(std::uint32_t point) { return in_window() ? record_.extra[point] : no_extra_facts_; }
  PromiseFacts& promises(std::uint32_t stream, bool cohort) {
    return cohort && !record_.promises.empty() ? record_.promises[stream] : no_promise_facts_;
  }
  CustomerFacts& customer_facts(std::uint32_t stream, bool cohort) {
    return cohort && !record_.customer_facts.empty() ? record_.customer_facts[stream] : no_customer_facts_;
  }

  const Draft& b_;
  std::uint64_t seed_;
  std::uint64_t replication_;
  Calendar calendar_;
  Key now_;
  std::vector<DayStep> day_;  ///< the order of the day, `count` last unless it is named
  bool serve_named_ = false;

  std::vector<Point> points_;
  std::vector<Stream> streams_;
  std::vector<Link> links_;
  std::vector<Resource> resources_;
  std::vector<Port> ports_;
  std::vector<Route> routes_;
  std::map<std::pair<std::uint32_t, std::uint64_t>, OpenOrder> open_orders_;  ///< of several lines: stream, number
  std::vector<Time> packed_until_;                                    ///< by packing: when the last units are packed
  std::map<std::pair<std::uint32_t, std::uint64_t>, Vessel> at_sea_;  ///< by port and number
  std::vector<Cause> causes_;
  std::vector<Planner> planners_;                      ///< by forecast
  std::map<std::uint32_t, std::uint32_t> planner_at_;  ///< by point
  std::map<std::uint32_t, Levels> levels_;             ///< by point
  std::vector<double> known_;                          ///< of the planner who is asked
  std::vector<Spell> spells_;                          ///< all that have begun; number: the cause

  std::set<std::uint32_t> queued_at_;  ///< points with `unserved` in this instant
  bool opened_ = false;
  bool closed_ = false;
  Quantity cohort_open_ = 0;
  Time cohort_closed_at_ = -never;
  Time end_ = 0;
  std::vector<Script> scripts_;
  Record record_;
  History history_;
  std::vector<OrderRow> rows_;
  std::vector<PromiseRow> told_rows_;
  std::vector<std::pair<std::uint64_t, ReplenishmentRow>> supply_rows_;  ///< with the number of the order on its point
  StockFacts no_stock_facts_;
  ErrorFacts no_error_facts_;
  PromiseFacts no_promise_facts_;
  CustomerFacts no_customer_facts_;
  ExtraFacts no_extra_facts_;
  bool picks_lots_ = true;  ///< what leaves is taken from lots by the rule of issue
  LossFacts no_loss_facts_;
  PortFacts no_port_facts_;
  OrderFacts no_order_facts_;
};

constexpr std::uint32_t made_here = 0xffffffffU;
/// In the turn of a point's review data are written down, then brought to the planner, then he acts.
constexpr std::uint64_t writes_down = 0;
constexpr std::uint64_t is_told = 1;
constexpr std::uint64_t acts = 2;
/// Stands for the number of a count that is in no plan.
constexpr std::uint64_t called_for = ~std::uint64_t{0};
constexpr std::uint64_t of_link(std::uint32_t link, std::uint64_t number) {
  return (static_cast<std::uint64_t>(link) << 32U) | number;
}

}  // namespace restock::twin

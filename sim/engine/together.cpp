// Orders that ship complete: nothing of them is handed over, promised or given up without the rest.
#include "engine/together.hpp"

#include "engine/baskets.hpp"
#include "engine/offer.hpp"
#include "engine/payment.hpp"
#include "engine/promises.hpp"
#include "engine/shelf.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

/// Of all lines of an order that ships together.
class TogetherOrder {
 public:
  TogetherOrder(Replication& r, const std::vector<OrderLine>& lines, std::uint32_t basket, std::uint64_t number,
                Time at)
      : r_(r), lines_(lines) {
    for (const OrderLine& line : lines) {
      r.facts_at_arrival(line.stream).demand += line.units;
      Customer customer{line.point, line.stream, number, at, r.open_row(line.stream, number, line.units, at)};
      customer.basket = basket;
      customers_.push_back(customer);
    }
    ++r.facts_at_arrival(lines.front().stream).orders;
  }

  void serve() {
    if (!is_listed()) return lose(Fact::lost_discontinued);
    if (is_there()) return hand_over();
    offer();
  }

 private:
  const StreamRules& rules() const { return r_.b_.rules(r_.b_.streams[lines_.front().stream]); }
  Time at() const { return customers_.front().at; }
  const PointRules& point_of(std::size_t line) const { return r_.b_.rules(r_.b_.points[lines_[line].point]); }
  bool is_listed() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (at() >= point_of(i).discontinued || at() < point_of(i).listing.listed) return false;
    return true;
  }
  /// By the record, and in fact: an order that is picked as a whole shows what is missing before anything is sold.
  bool is_there(std::size_t line) const {
    const std::uint32_t point = lines_[line].point;
    return !r_.s_.points[point].held && lines_[line].units <= r_.sellable_to(customers_[line]) &&
           lines_[line].units <= r_.findable(point);
  }
  bool is_there() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!is_there(i)) return false;
    return true;
  }
  void hand_over() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::uint32_t stream = lines_[i].stream;
      if (r_.publishes(stream)) r_.s_.side.listings[r_.channel_of(stream)].sold += lines_[i].units;
      r_.ship_at_once(customers_[i], lines_[i].units);
      order_is_filled(r_, customers_[i]);
      r_.close_row(customers_[i].row, Outcome::filled, at());
    }
  }
  void lose(Fact fact, bool unpaid = false) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (unpaid)
        decline(r_, customers_[i], lines_[i].units, fact);
      else
        r_.lose(customers_[i], lines_[i].units, fact);
      line_ended(r_, customers_[i].basket, false, false);
      r_.close_row(customers_[i].row, outcome_of(fact), at());
    }
  }
  bool may_wait() const {
    if (!rules().backorders) return false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Quantity waiting = r_.s_.points[lines_[i].point].customer_backlog;
      if (!is_there(i) &&
          (waiting + lines_[i].units > rules().backlog_cap || lines_[i].units > rules().promises.offer_units))
        return false;
    }
    return true;
  }
  bool is_retired() const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!is_there(i) && at() >= point_of(i).listing.retired) return true;
    return false;
  }
  void offer() {
    if (is_retired()) return lose(Fact::lost_discontinued);
    if (!may_wait()) return lose(Fact::lost_out_of_stock);
    const Quoting& quoting = rules().promises.quoting;
    Time eta = at();
    Time late = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      eta = std::max(eta, r_.eta_for(customers_[i], lines_[i].units));
      late = std::max(late, lateness(r_, lines_[i].point, quoting));
    }
    const Time promise = quoted_date(quoting, at(), eta, late);
    switch (reply_to(r_, customers_.front(), eta, promise)) {
      case Reply::nothing_offered:
        return lose(Fact::lost_out_of_stock);
      case Reply::declines:
        return lose(Fact::lost_declined);
      case Reply::accepts:
        if (fails_at_order(r_, customers_.front())) return lose(Fact::lost_out_of_stock, true);
        return wait_for(promise);
    }
  }
  void wait_for(Time promise) {
    std::vector<bool> there;
    for (std::size_t i = 0; i < lines_.size(); ++i) there.push_back(is_there(i));
    std::uint32_t last = none;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::uint32_t point = lines_[i].point;
      const std::uint32_t slot = r_.begin_to_wait(customers_[i], lines_[i].units, promise, true, Fact::queued);
      Entry& entry = r_.s_.entries[slot];
      entry.together = true;
      entry.was_there = there[i];
      entry.complete_only = true;
      if (last == none)
        r_.s_.side.baskets.open[entry.basket].first = slot;
      else
        r_.s_.entries[last].kit_next = slot;
      last = slot;
      r_.change_backlog(point, lines_[i].units, true, at());
      r_.append(slot);
      if (!there[i]) r_.note_shortage(r_.s_.points[point], lines_[i].units, at());
    }
    r_.begin_patience(customers_.front(), r_.s_.side.baskets.open[customers_.front().basket].first);
  }

  Replication& r_;
  const std::vector<OrderLine>& lines_;
  std::vector<Customer> customers_;
};

}  // namespace

void serve_together(Replication& r, const std::vector<OrderLine>& lines, std::uint32_t basket, std::uint64_t number,
                    Time at) {
  TogetherOrder(r, lines, basket, number, at).serve();
}

std::uint32_t first_line_of(const Replication& r, const Entry& entry) {
  return r.s_.side.baskets.open[entry.basket].first;
}

std::vector<std::uint32_t> lines_of(const Replication& r, const Entry& entry) {
  std::vector<std::uint32_t> lines;
  for (std::uint32_t slot = first_line_of(r, entry); slot != none; slot = r.s_.entries[slot].kit_next)
    lines.push_back(slot);
  return lines;
}

bool others_can_ship(const Replication& r, std::uint32_t slot) {
  for (std::uint32_t other = first_line_of(r, r.s_.entries[slot]); other != none;
       other = r.s_.entries[other].kit_next) {
    const Entry& line = r.s_.entries[other];
    if (other != slot && (r.s_.points[line.point].held || r.available_to(other) < line.remaining)) return false;
  }
  return true;
}

/// The first line goes last: what he was told is kept with it.
void ship_together(Replication& r, std::uint32_t slot, Time at) {
  const std::uint32_t here = r.s_.entries[slot].point;
  std::vector<std::uint32_t> lines = lines_of(r, r.s_.entries[slot]);
  std::rotate(lines.begin(), lines.begin() + 1, lines.end());
  for (const std::uint32_t line : lines) {
    const std::uint32_t point = r.s_.entries[line].point;
    r.ship_to_customer(line, r.s_.entries[line].remaining, at);
    if (point != here) r.supply_is_free(point);
  }
}

}  // namespace restock::engine

// Every field is listed once, by name, and compared through it.
#include "laws/compare.hpp"

#include <algorithm>
#include <sstream>
#include <tuple>

namespace restock {

namespace {

std::string text(Wide value) {
  if (value < 0) return "-" + text(-value);
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value > 0);
  return digits;
}

#define FIELD(name) f(#name, static_cast<Wide>(x.name))
void fields(const OrderRow& x, auto&& f) {
  FIELD(stream), FIELD(number), FIELD(ordered), FIELD(first_promise), FIELD(ended), FIELD(units), FIELD(filled);
  FIELD(backordered), FIELD(oversold), FIELD(shipped), FIELD(sold_later), FIELD(lost), FIELD(cancelled), FIELD(outcome),
      FIELD(causes);
}
void fields(const PromiseRow& x, auto&& f) { FIELD(stream), FIELD(number), FIELD(told), FIELD(date), FIELD(first); }
void fields(const ReplenishmentRow& x, auto&& f) {
  FIELD(point), FIELD(link), FIELD(placed), FIELD(completed), FIELD(units), FIELD(received), FIELD(cancelled);
  FIELD(lost), FIELD(causes);
}
void fields(const OrderFacts& x, auto&& f) {
  FIELD(orders), FIELD(orders_filled), FIELD(orders_on_time), FIELD(demand), FIELD(filled),
      FIELD(shipped_from_backorder), FIELD(sold_later), FIELD(backordered), FIELD(oversold);
  FIELD(lost_out_of_stock), FIELD(lost_declined), FIELD(lost_discontinued), FIELD(cancelled_by_customer);
  FIELD(cancelled_by_seller), FIELD(oversold_cancelled), FIELD(promised), FIELD(promise_kept);
  FIELD(cancelled_before_due), FIELD(slip_units), FIELD(wait), FIELD(queue_time), FIELD(slip);
}
void fields(const StockFacts& x, auto&& f) {
  FIELD(integrals.on_hand), FIELD(integrals.on_record), FIELD(integrals.on_order), FIELD(integrals.backlog);
  FIELD(integrals.customer_backlog), FIELD(integrals.record_error), FIELD(integrals.ready), FIELD(integrals.phantom);
  FIELD(opening_on_hand), FIELD(closing_on_hand), FIELD(received), FIELD(received_external);
  FIELD(shipped_to_customers), FIELD(shipped_downstream), FIELD(backordered), FIELD(cancelled), FIELD(lost);
  FIELD(shrunk), FIELD(on_order_growth), FIELD(counts), FIELD(record_adjusted), FIELD(replenishment_orders),
      FIELD(replenishment_units), FIELD(supply_cancelled);
  FIELD(internal_demand), FIELD(internal_filled), FIELD(cycles), FIELD(cycles_without_shortage), FIELD(lead_time),
      FIELD(lead_time_units);
  FIELD(ordered.buckets), FIELD(ordered.sum), FIELD(ordered.sum_of_squares);
  FIELD(demanded.buckets), FIELD(demanded.sum), FIELD(demanded.sum_of_squares);
}
void fields(const ErrorFacts& x, auto&& f) {
  FIELD(misplaced), FIELD(lost_while_misplaced), FIELD(misreceived), FIELD(misscanned), FIELD(kept), FIELD(strayed);
}
void fields(const LossFacts& x, auto&& f) { FIELD(scrapped), FIELD(yield_lost), FIELD(short_shipped); }
void fields(const ExtraFacts& x, auto&& f) {
  FIELD(held_back), FIELD(calls), FIELD(called), FIELD(brought), FIELD(left_calls), FIELD(given),
      FIELD(bought_elsewhere), FIELD(sold_to_others), FIELD(expedited), FIELD(expired), FIELD(written_off),
      FIELD(returned), FIELD(to_stock), FIELD(refund_off), FIELD(refunded), FIELD(excess), FIELD(perishable),
      FIELD(packed), FIELD(packing);
  FIELD(markdown.points), FIELD(markdown.units), FIELD(markdown.forgone), FIELD(markdown.reduced),
      FIELD(markdown.changes);
}
void fields(const PromiseFacts& x, auto&& f) {
  FIELD(updates), FIELD(slips), FIELD(cancelled_slip), FIELD(cancelled_silence), FIELD(saved), FIELD(told);
  FIELD(told_kept);
}
void fields(const CustomerFacts& x, auto&& f) {
  FIELD(turned_away), FIELD(waits_notice), FIELD(visits), FIELD(away), FIELD(stayed_away), FIELD(reassessed);
  FIELD(kept_on), FIELD(payment_failed), FIELD(payment_declined), FIELD(overtook);
}
void fields(const LinkFacts& x, auto&& f) { FIELD(in_transit), FIELD(shipments), FIELD(units), FIELD(rolled); }
void fields(const PortFacts& x, auto&& f) {
  FIELD(calls), FIELD(background_calls), FIELD(diverted), FIELD(berthed), FIELD(waits), FIELD(waited), FIELD(wait);
  FIELD(waits_of_ours), FIELD(wait_of_ours), FIELD(units), FIELD(opening_queue), FIELD(closing_queue), FIELD(queue);
  FIELD(busy), FIELD(yard), FIELD(empty), FIELD(full);
}
void fields(const ShelfFacts& x, auto&& f) {
  FIELD(shelves), FIELD(shelf), FIELD(ready), FIELD(moves), FIELD(moved), FIELD(lost_with_stock);
}
void fields(const InformationFacts& x, auto&& f) { FIELD(reviews), FIELD(age); }
void fields(const ForecastFacts& x, auto&& f) {
  FIELD(buckets), FIELD(seen), FIELD(demanded), FIELD(forecast), FIELD(absolute), FIELD(squared), FIELD(naive);
}
void fields(const LevelFacts& x, auto&& f) { FIELD(points), FIELD(s), FIELD(S), FIELD(Q), FIELD(changes); }
void fields(const CauseFacts& x, auto&& f) { FIELD(active), FIELD(spells); }
void fields(const Sample& x, auto&& f) {
  FIELD(on_hand), FIELD(on_record), FIELD(on_order), FIELD(backlog), FIELD(forecast), FIELD(reorder_point),
      FIELD(order_up_to), FIELD(order_quantity);
}
void fields(Quantity x, auto&& f) { f("value", static_cast<Wide>(x)); }
void fields(const SpanSketch& x, auto&& f) {
  for (const Quantity count : x.counts()) f("bin", count);
}
void fields(const Record& x, auto&& f) {
  FIELD(ordered.buckets), FIELD(ordered.sum), FIELD(ordered.sum_of_squares);
  FIELD(demanded.buckets), FIELD(demanded.sum), FIELD(demanded.sum_of_squares);
  FIELD(ended), FIELD(customers), FIELD(fingerprint);
}
#undef FIELD

using Listed = std::vector<std::pair<const char*, Wide>>;
Listed listed(const auto& value) {
  Listed all;
  fields(value, [&](const char* name, Wide number) { all.emplace_back(name, number); });
  return all;
}

struct Comparison {
  const char* a;
  const char* b;
  std::ostringstream out;

  /// Whether the two are the same; says how they are not.
  bool same(const char* what, std::size_t index, const auto& x, const auto& y, bool whole) {
    const Listed left = listed(x);
    const Listed right = listed(y);
    if (left == right) return true;
    out << what << ' ' << index << ":\n";
    int told = 0;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string l = i < left.size() ? text(left[i].second) : "none";
      const std::string r = i < right.size() ? text(right[i].second) : "none";
      const char* name = i < left.size() ? left[i].first : right[i].first;
      if (l != r && ++told <= 12)
        out << "  " << name << ": " << a << ' ' << l << ", " << b << ' ' << r << '\n';
      else if (whole)
        out << "  " << name << ": " << l << '\n';
    }
    return false;
  }

  bool same_lists(const char* what, const auto& x, const auto& y, bool whole) {
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
      if (!same(what, i, x[i], y[i], whole)) return false;
    if (x.size() == y.size()) return true;
    out << what << "s: " << a << " has " << x.size() << ", " << b << " has " << y.size() << '\n';
    const auto& longer = x.size() > y.size() ? x : y;
    for (const auto& [name, number] : listed(longer[std::min(x.size(), y.size())]))
      out << "  " << name << ": " << text(number) << '\n';
    return false;
  }

  void records(const Record& x, const Record& y) {
    bool all = same_lists("stream", x.streams, y.streams, false);
    all = same_lists("point", x.points, y.points, false) && all;
    all = same_lists("errors at point", x.errors, y.errors, false) && all;
    all = same_lists("losses at point", x.losses, y.losses, false) && all;
    all = same_lists("link", x.links, y.links, false) && all;
    all = same_lists("port", x.ports, y.ports, false) && all;
    all = same_lists("port sample", x.port_series, y.port_series, false) && all;
    all = same_lists("cause sample", x.cause_series, y.cause_series, false) && all;
    all = same_lists("waits at port", x.port_waits, y.port_waits, false) && all;
    all = same_lists("extra", x.extra, y.extra, false) && all;
    all = same_lists("promises", x.promises, y.promises, false) && all;
    all = same_lists("customers of stream", x.customer_facts, y.customer_facts, false) && all;
    all = same_lists("shelf", x.shelves, y.shelves, false) && all;
    all = same_lists("information", x.information, y.information, false) && all;
    all = same_lists("forecast", x.forecasts, y.forecasts, false) && all;
    all = same_lists("levels", x.levels, y.levels, false) && all;
    all = same_lists("cause", x.causes, y.causes, false) && all;
    all = same_lists("wait sketch", x.waits, y.waits, false) && all;
    all = same_lists("wait sketch of segment", x.segment_waits, y.segment_waits, false) && all;
    all = same_lists("lateness sketch", x.late, y.late, false) && all;
    all = same_lists("earliness sketch", x.early, y.early, false) && all;
    all = same_lists("sketch of those who left", x.left, y.left, false) && all;
    all = same_lists("sketch of those who left for a reason", x.left_for, y.left_for, false) && all;
    all = same_lists("sample", x.series, y.series, false) && all;
    same("record", 0, x, y, false);
  }
};

}  // namespace

void sort_rows(std::vector<ReplenishmentRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const ReplenishmentRow& a, const ReplenishmentRow& b) {
    const auto key = [](const ReplenishmentRow& r) {
      return std::tie(r.placed, r.point, r.link, r.units, r.completed, r.received, r.cancelled, r.lost, r.causes);
    };
    return key(a) < key(b);
  });
}

std::vector<OrderRow> KeptRows::sorted_orders() const {
  std::vector<OrderRow> rows = orders_;
  std::sort(rows.begin(), rows.end(), [](const OrderRow& a, const OrderRow& b) {
    return std::tie(a.ended, a.stream, a.number) < std::tie(b.ended, b.stream, b.number);
  });
  return rows;
}

std::vector<ReplenishmentRow> KeptRows::sorted_replenishments() const {
  std::vector<ReplenishmentRow> rows = replenishments_;
  sort_rows(rows);
  return rows;
}

std::string first_difference(const char* a, const Record& x, const char* b, const Record& y) {
  Comparison c{a, b, {}};
  c.records(x, y);
  return c.out.str();
}

std::string first_difference(const char* a, const TwinResult& x, const char* b, const TwinResult& y) {
  Comparison c{a, b, {}};
  // By customer first, so that what differs is the life of one order and not its place in the ledger.
  const auto by_number = [](std::vector<OrderRow> rows) {
    std::sort(rows.begin(), rows.end(), [](const OrderRow& l, const OrderRow& r) {
      return std::tie(l.ordered, l.stream, l.number) < std::tie(r.ordered, r.stream, r.number);
    });
    return rows;
  };
  std::vector<ReplenishmentRow> supply_x = x.replenishments;
  std::vector<ReplenishmentRow> supply_y = y.replenishments;
  sort_rows(supply_x);
  sort_rows(supply_y);
  if (c.same_lists("order", by_number(x.orders), by_number(y.orders), true))
    c.same_lists("row of the order ledger", x.orders, y.orders, true);
  c.same_lists("promise", x.promises, y.promises, true);
  c.same_lists("replenishment", supply_x, supply_y, true);
  c.records(x.record, y.record);
  return c.out.str();
}

}  // namespace restock

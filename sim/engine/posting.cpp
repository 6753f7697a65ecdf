// What the record is told of what comes in and of what customers take, and when: misread at the till, miscounted at the
// door, posted later.
#include "engine/expiry.hpp"
#include "engine/replication.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace restock {

void Replication::plan_sales_posting(std::uint32_t point, Time from) {
  const PostingRule& rule = b_.rules(b_.points[point]).records.posting;
  const Time at = calendar_instant(from, rule.sales_every, rule.first);
  if (at < end_) schedule(EventKind::posting, at, b_.points[point].dispatch_rank, 0, point);
}

/// What the till reads of units that a customer takes home at his sale.
Quantity Replication::scanned(const Customer& customer, Quantity units) {
  if (!s_.points[customer.point].watches_record) return units;
  const auto& scanning = b_.rules(b_.points[customer.point]).records.scanning;
  if (!scanning) return units;
  Draws draws(luck_.at(b_.streams[customer.stream].who, Purpose::scanning, customer.number));
  const Quantity read = scanning->read(units, draws);
  s_.error_facts[customer.point].misscanned += std::abs(read - units);
  return read;
}

/// Units leave for a customer; the record is told now, or with the next posting.
void Replication::hand_over(std::uint32_t point, Quantity units, Quantity posted, Time at) {
  if (s_.points[point].posts_late && b_.rules(b_.points[point]).records.posting.sales_every > 0) {
    s_.side.unposted[point].sales += posted;
    posted = 0;
  }
  move_stock(point, -units, -posted, at);
}

/// A shipment is there; the record is told of it now, or when it is due.
void Replication::come_in(std::uint32_t slot) {
  const std::uint32_t point = s_.shipments[slot].point;
  const Quantity units = s_.shipments[slot].units;
  const RecordRules& rules = b_.rules(b_.points[point]).records;
  Quantity posted = units;
  if (rules.receiving) {
    const std::uint32_t index = s_.side.receipts[point].next(now_.tick);
    Draws draws(address_of(point, Purpose::receiving, day_number(now_.tick, index)));
    posted = rules.receiving->posted(units, draws);
    s_.error_facts[point].misreceived += std::abs(posted - units);
  }
  engine::new_lot(*this, point, units);
  const bool at_once = !s_.points[point].watches_record;  // nobody asks what was there before what is recorded
  if (!at_once) move_stock(point, units, 0, now_.tick);
  if (!rules.posting.receipts_late()) {
    post_receipt(slot, at_once ? units : 0, posted, now_.tick);
    if (posted < units) want_review_if_below(point);
    return;
  }
  const Time due = rules.posting.receipt_due(now_.tick);
  s_.side.unposted[point].receipts.push_back({due, slot, posted});
  if (due < end_) schedule(EventKind::posting, due, b_.points[point].dispatch_rank, 1, point);
}

/// What was ordered is on order no more, and what was counted is on record; `here`: units that come in just now.
void Replication::post_receipt(std::uint32_t slot, Quantity here, Quantity posted, Time at) {
  const Shipment shipment = s_.shipments[slot];
  s_.shipments.release(slot);
  inbound_take(shipment.point, shipment.announced, Supply::shipment, slot, shipment.units);
  change_on_order(shipment.point, -shipment.units);
  move_stock(shipment.point, here, posted, at);
}

/// Those that are due by `due`, as they came in; whether there were any.
bool Replication::post_receipts(std::uint32_t point, Time due, Time at) {
  std::vector<Unposted::Receipt>& receipts = s_.side.unposted[point].receipts;
  const auto is_due = [due](const Unposted::Receipt& receipt) { return receipt.due <= due; };
  const auto any = std::ranges::count_if(receipts, is_due) > 0;
  for (const Unposted::Receipt& receipt : receipts) {
    if (!is_due(receipt)) continue;
    post_receipt(receipt.shipment, 0, receipt.posted, at);
    history_.note(b_.points[point].who, Fact::posted, at, 0, receipt.posted);
  }
  std::erase_if(receipts, is_due);
  return any;
}

bool Replication::post_sales(std::uint32_t point, Time at) {
  const Quantity units = std::exchange(s_.side.unposted[point].sales, 0);
  if (units == 0) return false;
  move_stock(point, 0, -units, at);
  history_.note(b_.points[point].who, Fact::posted, at, 0, -units);
  return true;
}

/// Before the record is corrected: nothing that has happened is posted a second time.
void Replication::post_everything(std::uint32_t point, Time at) {
  if (!s_.points[point].posts_late) return;
  post_sales(point, at);
  post_receipts(point, never, at);
}

void Replication::on_posting(std::uint32_t point, bool of_sales) {
  touch(point);
  if (of_sales) plan_sales_posting(point, now_.tick + 1);
  const Quantity before = s_.points[point].on_record;
  const bool any = of_sales ? post_sales(point, now_.tick) : post_receipts(point, now_.tick, now_.tick);
  if (any) {
    if (of_sales) record_fell(point, before, now_.tick);
    record_acted_upon(point);
  } else {
    arm(point);
  }
}

}  // namespace restock

// The twin's orders of several lines of which nothing ships before all can.
#include "twin/world.hpp"

#include <algorithm>
#include <vector>

namespace restock::twin {

void World::serve_together(std::vector<Guest>& lines) {
  const auto lose_all = [&](const Loss& loss) {
    for (Guest& line : lines) {
      lose(line, line.units, loss, true);
      end_order(line.row, line.cohort, loss.outcome);
    }
  };
  bool gone = false;
  bool all_there = true;
  for (const Guest& line : lines) {
    const std::uint32_t at = b_.streams[line.row.stream].point.value;
    count_order(line);
    gone = gone || now_.tick >= b_.points[at].discontinued || !listed(at);
    all_there = all_there && is_there(line);
  }
  Time date = never;
  if (gone) {
    lose_all(product_gone);
  } else if (all_there) {
    for (Guest& line : lines) {
      sold_by_channel(line.row.stream, line.units);
      pick(line, line.units);
      end_order(line.row, line.cohort, Outcome::filled);
    }
  } else if (const auto loss = refuse_together(lines, date)) {
    lose_all(*loss);
  } else if (cannot_pay(lines.front().row)) {
    for (const Guest& line : lines) customer_facts(line.row.stream, line.cohort).payment_declined += line.units;
    lose_all(out_of_stock);
  } else {
    wait_together(lines, date);
  }
  for (const Guest& line : lines) review_if_low(b_.streams[line.row.stream].point.value);
}

bool World::is_there(const Guest& line) const {
  const std::uint32_t k = line.row.stream;
  const std::uint32_t at = b_.streams[k].point.value;
  return !held(at) && line.units <= sellable_to(k) && line.units <= points_[at].findable();
}

/// How all of it would be lost; nothing: he waits for it until `date`.
std::optional<Loss> World::refuse_together(const std::vector<Guest>& lines, Time& date) {
  const OrderRow& first = lines.front().row;
  const DraftStream& plan = b_.streams[first.stream];
  const PromiseRules& offered = plan.promises;
  bool offers = plan.backorders;
  Time supplied = -never;
  Time lateness = 0;
  for (const Guest& line : lines) {
    const std::uint32_t k = line.row.stream;
    const std::uint32_t at = b_.streams[k].point.value;
    supplied = std::max(supplied, quote(k, line.units));
    lateness = std::max(lateness, lateness_for(k));
    if (is_there(line)) continue;
    if (retired(at)) return product_gone;
    if (points_[at].customer_backlog + line.units > plan.backlog_cap || line.units > offered.offer_units)
      offers = false;
  }
  if (!offers) return out_of_stock;
  const bool text =
      std::holds_alternative<FixedQuote>(offered.quoting) || std::holds_alternative<NoQuote>(offered.quoting);
  if (supplied >= never && !plan.offer_without_date && !text) return out_of_stock;
  date = quoted_date(offered.quoting, now_.tick, supplied, lateness);
  if (offered.offer_within < never && (date >= never || date - now_.tick > offered.offer_within)) return out_of_stock;
  if (accepts(first.stream, first.number, date, points_[plan.point.index()].customer_backlog)) return std::nullopt;
  return declined;
}

void World::wait_together(std::vector<Guest>& lines, Time date) {
  OpenOrder& whole = open_orders_[{lines.front().row.stream, lines.front().row.number}];
  std::vector<bool> there;
  for (const Guest& line : lines) there.push_back(is_there(line));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const DraftStream& plan = b_.streams[lines[i].row.stream];
    lines[i].further_line = i > 0;
    Entry entry = waiter(lines[i], lines[i].units, date, Fact::queued);
    entry.together = entry.complete_only = true;
    entry.was_there = there[i];
    whole.waiting.push_back(lines[i].row.stream);
    join(plan.point.value, plan.queue, entry);
  }
}

/// The lines of an order that are still there, the first one first: it leaves last.
std::vector<std::list<Entry>::iterator> World::whole_order(const Entry& line) {
  std::vector<std::list<Entry>::iterator> all;
  for (const std::uint32_t k : open_orders_.at({order_of(line.row.stream), line.row.number}).waiting)
    if (const auto entry = find_entry(k, line.row.number)) all.push_back(*entry);
  return all;
}

/// Units that those before an entry leave to it.
Quantity World::available_to(std::uint32_t at, const Entry& entry) const {
  Quantity left = allocatable(points_[at]);
  for (const std::list<Entry>& queue : points_[at].queues) {
    for (const Entry& other : queue) {
      if (&other == &entry) return std::max<Quantity>(0, left - kept_from(at, entry));
      if (!shares(at, other)) left -= open_to(at, other, left);
    }
    for (const Quantity part : parts(at, queue, left)) left -= part;
  }
  return 0;
}

bool World::others_available(const Entry& line) {
  for (const auto& other : whole_order(line)) {
    const std::uint32_t at = b_.streams[other->row.stream].point.value;
    if (&*other != &line && (held(at) || available_to(at, *other) < other->remaining)) return false;
  }
  return true;
}

/// The further lines first.
void World::ship_whole(std::uint32_t here, const Entry& line) {
  auto all = whole_order(line);
  std::rotate(all.begin(), all.begin() + 1, all.end());
  for (const auto& entry : all) {
    const std::uint32_t at = b_.streams[entry->row.stream].point.value;
    ship_to_customer(at, *entry, entry->remaining);
    if (at == here) continue;  // its queue is being walked
    drop_empty_entries(at);
    stock_moved(at);
  }
}

/// All lines leave for the reason that one has, and then others may have what they waited for.
void World::leave_together(const Entry& line) {
  const Entry::Why why = line.why;
  std::vector<std::pair<std::uint32_t, Quantity>> left;
  for (const auto& entry : whole_order(line)) {
    const std::uint32_t k = entry->row.stream;
    entry->why = why;
    left.emplace_back(b_.streams[k].point.value, entry->remaining);
    take_out(k, entry);
  }
  for (const auto& [at, units] : left) has_left(at, units);
}

/// When somebody in the queue can be served, for his place in it.
Time World::date_in_queue(const Entry& entry) {
  const DraftStream& plan = b_.streams[entry.row.stream];
  Quantity need = 0;
  for (std::size_t q = 0; q <= Point::place_of(plan.queue); ++q)
    for (const Entry& other : points_[plan.point.index()].queues[q]) {
      need += other.remaining;
      if (&other == &entry) return date_of(entry.row.stream, need, 0);
    }
  return never;
}

/// The latest date of all lines that ship with it.
Time World::date_of_whole(const Entry& entry) {
  if (!entry.together) return date_in_queue(entry);
  Time date = -never;
  for (const auto& line : whole_order(entry)) date = std::max(date, date_in_queue(*line));
  return date;
}

/// News is told of the first line, for all of them.
const Entry& World::who_hears(const Entry& entry) { return entry.together ? *whole_order(entry).front() : entry; }

Time World::lateness_of(const Entry& entry) {
  if (!entry.together) return lateness_for(entry.row.stream);
  Time most = 0;
  for (const auto& line : whole_order(entry)) most = std::max(most, lateness_for(line->row.stream));
  return most;
}

}  // namespace restock::twin

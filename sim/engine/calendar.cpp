// What the calendar does with events that are not near.
#include "engine/calendar.hpp"

#include <algorithm>

namespace restock {

void Calendar::clear() {
  sorted_ = 0;
  heap_.clear();
  near_until_ = far_from_ = never;
  most_near_ = many;
  apart_ = far_count_ = 0;
  while (!rungs_.empty()) drop_rung();
  nodes_.clear();
  idle_nodes_ = far_ = end;
  far_least_ = never;
  far_most_ = -never;
}

/// More than a few.
void Calendar::heap_up() {
  while (sorted_ > 0) heap_.push(few_[--sorted_]);
}

std::uint32_t Calendar::link(const Event& event, std::uint32_t next) {
  if (idle_nodes_ == end) {
    nodes_.push_back({event, next});
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  const std::uint32_t slot = std::exchange(idle_nodes_, nodes_[idle_nodes_].next);
  nodes_[slot] = {event, next};
  return slot;
}

/// Takes the first of a list off it.
Event Calendar::unlink(std::uint32_t& list) {
  Node& node = nodes_[list];
  const std::uint32_t slot = std::exchange(list, node.next);
  node.next = std::exchange(idle_nodes_, slot);
  return node.event;
}

void Calendar::to_far(const Event& event) {
  far_least_ = std::min(far_least_, event.tick);
  far_most_ = std::max(far_most_, event.tick);
  far_ = link(event, far_);
  ++far_count_;
}

void Calendar::put_apart(const Event& event) {
  ++apart_;
  if (event.tick >= far_from_) return to_far(event);
  for (Rung& rung : rungs_) {
    if (event.tick < rung.at()) continue;
    std::uint32_t& bucket = rung.buckets[static_cast<std::size_t>((event.tick - rung.start) / rung.width)];
    bucket = link(event, bucket);
    ++rung.count;
    return;
  }
}

/// A new rung over [start, until), with `count` events of a list in about as many buckets.
void Calendar::spread(std::uint32_t list, std::size_t count, Time start, Time until) {
  Rung& rung = rungs_.emplace_back();
  if (!idle_buckets_.empty()) {
    rung.buckets.swap(idle_buckets_.back());
    idle_buckets_.pop_back();
  }
  rung.start = start;
  rung.width = (until - start) / static_cast<Time>(count) + 1;
  rung.count = count;
  rung.buckets.assign(static_cast<std::size_t>((until - start - 1) / rung.width) + 1, end);
  while (list != end) {
    Node& node = nodes_[list];
    std::uint32_t& bucket = rung.buckets[static_cast<std::size_t>((node.event.tick - start) / rung.width)];
    const std::uint32_t next = std::exchange(node.next, bucket);
    bucket = std::exchange(list, next);
  }
}

void Calendar::drop_rung() {
  idle_buckets_.push_back(std::move(rungs_.back().buckets));
  rungs_.pop_back();
}

/// Nothing is near any more, and something is apart.
void Calendar::bring_near() {
  while (empty()) {
    while (!rungs_.empty() && rungs_.back().count == 0) drop_rung();
    if (!rungs_.empty()) {
      take_bucket();
      continue;
    }
    if (far_count_ <= few) {
      come_near(std::exchange(far_, end), far_count_);
      apart_ = 0;
      near_until_ = far_from_ = never;
      most_near_ = many;
    } else {
      far_from_ = far_most_ + 1;
      near_until_ = far_least_;
      spread(std::exchange(far_, end), far_count_, far_least_, far_from_);
    }
    far_count_ = 0;
    far_least_ = never;
    far_most_ = -never;
  }
}

/// The next bucket that is not empty: it becomes near, or a rung of its own.
void Calendar::take_bucket() {
  Rung& rung = rungs_.back();
  while (rung.buckets[rung.current] == end) ++rung.current;
  const Time start = rung.at();
  std::uint32_t list = std::exchange(rung.buckets[rung.current], end);
  ++rung.current;
  // The last bucket may reach beyond its rung, to where those before it go on.
  const Time outer = rungs_.size() > 1 ? rungs_[rungs_.size() - 2].at() : far_from_;
  const Time until = std::min(rung.at(), outer);
  std::size_t count = 0;
  for (std::uint32_t slot = list; slot != end; slot = nodes_[slot].next) ++count;
  rung.count -= count;
  if (count > few && until - start > 1 && rungs_.size() < most_rungs) {
    near_until_ = start;
    return spread(list, count, start, until);
  }
  near_until_ = until;
  most_near_ = std::max(many, 2 * count);
  apart_ -= count;
  come_near(list, count);
}

/// The next events; none is near.
void Calendar::come_near(std::uint32_t list, std::size_t count) {
  if (count <= few_.size()) {
    while (list != end) sort_in(unlink(list));
  } else {
    while (list != end) heap_.push(unlink(list));
  }
}

/// Too many are near: the later ones of them become a rung, or far where there is none.
void Calendar::thin_out() {
  most_near_ = 2 * heap_.size();  // where nothing can be done
  if (rungs_.size() >= most_rungs) return;
  std::vector<Event> events = heap_.take_all();
  const auto middle = events.begin() + static_cast<std::ptrdiff_t>(few / 2);
  std::nth_element(events.begin(), middle, events.end(),
                   [](const Event& a, const Event& b) { return a.tick < b.tick; });
  const Time from = middle->tick + 1;
  const Time until = near_until_;
  std::uint32_t list = end;
  std::size_t count = 0;
  for (const Event& event : events) {
    if (event.tick < from) {
      heap_.push(event);
    } else if (until == never) {
      to_far(event);
      ++apart_;
    } else {
      list = link(event, list);
      ++count;
    }
  }
  if (until == never) {
    if (far_count_ == 0) return;
    near_until_ = far_from_ = from;
  } else {
    if (count == 0) return;
    apart_ += count;
    spread(list, count, from, until);
    near_until_ = from;
  }
  most_near_ = std::max(many, 2 * heap_.size());
}

}  // namespace restock

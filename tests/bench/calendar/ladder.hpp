// A ladder queue (Tang, Goh & Thng 2005, ACM TOMACS 15(3), 175): far events lie unsorted, nearer ones in buckets, and
// only those of the bucket at hand are sorted. The engine's calendar without its
// heap for a few: for bench_calendar only.
#pragma once

#include "engine/calendar.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace restock::bench {

class Ladder {
 public:
  bool empty() const { return size_ == 0; }
  const Event& top() {
    fill_bottom();
    return bottom_.top();
  }
  void pop() {
    fill_bottom();
    bottom_.pop();
    --size_;
  }
  void push(const Event& event) {
    ++size_;
    if (event.tick >= far_from_) {
      far_least_ = std::min(far_least_, event.tick);
      far_most_ = std::max(far_most_, event.tick);
      far_ = link(event, far_);
      ++far_count_;
      return;
    }
    for (Rung& rung : rungs_) {
      if (event.tick < rung.at()) continue;
      std::uint32_t& bucket = rung.buckets[static_cast<std::size_t>((event.tick - rung.start) / rung.width)];
      bucket = link(event, bucket);
      ++rung.count;
      return;
    }
    bottom_.push(event);
  }

 private:
  static constexpr std::uint32_t end = 0xffffffffU;
  static constexpr std::size_t crowd = 48;  ///< so many in a bucket get a rung of their own

  struct Node {
    Event event;
    std::uint32_t next;
  };
  struct Rung {
    Time start = 0;
    Time width = 1;
    std::size_t current = 0;  ///< buckets before it are done with
    std::size_t count = 0;
    std::vector<std::uint32_t> buckets;
    Time at() const { return start + static_cast<Time>(current) * width; }
  };

  std::uint32_t link(const Event& event, std::uint32_t next) {
    if (idle_ == end) {
      nodes_.push_back({event, next});
      return static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    const std::uint32_t slot = idle_;
    idle_ = nodes_[slot].next;
    nodes_[slot] = {event, next};
    return slot;
  }

  /// Spreads a list of `count` events in [start, start + span) over a new rung.
  void spread(std::uint32_t list, std::size_t count, Time start, Time span) {
    Rung& rung = rungs_.emplace_back();
    rung.start = start;
    rung.width = span / static_cast<Time>(count) + 1;
    rung.count = count;
    rung.buckets.assign(static_cast<std::size_t>((span - 1) / rung.width) + 1, end);
    while (list != end) {
      Node& node = nodes_[list];
      const std::uint32_t next = node.next;
      std::uint32_t& bucket = rung.buckets[static_cast<std::size_t>((node.event.tick - start) / rung.width)];
      node.next = bucket;
      bucket = list;
      list = next;
    }
  }

  void fill_bottom() {
    while (bottom_.empty()) {
      while (!rungs_.empty() && rungs_.back().count == 0) rungs_.pop_back();
      if (rungs_.empty()) {
        spread(far_, far_count_, far_least_, far_most_ - far_least_ + 1);
        far_from_ = rungs_.back().start + static_cast<Time>(rungs_.back().buckets.size()) * rungs_.back().width;
        far_ = end;
        far_count_ = 0;
        far_least_ = never;
        far_most_ = -never;
      }
      take_bucket();
    }
  }

  void take_bucket() {
    Rung& rung = rungs_.back();
    while (rung.buckets[rung.current] == end) ++rung.current;
    const Time start = rung.at();
    const Time width = rung.width;
    std::uint32_t list = std::exchange(rung.buckets[rung.current], end);
    ++rung.current;
    std::size_t count = 0;
    for (std::uint32_t slot = list; slot != end; slot = nodes_[slot].next) ++count;
    rung.count -= count;
    if (count > crowd && width > 1) return spread(list, count, start, width);
    while (list != end) {
      bottom_.push(nodes_[list].event);
      const std::uint32_t next = nodes_[list].next;
      nodes_[list].next = idle_;
      idle_ = list;
      list = next;
    }
  }

  EventHeap bottom_;
  std::vector<Rung> rungs_;  ///< the nearest last
  std::vector<Node> nodes_;
  std::uint32_t idle_ = end;
  std::uint32_t far_ = end;
  std::size_t far_count_ = 0;
  std::size_t size_ = 0;
  Time far_from_ = -never;  ///< what comes later lies unsorted
  Time far_least_ = never;
  Time far_most_ = -never;
};

}  // namespace restock::bench

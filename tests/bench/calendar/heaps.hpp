// Heaps that the engine's calendar might be instead. For bench_calendar only.
#pragma once

#include "engine/calendar.hpp"

#include <boost/heap/d_ary_heap.hpp>
#include <boost/heap/pairing_heap.hpp>

#include <algorithm>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace restock::bench {

struct Later {
  bool operator()(const Event& a, const Event& b) const { return b < a; }
};
using StandardHeap = std::priority_queue<Event, std::vector<Event>, Later>;
template <int Arity>
using BoostHeap = boost::heap::d_ary_heap<Event, boost::heap::arity<Arity>, boost::heap::compare<Later>>;
using PairingHeap = boost::heap::pairing_heap<Event, boost::heap::compare<Later>>;

/// The engine's heap with another number of children, whose hole sinks to the bottom and rises from there: fewer
/// comparisons where the last event belongs near the bottom, as it mostly does (Wegener 1993).
template <std::size_t Arity>
class BottomUp {
 public:
  bool empty() const { return heap_.empty(); }
  const Event& top() const { return heap_.front(); }
  void push(const Event& event) {
    heap_.push_back(event);
    rise(heap_.size() - 1, event);
  }
  void pop() {
    const Event last = heap_.back();
    heap_.pop_back();
    const std::size_t size = heap_.size();
    if (size == 0) return;
    std::size_t hole = 0;
    for (std::size_t first = 1; first < size; first = Arity * hole + 1) {
      std::size_t least = first;
      const std::size_t end = std::min(first + Arity, size);
      for (std::size_t child = first + 1; child < end; ++child)
        if (heap_[child] < heap_[least]) least = child;
      heap_[hole] = heap_[least];
      hole = least;
    }
    rise(hole, last);
  }

 private:
  void rise(std::size_t hole, const Event& event) {
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / Arity;
      if (!(event < heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = event;
  }
  std::vector<Event> heap_;
};

/// Ticks and slots in the heap, events beside it: half the memory to move, one more step to compare at a tie.
class Indirect {
 public:
  bool empty() const { return heap_.empty(); }
  const Event& top() const { return events_[heap_.front().slot]; }
  void push(const Event& event) {
    std::uint32_t slot = 0;
    if (idle_.empty()) {
      slot = static_cast<std::uint32_t>(events_.size());
      events_.push_back(event);
    } else {
      slot = idle_.back();
      idle_.pop_back();
      events_[slot] = event;
    }
    const Key key{event.tick, slot};
    std::size_t hole = heap_.size();
    heap_.push_back(key);
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!before(key, heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = key;
  }
  void pop() {
    idle_.push_back(heap_.front().slot);
    const Key last = heap_.back();
    heap_.pop_back();
    const std::size_t size = heap_.size();
    if (size == 0) return;
    std::size_t hole = 0;
    for (std::size_t first = 1; first < size; first = 4 * hole + 1) {
      std::size_t least = first;
      const std::size_t end = std::min<std::size_t>(first + 4, size);
      for (std::size_t child = first + 1; child < end; ++child)
        if (before(heap_[child], heap_[least])) least = child;
      if (!before(heap_[least], last)) break;
      heap_[hole] = heap_[least];
      hole = least;
    }
    heap_[hole] = last;
  }

 private:
  struct Key {
    Time tick;
    std::uint32_t slot;
  };
  bool before(const Key& a, const Key& b) const {
    return a.tick != b.tick ? a.tick < b.tick : events_[a.slot] < events_[b.slot];
  }
  std::vector<Key> heap_;
  std::vector<Event> events_;
  std::vector<std::uint32_t> idle_;
};

}  // namespace restock::bench

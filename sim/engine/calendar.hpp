// The calendar: pending events in the order of the instant key. Owned by one State; used by the loop only.
#pragma once

#include "core/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace restock {

enum class EventKind : std::uint8_t {
  barrier,    ///< window opens or closes, ledger rows are flushed
  spell_end,  ///< of a cause
  spell_begin,
  withdraw,  ///< a point withdraws supply after cancellations
  review,
  order_received,
  supply_cancelled,  ///< a supplier tells that he cancels
  dispatch,
  production_done,  ///< a line is free again
  made,             ///< production time is over
  receipt,
  posting,  ///< number 0: of sales by calendar; 1: of receipts that are due
  serve,
  count,  ///< number 0: somebody called for it; 1: by plan
  wake,   ///< a point's demand may have brought its position to the reorder point
  sample,
  yard_out,      ///< a shipment has cleared a port's yard
  berth_done,    ///< a vessel has been handled
  convoy,        ///< other people's ships arrive at a port
  port_arrival,  ///< a vessel of ours does
  port_leave,    ///< a vessel's patience at anchor is over
  sailing,       ///< a vessel leaves by its timetable
  port_changes,  ///< causes on a port have begun or ended in this instant
  look,          ///< at what a threshold is on
  expedite,      ///< somebody looks whether goods on their way have to be here sooner
  expiry,        ///< number 0: units have become too old; 1: their product's life is over
  forecast,      ///< a bucket of a planner's demand is over (number 0), or levels are reviewed (1)
  promises,      ///< the seller looks at the dates of those who wait
  call_arrives,  ///< units that a neighbour gave for a customer
  markdown,      ///< a price may change
  release,       ///< what was held for its day may be shipped
};
inline constexpr std::size_t event_kinds = 31;

/// Totally ordered by (tick, step, number); `step` packs half, round, phase and rank (Step::pack).
struct Event {
  Time tick = 0;
  std::uint64_t step = 0;
  std::uint64_t number = 0;
  std::uint32_t id = 0;
  EventKind kind = EventKind::barrier;

  friend bool operator<(const Event& a, const Event& b) {
    if (a.tick != b.tick) return a.tick < b.tick;
    if (a.step != b.step) return a.step < b.step;
    return a.number < b.number;
  }
};

/// Where within a tick: half (2 bits), round (14), phase (8), rank (32).
struct Step {
  static constexpr unsigned phase_shift = 32;
  static constexpr unsigned round_shift = 40;
  static constexpr unsigned half_shift = 56;
  static constexpr std::uint64_t max_round = 10'000;
  static constexpr std::uint64_t pack(std::uint64_t half, std::uint64_t round, std::uint64_t phase,
                                      std::uint32_t rank) {
    return (half << half_shift) | (round << round_shift) | (phase << phase_shift) | rank;
  }
  static constexpr std::uint64_t half(std::uint64_t step) { return step >> half_shift; }
  static constexpr std::uint64_t round(std::uint64_t step) { return (step >> round_shift) & 0xffffU; }
  static constexpr std::uint64_t phase_and_rank(std::uint64_t step) {
    return step & ((std::uint64_t{1} << round_shift) - 1);
  }
};

/// The number of an event that belongs to a shipment or an order: `number` on its link.
constexpr std::uint64_t of_link(std::uint32_t link, std::uint64_t number) {
  return (static_cast<std::uint64_t>(link) << 32U) | number;
}
/// What stands for the link of what was on its way when the clock started, of what a plant has made, and of what was
/// called from neighbours.
inline constexpr std::uint32_t initial_pipeline_link = 0xffffffffU;
inline constexpr std::uint32_t made_here_link = 0xfffffffeU;
inline constexpr std::uint32_t called_link = 0xfffffffdU;
/// Tells the end of a job's production time from the end of its time on the line.
inline constexpr std::uint64_t made_mark = std::uint64_t{1} << 63U;
/// Tells a supplier's cancellation from the arrival of an order.
inline constexpr std::uint64_t cancelled_mark = std::uint64_t{1} << 63U;

/// A 4-ary min-heap over a vector.
class EventHeap {
 public:
  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  const Event& top() const { return heap_.front(); }
  void clear() { heap_.clear(); }
  /// Its events in no order, for whoever sorts them anew; afterwards it is empty.
  std::vector<Event> take_all() { return std::exchange(heap_, {}); }

  void push(const Event& event) {
    std::size_t hole = heap_.size();
    heap_.push_back(event);
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(event < heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = event;
  }

  void pop() {
    const Event last = heap_.back();
    heap_.pop_back();
    const std::size_t size = heap_.size();
    if (size == 0) return;
    std::size_t hole = 0;
    for (;;) {
      const std::size_t first = 4 * hole + 1;
      if (first >= size) break;
      std::size_t least = first;
      const std::size_t end = first + 4 < size ? first + 4 : size;
      for (std::size_t child = first + 1; child < end; ++child)
        if (heap_[child] < heap_[least]) least = child;
      if (!(heap_[least] < last)) break;
      heap_[hole] = heap_[least];
      hole = least;
    }
    heap_[hole] = last;
  }

 private:
  std::vector<Event> heap_;
};

/// A few events lie sorted, the next one last: taking one is free, and putting one in shifts a few lines of memory.
/// More are a heap. Of many only the nearest are near: the others lie in buckets by tick, those of the far future in no
/// order at all; a bucket is brought near, or spread over narrower ones, when its time comes. A ladder queue (Tang, Goh
/// & Thng 2005, ACM TOMACS 15(3), 175), which takes the same time per event however many are pending.
class Calendar {
 public:
  bool empty() const { return sorted_ == 0 && heap_.empty(); }
  std::size_t size() const { return sorted_ + heap_.size() + apart_; }
  const Event& top() const { return sorted_ > 0 ? few_[sorted_ - 1] : heap_.top(); }
  void clear();

  void push(const Event& event) {
    if (event.tick >= near_until_) {
      put_apart(event);
      if (empty()) [[unlikely]]
        bring_near();
    } else if (heap_.empty() && sorted_ < few_.size()) {
      sort_in(event);
    } else {
      if (sorted_ > 0) [[unlikely]]
        heap_up();
      heap_.push(event);
      if (heap_.size() > most_near_) [[unlikely]]
        thin_out();
    }
  }

  void pop() {
    if (sorted_ > 0)
      --sorted_;
    else
      heap_.pop();
    if (empty() && apart_ > 0) [[unlikely]]
      bring_near();
  }

 private:
  static constexpr std::uint32_t end = 0xffffffffU;
  static constexpr std::size_t few = 64;         ///< a heap is at its best
  static constexpr std::size_t many = 4 * few;   ///< it is not
  static constexpr std::size_t most_rungs = 12;  ///< one within the other

  struct Node {
    Event event;
    std::uint32_t next = end;
  };
  /// Buckets of one width; those before `current` are done with.
  struct Rung {
    Time start = 0;
    Time width = 1;
    std::size_t current = 0;
    std::size_t count = 0;
    std::vector<std::uint32_t> buckets;  ///< lists
    Time at() const { return start + static_cast<Time>(current) * width; }
  };

  /// Most events come soon, so the search begins there.
  void sort_in(const Event& event) {
    std::size_t place = sorted_++;
    for (; place > 0 && few_[place - 1] < event; --place) few_[place] = few_[place - 1];
    few_[place] = event;
  }
  void heap_up();
  void put_apart(const Event& event);
  void bring_near();
  void thin_out();
  void spread(std::uint32_t list, std::size_t count, Time start, Time until);
  void take_bucket();
  void come_near(std::uint32_t list, std::size_t count);
  void drop_rung();
  void to_far(const Event& event);
  std::uint32_t link(const Event& event, std::uint32_t next);
  Event unlink(std::uint32_t& list);

  // What is near is in one of the two.
  std::array<Event, 32> few_{};
  std::size_t sorted_ = 0;  ///< how many of those there are
  EventHeap heap_;
  Time near_until_ = never;  ///< events before it are near
  std::size_t most_near_ = many;
  std::size_t apart_ = 0;    ///< events that are not near
  std::vector<Rung> rungs_;  ///< the nearest last; one ends where those before it go on
  std::vector<std::vector<std::uint32_t>> idle_buckets_;
  std::vector<Node> nodes_;
  std::uint32_t idle_nodes_ = end;
  Time far_from_ = never;  ///< no rung reaches it
  std::uint32_t far_ = end;
  std::size_t far_count_ = 0;
  Time far_least_ = never;
  Time far_most_ = -never;
};

}  // namespace restock

// Is the engine's calendar the right one? The hold model: n events are pending, each that is taken puts another in the
// calendar, an exponential span later. Prints ns per event of the engine's heap and of what it might be instead, in the
// same run, with the same addressed draws; all have to take the same events in the same order.
//
//   bench_calendar [events per run, default 2000000]
#include "bench/calendar/heaps.hpp"
#include "bench/calendar/ladder.hpp"
#include "bench/cpu_clock.hpp"
#include "core/hash.hpp"
#include "random/gaps.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace restock;
using namespace restock::bench;

struct Held {
  double nanoseconds = 1e300;  ///< per event
  std::uint64_t order = 0;     ///< of the events taken: a hash
};

/// One in eight falls on a whole minute, as reviews and receipts do: ties.
Event event_of(BulkGaps& gaps, Time now, std::uint64_t number) {
  Time tick = now + to_ticks(gaps.gap(number) * static_cast<double>(hour));
  if (number % 8 == 0) tick = (tick / minute + 1) * minute;
  return {tick, Step::pack(1, 0, number % 16, static_cast<std::uint32_t>(number % 64)), number, 0, EventKind::wake};
}

template <typename Queue>
Held hold(std::size_t pending, std::uint64_t events) {
  BulkGaps gaps(1, 0, hash_name("hold"), Purpose::test);
  Queue queue;
  Held held{0.0, 0};
  std::uint64_t number = 0;
  for (; number < pending; ++number) queue.push(event_of(gaps, 0, number));
  const auto run = [&](std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      const Event event = queue.top();
      queue.pop();
      held.order = fold(held.order ^ event.number, 0x9e3779b97f4a7c15U);
      queue.push(event_of(gaps, event.tick, number++));
    }
  };
  run(std::min<std::uint64_t>(pending, events));  // until the shape is that of a queue in use
  held.nanoseconds = cpu_seconds([&] { run(events); }) * 1e9 / static_cast<double>(events);
  return held;
}

template <typename Queue>
double megabytes(std::size_t pending, std::uint64_t events) {
  const pid_t child = fork();
  if (child == 0) _exit(hold<Queue>(pending, events).order != 0 ? 0 : 1);
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) return std::nan("");
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

constexpr std::size_t sizes[]{10, 100, 1'000, 10'000, 100'000, 1'000'000};

/// The best of three of each, as a row.
template <typename Queue>
void measure(const char* name, std::uint64_t events, std::uint64_t (&order)[std::size(sizes)]) {
  std::printf("| %s |", name);
  for (std::size_t i = 0; i < std::size(sizes); ++i) {
    Held best;
    for (int round = 0; round < 3; ++round) {
      const Held held = hold<Queue>(sizes[i], events);
      best.nanoseconds = std::min(best.nanoseconds, held.nanoseconds);
      best.order = held.order;
    }
    if (order[i] == 0) order[i] = best.order;
    std::printf(" %.1f%s |", best.nanoseconds, order[i] == best.order ? "" : " (ANOTHER ORDER)");
    std::fflush(stdout);
  }
  std::printf(" %.0f |\n", megabytes<Queue>(sizes[std::size(sizes) - 1], events));
}

/// What a queue would be that costs nothing: of one event.
struct Slot {
  Event event;
  const Event& top() const { return event; }
  void pop() {}
  void push(const Event& e) { event = e; }
};

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 2'000'000;
  std::uint64_t draws[std::size(sizes)]{};
  std::uint64_t order[std::size(sizes)]{};
  std::printf(
      "ns per event\n| pending | 10 | 100 | 1,000 | 10,000 | 100,000 | 1,000,000 | [MB] |\n"
      "|---|---|---|---|---|---|---|---|\n");
  measure<Slot>("draws alone", events, draws);
  measure<Calendar>("the engine's", events, order);
  measure<EventHeap>("a heap of 4 children", events, order);
  measure<StandardHeap>("std::priority_queue", events, order);
  measure<BoostHeap<4>>("boost d_ary_heap, 4 children", events, order);
  measure<BoostHeap<8>>("boost d_ary_heap, 8 children", events, order);
  measure<PairingHeap>("boost pairing_heap", events, order);
  measure<BottomUp<2>>("bottom-up, 2 children", events, order);
  measure<BottomUp<4>>("bottom-up, 4 children", events, order);
  measure<BottomUp<8>>("bottom-up, 8 children", events, order);
  measure<Indirect>("ticks and slots, 4 children", events, order);
  measure<Ladder>("ladder queue", events, order);
  measure<Calendar>("the engine's once more", events, order);
  return 0;
}

// W1a and W4: one store, unit customers, continuous review.
#include "bench/peers/bare.hpp"
#include "bench/peers/ring.hpp"
#include "random/distribution/exponential.hpp"
#include "random/gaps.hpp"

#include <algorithm>

namespace restock::bench {

namespace {

constexpr auto a_day = static_cast<double>(day);

struct Receipt {
  Time at = never;
  Quantity units = 0;
};

}  // namespace

Facts bare_min_max(const Spot& spot, Time length) {
  constexpr Quantity s = 20;
  constexpr Quantity top = 40;
  const double mean_gap = 1.0 / (10.0 / a_day);
  BulkGaps gaps(spot.seed, spot.replication, spot.stream, Purpose::arrival_gap);
  Ring<Receipt> coming;
  Ring<Time> waiting;
  Facts facts;
  facts.wait = 0;
  Quantity on_hand = top;
  Quantity position = top;
  // Of a level, the sum of its changes × (length − time) is its integral.
  facts.on_hand = widen(on_hand, length);
  const auto receive = [&](const Receipt& receipt) {
    Quantity left = receipt.units;
    facts.in_transit -= widen(left, length - receipt.at);
    for (; left > 0 && !waiting.empty(); --left) {
      facts.wait += receipt.at - waiting.front();
      facts.backlog -= length - receipt.at;
      ++facts.shipped_from_backorder;
      waiting.pop();
    }
    on_hand += left;
    facts.on_hand += widen(left, length - receipt.at);
  };
  Time now = 0;
  for (std::uint64_t n = 0;; ++n) {
    now += to_ticks(gaps.gap(n) * mean_gap);
    while (!coming.empty() && coming.front().at <= std::min(now, length - 1)) {
      receive(coming.front());
      coming.pop();
    }
    if (now >= length) return facts;
    ++facts.demand;
    if (on_hand > 0) {
      --on_hand;
      ++facts.filled;
      facts.on_hand -= length - now;
    } else {
      waiting.push(now);
      facts.backlog += length - now;
    }
    if (--position <= s) {
      ++facts.orders;
      coming.push({now + 2 * day, top - position});
      facts.in_transit += widen(top - position, length - now);
      position = top;
    }
  }
}

Facts bare_reneging(const Spot& spot, Time length) {
  constexpr Quantity s = 3;
  constexpr Quantity top = 20;
  const double mean_gap = 1.0 / (1.0 / a_day);
  const Exponential patience{Measure{2.0 * a_day}};
  struct Waiting {
    Time since = 0;
    Time until = never;
  };
  BulkGaps gaps(spot.seed, spot.replication, spot.stream, Purpose::arrival_gap);
  Ring<Receipt> coming;
  Ring<Waiting> waiting;
  Facts facts;
  facts.wait = 0;
  Quantity on_hand = top;
  Quantity position = top;
  facts.on_hand = widen(on_hand, length);
  Time gives_up = never;  // the first of those who wait
  const auto find_first = [&] {
    gives_up = never;
    for (std::size_t i = 0; i < waiting.size(); ++i) gives_up = std::min(gives_up, waiting[i].until);
  };
  const auto receive = [&](const Receipt& receipt) {
    Quantity left = receipt.units;
    facts.in_transit -= widen(left, length - receipt.at);
    for (; left > 0 && !waiting.empty(); --left) {
      facts.wait += receipt.at - waiting.front().since;
      facts.backlog -= length - receipt.at;
      ++facts.shipped_from_backorder;
      waiting.pop();
    }
    on_hand += left;
    facts.on_hand += widen(left, length - receipt.at);
    find_first();
  };
  const auto renege = [&] {
    std::size_t who = 0;
    while (waiting[who].until != gives_up) ++who;
    waiting.erase(who);
    facts.backlog -= length - gives_up;
    ++facts.cancelled;
    ++position;
    find_first();
  };
  Time now = 0;
  for (std::uint64_t n = 0;; ++n) {
    now += to_ticks(gaps.gap(n) * mean_gap);
    const Time until = std::min(now, length - 1);
    while (true) {  // at a tie stock beats patience
      const Time next = coming.empty() ? never : coming.front().at;
      if (next <= until && next <= gives_up) {
        receive(coming.front());
        coming.pop();
      } else if (gives_up < now && gives_up < length) {
        renege();
      } else {
        break;
      }
    }
    if (now >= length) return facts;
    ++facts.demand;
    if (on_hand > 0) {
      --on_hand;
      ++facts.filled;
      facts.on_hand -= length - now;
    } else if (waiting.size() >= 5) {
      ++facts.lost;
      continue;
    } else {
      Draws draws(spot.at(Purpose::patience, n));
      const Time leaves = now + std::max<Time>(1, to_ticks(patience.sample(draws)));
      waiting.push({now, leaves});
      gives_up = std::min(gives_up, leaves);
      facts.backlog += length - now;
    }
    if (--position <= s) {
      ++facts.orders;
      coming.push({now + 5 * day, top - position});
      facts.in_transit += widen(top - position, length - now);
      position = top;
    }
  }
}

}  // namespace restock::bench

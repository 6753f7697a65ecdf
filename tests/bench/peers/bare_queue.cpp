// W5a: one line, made to order.
#include "bench/peers/bare.hpp"
#include "bench/peers/ring.hpp"
#include "engine/blueprint.hpp"
#include "engine/day_counter.hpp"
#include "random/distribution/exponential.hpp"
#include "random/gaps.hpp"

namespace restock::bench {

Facts bare_queue(const Spot& spot, Time length) {
  constexpr auto a_day = static_cast<double>(day);
  const double mean_gap = 1.0 / (0.9 / a_day);
  const Exponential service{Measure{a_day}};
  struct Job {
    Time since = 0;
    std::uint64_t nth = 0;
  };
  BulkGaps gaps(spot.seed, spot.replication, spot.stream, Purpose::arrival_gap);
  DayCounter counter;
  Ring<Job> jobs;  // the first is on the line
  Facts facts;
  facts.wait = 0;
  const auto done_at = [&](const Job& job, Time now) {
    Draws draws({spot.seed, spot.replication, spot.resource, Purpose::production, job.nth});
    return now + to_ticks(service.sample(draws));
  };
  std::uint64_t n = 0;
  Time arrives = to_ticks(gaps.gap(0) * mean_gap);
  Time done = never;
  while (std::min(arrives, done) < length) {
    if (done <= arrives) {
      facts.wait += done - jobs.front().since;
      facts.backlog -= length - done;
      ++facts.shipped_from_backorder;
      jobs.pop();
      done = jobs.empty() ? never : done_at(jobs.front(), done);
    } else {
      ++facts.demand;
      ++facts.orders;
      facts.backlog += length - arrives;
      const Job job{arrives, day_number(arrives, counter.next(arrives))};
      if (jobs.empty()) done = done_at(job, arrives);
      jobs.push(job);
      arrives += to_ticks(gaps.gap(++n) * mean_gap);
    }
  }
  return facts;
}

}  // namespace restock::bench

#include "campaign/replicate.hpp"

#include "core/contract.hpp"
#include "engine/components.hpp"
#include "measure/conservation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace restock {

namespace {

/// Who runs, for messages.
struct Place {
  const ResultHeader& header;
  const Variant& variant;
  std::uint64_t replication;
  std::span<const std::uint32_t> points;  ///< of a component; empty: all

  std::string at(std::optional<std::uint32_t> point) const {
    const Compiled& compiled = variant.compiled;
    const auto whole = [&](std::uint32_t number) { return PointId(points.empty() ? number : points[number]); };
    return fmt::format("alternative {}, replication {}{}", variant.name, replication,
                       point ? ", " + compiled.labels.point(compiled.blueprint.layout, whole(*point)) : std::string());
  }
};

Record run_at(const Place& place, const Blueprint& blueprint, State& state, LedgerSink* sink, Watch* watch) {
  try {
    Record record = run_replication(blueprint, place.header.seed, place.replication, state, sink, watch);
    check_conservation(record, blueprint.layout);
    return record;
  } catch (const LawBroken& law) {
    throw ContractBroken(
        fmt::format("conservation is broken in {} ({}): {}", place.header.scenario, place.at(law.point), law.what()));
  } catch (const ScriptFailedAt& failed) {
    const ScriptProgram& program = blueprint.programs[failed.program];
    const std::string line = failed.problem.line > 0 ? fmt::format(":{}", failed.problem.line) : std::string();
    throw ModelFailed(fmt::format("{}{}: {} ({}, day {:.6g})", program.file, line, failed.what(),
                                  place.at(failed.point), static_cast<double>(failed.at) / static_cast<double>(day)));
  }
}

/// Who stands in it is handed out in order, and what comes of it taken in order, so that nothing depends on who was
/// faster.
class InOrder {
 public:
  explicit InOrder(std::size_t length) : length_(length) {}

  std::optional<std::size_t> next() {
    const std::lock_guard lock(guard_);
    if (stopped_ || handed_out_ == length_) return std::nullopt;
    return handed_out_++;
  }
  template <class Take>
  void in_turn(std::size_t number, Take take) {
    std::unique_lock lock(guard_);
    turn_.wait(lock, [&] { return stopped_ || taken_ == number; });
    if (stopped_) return;
    take();
    ++taken_;
    turn_.notify_all();
  }
  /// Nothing more is handed out or taken.
  void stop() {
    const std::lock_guard lock(guard_);
    stopped_ = true;
    turn_.notify_all();
  }
  /// Within a handler.
  void fail() {
    {
      const std::lock_guard lock(guard_);
      if (!failure_) failure_ = std::current_exception();
    }
    stop();
  }
  bool all_taken() const { return taken_ == length_; }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::size_t length_;
  std::mutex guard_;
  std::condition_variable turn_;
  std::size_t handed_out_ = 0, taken_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace

Record replicate(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                 LedgerSink* sink, Watch* watch) {
  return run_at({header, variant, replication, {}}, variant.blueprint(replication), state, sink, watch);
}

bool replicate_in_parts(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                        const TakeRecord& take, const std::function<bool()>& called_off, unsigned threads) {
  const Blueprint& blueprint = variant.blueprint(replication);
  if (blueprint.component_ends.empty() || header.detail >= Detail::stock_point) {
    take(replicate(header, variant, replication, state), blueprint.layout);
    return true;
  }
  InOrder queue(blueprint.component_ends.size());
  const auto work = [&](State& own) {
    while (const std::optional<std::size_t> number = queue.next()) {
      const std::span<const std::uint32_t> points = component(blueprint, *number);
      try {
        if (called_off && called_off()) return queue.stop();
        const Blueprint part = part_of(blueprint, points);
        const Record record = run_at({header, variant, replication, points}, part, own, nullptr, nullptr);
        queue.in_turn(*number, [&] { take(record, part.layout); });
      } catch (...) {
        queue.fail();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, blueprint.component_ends.size()); ++i)
      others.emplace_back([&] {
        State own;
        work(own);
      });
    work(state);
  }
  queue.rethrow();
  return queue.all_taken();
}

}  // namespace restock

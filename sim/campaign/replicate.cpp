#include "campaign/replicate.hpp"

#include "campaign/team.hpp"
#include "campaign/turn.hpp"

#include "core/contract.hpp"
#include "engine/components.hpp"
#include "measure/conservation.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

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

}  // namespace

Record replicate(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                 LedgerSink* sink, Watch* watch) {
  return run_at({header, variant, replication, {}}, variant.blueprint(replication), state, sink, watch);
}

bool replicate_in_parts(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                        const TakeRecord& take, const std::stop_token& stop, unsigned threads) {
  const Blueprint& blueprint = variant.blueprint(replication);
  const std::size_t parts = blueprint.component_ends.size();
  if (parts == 0 || header.detail >= Detail::stock_point) {
    take(replicate(header, variant, replication, state), blueprint.layout);
    return true;
  }
  const auto run = [&](std::size_t number, State& own, const auto& hand_in) {
    const std::span<const std::uint32_t> points = component(blueprint, number);
    const Blueprint part = part_of(blueprint, points);
    const Record record = run_at({header, variant, replication, points}, part, own, nullptr, nullptr);
    hand_in(record, part.layout);
  };
  if (threads <= 1) {
    for (std::size_t number = 0; number < parts; ++number) {
      if (stop.stop_requested()) return false;
      run(number, state, take);
    }
    return true;
  }
  Team team(stop);
  Turn turn;
  team.run(
      parts, threads,
      [&](std::size_t number, State& own) {
        run(number, own, [&](const Record& record, const Layout& layout) {
          if (!turn.wait_for(number)) return;
          take(record, layout);
          turn.pass(number);
        });
      },
      [&] {
        if (team.called_off()) turn.call_off();
      });
  team.rethrow();
  return turn.is_turn_of(parts);
}

}  // namespace restock

#include "campaign/replicate.hpp"

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
  return run_at({header, variant, replication, {}}, variant.compiled.blueprint, state, sink, watch);
}

void replicate_in_parts(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                        const TakeRecord& take) {
  const Blueprint& blueprint = variant.compiled.blueprint;
  if (blueprint.component_ends.empty() || header.detail >= Detail::stock_point) {
    take(replicate(header, variant, replication, state), blueprint.layout);
    return;
  }
  for (std::size_t number = 0; number < blueprint.component_ends.size(); ++number) {
    const std::span<const std::uint32_t> points = component(blueprint, number);
    const Blueprint part = part_of(blueprint, points);
    take(run_at({header, variant, replication, points}, part, state, nullptr, nullptr), part.layout);
  }
}

}  // namespace restock

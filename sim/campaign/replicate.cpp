#include "campaign/replicate.hpp"

#include "core/contract.hpp"
#include "measure/conservation.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace restock {

Record replicate(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                 LedgerSink* sink, Watch* watch) {
  const Blueprint& blueprint = variant.blueprint(replication);
  const auto place = [&](std::optional<std::uint32_t> point) {
    return fmt::format("alternative {}, replication {}{}", variant.name, replication,
                       point ? ", " + variant.compiled.labels.point(blueprint.layout, PointId(*point)) : std::string());
  };
  try {
    Record record = run_replication(blueprint, header.seed, replication, state, sink, watch);
    check_conservation(record, blueprint.layout);
    return record;
  } catch (const LawBroken& law) {
    throw ContractBroken(
        fmt::format("conservation is broken in {} ({}): {}", header.scenario, place(law.point), law.what()));
  } catch (const ScriptFailedAt& failed) {
    const ScriptProgram& program = blueprint.programs[failed.program];
    const std::string line = failed.problem.line > 0 ? fmt::format(":{}", failed.problem.line) : std::string();
    throw ModelFailed(fmt::format("{}{}: {} ({}, day {:.6g})", program.file, line, failed.what(), place(failed.point),
                                  static_cast<double>(failed.at) / static_cast<double>(day)));
  }
}

}  // namespace restock

// restock trace: the story of one customer order, of a scenario or of the one that a result keeps.
#include "app/messages.hpp"
#include "app/story.hpp"
#include "app/verbs.hpp"
#include "campaign/kept_scenario.hpp"
#include "campaign/trace.hpp"
#include "core/version.hpp"
#include "input/words.hpp"
#include "output/open_result.hpp"
#include "output/origin.hpp"
#include "output/schema.hpp"
#include "random/numerics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace restock {

namespace {

int refuse(const std::string& problem, const std::string& hint) {
  print_error(false, "usage", "", problem, hint);
  return exit_usage;
}

/// What a result was made of, laid out to be run again.
struct FromResult {
  Origin origin;
  KeptScenario scenario;

  explicit FromResult(const std::string& path) : origin(read_origin(path)), scenario(scenario_text(origin), path, "") {}
  /// Whether this program makes the same orders of it.
  bool is_of_this_program() const {
    return origin.header.program_version == program_version() && origin.header.numerics_id == numerics_id();
  }
};

std::optional<Outcome> outcome_from(const std::string& name) {
  for (std::size_t i = 0; i < outcome_names.size(); ++i)
    if (name == outcome_names[i]) return static_cast<Outcome>(i);
  return std::nullopt;
}

}  // namespace

int trace_verb(const Command& command) {
  std::string path = command.inputs.front();
  PlanSettings settings{command.patches, Detail::orders};
  std::optional<FromResult> kept;
  if (is_hdf5(path)) {
    if (!command.patches.empty())
      return refuse("--set, --seed and --replications do not go with a result: its orders are as they were",
                    "leave it out, or trace the scenario file");
    kept.emplace(path);
    if (!kept->is_of_this_program())
      inform("restock: {} was made by another program: its order {} may have been another\n", path, command.order);
    path = kept->scenario.path();
    settings.kept_text = kept->origin.run.scenario_text;
  }
  Issues issues;
  Document document;
  const std::optional<Plan> plan = make_plan(path, settings, issues, document);
  print_issues(issues, document);
  if (!plan) return issue_exit_code(issues);
  const auto variant = std::ranges::find(plan->variants, command.alternative, &Variant::name);
  if (variant == plan->variants.end()) {
    std::vector<std::string_view> names;
    for (const Variant& each : plan->variants) names.push_back(each.name);
    return refuse(fmt::format("there is no alternative '{}'", command.alternative),
                  hint_among(command.alternative, names));
  }
  if (command.replication >= plan->header.replications)
    return refuse(
        fmt::format("there is no replication {}: the scenario has {}", command.replication, plan->header.replications),
        "replications are counted from 0; --replications asks for more");
  std::uint64_t found = 0;
  const OrderChoice choice{command.replication, command.order, outcome_from(command.outcome)};
  const std::optional<TracedOrder> order = trace_order(plan->header, *variant, choice, found);
  if (!order)
    return refuse(fmt::format("there is no such order {}: replication {} of {} has {}{}", command.order,
                              command.replication, variant->name, found, command.outcome.empty() ? "" : " that end so"),
                  "orders are counted from 0");
  write_text(story_of(*variant, *order), "", false);
  return exit_done;
}

}  // namespace restock

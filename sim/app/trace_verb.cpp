// restock trace: the story of one customer order.
#include "app/messages.hpp"
#include "app/story.hpp"
#include "app/verbs.hpp"
#include "campaign/trace.hpp"
#include "input/words.hpp"
#include "output/schema.hpp"

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

std::optional<Outcome> outcome_from(const std::string& name) {
  for (std::size_t i = 0; i < outcome_names.size(); ++i)
    if (name == outcome_names[i]) return static_cast<Outcome>(i);
  return std::nullopt;
}

}  // namespace

int trace_verb(const Command& command) {
  Issues issues;
  Document document;
  const std::optional<Plan> plan =
      make_plan(command.inputs.front(), {command.patches, Detail::orders}, issues, document);
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

// restock network: the network of a scenario as a drawing.
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "campaign/plan.hpp"
#include "network/draw.hpp"

namespace restock {

int network_verb(const Command& command) {
  Issues issues;
  Document document;
  const std::optional<Plan> plan =
      make_plan(command.inputs.front(), {command.patches, Detail::orders, {}, true}, issues, document);
  print_issues(issues, document);
  if (!plan) return issue_exit_code(issues);
  const Variant& base = plan->variants.front();
  const bool svg = command.format == NetworkFormat::svg;
  write_text(svg ? draw_svg(base.scenario, base.network) : draw_dot(base.scenario, base.network), command.output,
             command.force);
  return exit_done;
}

}  // namespace restock

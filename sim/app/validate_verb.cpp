// restock validate: every problem of a scenario and its alternatives, without running.
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "campaign/attribution_plan.hpp"
#include "campaign/plan.hpp"
#include "campaign/sweep_plan.hpp"
#include "network/lead.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

void tell_size(const Plan& plan) {
  const Variant& base = plan.variants.front();
  const Blueprint& blueprint = base.compiled.blueprint;
  fmt::print("  {} stock points, {} demand streams, {} lanes in use, {} alternatives, {} replications\n",
             blueprint.points.size(), blueprint.streams.size(), blueprint.links.size(), plan.variants.size(),
             plan.header.replications);
  const LongestLead lead = longest_lead(base.scenario, base.network);
  if (!lead.sites.empty()) fmt::print("  longest announced lead time: {}\n", lead.text());
}

}  // namespace

int validate_verb(const Command& command) {
  int code = exit_done;
  Issues all;
  for (const std::string& path : command.inputs) {
    Issues issues;
    Document document;
    const std::optional<Plan> plan = make_plan(path, {command.patches, Detail::orders, {}, true}, issues, document);
    bool valid = plan.has_value();
    if (valid && has_sweep(document)) {
      Issues more;
      valid = make_sweep(path, {command.patches, Detail::total}, more, document).has_value();
      add_new(more, issues);
    }
    if (valid && has_attribution(document)) {
      Issues more;
      valid =
          make_attribution(path, {command.patches, Detail::total}, std::string(base_name), more, document).has_value();
      add_new(more, issues);
    }
    if (!valid) code = std::max(code, issue_exit_code(issues));
    if (command.json) {
      all.insert(all.end(), issues.begin(), issues.end());
      continue;
    }
    print_issues(issues, document);
    if (!valid) continue;
    fmt::print("{}: valid\n", path);
    if (command.verbose) tell_size(*plan);
  }
  if (command.json) print_issues_json(all);
  return code;
}

}  // namespace restock

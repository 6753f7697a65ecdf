#include "campaign/attribution_plan.hpp"

#include "campaign/picture.hpp"
#include "core/hash.hpp"
#include "input/causes.hpp"
#include "input/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

void refuse(Issues& issues, const Document& document, Where where, const std::string& path, const Fault& fault) {
  Issue issue;
  issue.file = document.sources.names.empty() ? "" : document.sources.names.front();
  issue.line = where.line;
  issue.column = where.column;
  issue.path = path;
  issue.code = fault.code;
  issue.problem = fault.problem;
  issue.hint = fault.hint;
  issues.push_back(issue);
}

/// Sums that have no metric of their own.
std::vector<std::string_view> metrics_of(std::string_view outcome) {
  if (outcome == "lost") return {"lost_out_of_stock", "lost_declined", "lost_discontinued"};
  if (outcome == "cancelled") return {"cancelled_by_customer", "cancelled_by_seller"};
  return {outcome};
}

void add_outcomes(const AttributionSection& section, const Document& document, AttributionPlan& plan, Issues& issues) {
  std::vector<std::string> names = section.outcomes;
  if (names.empty()) names = {"lost", "backordered", "cancelled"};
  std::vector<std::string_view> known{"lost", "cancelled"};
  for (const Metric& metric : metrics()) known.push_back(metric.name);
  for (std::size_t i = 0; i < names.size(); ++i) {
    AttributedOutcome outcome{names[i], {}, {}};
    for (const std::string_view metric : metrics_of(outcome.name))
      if (const auto index = metric_index(metric)) outcome.metrics.push_back(*index);
    if (outcome.metrics.empty()) {
      refuse(issues, document, section.outcomes_where[i], "attribution.outcomes",
             {"unknown_name", names[i] + " is no metric", hint_among(names[i], known)});
      continue;
    }
    outcome.unit = metrics()[outcome.metrics.front()].unit;
    plan.outcomes.push_back(std::move(outcome));
  }
}

std::vector<AttributedCause> causes_at_hand(const Scenario& scenario) {
  std::vector<AttributedCause> causes;
  for (const CauseKind& kind : cause_kinds()) {
    AttributedCause cause{std::string(kind.name), switch_off(kind.name, scenario)};
    if (!cause.off.empty()) causes.push_back(std::move(cause));
  }
  return causes;
}

void add_causes(const AttributionSection& section, const Scenario& scenario, const Document& document,
                AttributionPlan& plan, Issues& issues) {
  if (section.groups.empty()) plan.causes = causes_at_hand(scenario);
  for (const CauseGroup& group : section.groups) {
    AttributedCause cause{group.name, group.patches};
    for (const std::string& kind : group.kinds) {
      const std::vector<Patch> off = switch_off(kind, scenario);
      if (off.empty())
        refuse(issues, document, group.where, "attribution.groups." + group.name,
               {"nothing_to_switch_off", "the scenario has no " + kind, "see restock list causes, or leave it out"});
      cause.off.insert(cause.off.end(), off.begin(), off.end());
    }
    plan.causes.push_back(std::move(cause));
  }
  if (plan.causes.empty())
    refuse(issues, document, {}, "attribution",
           {"missing_key", "the scenario has none of the causes that `restock list causes` names",
            "name your own: attribution: { groups: { low reorder point: { replenishment.shop.s: 60 } } }"});
  if (plan.causes.size() > most_players)
    refuse(issues, document, {}, "attribution.groups",
           {"too_large", fmt::format("{} causes are more than {}", plan.causes.size(), most_players),
            "put several into one group"});
}

/// The document of one alternative, or as it is.
std::optional<Document> of_alternative(const Document& document, const std::string& name, Issues& issues) {
  if (name == base_name) return document;
  std::vector<std::string> names{std::string(base_name)};
  for (const Alternative& alternative : alternatives(document, issues)) {
    if (alternative.name == name) return patched(document, alternative.patches, issues);
    names.push_back(alternative.name);
  }
  refuse(issues, document, {}, "alternatives",
         {"unknown_name", "there is no alternative " + name, hint_among(name, {names.begin(), names.end()})});
  return std::nullopt;
}

/// Reads, checks and compiles every coalition, one at a time.
void check_coalitions(AttributionPlan& plan, const Variant& base, std::set<std::string>& tables, Issues& issues) {
  std::vector<Coalition> order = plan.coalitions.kept;  // alternatives first, as they are numbered
  for (const auto& [on, replications] : plan.coalitions.replications)
    if (std::find(order.begin(), order.end(), on) == order.end()) order.push_back(on);
  for (std::size_t i = 0; i < order.size() && !has_errors(issues); ++i) {
    const std::optional<Variant> variant = make_coalition(plan, order[i], issues);
    if (!variant) continue;
    check_comparable(base.scenario, *variant, issues);
    add_tables(variant->scenario, tables);
    if (i < plan.coalitions.kept.size())
      plan.header.axes.add(variant->name, variant->compiled.blueprint.layout, variant->compiled.labels);
  }
}

AttributionAxes axes_of(const AttributionPlan& plan) {
  AttributionAxes axes;
  for (const AttributedCause& cause : plan.causes) {
    axes.causes.push_back(cause.name);
    std::string& off = axes.off.emplace_back();
    for (const Patch& patch : cause.off) off += (off.empty() ? "" : "; ") + patch_text(patch);
  }
  for (const AttributedOutcome& outcome : plan.outcomes) {
    axes.outcomes.push_back(outcome.name);
    axes.units.push_back(outcome.unit);
  }
  axes.exact = plan.coalitions.exact;
  axes.permutations = axes.exact ? 0 : plan.permutations;
  return axes;
}

}  // namespace

std::string AttributionPlan::name_of(Coalition on) const {
  if (on == everybody(causes.size())) return std::string(base_name);
  if (on == 0) return "ordinary";
  std::string name;
  for (std::size_t i = 0; i < causes.size(); ++i)
    if ((on >> i & 1U) == 0) name += (name.empty() ? "without " : ", ") + causes[i].name;
  return name;
}

std::optional<Variant> make_coalition(const AttributionPlan& plan, Coalition on, Issues& issues) {
  std::vector<Patch> patches;
  for (std::size_t i = 0; i < plan.causes.size(); ++i)
    if ((on >> i & 1U) == 0) patches.insert(patches.end(), plan.causes[i].off.begin(), plan.causes[i].off.end());
  Issues found;
  const Document document = patched(plan.document, patches, found);
  const bool patches_fit = !has_errors(found);
  add_new(found, issues);
  if (!patches_fit) return std::nullopt;
  return make_variant(plan.name_of(on), document, plan.header.detail, issues, &plan.levels);
}

std::optional<AttributionPlan> make_attribution(const std::string& path, const PlanSettings& settings,
                                                const std::string& alternative, Issues& issues, Document& document) {
  document = load_patched(path, settings.patches, issues);
  if (document.broken) return std::nullopt;
  const std::optional<Document> chosen = of_alternative(document, alternative, issues);
  if (!chosen || has_errors(issues)) return std::nullopt;
  document = *chosen;
  const std::optional<AttributionSection> section = read_attribution(document, issues);
  const std::optional<Variant> base = make_variant(std::string(base_name), document, settings.detail, issues);
  if (!section || !base || has_errors(issues)) return std::nullopt;

  AttributionPlan plan;
  plan.document = document;
  plan.permutations = section->permutations;
  plan.levels = freeze_outlooks(base->scenario, base->network);
  add_outcomes(*section, document, plan, issues);
  add_causes(*section, base->scenario, document, plan, issues);
  if (has_errors(issues)) return std::nullopt;
  plan.header = describe_run(*base, settings.detail, {});
  std::vector<std::string> names;
  for (const AttributedCause& cause : plan.causes) names.push_back(cause.name);
  plan.coalitions = plan_coalitions(names, plan.header.seed, plan.header.replications, section->permutations);
  std::set<std::string> tables;
  check_coalitions(plan, *base, tables, issues);
  if (has_errors(issues)) return std::nullopt;

  plan.scenario_text = settings.kept_text.empty()
                           ? write_yaml(document) + tables_as_comments(tables, document.sources.folder)
                           : settings.kept_text;
  plan.header.scenario_hash = hash_name(plan.scenario_text);
  for (const std::string& patch : settings.patches) plan.overrides += patch + "\n";
  plan.header.network = drawn_network(base->scenario, base->network, plan.header.axes.maps.front().site);
  plan.header.attribution = axes_of(plan);
  return plan;
}

}  // namespace restock

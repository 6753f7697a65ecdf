// Plans: document, patches and alternatives in; compiled variants out.
#include "campaign/plan.hpp"

#include "campaign/picture.hpp"
#include "core/contract.hpp"
#include "core/hash.hpp"
#include "input/attribution.hpp"
#include "input/patch.hpp"
#include "input/sweep.hpp"

#include <numeric>
#include <set>

namespace restock {

Document load_patched(const std::string& path, const std::vector<std::string>& patches, Issues& issues) {
  return patched_by_texts(load_document(path, issues), patches, issues);
}

Document patched_by_texts(Document document, const std::vector<std::string>& patches, Issues& issues) {
  if (document.broken || patches.empty()) return document;
  std::vector<Patch> parsed;
  const std::size_t before = issues.size();
  for (const std::string& text : patches) parsed.push_back(parse_patch(text, issues));
  if (issues.size() > before && has_errors(issues)) {
    document.broken = true;
    return document;
  }
  Document result = patched(document, parsed, issues);
  if (has_errors(issues)) result.broken = true;
  return result;
}

namespace {

std::string text_of(const Plan& plan) {
  std::set<std::string> tables;
  for (const Variant& variant : plan.variants) add_tables(variant.scenario, tables);
  return write_yaml(plan.document) + tables_as_comments(tables, plan.document.sources.folder);
}

/// The scenario as written and each of its alternatives, as far as nothing is wrong with them.
std::vector<Variant> variants_of(const Document& document, Detail detail, Issues& issues) {
  std::vector<Variant> variants;
  if (std::optional<Variant> base = make_variant(std::string(base_name), document, detail, issues))
    variants.push_back(std::move(*base));
  for (const Alternative& alternative : alternatives(document, issues)) {
    Issues found;
    const Document varied = patched(document, alternative.patches, found);
    const bool patches_fit = !has_errors(found);
    add_new(found, issues);
    if (!patches_fit) continue;
    if (std::optional<Variant> variant = make_variant(alternative.name, varied, detail, issues)) {
      variant->network = {};
      if (!variants.empty()) check_comparable(variants.front().scenario, *variant, issues);
      variants.push_back(std::move(*variant));
    }
  }
  return variants;
}

}  // namespace

void set_replications(Plan& plan, std::size_t replications) {
  Issues issues;
  const Patch patch = parse_patch("replications=" + std::to_string(replications), issues);
  plan.document = patched(plan.document, {patch}, issues);
  require(!has_errors(issues), "a number of replications can be set");
  plan.header.replications = replications;
  plan.scenario_text = text_of(plan);
  plan.header.scenario_hash = hash_name(plan.scenario_text);
}

std::optional<Plan> make_plan(const std::string& path, const PlanSettings& settings, Issues& issues,
                              Document& document) {
  document = load_patched(path, settings.patches, issues);
  return make_plan(document, settings, issues);
}

std::optional<Plan> make_plan(const Document& document, const PlanSettings& settings, Issues& issues) {
  if (document.broken) return std::nullopt;
  Plan plan;
  plan.variants = variants_of(document, settings.detail, issues);
  Document with_factors = document;
  read_sweep(with_factors, issues);  // `run` does neither, but a mistake is a mistake
  read_attribution(document, issues);
  if (has_errors(issues) || plan.variants.empty()) return std::nullopt;
  plan.checks = plan_checks(plan.variants, settings.detail, issues);
  if (has_errors(issues)) return std::nullopt;

  plan.document = document;
  plan.scenario_text = settings.kept_text.empty() ? text_of(plan) : settings.kept_text;
  for (const std::string& patch : settings.patches) plan.overrides += patch + "\n";
  plan.header = describe_run(plan.variants.front(), settings.detail, plan.scenario_text);
  Variant& base = plan.variants.front();
  std::vector<std::uint32_t> as_declared(base.scenario.sites.size());  // which are the first on the axis of sites
  std::iota(as_declared.begin(), as_declared.end(), 0U);
  plan.header.network = drawn_network(base.scenario, base.network, as_declared);
  if (!settings.keep_network) base.network = {};
  for (const Variant& variant : plan.variants)
    plan.header.axes.add(variant.name, variant.compiled.blueprint.layout, variant.compiled.labels);
  for (const Variant& variant : plan.variants) add_inputs(variant, plan.header.inputs);
  return plan;
}

}  // namespace restock

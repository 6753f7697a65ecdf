// Plans: document, patches and alternatives in; compiled variants out.
#include "campaign/plan.hpp"

#include "campaign/picture.hpp"
#include "core/hash.hpp"
#include "core/version.hpp"
#include "input/patch.hpp"
#include "input/read.hpp"
#include "random/numerics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>

namespace restock {

namespace {

std::string day_text(const std::vector<DayStep>& steps) {
  std::string text;
  for (const DayStep step : steps) {
    if (!text.empty()) text += ", ";
    switch (step) {
      case DayStep::receive:
        text += "receive";
        break;
      case DayStep::review:
        text += "review";
        break;
      case DayStep::demand:
        text += "demand";
        break;
      case DayStep::serve:
        text += "serve";
        break;
      case DayStep::count:
        text += "count";
        break;
    }
  }
  return text;
}

bool same_checks(const std::vector<Check>& a, const std::vector<Check>& b) {
  const auto name = [](const std::optional<Reference>& part) { return part ? part->name : std::string(); };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Check& x, const Check& y) {
    return check_text(x, name(x.at), name(x.product)) == check_text(y, name(y.at), name(y.product)) &&
           name(x.in) == name(y.in);
  });
}

/// Alternatives are compared customer by customer over the same window, so some things they may not change.
void check_comparable(const Scenario& base, const Variant& variant, Issues& issues) {
  const Scenario& other = variant.scenario;
  const auto refuse = [&](bool same, const char* key) {
    if (same) return;
    Issue issue;
    issue.file = base.files.empty() ? "" : base.files.front();
    issue.path = std::string("alternatives.") + variant.name + "." + key;
    issue.code = "not_comparable";
    issue.problem = std::string("an alternative cannot change ") + key +
                    ": all alternatives are compared over the same customers and the same window";
    issue.hint = std::string("set ") + key + " for the whole scenario, or run a second scenario";
    issues.push_back(issue);
  };
  refuse(base.start_epoch_us == other.start_epoch_us, "start");
  refuse(base.length == other.length, "length");
  refuse(base.replications == other.replications, "replications");
  refuse(base.seed == other.seed, "seed");
  refuse(base.series == other.series, "series");
  refuse(base.bucket == other.bucket, "bucket");
  refuse(same_checks(base.expect, other.expect), "expect");
}

/// The same problem of the base shows up in every alternative; once is enough.
void add_new(const Issues& found, Issues& issues) {
  std::set<std::tuple<std::string, int, int, std::string, std::string>> known;
  for (const Issue& issue : issues) known.emplace(issue.file, issue.line, issue.column, issue.path, issue.problem);
  for (const Issue& issue : found)
    if (known.emplace(issue.file, issue.line, issue.column, issue.path, issue.problem).second) issues.push_back(issue);
}

std::optional<Variant> make_variant(const std::string& name, const Document& document, Detail detail, Issues& issues) {
  Issues found;
  std::optional<Variant> variant;
  if (std::optional<Scenario> scenario = read_scenario(document, found)) {
    if (std::optional<Network> network = build_network(*scenario, found)) {
      Compiled compiled = compile(*scenario, *network, detail);
      variant = Variant{name, std::move(*scenario), std::move(*network), std::move(compiled)};
    }
  }
  if (name != base_name)
    for (Issue& issue : found)
      if (issue.line == 0 && !issue.path.starts_with("alternatives."))
        issue.path = "alternatives." + name + ": " + issue.path;
  add_new(found, issues);
  return variant;
}

/// The tables and traces that the variants were read from, as YAML comments: with them the text is the whole scenario.
/// Of larger files only the hash is kept. Changed tables change the hash of the scenario either way.
std::string tables_as_comments(const Plan& plan) {
  constexpr std::size_t most_kept = std::size_t{1} << 20U;
  std::set<std::string> names;
  for (const Variant& variant : plan.variants)
    for (std::size_t i = 1; i < variant.scenario.files.size(); ++i) names.insert(variant.scenario.files[i]);
  std::string text;
  for (const std::string& name : names) {
    std::ifstream in(name, std::ios::binary);
    if (!in) continue;  // a patch from the command line is listed among the files, but is none
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    // Named from the scenario's folder: the same text wherever the command was called.
    const std::string shown =
        std::filesystem::path(name).lexically_relative(plan.document.sources.folder).generic_string();
    text += fmt::format("# --- {}: {} bytes, hash {:016x}\n", shown.empty() ? name : shown, content.size(),
                        hash_name(content));
    if (content.size() > most_kept) continue;
    for (std::size_t at = 0; at < content.size();) {
      const std::size_t end = std::min(content.find('\n', at), content.size());
      text += "# " + content.substr(at, end - at) + "\n";
      at = end + 1;
    }
  }
  return text;
}

void describe_result(Plan& plan, Detail detail) {
  const Scenario& scenario = plan.variants.front().scenario;
  const Blueprint& blueprint = plan.variants.front().compiled.blueprint;
  ResultHeader& header = plan.header;
  header.scenario = scenario.name;
  header.question = scenario.question;
  header.start = scenario.start;
  header.order_of_day = day_text(scenario.order_of_day);
  header.warmup = blueprint.warmup;
  header.length = blueprint.length;
  header.drain = blueprint.drain;
  header.seed = scenario.seed;
  header.scenario_hash = hash_name(plan.scenario_text);
  header.numerics_id = numerics_id();
  header.program_version = std::string(program_version());
  header.replications = static_cast<std::size_t>(scenario.replications);
  header.detail = detail;
  for (Time at = 0; blueprint.series_every < never && at < blueprint.length; at += blueprint.series_every)
    header.series_at.push_back(at);
  for (const Variant& variant : plan.variants)
    header.axes.add(variant.name, variant.compiled.blueprint.layout, variant.compiled.labels);
  header.network = drawn_network(scenario, plan.variants.front().network, header.axes.maps.front().site);
}

}  // namespace

Document load_patched(const std::string& path, const std::vector<std::string>& patches, Issues& issues) {
  Document document = load_document(path, issues);
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

std::optional<Plan> make_plan(const std::string& path, const PlanSettings& settings, Issues& issues,
                              Document& document) {
  document = load_patched(path, settings.patches, issues);
  if (document.broken) return std::nullopt;

  Plan plan;
  if (std::optional<Variant> base = make_variant(std::string(base_name), document, settings.detail, issues))
    plan.variants.push_back(std::move(*base));
  for (const Alternative& alternative : alternatives(document, issues)) {
    Issues found;
    const Document varied = patched(document, alternative.patches, found);
    const bool patches_fit = !has_errors(found);
    add_new(found, issues);
    if (!patches_fit) continue;
    if (std::optional<Variant> variant = make_variant(alternative.name, varied, settings.detail, issues)) {
      if (!plan.variants.empty()) check_comparable(plan.variants.front().scenario, *variant, issues);
      plan.variants.push_back(std::move(*variant));
    }
  }
  if (has_errors(issues) || plan.variants.empty()) return std::nullopt;
  plan.checks = plan_checks(plan.variants, settings.detail, issues);
  if (has_errors(issues)) return std::nullopt;

  plan.document = document;
  plan.scenario_text = write_yaml(document) + tables_as_comments(plan);
  for (const std::string& patch : settings.patches) plan.overrides += patch + "\n";
  describe_result(plan, settings.detail);
  return plan;
}

}  // namespace restock

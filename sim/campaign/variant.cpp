#include "campaign/variant.hpp"

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

void compile_resamples(const Document& document, Detail detail, const FrozenOutlooks* frozen, Variant& variant,
                       Issues& issues) {
  const Node* section = document.root.find("inputs");
  variant.inputs = observed_inputs(variant.scenario, section != nullptr ? section->where : Where{},
                                   variant.name == base_name, issues);
  if (variant.inputs.empty()) return;
  // What planners make of a history is of the history as it was, too.
  const FrozenOutlooks known = frozen != nullptr ? *frozen : freeze_outlooks(variant.scenario, variant.network);
  const auto resamples = static_cast<std::uint64_t>(variant.scenario.inputs->bootstrap);
  for (std::uint64_t b = 0; b < resamples; ++b)
    variant.resamples.push_back(compile(resampled(variant.scenario, b), variant.network, detail, &known).blueprint);
}

}  // namespace

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
  refuse(base.inputs.has_value() == other.inputs.has_value() &&
             (!base.inputs || base.inputs->bootstrap == other.inputs->bootstrap),
         "inputs.bootstrap");
  refuse(same_checks(base.expect, other.expect), "expect");
}

void add_new(const Issues& found, Issues& issues) {
  std::set<std::tuple<std::string, int, int, std::string, std::string>> known;
  for (const Issue& issue : issues) known.emplace(issue.file, issue.line, issue.column, issue.path, issue.problem);
  for (const Issue& issue : found)
    if (known.emplace(issue.file, issue.line, issue.column, issue.path, issue.problem).second) issues.push_back(issue);
}

std::optional<Variant> make_variant(const std::string& name, const Document& document, Detail detail, Issues& issues,
                                    const FrozenOutlooks* frozen) {
  Issues found;
  std::optional<Variant> variant;
  if (std::optional<Scenario> scenario = read_scenario(document, found)) {
    if (std::optional<Network> network = build_network(*scenario, found)) {
      Compiled compiled = compile(*scenario, *network, detail, frozen);
      variant = Variant{name, std::move(*scenario), std::move(*network), std::move(compiled)};
      if (variant->scenario.inputs) compile_resamples(document, detail, frozen, *variant, found);
    }
  }
  if (name != base_name)
    for (Issue& issue : found)
      if (issue.line == 0 && !issue.path.starts_with("alternatives."))
        issue.path = "alternatives." + name + ": " + issue.path;
  add_new(found, issues);
  return variant;
}

void add_tables(const Scenario& scenario, std::set<std::string>& names) {
  for (std::size_t i = 1; i < scenario.files.size(); ++i) names.insert(scenario.files[i]);
}

std::string tables_as_comments(const std::set<std::string>& names, const std::string& folder) {
  std::string text;
  for (const std::string& name : names) {
    std::ifstream in(name, std::ios::binary);
    if (!in) continue;  // a patch from the command line is listed among the files, but is none
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    // Named from the scenario's folder: the same text wherever the command was called.
    const std::string shown = std::filesystem::path(name).lexically_relative(folder).generic_string();
    text += fmt::format("# --- {}: {} bytes, hash {:016x}\n", shown.empty() ? name : shown, content.size(),
                        hash_name(content));
    if (content.size() > most_kept_table) continue;
    for (std::size_t at = 0; at < content.size();) {
      const std::size_t end = std::min(content.find('\n', at), content.size());
      text += "# " + content.substr(at, end - at) + "\n";
      at = end + 1;
    }
  }
  return text;
}

void add_inputs(const Variant& variant, ResampledInputs& inputs) {
  for (const ObservedInput& each : variant.inputs) {
    const auto known = [&](const ResampledInput& one) { return one.name == each.name && one.blocks == each.blocks; };
    if (std::ranges::none_of(inputs.names, known))
      inputs.names.push_back({each.name, static_cast<std::int64_t>(each.observations), each.blocks});
  }
}

ResultHeader describe_run(const Variant& base, Detail detail, const std::string& scenario_text) {
  const Scenario& scenario = base.scenario;
  const Blueprint& blueprint = base.compiled.blueprint;
  ResultHeader header;
  header.scenario = scenario.name;
  header.question = scenario.question;
  header.start = scenario.start;
  header.order_of_day = day_text(scenario.order_of_day);
  header.warmup = blueprint.warmup;
  header.length = blueprint.length;
  header.drain = blueprint.drain;
  header.seed = scenario.seed;
  header.scenario_hash = hash_name(scenario_text);
  header.numerics_id = numerics_id();
  header.program_version = std::string(program_version());
  header.replications = static_cast<std::size_t>(scenario.replications);
  header.detail = detail;
  header.inputs.resamples = base.resamples.size();
  add_inputs(base, header.inputs);
  for (Time at = 0; blueprint.series_every < never && at < blueprint.length; at += blueprint.series_every)
    header.series_at.push_back(at);
  return header;
}

}  // namespace restock

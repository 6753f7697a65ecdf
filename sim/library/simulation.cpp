// The library: what its one header promises, kept by the rooms behind it.
#include "library/restock.hpp"

#include "analysis/summary.hpp"

#include "campaign/run.hpp"
#include "core/version.hpp"
#include "estimate/input_spread.hpp"
#include "input/document.hpp"

#include <algorithm>
#include <limits>

namespace restock {

struct Simulation::Ready {
  Plan plan;
  std::vector<ScenarioProblem> warnings;
};

struct SimulationResult::Kept {
  RunResult run;
};

namespace {

std::vector<ScenarioProblem> problems_of(const Issues& issues) {
  std::vector<ScenarioProblem> all;
  for (const Issue& issue : issues)
    all.push_back({issue.file, issue.line, issue.column, issue.path, issue.code, issue.problem, issue.hint,
                   issue.severity == Severity::warning});
  return all;
}

/// The plan of a document, or InvalidScenario.
Plan plan_or_throw(Document document, const SimulationOptions& options, Issues& issues) {
  document = patched_by_texts(std::move(document), options.set, issues);
  std::optional<Plan> plan = make_plan(document, {options.set, Detail::total}, issues);
  if (plan) return std::move(*plan);
  std::string text;
  for (const Issue& issue : issues) text += describe(issue, document);
  throw InvalidScenario(text, problems_of(issues));
}

std::size_t place_of_alternative(const Results& results, const std::string& name) {
  const std::vector<std::string>& all = results.header.axes.alternatives;
  const auto at = std::find(all.begin(), all.end(), name);
  if (at == all.end()) throw std::out_of_range("there is no alternative " + name);
  return static_cast<std::size_t>(at - all.begin());
}

}  // namespace

Simulation Simulation::from_file(const std::string& path, const SimulationOptions& options) {
  Issues issues;
  Plan plan = plan_or_throw(load_document(path, issues), options, issues);
  return Simulation(std::make_shared<const Ready>(Ready{std::move(plan), problems_of(issues)}));
}

Simulation Simulation::from_text(const std::string& yaml, const SimulationOptions& options) {
  Issues issues;
  Plan plan = plan_or_throw(parse_document(yaml, "scenario", options.folder, issues), options, issues);
  return Simulation(std::make_shared<const Ready>(Ready{std::move(plan), problems_of(issues)}));
}

const std::vector<ScenarioProblem>& Simulation::warnings() const { return ready_->warnings; }

SimulationResult Simulation::run(unsigned threads) const { return run_to("", false, threads); }

SimulationResult Simulation::run_to(const std::string& path, bool replace, unsigned threads) const {
  RunSettings settings;
  settings.threads = threads;
  settings.path = path;
  settings.force = replace;
  using Kept = SimulationResult::Kept;
  return SimulationResult(std::make_shared<const Kept>(Kept{run_plan(ready_->plan, settings)}));
}

const std::vector<std::string>& SimulationResult::alternatives() const {
  return kept_->run.results.header.axes.alternatives;
}

std::size_t SimulationResult::replications() const { return kept_->run.results.header.replications; }

std::vector<double> SimulationResult::values(const std::string& metric, const std::string& alternative) const {
  const auto index = metric_index(metric);
  if (!index) throw std::out_of_range("there is no metric " + metric);
  const Results& results = kept_->run.results;
  const std::span<const double> values = results.of(*index, place_of_alternative(results, alternative));
  return {values.begin(), values.end()};
}

MetricMean SimulationResult::mean(const std::string& metric, const std::string& alternative) const {
  const Estimate found = estimate_over(values(metric, alternative), kept_->run.results.header.inputs.resamples);
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  return {found.mean.value_or(nothing), found.half_width.value_or(nothing)};
}

std::uint64_t SimulationResult::fingerprint() const { return kept_->run.results.fingerprint(); }

std::string SimulationResult::json() const { return summary_json(kept_->run.results, kept_->run.facts); }

std::vector<std::string> metric_names() {
  std::vector<std::string> names;
  for (const Metric& metric : metrics()) names.emplace_back(metric.name);
  return names;
}

std::string version() { return std::string(program_version()); }

}  // namespace restock

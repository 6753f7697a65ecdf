#include "gallery/answers.hpp"

#include "analysis/report/sweep_study.hpp"
#include "campaign/attribution_run.hpp"
#include "campaign/plan.hpp"
#include "campaign/run.hpp"
#include "campaign/sweep_run.hpp"
#include "measure/kpi.hpp"
#include "output/sweep_result.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>

namespace restock::gallery {

namespace {

constexpr unsigned workers = 2;

std::string file_of(const Stop& stop) { return RESTOCK_SOURCE_DIR "/" + stop.path(); }

std::string in_lines(const Issues& issues, const Document& document) {
  std::string text;
  for (const Issue& issue : issues) text += describe(issue, document);
  return text;
}

std::size_t place_of(const std::vector<std::string>& names, const std::string& name, const char* what) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) throw std::runtime_error(std::string("there is no ") + what + " " + name);
  return static_cast<std::size_t>(at - names.begin());
}

std::string counted(Time many, const char* what) { return std::to_string(many) + " " + what + (many == 1 ? "" : "s"); }

std::string setting_of(const ResultHeader& header) {
  const Time length = header.length;
  const std::string span = length % year == 0   ? counted(length / year, "year")
                           : length % week == 0 ? counted(length / week, "week")
                                                : counted((length + day / 2) / day, "day");
  return span + ", " + std::to_string(header.replications) + " replications";
}

std::size_t metric_of(const std::string& quantity) {
  const std::optional<std::size_t> metric = metric_index(quantity);
  if (!metric) throw std::runtime_error("there is no metric " + quantity);
  return *metric;
}

std::string without_equals(std::string text) {
  for (std::size_t at = text.find(" = "); at != std::string::npos; at = text.find(" = ")) text.replace(at, 3, " ");
  return text;
}

Answers run_answers(const Stop& stop) {
  Issues issues;
  Document document;
  const std::optional<Plan> plan = make_plan(file_of(stop), {}, issues, document);
  if (!plan) throw std::runtime_error(in_lines(issues, document));
  RunSettings settings;
  settings.threads = workers;
  const auto results = std::make_shared<const Results>(run_plan(*plan, settings).results);
  const auto lookup = [results](const std::string& quantity, const std::string& of) {
    const std::size_t metric = metric_of(quantity);
    const auto values = results->of(metric, place_of(results->header.axes.alternatives, of, "alternative"));
    return Column{{values.begin(), values.end()}, report::style_of(metric)};
  };
  return {results->header.scenario, results->header.question, setting_of(results->header), lookup};
}

/// Quantities are the outcomes that are put down to causes: in all, of a cause, or of `chance`, which leaves the rest.
Answers attribution_answers(const Stop& stop) {
  Issues issues;
  Document document;
  const std::optional<AttributionPlan> plan = make_attribution(file_of(stop), {}, "base", issues, document);
  if (!plan) throw std::runtime_error(in_lines(issues, document));
  ShardSettings settings;
  settings.threads = workers;
  const auto found = std::make_shared<const Attribution>(run_attribution(*plan, settings).found);
  const auto lookup = [found](const std::string& quantity, const std::string& of) {
    const std::size_t outcome = place_of(found->axes.outcomes, quantity, "outcome");
    Column column{{}, {quantity, found->axes.units[outcome], 1.0}};
    if (of == "base" || of == "chance") {
      column.values = of == "base" ? found->total[outcome] : found->base[outcome];
    } else {
      const std::size_t first = place_of(found->axes.causes, of, "cause") * found->replications;
      const auto& shares = found->shares[outcome];
      for (std::size_t r = 0; r < found->replications; ++r) column.values.push_back(shares[first + r]);
    }
    return column;
  };
  return {plan->header.scenario, plan->header.question, setting_of(plan->header), lookup};
}

/// Alternatives are cells, by the values of their factors: `rate 1 per d, S 6`.
Answers sweep_answers(const Stop& stop) {
  Issues issues;
  Document document;
  const std::optional<SweepPlan> plan = make_sweep(file_of(stop), {}, issues, document);
  if (!plan) throw std::runtime_error(in_lines(issues, document));
  ShardSettings settings;
  settings.threads = workers;
  settings.path = std::string(std::getenv("RESTOCK_TEST_TMP")) + "/" + stop.scenario + ".h5";
  run_sweep(*plan, settings);
  const auto result = std::make_shared<const SweepResult>(settings.path);
  const auto lookup = [result](const std::string& quantity, const std::string& of) {
    const report::SweepStudy cells(*result, "");
    std::vector<std::string> names;
    for (std::size_t v = 0; v < cells.variants(); ++v) names.push_back(without_equals(cells.name_of(v)));
    const std::size_t metric = metric_of(quantity);
    const auto values = cells.of(metric, place_of(names, of, "design point"));
    return Column{{values.begin(), values.end()}, report::style_of(metric)};
  };
  const ResultHeader& header = plan->header.run;
  return {header.scenario, header.question, setting_of(header), lookup};
}

}  // namespace

Answers answers_of(const Stop& stop) {
  if (stop.verb == "run") return run_answers(stop);
  if (stop.verb == "attribute") return attribution_answers(stop);
  if (stop.verb == "sweep") return sweep_answers(stop);
  throw std::runtime_error("tour.md:" + std::to_string(stop.line) + ": no figures come of restock " + stop.verb);
}

std::string problems_of(const Stop& stop, const std::vector<std::string>& patches) {
  Issues issues;
  Document document;
  PlanSettings settings;
  settings.patches = patches;
  make_plan(file_of(stop), settings, issues, document);
  return in_lines(issues, document);
}

}  // namespace restock::gallery

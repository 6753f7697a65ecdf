// The first screen of a sweep: which cell is best, how sure that is, and what moves it.
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sweep_sections.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock::report {

namespace {

std::string how_sure(const SweepStudy& study) {
  const std::size_t n = study.header().run.replications;
  if (n == 1) return "One replication has no intervals: nothing here says what luck did.";
  return fmt::format(
      "All cells met the same customers in each of {} replications, so they are compared in pairs. A cell may be as "
      "good "
      "as the best while the interval of their difference, at 95 % for all at once, holds 0. Means over levels are "
      "averaged within each replication first, so their intervals are those of {} independent values.",
      n, n);
}

/// `It moves most with S: 1,234 ± 56 money/d more at 60 than at 45`.
std::string what_moves_it(const SweepStudy& study) {
  if (study.strongest().empty()) return {};
  std::string text;
  const MetricStyle style = style_of(study.by());
  const std::size_t alternative = study.ranking()[0] % study.header().alternatives();
  std::size_t told = 0;
  for (const std::size_t factor : study.strongest()) {
    const MainEffect effect = study.main_effect(study.by(), factor, alternative);
    const bool clear = effect.span.mean && effect.span.half_width && *effect.span.mean > *effect.span.half_width;
    if (!clear || told == 2) continue;
    const std::string& name = study.header().factors[factor].name;
    const Estimate shown = style.shown(effect.span);
    const auto level = [&](std::size_t at) { return escaped(study.levels(factor)[at].name); };
    text += fmt::format("{} {}: {}{} more at {} than at {}",
                        told == 0 ? "Averaged over everything else it moves most with" : ", then with", in_bold(name),
                        escaped(estimate_text(shown, prose_decimals(style, shown), shown.n)), escaped(style.suffix()),
                        level(effect.highest), level(effect.lowest));
    ++told;
  }
  return text.empty() ? text : text + ".";
}

std::string best_cell(const SweepStudy& study) {
  const std::string metric = escaped(style_of(study.by()).label);
  if (study.ranking().empty()) return fmt::format("No cell has a {}, so there is no best one.", metric);
  const std::size_t best = study.ranking()[0], good = study.as_good();
  std::string text =
      fmt::format("Best by {} of {} cells is {}, with {}", metric, study.variants(), in_bold(study.name_of(best)),
                  escaped(value_text(study.by(), study.estimate_of(study.by(), best))));
  if (study.header().run.replications > 1)
    text += good == 0 ? std::string("; it is clearly better than all others")
                      : fmt::format("; {} other{} may be as good", good, good == 1 ? "" : "s");
  return text + ".";
}

std::string tiles_of_best(const SweepStudy& study) {
  if (study.ranking().empty()) return {};
  std::string text;
  for (const FirstFigure& each : first_figures()) {
    const std::size_t metric = metric_index(each.metric).value();
    const Estimate value = study.estimate_of(metric, study.ranking()[0]);
    if (value.mean) text += tile(each.label, metric, value, {});
  }
  return text.empty() ? text
                      : fmt::format("<dl class=\"tiles\" aria-label=\"First figures of {}\">{}</dl>",
                                    escaped(study.name_of(study.ranking()[0])), text);
}

}  // namespace

std::vector<std::size_t> deciding_metrics(const SweepStudy& study) {
  std::vector<std::size_t> chosen;
  const auto add = [&](std::size_t metric) {
    if (std::find(chosen.begin(), chosen.end(), metric) == chosen.end() && study.varies(metric))
      chosen.push_back(metric);
  };
  add(study.by());
  for (const char* name : {"fill_rate", "total_cost"}) add(metric_index(name).value());
  return chosen;
}

std::string sweep_answer(const SweepStudy& study) {
  std::string text = "<p class=\"answer\">" + best_cell(study);
  if (!study.ranking().empty()) text += " " + what_moves_it(study);
  return text + "</p><p class=\"sure\">" + escaped(how_sure(study)) + "</p>" + tiles_of_best(study);
}

}  // namespace restock::report

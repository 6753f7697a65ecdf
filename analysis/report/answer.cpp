// The first screen: question, answer, certainty, cost.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

namespace {

std::string listed(const std::vector<std::string>& names, const char* last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? std::string(" ") + last + " " : ", ") + in_bold(names[i]);
  return text;
}

/// `29,043 ± 1,234 money/d more than base`: the difference with the interval that holds for all at once.
std::string against_base(const Study& study, std::size_t contestant, std::size_t metric) {
  const Difference* d = study.difference(contestant, metric);
  if (d == nullptr || !d->paired.difference.mean) return {};
  const MetricStyle style = style_of(metric);
  Estimate e = d->paired.difference;
  e.half_width = d->paired.simultaneous;
  e = style.shown(e);
  const bool more = *e.mean >= 0.0;
  e.mean = more ? *e.mean : -*e.mean;
  return fmt::format("{}{} {} than {}", escaped(estimate_text(e, decimals_for({e}), e.n)), escaped(style.suffix()),
                     more ? "more" : "less", in_bold(study.contestants()[study.base()].name));
}

/// Whether these alternatives have the same values of a metric, replication by replication: then no number of
/// replications would tell them apart.
bool are_same(const Study& study, std::size_t metric, const std::vector<std::string>& names) {
  std::vector<double> first;
  for (std::size_t i = 0; i < study.size(); ++i) {
    if (std::find(names.begin(), names.end(), study.contestants()[i].name) == names.end()) continue;
    const std::span<const double> values = study.values(metric, i);
    if (first.empty()) first.assign(values.begin(), values.end());
    if (!std::equal(values.begin(), values.end(), first.begin(), first.end())) return false;
  }
  return true;
}

/// What the ranking says, as one sentence; and how sure it is, as another.
std::string verdict(const Study& study) {
  const Comparison& comparison = *study.comparison();
  const std::size_t best = study.best(), by = comparison.by;
  const Rank& first = comparison.ranking.front();
  const std::string metric = escaped(style_of(by).label);
  if (!first.value.mean) return fmt::format("No alternative has a {}, so there is no ranking.", metric);
  std::vector<std::string> candidates;
  for (const Rank& rank : comparison.ranking)
    if (rank.may_be_best) candidates.push_back(rank.name);
  const std::string some =
      candidates.size() > 4 ? fmt::format("{} alternatives", candidates.size()) : listed(candidates, "and");
  std::string text =
      candidates.size() == 1 ? fmt::format("{} is clearly best by {}", in_bold(first.name), metric)
      : comparison.replications > 1 && are_same(study, by, candidates)
          ? fmt::format("Best by {} are {}, which are the same in every replication", metric, some)
          : fmt::format("Best by {} is {}: these {} do not tell which. The best mean has {}", metric,
                        candidates.size() > 4 ? fmt::format("one of {} alternatives", candidates.size())
                                              : listed(candidates, "or"),
                        comparison.replications == 1 ? "figures of a single replication"
                                                     : fmt::format("{} replications", comparison.replications),
                        in_bold(first.name));
  text += ", with " + escaped(value_text(by, first.value));
  if (const std::string difference = against_base(study, best, by); !difference.empty()) text += ", " + difference;
  return text + ".";
}

/// `It ships 84.5 % of what is demanded from stock at once (base 81.3 %), …`
std::string story(const Study& study) {
  const std::size_t best = study.best(), base = study.base();
  std::vector<std::string> parts;
  const auto tell = [&](std::string_view name, const char* words) {
    const std::size_t metric = metric_of(name);
    const Estimate there = study.estimate_of(metric, best);
    const double before = study.estimate_of(metric, base).mean.value_or(0.0);
    if (!there.mean || (*there.mean == 0.0 && before == 0.0)) return;
    std::string part = fmt::format(fmt::runtime(words), escaped(mean_text(metric, there)));
    if (best != base)
      part += fmt::format(" ({}: {})", escaped(study.contestants()[base].name),
                          escaped(mean_text(metric, study.estimate_of(metric, base))));
    parts.push_back(part);
  };
  tell("fill_rate", "ships {} of what customers want at once");
  tell("lost_rate", "loses {}");
  tell("cancel_rate", "sees {} cancelled");
  tell("total_cost", "costs {}, lost sales and goodwill included");
  if (parts.empty()) return {};
  std::string text = best == base && study.size() == 1 ? in_bold(study.contestants()[base].name) : "It";
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? " " : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text + ".";
}

std::string certainty(const Study& study) {
  const std::size_t n = study.replications();
  if (n == 1) return "One replication has no intervals: nothing here says what luck did.";
  if (!study.comparison())
    return fmt::format("± is the half-width of the 95 % interval of the mean over {} replications.", n);
  return fmt::format(
      "All alternatives met the same customers in each of {} replications, so differences are paired. "
      "“Clearly” means that the intervals of all pairs, at 95 % for all of them at once, leave no other that may be "
      "best.",
      n);
}

std::string tile_row(const Study& study) {
  std::string text;
  for (const FirstFigure& each : first_figures()) {
    const std::size_t metric = metric_of(each.metric);
    const Estimate best = study.estimate_of(metric, study.best());
    if (!best.mean) continue;
    const bool differs = study.best() != study.base();
    text += tile(each.label, metric, best,
                 differs ? study.contestants()[study.base()].name + " " +
                               mean_text(metric, study.estimate_of(metric, study.base()))
                         : std::string());
  }
  return text.empty() ? text
                      : fmt::format("<dl class=\"tiles\" aria-label=\"First figures of {0}\">{1}</dl>",
                                    escaped(study.contestants()[study.best()].name), text);
}

}  // namespace

std::string answer_section(const Study& study) {
  if (study.files() == 1 && study.attribution(0)) return attribution_answer(*study.attribution(0));
  std::string text = "<p class=\"answer\">";
  if (study.comparison()) text += verdict(study) + " ";
  text += story(study) + "</p>";
  text += "<p class=\"sure\">" + escaped(certainty(study)) + "</p>";
  return text + tile_row(study);
}

}  // namespace restock::report

#include "analysis/report/trouble.hpp"

#include "analysis/report/calendar_axis.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace restock::report {

namespace {

constexpr double strip_names = 170, strip_height = 17;
constexpr std::size_t most_strips = 16;

/// Days from a sampling instant to the next.
double sampling_step(const std::vector<double>& days) { return days.size() > 1 ? days[1] - days[0] : 1.0; }

std::string strips(const Study& study, const std::vector<Trouble>& troubles) {
  const std::vector<double>& days = study.series(0).days;
  const double end = days.back() + sampling_step(days), bottom = strip_height * static_cast<double>(troubles.size());
  const Scale x(0.0, end, strip_names, page_width - 14);
  Drawing drawing(page_width, bottom + 24, "Disruptions",
                  "when each was on, a strip for each; the table below has the shares of time");
  const std::string& start = study.header().start;
  for (const auto& [at, label] : date_ticks(start, end, 10)) {
    drawing.line(x(at), 0, x(at), bottom + 4, "grid");
    drawing.text(x(at), bottom + 16, label, at < end * 0.96 ? Anchor::start : Anchor::end, "soft");
  }
  for (std::size_t i = 0; i < troubles.size(); ++i) {
    const double y = strip_height * static_cast<double>(i);
    drawing.text(strip_names - 8, y + 11, troubles[i].name, Anchor::end, {}, 24);
    drawing.line(strip_names, y + strip_height - 3, page_width - 14, y + strip_height - 3, "grid");
    for_each_span(troubles[i].level, [&](std::size_t from, std::size_t to, int fifth) {
      const double until = to < days.size() ? days[to] : end;
      drawing.rect(x(days[from]), y + 1, x(until) - x(days[from]), strip_height - 5, fmt::format("trouble t{}", fifth),
                   fmt::format("{}, {} to {}: up to {} % of its worst", troubles[i].name, date_of(start, days[from]),
                               date_of(start, until), 20 * fifth));
    });
  }
  return drawing.svg();
}

/// Share of the window and spells of every disruption in every alternative.
std::string table_of_troubles(const Study& study) {
  HtmlTable table("Disruptions", {"disruption", "alternative", "% of the time", "spells"}, 2, TableUse::filtered);
  for (const Contestant& c : study.contestants()) {
    const Results& results = study.results(c.file);
    for (std::size_t d = 0; d < results.header.axes.disruptions.size(); ++d) {
      const Estimate active = estimate(results.of_disruption(&Results::active, c.index, d));
      if (!active.mean) continue;
      const Estimate spells = estimate(results.of_disruption(&Results::spells, c.index, d));
      table.row({results.header.axes.disruptions[d], c.name, grouped(100.0 * *active.mean, 1),
                 grouped(spells.mean.value_or(0.0), 2)});
    }
  }
  return table.text();
}

}  // namespace

std::vector<Trouble> troubles_of(const Study& study) {
  std::vector<Trouble> troubles;
  if (study.series(0).empty()) return troubles;
  const Contestant& base = study.contestants()[study.base()];
  const SeriesTable& series = study.series(base.file);
  if (series.days != study.series(0).days) return troubles;
  const std::size_t count = series.disruptions.size();
  for (std::size_t d = 0; d < count && troubles.size() < most_strips; ++d) {
    Trouble trouble{series.disruptions[d], {}};
    for (std::size_t t = 0; t < series.days.size(); ++t)
      trouble.level.push_back(series.disruption_level[(base.index * series.days.size() + t) * count + d]);
    if (std::any_of(trouble.level.begin(), trouble.level.end(), [](double v) { return v > 0.0; }))
      troubles.push_back(std::move(trouble));
  }
  return troubles;
}

void for_each_span(const std::vector<double>& level,
                   const std::function<void(std::size_t from, std::size_t to, int fifth)>& draw) {
  const double worst =
      std::accumulate(level.begin(), level.end(), 1.0, [](double a, double b) { return std::max(a, b); });
  const auto fifth = [&](std::size_t t) {
    return level[t] > 0.0 ? std::clamp(static_cast<int>(std::ceil(level[t] / worst * 5.0)), 1, 5) : 0;
  };
  for (std::size_t t = 0; t < level.size();) {
    std::size_t end = t + 1;
    while (end < level.size() && fifth(end) == fifth(t)) ++end;
    if (fifth(t) > 0) draw(t, end, fifth(t));
    t = end;
  }
}

std::string trouble_figure(const Study& study, const std::vector<Trouble>& troubles) {
  if (troubles.empty()) return {};
  return figure(
      "What went wrong, and when",
      fmt::format("Disruptions, downtimes and surges in {}: the stronger the colour, the more severe, or on in the "
                  "more of the replications.",
                  study.contestants()[study.base()].name),
      strips(study, troubles), table_of_troubles(study));
}

}  // namespace restock::report

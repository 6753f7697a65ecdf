// Paired differences to the base, as a forest plot for each metric that matters most, and all of them in a table.
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

namespace {

struct VerdictLook {
  const char* word;
  const char* style;
};
VerdictLook look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::better:
      return {"better", "v-better"};
    case Verdict::worse:
      return {"worse", "v-worse"};
    case Verdict::higher:
      return {"higher", "v-clear"};
    case Verdict::lower:
      return {"lower", "v-clear"};
    case Verdict::same:
      return {"same", "v-same"};
    case Verdict::unclear:
      break;
  }
  return {"unclear", "v-same"};
}

DotRow row_of(const std::string& name, const Difference& d, const MetricStyle& style) {
  const Estimate e = style.shown(d.paired.difference);
  const VerdictLook look = look_of(d.verdict);
  const std::string words = (*e.mean > 0.0 ? "+" : "") + estimate_text(e, decimals_for({e}), e.n) + style.suffix();
  return {name,       e.mean,    e.half_width.value_or(0.0),        d.paired.simultaneous.value_or(0.0) * style.factor,
          look.style, look.word, std::string("word ") + look.style, name + ": " + words};
}

std::string panel_of_differences(const Study& study, std::size_t metric) {
  const MetricStyle style = style_of(metric);
  DotPanel panel;
  panel.heading = style.heading();
  panel.description =
      "difference to the base with its intervals, a row for each alternative; the table below has the numbers";
  panel.reference = 0.0;
  panel.word_width = 56;
  for (std::size_t c = 0; c < study.size(); ++c) {
    const Difference* d = c == study.base() ? nullptr : study.difference(c, metric);
    if (d != nullptr && d->paired.difference.mean) panel.rows.push_back(row_of(study.contestants()[c].name, *d, style));
  }
  return panel.rows.empty() ? "" : panel_svg(panel);
}

std::string plain(const std::optional<double>& value, int decimals) { return value ? grouped(*value, decimals) : "–"; }

std::string table_of_differences(const Study& study) {
  HtmlTable table("Paired differences",
                  {"alternative", "metric", study.contestants()[study.base()].name, "alternative", "difference",
                   "± on its own", "± all at once", "correlation", "variance ratio", "verdict"},
                  2, TableUse::filtered);
  for (const Contender& contender : study.comparison()->contenders)
    for (const Difference& d : contender.differences) {
      const MetricStyle style = style_of(d.metric);
      const Estimate gap = style.shown(d.paired.difference), base = style.shown(d.base), other = style.shown(d.other);
      const int decimals = std::max(decimals_for({gap}), decimals_for({base, other}));
      std::optional<double> at_once = d.paired.simultaneous;
      if (at_once) *at_once *= style.factor;
      table.row({contender.name, style.heading(), plain(base.mean, decimals), plain(other.mean, decimals),
                 plain(gap.mean, decimals), plain(gap.half_width, decimals), plain(at_once, decimals),
                 plain(d.paired.correlation, 2), plain(d.paired.variance_ratio, 2), look_of(d.verdict).word});
    }
  return table.text();
}

/// What ranks, then service, then money; each once.
std::vector<std::size_t> forest_metrics(const Study& study) {
  std::vector<std::size_t> chosen{study.comparison()->by};
  for (const char* name : {"fill_rate", "lost_rate", "cancel_rate", "mean_wait", "promise_kept_rate", "mean_on_hand",
                           "total_cost", "profit"}) {
    const std::size_t metric = metric_of(name);
    if (std::find(chosen.begin(), chosen.end(), metric) == chosen.end()) chosen.push_back(metric);
  }
  return chosen;
}

}  // namespace

std::string differences_section(const Study& study) {
  if (!study.comparison()) return {};
  std::string panels;
  for (const std::size_t metric : forest_metrics(study)) panels += panel_of_differences(study, metric);
  if (panels.empty()) return {};
  return figure(fmt::format("Differences to {}", study.contestants()[study.base()].name),
                fmt::format("Paired over {} replications. Thick: the 95 % interval of one difference on its own. Thin: "
                            "wide enough that all {} of a metric hold at once, which decides what is called better or "
                            "worse.",
                            study.replications(), study.size() - 1),
                "<div class=\"panels\">" + panels + "</div>", table_of_differences(study));
}

}  // namespace restock::report

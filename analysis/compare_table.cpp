// The comparison as a table and in plain sentences.
#include "analysis/compare.hpp"
#include "analysis/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

std::string maybe(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "–";
}

std::string difference_text(const Difference& d, int decimals, std::size_t replications) {
  const Estimate& e = d.paired.difference;
  if (!e.mean) return "–";
  std::string text = with_sign(*e.mean, decimals);
  if (e.half_width) text += fmt::format(" ± {:.{}f}", *e.half_width, decimals);
  if (e.n < replications) text += fmt::format(" n={}", e.n);
  return text;
}

std::string mark(Verdict verdict) {
  constexpr const char* marks[]{"", "same", "better", "worse", "higher", "lower"};
  return marks[static_cast<std::size_t>(verdict)];
}

std::string table_of(const Contender& contender, const Comparison& comparison) {
  Table table;
  table.row({"", comparison.base, contender.name, "difference", "± all at once", "correlation", "variance ratio", ""});
  for (const Difference& d : contender.differences) {
    const int decimals = std::max(decimals_for({d.paired.difference}), decimals_for({d.base, d.other}));
    table.row({labelled(d.metric), maybe(d.base.mean, decimals), maybe(d.other.mean, decimals),
               difference_text(d, decimals, comparison.replications), maybe(d.paired.simultaneous, decimals),
               maybe(d.paired.correlation, 2), maybe(d.paired.variance_ratio, 2), mark(d.verdict)});
  }
  return table.text();
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

/// `b against base: better in fill_rate and profit; worse in mean_on_hand; no clear difference in lost_rate.`
std::string sentence(const Contender& contender, const Comparison& comparison) {
  std::string text;
  for (const auto& [verdict, words] :
       {std::pair{Verdict::better, "better in "}, std::pair{Verdict::worse, "worse in "},
        std::pair{Verdict::higher, "higher in "}, std::pair{Verdict::lower, "lower in "},
        std::pair{Verdict::unclear, "no clear difference in "}, std::pair{Verdict::same, "the same in "}}) {
    std::vector<std::string> names;
    for (const Difference& d : contender.differences)
      if (d.verdict == verdict) names.emplace_back(metrics()[d.metric].name);
    if (!names.empty()) text += (text.empty() ? "" : "; ") + (words + join(names));
  }
  return fmt::format("{} against {}: {}.\n", contender.name, comparison.base,
                     text.empty() ? "nothing to compare" : text);
}

std::string interval_text(const Rank& rank, int decimals) {
  if (!rank.low) return "–";
  // An end at 0 is a bound and not an estimate: no better, or no worse, than all others.
  const auto end = [&](double value) { return value == 0.0 ? std::string("0") : with_sign(value, decimals); };
  return fmt::format("{} … {}", end(*rank.low), end(*rank.high));
}

/// Those of the narrowest: pairing makes differences much finer than the means are.
int decimals_of_intervals(const Comparison& comparison) {
  int most = 0;
  for (const Rank& rank : comparison.ranking) {
    if (!rank.low) continue;
    Estimate width;
    width.mean = 0.5 * (*rank.high + *rank.low);
    width.half_width = 0.5 * (*rank.high - *rank.low);
    if (*width.half_width > 0.0) most = std::max(most, decimals_for({width}));
  }
  return most;
}

std::string status_of(const Rank& rank) {
  if (rank.may_be_best) return "may be best";
  return rank.beaten_by.empty() ? "undefined" : "beaten by " + rank.beaten_by;
}

/// What more replications would do where several may be best.
std::string more_text(const Comparison& comparison) {
  if (comparison.over_resamples) return "More observations of the inputs, or more resamples, would tell more.\n";
  const std::optional<std::size_t> enough = comparison.enough();
  if (!enough)
    return "Their means are equal, or there are too few replications to say how many would tell them apart.\n";
  if (*enough > comparison.replications + 1'000'000)
    return "They are so close that more replications would hardly tell them apart: take the one that is easiest to "
           "have.\n";
  return fmt::format(
      "About {} replications would tell ({} more), if the differences stay what they are; `restock run --select best` "
      "adds\nthem where they are needed, and stops at a difference that you say does not matter.\n",
      *enough, *enough - std::min(*enough, comparison.replications));
}

/// What pairing gained with the leader, over all others.
std::string pairing_text(const Comparison& comparison) {
  std::vector<double> ratios;
  for (const Rank& rank : comparison.ranking)
    if (rank.variance_ratio) ratios.push_back(*rank.variance_ratio);
  const std::optional<double> median = sample_quantile(ratios, 0.5);
  if (!median || !(*median > 0.0)) return {};
  const double times = 1.0 / *median;
  return fmt::format(
      "Same customers: independent runs would need {:.{}f} times the replications for these intervals.\n", times,
      times < 10.0 ? 1 : 0);
}

std::string ranking_text(const Comparison& comparison) {
  const Metric& metric = metrics()[comparison.by];
  std::vector<Estimate> values;
  std::vector<std::string> best;
  for (const Rank& rank : comparison.ranking) {
    values.push_back(rank.value);
    if (rank.may_be_best) best.push_back(rank.name);
  }
  const int decimals = decimals_for(values), fine = std::max(decimals, decimals_of_intervals(comparison));
  Table table;
  table.row({fmt::format("ranking by {} ({} is better)", metric.name, to_text(metric.better)),
             metric.unit == "1" ? "" : fmt::format("[{}]", metric.unit), "less the best other", "correlation", ""});
  for (const Rank& rank : comparison.ranking)
    table.row({rank.name, with_interval(rank.value, decimals, comparison.replications), interval_text(rank, fine),
               &rank == &comparison.ranking.front() ? "" : maybe(rank.correlation, 2), status_of(rank)});
  std::string text = table.text() + "\n";
  if (best.empty()) return text;
  if (best.size() == 1)
    return text + fmt::format("{} is clearly best in {}.\n", best[0], metric.name) + pairing_text(comparison);
  return text +
         fmt::format("Best in {} is one of {}: these replications do not tell which.\n", metric.name, join(best)) +
         more_text(comparison) + pairing_text(comparison);
}

}  // namespace

std::string compare_table(const Comparison& comparison) {
  std::string text;
  for (const Contender& contender : comparison.contenders) text += table_of(contender, comparison) + "\n";
  for (const Contender& contender : comparison.contenders) text += sentence(contender, comparison);
  text += "\n" + ranking_text(comparison);
  const std::size_t others = comparison.contenders.size();
  text += fmt::format(
      "\nDifferences are paired over {} {} with 95 % intervals: on their own (difference ±), and for {} at "
      "once\nin each metric (Bonferroni), which decide what is clear;\n\"less the best other\" holds for all "
      "alternatives at once. Variance ratio: variance of the difference / "
      "what "
      "independent runs\nwould have.\n",
      comparison.replications, comparison.over_resamples ? "resamples of the inputs" : "replications",
      others == 1 ? "this one alternative" : fmt::format("all {} alternatives", others));
  return text;
}

}  // namespace restock

#include "analysis/report/sweep_study.hpp"

#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace restock::report {

namespace {

constexpr std::size_t most_levels = 12;    ///< shown one by one
constexpr std::size_t groups_of_many = 8;  ///< that more levels are put into

/// Design points in the order of a factor's values; those of texts in the order in which texts first appear.
std::vector<std::size_t> in_order(const FactorColumn& factor, std::size_t points) {
  std::vector<std::size_t> order(points);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> keys = factor.numbers;
  if (!factor.numeric)
    for (const std::string& text : factor.texts)
      keys.push_back(
          static_cast<double>(std::find(factor.texts.begin(), factor.texts.end(), text) - factor.texts.begin()));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  return order;
}

std::vector<FactorLevel> levels_of(const FactorColumn& factor, std::size_t points) {
  std::vector<FactorLevel> single;
  for (const std::size_t point : in_order(factor, points)) {
    const std::string name = short_value(factor, point);
    if (single.empty() || single.back().name != name) single.push_back({name, {}});
    single.back().points.push_back(point);
  }
  if (single.size() <= most_levels) return single;
  std::vector<FactorLevel> groups;
  for (std::size_t g = 0; g < groups_of_many; ++g) {
    const std::size_t from = g * single.size() / groups_of_many, to = (g + 1) * single.size() / groups_of_many;
    FactorLevel group{single[from].name + (to - from > 1 ? " – " + single[to - 1].name : ""), {}};
    for (std::size_t i = from; i < to; ++i)
      group.points.insert(group.points.end(), single[i].points.begin(), single[i].points.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

std::string short_value(const FactorColumn& factor, std::size_t point) {
  return factor.numeric ? fmt::format("{:.6g}", factor.numbers[point]) : factor.texts[point];
}

SweepStudy::SweepStudy(const SweepResult& result, const std::string& by) : result_(&result) {
  if (variants() == 0 || header().run.replications == 0) throw ResultError("damaged", result.path(), "has no cells");
  const auto sold = [&] {
    const std::vector<double>& revenue = values(metric_index("revenue").value());
    return std::any_of(revenue.begin(), revenue.end(), [](double value) { return value > 0.0; });
  };
  by_ = metric_index(!by.empty() ? by : sold() ? "profit" : "total_cost").value();
  if (metrics()[by_].better == Better::none)
    throw ResultError("unknown_name", by, "ranks nothing: neither high nor low is better");
  for (const FactorColumn& factor : header().factors) levels_.push_back(levels_of(factor, header().points));
  rank();
  for (std::size_t f = 0; f < header().factors.size(); ++f)
    if (levels_[f].size() > 1) strongest_.push_back(f);
  std::vector<double> spans;
  for (std::size_t f = 0; f < header().factors.size(); ++f) spans.push_back(largest_span(f));
  std::stable_sort(strongest_.begin(), strongest_.end(),
                   [&](std::size_t a, std::size_t b) { return spans[a] > spans[b]; });
}

const std::vector<double>& SweepStudy::values(std::size_t metric) const {
  const auto found = read_.find(metric);
  return found != read_.end() ? found->second
                              : read_.emplace(metric, result_->totals(metrics()[metric].name)).first->second;
}

std::span<const double> SweepStudy::of(std::size_t metric, std::size_t variant) const {
  const std::size_t replications = header().run.replications;
  return std::span(values(metric)).subspan(variant * replications, replications);
}

Estimate SweepStudy::estimate_of(std::size_t metric, std::size_t variant) const {
  return estimate(of(metric, variant));
}

bool SweepStudy::varies(std::size_t metric) const {
  const std::vector<double>& all = values(metric);
  double first = std::numeric_limits<double>::quiet_NaN();
  for (const double value : all) {
    if (!std::isfinite(value)) continue;
    if (std::isnan(first)) first = value;
    if (value < first || value > first) return true;
  }
  return false;
}

void SweepStudy::rank() {
  std::vector<double> means(variants());
  for (std::size_t v = 0; v < variants(); ++v) {
    const Estimate e = estimate_of(by_, v);
    if (!e.mean) continue;
    means[v] = *e.mean;
    ranking_.push_back(v);
  }
  const bool higher = metrics()[by_].better == Better::higher;
  std::stable_sort(ranking_.begin(), ranking_.end(),
                   [&](std::size_t a, std::size_t b) { return higher ? means[a] > means[b] : means[a] < means[b]; });
  for (std::size_t i = 1; i < ranking_.size(); ++i) {
    const Paired paired = paired_difference(of(by_, ranking_[i]), of(by_, ranking_[0]), ranking_.size() - 1);
    const double mean = paired.difference.mean.value_or(0.0);
    if (!paired.simultaneous || std::abs(mean) <= *paired.simultaneous) ++as_good_;
  }
}

std::vector<double> SweepStudy::mean_over(std::size_t metric, std::size_t alternative,
                                          const std::vector<std::size_t>& points) const {
  std::vector<double> means;
  for (std::size_t r = 0; r < header().run.replications; ++r) {
    double sum = 0.0;
    std::size_t n = 0;
    for (const std::size_t point : points) {
      const double value = of(metric, point * header().alternatives() + alternative)[r];
      if (!std::isfinite(value)) continue;
      sum += value;
      ++n;
    }
    means.push_back(n > 0 ? sum / static_cast<double>(n) : std::numeric_limits<double>::quiet_NaN());
  }
  return means;
}

MainEffect SweepStudy::main_effect(std::size_t metric, std::size_t factor, std::size_t alternative) const {
  MainEffect effect;
  std::vector<std::vector<double>> by_level;
  for (const FactorLevel& level : levels_[factor]) {
    effect.means.push_back(estimate(by_level.emplace_back(mean_over(metric, alternative, level.points))));
    const std::size_t last = effect.means.size() - 1;
    const auto& mean = effect.means[last].mean;
    if (!mean) continue;
    const auto& low = effect.means[effect.lowest].mean;
    const auto& high = effect.means[effect.highest].mean;
    if (!low || *mean < *low) effect.lowest = last;
    if (!high || *mean > *high) effect.highest = last;
  }
  effect.span = paired_difference(by_level[effect.highest], by_level[effect.lowest]).difference;
  return effect;
}

double SweepStudy::largest_span(std::size_t factor) const {
  double largest = 0.0;
  for (std::size_t a = 0; a < header().alternatives(); ++a)
    largest = std::max(largest, main_effect(by_, factor, a).span.mean.value_or(0.0));
  return largest;
}

std::string SweepStudy::name_of(std::size_t variant) const {
  const std::size_t point = variant / header().alternatives();
  std::string text;
  for (const FactorColumn& factor : header().factors)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", factor.name, value_text(factor, point));
  if (header().alternatives() > 1) text += " in " + header().run.axes.alternatives[variant % header().alternatives()];
  return text;
}

}  // namespace restock::report

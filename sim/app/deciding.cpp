#include "app/deciding.hpp"

#include "app/failure.hpp"
#include "app/messages.hpp"
#include "app/metric_name.hpp"
#include "campaign/find_warm_up.hpp"
#include "input/scalars.hpp"
#include "input/words.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace restock {

namespace {

bool refuse(const Command& command, const std::string& problem, const std::string& help) {
  print_error(command.json, "usage", "", problem, help);
  return false;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !(value > 0.0) || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// `1%`, `0.5`; none where it is no width.
std::optional<WantedWidth> width_in(std::string_view text) {
  text = trimmed(text);
  WantedWidth width;
  width.relative = text.ends_with('%');
  if (width.relative) text = trimmed(text.substr(0, text.size() - 1));
  const std::optional<double> value = number_in(text);
  if (!value || (width.relative && *value >= 100.0)) return std::nullopt;
  width.value = width.relative ? *value / 100.0 : *value;
  return width;
}

/// The name before the colon, and the width after it.
struct Target {
  std::string metric;
  std::optional<WantedWidth> width;
};

Target target_in(const std::string& text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  return {std::string(trimmed(std::string_view(text).substr(0, colon))),
          width_in(std::string_view(text).substr(std::min(colon + 1, text.size())))};
}

std::size_t metric_of(const std::string& name) { return metric_index(name).value(); }

bool check_precision(const Command& command) {
  for (const std::string& text : command.precision) {
    const Target target = target_in(text);
    if (target.metric.empty() || !target.width)
      return refuse(command, fmt::format("--precision {}: not a metric and a width", text),
                    "e.g. fill_rate:1% (of its mean, below 100 %) or mean_on_hand:0.5 (in its unit), above 0");
    if (!is_metric_name(target.metric, command.json)) return false;
  }
  return true;
}

bool check_selection(const Command& command) {
  if (command.primary.empty() || !is_metric_name(command.primary, command.json)) return false;
  const Metric& metric = metrics()[metric_of(command.primary)];
  if (metric.better == Better::none)
    return refuse(command, fmt::format("--primary {}: neither high nor low is better, so none is best", metric.name),
                  "restock list metrics says which have a better side");
  if (!(command.confidence < 1.0)) return refuse(command, "--confidence: not a number", "a probability such as 0.95");
  if (!number_in(trimmed(command.indifference)))
    return refuse(command, fmt::format("--indifference {}: not a number above 0", command.indifference),
                  fmt::format("state it in the unit of {}{}: the difference that would not change your decision",
                              metric.name, metric.unit == "1" ? ", a share such as 0.005" : ""));
  return true;
}

std::vector<std::string> watched_texts(const Command& command) {
  if (command.detect.empty()) return {"mean_on_hand", "mean_on_order"};
  std::vector<std::string> names;
  std::istringstream list(command.detect);
  for (std::string name; std::getline(list, name, ',');) names.emplace_back(trimmed(name));
  return names;
}

bool check_watched(const Command& command) {
  const std::vector<std::string_view> known = watchable_metrics();
  for (const std::string& text : watched_texts(command)) {
    const std::optional<WatchedSeries> watched = watched_series(text);
    if (!watched)
      return refuse(command, fmt::format("--warmup detect: '{}' names no places", text),
                    "behind the @ stand sites or stock_points: each is looked at for itself");
    if (std::ranges::find(known, watched->metric) == known.end())
      return refuse(command, fmt::format("--warmup detect: the course of '{}' is not kept", watched->metric),
                    hint_among(watched->metric, known));
  }
  return true;
}

}  // namespace

std::vector<WatchedSeries> watched_metrics(const Command& command) {
  std::vector<WatchedSeries> watched;
  for (const std::string& text : watched_texts(command))
    if (const auto one = watched_series(text)) watched.push_back(*one);
  return watched;
}

bool check_deciding(const Command& command) {
  if (command.most_replications > 0 && !adds_replications(command))
    return refuse(command, "--max-replications bounds --precision and --select, and there is neither",
                  "--replications sets how many a run has");
  return check_watched(command) && check_precision(command) && (command.select.empty() || check_selection(command));
}

StagePlan stage_plan(const Command& command, const std::string& path, const Plan& plan) {
  StagePlan stages;
  stages.first = std::max(plan.header.replications, least_first_stage);
  stages.most = command.most_replications > 0 ? command.most_replications
                                              : std::clamp<std::size_t>(10 * stages.first, 1000, 1'000'000);
  if (stages.most < stages.first)
    throw Refused("maximum_too_small", path,
                  fmt::format("{}: the first stage has {} replications, more than --max-replications {}", path,
                              stages.first, stages.most),
                  fmt::format("the first stage is the scenario's `replications`, at least {}: set --replications or a "
                              "higher maximum",
                              least_first_stage));
  if (command.select.empty()) {
    UntilPrecise until;
    for (const std::string& text : command.precision) {
      const Target target = target_in(text);
      until.targets.push_back({metric_of(target.metric), target.width.value()});
    }
    stages.until = std::move(until);
    return stages;
  }
  if (plan.variants.size() < 2)
    throw Refused("no_alternatives", path,
                  fmt::format("{}: --select needs alternatives to choose from, and there is only the base", path),
                  "add `alternatives:` to the scenario");
  stages.until =
      UntilSelected{metric_of(command.primary), command.confidence, number_in(trimmed(command.indifference)).value()};
  return stages;
}

}  // namespace restock

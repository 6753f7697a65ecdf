#include "output/curves.hpp"

#include "output/schema.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace restock {

double WaitBins::quantile(std::span<const double> of, double p) const {
  const double wanted = p * std::reduce(of.begin(), of.end());
  double before = 0.0;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (of[i] > 0.0 && before + of[i] >= wanted) return from[i] + (to[i] - from[i]) * (wanted - before) / of[i];
    before += of[i];
  }
  return to.empty() ? 0.0 : to.back();
}

std::vector<Leavers> WaitBins::leavers(std::size_t alternative) const {
  std::vector<Leavers> all;
  for (std::size_t why = 0; why < reasons.size(); ++why) {
    const auto units_for = std::span(left_for).subspan((alternative * reasons.size() + why) * bins(), bins());
    const double total = std::reduce(units_for.begin(), units_for.end());
    if (total > 0.0) all.push_back({reasons[why], total, quantile(units_for, 0.5), quantile(units_for, 0.95)});
  }
  return all;
}

WaitBins read_waits(const ResultReader& reader) {
  WaitBins waits;
  const std::size_t bins = reader.length("waits/bin");
  if (bins == 0) return waits;
  waits.from = reader.numbers("waits/bin_from", {bins});
  waits.to = reader.numbers("waits/bin_to", {bins});
  waits.units = reader.numbers("waits/units", {reader.header().axes.alternatives.size(), bins});
  for (const auto& [name, values] :
       {std::pair{"waits/late", &WaitBins::late}, std::pair{"waits/early", &WaitBins::early}})
    if (reader.has(name)) waits.*values = reader.numbers(name, {reader.header().axes.alternatives.size(), bins});
  if (!reader.has("waits/cancelled_for")) return waits;
  waits.reasons = reader.labels("waits/reason");
  waits.left_for =
      reader.numbers("waits/cancelled_for", {reader.header().axes.alternatives.size(), waits.reasons.size(), bins});
  return waits;
}

namespace {

/// Sums of `width` consecutive values.
std::vector<double> summed(const std::vector<double>& values, std::size_t width) {
  std::vector<double> sums(values.size() / std::max<std::size_t>(width, 1), 0.0);
  for (std::size_t i = 0; i < sums.size() * width; ++i) sums[i / width] += values[i];
  return sums;
}

}  // namespace

SeriesTable read_series(const ResultReader& reader) {
  SeriesTable series;
  const ResultHeader& header = reader.header();
  const std::size_t times = reader.length("timeseries/time"), alternatives = header.axes.alternatives.size();
  if (times == 0) return series;
  series.days = reader.numbers("timeseries/time", {times});
  const std::size_t places = header.axes.groups(header.detail);
  for (const Variable& variable : result_schema_table()) {
    if (variable.group != "timeseries" || variable.axes != "alternative time group") continue;
    const std::string dataset = "timeseries/" + variable.name;
    if (!reader.has(dataset)) continue;
    std::vector<std::size_t> extent{alternatives, times};
    if (header.detail != Detail::total) extent.push_back(places);
    series.levels.push_back(
        {variable.name, variable.unit, variable.long_name, summed(reader.numbers(dataset, extent), places), {}});
    if (const std::string width = dataset + "_half_width"; reader.has(width))
      series.levels.back().half_width = reader.numbers(width, {alternatives, times});
  }
  series.ports = reader.labels("timeseries/port");
  if (!series.ports.empty())
    series.port_queue = reader.numbers("timeseries/port_queue", {alternatives, times, series.ports.size()});
  series.disruptions = reader.labels("timeseries/disruption");
  if (!series.disruptions.empty())
    series.disruption_level =
        reader.numbers("timeseries/disruption_level", {alternatives, times, series.disruptions.size()});
  return series;
}

}  // namespace restock

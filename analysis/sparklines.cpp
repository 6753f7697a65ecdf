#include "analysis/sparklines.hpp"

#include "analysis/numbers.hpp"
#include "output/curves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock {

namespace {

constexpr const char* blocks[]{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr int block_count = 8;

/// One quantity of all alternatives.
struct Curves {
  std::string label;
  std::vector<std::vector<double>> lines;  ///< [alternative][time]
};

std::vector<Curves> curves_of(const SeriesTable& series, std::size_t alternatives) {
  std::vector<Curves> all;
  const auto add = [&](const std::string& label, const auto& value) {
    Curves curves{label, std::vector<std::vector<double>>(alternatives)};
    for (std::size_t a = 0; a < alternatives; ++a)
      for (std::size_t t = 0; t < series.days.size(); ++t) curves.lines[a].push_back(value(a, t));
    all.push_back(std::move(curves));
  };
  for (const SeriesLevel& level : series.levels)
    add(fmt::format("{} [{}]", level.name, level.unit),
        [&](std::size_t a, std::size_t t) { return level.total[a * series.days.size() + t]; });
  const std::size_t ports = series.ports.size();
  for (std::size_t p = 0; p < ports; ++p)
    add(fmt::format("port_queue at {} [vessels]", series.ports[p]),
        [&](std::size_t a, std::size_t t) { return series.port_queue[(a * series.days.size() + t) * ports + p]; });
  return all;
}

/// Least and largest of the finite values; the least is above the largest when there is none.
std::pair<double, double> range_of(const Curves& curves) {
  double low = INFINITY, high = -INFINITY;
  for (const auto& line : curves.lines)
    for (const double v : line) {
      if (!std::isfinite(v)) continue;
      low = std::min(low, v);
      high = std::max(high, v);
    }
  return {low, high};
}

}  // namespace

std::string sparkline(std::span<const double> values, double low, double high, std::size_t columns) {
  std::string text;
  const std::size_t drawn = std::min(columns, values.size());
  for (std::size_t c = 0; c < drawn; ++c) {
    const std::size_t from = c * values.size() / drawn, to = (c + 1) * values.size() / drawn;
    double sum = 0.0;
    for (std::size_t i = from; i < to; ++i) sum += values[i];
    const double mean = sum / static_cast<double>(to - from);
    if (!std::isfinite(mean)) {
      text += " ";
      continue;
    }
    const double height = high > low ? (mean - low) / (high - low) : 0.0;
    text += blocks[std::clamp(static_cast<int>(height * block_count), 0, block_count - 1)];
  }
  return text;
}

std::string sparklines(const ResultReader& reader, std::size_t columns) {
  const SeriesTable series = read_series(reader);
  const std::vector<std::string>& names = reader.header().axes.alternatives;
  Table table;
  bool any = false;
  for (const Curves& curves : curves_of(series, names.size())) {
    const auto [low, high] = range_of(curves);
    if (!(high > low)) continue;  // what never changes needs no picture
    any = true;
    table.row({curves.label, "", "least", "most"});
    for (std::size_t a = 0; a < names.size(); ++a) {
      const auto [least, most] = range_of({{}, {curves.lines[a]}});
      if (least > most) continue;
      const int decimals = high < 10.0 ? 2 : high < 1000.0 ? 1 : 0;
      table.row({"  " + names[a], sparkline(curves.lines[a], std::min(low, 0.0), high, columns),
                 fmt::format("{:.{}f}", least, decimals), fmt::format("{:.{}f}", most, decimals)});
    }
  }
  if (!any) return {};
  return "\n" + table.text() +
         fmt::format("\nseries of the whole network over {:.6g} d, means over replications; each on one scale from 0\n",
                     static_cast<double>(reader.header().length) / static_cast<double>(day));
}

}  // namespace restock

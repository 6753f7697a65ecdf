// Time series of the network, one chart a quantity, a line for each alternative; shaded where a disruption was on in
// most replications at once.
#include "analysis/report/calendar_axis.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/trouble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace restock::report {

namespace {

constexpr PlotArea series_area{70, page_width - 14, 10, 200};
constexpr double date_height = 24;
constexpr std::size_t most_series_points = 400, most_dates = 26;

/// One chart: a quantity of every alternative over time.
struct SeriesPanel {
  std::string name, unit, words;
  std::vector<std::vector<double>> lines;   ///< [alternative][time]
  std::vector<std::vector<double>> widths;  ///< half-widths of their intervals; undefined where there is none
};

bool has_anything(const SeriesPanel& panel) {
  for (const auto& line : panel.lines)
    if (std::any_of(line.begin(), line.end(), [](double v) { return std::isfinite(v) && v != 0.0; })) return true;
  return false;
}

/// All results share the window; charts are of those that were sampled at the same instants as the first.
bool sampled_alike(const Study& study, std::size_t file) { return study.series(file).days == study.series(0).days; }

/// The values of one alternative where its result has them, as `value(series, time)` says; else undefined.
template <class Has, class Value>
std::vector<double> line_of(const Study& study, const Contestant& c, const Has& has, const Value& value) {
  const SeriesTable& series = study.series(c.file);
  std::vector<double> line(study.series(0).days.size(), undefined);
  if (sampled_alike(study, c.file) && has(series))
    for (std::size_t t = 0; t < line.size(); ++t) line[t] = value(series, t);
  return line;
}

std::vector<SeriesPanel> series_panels(const Study& study) {
  std::vector<SeriesPanel> panels;
  const SeriesTable& first = study.series(0);
  const std::size_t ports = first.ports.size();
  for (std::size_t l = 0; l < first.levels.size(); ++l) {
    const SeriesLevel& level = first.levels[l];
    SeriesPanel panel{in_words(level.name), level.unit, level.long_name, {}, {}};
    for (const Contestant& c : study.contestants()) {
      panel.lines.push_back(line_of(
          study, c, [&](const SeriesTable& s) { return l < s.levels.size() && s.levels[l].name == level.name; },
          [&](const SeriesTable& s, std::size_t t) { return s.levels[l].total[c.index * s.days.size() + t]; }));
      panel.widths.push_back(line_of(
          study, c, [&](const SeriesTable& s) { return l < s.levels.size() && !s.levels[l].half_width.empty(); },
          [&](const SeriesTable& s, std::size_t t) { return s.levels[l].half_width[c.index * s.days.size() + t]; }));
    }
    panels.push_back(std::move(panel));
  }
  for (std::size_t p = 0; p < ports; ++p) {
    SeriesPanel panel{
        "port queue at " + first.ports[p], "vessels", "vessels at anchor, mean over replications", {}, {}};
    for (const Contestant& c : study.contestants())
      panel.lines.push_back(line_of(
          study, c, [&](const SeriesTable& s) { return s.ports == first.ports; },
          [&](const SeriesTable& s, std::size_t t) {
            return s.port_queue[(c.index * s.days.size() + t) * ports + p];
          }));
    panels.push_back(std::move(panel));
  }
  std::erase_if(panels, [](const SeriesPanel& panel) { return !has_anything(panel); });
  return panels;
}

/// The smallest and the largest of each of a few hundred slices: no peak is lost.
std::vector<std::pair<double, double>> thinned(const std::vector<double>& days, const std::vector<double>& line,
                                               const Scale& x, const Scale& y) {
  std::vector<std::pair<double, double>> points;
  const std::size_t slice =
      std::max<std::size_t>(1, (line.size() + most_series_points / 2 - 1) / (most_series_points / 2));
  const bool whole = line.size() <= most_series_points;
  for (std::size_t t = 0; t < line.size(); t += whole ? 1 : slice) {
    const std::size_t end = whole ? t + 1 : std::min(line.size(), t + slice);
    std::size_t low = t, high = t;
    for (std::size_t i = t; i < end; ++i) {
      if (line[i] < line[low]) low = i;
      if (line[i] > line[high]) high = i;
    }
    for (const std::size_t i : {std::min(low, high), std::max(low, high)}) {
      if (std::isfinite(line[i])) points.emplace_back(x(days[i]), y(line[i]));
      if (low == high) break;
    }
  }
  return points;
}

/// Upper edge there, lower edge back; as many points as a line has at most. Empty without intervals.
std::vector<std::pair<double, double>> band_of(const std::vector<double>& days, const std::vector<double>& line,
                                               const std::vector<double>& widths, const Scale& x, const Scale& y) {
  std::vector<std::pair<double, double>> upper, lower;
  const std::size_t slice = (line.size() + most_series_points - 1) / most_series_points;
  for (std::size_t t = 0; t < line.size(); t += slice) {
    double high = -INFINITY, low = INFINITY;
    for (std::size_t i = t; i < std::min(line.size(), t + slice); ++i) {
      if (!std::isfinite(widths[i])) continue;
      high = std::max(high, line[i] + widths[i]);
      low = std::min(low, line[i] - widths[i]);
    }
    if (high < low) continue;
    upper.emplace_back(x(days[t]), y(std::min(high, y.high())));
    lower.emplace_back(x(days[t]), y(std::max(low, y.low())));
  }
  upper.insert(upper.end(), lower.rbegin(), lower.rend());
  return upper;
}

class SeriesChart {
 public:
  SeriesChart(const Study& study, const SeriesPanel& panel, const std::vector<Trouble>& troubles)
      : study_(study),
        panel_(panel),
        troubles_(troubles),
        days_(study.series(0).days),
        x_(0.0, days_.size() > 1 ? days_.back() + (days_[1] - days_[0]) : 1.0, series_area.left, series_area.right),
        y_(floor_of(panel), ceiling_of(), series_area.bottom, series_area.top),
        drawing_(page_width, series_area.bottom + date_height, panel.name,
                 "over time, a line for each alternative; the table below has the numbers") {}

  std::string svg() {
    shades();
    frame();
    for (const std::size_t c : std::set{study_.base(), study_.best()})
      if (c < panel_.widths.size())
        if (const auto band = band_of(days_, panel_.lines[c], panel_.widths[c], x_, y_); !band.empty())
          drawing_.polyline(band, "band " + study_.contestants()[c].style);
    for (std::size_t c = 0; c < study_.size(); ++c) {
      const bool strong = c == study_.base() || c == study_.best();
      drawing_.polyline(thinned(days_, panel_.lines[c], x_, y_),
                        (strong ? "curve strong " : "curve ") + study_.contestants()[c].style,
                        study_.contestants()[c].name);
    }
    return drawing_.svg();
  }

 private:
  static double floor_of(const SeriesPanel& panel) {
    double low = 0.0;
    for (const auto& line : panel.lines)
      for (const double v : line) low = v < low ? v : low;
    return low;
  }
  double ceiling_of() const {
    double high = 0.0;
    for (std::size_t c = 0; c < panel_.lines.size(); ++c)
      for (std::size_t t = 0; t < days_.size(); ++t) {
        const double value = panel_.lines[c][t];
        high = value > high ? value : high;
        const bool banded = c == study_.base() || c == study_.best();
        if (!banded || c >= panel_.widths.size()) continue;
        high = value + panel_.widths[c][t] > high ? value + panel_.widths[c][t] : high;
      }
    return high * 1.04;
  }
  double end_of(std::size_t t) const { return t < days_.size() ? days_[t] : x_.high(); }

  /// Behind the lines: where a disruption was on in at least half of the replications.
  void shades() {
    for (const Trouble& trouble : troubles_) {
      std::vector<double> mostly;
      for (const double level : trouble.level) mostly.push_back(level >= 0.5 ? 1.0 : 0.0);
      for_each_span(mostly, [&](std::size_t from, std::size_t to, int) {
        drawing_.rect(x_(days_[from]), series_area.top, x_(end_of(to)) - x_(days_[from]),
                      series_area.bottom - series_area.top, "shade", trouble.name);
      });
    }
  }
  void frame() {
    draw_left_ticks(drawing_, series_area, y_);
    for (const auto& [at, label] : date_ticks(study_.header().start, x_.high(), 10)) {
      drawing_.line(x_(at), series_area.top, x_(at), series_area.bottom + 4, "grid");
      drawing_.text(x_(at), series_area.bottom + 16, label, at < x_.high() * 0.96 ? Anchor::start : Anchor::end,
                    "soft");
    }
  }

  const Study& study_;
  const SeriesPanel& panel_;
  const std::vector<Trouble>& troubles_;
  const std::vector<double>& days_;
  Scale x_, y_;
  Drawing drawing_;
};

/// Some dozen instants, evenly spread.
std::string table_of_series(const Study& study, const SeriesPanel& panel) {
  std::vector<std::string> headings{"date"};
  for (const Contestant& c : study.contestants()) headings.push_back(c.name);
  HtmlTable table(panel.name + " [" + panel.unit + "]", headings, 1);
  const std::vector<double>& days = study.series(0).days;
  double largest = 0.0;
  for (const auto& line : panel.lines)
    for (const double v : line) largest = std::isfinite(v) ? std::max(largest, std::abs(v)) : largest;
  const std::size_t step = std::max<std::size_t>(1, (days.size() + most_dates - 1) / most_dates);
  for (std::size_t t = 0; t < days.size(); t += step) {
    std::vector<std::string> cells{date_of(study.header().start, days[t])};
    for (const auto& line : panel.lines)
      cells.push_back(std::isfinite(line[t]) ? grouped(line[t], largest < 10 ? 3 : largest < 1000 ? 1 : 0) : "–");
    table.row(cells);
  }
  return table.text();
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string series_section(const Study& study) {
  if (study.series(0).empty()) return {};
  std::vector<std::pair<std::string, std::string>> keys;
  for (const Contestant& c : study.contestants()) keys.emplace_back(c.style, c.name);
  const std::vector<Trouble> troubles = troubles_of(study);
  std::string text = "<p>The whole network; the bold lines, with the 95 % intervals of their means as bands, are of " +
                     escaped(study.contestants()[study.base()].name);
  if (study.best() != study.base()) text += " and " + escaped(study.contestants()[study.best()].name);
  text += ".";
  if (!troubles.empty()) text += " Shaded: a disruption was on in at least half of the replications.";
  text += "</p>" + legend(keys);
  std::string charts;
  for (const SeriesPanel& panel : series_panels(study))
    charts += figure(capitalised(panel.name + " [" + panel.unit + "]"), capitalised(panel.words) + ".",
                     SeriesChart(study, panel, troubles).svg(), table_of_series(study, panel));
  return charts.empty() ? charts : trouble_figure(study, troubles) + text + charts;
}

}  // namespace restock::report

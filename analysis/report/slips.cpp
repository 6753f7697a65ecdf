// How dates held: the share of promised units that had not shipped so many days after, or before, their first promise.
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <algorithm>
#include <utility>

namespace restock::report {

namespace {

constexpr double slip_height = 300;
constexpr PlotArea slip_area{60, page_width - 16, 12, slip_height - 44};

/// Of one alternative: units by slip in days, ascending; early is negative.
struct Slips {
  std::vector<std::pair<double, double>> units;
  double total = 0.0;

  /// Share that had not shipped at a slip.
  double quantile(double p) const {
    double before = 0.0;
    for (const auto& [slip, count] : units) {
      before += count;
      if (before >= p * total) return slip;
    }
    return units.empty() ? 0.0 : units.back().first;
  }
  double kept() const {
    double count = 0.0;
    for (const auto& [slip, many] : units)
      if (slip <= 0.0) count += many;
    return total > 0.0 ? count / total : 0.0;
  }
};

Slips slips_of(const Study& study, std::size_t contestant) {
  const Contestant& c = study.contestants()[contestant];
  const WaitBins& bins = study.waits(c.file);
  Slips slips;
  if (bins.late.empty()) return slips;
  const auto of = [&](const std::vector<double>& all) {
    return std::span(all).subspan(c.index * bins.bins(), bins.bins());
  };
  const std::span<const double> early = of(bins.early), late = of(bins.late);
  for (std::size_t i = bins.bins(); i-- > 0;)
    if (early[i] > 0.0) slips.units.emplace_back(-bins.from[i], early[i]);
  for (std::size_t i = 0; i < bins.bins(); ++i)
    if (late[i] > 0.0) slips.units.emplace_back(bins.to[i], late[i]);
  for (const auto& [slip, count] : slips.units) slips.total += count;
  return slips;
}

std::string slip_chart(const Study& study, const std::vector<Slips>& all) {
  double least = 0.0, most = 0.0;
  for (const Slips& slips : all) {
    if (slips.total <= 0.0) continue;
    least = std::min(least, slips.quantile(0.005));
    most = std::max(most, slips.quantile(0.995));
  }
  if (most - least < 1.0) most = least + 1.0;
  const Scale x(least, most, slip_area.left, slip_area.right), y(0.0, 100.0, slip_area.bottom, slip_area.top);
  Drawing drawing(page_width, slip_height, "Promise slips",
                  "share of promised units not yet shipped so many days after their first promise, a line for each "
                  "alternative; the table below has quantiles");
  draw_lower_ticks(drawing, slip_area, x, 8);
  draw_left_ticks(drawing, slip_area, y, " %");
  drawing.line(x(0.0), slip_area.top, x(0.0), slip_area.bottom, "reference");
  drawing.text((slip_area.left + slip_area.right) / 2, slip_height - 8, "days after the first promise", Anchor::middle,
               "head");
  std::vector<std::pair<std::string, std::string>> keys;
  for (std::size_t c = 0; c < all.size(); ++c) {
    if (all[c].total <= 0.0) continue;
    const Contestant& contestant = study.contestants()[c];
    keys.emplace_back(contestant.style, contestant.name);
    std::vector<std::pair<double, double>> points{{x(least), y(100.0)}};
    double left = all[c].total;
    for (const auto& [slip, count] : all[c].units) {
      if (slip > most) break;
      if (slip >= least) points.emplace_back(x(slip), y(100.0 * left / all[c].total));
      left -= count;
      if (slip >= least) points.emplace_back(x(slip), y(100.0 * left / all[c].total));
    }
    drawing.polyline(points, (c == study.base() || c == study.best() ? "curve strong " : "curve ") + contestant.style,
                     contestant.name);
  }
  return legend(keys) + drawing.svg();
}

}  // namespace

std::string slips_section(const Study& study) {
  std::vector<Slips> all;
  double total = 0.0;
  for (std::size_t c = 0; c < study.size(); ++c) total += all.emplace_back(slips_of(study, c)).total;
  if (total <= 0.0) return {};
  HtmlTable table("Quantiles of slips in days",
                  {"alternative", "by the promise", "half within", "75 % within", "90 % within", "95 % within"}, 1,
                  TableUse::sorted);
  for (std::size_t c = 0; c < all.size(); ++c) {
    const bool any = all[c].total > 0.0;
    std::vector<std::string> cells{study.contestants()[c].name, any ? grouped(100.0 * all[c].kept(), 1) + " %" : "–"};
    for (const double p : {0.5, 0.75, 0.9, 0.95}) cells.push_back(any ? grouped(all[c].quantile(p), 2) : "–");
    table.row(cells);
  }
  return figure("How late the promised ones came",
                "Share of the units shipped from backorder with a date that had not shipped so many days after their "
                "first promise, all replications together. Left of the line they came early.",
                slip_chart(study, all), table.text());
}

}  // namespace restock::report

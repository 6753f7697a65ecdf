// Outcomes by class of customers: each demand entry of the scenario, and those whom a surge brought.
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "output/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace restock::report {

namespace {

/// Rows beyond these would make the page heavy: those with the most units lost and cancelled are kept.
constexpr std::size_t most_segment_rows = 400;

/// One class of customers of one alternative: units by outcome, all replications together.
struct SegmentRow {
  std::string alternative, segment;
  std::array<double, outcome_names.size()> units{};
  std::size_t replications = 1;

  double sum(std::size_t from, std::size_t to) const {
    double total = 0.0;
    for (std::size_t o = from; o < to; ++o) total += units[o];
    return total;
  }
  double demand() const { return sum(0, units.size()); }
  double unserved() const { return sum(2, 7); }
};

std::vector<SegmentRow> segment_rows(const Study& study) {
  std::vector<SegmentRow> rows;
  for (std::size_t file = 0; file < study.files(); ++file) {
    const ResultHeader& header = study.header(file);
    const std::vector<std::int64_t> units = study.reader(file).outcomes();
    const std::size_t width = header.axes.segments.size();
    for (const Contestant& c : study.contestants()) {
      if (c.file != file) continue;
      for (std::size_t s = 0; s < width; ++s) {
        SegmentRow row{c.name, header.axes.segments[s], {}, std::max<std::size_t>(header.replications, 1)};
        for (std::size_t r = 0; r < header.replications; ++r)
          for (std::size_t o = 0; o < row.units.size(); ++o)
            row.units[o] +=
                static_cast<double>(units[((c.index * header.replications + r) * width + s) * row.units.size() + o]);
        if (row.demand() > 0.0) rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

}  // namespace

std::string segments_section(const Study& study) {
  std::vector<SegmentRow> rows = segment_rows(study);
  if (rows.size() <= study.size()) return {};
  std::string text = "<p>Each demand entry of the scenario, and those whom a surge brought; all replications together.";
  if (const std::size_t all = rows.size(); all > most_segment_rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return a.unserved() / static_cast<double>(a.replications) > b.unserved() / static_cast<double>(b.replications);
    });
    rows.resize(most_segment_rows);
    text += fmt::format(" Of {} rows, the {} with the most units lost and cancelled.", all, most_segment_rows);
  }
  HtmlTable table("Outcomes by class of customers",
                  {"alternative", "customers", "demand [units]", "from stock [%]", "from backorder [%]", "lost [%]",
                   "cancelled [%]", "open [%]"},
                  2, TableUse::filtered);
  for (const SegmentRow& row : rows) {
    const auto percent = [&](double part) { return fmt::format("{:.2f}", 100.0 * part / row.demand()); };
    const double mean = row.demand() / static_cast<double>(row.replications);
    table.row({row.alternative, row.segment, grouped(mean, mean < 100.0 ? 1 : 0), percent(row.units[0]),
               percent(row.units[1]), percent(row.sum(2, 5)), percent(row.sum(5, 7)), percent(row.units[7])});
  }
  return text + "</p>" + table.text();
}

}  // namespace restock::report

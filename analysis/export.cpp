#include "analysis/export.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace restock {

namespace {

/// RFC 4180: quoted where a comma, a quote or a line break would confuse.
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Lines of one format, written in portions. Labels are put into the format once, not for every line.
class Lines {
 public:
  Lines(const ResultHeader& header, TableFormat format, const std::function<void(std::string_view)>& write,
        const std::string& heading = {})
      : format_(format), write_(write), replications_(header.replications) {
    for (const std::string& name : header.axes.alternatives) alternatives_.push_back(label(name));
    if (format == TableFormat::csv) write(heading + "statistic,site,product,alternative,replication,value\n");
  }
  /// What stands in front of the lines of a design point, which come one after another.
  void set_points(std::vector<std::string> before) { before_ = std::move(before); }

  std::string label(const std::string& text) const {
    return format_ == TableFormat::csv ? quoted(text) : json_text(text);
  }
  /// The fields site and product; null: none.
  std::string place(const std::string* site, const std::string* product) const {
    if (format_ == TableFormat::csv) return (site ? quoted(*site) : "") + "," + (product ? quoted(*product) : "");
    return fmt::format(R"("site":{},"product":{})", site ? json_text(*site) : "null",
                       product ? json_text(*product) : "null");
  }
  /// Values [cell × places + place], a line for each that is defined; `statistics` has one for each place, or one for
  /// all.
  void add(const std::vector<std::string>& statistics, const std::vector<std::string>& places,
           std::span<const double> values) {
    const std::size_t width = std::max(places.size(), statistics.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) continue;
      const std::size_t cell = i / width, at = i % width;
      const std::size_t variant = cell / replications_;
      const std::string& alternative = alternatives_[variant % alternatives_.size()];
      const std::string& before = before_[variant / alternatives_.size()];
      fmt::format_to(std::back_inserter(text_), pattern(), before, statistics[statistics.size() > 1 ? at : 0],
                     places[places.size() > 1 ? at : 0], alternative, cell % replications_, values[i]);
      if (text_.size() > portion) flush();
    }
    flush();
  }

 private:
  static constexpr std::size_t portion = std::size_t{1} << 16U;

  fmt::format_string<const std::string&, const std::string&, const std::string&, const std::string&, std::size_t,
                     const double&>
  pattern() const {
    if (format_ == TableFormat::csv) return "{}{},{},{},{},{}\n";
    return R"({{{}"statistic":{},{},"alternative":{},"replication":{},"value":{}}})"
           "\n";
  }
  void flush() {
    write_(text_);
    text_.clear();
  }

  TableFormat format_;
  const std::function<void(std::string_view)>& write_;
  std::size_t replications_;
  std::vector<std::string> alternatives_, before_{std::string()};
  std::string text_;
};

/// A design point and the values of its factors, as lines begin.
std::string point_text(const SweepHeader& header, std::size_t point, TableFormat format) {
  const bool csv = format == TableFormat::csv;
  std::string text = csv ? fmt::format("{},", point) : fmt::format("\"design_point\":{},", point);
  for (const FactorColumn& factor : header.factors) {
    if (!csv) text += json_text(factor.name) + ":";
    if (factor.numeric)
      text += fmt::format("{},", factor.numbers[point]);
    else
      text += (csv ? quoted(factor.texts[point]) : json_text(factor.texts[point])) + ",";
  }
  return text;
}

/// Metrics in all places, then what was on; `result` has the values of a run or of a sweep.
template <class Result>
void write_lines(Lines& lines, const Axes& axes, const Result& result) {
  const std::vector<std::string> all{lines.place(nullptr, nullptr)};
  std::vector<std::string> sites, points;
  for (const std::string& site : axes.sites) sites.push_back(lines.place(&site, nullptr));
  for (std::size_t p = 0; p < axes.points(); ++p)
    points.push_back(lines.place(&axes.sites[axes.point_site[p]], &axes.products[axes.point_product[p]]));
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const std::string name(metrics()[m].name);
    const std::vector<std::string> statistic{lines.label(name)};
    lines.add(statistic, all, result.totals(m));
    lines.add(statistic, sites, result.sites(name));
    lines.add(statistic, points, result.points(name));
  }
  std::vector<std::string> active, spells;
  for (const std::string& disruption : axes.disruptions) {
    active.push_back(lines.label("disruption_active: " + disruption));
    spells.push_back(lines.label("disruption_spells: " + disruption));
  }
  lines.add(active, all, result.active());
  lines.add(spells, all, result.spells());
}

struct RunValues {
  const ResultReader& reader;
  Results results;

  const std::vector<double>& totals(std::size_t metric) const { return results.totals[metric]; }
  std::vector<double> sites(const std::string& metric) const { return reader.sites(metric); }
  std::vector<double> points(const std::string& metric) const { return reader.points(metric); }
  const std::vector<double>& active() const { return results.active; }
  const std::vector<double>& spells() const { return results.spells; }
};

struct SweepValues {
  const SweepResult& sweep;

  std::vector<double> totals(std::size_t metric) const { return sweep.totals(metrics()[metric].name); }
  std::vector<double> sites(const std::string& metric) const { return sweep.sites(metric); }
  std::vector<double> points(const std::string& metric) const { return sweep.points(metric); }
  std::vector<double> active() const { return sweep.active(); }
  std::vector<double> spells() const { return sweep.spells(); }
};

}  // namespace

void export_table(const ResultReader& reader, TableFormat format, const std::function<void(std::string_view)>& write) {
  Lines lines(reader.header(), format, write);
  write_lines(lines, reader.header().axes, RunValues{reader, reader.read()});
}

void export_table(const SweepResult& sweep, TableFormat format, const std::function<void(std::string_view)>& write) {
  const SweepHeader& header = sweep.header();
  std::string heading = "design_point,";
  for (const FactorColumn& factor : header.factors) heading += factor.name + ",";
  Lines lines(header.run, format, write, heading);
  std::vector<std::string> points;
  for (std::size_t p = 0; p < header.points; ++p) points.push_back(point_text(header, p, format));
  lines.set_points(std::move(points));
  write_lines(lines, header.run.axes, SweepValues{sweep});
}

}  // namespace restock

#include "analysis/export.hpp"

#include <fmt/format.h>

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

/// The columns site and product of each place on an axis.
std::vector<std::string> totals_place() { return {","}; }
std::vector<std::string> site_places(const Axes& axes) {
  std::vector<std::string> places;
  for (const std::string& site : axes.sites) places.push_back(quoted(site) + ",");
  return places;
}
std::vector<std::string> point_places(const Axes& axes) {
  std::vector<std::string> places;
  for (std::size_t p = 0; p < axes.points(); ++p)
    places.push_back(quoted(axes.sites[axes.point_site[p]]) + "," + quoted(axes.products[axes.point_product[p]]));
  return places;
}

/// The place of a value is its disruption.
void write_disruptions(const Results& results, std::string_view statistic, std::span<const double> values,
                       const std::function<void(std::string_view)>& write) {
  const ResultHeader& header = results.header;
  const std::size_t axis = header.axes.disruptions.size();
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    const std::size_t cell = i / axis;
    fmt::format_to(std::back_inserter(text), "{},,,{},{},{}\n",
                   quoted(fmt::format("{}: {}", statistic, header.axes.disruptions[i % axis])),
                   quoted(header.axes.alternatives[cell / header.replications]), cell % header.replications, values[i]);
  }
  write(text);
}

void write_values(const ResultHeader& header, std::string_view statistic, const std::vector<std::string>& places,
                  std::span<const double> values, const std::function<void(std::string_view)>& write) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    const std::size_t cell = i / places.size();
    fmt::format_to(std::back_inserter(text), "{},{},{},{},{}\n", statistic, places[i % places.size()],
                   quoted(header.axes.alternatives[cell / header.replications]), cell % header.replications, values[i]);
    if (text.size() > 1U << 16U) {
      write(text);
      text.clear();
    }
  }
  write(text);
}

}  // namespace

void export_csv(const ResultReader& reader, const std::function<void(std::string_view)>& write) {
  const ResultHeader& header = reader.header();
  const Results totals = reader.read();
  const std::vector<std::string> all = totals_place(), sites = site_places(header.axes),
                                 points = point_places(header.axes);
  write("statistic,site,product,alternative,replication,value\n");
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const std::string_view name = metrics()[m].name;
    write_values(header, name, all, totals.totals[m], write);
    write_values(header, name, sites, reader.sites(name), write);
    write_values(header, name, points, reader.points(name), write);
  }
  write_disruptions(totals, "disruption_active", totals.active, write);
  write_disruptions(totals, "disruption_spells", totals.spells, write);
}

}  // namespace restock

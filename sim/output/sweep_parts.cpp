#include "output/sweep_parts.hpp"

#include "output/header.hpp"
#include "output/segment_facts.hpp"
#include "output/sweep_schema.hpp"
#include "output/text.hpp"
#include "output/values.hpp"

namespace restock {

void set_sweep_axes(Builder& file, const SweepHeader& header) { file.set_axis("design_point", header.points); }

void put_sweep_header(const h5::Place& root, const SweepHeader& header) {
  h5::put_attribute(root, "design", header.design);
  h5::put_attribute(root, "plan", hex(header.plan));
  h5::put_attribute(root, "factors", static_cast<std::int64_t>(header.factors.size()));
  for (std::size_t f = 0; f < header.factors.size(); ++f) {
    const std::string prefix = "factor_" + std::to_string(f) + "_";
    h5::put_attribute(root, (prefix + "name").c_str(), header.factors[f].name);
    h5::put_attribute(root, (prefix + "path").c_str(), header.factors[f].path);
    h5::put_attribute(root, (prefix + "unit").c_str(), header.factors[f].unit);
  }
}

void put_factors(Builder& file, const std::string& group, const SweepHeader& header) {
  file.put<std::int32_t>(key_of(group, "design_point"), numbered(header.points));
  std::string coordinates;
  for (const FactorColumn& factor : header.factors) {
    if (factor.numeric)
      file.put<double>(key_of(group, factor.name), factor.numbers);
    else
      file.put_text(key_of(group, factor.name), factor.texts);
    coordinates += (coordinates.empty() ? "" : " ") + factor.name;
  }
  h5::put_attribute(file.at(group), "coordinates", coordinates);
}

Holds holds_of(const ResultHeader& header) {
  return {header.detail, !header.series_at.empty(), !header.axes.ports.empty(), !header.axes.disruptions.empty()};
}

std::vector<double> days_of(const std::vector<Time>& instants) {
  std::vector<double> days;
  for (const Time at : instants) days.push_back(static_cast<double>(at) / static_cast<double>(day));
  return days;
}

std::size_t row_bytes_of(const SweepHeader& header) {
  const Axes& axes = header.run.axes;
  const Detail detail = header.run.detail;
  std::size_t numbers =
      8 + metrics().size() + (segment_fact_count + 1) * axes.segments.size() + 2 * axes.disruptions.size();
  if (detail >= Detail::site) numbers += metrics().size() * axes.sites.size();
  if (detail >= Detail::stock_point) numbers += metrics().size() * axes.points();
  numbers += header.run.series_at.size() *
             (axes.groups(detail) * sampled_levels().size() + axes.ports.size() + axes.disruptions.size());
  return numbers * sizeof(double);
}

namespace {

FactorColumn read_factor_column(const h5::Place& root, std::size_t number, std::size_t points) {
  const std::string prefix = "factor_" + std::to_string(number) + "_";
  FactorColumn factor;
  factor.name = h5::text_attribute(root, (prefix + "name").c_str());
  factor.path = h5::text_attribute(root, (prefix + "path").c_str());
  factor.unit = h5::text_attribute(root, (prefix + "unit").c_str());
  const h5::Handle dataset = h5::open_dataset(root, factor.name.c_str());
  const h5::Handle type(H5Dget_type(dataset.get()), H5Tclose);
  factor.numeric = H5Tget_class(type.get()) == H5T_FLOAT;
  if (factor.numeric)
    factor.numbers = read_values<double>(root, factor.name, {points});
  else
    factor.texts = h5::read_text(root, factor.name.c_str(), points);
  if (!factor.numeric && factor.texts.size() != points)
    throw ResultError("damaged", root.path, "dataset " + factor.name + " does not fit the design points");
  return factor;
}

}  // namespace

SweepHeader read_sweep_header(const h5::Place& root, bool of_cells) {
  SweepHeader header;
  header.run = read_header_attributes(root);
  header.run.replications = length_of(root, "replication");
  header.run.axes = read_axes(
      root, header.run.detail,
      of_cells ? AxisPaths{"segment", "disruption"} : AxisPaths{"outcomes/segment", "disruptions/disruption"});
  header.run.axes.ports = labels(root, of_cells ? "port" : "timeseries/port");
  const std::string time = of_cells ? "time" : "timeseries/time";
  if (holds(root, time))
    for (const double days : read_values<double>(root, time, {length_of(root, time)}))
      header.run.series_at.push_back(to_ticks(days * static_cast<double>(day)));
  header.design = h5::text_attribute(root, "design");
  header.plan = hex_attribute(root, "plan");
  header.points = length_of(root, "design_point");
  const std::int64_t factors = h5::int_attribute(root, "factors");
  if (factors < 0 || factors > 10'000) throw ResultError("damaged", root.path, "claims more factors than there can be");
  for (std::int64_t f = 0; f < factors; ++f)
    header.factors.push_back(read_factor_column(root, static_cast<std::size_t>(f), header.points));
  return header;
}

}  // namespace restock

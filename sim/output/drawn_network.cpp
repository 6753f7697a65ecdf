#include "output/drawn_network.hpp"

#include "output/builder.hpp"
#include "output/reader.hpp"

#include <cmath>

namespace restock {

namespace {

/// One field of each element, as a column.
template <class T, class Element>
std::vector<T> column_of(const std::vector<Element>& elements, T Element::*field) {
  std::vector<T> values;
  for (const Element& element : elements) values.push_back(element.*field);
  return values;
}

std::vector<std::int32_t> counted(std::size_t count) {
  std::vector<std::int32_t> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<std::int32_t>(i));
  return numbers;
}

/// Whole numbers from 0 to below `limit`; anything else is damage.
std::vector<std::int32_t> bounded(const ResultReader& reader, const std::string& name, std::size_t count,
                                  std::size_t limit) {
  std::vector<std::int32_t> values;
  for (const double value : reader.numbers(name, {count})) {
    if (!(value >= 0.0) || value >= static_cast<double>(limit))
      throw ResultError("damaged", reader.path(), "dataset " + name + " points outside its axis");
    values.push_back(static_cast<std::int32_t>(value));
  }
  return values;
}

constexpr std::size_t most_columns = 10'000;

}  // namespace

void set_network_axes(Builder& file, const DrawnNetwork& network) {
  file.set_axis("box", network.boxes.size());
  file.set_axis("arrow", network.arrows.size());
  file.set_axis("drawn_site", network.sites.size());
}

void put_network(Builder& file, const DrawnNetwork& network) {
  file.put_text("network/box", column_of(network.boxes, &DrawnBox::title));
  file.put_text("network/box_detail", column_of(network.boxes, &DrawnBox::detail));
  file.put<std::int8_t>("network/box_kind", column_of(network.boxes, &DrawnBox::kind));
  file.put<std::int32_t>("network/box_column", column_of(network.boxes, &DrawnBox::column));
  file.put<double>("network/box_row", column_of(network.boxes, &DrawnBox::row));
  file.put<std::int32_t>("network/arrow", counted(network.arrows.size()));
  file.put<std::int32_t>("network/arrow_from", column_of(network.arrows, &DrawnArrow::from));
  file.put<std::int32_t>("network/arrow_to", column_of(network.arrows, &DrawnArrow::to));
  file.put_text("network/arrow_time", column_of(network.arrows, &DrawnArrow::label));
  file.put<std::int32_t>("network/drawn_site", counted(network.sites.size()));
  file.put<std::int32_t>("network/drawn_site_site", column_of(network.sites, &DrawnSite::site));
  file.put<std::int32_t>("network/drawn_site_box", column_of(network.sites, &DrawnSite::box));
}

DrawnNetwork read_network(const ResultReader& reader) {
  DrawnNetwork network;
  const std::size_t boxes = reader.length("network/box"), arrows = reader.length("network/arrow"),
                    sites = reader.length("network/drawn_site");
  if (boxes == 0) return network;
  const std::vector<std::string> titles = reader.labels("network/box"), details = reader.labels("network/box_detail");
  const auto kinds = bounded(reader, "network/box_kind", boxes, drawn_kinds.size()),
             columns = bounded(reader, "network/box_column", boxes, most_columns);
  const std::vector<double> rows = reader.numbers("network/box_row", {boxes});
  if (titles.size() != boxes || details.size() != boxes)
    throw ResultError("damaged", reader.path(), "dataset network/box_detail does not fit its axis");
  for (std::size_t b = 0; b < boxes; ++b)
    network.boxes.push_back({titles[b], details[b], static_cast<std::int8_t>(kinds[b]), columns[b],
                             std::isfinite(rows[b]) ? rows[b] : 0.0});
  if (arrows > 0) {
    const auto from = bounded(reader, "network/arrow_from", arrows, boxes),
               to = bounded(reader, "network/arrow_to", arrows, boxes);
    const std::vector<std::string> times = reader.labels("network/arrow_time");
    for (std::size_t a = 0; a < arrows && a < times.size(); ++a) network.arrows.push_back({from[a], to[a], times[a]});
  }
  if (sites > 0) {
    const auto site = bounded(reader, "network/drawn_site_site", sites, reader.header().axes.sites.size()),
               box = bounded(reader, "network/drawn_site_box", sites, boxes);
    for (std::size_t s = 0; s < sites; ++s) network.sites.push_back({site[s], box[s]});
  }
  return network;
}

}  // namespace restock

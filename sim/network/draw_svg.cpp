// The picture as SVG: a small layered layout, in whole pixels so that it is the same everywhere.
#include "core/markup.hpp"
#include "network/draw.hpp"
#include "network/layout.hpp"
#include "network/picture.hpp"

#include <algorithm>
#include <string_view>

namespace restock {
namespace {

constexpr int box_width = 180, box_height = 44, column_step = 300, row_step = 64, margin = 24, head = 48;
constexpr std::size_t title_letters = 24, detail_letters = 30;

struct Place {
  int x = 0, y = 0;  ///< upper left corner
};

std::vector<Place> places_of(const Picture& picture) {
  const std::vector<double> row = rows_of(picture);
  std::vector<Place> places;
  for (std::size_t i = 0; i < picture.boxes.size(); ++i)
    places.push_back(
        {margin + static_cast<int>(picture.boxes[i].column) * column_step, head + static_cast<int>(row[i] * row_step)});
  return places;
}

std::string num(int value) { return std::to_string(value); }

constexpr std::string_view style = R"(<style>
  text { font: 13px system-ui, sans-serif; fill: #1c2733; }
  .title { font-weight: 600; } .detail, .label { font-size: 11px; fill: #51606e; }
  .label { text-anchor: middle; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
  rect { stroke-width: 1.5; fill: #fff; } path { fill: none; stroke: #8796a5; stroke-width: 1.3; }
  marker path { fill: #8796a5; stroke: none; } .ground { fill: #fff; stroke: none; }
  .supplier rect { stroke: #7b5ea7; } .plant rect { stroke: #b0641c; }
  .warehouse rect { stroke: #2a6fb0; } .store rect { stroke: #2e8257; }
  .port rect { stroke: #0f7f8c; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .detail, .label { fill: #a3b1bf; } .label { stroke: #14191f; }
    rect { fill: #1d242c; } .ground { fill: #14191f; }
  }
</style>
)";

std::string arrow_svg(const Arrow& arrow, Place from, Place to, bool label_at_end) {
  const bool forward = to.x > from.x;
  const int x1 = from.x + (forward ? box_width : 0), x2 = to.x + (forward ? 0 : box_width);
  const int y1 = from.y + box_height / 2, y2 = to.y + box_height / 2;
  const int bend = std::max(40, std::abs(x2 - x1) / 2) * (forward ? 1 : -1);
  std::string out = "<path d=\"M" + num(x1) + " " + num(y1) + " C" + num(x1 + bend) + " " + num(y1) + " " +
                    num(x2 - bend) + " " + num(y2) + " " + num(x2) + " " + num(y2) + "\" marker-end=\"url(#head)\"/>\n";
  const double t = label_at_end ? 0.8 : 0.2, u = 1.0 - t;
  const double x = u * u * u * x1 + 3 * u * u * t * (x1 + bend) + 3 * u * t * t * (x2 - bend) + t * t * t * x2;
  const double y = (u * u * u + 3 * u * u * t) * y1 + (3 * u * t * t + t * t * t) * y2;
  return out + "<text class=\"label\" x=\"" + num(static_cast<int>(x)) + "\" y=\"" + num(static_cast<int>(y) - 3) +
         "\">" + escaped(arrow.label()) + "</text>\n";
}

std::string box_svg(const Box& box, Place at) {
  std::string out = "<g class=\"" + kind_name(box.kind) + "\"><title>" +
                    escaped(kind_name(box.kind) + " " + box.title) +
                    escaped(box.members.empty() ? "" : ": " + box.members) + "</title>";
  out += "<rect x=\"" + num(at.x) + "\" y=\"" + num(at.y) + "\" width=\"" + num(box_width) + "\" height=\"" +
         num(box_height) + "\" rx=\"6\"/>";
  out += "<text class=\"title\" x=\"" + num(at.x + 10) + "\" y=\"" + num(at.y + 18) + "\">" +
         escaped(shortened(box.title, title_letters)) + "</text>";
  return out + "<text class=\"detail\" x=\"" + num(at.x + 10) + "\" y=\"" + num(at.y + 34) + "\">" +
         escaped(shortened(box.detail, detail_letters)) + "</text></g>\n";
}

}  // namespace

std::string draw_svg(const Scenario& scenario, const Network& network) {
  const Picture picture = picture_of(scenario, network);
  const std::vector<Place> places = places_of(picture);
  int width = 2 * margin + box_width, height = head + box_height + margin;
  for (const Place& place : places) {
    width = std::max(width, place.x + box_width + margin);
    height = std::max(height, place.y + box_height + margin);
  }
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + num(width) + " " + num(height) +
                    "\" width=\"" + num(width) + "\" height=\"" + num(height) + "\" role=\"img\">\n<title>" +
                    escaped(scenario.name) + "</title>\n";
  out += style;
  out +=
      "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
      "orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n";
  out += "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n<text class=\"title\" x=\"" + num(margin) +
         "\" y=\"26\">" + escaped(scenario.name) + "</text>\n";
  // A label stands at the end of its arrow where fewer arrows meet.
  std::vector<int> leaving(picture.boxes.size(), 0), arriving(picture.boxes.size(), 0);
  for (const Arrow& arrow : picture.arrows) {
    ++leaving[arrow.from];
    ++arriving[arrow.to];
  }
  for (const Arrow& arrow : picture.arrows)
    out += arrow_svg(arrow, places[arrow.from], places[arrow.to], leaving[arrow.from] >= arriving[arrow.to]);
  for (std::size_t i = 0; i < picture.boxes.size(); ++i) out += box_svg(picture.boxes[i], places[i]);
  return out + "</svg>\n";
}

}  // namespace restock

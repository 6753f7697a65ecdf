// The picture as Graphviz source.
#include "network/draw.hpp"
#include "network/picture.hpp"

#include <string_view>

namespace restock {
namespace {

/// A quoted string of the dot language. Line breaks in names become spaces.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

std::string_view shape_of(SiteKind kind) {
  switch (kind) {
    case SiteKind::supplier:
      return "cds";
    case SiteKind::plant:
      return "component";
    case SiteKind::warehouse:
      return "house";
    case SiteKind::port:
      return "trapezium";
    case SiteKind::store:
      break;
  }
  return "box";
}

}  // namespace

std::string draw_dot(const Scenario& scenario, const Network& network) {
  const Picture picture = picture_of(scenario, network);
  std::string out = "digraph " + quoted(scenario.name) + " {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n" +
                    "  edge [fontname=\"sans-serif\", fontsize=10];\n";
  for (std::uint32_t column = 0; column < picture.columns; ++column) {
    out += "  { rank=same;\n";
    for (std::size_t i = 0; i < picture.boxes.size(); ++i) {
      const Box& box = picture.boxes[i];
      if (box.column != column) continue;
      std::string label = quoted(box.title);
      label.insert(label.size() - 1, "\\n" + quoted(box.detail).substr(1, quoted(box.detail).size() - 2));
      out += "    n" + std::to_string(i) + " [label=" + label + ", shape=" + std::string(shape_of(box.kind));
      if (!box.members.empty()) out += ", tooltip=" + quoted(box.members);
      out += "];\n";
    }
    out += "  }\n";
  }
  for (const Arrow& arrow : picture.arrows)
    out += "  n" + std::to_string(arrow.from) + " -> n" + std::to_string(arrow.to) +
           " [label=" + quoted(arrow.label()) + "];\n";
  return out + "}\n";
}

}  // namespace restock

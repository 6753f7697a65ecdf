// The network as it is drawn: boxes in columns, arrows between them. A result keeps the base's, so that whoever shows
// the result can show where things happened.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

class Builder;
class ResultReader;

inline constexpr std::array<std::string_view, 5> drawn_kinds{"supplier", "plant", "warehouse", "port", "store"};

/// A site, or sites alike drawn as one.
struct DrawnBox {
  std::string title, detail;
  std::int8_t kind = 0;  ///< place in drawn_kinds
  std::int32_t column = 0;
  double row = 0.0;
};
/// The lanes from one box to another.
struct DrawnArrow {
  std::int32_t from = 0, to = 0;  ///< boxes
  std::string label;              ///< how long they take: `18 d`
};
/// A site that is drawn, and where.
struct DrawnSite {
  std::int32_t site = 0;  ///< place on the axis site
  std::int32_t box = 0;
};

struct DrawnNetwork {
  std::vector<DrawnBox> boxes;
  std::vector<DrawnArrow> arrows;
  std::vector<DrawnSite> sites;
};

/// Lengths of its axes, before the first variable is created; its values, after.
void set_network_axes(Builder& file, const DrawnNetwork& network);
void put_network(Builder& file, const DrawnNetwork& network);
/// Without boxes when the result has none.
DrawnNetwork read_network(const ResultReader& reader);

}  // namespace restock

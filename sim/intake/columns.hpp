// What the columns of other people's tables are called. Used by the readers of this room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

enum class ForeignColumn : std::uint8_t {
  time,
  product,
  site,
  quantity,
  price,
  cost,
  cancelled,
  from,
  to,
  ordered,
  received,
  lead_days,
  on_hand,
  reorder_point,
  order_up_to,
  order_quantity
};
inline constexpr std::size_t foreign_column_count = 16;

/// How it is called in `--column NAME=HEADER`.
std::string_view to_text(ForeignColumn column);
std::vector<std::string_view> foreign_column_names();

/// Lower case, and `_` for every run of what is no letter or digit: `Order Date` is order_date.
std::string plain_name(std::string_view name);

/// `material=Artikel`: the user's word for a column; nullopt when it is not of that form or names no column.
struct ColumnName {
  ForeignColumn column;
  std::string header;
};
std::optional<ColumnName> parse_column_name(std::string_view text);

/// Where the columns of a table are: by the user's words, then by usual names in any case and spelling.
class ForeignColumns {
 public:
  ForeignColumns(const std::vector<std::string>& header, const std::vector<ColumnName>& called);

  bool has(ForeignColumn column) const { return at(column) >= 0; }
  int at(ForeignColumn column) const { return places_[static_cast<std::size_t>(column)]; }

 private:
  std::array<int, foreign_column_count> places_{};
};

}  // namespace restock

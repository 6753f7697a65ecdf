// The usual names of columns in exports.
#include "intake/columns.hpp"

#include <algorithm>
#include <span>

namespace restock {

namespace {

/// Names that exports give a column, in the order in which they are looked for; `#` ends with any suffix.
std::span<const std::string_view> usual_names(ForeignColumn column) {
  using Names = std::string_view;
  static constexpr Names time[]{"time",         "timestamp",    "date", "datetime", "order_date", "invoicedate",
                                "invoice_date", "posting_date", "day",  "week",     "month",      "period"};
  static constexpr Names product[]{"product",   "sku",     "item",       "material",    "part",       "article",
                                   "stockcode", "item_id", "product_id", "part_number", "item_number"};
  static constexpr Names site[]{"site",  "store", "warehouse", "location", "shop",
                                "plant", "dc",    "store_id",  "site_id",  "location_id"};
  static constexpr Names quantity[]{
      "quantity", "qty", "units", "demand", "sales", "units_sold", "order_quantity_units", "line_item_quantity"};
  static constexpr Names price[]{"price", "unit_price", "unitprice", "sales_price", "unit_price_#"};
  static constexpr Names cost[]{"cost", "unit_cost", "standard_cost", "purchase_price", "unit_cost_#"};
  static constexpr Names cancelled[]{"cancelled", "canceled", "is_cancellation", "is_cancelled", "is_return"};
  static constexpr Names from[]{"from", "source", "supplier", "origin", "manufacturing_site", "vendor", "sender"};
  static constexpr Names to[]{"to", "destination", "receiver", "country", "ship_to", "site", "warehouse"};
  static constexpr Names ordered[]{"ordered", "order_date", "po_date", "po_sent_date", "ordered_on"};
  static constexpr Names received[]{"received", "delivered", "delivery_date", "received_on", "goods_receipt_date"};
  static constexpr Names lead_days[]{"lead_time",    "lead_time_days", "leadtime", "lead_days",
                                     "transit_days", "stage_time",     "stagetime"};
  static constexpr Names on_hand[]{"on_hand", "onhand", "stock", "stock_on_hand", "inventory", "unrestricted"};
  static constexpr Names reorder_point[]{"reorder_point", "rop", "reorder_level", "min", "min_stock", "s_min"};
  static constexpr Names order_up_to[]{"order_up_to", "max", "max_stock", "target", "target_stock", "base_stock"};
  static constexpr Names order_quantity[]{"order_quantity", "lot_size", "eoq", "reorder_quantity", "order_qty"};
  switch (column) {
    case ForeignColumn::time:
      return time;
    case ForeignColumn::product:
      return product;
    case ForeignColumn::site:
      return site;
    case ForeignColumn::quantity:
      return quantity;
    case ForeignColumn::price:
      return price;
    case ForeignColumn::cost:
      return cost;
    case ForeignColumn::cancelled:
      return cancelled;
    case ForeignColumn::from:
      return from;
    case ForeignColumn::to:
      return to;
    case ForeignColumn::ordered:
      return ordered;
    case ForeignColumn::received:
      return received;
    case ForeignColumn::lead_days:
      return lead_days;
    case ForeignColumn::on_hand:
      return on_hand;
    case ForeignColumn::reorder_point:
      return reorder_point;
    case ForeignColumn::order_up_to:
      return order_up_to;
    case ForeignColumn::order_quantity:
      return order_quantity;
  }
  return {};
}

bool is_called(const std::string& plain, std::string_view usual) {
  if (!usual.ends_with('#')) return plain == usual;
  return plain.starts_with(usual.substr(0, usual.size() - 1));
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (upper || lower || digit || static_cast<unsigned char>(c) >= 0x80)
      plain += upper ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!plain.empty() && plain.back() != '_')
      plain += '_';
  }
  while (!plain.empty() && plain.back() == '_') plain.pop_back();
  return plain;
}

std::string_view to_text(ForeignColumn column) {
  constexpr std::array<std::string_view, foreign_column_count> names{
      "time", "product", "site",     "quantity",  "price",   "cost",          "cancelled",   "from",
      "to",   "ordered", "received", "lead_time", "on_hand", "reorder_point", "order_up_to", "order_quantity"};
  return names[static_cast<std::size_t>(column)];
}

std::vector<std::string_view> foreign_column_names() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < foreign_column_count; ++i) names.push_back(to_text(static_cast<ForeignColumn>(i)));
  return names;
}

std::optional<ColumnName> parse_column_name(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals + 1 == text.size()) return std::nullopt;
  for (std::size_t i = 0; i < foreign_column_count; ++i)
    if (text.substr(0, equals) == to_text(static_cast<ForeignColumn>(i)))
      return ColumnName{static_cast<ForeignColumn>(i), std::string(text.substr(equals + 1))};
  return std::nullopt;
}

ForeignColumns::ForeignColumns(const std::vector<std::string>& header, const std::vector<ColumnName>& called) {
  places_.fill(-1);
  for (const ColumnName& each : called) {
    const auto at = std::find(header.begin(), header.end(), each.header);
    if (at != header.end()) places_[static_cast<std::size_t>(each.column)] = static_cast<int>(at - header.begin());
  }
  for (std::size_t i = 0; i < foreign_column_count; ++i) {
    if (places_[i] >= 0) continue;
    for (const std::string_view usual : usual_names(static_cast<ForeignColumn>(i)))
      for (std::size_t c = 0; c < header.size() && places_[i] < 0; ++c)
        if (is_called(plain_name(header[c]), usual)) places_[i] = static_cast<int>(c);
  }
}

}  // namespace restock

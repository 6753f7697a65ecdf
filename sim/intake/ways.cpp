// Reads the ways of goods: a table of lanes with lead times, or the deliveries that went along them. And what is on
// hand.
#include "intake/foreign.hpp"

#include "core/time.hpp"
#include "intake/foreign_table.hpp"

namespace restock {

namespace {

/// Days from order to receipt; nullopt where a date is missing, or they are in the wrong order.
std::optional<double> days_between(ForeignTable& table) {
  std::int64_t ordered = 0, received = 0, ignored = 0;
  for (const auto& [column, at] : {std::pair{ForeignColumn::ordered, &ordered}, {ForeignColumn::received, &received}}) {
    Fault fault;
    if (table.cell(column).empty()) return std::nullopt;
    if (!parse_foreign_time(table.cell(column), *at, ignored, fault)) return table.refuse(column, fault), std::nullopt;
  }
  if (received <= ordered) return std::nullopt;
  return static_cast<double>(received - ordered) / static_cast<double>(day);
}

}  // namespace

void read_ways(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found) {
  ForeignTable table(settings.network, settings, file, report, found);
  if (!table.good() || !table.needs(ForeignColumn::from) || !table.needs(ForeignColumn::to)) return;
  const bool has_dates = table.has(ForeignColumn::ordered) && table.has(ForeignColumn::received);
  if (!has_dates && !table.needs(ForeignColumn::lead_days)) return;
  while (table.next()) {
    const auto from = table.name(ForeignColumn::from, found.sites), to = table.name(ForeignColumn::to, found.sites);
    if (!from || !to) continue;
    std::size_t product = any_product;
    if (table.has(ForeignColumn::product)) {
      const auto known = found.products.find(table.cell(ForeignColumn::product));
      if (!known) continue;  // nobody buys it
      product = *known;
    }
    ForeignWay& way = found.ways[{*from, *to, product}];
    ++way.rows;
    const std::optional<double> days = table.has(ForeignColumn::lead_days) && !has_dates
                                           ? table.number(ForeignColumn::lead_days)
                                           : days_between(table);
    if (days && *days >= 0.0)
      way.days.push_back(*days);
    else
      ++found.rows_without_time;
  }
}

void read_stock(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found) {
  ForeignTable table(settings.stock, settings, file, report, found);
  if (!table.good() || !table.needs(ForeignColumn::product)) return;
  while (table.next()) {
    const auto product = found.products.find(table.cell(ForeignColumn::product));
    const auto site =
        found.sites.find(table.has(ForeignColumn::site) ? table.cell(ForeignColumn::site) : settings.only_site);
    if (!product) continue;  // nobody buys it
    if (const auto price = table.number(ForeignColumn::price); price && *price > 0.0) found.price[*product] = {*price};
    if (const auto cost = table.number(ForeignColumn::cost); cost && *cost > 0.0) found.cost[*product] = {*cost};
    if (!site) continue;
    ForeignStock& stock = found.stock[{*site, *product}];
    stock.on_hand = table.units(ForeignColumn::on_hand);
    stock.reorder_point = table.units(ForeignColumn::reorder_point);
    stock.order_up_to = table.units(ForeignColumn::order_up_to);
    const auto lot = table.units(ForeignColumn::order_quantity);
    if (!stock.order_up_to && lot && stock.reorder_point) stock.order_up_to = *stock.reorder_point + *lot;
  }
}

}  // namespace restock

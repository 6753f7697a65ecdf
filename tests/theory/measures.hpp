// What the known answers are about: a number taken from one replication. Read by the tables of expectations only.
#pragma once

#include "input/scenario.hpp"
#include "measure/labels.hpp"
#include "measure/ledger_sum.hpp"
#include "measure/record.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace restock::theory {

/// One replication of one alternative, with everything that may be asked of it.
struct Run {
  const Layout& layout;
  const Labels& labels;
  Record record;
  std::vector<Ledger> points;
  Ledger network;
  std::vector<OrderRow> orders;                  ///< kept only where a measure asks for rows
  std::vector<ReplenishmentRow> replenishments;  ///< likewise
};

struct Measure {
  std::function<double(const Run&)> of;
  bool needs_rows = false;
};

/// Stock points: all, those of a site (`shop`), of sites with a common beginning (`retailer-*`), or one (`works/leg`).
using Place = std::string;
inline const Place everywhere = "*";

/// A KPI by its official name, of the network or of the sum of some stock points.
Measure kpi(std::string_view name, Place where = everywhere);
/// Any function of the summed facts.
Measure fact(std::function<double(const Ledger&)> of, Place where = everywhere);
/// A function of the money and facts of all stock points one by one.
Measure of_run(std::function<double(const Run&)> of);
/// Mean over the samples of the time series, and over the stock points, of a function of the levels.
Measure sampled(std::function<double(const Sample&)> of, Place where);
/// The same at one sampling instant, counted from 0.
Measure sampled_at(std::size_t instant, std::function<double(const Sample&)> of, Place where);
/// Share of customer orders for which `is` holds.
Measure order_share(std::function<bool(const OrderRow&)> is, std::function<bool(const OrderRow&)> among = {});
/// A function of the rows of the ledgers.
Measure of_rows(std::function<double(const Run&)> of);

/// The sum over the stock points there.
Ledger ledger_at(const Run& run, const Place& where);

Measure operator*(double factor, const Measure& measure);
Measure operator+(const Measure& measure, const Measure& other);
Measure operator+(double constant, const Measure& measure);
Measure operator-(double constant, const Measure& measure);

}  // namespace restock::theory

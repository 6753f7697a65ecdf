// A ledger: the summed facts of one stock point, or of any set of them. Every measure is a pure function of a ledger,
// so a site's fill rate is the ratio of its stock points' sums and never a mean of ratios.
#pragma once

#include "measure/detail.hpp"
#include "measure/record.hpp"

#include <vector>

namespace restock {

/// Money over the whole window: integer tallies × rates, made once per stock point and then summed.
struct MoneyParts {
  double holding = 0.0;  ///< on hand, and in transit to here at the links' rates
  double ordering = 0.0;
  double purchase = 0.0;
  double freight = 0.0;
  double backorder = 0.0;    ///< per unit-time and goodwill
  double goodwill = 0.0;     ///< the part of `backorder` that is charged per unit: an opportunity cost
  double lost_margin = 0.0;  ///< an opportunity cost too
  double cancel = 0.0;
  double count = 0.0;
  double move = 0.0;  ///< from back rooms to shelves
  double expedite = 0.0;
  double transship = 0.0;    ///< of units called from other sites
  double disposal = 0.0;     ///< of what was too old
  double taking_back = 0.0;  ///< of what customers send back
  double refunds = 0.0;      ///< to them
  double refund = 0.0;       ///< of paying back what was paid for and not shipped
  double salvage = 0.0;      ///< what was left at the end of life brought
  double excess = 0.0;       ///< mean stock above the cover target, at cost
  double revenue = 0.0;
  double forgone = 0.0;        ///< revenue that reduced prices took off
  double cost_of_sales = 0.0;  ///< at cost: what customers were shipped
  double stock_change = 0.0;   ///< (closing − opening) on hand at cost
  double mean_stock = 0.0;     ///< mean on hand at cost
  double shipped = 0.0;        ///< at cost: what leaves the set of stock points

  double total_cost() const {
    return holding + ordering + purchase + freight + backorder + cancel + count + move + expedite + transship +
           disposal + taking_back + refund + lost_margin;
  }
  MoneyParts& operator+=(const MoneyParts& other);
};

struct Ledger {
  Time length = 0;            ///< of the window
  std::int64_t points = 0;    ///< stock points summed
  OrderFacts orders{};        ///< customers only
  OrderFacts bargains{};      ///< those of them who came for a reduced price only
  Quantity surge_demand = 0;  ///< the part of the customers' demand that surges brought
  StockFacts stock{};         ///< its two series are known for one stock point and for the network, else empty
  LinkFacts links{};          ///< inbound
  ErrorFacts errors{};
  LossFacts losses{};
  InformationFacts information{};
  ForecastFacts forecasts{};
  LevelFacts levels{};
  ShelfFacts shelves{};
  ExtraFacts extra{};
  PromiseFacts promises{};
  CustomerFacts customers{};
  PortFacts ports{};        ///< of a site that is a port, and of the network
  std::int64_t berths = 0;  ///< of these ports
  MoneyParts money{};
  SpanSketch waits;  ///< of customers' units shipped from backorder; empty below the recorded detail, as are these:
  SpanSketch late;   ///< how late those of them with a promise were, that came after it
  SpanSketch early;  ///< and how early the others
  SpanSketch left;   ///< how long units waited that were cancelled

  /// Sums facts. The moments of a summed series are not the sum of moments, so they are dropped.
  Ledger& operator+=(const Ledger& other);
};

/// Which rows of a table belong to which stock point.
class RowsOfPoints {
 public:
  /// `points` is whose each row is.
  RowsOfPoints(const std::vector<PointId>& points, std::size_t count);
  template <class Visit>
  void each(std::size_t point, Visit visit) const {
    for (std::uint32_t i = first_[point]; i < first_[point + 1]; ++i) visit(order_.empty() ? i : order_[i]);
  }

 private:
  std::vector<std::uint32_t> first_;  ///< by PointId, and the end
  std::vector<std::uint32_t> order_;  ///< of the rows; empty: as they are
};

/// The ledgers of stock points, each made when it is asked for. Refers to what it is made of.
class PointLedgers {
 public:
  PointLedgers(const Record& record, const Layout& layout, Detail detail);
  std::size_t size() const { return record_.points.size(); }
  Ledger operator[](std::size_t point) const;

 private:
  const Record& record_;
  const Layout& layout_;
  Detail detail_;
  RowsOfPoints streams_, links_;
};

/// The ledgers of all stock points, by PointId. Waits are theirs only where they were recorded per stock point.
std::vector<Ledger> point_ledgers(const Record& record, const Layout& layout, Detail detail);

/// Adds the sketches of a group of stock points (measure/detail.hpp).
void add_sketches(const Record& record, std::size_t group, Ledger& ledger);

}  // namespace restock

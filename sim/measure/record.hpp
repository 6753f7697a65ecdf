// The record of one replication of one alternative: facts only. Filled by the engine, read by measure and output.
#pragma once

#include "measure/customer_facts.hpp"
#include "measure/error_facts.hpp"
#include "measure/extra_facts.hpp"
#include "measure/facts.hpp"
#include "measure/forecast_facts.hpp"
#include "measure/level_facts.hpp"
#include "measure/loss_facts.hpp"
#include "measure/promise_facts.hpp"
#include "measure/rows.hpp"
#include "measure/shelf_facts.hpp"
#include "measure/sketch.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Levels of one group of stock points (all, a site, or one point: by detail) at one sampling instant.
struct Sample {
  Quantity on_hand = 0;
  Quantity on_record = 0;
  Quantity on_order = 0;
  Quantity backlog = 0;
  Quantity forecast = 0;        ///< of the bucket under way, thousandths of a unit per day
  Quantity reorder_point = 0;   ///< of policies that have one
  Quantity order_up_to = 0;     ///< likewise
  Quantity order_quantity = 0;  ///< likewise
  Sample& operator+=(const Sample& o) {
    on_hand += o.on_hand;
    on_record += o.on_record;
    on_order += o.on_order;
    backlog += o.backlog;
    forecast += o.forecast;
    reorder_point += o.reorder_point;
    order_up_to += o.order_up_to;
    order_quantity += o.order_quantity;
    return *this;
  }
  friend bool operator==(const Sample&, const Sample&) = default;
};

struct Record {
  std::vector<OrderFacts> streams;            ///< by StreamId
  std::vector<StockFacts> points;             ///< by PointId
  std::vector<LinkFacts> links;               ///< by LinkId
  std::vector<ErrorFacts> errors;             ///< by PointId; empty where nobody's record has such errors
  std::vector<LossFacts> losses;              ///< by PointId; empty where nothing can be lost so
  std::vector<ExtraFacts> extra;              ///< by PointId; empty where nobody asks for one of them
  std::vector<PromiseFacts> promises;         ///< by StreamId; empty where promises do not move
  std::vector<CustomerFacts> customer_facts;  ///< by StreamId; empty where nobody comes back, stays away or is kept on
  std::vector<ShelfFacts> shelves;            ///< by PointId; empty where nobody has a back room
  std::vector<InformationFacts> information;  ///< by PointId; empty where nobody's is late
  std::vector<ForecastFacts> forecasts;       ///< by PointId; empty where nobody forecasts
  std::vector<LevelFacts> levels;             ///< by PointId; empty where the scenario sets all levels
  std::vector<CauseFacts> causes;             ///< as Blueprint::causes
  std::vector<PortFacts> ports;               ///< by PortId
  std::vector<SpanSketch> port_waits;         ///< by PortId: waits at anchor that ended
  std::vector<Quantity> port_series;          ///< [sample × ports + port]: vessels at anchor
  std::vector<Quantity> cause_series;         ///< [sample × causes + cause]: level, 0 when it is not active
  SeriesMoments ordered{};                    ///< of the series summed over all stock points
  SeriesMoments demanded{};
  std::vector<Quantity> ordered_series;  ///< that series, by bucket; left out by whoever has no others to add to it
  std::vector<Quantity> demanded_series;
  std::vector<SpanSketch> waits;          ///< one per sketch group (all, sites or points)
  std::vector<SpanSketch> late;           ///< likewise: of units shipped after their first promise, by how much
  std::vector<SpanSketch> early;          ///< and of those shipped by it
  std::vector<SpanSketch> left;           ///< time in the queue of units that were cancelled
  std::vector<SpanSketch> left_for;       ///< the same units, by Leaves: why
  std::vector<SpanSketch> segment_waits;  ///< by SegmentId: the same units as in `waits`
  std::vector<Sample> series;             ///< [sample × series groups + group]
  std::uint64_t fingerprint = 0;
  std::uint64_t customers = 0;  ///< customer orders simulated, warm-up and drain included
  std::uint64_t events = 0;     ///< events taken from the calendar
  Time ended = 0;               ///< when the run stopped (length, or later with drain)
};

/// Receives ledger rows in the documented order, in batches at each barrier. Called from the thread that runs the
/// replication.
class LedgerSink {
 public:
  virtual ~LedgerSink() = default;
  virtual void orders(const std::vector<OrderRow>& rows) = 0;
  virtual void replenishments(const std::vector<ReplenishmentRow>& rows) = 0;
  /// Whoever keeps no promises leaves it.
  virtual void promises(const std::vector<PromiseRow>&) {}
};

}  // namespace restock

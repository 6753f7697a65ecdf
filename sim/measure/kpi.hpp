// The list of KPIs. To add one: a struct in measure/kpi/ and a line here; results, tables and reference pages follow.
#pragma once

#include "measure/kpi/allocation.hpp"
#include "measure/kpi/customers.hpp"
#include "measure/kpi/excess.hpp"
#include "measure/kpi/forecast.hpp"
#include "measure/kpi/levels.hpp"
#include "measure/kpi/markdown.hpp"
#include "measure/kpi/money.hpp"
#include "measure/kpi/outcomes.hpp"
#include "measure/kpi/ports.hpp"
#include "measure/kpi/promises.hpp"
#include "measure/kpi/replenishment.hpp"
#include "measure/kpi/service.hpp"
#include "measure/kpi/shelf.hpp"
#include "measure/kpi/stock.hpp"
#include "measure/kpi/waiting.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace restock {

/// A KPI as data.
struct Metric : About {
  double (*of)(const Ledger&);
};

template <class Kpi>
concept IsKpi = requires(const Ledger& ledger) {
  { Kpi::about } -> std::convertible_to<About>;
  { Kpi::of(ledger) } -> std::same_as<double>;
};

template <IsKpi... Kpis>
struct KpiList {
  static constexpr std::array<Metric, sizeof...(Kpis)> metrics{Metric{Kpis::about, &Kpis::of}...};
};

/// In the order in which tables show them.
using AllKpis = KpiList<  //
    CustomerOrders, Demand, SurgeDemand, BargainDemand, BargainFilled, Filled, ShippedFromBackorder, SoldLater,
    Backordered, LostOutOfStock, LostDeclined, LostDiscontinued, HeldBack, Transshipped, TransshippedAway,
    TransshipmentRate, BoughtElsewhere, TurnedAway, NoticesAsked, FurtherVisits, StayedAway, Returned,
    ReturnedToStock,  //
    CancelledByCustomer, CancelledBySeller, CancelledOversold, PaymentDeclined, PaymentFailed, Reassessed, KeptOn,
    Overtook, OpenAtEnd,
    Oversold,                                                                                             //
    FillRate, OrderFillRate, OnTimeInFull, BackorderRate, LostRate, CancelRate, CycleService, ReadyRate,  //
    MeanWait, P95Wait, MeanTimeInQueue, P95WaitCancelled, MeanPackingTime, PromiseKeptRate, MeanPromiseSlip,
    P95PromiseSlip, CancelledBeforeDue, LastPromiseKeptRate, PromiseUpdates, PromiseSlips, CancelledSlip,
    CancelledSilence,
    SavedByUpdate,                                                                           //
    MeanOnHand, MeanOnRecord, MeanOnOrder, MeanInTransit, MeanBacklog, MeanCustomerBacklog,  //
    RecordError, PhantomTime, Shrunk, Scrapped, MeanMisplaced, LostWhileMisplaced, Misreceived, Misscanned, Mispicked,
    StockCounts, RecordAdjusted, Expedited, Expired, WasteRate, WrittenOff, MeanExcess, ExcessValue, MeanStockValue,
    InventoryToSales, Turns, SellThrough, MarkedDown, MarkedDownShare, ReducedTime,  //
    ReplenishmentOrders, ReplenishmentUnits, Received, SupplyCancelled, YieldLost, ShortShipped, Shipments,
    MeanLeadTime, InformationAge, Bullwhip,                                                                  //
    ForecastMae, ForecastRmse, ForecastMase, ForecastBias, ForecastShortfall,                                //
    ReorderPointAtEnd, OrderUpToAtEnd, OrderQuantityAtEnd, LevelChanges,                                     //
    MeanOnShelf, ShelfReadyRate, LostWithStockInBack, ShelfMoves, UnitsMoved,                                //
    InternalDemand, InternalFilled, InternalFillRate,                                                        //
    PortWait, BerthUtilisation, BerthsOut, ShipsInPort, PortQueue, Diverted, RolledUnits,                    //
    HoldingCost, OrderingCost, PurchaseCost, FreightCost, BackorderCost, LostMargin, CancelCost, CountCost,  //
    MoveCost, ExpediteCost, TransshipmentCost, DisposalCost, ReturnCost, RefundCost,                         //
    TotalCost, Revenue, Refunds, RevenueForgone, GrossMargin, Salvage, Profit>;

inline constexpr std::span<const Metric> metrics() { return AllKpis::metrics; }

/// Index into `metrics()`.
constexpr std::optional<std::size_t> metric_index(std::string_view name) {
  for (std::size_t i = 0; i < metrics().size(); ++i)
    if (metrics()[i].name == name) return i;
  return std::nullopt;
}

/// All metrics of a ledger, in the order of `metrics()`; NaN where undefined.
inline std::vector<double> measure(const Ledger& ledger) {
  std::vector<double> values;
  values.reserve(metrics().size());
  for (const Metric& metric : metrics()) values.push_back(metric.of(ledger));
  return values;
}

}  // namespace restock

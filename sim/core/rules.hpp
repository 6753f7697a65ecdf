// Choices that a scenario states by name and the engine follows: shared by what is read and what is run.
#pragma once

#include <cstdint>

namespace restock {

/// record: online, phone, B2B customers are accepted on what the record says; shelf: walk-in customers see the shelf.
enum class Sees : std::uint8_t { record, shelf };
/// What happens to an order that stock can only meet in part.
enum class PartialRule : std::uint8_t { ship_available, wait_complete };
/// What a short pick does to the record.
enum class ShortPickRule : std::uint8_t { nothing, zero_record, count };
/// What happens to units that were sold on the record and are not there.
enum class OversoldRule : std::uint8_t { backorder, cancel };
/// When the payment of one who waits is authorised: when he orders, or when his goods are there.
enum class PaymentRule : std::uint8_t { shipment, order };
/// What a customer's cancellation does to supply on order.
enum class CancelRule : std::uint8_t { keep_supply, cancel_supply, even_in_transit };
/// What a policy counts: the stock point's own, or everything from it down to the customers.
enum class PositionRule : std::uint8_t { installation, echelon };
/// Whether a planner who sees old data adds the orders that he has placed since.
enum class OwnOrders : std::uint8_t { known, as_recorded };
/// What becomes of the work on a production line that stands still.
enum class WorkRule : std::uint8_t { kept, lost };
/// What becomes of the part of an order that a supplier cannot fill for lack of material.
enum class RestRule : std::uint8_t { late, cancelled };
/// How orders of other sites share stock that is not enough for all of them.
enum class SharingRule : std::uint8_t { first_come, proportional, uniform };
/// How an order of several lines ships: each line when it can, or nothing before all of it can.
enum class BasketRule : std::uint8_t { as_available, complete };
/// Which neighbour is asked first for units that a stock point lacks.
enum class GiverRule : std::uint8_t { most_stock, as_declared };
/// Which of the units in stock leave first.
enum class IssueRule : std::uint8_t { oldest_first, newest_first };
/// What a cause that depends on what happens looks at.
enum class Watched : std::uint8_t { backlog, on_hand, on_record, on_order, port_queue };
/// What a forecast is made from: what was asked for, or only what was sold (what is lost for want of stock is not
/// seen).
enum class ForecastOf : std::uint8_t { sales, demand };
/// A level that is set by what things cost.
enum class LevelBy : std::uint8_t { eoq, newsvendor };
/// Which lead time a level is set for.
enum class LeadTimeOf : std::uint8_t { observed, planned };
/// Whether a season adds to the level or multiplies it.
enum class Seasonal : std::uint8_t { additive, multiplicative };
/// The order of a day is a permutation of these; `serve` may be left out (then each demand is served when it is seen),
/// and so may `count` (then it is the last).
enum class DayStep : std::uint8_t { receive, review, demand, serve, count };

}  // namespace restock

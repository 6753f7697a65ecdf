// The words of the language for the closed choices of scenario.hpp.
#pragma once

#include "input/scenario.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace restock {

template <class E, std::size_t N>
using WordTable = std::array<std::pair<std::string_view, E>, N>;

template <class E>
struct Words;

template <>
struct Words<SiteKind> {
  static constexpr WordTable<SiteKind, 5> all{{{"supplier", SiteKind::supplier},
                                               {"plant", SiteKind::plant},
                                               {"warehouse", SiteKind::warehouse},
                                               {"store", SiteKind::store},
                                               {"port", SiteKind::port}}};
};
template <>
struct Words<Weekday> {
  static constexpr WordTable<Weekday, 7> all{{{"mon", Weekday::mon},
                                              {"tue", Weekday::tue},
                                              {"wed", Weekday::wed},
                                              {"thu", Weekday::thu},
                                              {"fri", Weekday::fri},
                                              {"sat", Weekday::sat},
                                              {"sun", Weekday::sun}}};
};
template <>
struct Words<Sees> {
  static constexpr WordTable<Sees, 2> all{{{"record", Sees::record}, {"shelf", Sees::shelf}}};
};
template <>
struct Words<PartialRule> {
  static constexpr WordTable<PartialRule, 2> all{
      {{"ship_available", PartialRule::ship_available}, {"wait_complete", PartialRule::wait_complete}}};
};
template <>
struct Words<ShortPickRule> {
  static constexpr WordTable<ShortPickRule, 3> all{{{"nothing", ShortPickRule::nothing},
                                                    {"zero_record", ShortPickRule::zero_record},
                                                    {"count", ShortPickRule::count}}};
};
template <>
struct Words<OversoldRule> {
  static constexpr WordTable<OversoldRule, 2> all{
      {{"backorder", OversoldRule::backorder}, {"cancel", OversoldRule::cancel}}};
};
template <>
struct Words<PaymentRule> {
  static constexpr WordTable<PaymentRule, 2> all{{{"shipment", PaymentRule::shipment}, {"order", PaymentRule::order}}};
};
template <>
struct Words<CancelRule> {
  static constexpr WordTable<CancelRule, 3> all{{{"keep_supply", CancelRule::keep_supply},
                                                 {"cancel_supply", CancelRule::cancel_supply},
                                                 {"even_in_transit", CancelRule::even_in_transit}}};
};
template <>
struct Words<PositionRule> {
  static constexpr WordTable<PositionRule, 2> all{
      {{"installation", PositionRule::installation}, {"echelon", PositionRule::echelon}}};
};
template <>
struct Words<OwnOrders> {
  static constexpr WordTable<OwnOrders, 2> all{{{"known", OwnOrders::known}, {"as_recorded", OwnOrders::as_recorded}}};
};
template <>
struct Words<WorkRule> {
  static constexpr WordTable<WorkRule, 2> all{{{"kept", WorkRule::kept}, {"lost", WorkRule::lost}}};
};
template <>
struct Words<RestRule> {
  static constexpr WordTable<RestRule, 2> all{{{"late", RestRule::late}, {"cancelled", RestRule::cancelled}}};
};
template <>
struct Words<IssueRule> {
  static constexpr WordTable<IssueRule, 2> all{
      {{"oldest_first", IssueRule::oldest_first}, {"newest_first", IssueRule::newest_first}}};
};
template <>
struct Words<BasketRule> {
  static constexpr WordTable<BasketRule, 2> all{
      {{"as_available", BasketRule::as_available}, {"complete", BasketRule::complete}}};
};
template <>
struct Words<GiverRule> {
  static constexpr WordTable<GiverRule, 2> all{
      {{"most_stock", GiverRule::most_stock}, {"as_declared", GiverRule::as_declared}}};
};
template <>
struct Words<SharingRule> {
  static constexpr WordTable<SharingRule, 3> all{{{"first_come", SharingRule::first_come},
                                                  {"proportional", SharingRule::proportional},
                                                  {"uniform", SharingRule::uniform}}};
};
template <>
struct Words<Watched> {
  static constexpr WordTable<Watched, 5> all{{{"backlog", Watched::backlog},
                                              {"on_hand", Watched::on_hand},
                                              {"on_record", Watched::on_record},
                                              {"on_order", Watched::on_order},
                                              {"port_queue", Watched::port_queue}}};
};
template <>
struct Words<ForecastOf> {
  static constexpr WordTable<ForecastOf, 2> all{{{"sales", ForecastOf::sales}, {"demand", ForecastOf::demand}}};
};
template <>
struct Words<LevelBy> {
  static constexpr WordTable<LevelBy, 2> all{{{"eoq", LevelBy::eoq}, {"newsvendor", LevelBy::newsvendor}}};
};
template <>
struct Words<LeadTimeOf> {
  static constexpr WordTable<LeadTimeOf, 2> all{{{"observed", LeadTimeOf::observed}, {"planned", LeadTimeOf::planned}}};
};
template <>
struct Words<Seasonal> {
  static constexpr WordTable<Seasonal, 2> all{
      {{"additive", Seasonal::additive}, {"multiplicative", Seasonal::multiplicative}}};
};
template <>
struct Words<DayStep> {
  static constexpr WordTable<DayStep, 5> all{{{"receive", DayStep::receive},
                                              {"review", DayStep::review},
                                              {"demand", DayStep::demand},
                                              {"serve", DayStep::serve},
                                              {"count", DayStep::count}}};
};

}  // namespace restock

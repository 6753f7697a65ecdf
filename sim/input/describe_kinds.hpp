// Kinds and defaults in words, for the printers of this room.
#pragma once

#include "input/kinds.hpp"
#include "input/scalars.hpp"

#include <string>
#include <string_view>

namespace restock {

template <class E>
std::string words_of(std::string_view between) {
  std::string list;
  for (const auto& [word, value] : Words<E>::all)
    list += (list.empty() ? "" : std::string(between)) + std::string(word);
  return list;
}

template <class Family>
struct FamilyTitle;
template <>
struct FamilyTitle<Distribution> {
  static constexpr std::string_view text = "distribution";
};
template <>
struct FamilyTitle<Policy> {
  static constexpr std::string_view text = "policy";
};
template <>
struct FamilyTitle<Arrivals> {
  static constexpr std::string_view text = "arrivals";
};
template <>
struct FamilyTitle<TrafficArrivals> {
  static constexpr std::string_view text = "traffic";
};
template <>
struct FamilyTitle<Acceptance> {
  static constexpr std::string_view text = "acceptance";
};
template <>
struct FamilyTitle<Surge> {
  static constexpr std::string_view text = "surge";
};
template <>
struct FamilyTitle<Trigger> {
  static constexpr std::string_view text = "trigger";
};
template <>
struct FamilyTitle<Effect> {
  static constexpr std::string_view text = "effect";
};
template <>
struct FamilyTitle<Planned> {
  static constexpr std::string_view text = "planned";
};
template <>
struct FamilyTitle<Sourcing> {
  static constexpr std::string_view text = "source";
};
template <>
struct FamilyTitle<Counts> {
  static constexpr std::string_view text = "counts";
};
template <>
struct FamilyTitle<Refill> {
  static constexpr std::string_view text = "refill";
};
template <>
struct FamilyTitle<ForecastMethod> {
  static constexpr std::string_view text = "forecast_method";
};
template <>
struct FamilyTitle<LevelRule> {
  static constexpr std::string_view text = "level";
};
template <>
struct FamilyTitle<LotSize> {
  static constexpr std::string_view text = "lot_size";
};
template <>
struct FamilyTitle<LeadDemand> {
  static constexpr std::string_view text = "demand_law";
};
template <>
struct FamilyTitle<Quoting> {
  static constexpr std::string_view text = "quote";
};
template <>
struct FamilyTitle<Updates> {
  static constexpr std::string_view text = "updates";
};
template <>
struct FamilyTitle<SlipReaction> {
  static constexpr std::string_view text = "slip_reaction";
};
template <>
struct FamilyTitle<SellerLimit> {
  static constexpr std::string_view text = "seller_limit";
};

/// What may be written for a field of this type.
template <class T>
// NOLINTNEXTLINE(readability-function-size): a table of types, one line for each
std::string kind_text() {
  if constexpr (is_optional<T>)
    return kind_text<typename T::value_type>();
  else if constexpr (std::is_same_v<T, std::vector<DayStep>>)
    return "list of " + words_of<DayStep>(", ");
  else if constexpr (std::is_same_v<T, std::vector<Recipe>>)
    return "mapping product: { component: units }";
  else if constexpr (std::is_same_v<T, Check>)
    return "checks";
  else if constexpr (is_named_list<T>)
    return "mapping name: " + kind_text<decltype(T::value_type::what)>();
  else if constexpr (is_vector<T>)
    return "list of " + kind_text<typename T::value_type>();
  else if constexpr (std::is_same_v<T, PolicyLevel>)
    return "units, or auto(…)";
  else if constexpr (std::is_same_v<T, Planned> || std::is_same_v<T, SellerLimit>)
    return std::string(FamilyTitle<T>::text) + ", or a duration";
  else if constexpr (is_family<T>)
    return std::string(FamilyTitle<T>::text);
  else if constexpr (std::is_same_v<T, TimeLaw>)
    return "distribution of times, or a duration";
  else if constexpr (std::is_same_v<T, QuantityLaw>)
    return "distribution of units, or a number";
  else if constexpr (std::is_same_v<T, ShareLaw>)
    return "distribution of shares, or a share";
  else if constexpr (std::is_same_v<T, Duration>)
    return "duration";
  else if constexpr (std::is_same_v<T, Instant>)
    return "date, or time after start";
  else if constexpr (std::is_same_v<T, Rate>)
    return "rate (42 per d)";
  else if constexpr (std::is_same_v<T, Money>)
    return "money";
  else if constexpr (std::is_same_v<T, MoneyRate>)
    return "money per time, or % per time";
  else if constexpr (std::is_same_v<T, Share>)
    return "share (0.97 or 97 %)";
  else if constexpr (std::is_same_v<T, ShareRate>)
    return "share per time (20 % per y)";
  else if constexpr (std::is_same_v<T, Measure>)
    return "duration for times, number for units, share for shares";
  else if constexpr (std::is_same_v<T, Selector>)
    return "name, glob, or list of them";
  else if constexpr (std::is_same_v<T, Reference>)
    return "name";
  else if constexpr (std::is_same_v<T, std::string>)
    return "text";
  else if constexpr (std::is_same_v<T, bool>)
    return "true or false";
  else if constexpr (std::is_integral_v<T>)
    return "whole number";
  else if constexpr (std::is_floating_point_v<T>)
    return "number";
  else if constexpr (std::is_enum_v<T>)
    return words_of<T>(" | ");
  else
    return "mapping";
}

/// The value of a field of this type that was left out.
template <class T>
// NOLINTNEXTLINE(readability-function-size): a table of types, one line for each
std::string default_text(const T& value) {
  if constexpr (is_named_list<T>)
    return "none";
  else if constexpr (is_optional<T>)
    return value ? default_text(*value) : "none";
  else if constexpr (is_vector<T>) {
    std::string list;
    if constexpr (std::is_same_v<T, std::vector<DayStep>>)
      for (const DayStep step : value)
        for (const auto& [word, one] : Words<DayStep>::all)
          if (one == step) list += (list.empty() ? "" : ", ") + std::string(word);
    return "[" + list + "]";
  } else if constexpr (is_family<T>)
    return std::visit([](const auto& member) { return std::string(member.name); }, value);
  else if constexpr (std::is_same_v<T, PolicyLevel>)
    return std::to_string(value.units);
  else if constexpr (std::is_same_v<T, TimeLaw>)
    return duration_text(value.mean_ticks());
  else if constexpr (std::is_same_v<T, QuantityLaw> || std::is_same_v<T, ShareLaw>)
    return number_text(mean(value.law));
  else if constexpr (std::is_same_v<T, Duration> || std::is_same_v<T, Instant>)
    return duration_text(value.ticks);
  else if constexpr (std::is_same_v<T, Money>)
    return number_text(value.amount);
  else if constexpr (std::is_same_v<T, Share> || std::is_same_v<T, Measure>)
    return value.value < 1e300 ? number_text(value.value) : "no limit";
  else if constexpr (std::is_same_v<T, ShareRate>)
    return number_text(100.0 * value.per_tick * static_cast<double>(year)) + " % per y";
  else if constexpr (std::is_same_v<T, Rate>)
    return number_text(value.per_tick * static_cast<double>(day)) + " per d";
  else if constexpr (std::is_same_v<T, MoneyRate>)
    return number_text(value.per_tick * static_cast<double>(day)) + " per d";
  else if constexpr (std::is_same_v<T, Selector>)
    return "all";
  else if constexpr (std::is_same_v<T, std::string>)
    return value.empty() ? "none" : value;
  else if constexpr (std::is_same_v<T, bool>)
    return value ? "true" : "false";
  else if constexpr (std::is_same_v<T, Quantity>)
    return value >= unlimited ? "no limit" : std::to_string(value);
  else if constexpr (std::is_integral_v<T>)
    return std::to_string(value);
  else if constexpr (std::is_floating_point_v<T>)
    return number_text(value);
  else if constexpr (std::is_enum_v<T>) {
    for (const auto& [word, one] : Words<T>::all)
      if (one == value) return std::string(word);
    return {};
  } else
    return "none";
}

}  // namespace restock

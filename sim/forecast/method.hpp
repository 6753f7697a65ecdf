// Forecasting methods: the list of the family, and what every member must offer.
//
// A member is parameters. What it has learnt is a few doubles that somebody keeps for it, all 0 at the beginning:
// `see` is told of one bucket after the other (`seen`: how many came before), `ahead` says how many units the bucket
// `h` after the last of `seen` will want. Arithmetic is + − × ÷ in a fixed order: the same bits everywhere.
#pragma once

#include "forecast/method/croston.hpp"
#include "forecast/method/holt.hpp"
#include "forecast/method/holt_winters.hpp"
#include "forecast/method/known.hpp"
#include "forecast/method/moving_average.hpp"
#include "forecast/method/naive.hpp"
#include "forecast/method/sba.hpp"
#include "forecast/method/ses.hpp"
#include "forecast/method/tsb.hpp"

#include <concepts>
#include <string_view>
#include <variant>

namespace restock {

template <class M>
concept IsForecastMethod = requires(const M& method, std::span<double> memory, std::span<const double> known,
                                    std::int64_t count) {
  { M::name } -> std::convertible_to<std::string_view>;
  { M::summary } -> std::convertible_to<std::string_view>;
  { M::source } -> std::convertible_to<std::string_view>;
  { method.memory() } -> std::same_as<std::size_t>;
  { method.see(memory, count, 1.0) } -> std::same_as<void>;
  { method.ahead(known, count, count) } -> std::same_as<double>;
};

template <IsForecastMethod... Members>
using ForecastMethodList = std::variant<Members...>;

using ForecastMethod = ForecastMethodList<Ses, Naive, MovingAverage, Holt, HoltWinters, Croston, Sba, Tsb, Known>;

inline std::size_t memory_of(const ForecastMethod& method) {
  return std::visit([](const auto& m) { return m.memory(); }, method);
}

}  // namespace restock

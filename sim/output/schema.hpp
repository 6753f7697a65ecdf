// The result file as data: every dataset that can occur, said once. The writer creates from this table and the
// reference page in analysis/README.md is printed from it.
#pragma once

#include "measure/kpi.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

inline constexpr std::string_view result_filetype = "restock.result";
inline constexpr std::string_view result_schema = "2.0";  ///< readers refuse another major

/// Labels of `Outcome`, by its numbers.
inline constexpr std::array<std::string_view, 9> outcome_names{"filled",
                                                               "shipped_from_backorder",
                                                               "lost_out_of_stock",
                                                               "lost_declined",
                                                               "lost_discontinued",
                                                               "cancelled_by_customer",
                                                               "cancelled_by_seller",
                                                               "open",
                                                               "sold_later"};

enum class Kind : std::uint8_t { f64, i8, i32, i64, u64, text };
/// When a dataset is there: at a level of detail and above, with disruptions, or with a time series (by site, by stock
/// point, with ports, with disruptions), or where
/// inputs are resampled.
enum class When : std::uint8_t {
  always,
  site,
  stock_point,
  orders,
  series,
  series_by_site,
  series_by_point,
  series_of_ports,
  disruptions,
  series_of_disruptions,
  attribution,
  inputs
};
/// What a result has.
struct Holds {
  Detail detail = Detail::total;
  bool series = false;
  bool ports = false;
  bool disruptions = false;
  bool attribution = false;
  bool inputs = false;
};

struct Variable {
  std::string group;  ///< empty: the root
  std::string name;
  Kind kind = Kind::f64;
  std::string axes;  ///< space-separated, slowest first; a variable named like its only axis labels it; `group` is
                     ///< the site, the stock point or nothing, by the level of detail
  std::string unit;  ///< empty: none
  std::string long_name;
  When when = When::always;
  std::string better = {};
  std::vector<std::string_view> flags = {};  ///< meanings of 0, 1, …
  bool masks = false;                        ///< a bit mask over the axis disruption
};

/// In the order in which a file has them, but `waits`, whose bins are known last.
const std::vector<Variable>& result_schema_table();

std::string_view to_text(Kind kind);
std::string_view to_text(When when);
std::vector<std::string> axes_of(const Variable& variable, Detail detail);
bool has_variable(const Variable& variable, const Holds& result);

}  // namespace restock

// What was found in other people's tables, before it is a scenario: names, history, ways and stock. Filled by the
// readers of this room, written by write_scenario.cpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "input/report.hpp"
#include "intake/columns.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace restock {

/// Names in the order in which they were met, as scenarios can have them.
class ForeignNames {
 public:
  std::size_t add(std::string_view written);
  std::optional<std::size_t> find(std::string_view written) const;
  const std::vector<std::string>& all() const { return names_; }
  const std::string& operator[](std::size_t i) const { return names_[i]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> by_written_;
  std::unordered_map<std::string, std::size_t> taken_;  // and the last number that made another of each
};

/// One order, or the units of one bucket.
struct HistoryLine {
  std::int64_t epoch_us;
  std::int64_t bucket_us;  ///< how long the bucket lasts; 0: an order at that instant
  std::size_t site, product;
  Quantity units;
};

/// A way and the lead times that were seen on it.
struct ForeignWay {
  std::size_t rows = 0;
  std::vector<double> days;
};

struct ForeignStock {
  std::optional<Quantity> on_hand, reorder_point, order_up_to;
};

/// From site, to site, product; `any_product` where the table does not say.
using WayKey = std::tuple<std::size_t, std::size_t, std::size_t>;
inline constexpr std::size_t any_product = SIZE_MAX;

struct Foreign {
  std::set<std::string> headers;  ///< of all columns of all tables
  ForeignNames products, sites;
  std::vector<HistoryLine> history;
  std::map<WayKey, ForeignWay> ways;
  std::map<std::pair<std::size_t, std::size_t>, ForeignStock> stock;  ///< by site and product
  std::map<std::size_t, std::vector<double>> price, cost;             ///< by product, all that were seen
  std::size_t returns_left_out = 0;   ///< lines that were cancelled, or of no or negative units
  std::size_t rows_without_time = 0;  ///< deliveries that lack one of their dates
};

/// What the user says of his tables.
struct IntakeSettings {
  std::string history, network, stock;  ///< files; the first is needed
  std::vector<ColumnName> columns;
  std::string separator, decimal;  ///< comma, semicolon or tab; comma or point; empty: as each file tells
  std::string start;               ///< of a history without times: date of its first row
  std::string every;               ///< and what a row lasts: day, week or month
  Quantity order_size = 0;         ///< buckets are split into orders of so many units; 0: one order each
  Duration lead_time{14 * day};    ///< where no table says
  std::string only_site = "shop";  ///< name of the only site, where the history has none
};

/// Reads a history: one order a line, one bucket a line, or a column for each product. Problems are reported.
void read_history(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found);
/// Reads ways: from, to and a lead time in days, or deliveries with the dates of order and receipt.
void read_ways(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found);
/// Reads what is on hand and the levels in use.
void read_stock(const IntakeSettings& settings, std::uint32_t file, Report& report, Foreign& found);

/// A date as exports write it (2011-03-17, 17.03.2011), to microseconds since 1970, and how long it stands for: a month
/// (2011-03), a day, or an instant (0).
bool parse_foreign_time(std::string_view text, std::int64_t& epoch_us, std::int64_t& lasts_us, Fault& fault);
/// The first of the next month.
std::int64_t month_after(std::int64_t epoch_us);
/// A whole number of units; empty and fractions are faults.
bool parse_units(std::string_view text, Quantity& units, Fault& fault);

}  // namespace restock

#include "output/ledger_columns.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace restock {

namespace {

constexpr std::size_t buffer_rows = 65'536;  ///< a chunk of a growing column

double in_days(Time at) { return at >= never ? undefined : static_cast<double>(at) / static_cast<double>(day); }

using Map = AlternativeMap;

template <auto Member, class Row>
constexpr Column<Row> whole_column(const char* name) {
  return {name, [](const Row& row, const Map&) { return static_cast<std::int64_t>(row.*Member); }, nullptr};
}
template <auto Member, class Row>
constexpr Column<Row> days_column(const char* name) {
  return {name, nullptr, [](const Row& row) { return in_days(row.*Member); }};
}

/// The causes of an alternative as bits over the axis disruption; what has no bit of its own there has the last.
std::int64_t marks(std::uint64_t causes, const Map& map) {
  std::uint64_t mask = 0;
  for (std::size_t cause = 0; cause < map.disruption.size() && cause < shared_cause; ++cause)
    if ((causes >> cause & 1U) != 0)
      mask |= std::uint64_t{1} << std::min<std::size_t>(map.disruption[cause], shared_cause);
  return static_cast<std::int64_t>(mask | (causes & std::uint64_t{1} << shared_cause));
}

constexpr std::array order_table{
    Column<OrderRow>{"stock_point",
                     [](const OrderRow& row, const Map& map) { return std::int64_t{map.stream_point[row.stream]}; },
                     nullptr},
    Column<OrderRow>{"segment",
                     [](const OrderRow& row, const Map& map) { return std::int64_t{map.stream_segment[row.stream]}; },
                     nullptr},
    whole_column<&OrderRow::number, OrderRow>("number"),
    days_column<&OrderRow::ordered, OrderRow>("ordered"),
    days_column<&OrderRow::first_promise, OrderRow>("promised"),
    days_column<&OrderRow::ended, OrderRow>("ended"),
    whole_column<&OrderRow::units, OrderRow>("units"),
    whole_column<&OrderRow::filled, OrderRow>("filled"),
    whole_column<&OrderRow::backordered, OrderRow>("backordered"),
    whole_column<&OrderRow::oversold, OrderRow>("oversold"),
    whole_column<&OrderRow::shipped, OrderRow>("shipped"),
    whole_column<&OrderRow::sold_later, OrderRow>("sold_later"),
    whole_column<&OrderRow::lost, OrderRow>("lost"),
    whole_column<&OrderRow::cancelled, OrderRow>("cancelled"),
    whole_column<&OrderRow::outcome, OrderRow>("outcome"),
    Column<OrderRow>{"disruptions", [](const OrderRow& row, const Map& map) { return marks(row.causes, map); },
                     nullptr},
};

constexpr std::array promise_table{
    Column<PromiseRow>{"stock_point",
                       [](const PromiseRow& row, const Map& map) { return std::int64_t{map.stream_point[row.stream]}; },
                       nullptr},
    Column<PromiseRow>{
        "segment", [](const PromiseRow& row, const Map& map) { return std::int64_t{map.stream_segment[row.stream]}; },
        nullptr},
    whole_column<&PromiseRow::number, PromiseRow>("number"),
    days_column<&PromiseRow::told, PromiseRow>("told"),
    days_column<&PromiseRow::date, PromiseRow>("date"),
    whole_column<&PromiseRow::first, PromiseRow>("first"),
};

constexpr std::array replenishment_table{
    Column<ReplenishmentRow>{
        "stock_point", [](const ReplenishmentRow& row, const Map& map) { return std::int64_t{map.point[row.point]}; },
        nullptr},
    Column<ReplenishmentRow>{"lane",
                             [](const ReplenishmentRow& row, const Map& map) {
                               return row.link < map.link_lane.size() ? std::int64_t{map.link_lane[row.link]}
                                                                      : std::int64_t{-1};
                             },
                             nullptr},
    days_column<&ReplenishmentRow::placed, ReplenishmentRow>("placed"),
    days_column<&ReplenishmentRow::completed, ReplenishmentRow>("completed"),
    whole_column<&ReplenishmentRow::units, ReplenishmentRow>("units"),
    whole_column<&ReplenishmentRow::received, ReplenishmentRow>("received"),
    whole_column<&ReplenishmentRow::cancelled, ReplenishmentRow>("cancelled"),
    whole_column<&ReplenishmentRow::lost, ReplenishmentRow>("lost"),
    Column<ReplenishmentRow>{
        "disruptions", [](const ReplenishmentRow& row, const Map& map) { return marks(row.causes, map); }, nullptr},
};

template <class T>
std::span<const T> front(const std::vector<T>& values, std::size_t rows) {
  return std::span(values).first(rows);
}

template <class T>
void drop(std::vector<T>& values, std::size_t rows) {
  values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rows));
}

}  // namespace

std::span<const Column<OrderRow>> order_columns() { return order_table; }
std::span<const Column<ReplenishmentRow>> replenishment_columns() { return replenishment_table; }
std::span<const Column<PromiseRow>> promise_columns() { return promise_table; }

template <class Row>
LedgerColumns<Row>::LedgerColumns(std::string group, std::string axis, std::span<const Column<Row>> columns,
                                  std::size_t cells)
    : group_(std::move(group)),
      axis_(std::move(axis)),
      columns_(columns),
      whole_(columns.size()),
      days_(columns.size()),
      row_start_(cells, 0),
      row_count_(cells, 0),
      last_cell_(cells) {}

template <class Row>
void LedgerColumns<Row>::append(Builder& file, const ResultHeader& header, std::size_t alternative,
                                std::size_t replication, std::span<const Row> rows) {
  const std::size_t cell = alternative * header.replications + replication;
  if (cell != last_cell_) {
    require(row_count_[cell] == 0, "the rows of a cell come one after another");
    row_start_[cell] = static_cast<std::int64_t>(total_);
    last_cell_ = cell;
  }
  const AlternativeMap& map = header.axes.maps[alternative];
  for (const Row& row : rows) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].days != nullptr)
        days_[c].push_back(columns_[c].days(row));
      else
        whole_[c].push_back(columns_[c].whole(row, map));
    }
    alternative_.push_back(static_cast<std::int64_t>(alternative));
    replication_.push_back(static_cast<std::int64_t>(replication));
  }
  row_count_[cell] += static_cast<std::int64_t>(rows.size());
  total_ += rows.size();
  if (const std::size_t full = (total_ - written_) / buffer_rows * buffer_rows; full > 0) flush(file, full);
}

template <class Row>
void LedgerColumns<Row>::flush(Builder& file, std::size_t rows) {
  std::vector<std::int64_t> numbers(rows);
  std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(written_));
  const auto put = [&](const char* name, auto& values) {
    file.append(key_of(group_, name), front(values, rows), written_);
    drop(values, rows);
  };
  put(axis_.c_str(), numbers);
  put("alternative", alternative_);
  put("replication", replication_);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (columns_[c].days != nullptr)
      put(columns_[c].name, days_[c]);
    else
      put(columns_[c].name, whole_[c]);
  }
  written_ += rows;
}

template <class Row>
void LedgerColumns<Row>::finish(Builder& file) {
  if (total_ > written_) flush(file, total_ - written_);
  file.put<std::int64_t>(group_ + "_index/row_start", row_start_);
  file.put<std::int64_t>(group_ + "_index/row_count", row_count_);
}

template class LedgerColumns<OrderRow>;
template class LedgerColumns<ReplenishmentRow>;
template class LedgerColumns<PromiseRow>;

}  // namespace restock

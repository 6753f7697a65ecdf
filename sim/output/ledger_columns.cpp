#include "output/ledger_columns.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace restock {

namespace {

constexpr std::size_t buffer_rows = 65'536;  ///< a chunk of a growing column

using Map = AlternativeMap;

/// The causes of an alternative as bits over the axis disruption; what has no bit of its own there has the last.
std::int64_t marks(std::uint64_t causes, const Map& map) {
  std::uint64_t mask = 0;
  for (std::size_t cause = 0; cause < map.disruption.size() && cause < shared_cause; ++cause)
    if ((causes >> cause & 1U) != 0)
      mask |= std::uint64_t{1} << std::min<std::size_t>(map.disruption[cause], shared_cause);
  return static_cast<std::int64_t>(mask | (causes & std::uint64_t{1} << shared_cause));
}

std::int32_t receiver(const ReplenishmentRow& row, const Map& map) {
  return static_cast<std::int32_t>(map.point[row.point]);
}
std::int32_t lane_of(const ReplenishmentRow& row, const Map& map) {
  return row.link < map.link_lane.size() ? map.link_lane[row.link] : -1;
}
template <class Row>
std::int32_t seller(const Row& row, const Map& map) {
  return static_cast<std::int32_t>(map.stream_point[row.stream]);
}
template <class Row>
std::int32_t segment_of(const Row& row, const Map& map) {
  return static_cast<std::int32_t>(map.stream_segment[row.stream]);
}
template <class Row>
std::int64_t causes_of(const Row& row, const Map& map) {
  return marks(row.causes, map);
}
template <auto Member, class Row>
std::int64_t whole(const Row& row, const Map&) {
  return static_cast<std::int64_t>(row.*Member);
}
template <auto Member, class Row>
std::int8_t code(const Row& row, const Map&) {
  return static_cast<std::int8_t>(row.*Member);
}
template <auto Member, class Row>
double in_days(const Row& row, const Map&) {
  const Time at = row.*Member;
  return at >= never ? undefined : static_cast<double>(at) / static_cast<double>(day);
}

/// A column of what `Of` says of each row.
template <class Row, auto Of>
constexpr Column<Row> column(const char* name) {
  using Value = decltype(Of(std::declval<const Row&>(), std::declval<const Map&>()));
  return {name, kind_of<Value>(), [](std::span<const Row> rows, const Map& map, void* to) {
            auto* next = static_cast<Value*>(to);
            for (const Row& row : rows) *next++ = Of(row, map);
          }};
}

using O = OrderRow;
constexpr std::array order_table{
    column<O, seller<O>>("stock_point"),
    column<O, segment_of<O>>("segment"),
    column<O, whole<&O::number, O>>("number"),
    column<O, in_days<&O::ordered, O>>("ordered"),
    column<O, in_days<&O::first_promise, O>>("promised"),
    column<O, in_days<&O::ended, O>>("ended"),
    column<O, whole<&O::units, O>>("units"),
    column<O, whole<&O::filled, O>>("filled"),
    column<O, whole<&O::backordered, O>>("backordered"),
    column<O, whole<&O::oversold, O>>("oversold"),
    column<O, whole<&O::shipped, O>>("shipped"),
    column<O, whole<&O::sold_later, O>>("sold_later"),
    column<O, whole<&O::lost, O>>("lost"),
    column<O, whole<&O::cancelled, O>>("cancelled"),
    column<O, code<&O::outcome, O>>("outcome"),
    column<O, causes_of<O>>("disruptions"),
};

using P = PromiseRow;
constexpr std::array promise_table{
    column<P, seller<P>>("stock_point"),       column<P, segment_of<P>>("segment"),
    column<P, whole<&P::number, P>>("number"), column<P, in_days<&P::told, P>>("told"),
    column<P, in_days<&P::date, P>>("date"),   column<P, code<&P::first, P>>("first"),
};

using R = ReplenishmentRow;
constexpr std::array replenishment_table{
    column<R, receiver>("stock_point"),
    column<R, lane_of>("lane"),
    column<R, in_days<&R::placed, R>>("placed"),
    column<R, in_days<&R::completed, R>>("completed"),
    column<R, whole<&R::units, R>>("units"),
    column<R, whole<&R::received, R>>("received"),
    column<R, whole<&R::cancelled, R>>("cancelled"),
    column<R, whole<&R::lost, R>>("lost"),
    column<R, causes_of<R>>("disruptions"),
};

constexpr std::size_t bytes_of(Kind kind) { return kind == Kind::i8 ? 1 : kind == Kind::i32 ? 4 : 8; }

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
      values_(columns.size()),
      row_start_(cells, 0),
      row_count_(cells, 0),
      last_cell_(cells) {}

template <class Row>
void LedgerColumns<Row>::append(Builder& file, const ResultHeader& header, std::size_t alternative,
                                std::size_t replication, std::span<const Row> rows) {
  const std::size_t cell = alternative * header.replications + replication;
  if (cell != last_cell_) {
    require(row_count_[cell] == 0, "the rows of a cell come one after another");
    row_start_[cell] = static_cast<std::int64_t>(written_ + buffered_);
    last_cell_ = cell;
  }
  row_count_[cell] += static_cast<std::int64_t>(rows.size());
  // So few that they stay in the cache while one column after another is taken from them.
  constexpr std::size_t at_once = 512;
  while (!rows.empty()) {
    const std::size_t some = std::min({rows.size(), at_once, buffer_rows - buffered_});
    buffer(rows.first(some), header.axes.maps[alternative], alternative, replication);
    rows = rows.subspan(some);
    if (buffered_ == buffer_rows) flush(file);
  }
}

template <class Row>
void LedgerColumns<Row>::buffer(std::span<const Row> rows, const AlternativeMap& map, std::size_t alternative,
                                std::size_t replication) {
  if (alternative_.empty()) {
    for (std::size_t c = 0; c < columns_.size(); ++c) values_[c].resize(buffer_rows * bytes_of(columns_[c].kind));
    alternative_.resize(buffer_rows);
    replication_.resize(buffer_rows);
  }
  for (std::size_t c = 0; c < columns_.size(); ++c)
    columns_[c].values(rows, map, values_[c].data() + buffered_ * bytes_of(columns_[c].kind));
  const auto first = static_cast<std::ptrdiff_t>(buffered_);
  std::fill_n(alternative_.begin() + first, rows.size(), static_cast<std::int32_t>(alternative));
  std::fill_n(replication_.begin() + first, rows.size(), static_cast<std::int32_t>(replication));
  buffered_ += rows.size();
}

template <class Row>
void LedgerColumns<Row>::flush(Builder& file) {
  std::vector<std::int64_t> numbers(buffered_);
  std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(written_));
  const auto put = [&](const char* name, Kind kind, const void* values) {
    file.append(key_of(group_, name), kind, values, written_, buffered_);
  };
  put(axis_.c_str(), Kind::i64, numbers.data());
  put("alternative", Kind::i32, alternative_.data());
  put("replication", Kind::i32, replication_.data());
  for (std::size_t c = 0; c < columns_.size(); ++c) put(columns_[c].name, columns_[c].kind, values_[c].data());
  written_ += buffered_;
  buffered_ = 0;
}

template <class Row>
void LedgerColumns<Row>::finish(Builder& file) {
  if (buffered_ > 0) flush(file);
  file.put<std::int64_t>(group_ + "_index/row_start", row_start_);
  file.put<std::int64_t>(group_ + "_index/row_count", row_count_);
}

template class LedgerColumns<OrderRow>;
template class LedgerColumns<ReplenishmentRow>;
template class LedgerColumns<PromiseRow>;

}  // namespace restock

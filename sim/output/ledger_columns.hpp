// Ledger rows on their way into growing columns: buffered to whole chunks, indexed by cell. Used by the writer only.
#pragma once

#include "measure/rows.hpp"
#include "output/builder.hpp"
#include "output/results.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace restock {

/// One column: its name and the value it takes of a row, a whole number or a time in days.
template <class Row>
struct Column {
  const char* name;
  std::int64_t (*whole)(const Row&, const AlternativeMap&);
  double (*days)(const Row&);
};

template <class Row>
class LedgerColumns {
 public:
  LedgerColumns(std::string group, std::string axis, std::span<const Column<Row>> columns, std::size_t cells);

  void append(Builder& file, const ResultHeader& header, std::size_t alternative, std::size_t replication,
              std::span<const Row> rows);
  /// Writes what is buffered, the row numbers and the index.
  void finish(Builder& file);

 private:
  void flush(Builder& file, std::size_t rows);

  std::string group_, axis_;
  std::span<const Column<Row>> columns_;
  std::vector<std::vector<std::int64_t>> whole_;  ///< [column][buffered row]; columns of days have none
  std::vector<std::vector<double>> days_;
  std::vector<std::int64_t> alternative_, replication_;
  std::vector<std::int64_t> row_start_, row_count_;  ///< by cell
  std::size_t written_ = 0, total_ = 0;
  std::size_t last_cell_;
};

std::span<const Column<OrderRow>> order_columns();
std::span<const Column<ReplenishmentRow>> replenishment_columns();
std::span<const Column<PromiseRow>> promise_columns();

}  // namespace restock

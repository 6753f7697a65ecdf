// Ledger rows on their way into growing columns: taken apart as they come, written chunk by chunk, indexed by cell.
// Used by the writer only.
#pragma once

#include "measure/rows.hpp"
#include "output/builder.hpp"
#include "output/results.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace restock {

/// One column: its name, its kind, and what puts the values of rows one after another as they are stored.
template <class Row>
struct Column {
  const char* name;
  Kind kind;
  void (*values)(std::span<const Row> rows, const AlternativeMap& map, void* to);
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
  void buffer(std::span<const Row> rows, const AlternativeMap& map, std::size_t alternative, std::size_t replication);
  void flush(Builder& file);

  std::string group_, axis_;
  std::span<const Column<Row>> columns_;
  std::vector<std::vector<unsigned char>> values_;       ///< [column]: of the buffered rows; empty before the first
  std::vector<std::int32_t> alternative_, replication_;  ///< by buffered row
  std::vector<std::int64_t> row_start_, row_count_;      ///< by cell
  std::size_t buffered_ = 0, written_ = 0;
  std::size_t last_cell_;
};

std::span<const Column<OrderRow>> order_columns();
std::span<const Column<ReplenishmentRow>> replenishment_columns();
std::span<const Column<PromiseRow>> promise_columns();

}  // namespace restock

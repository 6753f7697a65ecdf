// Writes one result file. It has its final name only when it is complete; a failed or abandoned write leaves whatever
// was there before. One writer may be fed from many threads: each call locks.
#pragma once

#include "measure/rows.hpp"
#include "output/destination.hpp"
#include "output/error.hpp"
#include "output/results.hpp"

#include <memory>
#include <span>
#include <string>

namespace restock {

class ResultWriter {
 public:
  /// Checks the destination and starts the temporary file. Throws ResultError, as every call here does.
  ResultWriter(const std::string& path, const ResultHeader& header, bool force);
  ~ResultWriter();
  ResultWriter(const ResultWriter&) = delete;
  ResultWriter& operator=(const ResultWriter&) = delete;

  /// Keeps a cell. Cells may come in any order; each once.
  void write(const CellResult& cell);
  /// Appends rows of a cell, ids as in the alternative's own layout. The rows of a cell come one call after another, in
  /// the order in which cells shall lie in the file. Only at detail `orders`.
  void append_orders(std::size_t alternative, std::size_t replication, std::span<const OrderRow> rows);
  void append_replenishments(std::size_t alternative, std::size_t replication, std::span<const ReplenishmentRow> rows);
  void append_promises(std::size_t alternative, std::size_t replication, std::span<const PromiseRow> rows);
  /// What the outcomes were put down to; for a header that has causes.
  void put_attribution(const Attribution& found);
  /// Completes the file and gives it its name. Cells that never came are marked absent.
  void finish(const RunFacts& run);

  /// What was written so far.
  const Results& results() const;

 private:
  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace restock

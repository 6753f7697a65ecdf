#include "fuzz/targets.hpp"

#include "analysis/compare.hpp"
#include "analysis/export.hpp"
#include "analysis/report/page.hpp"
#include "analysis/summary.hpp"
#include "output/cell_file.hpp"
#include "output/curves.hpp"
#include "output/digest.hpp"

#include <utility>

namespace restock::fuzz {

namespace {

/// Reading may be refused, for a reason.
template <class Read>
void refusable(const Read& read) {
  try {
    read();
  } catch (const ResultError& error) {
    expect(!error.code.empty() && error.what() != error.path, "a refusal has a code and a reason");
  }
}

}  // namespace

void result(std::string_view bytes) {
  const std::string path = file_of(bytes, "result.h5");
  const auto nowhere = [](std::string_view) {};
  refusable([&] { digest(path); });
  refusable([&] {
    const ResultReader reader(path);
    refusable([&] { summary_table(reader.read(true), true); });
    refusable([&] { reader.run(); });
    refusable([&] { read_waits(reader); });
    refusable([&] { read_series(reader); });
    refusable([&] { export_table(reader, TableFormat::csv, nowhere); });
  });
  refusable([&] {
    std::vector<ResultReader> readers;
    readers.emplace_back(path);
    report::report_page(readers);
  });
  refusable([&] { export_table(SweepResult(path), TableFormat::jsonl, nowhere); });
  refusable([&] {
    CellFile cells(path);
    refusable([&] { cells.header(); });
    refusable([&] { cells.run(); });
    for (std::size_t row = 0; row < cells.cells().size(); ++row) cells.row(row);
  });
}

}  // namespace restock::fuzz

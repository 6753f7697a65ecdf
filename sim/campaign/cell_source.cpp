#include "campaign/cell_source.hpp"

#include <algorithm>

namespace restock {

namespace {

constexpr std::size_t most_open = 16;

/// The files last used.
class OpenFiles {
 public:
  OpenFiles(const std::vector<std::string>& paths, Tables tables) : paths_(paths), tables_(tables) {}

  CellFile& get(std::size_t number) {
    for (auto entry = open_.begin(); entry != open_.end(); ++entry)
      if (entry->first == number) {
        open_.splice(open_.begin(), open_, entry);
        return open_.front().second;
      }
    open_.emplace_front(number, CellFile(paths_[number], tables_));
    if (open_.size() > most_open) open_.pop_back();
    return open_.front().second;
  }

 private:
  const std::vector<std::string>& paths_;
  Tables tables_;
  std::list<std::pair<std::size_t, CellFile>> open_;
};

}  // namespace

std::uint64_t CellCover::missing_cells() const {
  std::uint64_t cells = 0;
  for (const auto& [from, to] : missing) cells += to - from;
  return cells;
}

void add_runs(const std::vector<std::uint64_t>& cells, std::size_t file, std::vector<CellRun>& runs) {
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (row > 0 && cells[row] == cells[row - 1] + 1)
      ++runs.back().to;
    else
      runs.push_back({cells[row], cells[row] + 1, file, row});
  }
}

CellCover cover(std::vector<std::string> files, std::vector<CellRun> runs, std::uint64_t from, std::uint64_t to) {
  CellCover result;
  result.files = std::move(files);
  std::sort(runs.begin(), runs.end(), [](const CellRun& a, const CellRun& b) { return a.from < b.from; });
  std::uint64_t next = from;  // all before it is settled
  const auto miss = [&](std::uint64_t until) {
    if (next < until) result.missing.emplace_back(next, until);
    next = std::max(next, until);
  };
  for (CellRun run : runs) {
    if (run.from >= to) break;
    run.to = std::min(run.to, to);
    if (run.to <= next) continue;
    miss(run.from);
    run.row += static_cast<std::size_t>(next - run.from);
    run.from = next;
    next = run.to;
    result.runs.push_back(run);
  }
  miss(to);
  return result;
}

std::string damage_of(const std::string& path, std::uint64_t plan, std::uint64_t from, std::uint64_t to) {
  try {
    CellFile file(path);
    if (file.plan() != plan) return "belongs to another sweep";
    if (file.cells().size() != to - from || (to > from && file.cells().front() != from)) return "holds other cells";
    for (std::size_t row = 0; row < file.cells().size(); ++row) file.row(row);
    return {};
  } catch (const ResultError& problem) {
    return problem.what();
  }
}

void for_each_cell(const CellCover& cover, const std::function<void(const CellValues&)>& each, Tables tables) {
  OpenFiles open(cover.files, tables);
  for (const CellRun& run : cover.runs) {
    for (std::uint64_t cell = run.from; cell < run.to; ++cell) {
      const CellValues* values = nullptr;
      try {
        CellFile& file = open.get(run.file);
        const std::size_t row = run.row + static_cast<std::size_t>(cell - run.from);
        if (row >= file.cells().size() || file.cells()[row] != cell)
          throw ResultError("damaged", file.path(), "does not hold the cells that it held before");
        values = &file.row(row);
      } catch (const ResultError& error) {
        throw DamagedCells("damaged", cover.files[run.file], "cannot be read: " + std::string(error.what()));
      }
      each(*values);
    }
  }
}

}  // namespace restock

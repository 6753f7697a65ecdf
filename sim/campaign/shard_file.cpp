#include "campaign/shard_file.hpp"

#include "campaign/parts.hpp"

#include <filesystem>

namespace restock {

bool shard_is_there(const SweepHeader& header, const Shard& shard, const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return false;
  const auto [from, to] = cells_of_shard(shard, header);
  if (damage_of(path, header.plan, from, to).empty()) return true;
  Parts::put_aside(path);
  return false;
}

void write_shard(const SweepHeader& header, const CellCover& cover, const Shard& shard, const std::string& path,
                 const RunFacts& facts) {
  const auto [from, to] = cells_of_shard(shard, header);
  const CellsMark mark{static_cast<std::int64_t>(shard.number), static_cast<std::int64_t>(shard.count)};
  CellFileWriter file(path, header, mark, static_cast<std::size_t>(to - from), cover.bins);
  for_each_cell(cover, [&](const CellValues& values) { file.add(values); });
  file.finish(facts);
}

}  // namespace restock

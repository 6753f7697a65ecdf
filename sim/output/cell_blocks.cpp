#include "output/cell_blocks.hpp"

#include "output/segment_facts.hpp"

#include <algorithm>

namespace restock {

namespace {

constexpr std::size_t most_in_chunk = 4'096;  ///< numbers
constexpr std::size_t fewest_blocks = 4;

template <class T>
void place(const std::vector<T>& values, std::size_t row, std::vector<T>& in) {
  std::copy(values.begin(), values.end(), in.begin() + static_cast<std::ptrdiff_t>(row * values.size()));
}

}  // namespace

CellBlocks::CellBlocks(Builder& file, const ResultHeader& header, std::size_t room)
    : file_(file), replications_(header.replications) {
  const std::size_t segments = header.axes.segments.size();
  const auto metrics_by = [&](const char* prefix, std::size_t width) {
    if (width == 0) return std::size_t{0};
    for (const Metric& metric : metrics()) tables_.push_back({prefix + std::string(metric.name), false, width});
    return width;
  };
  if (header.detail >= Detail::site) with_sites_ = metrics_by("site_", header.axes.sites.size());
  if (header.detail >= Detail::stock_point) with_points_ = metrics_by("stock_point_", header.axes.points());
  tables_.push_back({"outcomes/units", true, segments * outcome_facts.size()});
  for (const Flow& flow : flows) tables_.push_back({key_of("outcomes", std::string(flow.name)), true, segments});
  tables_.push_back({"outcomes/wait", false, segments});

  std::size_t widest = 1, all = 0;
  for (const Table& table : tables_) {
    widest = std::max(widest, table.width);
    all += table.width;
  }
  in_chunk_ = std::clamp<std::size_t>(most_in_chunk / widest, 1, std::max<std::size_t>(replications_, 1));
  most_blocks_ = std::max(fewest_blocks, room / std::max<std::size_t>(all * in_chunk_ * sizeof(double), 1));
  file_.set_replications_in_chunk(in_chunk_);
}

CellBlocks::Block CellBlocks::make_block(std::size_t first) const {
  Block block;
  block.replications = std::min(in_chunk_, replications_ - first);
  for (const Table& table : tables_) {
    block.reals.emplace_back(table.whole ? 0 : block.replications * table.width, undefined);
    block.wholes.emplace_back(table.whole ? block.replications * table.width : 0, 0);
  }
  return block;
}

void CellBlocks::add(const CellResult& cell) {
  const std::size_t in_block = cell.replication % in_chunk_;
  const Place place{cell.alternative, cell.replication - in_block};
  if (begun_.contains(place)) {
    Block one = make_block(replications_ - 1);
    copy(cell, 0, one);
    return write({cell.alternative, cell.replication}, one);
  }
  auto found = blocks_.find(place);
  if (found == blocks_.end()) found = blocks_.emplace(place, make_block(place.second)).first;
  copy(cell, in_block, found->second);
  if (++found->second.there == found->second.replications) {
    write(place, found->second);
    blocks_.erase(found);
  } else if (blocks_.size() > most_blocks_) {
    const auto first = blocks_.begin();
    write(first->first, first->second);
    begun_.insert(first->first);
    blocks_.erase(first);
  }
}

void CellBlocks::copy(const CellResult& cell, std::size_t row, Block& block) const {
  std::size_t table = 0;
  for (std::size_t m = 0; m < metrics().size() && with_sites_ > 0; ++m) place(cell.sites[m], row, block.reals[table++]);
  for (std::size_t m = 0; m < metrics().size() && with_points_ > 0; ++m)
    place(cell.points[m], row, block.reals[table++]);
  std::vector<std::int64_t> units;
  for (const OrderFacts& f : cell.segments)
    for (std::size_t o = 0; o < outcome_facts.size(); ++o) units.push_back(units_of(f, o));
  place(units, row, block.wholes[table++]);
  for (const Flow& flow : flows) {
    std::vector<std::int64_t> values;
    for (const OrderFacts& f : cell.segments) values.push_back(f.*flow.fact);
    place(values, row, block.wholes[table++]);
  }
  std::vector<double> waited;
  for (const OrderFacts& f : cell.segments) waited.push_back(to_double(f.wait) / static_cast<double>(day));
  place(waited, row, block.reals[table++]);
}

void CellBlocks::write(const Place& place, const Block& block) {
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    const std::vector<std::size_t> extent = file_.extent(tables_[t].key);
    if (extent.empty()) continue;
    h5::Block where{std::vector<hsize_t>(extent.size(), 0), {extent.begin(), extent.end()}};
    where.start[0] = place.first;
    where.start[1] = place.second;
    where.count[0] = 1;
    where.count[1] = block.replications;
    if (tables_[t].whole)
      file_.put_block<std::int64_t>(tables_[t].key, where, block.wholes[t]);
    else
      file_.put_block<double>(tables_[t].key, where, block.reals[t]);
  }
}

void CellBlocks::finish() {
  for (const auto& [place, block] : blocks_) write(place, block);
  blocks_.clear();
}

}  // namespace restock

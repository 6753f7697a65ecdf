// A small result: two alternatives (the second has a shop more), three replications, hand-made records.
#pragma once

#include "measure/world.hpp"
#include "output/cell_sum.hpp"
#include "output/writer.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace restock::test {

inline std::string scratch(const std::string& name) {
  const std::filesystem::path path = std::filesystem::path(std::getenv("RESTOCK_TEST_TMP")) / name;
  std::filesystem::remove(path);
  std::filesystem::remove(path.string() + ".part");
  return path.string();
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct SmallRun {
  std::vector<Layout> layouts;
  std::vector<Labels> labels;
  ResultHeader header;

  explicit SmallRun(Detail detail, std::size_t replications = 3) {
    Layout layout = two_level_layout();
    Labels names;
    names.sites = {"depot", "shop"};
    names.products = {"kettle"};
    names.segments = {"walk-in"};
    names.lanes = {"works->depot", "depot->shop"};
    names.causes = {"port strike"};
    names.link_lane = {LaneId(0), LaneId(1)};
    names.link_product = {ProductId(0), ProductId(0)};
    layouts.push_back(layout);
    labels.push_back(names);
    layout.sites = 3;
    layout.point_site = {SiteId(0), SiteId(2), SiteId(1)};  // declared in another order
    layout.point_product.push_back(ProductId(0));
    layout.point_rates.push_back(layout.point_rates[1]);
    layout.stream_point = {PointId(2), PointId(1)};
    layout.stream_segment = {SegmentId(0), SegmentId(1)};
    layout.segments = 2;
    layout.link_to = {PointId(0), PointId(2)};
    names.sites = {"depot", "shop", "café"};
    names.segments = {"walk-in", "online"};
    names.causes = {"surge online/sale", "port strike"};  // the strike is another one's first
    layouts.push_back(layout);
    labels.push_back(names);
    header.scenario = "Kettles";
    header.start = "2026-01-01";
    header.order_of_day = "receive, review, demand";
    header.length = layout.length;
    header.seed = 7;
    header.scenario_hash = 0x1234567890abcdefU;
    header.numerics_id = 99;
    header.program_version = "0.1.0";
    header.replications = replications;
    header.detail = detail;
    header.series_at = {0, 5 * day};
    header.axes.add("base", layouts[0], labels[0]);
    header.axes.add("café too", layouts[1], labels[1]);
    header.network.boxes = {{"depot", "kettle", 2, 0, 0.0}, {"shop", "kettle", 4, 1, 0.0}};
    header.network.arrows = {{0, 1, "1 d"}};
    header.network.sites = {{0, 0}, {1, 1}};
  }

  Record record(std::size_t alternative, std::size_t replication) const {
    Record r = two_level_record();
    const auto more = static_cast<Quantity>(replication);
    r.streams[0].demand += more;
    r.streams[0].filled += more;
    r.fingerprint = 1000 * (alternative + 1) + replication;
    if (alternative == 1) {
      r.streams.push_back(r.streams[0]);
      r.points.insert(r.points.begin() + 1, r.points[1]);  // points of the layout: depot, café, shop
    }
    r.causes = {{2 * day, 1 + more}};
    if (alternative == 1) r.causes.insert(r.causes.begin(), {5 * day, 0});
    const std::size_t groups = group_count(header.detail, layouts[alternative]);
    r.waits.assign(groups, SpanSketch{});
    for (std::size_t s = 0; s < r.streams.size(); ++s) {
      SpanSketch& waits = r.waits[group_of(header.detail, layouts[alternative], layouts[alternative].stream_point[s])];
      waits.add(day, 6);
      waits.add(3 * day, 6);
    }
    for (std::size_t i = 0; i < header.series_at.size() * groups; ++i) {
      const auto level = static_cast<Quantity>(10 * i + replication);
      r.series.push_back({level, level + 1, 5, 2});
    }
    for (std::size_t i = 0; i < header.series_at.size() * r.causes.size(); ++i)
      r.cause_series.push_back(static_cast<Quantity>(i));
    return r;
  }

  CellResult cell(std::size_t alternative, std::size_t replication) const {
    return make_cell(header, alternative, replication, record(alternative, replication), layouts[alternative]);
  }

  static RunFacts facts() { return {"host", "2026-01-01T00:00:00Z", "restock run", "", "name: Kettles\n", 1.5, 2, {}}; }

  static std::vector<OrderRow> orders(std::size_t alternative) {
    OrderRow first;
    first.ordered = day / 2;
    first.ended = day / 2;
    first.units = first.filled = 3;
    OrderRow second;
    second.stream = static_cast<std::uint32_t>(alternative);
    second.number = 1;
    second.ordered = day;
    second.first_promise = 2 * day;
    second.units = second.backordered = 1;
    second.outcome = Outcome::open;
    second.causes = 1;  // the strike in base, the sale in the other
    return {first, second};
  }
  static std::vector<ReplenishmentRow> replenishments() {
    return {{1, 1, day, 3 * day, 40, 40, 0}, {0, 0xffffffffU, 2 * day, never, 10, 0, 0}};
  }

  void write(const std::string& path, bool backwards = false, const RunFacts& facts_of_run = facts()) const {
    ResultWriter writer(path, header, false);
    std::vector<std::pair<std::size_t, std::size_t>> cells;
    for (std::size_t a = 0; a < 2; ++a)
      for (std::size_t r = 0; r < header.replications; ++r) cells.emplace_back(a, r);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto [a, r] = cells[backwards ? cells.size() - 1 - i : i];
      writer.write(cell(a, r));
    }
    if (header.detail == Detail::orders)
      for (const auto& [a, r] : cells) {
        writer.append_orders(a, r, orders(a));
        writer.append_replenishments(a, r, replenishments());
      }
    writer.finish(facts_of_run);
  }
};

}  // namespace restock::test

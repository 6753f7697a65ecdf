// What the tests of the engine share: a scenario as text, run once, with every customer's end.
#pragma once

#include "catch.hpp"
#include "compile/compile.hpp"
#include "engine/run.hpp"
#include "input/read.hpp"
#include "measure/ledger_sum.hpp"
#include "network/network.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace restock::test {

struct Story : LedgerSink {
  Compiled compiled;
  Record record;
  std::vector<OrderRow> rows;
  std::vector<PromiseRow> told;

  void orders(const std::vector<OrderRow>& closed) override { rows.insert(rows.end(), closed.begin(), closed.end()); }
  void replenishments(const std::vector<ReplenishmentRow>&) override {}
  void promises(const std::vector<PromiseRow>& news) override { told.insert(told.end(), news.begin(), news.end()); }

  /// Customers of an entry, or of `entry/surge`, in the order in which they came.
  std::vector<OrderRow> of(const std::string& segment) const {
    std::vector<OrderRow> found;
    const Layout& layout = compiled.blueprint.layout;
    for (const OrderRow& row : rows)
      if (compiled.labels.segments[layout.stream_segment[row.stream].index()] == segment) found.push_back(row);
    std::ranges::sort(found, {}, [](const OrderRow& row) { return std::pair(row.ordered, row.stream); });
    return found;
  }
  OrderRow only(const std::string& segment) const {
    const std::vector<OrderRow> found = of(segment);
    REQUIRE(found.size() == 1);
    return found.front();
  }
  Ledger network() const {
    const Layout& layout = compiled.blueprint.layout;
    return network_ledger(point_ledgers(record, layout, Detail::stock_point), record, layout);
  }
};

inline Story told(const std::string& text, std::uint64_t seed = 7) {
  Issues issues;
  const Document document = parse_document(text, "story.yaml", "", issues);
  const auto scenario = read_scenario(document, issues);
  std::optional<Network> network;
  if (scenario && !has_errors(issues)) network = build_network(*scenario, issues);
  std::string problems;
  for (const Issue& issue : issues) problems += describe(issue, document);
  if (!network) throw std::runtime_error(problems);
  Story story;
  story.compiled = compile(*scenario, *network, Detail::stock_point);
  State state;
  story.record = run_replication(story.compiled.blueprint, seed, 0, state, &story);
  return story;
}

}  // namespace restock::test

#include "bench/peers/workload.hpp"

#include "engine/run.hpp"
#include "input/read.hpp"
#include "network/network.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace restock::bench {

namespace {

const std::string cases = RESTOCK_SOURCE_DIR "/tests/theory/cases";

void refuse(const Document& document, const Issues& issues) {
  if (!has_errors(issues)) return;
  std::string all;
  for (const Issue& issue : issues) all += describe(issue, document);
  throw std::runtime_error(all);
}

Facts facts_of(const Record& record) {
  Facts facts;
  facts.wait = 0;
  for (const OrderFacts& stream : record.streams) {
    facts.demand += stream.demand;
    facts.filled += stream.filled;
    facts.shipped_from_backorder += stream.shipped_from_backorder;
    facts.cancelled += stream.cancelled_by_customer;
    facts.lost += stream.lost_out_of_stock;
    facts.wait += stream.wait;
  }
  for (const StockFacts& point : record.points) {
    facts.orders += point.replenishment_orders;
    facts.on_hand += point.integrals.on_hand;
    facts.backlog += point.integrals.backlog;
  }
  for (const LinkFacts& link : record.links) facts.in_transit += link.in_transit;
  return facts;
}

}  // namespace

Compiled compiled_case(const std::string& name) {
  Issues issues;
  std::ifstream file(cases + "/" + name + ".yaml");
  if (!file) throw std::runtime_error("no scenario for " + name);
  const Document written = parse_document({std::istreambuf_iterator<char>(file), {}}, name + ".yaml", cases, issues);
  refuse(written, issues);
  const std::vector<Patch> patches{parse_patch("warmup=0 d", issues), parse_patch("drain=0 d", issues)};
  refuse(written, issues);
  const Document document = patched(written, patches, issues);
  refuse(document, issues);
  const auto scenario = read_scenario(document, issues);
  refuse(document, issues);
  const auto network = build_network(*scenario, issues);
  refuse(document, issues);
  return compile(*scenario, *network, Detail::total);
}

Ran run_case(const Compiled& what, std::uint64_t replications, State& state) {
  Ran ran;
  for (std::uint64_t r = 0; r < replications; ++r) {
    const Record record = run_replication(what.blueprint, 1, r, state);
    ran.facts.push_back(facts_of(record));
    ran.events += record.events;
  }
  return ran;
}

bool agree(const std::vector<Facts>& loop, const std::vector<Facts>& restock) {
  return std::ranges::equal(loop, restock, [](const Facts& a, const Facts& b) {
    return a.demand == b.demand && a.filled == b.filled && a.shipped_from_backorder == b.shipped_from_backorder &&
           a.cancelled == b.cancelled && a.lost == b.lost && a.orders == b.orders && a.on_hand == b.on_hand &&
           a.backlog == b.backlog && a.in_transit == b.in_transit && (a.wait == not_counted || a.wait == b.wait);
  });
}

}  // namespace restock::bench

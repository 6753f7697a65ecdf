#include "theory/experiment.hpp"

#include "compile/compile.hpp"
#include "core/hash.hpp"
#include "engine/run.hpp"
#include "input/read.hpp"
#include "network/network.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <thread>

namespace restock::theory {

namespace {

constexpr double exact = 1e-8;
const std::string cases = RESTOCK_SOURCE_DIR "/tests/theory/cases";
constexpr unsigned workers = 2;

struct Rows : LedgerSink {
  Run& run;
  explicit Rows(Run& into) : run(into) {}
  void orders(const std::vector<OrderRow>& rows) override {
    run.orders.insert(run.orders.end(), rows.begin(), rows.end());
  }
  void replenishments(const std::vector<ReplenishmentRow>& rows) override {
    run.replenishments.insert(run.replenishments.end(), rows.begin(), rows.end());
  }
};

void refuse(const Document& document, const Issues& issues) {
  if (!has_errors(issues)) return;
  std::string all;
  for (const Issue& issue : issues) all += describe(issue, document);
  throw std::runtime_error(all);
}

struct Ready {
  Compiled compiled;
  std::uint64_t replications = 0;
};

Ready ready(const Document& document, Issues& issues) {
  const auto scenario = read_scenario(document, issues);
  refuse(document, issues);
  const auto network = build_network(*scenario, issues);
  refuse(document, issues);
  const int replications = in_full ? scenario->replications : std::min(scenario->replications, 2);
  return {compile(*scenario, *network, Detail::stock_point), static_cast<std::uint64_t>(replications)};
}

using Values = std::vector<std::vector<double>>;  ///< [expectation][replication]

void replicate(const Ready& what, std::uint64_t seed, std::uint64_t replication, State& state,
               std::span<const Expectation* const> expected, bool rows, Values& values) {
  const Blueprint& blueprint = what.compiled.blueprint;
  Run one{blueprint.layout, what.compiled.labels, {}, {}, {}, {}, {}};
  Rows sink(one);
  one.record = run_replication(blueprint, seed, replication, state, rows ? &sink : nullptr);
  one.points = point_ledgers(one.record, blueprint.layout, Detail::stock_point);
  one.network = network_ledger(one.points, one.record, blueprint.layout);
  for (std::size_t i = 0; i < expected.size(); ++i) values[i][replication] = expected[i]->measure.of(one);
}

Values simulate(const Ready& what, std::uint64_t seed, std::span<const Expectation* const> expected) {
  const bool rows = std::any_of(expected.begin(), expected.end(), [](const auto* e) { return e->measure.needs_rows; });
  Values values(expected.size(), std::vector<double>(what.replications));
  std::atomic<std::uint64_t> next{0};
  std::vector<std::exception_ptr> failed(workers);
  {
    std::vector<std::jthread> threads;
    for (unsigned w = 0; w < workers; ++w)
      threads.emplace_back([&, w] {
        try {
          State state;
          for (std::uint64_t r = next++; r < what.replications; r = next++)
            replicate(what, seed, r, state, expected, rows, values);
        } catch (...) {
          failed[w] = std::current_exception();
        }
      });
  }
  for (const auto& failure : failed)
    if (failure) std::rethrow_exception(failure);
  return values;
}

/// Replications in which a measure is not defined say nothing.
Finding judge(const Expectation& expected, std::vector<double> values) {
  std::erase_if(values, [](double x) { return std::isnan(x); });
  const auto n = static_cast<double>(values.size());
  double sum = 0.0;
  for (const double x : values) sum += x;
  const double mean = sum / n;
  if (expected.tolerance < exact) return {mean, 0.0, true};
  double squares = 0.0;
  for (const double x : values) squares += (x - mean) * (x - mean);
  return {mean, std::sqrt(squares / (n - 1.0) / n + expected.uncertainty * expected.uncertainty), false};
}

}  // namespace

bool Finding::near(const Expectation& expected) const {
  const double room = deterministic ? expected.tolerance * std::abs(expected.value) : 4.0 * error;
  return std::abs(mean - expected.value) <= room;
}

bool Finding::sharp(const Expectation& expected) const {
  return deterministic || (error > 0.0 && 4.0 * error <= expected.tolerance * std::abs(expected.value));
}

std::string text_of(const Case& what) {
  std::ifstream file(cases + "/" + what.name + ".yaml");
  if (!file) throw std::runtime_error("no scenario for " + what.name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Finding> run(const Case& what, std::span<const std::string> patches) {
  Issues issues;
  const Document document = parse_document(text_of(what), what.name + ".yaml", cases, issues);
  refuse(document, issues);
  std::vector<Alternative> variants{{std::string(base_name), {}}};
  for (Alternative& alternative : alternatives(document, issues)) variants.push_back(std::move(alternative));
  refuse(document, issues);
  std::vector<Finding> findings(what.expected.size());
  std::vector<bool> judged(what.expected.size(), false);
  for (Alternative& variant : variants) {
    std::vector<const Expectation*> expected;
    for (const Expectation& e : what.expected)
      if (e.alternative == variant.name) expected.push_back(&e);
    if (expected.empty()) continue;
    for (const std::string& patch : patches) variant.patches.push_back(parse_patch(patch, issues));
    refuse(document, issues);
    const Document changed = patched(document, variant.patches, issues);
    refuse(changed, issues);
    const Values values = simulate(ready(changed, issues), hash_name(what.name), expected);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto at = static_cast<std::size_t>(expected[i] - what.expected.data());
      findings[at] = judge(*expected[i], values[i]);
      judged[at] = true;
    }
  }
  if (std::find(judged.begin(), judged.end(), false) != judged.end())
    throw std::runtime_error(what.name + ": an expectation names an alternative that is not there");
  return findings;
}

}  // namespace restock::theory

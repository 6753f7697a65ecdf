// One variant of a scenario, read, checked and compiled: what plans of runs and of sweeps are made of. Used by this
// room and, by way of plans, by app/.
#pragma once

#include "compile/compile.hpp"
#include "compile/resample.hpp"
#include "core/issue.hpp"
#include "input/document.hpp"
#include "input/scenario.hpp"
#include "network/network.hpp"
#include "output/results.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace restock {

/// One policy variant, ready to run. The scenario as written is the variant `base`.
struct Variant {
  std::string name;
  Scenario scenario;
  Network network;
  Compiled compiled;
  std::vector<ObservedInput> inputs{};  ///< what is resampled, where the scenario states `inputs`
  std::vector<Blueprint> resamples{};   ///< one for each resample of them; empty: they are what they are

  /// Replication r runs in the world of resample r modulo their number, so that however many replications there are,
  /// the resamples have the same number of them, give or take one.
  const Blueprint& blueprint(std::uint64_t replication) const {
    return resamples.empty() ? compiled.blueprint : resamples[replication % resamples.size()];
  }
};

/// `frozen`: what levels are set by, if not by this variant itself.
std::optional<Variant> make_variant(const std::string& name, const Document& document, Detail detail, Issues& issues,
                                    const FrozenOutlooks* frozen = nullptr);

/// Alternatives are compared customer by customer over the same window, so some things they may not change.
void check_comparable(const Scenario& base, const Variant& variant, Issues& issues);

/// The same problem of the base shows up in every alternative; once is enough.
void add_new(const Issues& found, Issues& issues);

/// The tables, traces and scripts that a scenario was read from.
void add_tables(const Scenario& scenario, std::set<std::string>& names);

/// Bytes of the largest table that a result keeps whole.
inline constexpr std::size_t most_kept_table = std::size_t{1} << 20U;

/// The tables and traces that the variants were read from, as YAML comments: with them the text is the whole scenario.
/// Of larger files only the hash is kept. Changed tables change the hash of the scenario either way.
std::string tables_as_comments(const std::set<std::string>& names, const std::string& folder);

/// Adds what is resampled in a variant to what a result names.
void add_inputs(const Variant& variant, ResampledInputs& inputs);

/// What a result says about its run, but for the axes.
ResultHeader describe_run(const Variant& base, Detail detail, const std::string& scenario_text);

}  // namespace restock

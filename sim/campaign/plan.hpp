// From a scenario file to the cells of an experiment: every alternative read, checked and compiled. Used by app/.
#pragma once

#include "campaign/checks.hpp"
#include "campaign/variant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

/// What the command line adds to a scenario file.
struct PlanSettings {
  std::vector<std::string> patches;  ///< `path=value`, in order; --seed and --replications are patches too
  Detail detail = Detail::total;
  std::string kept_text = {};  ///< of a result that is run again: what this run keeps, too; empty: none
  bool keep_network = false;   ///< the base's, which running does not need
};

struct Plan {
  Document document;  ///< with the command line's patches; kept for messages
  std::vector<Variant> variants;
  ResultHeader header;
  std::vector<PlannedCheck> checks;  ///< of `expect`
  std::string scenario_text;         ///< resolved: what a reader of the result would have to run
  std::string overrides;             ///< the command line's patches, one a line
  std::string warm_up;               ///< how the warm-up was found; empty where it was given
};

/// Reads and checks everything before anything runs. All problems of the file and its alternatives are collected;
/// nullopt when one is an error. `document` receives what was read, for showing source lines.
std::optional<Plan> make_plan(const std::string& path, const PlanSettings& settings, Issues& issues,
                              Document& document);

/// The same for a document that has the patches of `settings` already.
std::optional<Plan> make_plan(const Document& document, const PlanSettings& settings, Issues& issues);

/// Makes it the plan that a run of so many replications would have had.
void set_replications(Plan& plan, std::size_t replications);

/// The document with the command line's patches.
Document patched_by_texts(Document document, const std::vector<std::string>& patches, Issues& issues);
/// The same, from its file.
Document load_patched(const std::string& path, const std::vector<std::string>& patches, Issues& issues);

}  // namespace restock

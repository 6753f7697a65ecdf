// A sweep, planned: every design point of every alternative read, checked and compiled once before anything runs. The
// first are kept, the others compiled again when their cells are due, so that memory does not grow with the sweep. Used
// by app/.
#pragma once

#include "campaign/design.hpp"
#include "campaign/plan.hpp"
#include "output/sweep_header.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// A table, trace or script as it was when the plan was made: later cells have to read the same.
struct TableState {
  std::string path;
  std::uintmax_t bytes = 0;
  std::filesystem::file_time_type written;
};

/// One alternative at one design point, ready to run.
struct SweepVariant {
  std::size_t number = 0;  ///< design point × alternatives + alternative
  Variant variant;
  AlternativeMap map;
};

struct SweepPlan {
  Document document;  ///< with the command line's patches
  Design design;
  std::vector<Alternative> alternatives;  ///< those that the document declares; the base comes before them
  SweepHeader header;
  std::string scenario_text;
  std::string overrides;
  std::vector<TableState> tables;
  /// The first variants, as they were compiled to be checked: as many as there is room for, the others are compiled
  /// again.
  std::vector<std::shared_ptr<const SweepVariant>> at_hand;
};

/// Reads and checks everything. All problems of the file, its alternatives and its design points are collected; nullopt
/// when one is an error. `document` receives what was read, for showing source lines.
std::optional<SweepPlan> make_sweep(const std::string& path, const PlanSettings& settings, Issues& issues,
                                    Document& document);

/// Compiles the variants of a plan when they are asked for, and keeps each as long as somebody uses it. Any thread.
class SweepVariants {
 public:
  explicit SweepVariants(const SweepPlan& plan) : plan_(plan), axes_(plan.header.run.axes) {}
  std::shared_ptr<const SweepVariant> get(std::size_t number);

 private:
  struct Place {
    std::mutex making;
    std::weak_ptr<const SweepVariant> made;
  };
  std::shared_ptr<const SweepVariant> make(std::size_t number);

  const SweepPlan& plan_;
  std::mutex finding_;
  Axes axes_;         ///< as in the plan: finding places adds none
  std::mutex guard_;  ///< of places_; where both are held, before that of a place
  std::map<std::size_t, std::shared_ptr<Place>> places_;
};

}  // namespace restock

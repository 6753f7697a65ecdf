// Selection of the best alternative, with replications added until it is known. Pure: whoever runs replications asks it
// after each block who goes on. Used by campaign/.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace restock {

struct SelectionTerms {
  bool higher_is_better = true;
  double confidence = 0.95;   ///< probability of a correct selection; above 1/(number of alternatives), below 1
  double indifference = 0.0;  ///< differences below this are not worth detecting; above 0, in the metric's unit
};

/// The fully sequential procedure KN of Kim and Nelson (2001), ACM TOMACS 11(3), 251–273, with c = 1: the alternative
/// with the best mean is chosen with the stated confidence whenever it is better than all others by the indifference
/// or more. It works on differences within replications, so it holds under common random numbers and gains by them.
/// Replications should be near normal, as means over a window are.
///
/// Differences are looked at after blocks, not after each replication. A process with drift, seen at fixed times only,
/// leaves a symmetric region on the wrong side no more often than one that is seen at all times (Jennison, Johnstone
/// and Turnbull 1980), which is what the proof needs.
class SequentialSelection {
 public:
  /// When an alternative fell out, and by whom it was beaten.
  struct Exit {
    std::size_t replications = 0;
    std::size_t by = 0;
  };

  SequentialSelection(std::size_t alternatives, SelectionTerms terms);

  /// Looks at the first `replications` of everybody who is left: `values[alternative]` holds at least as many, all of
  /// them defined. The first look, at two replications or more, also measures the variances; later ones must be at more
  /// replications than the one before.
  void look(const std::vector<std::span<const double>>& values, std::size_t replications);

  /// Those who are not screened out, in order.
  const std::vector<std::size_t>& left() const { return left_; }
  /// The best, once it is known.
  std::optional<std::size_t> chosen() const { return chosen_; }
  /// By alternative; none for those who are left.
  const std::vector<std::optional<Exit>>& exits() const { return exits_; }
  /// By how many replications it is known at the latest; 0 before the first look.
  std::size_t latest() const;

 private:
  void measure(const std::vector<std::span<const double>>& values, std::size_t replications);
  /// h²·S²(i, l)/δ²: the replications after which any difference of the two decides.
  double horizon(std::size_t i, std::size_t l) const { return horizons_[i * exits_.size() + l]; }

  SelectionTerms terms_;
  std::vector<std::size_t> left_;
  std::vector<std::optional<Exit>> exits_;
  std::vector<double> horizons_;  ///< [i × alternatives + l]
  std::optional<std::size_t> chosen_;
};

}  // namespace restock

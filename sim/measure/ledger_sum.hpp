// Sums of ledgers: of sites, and of the network. Every measure of a set of stock points is a function of one.
#pragma once

#include "measure/ledger.hpp"

#include <cstddef>
#include <vector>

namespace restock {

/// Sums the ledgers of stock points of one record, or of the records of all components in their order, one stock point
/// after another: in the order of Layout::order, so that the sums are the same either way.
class LedgerSum {
 public:
  /// Of the network, and of so many sites.
  explicit LedgerSum(Time length, std::size_t sites = 0);
  /// `points` are point_ledgers(record, layout, detail).
  void add(const std::vector<Ledger>& points, const Record& record, const Layout& layout);
  /// The same without ever having all of them.
  void add(const Record& record, const Layout& layout, Detail detail);
  const Ledger& network() const { return network_; }
  /// Their waits are those of the records from detail `site` on, where stock points have none of their own.
  std::vector<Ledger> sites(Detail detail) const;

 private:
  template <class Points>
  void add_points(const Points& points, const Layout& layout);
  void add_rest(const Record& record, const Layout& layout);
  void add_series(const Record& record);

  Ledger network_;
  std::vector<Ledger> sites_;
  std::vector<Ledger> site_waits_;  ///< the sketches that records have by site
  double sold_ = 0.0;
  std::vector<Quantity> ordered_, demanded_;  ///< by bucket
  std::size_t records_ = 0;
};

/// The ledgers of all sites, by SiteId. Waits are theirs from detail `site` on.
std::vector<Ledger> site_ledgers(const std::vector<Ledger>& points, const Record& record, const Layout& layout,
                                 Detail detail);

/// The ledger of everything. What is shipped leaves the network: customers' units only.
Ledger network_ledger(const std::vector<Ledger>& points, const Record& record, const Layout& layout);

}  // namespace restock

// What a stock point whose record goes wrong keeps beside its levels. A side table of the State: by point, empty where
// nobody's record does.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/wide.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace restock {

/// Units × ticks that have gone by, and how many it takes to the next loss.
class HazardClock {
 public:
  void start(Time at, Quantity units, Wide first) {
    since_ = at;
    due_ = first;
    predict(units);
  }
  /// The level was `before` until now and is `units` from now on.
  void change(Quantity before, Quantity units, Time at) {
    done_ += widen(before, at - since_);
    since_ = at;
    predict(units);
  }
  /// The loss at `at` has fallen; the next one takes `more`.
  void fall(Quantity units, Wide more, Time at) {
    due_ += more;
    change(units, units, at);
  }
  Time next() const { return next_; }

 private:
  void predict(Quantity units) {
    next_ = never;
    if (done_ >= due_) {
      next_ = since_;
    } else if (units > 0) {
      const Wide ticks = (due_ - done_ + units - 1) / units;
      if (ticks < never) next_ = later(since_, static_cast<Time>(ticks));
    }
  }

  Wide done_ = 0;
  Wide due_ = 0;
  Time since_ = 0;
  Time next_ = never;
};

struct RecordState {
  HazardClock shrinkage{};
  std::uint64_t losses = 0;  ///< by shrinkage
  Time next_theft = never;
  std::uint64_t thefts = 0;
  std::uint64_t planned_counts = 0;

  Time next_loss() const { return std::min(shrinkage.next(), next_theft); }
};

/// What has happened at a stock point and is not on record yet.
struct Unposted {
  struct Receipt {
    Time due = 0;
    std::uint32_t shipment = 0;  ///< slot; its units are on order until then
    Quantity posted = 0;
  };
  std::vector<Receipt> receipts;  ///< as they came in
  Quantity sales = 0;             ///< units of record
};

/// What a channel believes to be available: copies of what was, and what it has sold.
struct Listing {
  struct Copy {
    Time seen = 0;  ///< by customers, from then on
    Quantity units = 0;
    Quantity sold = 0;  ///< by then
  };
  std::vector<Copy> copies;  ///< oldest first
  Quantity sold = 0;         ///< in all
  Time next = never;         ///< copy

  Quantity available(Time at) const {
    Quantity units = 0;
    for (const Copy& copy : copies)
      if (copy.seen <= at) units = copy.units - (sold - copy.sold);
    return std::max<Quantity>(0, units);
  }
};

/// Units of a stock point that are there and cannot be found.
struct HiddenStock {
  struct Unit {
    Time found = never;
    std::uint64_t number = 0;  ///< of its misplacement
  };
  HazardClock clock{};
  std::uint64_t exposures = 0;  ///< drawn so far: one more than misplacements
  std::vector<Unit> units;      ///< the one that is found first stands last

  Quantity count() const { return static_cast<Quantity>(units.size()); }
  Time next_found() const { return units.empty() ? never : units.back().found; }
  Time next() const { return std::min(clock.next(), next_found()); }
};

}  // namespace restock

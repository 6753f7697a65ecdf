// The section `records`: what makes the records of stock points wrong, and how they are counted. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/where.hpp"
#include "demand/arrivals.hpp"
#include "random/law.hpp"
#include "stock/counts.hpp"

#include <optional>
#include <string>

namespace restock {

struct Theft {
  Arrivals arrivals = PoissonArrivals{};
  QuantityLaw size{};

  static void fields(auto& self, auto& f) {
    f.required("arrivals", self.arrivals, "when units vanish: poisson, renewal or per_period");
    f.optional("size", self.size, "units that vanish each time, as far as they are there");
    f.check(std::holds_alternative<PoissonArrivals>(self.arrivals) ||
                std::holds_alternative<RenewalArrivals>(self.arrivals) ||
                std::holds_alternative<PerPeriodArrivals>(self.arrivals),
            "thefts arrive by poisson, renewal or per_period");
  }
};

struct CountAccuracy {
  Share right{1.0};
  QuantityLaw error{};

  static void fields(auto& self, auto& f) {
    f.required("right", self.right, "probability that a count is right");
    f.optional("error", self.error, "units by which a wrong count is off, up or down with equal probability");
  }
};

struct Misplaced {
  ShareRate rate{};
  std::optional<TimeLaw> found;
  Share at_count{1.0};

  static void fields(auto& self, auto& f) {
    f.required("rate", self.rate, "share of the units that can be found which are misplaced per time");
    f.optional("found", self.found,
               "time until a misplaced unit comes to light by itself; left out: only counts find it");
    f.optional("at_count", self.at_count, "probability that a count finds a misplaced unit");
    f.check(self.rate.per_tick >= 0.0, "rate must not be negative");
  }
};

struct Receiving {
  Share wrong{};
  QuantityLaw error{};
  Share over{0.5};

  static void fields(auto& self, auto& f) {
    f.required("wrong", self.wrong, "share of the receipts that are posted wrong");
    f.optional("error", self.error, "units by which such a receipt is posted wrong");
    f.optional("over", self.over, "share of the wrong receipts that are posted with too many units, not too few");
  }
};

struct Scanning {
  Share missed{0.0};
  Share twice{0.0};

  static void fields(auto& self, auto& f) {
    f.optional("missed", self.missed, "share of the units handed over at a sale that are not taken off the record");
    f.optional("double", self.twice, "share of them that are taken off twice");
    f.check(self.missed.value + self.twice.value <= 1.0, "missed and double must not exceed 100 % together");
  }
};

struct Posting {
  Duration receipts{};
  std::optional<Duration> receipts_every;
  std::optional<Duration> sales_every;
  Duration first{};

  static void fields(auto& self, auto& f) {
    f.optional("receipts", self.receipts, "time from coming in to being on record");
    f.optional("receipts_every", self.receipts_every, "receipts are then posted together, so often; left out: at once");
    f.optional("sales_every", self.sales_every,
               "what customers were handed over is posted together, so often; left out: at once");
    f.optional("first", self.first, "time from `start` to one of these instants");
    f.check(self.receipts.ticks >= 0, "receipts must not be negative");
    f.check(!self.receipts_every || self.receipts_every->ticks > 0, "receipts_every must be above 0");
    f.check(!self.sales_every || self.sales_every->ticks > 0, "sales_every must be above 0");
    f.check(self.first.ticks >= 0, "first must not be negative");
  }
};

struct RecordRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<ShareRate> shrinkage;
  std::optional<Theft> theft;
  std::optional<Misplaced> misplaced;
  std::optional<Receiving> receiving;
  std::optional<Scanning> scanning;
  std::optional<Posting> posting;
  std::optional<Share> mispicks;
  std::optional<Counts> counts;
  std::optional<bool> count_on_zero;
  std::optional<bool> count_below_zero;
  std::optional<CountAccuracy> accuracy;
  std::optional<Share> read_rate;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional(
        "shrinkage", self.shrinkage,
        "share of the physical stock that vanishes per time without being recorded: damage, spoilage, small thefts");
    f.optional("theft", self.theft, "units that vanish unrecorded at times of their own, whatever the stock");
    f.optional("misplaced", self.misplaced,
               "units that are there, on record too, and cannot be found: put away in the wrong place, left in a "
               "fitting room");
    f.optional("receiving", self.receiving, "receipts that are posted with too many or too few units");
    f.optional("scanning", self.scanning,
               "units that are missed at the till, or read twice: what customers take home at once");
    f.optional("posting", self.posting, "when the record follows what comes in and what is sold; left out: at once");
    f.optional("mispicks", self.mispicks,
               "share of the units picked at a sale that are another product's: of one that this rule selects at the "
               "same site");
    f.optional("counts", self.counts, "when the stock is counted by plan, and the record set to what was found");
    f.optional("count_on_zero", self.count_on_zero, "whether a shipment that takes the record to 0 calls for a count");
    f.optional("count_below_zero", self.count_below_zero,
               "whether a shipment that takes the record below 0 calls for a count");
    f.optional("accuracy", self.accuracy, "how often counts are wrong, and by how much; left out: never");
    f.optional("read_rate", self.read_rate,
               "probability that a count reads a unit that is there (RFID); left out: all are read");
    f.check(!self.shrinkage || self.shrinkage->per_tick >= 0.0, "shrinkage must not be negative");
  }
};

}  // namespace restock

// The section `records`: what makes the records of stock points wrong, and how they are counted. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/where.hpp"
#include "demand/arrivals.hpp"
#include "input/parts.hpp"
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

struct RecordRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<ShareRate> shrinkage;
  std::optional<Theft> theft;
  std::optional<Counts> counts;
  std::optional<bool> count_on_zero;
  std::optional<CountAccuracy> accuracy;
  std::optional<Share> read_rate;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("shrinkage", self.shrinkage,
               "share of the physical stock that vanishes per time without being recorded: damage, spoilage, small "
               "thefts");
    f.optional("theft", self.theft, "units that vanish unrecorded at times of their own, whatever the stock");
    f.optional("counts", self.counts, "when the stock is counted by plan, and the record set to what was found");
    f.optional("count_on_zero", self.count_on_zero, "whether a shipment that takes the record to 0 calls for a count");
    f.optional("accuracy", self.accuracy, "how often counts are wrong, and by how much; left out: never");
    f.optional("read_rate", self.read_rate,
               "probability that a count reads a unit that is there (RFID); left out: all are read");
    f.check(!self.shrinkage || self.shrinkage->per_tick >= 0.0, "shrinkage must not be negative");
  }
};

}  // namespace restock

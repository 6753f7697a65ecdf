// The section `forecast`: how planners foresee demand, from what they have seen of it. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/where.hpp"
#include "forecast/method.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

/// What a planner adds by hand for a promotion that he knows of.
struct OverlayEntry {
  Instant from{};
  Duration lasts{};
  double lift = 1.0;

  static void fields(auto& self, auto& f) {
    f.required("from", self.from, "when the promotion begins");
    f.required("for", self.lasts, "how long it lasts");
    f.required("lift", self.lift, "demand that the planner expects, as a factor on demand without it");
    f.check(self.lasts.ticks > 0, "for must be above 0");
    f.check(self.lift >= 0.01 && self.lift <= 100.0, "lift must lie between 0.01 and 100");
  }
};

struct ForecastRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::optional<ForecastMethod> method;
  std::optional<Duration> bucket;
  std::optional<Duration> offset;
  std::optional<ForecastOf> of;
  std::optional<Share> bias, caution;
  std::optional<int> update_every;
  std::optional<Instant> frozen_from;
  std::optional<double> error_weight;
  std::vector<OverlayEntry> overlay;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites whose planners forecast: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("method", self.method, "how the next buckets are foreseen; left out: ses(alpha: 0.1)");
    f.optional("bucket", self.bucket, "demand is added up over this time before it is looked at; left out: 7 d");
    f.optional("offset", self.offset, "time from `start` (modulo `bucket`) to the end of a bucket");
    f.optional("of", self.of,
               "what the forecast learns from: sales (what was sold, at once or on backorder; lost sales are not seen; "
               "left out: this) or demand (all that was asked for)");
    f.optional("bias", self.bias, "optimism: what the planner adds to the method's figure, as a share of it (10 %)");
    f.optional("caution", self.caution, "and what he takes off it, as a share of it");
    f.optional("update_every", self.update_every,
               "a new forecast is made every so many buckets; in between the last one holds; left out: 1");
    f.optional("frozen_from", self.frozen_from,
               "from then on nobody makes a new forecast: the last one holds to the end");
    f.optional("error_weight", self.error_weight,
               "weight of the newest error in the mean square error that safety stocks are made of; 0: all errors "
               "count alike; left out: 0.1");
    f.optional("overlay", self.overlay,
               "promotions that the planner knows of: [{from: 2026-06-12, for: 10 d, lift: 2.4}, …]; they lift his "
               "forecast, and what they bring is taken out again before the method learns from it");
    f.check(!self.bucket || self.bucket->ticks >= minute, "bucket must be at least 1 min");
    f.check(!self.offset || self.offset->ticks >= 0, "offset must not be negative");
    f.check(!self.bias || self.bias->value <= 10.0, "bias must be at most 1000 %");
    f.check(!self.caution || self.caution->value < 1.0, "caution must lie below 100 %");
    f.check(!self.update_every || (*self.update_every >= 1 && *self.update_every <= 10000),
            "update_every must lie between 1 and 10000");
    f.check(!self.error_weight || (*self.error_weight >= 0.0 && *self.error_weight <= 1.0),
            "error_weight must lie between 0 and 1");
  }
};

}  // namespace restock

// The section `markdown`: prices that are reduced while stock is too much or too old. Part of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/where.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

struct MarkdownStepEntry {
  std::optional<Instant> from, until;
  std::optional<Quantity> above;
  std::optional<Duration> cover;
  std::optional<Duration> left;
  Share price{};
  double lift = 1.0;

  static void fields(auto& self, auto& f) {
    f.optional("from", self.from, "from this instant on");
    f.optional("until", self.until, "until this instant, at which the price rises again");
    f.optional("above", self.above, "while more than so many units are on record less backlog, as looked at last");
    f.optional("cover", self.cover, "instead of above: the mean demand of so long, rounded up to whole units");
    f.optional("left", self.left, "while the oldest unit has at most so long to live (see expiry), as looked at last");
    f.required("price", self.price, "what customers pay, as a share of the product's price (70 %)");
    f.optional("lift", self.lift,
               "the rate of customers meanwhile, as a factor on the rate at full price: the others come for the price "
               "only, and buy at once or go; left out: 1, nobody does");
    f.check(self.from || self.until || self.above || self.cover || self.left,
            "price needs a reason: state from, until, above, cover or left");
    f.check(!(self.above && self.cover), "above or cover may be stated, not both");
    f.check(!self.above || *self.above >= 0, "above must not be negative");
    f.check(!self.cover || self.cover->ticks >= 0, "cover must not be negative");
    f.check(!self.left || self.left->ticks >= 0, "left must not be negative");
    f.check(!self.from || !self.until || self.from->ticks < self.until->ticks, "until must lie after from");
    f.check(self.price.value < 1.0, "price must be below 100 %");
    f.check(self.lift >= 1.0 && self.lift <= 100.0, "lift must lie between 1 and 100");
  }
};

struct MarkdownRule {
  std::string name;
  Where where;
  Selector at;
  Selector product;
  std::string class_name;
  std::vector<MarkdownStepEntry> steps;
  std::optional<Duration> every;
  std::optional<Duration> first;
  std::optional<bool> permanent;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites where customers order: a name, a glob or a list; default all");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.optional("steps", self.steps,
               "reductions: [{from: 2026-11-01, price: 70 %, lift: 1.8}, …]; the lowest price of those whose reasons "
               "all hold is in force, of equals the last");
    f.optional("every", self.every, "how often somebody looks at the stock; left out: every day");
    f.optional("first", self.first, "time from `start` (modulo `every`) to a look");
    f.optional("permanent", self.permanent, "true: a price that has been reduced never rises again; left out: false");
    f.check(!self.every || self.every->ticks > 0, "every must be above 0");
    f.check(!self.first || self.first->ticks >= 0, "first must not be negative");
  }
};

}  // namespace restock

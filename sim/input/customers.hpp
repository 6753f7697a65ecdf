// How customers behave and what they are offered: the section `customers` and the same keys of every demand entry. Part
// of scenario.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/where.hpp"
#include "demand/acceptance.hpp"
#include "demand/discontent.hpp"
#include "promise/quoting.hpp"
#include "promise/updates.hpp"
#include "random/law.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace restock {

/// Family of age limits after which the seller cancels a backorder.
struct NoSellerLimit {
  static constexpr std::string_view name = "none";
  static constexpr std::string_view summary = "the seller never cancels";
  static void fields(auto&, auto&) {}
};
struct SellerAgeLimit {
  static constexpr std::string_view name = "age";
  static constexpr std::string_view summary = "the seller cancels what has waited this long";
  Duration after{30 * day};
  static void fields(auto& self, auto& f) {
    f.optional("after", self.after, "age at which an open backorder is cancelled; 30 d is the usual limit");
    f.check(self.after.ticks > 0, "after must be above 0");
  }
};
struct SellerReassesses {
  static constexpr std::string_view name = "reassess";
  static constexpr std::string_view summary =
      "at this age the seller looks again: what can be shipped soon enough is kept on, the rest is cancelled";
  Duration after{30 * day};
  Duration within{14 * day};
  Duration again{7 * day};
  static void fields(auto& self, auto& f) {
    f.optional("after", self.after, "age at which an open backorder is looked at");
    f.optional("within", self.within, "it is kept on if its date is not further off than this");
    f.optional("again", self.again, "time until it is looked at the next time");
    f.check(self.after.ticks > 0, "after must be above 0");
    f.check(self.within.ticks >= 0, "within must not be negative");
    f.check(self.again.ticks > 0, "again must be above 0");
  }
};
using SellerLimit = std::variant<NoSellerLimit, SellerAgeLimit, SellerReassesses>;

/// A channel that sells from a copy of what is available, as of its last synchronisation.
struct Publish {
  Duration every{hour};
  Duration first{};
  Duration delay{};
  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "time from one copy to the next");
    f.optional("first", self.first, "time from `start` to one of the copies");
    f.optional("delay", self.delay, "time until customers see a copy");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.first.ticks >= 0, "first must not be negative");
    f.check(self.delay.ticks >= 0, "delay must not be negative");
  }
};

/// Stock that is kept for the customers of one demand entry.
struct Reserve {
  std::optional<Quantity> units;
  std::optional<Share> share;
  std::optional<Instant> from;
  std::optional<Duration> every;
  std::optional<Instant> until;

  static void fields(auto& self, auto& f) {
    f.optional("units", self.units, "units that only these customers get, at each stock point [units]");
    f.optional("share", self.share, "instead of units: share of what is available when the reserve is set");
    f.optional("from", self.from, "when it is set first; left out: when the clock starts");
    f.optional("every", self.every, "it is set anew so often, whatever is left of it; left out: once");
    f.optional("until", self.until, "when what is left of it is released to everybody; left out: never");
    f.check(self.units.has_value() != self.share.has_value(), "units or share must be stated, and not both");
    f.check(!self.units || *self.units >= 0, "units must not be negative");
    f.check(!self.share || (self.share->value > 0.0 && self.share->value <= 1.0),
            "share must lie above 0 and at most at 1");
    f.check(!self.every || self.every->ticks > 0, "every must be above 0");
    f.check(!self.from || !self.until || self.from->ticks < self.until->ticks, "until must come after from");
  }
};

/// What a customer does before he is lost.
struct SecondChoice {
  std::optional<Selector> at;
  std::optional<Selector> product;
  Share share{1.0};

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "sites that he tries, in the order of `sites`; left out: the one where he is");
    f.optional("product", self.product,
               "products that he takes instead, in the order of `products`; left out: the one he wanted");
    f.optional("share", self.share, "of those who would be lost otherwise");
    f.check(self.at || self.product, "state at, product, or both");
  }
};

/// What customers do to whom stock is denied and who do not give up.
struct ComesBack {
  Share share{};
  TimeLaw after{Constant{Measure{static_cast<double>(day)}}};
  Share notice{};
  TimeLaw reaction{Constant{Measure{static_cast<double>(hour)}}};
  std::optional<Duration> valid;
  Quantity visits = 1;

  static void fields(auto& self, auto& f) {
    f.optional("share", self.share, "of those to whom stock is denied that come back by themselves");
    f.optional("after", self.after, "time until they come back");
    f.optional("notice", self.notice, "share of them that ask to be told when there is stock again");
    f.optional("reaction", self.reaction, "time from the notice until they come");
    f.optional("valid", self.valid, "how long they want to be told; left out: for ever");
    f.optional("visits", self.visits, "at most so many after the first");
    f.check(self.share.value >= 0.0 && self.notice.value >= 0.0 && self.share.value + self.notice.value > 0.0 &&
                self.share.value + self.notice.value <= 1.0,
            "share and notice together must lie above 0 and at most at 1");
    f.check(!self.valid || self.valid->ticks > 0, "valid must be above 0");
    f.check(self.visits >= 1 && self.visits <= 100, "visits must lie between 1 and 100");
  }
};

/// Goods that customers send back.
struct Returns {
  Share share{};
  TimeLaw after{};
  Share sold_again{1.0};

  static void fields(auto& self, auto& f) {
    f.required("share", self.share, "of customers that send back all they got");
    f.required("after", self.after, "time from the shipment until the goods are back");
    f.optional("sold_again", self.sold_again, "share of them whose goods go back to stock; the others' are scrapped");
    f.check(self.share.value > 0.0 && self.share.value <= 1.0, "share must lie above 0 and at most at 1");
    f.check(self.sold_again.value >= 0.0 && self.sold_again.value <= 1.0, "sold_again must lie between 0 and 1");
  }
};

/// What experience makes of customers to come.
struct Loyalty {
  Share lost{};
  Share cancelled{};
  Share late{};
  Share good{};
  Share least{};

  static void fields(auto& self, auto& f) {
    f.optional("lost", self.lost, "goodwill that an order takes which is lost for want of stock");
    f.optional("cancelled", self.cancelled, "that a cancellation takes, by either side");
    f.optional("late", self.late, "that a shipment after the first promise takes");
    f.optional("good", self.good, "that a sale from stock, or a shipment by the promise, gives back");
    f.optional("least", self.least, "share of the customers that come whatever happened");
    const auto is_step = [](const Share& step) { return step.value >= 0.0 && step.value <= 1.0; };
    f.check(is_step(self.lost) && is_step(self.cancelled) && is_step(self.late) && is_step(self.good) &&
                is_step(self.least),
            "lost, cancelled, late, good and least must lie between 0 and 1");
    f.check(self.lost.value + self.cancelled.value + self.late.value > 0.0,
            "state lost, cancelled or late: else nobody ever stays away");
  }
};

/// How customers of a stream behave and what they are offered. `customers:` sets the defaults of all streams.
struct CustomerRules {
  Sees sees = Sees::record;
  int priority = 0;  ///< higher is served first; 0…15
  PartialRule partial = PartialRule::ship_available;
  bool backorders = true;
  Quantity backlog_cap = unlimited;  ///< no backorder that lifts customers' waiting units above this
  bool offer_without_date = false;
  Acceptance accept = AlwaysAccepts{};
  std::optional<TimeLaw> patience;  ///< none: waits for ever
  SellerLimit seller_limit = NoSellerLimit{};
  std::optional<Duration> first_after;  ///< none: an order keeps its class however old it is
  Quoting quote = PipelineQuote{};
  std::optional<Duration> offer_within;  ///< none: however long
  Quantity offer_units = unlimited;
  Updates updates = NoUpdates{};
  SlipReaction on_slip = StaysAfterSlip{};
  ShareRate on_silence{};
  ShortPickRule on_short_pick = ShortPickRule::nothing;
  OversoldRule on_oversold = OversoldRule::backorder;
  std::optional<Publish> publish;  ///< none: sold from the record as it is
  Quantity critical_level = 0;
  std::optional<Reserve> reserve;
  std::optional<SecondChoice> second_choice;
  std::optional<ComesBack> comes_back;  ///< none: to whom stock is denied is lost
  std::optional<Returns> returns;
  std::optional<Loyalty> loyalty;
  Share payment_fails{};
  PaymentRule payment = PaymentRule::shipment;

  static void fields(auto& self, auto& f) {
    f.optional("sees", self.sees,
               "record: online, phone and B2B customers are accepted on the record; shelf: walk-in customers take what "
               "is there");
    f.optional("priority", self.priority,
               "class 0 to 15: a higher class is served before a lower one; first come first served within a class");
    f.optional("partial", self.partial,
               "ship_available: what is there ships at once and the rest waits; wait_complete: nothing ships before "
               "all of it can");
    f.optional("backorders", self.backorders,
               "whether a backorder is offered when stock is short; if not, the sale is lost");
    f.optional(
        "backlog_cap", self.backlog_cap,
        "no backorder is offered that would lift the customers' units waiting at the stock point above this [units]");
    f.optional("offer_without_date", self.offer_without_date,
               "whether a backorder is offered when no restock is in sight");
    f.optional("accept", self.accept, "which customers accept the quoted wait");
    f.optional("patience", self.patience,
               "time from order to the customer's own cancellation; left out: customers wait for ever");
    f.optional(
        "seller_limit", self.seller_limit,
        "age at which the seller cancels an open backorder, or looks at it again: none, age (30 d), a duration, or "
        "reassess");
    f.optional("first_after", self.first_after,
               "age at which an order that still waits comes before all classes, old orders among themselves in the "
               "order in which they came so far; what is kept from its class stays kept; left out: never");
    f.optional("quote", self.quote, "the ship date that a customer is told when a backorder is offered");
    f.optional("offer_within", self.offer_within,
               "no backorder is offered whose quoted wait is longer (nor without a date); left out: however long");
    f.optional("offer_units", self.offer_units,
               "no backorder is offered for more units of one order than this [units]");
    f.optional("updates", self.updates, "when customers who wait are told how their date stands");
    f.optional("on_slip", self.on_slip, "what customers do when they are told that their date slips");
    f.optional("on_silence", self.on_silence,
               "share of those whose date is past and who hear nothing that cancels, per time (10 % per d)");
    f.optional("on_short_pick", self.on_short_pick,
               "what happens to the record when a pick finds less than it says: nothing, zero_record (it becomes what "
               "was there) or count (the stock is counted, in the same instant)");
    f.optional(
        "on_oversold", self.on_oversold,
        "what happens to units sold on the record that are not there: backorder (forced) or cancel (by the seller)");
    f.optional("publish", self.publish,
               "these customers are sold from a copy of what is available, as of the last synchronisation, less what "
               "the channel has sold since; left out: from the record as it is");
    f.optional("critical_level", self.critical_level,
               "these customers are served from stock only as far as more than this is available, and wait or are lost "
               "while the rest is kept for others; give it to the lower classes [units]");
    f.optional("reserve", self.reserve,
               "stock that only these customers get: { units: 40 } or { share: 30 % }, with from, every, until");
    f.optional("second_choice", self.second_choice,
               "what customers take instead before they are lost, if all of it is there: { product: kettle-*, share: "
               "60 % } or { at: other-shop }; they pay the price of what they take");
    f.optional("comes_back", self.comes_back,
               "customers to whom stock is denied, and who have no second choice, may try again: { share: 40 %, after: "
               "exponential(3 d) }, or wait for word that there is stock: { notice: 30 %, valid: 14 d }");
    f.optional("returns", self.returns,
               "what customers send back, at the price they paid: { share: 8 %, after: 10 d, sold_again: 90 % }");
    f.optional("loyalty", self.loyalty,
               "bad experience keeps others away: { lost: 0.5 %, cancelled: 1 %, late: 0.5 %, good: 0.1 %, least: 40 % "
               "}; a goodwill that all customers of the entry at a stock point share, from least to 1, is the share "
               "that comes");
    f.optional(
        "payment_fails", self.payment_fails,
        "share of the customers who would wait whose payment fails when it is authorised (what is sold from stock is "
        "paid)");
    f.optional(
        "payment", self.payment,
        "when the payment of one who waits is authorised: shipment, when the goods are there (the seller cancels "
        "whose payment fails then), or order, before he waits (who cannot pay is not taken on backorder, and a "
        "cancellation later costs a refund)");
    f.check(self.payment_fails.value >= 0.0 && self.payment_fails.value <= 1.0,
            "payment_fails must lie between 0 and 1");
    f.check(!self.first_after || self.first_after->ticks > 0, "first_after must be above 0");
    f.check(self.critical_level >= 0, "critical_level must not be negative");
    f.check(
        (self.critical_level == 0 && !self.reserve) || self.sees == Sees::record,
        "sees shelf leaves nobody to keep stock back: critical_level and reserve are for customers who see the record");
    f.check(!self.publish || self.sees == Sees::record,
            "publish is for customers who see the record: state it for their demand only, or sees: record");
    f.check(!self.offer_within || self.offer_within->ticks >= 0, "offer_within must not be negative");
    const auto* fixed = std::get_if<FixedQuote>(&self.quote);
    f.check(!self.offer_within || !std::holds_alternative<NoQuote>(self.quote),
            "offer_within asks for a date, and quote none tells none: nothing would ever be offered");
    f.check(!self.offer_within || fixed == nullptr || fixed->wait.ticks <= self.offer_within->ticks,
            "quote fixed promises later than offer_within allows: nothing would ever be offered");
    f.check(self.offer_units >= 1, "offer_units must be at least 1");
    f.check(self.on_silence.per_tick >= 0.0, "on_silence must not be negative");
    f.check(self.priority >= 0 && self.priority <= 15, "priority must lie between 0 and 15");
    f.check(self.backlog_cap >= 0, "backlog_cap must not be negative");
  }
};

}  // namespace restock

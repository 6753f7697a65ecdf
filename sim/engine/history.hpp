// The fingerprint: which facts enter it and how. Shared by the engine and its twin; the order of facts does not matter.
#pragma once

#include "core/hash.hpp"
#include "core/quantity.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Facts with tick < length enter the fingerprint. Customer facts: who = the stream, number = the customer.
enum class Fact : std::uint8_t {
  filled = 1,
  queued = 2,    ///< joined the queue
  promised = 3,  ///< the quote he joined with (at = the promised date; only when there is one); units 0
  lost_out_of_stock = 4,
  lost_declined = 5,
  lost_discontinued = 6,
  shipped = 7,  ///< from backorder
  cancelled_by_customer = 8,
  cancelled_by_seller = 9,
  oversold = 10,
  told = 11,              ///< news while he waits (at = his date now, `never`: there is none); units 0
  called = 12,            ///< units that come from neighbours and take their time; at = the date he is told
  bought_elsewhere = 13,  ///< units that he takes of another stock point before they are lost
  sold_later = 14,        ///< at a further visit
  turned_away = 15,       ///< units to which stock was denied; at = when he comes again, `never`: when he is told
  came_back = 16,         ///< for a further visit
  kept_on = 17,           ///< at the seller's limit; at = when he looks again; units 0
  stayed_away = 18,       ///< he would have come, but for what others met with
  sent_back = 19,         ///< units that are returned
  ordered = 20,           ///< who = the point, number = its orders so far
  received = 21,          ///< who = the point, number = 0
  dispatched = 22,        ///< who = the link, number = its shipments so far
  withdrawn = 23,         ///< who = the point, number = 0
  yield_lost = 24,        ///< who = the point, number = 0
  came_short = 25,        ///< who = the point, number = 0
  shrunk = 30,            ///< who = the point, number = 0
  counted = 31,           ///< who = the point, number = 0; units = what the count found
  misplaced = 32,         ///< who = the point, number = of the misplacement
  found = 33,             ///< likewise
  posted = 34,            ///< who = the point, number = 0; units = what a late posting puts on record, down to below 0
  mispicked = 35,         ///< who = the point whose unit it was, number = the customer
  scrapped = 36,          ///< who = the point, number = 0
  shelved = 40,           ///< who = the point, number = of the call for a refill
  sailed = 60,            ///< who = the route, number = the sailing
  rolled = 61,            ///< who = the link, number = of the shipment on it
  berthed = 62,           ///< who = the port, number = the vessel's, at = its arrival
  diverted = 63,          ///< who = the port, number = the vessel's
  forecast = 130,     ///< who = the point, number = the bucket that is over; units = what was forecast, in thousandths
  level = 131,        ///< who = the point, number = 0 for s, 1 for S, 2 for Q; units = what a review has made of it
  reserved = 160,     ///< who = the stream, number = 0; units = what is kept for it from then on
  expedited = 161,    ///< who = the point, number = 0
  expired = 162,      ///< likewise
  written_off = 163,  ///< likewise
  marked_down = 164,  ///< who = the stream, number = the customer; units that leave for him at a reduced price
  repriced = 165,     ///< who = the point, number = 0; units = millionths that are taken off the price from then on
  call_left = 166,    ///< who = the point to which units are under way whose customer has left, number = 0
  sold_to_other = 167,  ///< who = the stock point that he takes them of, number = the customer
  given = 168,          ///< who = the neighbour that gives units up, number = the customer of the other point
  overtook = 169,       ///< who = the stream, number = the customer; units that come before all classes from then on
};

/// Facts of a customer's own story.
constexpr bool is_of_customer(Fact fact) { return fact < Fact::ordered || fact == Fact::overtook; }

/// One fact, in words of the law.
struct FactNote {
  Fact fact = Fact::filled;
  Time tick = 0;
  Quantity units = 0;
  Time at = 0;
};

/// The customer whose facts somebody wants to read.
struct Watch {
  std::uint64_t who = 0;  ///< his stream
  std::uint64_t number = 0;
  std::vector<FactNote> notes;  ///< in the order in which they happened
};

/// The hash of a fact of a customer in the tick in which it happens: what is the same for all customers of a stream is
/// worked out once.
class FactHash {
 public:
  FactHash(std::uint64_t who, Fact fact, Quantity units)
      : who_(who), kind_(static_cast<std::uint64_t>(fact) | (static_cast<std::uint64_t>(units) << 8U)) {}
  std::uint64_t operator()(Time tick, std::uint64_t number) const {
    return hash_fact(who_, kind_, tick, static_cast<std::int64_t>(number));
  }

 private:
  std::uint64_t who_;
  std::uint64_t kind_;
};

class History {
 public:
  explicit History(Time length = 0, Watch* watch = nullptr) : length_(length), watch_(watch) {}
  void note(std::uint64_t who, Fact fact, Time tick, std::uint64_t number, Quantity units, Time at) {
    if (watch_ != nullptr) [[unlikely]]
      tell(who, fact, tick, number, units, at);
    if (tick >= length_) return;
    sum_ += FactHash(who, fact, units)(at, number);
  }
  void note(std::uint64_t who, Fact fact, Time tick, std::uint64_t number, Quantity units) {
    note(who, fact, tick, number, units, tick);
  }
  /// Whether somebody wants to read facts of a customer of the stream, so that they are noted one by one.
  bool is_watched(std::uint64_t who) const { return watch_ != nullptr && watch_->who == who; }
  /// Whether facts of that tick enter; and hashes of such facts.
  bool keeps(Time tick) const { return tick < length_; }
  void add(std::uint64_t hashes) { sum_ += hashes; }
  std::uint64_t sum() const { return sum_; }

 private:
  [[gnu::cold]] void tell(std::uint64_t who, Fact fact, Time tick, std::uint64_t number, Quantity units, Time at) {
    if (watch_->who == who && watch_->number == number && is_of_customer(fact))
      watch_->notes.push_back({fact, tick, units, at});
  }

  Time length_;
  Watch* watch_;
  std::uint64_t sum_ = 0;
};

}  // namespace restock

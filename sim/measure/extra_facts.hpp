// Facts of one stock point about stock kept back, expedited, too old, too much or reduced in price, and what was paid
// back. Kept only where a blueprint asks for one of them.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"
#include "measure/markdown_facts.hpp"

#include <cstdint>

namespace restock {

struct ExtraFacts {
  /// Customers' units that were not sold at once, and would have been but for a critical level or a reserve.
  Quantity held_back = 0;
  Quantity calls = 0;             ///< times a neighbour gave units for a customer here
  Quantity called = 0;            ///< the units
  Quantity brought = 0;           ///< units of them that have come and were handed to the customer
  Quantity left_calls = 0;        ///< units of them that were on order from the moment their customer left
  Quantity given = 0;             ///< units given for customers elsewhere
  Quantity bought_elsewhere = 0;  ///< units that customers here took of another stock point
  Quantity sold_to_others = 0;    ///< units that customers of other stock points took here
  Quantity expedited = 0;         ///< units on their way here that were moved to a faster carrier
  Quantity expired = 0;           ///< units that were too old
  Quantity written_off = 0;       ///< units that were left at the end of their product's life
  Quantity packed = 0;            ///< units for customers that were picked and packed
  Wide packing = 0;               ///< units × ticks from leaving the stock until they were
  Quantity returned = 0;          ///< units that customers sent back
  Quantity to_stock = 0;          ///< the part of them that went back to stock
  Wide refund_off = 0;            ///< units × millionths of the price that they had not paid
  Quantity refunded = 0;          ///< units that had been paid for when they were ordered, and were cancelled
  Wide excess = 0;                ///< units × ticks above the cover target
  std::int64_t perishable = 0;    ///< 1 where stock does not last
  MarkdownFacts markdown{};

  ExtraFacts& operator+=(const ExtraFacts& o) {
    held_back += o.held_back;
    calls += o.calls;
    called += o.called;
    brought += o.brought;
    left_calls += o.left_calls;
    given += o.given;
    bought_elsewhere += o.bought_elsewhere;
    sold_to_others += o.sold_to_others;
    expedited += o.expedited;
    expired += o.expired;
    written_off += o.written_off;
    packed += o.packed;
    packing += o.packing;
    returned += o.returned;
    to_stock += o.to_stock;
    refund_off += o.refund_off;
    refunded += o.refunded;
    excess += o.excess;
    perishable += o.perishable;
    markdown += o.markdown;
    return *this;
  }
  friend bool operator==(const ExtraFacts&, const ExtraFacts&) = default;
};

}  // namespace restock

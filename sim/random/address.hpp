// Where a random draw lives: (seed, replication, entity, purpose, number). There is no generator state to keep.
#pragma once

#include <cstdint>

namespace restock {

/// Why a draw is made. Numbered with gaps; a number is never given to another purpose.
enum class Purpose : std::uint64_t {
  arrival_gap = 100,
  strip_gap = 101,     ///< candidates of a strip or a surge: nth = block_number, word = candidate within the block
  keep = 102,          ///< whether a candidate becomes a customer: word n of a base stream, as strip_gap of a block
  shock_common = 103,  ///< who = the shock, nth = the period
  shock_own = 104,     ///< who = the shock and the stream, nth = the period
  burst_gap = 105,
  seed_gap = 106,    ///< viral demand: gaps between those whom nobody infected
  offspring = 107,   ///< viral demand: nth = the parent
  occasion = 108,    ///< whether a period of intermittent demand has an order: word = period
  batch_size = 109,  ///< customers of a batch: nth = period
  order_size = 110,
  acceptance = 120,
  patience = 130,
  retrial = 131,     ///< of a stream: whether and when he comes back whom stock was denied; nth = the customer
  loyalty = 132,     ///< of a stream: whether a candidate comes at all; nth = the customer
  sends_back = 133,  ///< of a stream: whether and when he sends back what he got; nth = the customer
  basket = 134,      ///< of a line of an order: whether he wants it; nth = the customer
  payment = 136,     ///< of a stream: whether it fails; nth = the customer
  discontent = 135,  ///< of a stream: how much a customer who waits bears; nth = the customer
  sourcing = 200,
  transit = 210,
  late = 215,  ///< nth as of the transit draw
  production = 220,
  yield = 225,             ///< nth as of the production draw
  supplier_cancels = 230,  ///< nth = day_number of the order's arrival at the supplier, on its link
  short_shipment = 240,    ///< nth = day_number of the receipt, on its link
  expedite = 260,          ///< of a link: how long it takes; nth = day_number of the expedited shipment
  call_time = 270,         ///< of a stream: how long units called from a neighbour take; nth = the customer
  second_choice = 280,     ///< of a stream: whether he takes something else; nth = the customer
  script = 290,            ///< of a stock point; nth = number of its review, a word for each uniform()
  spell_up = 300,          ///< nth = number of the spell that follows
  spell_down = 310,        ///< nth = number of the spell
  spell_period = 320,      ///< nth = number of the calendar period
  port_traffic_gap = 400,  ///< nth = convoy
  port_convoy = 405,       ///< nth = convoy
  port_handling = 410,     ///< nth = ship of a convoy, shipment or sailing
  port_patience = 415,     ///< likewise
  yard_dwell = 420,        ///< nth = shipment
  customs = 425,           ///< nth = shipment
  inland = 430,            ///< nth = shipment
  sailing_missed = 440,    ///< nth = sailing
  shrinkage = 500,         ///< of a stock point; nth = number of the loss
  theft_gap = 510,         ///< nth = number of the theft
  theft_size = 520,
  count_time = 530,     ///< nth = number of the count, or of the instant at which it may be
  count_result = 540,   ///< nth = day and index within the day
  misplacing = 550,     ///< of a stock point; nth = number of the misplacement
  finding = 555,        ///< how long it takes: likewise
  receiving = 560,      ///< of a stock point; nth = day and index of the receipt within the day
  scanning = 565,       ///< of a stream; nth = the customer, word = the unit handed over at his sale
  mispick = 570,        ///< of a stream; nth = the customer, a word or two for each unit picked at his sale
  shelf_move = 600,     ///< of a stock point: how long a refill of its shelf takes; nth = number of the call
  design_order = 700,   ///< of a factor of a sweep: order of the strata of a Latin hypercube; nth = place
  design_place = 710,   ///< likewise: place within the stratum
  design_shift = 720,   ///< of a factor of a sweep: digital shift of a Sobol sequence
  removal_order = 730,  ///< of attribution, who = the cause: its place in an order; nth = number of the order
  removal_pairs = 740,  ///< of attribution: which neighbours of an order are a pair; nth = number of the order
  resample = 800,       ///< of an input: which observation, or block of a history, is drawn; replication = the
                        ///< resample, nth = place in it
  test = 900,
};

/// The address of one variate. Philox4x64 key = {seed, who}; counter = {block, nth, replication, why}: four separate
/// words, nothing added or xor-ed. Each variate owns all its blocks, so a rejection sampler cannot move a neighbour.
struct Address {
  std::uint64_t seed = 0;
  std::uint64_t replication = 0;
  std::uint64_t who = 0;
  Purpose why = Purpose::test;
  std::uint64_t nth = 0;
  friend bool operator==(const Address&, const Address&) = default;
};

}  // namespace restock

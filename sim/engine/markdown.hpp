// Reduced prices: when they change, who comes for them, what is sold at them. Functions of a Replication, private to
// engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_markdown(Replication& r);
/// The first look, in the instant in which the clock starts.
void start_markdown(Replication& r, std::uint32_t point);
void on_markdown(Replication& r, std::uint32_t point);

/// Whether a candidate of the stream comes: all do but those who come for the price only, when it is not low enough.
bool comes(Replication& r, std::uint32_t stream, std::uint64_t number, Time at);
/// A customer joins the queue: he pays the price of now.
void remember_price(Replication& r, std::uint32_t slot, bool initial);
/// Units leave for a customer who pays so much less than the full price.
void count_reduced(Replication& r, std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                   Millionths off, Time at);
/// What is known of prices when the window closes.
void close_markdown(Replication& r, std::uint32_t point, MarkdownFacts& facts);

}  // namespace restock::engine

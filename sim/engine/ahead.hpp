// Stock points that nobody else looks at run ahead of the clock. Functions of a Replication, private to engine/.
//
// A wake-up needs the time of the customer who could bring the position down, so the candidates up to him are drawn;
// pulled later, they are drawn again. Where nothing but barriers, samples and its own receipts reads the levels of a
// stock point, its customers up to the next of them may be served at once, and are drawn once.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// Says which points may: once every table is there, and every point is set. `sends` nothing to others.
void see_who_runs_ahead(Replication& r);
/// Serves customers of a point that may, as far as nothing can come in between and stock lasts, and queues the wake-up
/// that is needed when customers may demand so many units before its policy acts. False: nothing done, as it is not
/// worth it.
bool run_ahead(Replication& r, std::uint32_t point, Quantity units);
/// Whether what a point that may has just ordered will be dispatched in this instant, if at all, so that it is better
/// to look afterwards; then it will.
bool looks_again(Replication& r, std::uint32_t point);

}  // namespace restock::engine
